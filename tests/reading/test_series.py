"""A series of marks goes on where a few of its numbers are missing."""

from __future__ import annotations

import pytest

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
