"""Which lines go on with the words before them, and which begin something of their own."""

from __future__ import annotations

import pytest
from reading.test_documents import read

from gcm_kg.reading.continuation import Continuation, Gap
from gcm_kg.reading.lines import Line
from gcm_kg.reading.mark import Mark
from gcm_kg.reading.segments import Segment

WIDTH = 60
FULL = "The speakers described at some length how ports were watched"


def behind(words: str, below: str) -> tuple[Continuation, Segment, Line]:
    """A text of a segment and a line below it."""
    text = f"{words}\n{below}\n"
    line = Line(2, len(words) + 1, below)
    return Continuation(text, WIDTH), Segment(0, 0, len(words), 1), line


@pytest.mark.parametrize(
    ("words", "goes_on"),
    [(f"{FULL}", True), (f"{FULL}.", False), (f"{FULL};", False), ("Ports", False)],
)
def test_behind_a_page_break_a_long_line_without_an_end_goes_on(words: str, goes_on: bool) -> None:
    looking, last, line = behind(words, "Harbours were named by others as well")
    assert looking.goes_on(line, last, Gap(blank=False, broken=True, below=None)) is goes_on


def test_behind_a_blank_line_that_is_no_page_break_a_capital_begins_a_paragraph() -> None:
    looking, last, line = behind(FULL, "Harbours were named by others as well")
    assert not looking.goes_on(line, last, Gap(blank=True, broken=False, below=None))


@pytest.mark.parametrize(
    ("label", "value", "title", "begins"),
    [
        ("II", 2, "Conclusions", True),
        ("V", 5, "Conclusions", False),
        ("II", 2, "Conclusions:", False),
        ("II", 2, "conclusions", False),
    ],
)
def test_a_roman_number_of_several_letters_heads_a_section_though_none_came_before(
    label: str, value: int, title: str, begins: bool
) -> None:
    mark = Mark("roman", "", value, label, len(label) + 2)
    looking, last, line = behind("Summary", f"{label}. {title}")
    assert looking.begins_late(line, mark, last, False) is begins


@pytest.mark.parametrize(
    ("words", "stands"),
    [
        ("Ports and harbours", True),
        ("Ports and harbours,", False),
        ("Ports and har-", False),
        ("Ports and harbours.", False),
        ("ports and harbours", False),
    ],
)
def test_a_short_line_without_an_end_stands_before_a_number(words: str, stands: bool) -> None:
    looking, _, line = behind(FULL, words)
    assert looking.stands_before_number(line, Line(3, 200, "1. Open them")) is stands
    assert not looking.stands_before_number(line, Line(3, 200, "They were open"))
    assert not looking.stands_before_number(line, None)


@pytest.mark.parametrize(
    ("item", "below", "words"),
    [
        ("Ratify", "the treaty on ports.", "Ratify\nthe treaty on ports."),
        ("Ratify.", "Judges wait for it.", "Ratify."),
    ],
)
def test_an_item_of_one_word_without_an_end_goes_on_in_the_next_line(
    item: str, below: str, words: str
) -> None:
    lead = "Report\n\nRecommendations\n\nThe State should:\n\n"
    document = read(f"{lead}- {item}\n{below}\n- Train all judges\n").document
    assert [document.text_of(p) for p in document.recommendations()] == [words, "Train all judges"]
