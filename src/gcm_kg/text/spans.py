"""Stretches of a text, of which it is found out quickly whether one holds or overlaps another."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from itertools import accumulate


class Spans:
    """Some stretches, each from a place up to another, which is not in it, in code points."""

    def __init__(self, spans: Iterable[tuple[int, int]]) -> None:
        ordered = sorted(spans)
        self._starts = [start for start, _ in ordered]
        self._reached = list(accumulate((end for _, end in ordered), max))
        """How far the stretches up to each reach."""

    def hold(self, start: int, end: int) -> bool:
        """Whether one of them holds all from a place up to another."""
        before = bisect_right(self._starts, start)
        return bool(before) and self._reached[before - 1] >= end

    def overlap(self, start: int, end: int) -> bool:
        """Whether one of them has something of what is between two places."""
        before = bisect_left(self._starts, end)
        return bool(before) and self._reached[before - 1] > start
