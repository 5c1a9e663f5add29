"""gcm-kg names writes what is accepted, and says what only a person can tell."""

from __future__ import annotations

import pytest

from gcm_kg.cli.commands import names
from gcm_kg.errors import InputError
from gcm_kg.publishing import additions
from gcm_kg.views.unresolved_names import UnresolvedName

FOUND = [
    UnresolvedName("Porto Claro", ("Porto Claro",), (), "", "", "", ()),
    UnresolvedName("Lima Accord", ("Lima Accord",), (), "gcm:Treaty", "treaties", "i/l", ()),
]


@pytest.fixture
def written(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    blocks: list[str] = []
    monkeypatch.setattr(additions, "add_to_vocabulary", lambda _, file, block: blocks.append(file))
    return blocks


def test_a_place_that_is_accepted_needs_the_state_it_lies_in(
    written: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    names._accept(FOUND, ["Porto Claro"], "gcm:Place")
    assert "the State it lies in (gcm:locatedIn" in capsys.readouterr().out
    names._accept(FOUND, ["Lima Accord"], None)
    assert "locatedIn" not in capsys.readouterr().out
    assert written == ["places", "treaties"]


def test_of_several_names_all_are_accepted_or_none(written: list[str]) -> None:
    with pytest.raises(InputError):
        names._accept(FOUND, ["Lima Accord", "Nowhere"], None)
    assert not written
