"""Finds the columns of a table that are ticked: one for each theme, or for each answer."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from collections.abc import Set as AbstractSet

from gcm_kg.importing.contents import Content, Names
from gcm_kg.importing.heads import Row
from gcm_kg.reading.ticks import is_mark, is_sign, is_tick

POSITIONS, LABELS = "tickedPositions", "tickedLabels"
FEW = 2
"""Columns of yes and no from which on they are those of themes: one alone may say anything."""
# Matches “Women”, not “5”.
WORD = re.compile(r"[^\W\d_]{2}")


def tick_columns(
    headings: Row, below: Mapping[int, Content], names: Names, free: AbstractSet[int]
) -> dict[str, tuple[int, ...]]:
    """The columns among free ones in which rows are ticked, by what a tick there says: that the
    addressee answers so, or that the row is about what the heading says."""
    marked = list(_marked(headings, below, free))
    ticked = {c for c in marked if any(map(is_tick, below[c].cells))}
    answers = [c for c in marked if names.is_answer(headings[c])]
    others = [c for c in marked if c not in answers]
    sure = [c for c in others if len(others) >= FEW or any(map(is_sign, below[c].cells))]
    labels = tuple(c for c in sure if c in ticked)
    found = {POSITIONS: tuple(c for c in answers if c in ticked), LABELS: labels}
    return {role: columns for role, columns in found.items() if columns}


def _marked(headings: Row, below: Mapping[int, Content], free: AbstractSet[int]) -> Iterator[int]:
    for column in sorted(free):
        cells = below[column].cells if column in below else ()
        if cells and WORD.search(headings.get(column, "")) and all(map(is_mark, cells)):
            yield column
