"""Texts that are too long for a part, and signs of kinds that could take long to look for."""

from __future__ import annotations

import re
import time

import pytest

from gcm_kg.errors import InputError
from gcm_kg.project import this_project
from gcm_kg.reading import documents
from gcm_kg.reading.documents import CAPITAL_AREA, LOWER_AREA, read_as
from gcm_kg.reading.sources import profiles_of

FRAME = "I. Opening\n\n{}\n\nII. Areas\n\na. First area\n\n- Ratify it.\n"


@pytest.mark.parametrize(
    ("text", "line"),
    [("word " * 41_000, 3), (" " * 200_001 + ".", 3), ("Many words\nand more\n" * 15_000, 3)],
    ids=["a line", "blanks", "a paragraph"],
)
def test_a_part_beyond_the_bound_is_refused_with_its_line(text: str, line: int) -> None:
    with pytest.raises(InputError) as error:
        read_as(FRAME.format(text), profiles_of(this_project()), "long.txt")
    said = str(error.value)
    assert said.startswith(f"long.txt:{line}: expected lines and paragraphs of at most 200,000")


def test_a_part_within_the_bound_is_read(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(documents, "LONGEST_PART", 100)
    assert read_as(FRAME.format("w" * 99 + "."), profiles_of(this_project())).document.parts


def test_what_begins_a_line_is_looked_for_on_that_line() -> None:
    """Else a run of blank lines is gone through anew from each of them."""
    signs = [sign.pattern for p in profiles_of(this_project()).values() for sign in p.signs]
    for pattern in (*signs, LOWER_AREA, CAPITAL_AREA):
        if pattern.flags & re.MULTILINE:
            assert not re.search(r"\^\\[sW][*+]", pattern.pattern), pattern.pattern


@pytest.mark.parametrize("sign", ["*", ".", "-", "(", "“", "\u00a0", "1. ", "a\t"])
def test_a_line_of_one_sign_takes_time_in_proportion_to_its_length(sign: str) -> None:
    begun = time.process_time()
    read_as(FRAME.format(sign * (60_000 // len(sign)) + "x"), profiles_of(this_project()))
    assert time.process_time() - begun < 5


def test_numbers_of_lists_in_lists_without_end_stay_short() -> None:
    text = "Report\n\n" + "".join(f"1. Train the police of port {n}.\n" for n in range(300))
    names = [part.identifier for part in read_as(text, profiles_of(this_project())).document.parts]
    assert len(names) > 300
    assert max(map(len, names)) < 30
