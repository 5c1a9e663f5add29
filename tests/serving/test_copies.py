"""What a graph too large for memory has for its pages before any is asked for."""

from __future__ import annotations

import pickle
from pathlib import Path

import pytest
from publishing import drafted

from gcm_kg.querying.name_index import NameIndex
from gcm_kg.serving import served
from gcm_kg.serving.copies import of_copy
from gcm_kg.serving.served import Served
from gcm_kg.serving.shared import SHARED


def test_what_a_copy_makes_is_taken() -> None:
    assert of_copy(lambda: {"one": [1]}) == {"one": [1]}


def test_of_a_copy_that_ends_too_early_nothing_is_taken(capfd: pytest.CaptureFixture[str]) -> None:
    assert of_copy(lambda: {"one": 1 // 0}) == {}
    capfd.readouterr()


def test_a_graph_that_stays_on_disk_has_what_its_pages_share(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(served, "MOST_IN_MEMORY", 10)
    large = Served("")
    assert large.__dict__.keys() >= set(SHARED)
    with pytest.raises(RuntimeError):
        large.graph  # noqa: B018
    assert len(large.facets.items) == 87
    assert large.names.exact("UNTOC")[0].iri.endswith("/untoc")


def test_names_are_handed_on_with_their_classes() -> None:
    index = NameIndex(drafted.graph())
    handed = pickle.loads(pickle.dumps(index))
    (match, *_) = handed.exact("UNTOC")
    assert handed.kinds[match.iri] == index.kinds[match.iri]


def test_a_graph_whose_store_cannot_be_written_is_read_before_there_are_copies(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(Served, "folder", tmp_path / "full")
    monkeypatch.setattr(Served, "warm", lambda self: None)
    assert len(Served("", memory=False).store) > 1000
