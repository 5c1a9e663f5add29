"""A series of marks goes on where a few of its numbers are missing."""

from __future__ import annotations

from dataclasses import replace

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


def test_letters_go_on_behind_a_numbered_paragraph_only_where_it_leads_over_to_them() -> None:
    series = OpenSeries()
    series.take([number(62)], None, clear=True, fresh=True, nested=False)
    a, b, c = (replace(letter(value), prefix="()") for value in (1, 2, 3))
    series.take([a], 0, clear=True, fresh=False, nested=True)
    series.take([number(63)], None, clear=True, fresh=True, nested=False)
    given = {"clear": True, "fresh": False, "nested": False}
    assert series.take([b], 2, **given) is None
    assert series.take([b], 2, leads=True, **given) == (b, 2)
    assert series.take([c], 3, **given) == (c, 2)


def test_a_list_that_begins_behind_its_first_number_lacks_it() -> None:
    lists = [("62", (1, 2, 3), "enjoy the support of Togo"), ("63", (2, 3), "were noted by Togo")]
    text = "Report of the Working Group on the Universal Periodic Review\n\nTogo\n\n"
    for paragraph, numbers, answer in lists:
        text += f"{paragraph}. The recommendations below {answer}:\n\n"
        text += "".join(f"{n}. \tTrain judges in town {n} (Peru);\n\n" for n in numbers)
    assert "63.2–63.3: 2 of 3; missing: 63.1" in map(str, read(text).numbering)
