"""Puts the parts of a table together that the pages of a document part, with the lines above."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace

from gcm_kg.importing.columns import ColumnMap
from gcm_kg.importing.converted import Grid
from gcm_kg.importing.heads import key

MOST_ABOVE = 12
"""Lines above a table that are kept with it."""
LONGEST_HEADING = 60
"""Code points of the heading of the words; a longer one is the words of a recommendation."""

Guess = Callable[[Grid], ColumnMap | None]


def whole_tables(grids: Sequence[Grid], guess: Guess) -> Iterator[tuple[Grid, ColumnMap]]:
    """The tables of which the columns are known; one without a head of its own, of as many columns
    as the one before, goes on with it."""
    last: tuple[Grid, ColumnMap] | None = None
    for grid in grids:
        columns = guess(grid)
        if last is not None and _goes_on(*last, grid, columns):
            last = (_joined(last[0], grid), last[1])
            continue
        if last is not None:
            yield last
        last = (grid, columns) if columns else None
    if last is not None:
        yield last


def _goes_on(before: Grid, known: ColumnMap, grid: Grid, columns: ColumnMap | None) -> bool:
    if _width(before) != _width(grid):
        return False
    if columns is None:
        return True
    same = {key(h) for h in columns.headings.values()} == {key(h) for h in known.headings.values()}
    text = columns.headings.get(columns.roles["text"][0], "")
    return same or len(text) > LONGEST_HEADING


def _width(grid: Grid) -> int:
    return max((max(cell.column, cell.last_column) for cell in grid.cells), default=0)


def _joined(before: Grid, grid: Grid) -> Grid:
    """Both as one, the rows of the second below those of the first."""
    by = max(max(cell.row, cell.last_row) for cell in before.cells)
    moved = [
        replace(cell, row=cell.row + by, last_row=max(cell.row, cell.last_row) + by)
        for cell in grid.cells
    ]
    return Grid(before.name, [*before.cells, *moved])


def lines_above(text: str, grid: Grid) -> list[str]:
    """The lines of a text before the first row of a table that stands in it."""
    first = [cell for cell in grid.cells if cell.row == grid.cells[0].row]
    rows = ("\t".join(c.words for c in first), "\t".join(" ".join(c.words.split()) for c in first))
    start = next((at for at in map(text.find, rows) if at >= 0), 0)
    lines = (line.strip().lstrip("# ") for line in text[:start].splitlines())
    return list(filter(None, lines))[-MOST_ABOVE:]
