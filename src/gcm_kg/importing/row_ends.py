"""Puts the words of a row together that a page parts: they go on in a row of their own."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace

from gcm_kg.importing.columns import ColumnMap
from gcm_kg.importing.converted import Grid, GridCell

ALONE = ("identifier", "recommendedBy", "position")
"""Roles of which a row that only goes on has no cell."""
# Matches “Train the”, not “Train all.”.
OPEN = re.compile(r"[^.;:!?\s]\s*\Z")
# Begins “and judges”, not “Train” and “a) train”.
LOWER = re.compile(r"[a-zà-öø-ÿ]+(?![\w)]|\.\s)")


def whole_rows(grid: Grid, columns: ColumnMap) -> Grid:
    """A table of which each cell of the words that goes on in the row below is one cell over both.

    The row below has no number, maker or answer, begins with a small letter, and the words above
    are not at an end; where no column has numbers, makers or answers, nothing is put together.
    """
    alone = {c for role in ALONE for c in columns.roles.get(role, ())}
    (text, *_) = columns.roles["text"]
    filled: defaultdict[int, set[int]] = defaultdict(set)
    for cell in grid.cells:
        filled[cell.row].add(cell.column)
    ends = {row for row in filled if row > columns.header and alone and not alone & filled[row]}
    return replace(grid, cells=list(_joined(grid.cells, text, ends)))


def _joined(cells: Sequence[GridCell], text: int, ends: set[int]) -> Iterator[GridCell]:
    last: GridCell | None = None
    before: list[GridCell] = []
    for cell in cells:
        if cell.column != text:
            before.append(cell)
        elif last is not None and cell.row in ends and _goes_on(last, cell):
            last = replace(last, words=f"{last.words}\n{cell.words}", last_row=cell.row)
        else:
            yield from _in_order(last, before)
            last, before = cell, []
    yield from _in_order(last, before)


def _in_order(last: GridCell | None, others: list[GridCell]) -> Iterator[GridCell]:
    yield from ([last] if last else [])
    yield from others


def _goes_on(last: GridCell, cell: GridCell) -> bool:
    below = max(last.row, last.last_row) + 1 == cell.row
    return below and bool(OPEN.search(last.words)) and bool(LOWER.match(cell.words))
