"""Long sentences are read in time proportional to their length: what is looked at is counted."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

import pytest
from extraction.sentences import Case, asked, told

from gcm_kg.extraction import (
    infinitive_complements,
    mentions,
    operative_verbs,
    reporting_clauses,
    request_clauses,
)
from gcm_kg.extraction.mentions import MentionIndex
from gcm_kg.text import asides
from gcm_kg.text.name_shapes import SYMBOL
from gcm_kg.text.phrases import LONGEST_GAP, is_near


class Counted:
    """A pattern that counts the signs among which it looks for something."""

    def __init__(self, pattern: re.Pattern[str]) -> None:
        self.pattern, self.signs = pattern, 0

    def search(self, text: str, start: int = 0, end: int | None = None) -> re.Match[str] | None:
        end = len(text) if end is None else end
        self.signs += max(0, end - start)
        return self.pattern.search(text, start, end)

    def finditer(
        self, text: str, start: int = 0, end: int | None = None
    ) -> Iterator[re.Match[str]]:
        end = len(text) if end is None else end
        self.signs += max(0, end - start)
        return self.pattern.finditer(text, start, end)

    def __getattr__(self, name: str) -> Any:
        return getattr(self.pattern, name)


def grown(monkeypatch: pytest.MonkeyPatch, module: Any, name: str, words: str, case: Any) -> float:
    """How many times as much a pattern looks at where a sentence is four times as long."""
    seen = []
    for times in (25, 100):
        counted = Counted(getattr(module, name))
        with monkeypatch.context() as patch:
            patch.setattr(module, name, counted)
            made: Case = case(f"Ratify {words * times}UNTOC")
            made.statements()
            made.passages()
        seen.append(counted.signs)
    assert seen[0], "the pattern is looked for"
    return seen[1] / seen[0]


@pytest.mark.parametrize(
    ("module", "name", "words", "case"),
    [
        (operative_verbs, "GOVERNING", "1 and ", asked),
        (reporting_clauses, "EMBEDDED", "participants noted that ", told),
        (request_clauses, "NO_MEANS", "through training, ", asked),
        (infinitive_complements, "GOVERNING", "and to protect them ", asked),
    ],
)
def test_what_is_looked_at_grows_with_the_sentence(
    monkeypatch: pytest.MonkeyPatch, module: Any, name: str, words: str, case: Any
) -> None:
    assert grown(monkeypatch, module, name, words, case) < 8


def test_the_names_before_a_number_are_looked_at_within_bounds(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    seen: list[int] = []
    between = MentionIndex.between

    def counted(self: MentionIndex, start: int, end: int) -> Iterator[Any]:
        for mention in between(self, start, end):
            seen[-1] += 1
            yield mention

    monkeypatch.setattr(mentions.MentionIndex, "between", counted)
    for times in (100, 400):
        seen.append(0)
        asked(f"Implement {'resolution 71/280, ' * times}UNTOC").mentions()
    assert seen[1] < 8 * seen[0]


def test_nothing_keeps_a_cue_and_a_name_together_that_are_far_apart() -> None:
    gap = " article 1,"
    assert is_near(f"{gap} of ", 20)
    assert not is_near(gap * (LONGEST_GAP // len(gap) + 1) + " of ", 20)
    assert not asides.ASIDE.fullmatch("article 1" + ", 2" * 30 + " of")


def test_what_ends_a_passage_is_no_part_of_it() -> None:
    assert asked("Train judges, through courses , and , or visits.").words("Means")
    for end in (", and, .", " ,  ", " and", ", including ,"):
        (words,) = asked(f"Train judges through courses{end}").words("Means")[:1]
        assert words == "through courses"


def test_a_symbol_has_a_digit_among_its_first_signs() -> None:
    assert re.search(SYMBOL, "A/HRC/WG.6/27/L.1")
    assert not re.match(SYMBOL, "A/" * 100 + "1")
