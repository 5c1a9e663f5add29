"""A series of marks goes on where a few of its numbers are missing."""

from __future__ import annotations

import pytest
from reading.test_documents import read, said

from gcm_kg.reading.mark import Mark
from gcm_kg.reading.marks import marks_of
from gcm_kg.reading.series import MOST_MISSING, MOST_OPEN, OpenSeries


def letter(value: int) -> Mark:
    return Mark("letter", "(", value, "abcdefghijkl"[value - 1], 4)


@pytest.mark.parametrize(("value", "goes_on"), [(2, True), (1 + MOST_MISSING, True), (7, False)])
def test_a_series_goes_on_behind_a_gap_that_is_not_too_wide(value: int, goes_on: bool) -> None:
    series = OpenSeries()
    series.take([letter(1)], 3, clear=True, fresh=False, nested=False)
    taken = series.take([letter(value)], 8, clear=True, fresh=False, nested=False)
    assert taken == ((letter(value), 3) if goes_on else None)


def number(value: int) -> Mark:
    return Mark("number", ".", value, str(value), 3)


@pytest.mark.parametrize(("value", "goes_on"), [(2, False), (3, True), (40, True), (1, False)])
def test_behind_a_blank_line_a_number_that_is_greater_goes_on_with_its_series(
    value: int, goes_on: bool
) -> None:
    series = OpenSeries()
    for each in (1, 2):
        series.take([number(each)], 3, clear=True, fresh=True, nested=False)
    taken = series.take([number(value)], 8, clear=False, fresh=True, nested=False)
    assert taken == ((number(value), 3) if goes_on else None)


def test_numbers_that_begin_anew_without_end_are_not_all_kept_in_mind() -> None:
    series = OpenSeries()
    for _ in range(3 * MOST_OPEN):
        series.take(marks_of("1. Train"), 0, clear=True, fresh=True, nested=False)
    assert len(series.open) == MOST_OPEN


@pytest.mark.parametrize(
    ("marks", "numbers"),
    [
        (("1.", "2.", "3.", "4."), ["62.1–62.2: 2 of 2", "63.3–63.4: 2 of 2"]),
        (("(1)", "(2)", "(4)", "(5)"), ["62.1–62.2: 2 of 2", "63.4–63.5: 2 of 3; missing: 63.3"]),
        (("(a)", "(b)", "(c)", "(d)"), ["62.a–62.b: 2 of 2", "63.c–63.d: 2 of 2"]),
    ],
)
def test_a_list_may_go_on_with_the_numbers_of_another_and_has_its_own_answer(
    marks: tuple[str, ...], numbers: list[str]
) -> None:
    first, second, third, fourth = marks
    text = f"""Report of the Working Group on the Universal Periodic Review

Togo

62. The recommendations listed below enjoy the support of Togo:

{first} Train judges (Peru);

{second} Pay nurses (Chile);

63. The recommendations below were noted by Togo:

{third} Open ports (Kenya);

{fourth} Plant trees (Malta).

64. All conclusions reflect the position of the submitting State.
"""
    reading = read(text)
    assert [str(each) for each in reading.numbering] == numbers
    answers = said(reading.document, "position")
    assert ["enjoy" in answer for answer in answers] == [True, True, False, False]
