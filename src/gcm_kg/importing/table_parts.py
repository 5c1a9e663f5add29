"""Puts the parts of a table together that the pages of a document part, with the lines above."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace

from gcm_kg.importing.columns import ColumnMap
from gcm_kg.importing.converted import Grid, GridCell
from gcm_kg.importing.heads import key
from gcm_kg.model.original import Place
from gcm_kg.reading.legends import LEAD, is_legend

FIRST = 400
"""Cells among which those above a head are looked for."""
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
    if columns is None or not columns.header:
        return True
    same = {key(h) for h in columns.headings.values()} == {key(h) for h in known.headings.values()}
    text = columns.headings.get(columns.roles["text"][0], "")
    return same or len(text) > LONGEST_HEADING


def _width(grid: Grid) -> int:
    return max((max(cell.column, cell.last_column) for cell in grid.cells), default=0)


def _joined(before: Grid, grid: Grid) -> Grid:
    """Both as one, the rows of the second below those of the first, and between them the lines that
    stand there, each a row from side to side."""
    by = max(max(cell.row, cell.last_row) for cell in before.cells)
    width = max(_width(before), 2)
    lines = [GridCell(line, by + n, 1, by + n, width) for n, line in enumerate(grid.above, 1)]
    by += len(lines)
    moved = [
        replace(cell, row=cell.row + by, last_row=max(cell.row, cell.last_row) + by)
        for cell in grid.cells
    ]
    return replace(before, cells=[*before.cells, *lines, *moved])


def with_lines(text: str, grids: Sequence[Grid]) -> tuple[list[Grid], list[str]]:
    """Tables with the lines of a text that stand between each and the one before; and the lines
    below the last one. Where the rows of a table are not found in the text, no lines are."""
    found, done = [], 0
    for grid in grids:
        start, _ = place_of(text, grid, grid.cells[0].row, done)
        _, end = place_of(text, grid, grid.cells[-1].row, max(start, done))
        if start < 0 or end < 0:
            found.append(grid)
            continue
        found.append(replace(grid, above=_lines(text[done:start])))
        done = end
    return found, _lines(text[done:]) if done else []


def place_of(text: str, grid: Grid, row: int, start: int = 0) -> tuple[int, int]:
    """Where the words of a row begin and end in a text; -1 where they are not found."""
    words = [cell.words for cell in grid.cells if cell.row == row]
    for form in ("\t".join(words), "\t".join(" ".join(each.split()) for each in words)):
        at = text.find(form, start)
        if at >= 0:
            return at, at + len(form)
    return -1, -1


def _lines(text: str) -> list[str]:
    return list(
        filter(None, (" ".join(line.strip().lstrip("# ").split()) for line in text.splitlines()))
    )


def lines_above(grid: Grid) -> list[str]:
    """The lines before the first row of a table that are kept with it."""
    return list(grid.above)[-MOST_ABOVE:]


def titles_above(grid: Grid, header: int) -> Iterator[str]:
    """The words of the rows above the head of a table that have one cell: the others are of it."""
    rows = Counter(cell.row for cell in grid.cells[:FIRST])
    above = (c.words for c in grid.cells if c.row < header and rows[c.row] == 1)
    yield from (words for words in above if not (LEAD.fullmatch(words) or is_legend(words)))


def moved_below(lines: Sequence[str], places: Sequence[Place]) -> tuple[str, tuple[Place, ...]]:
    """Lines above a table as text, and the places of its cells moved behind them."""
    above = "".join(f"{' '.join(line.split())}\n" for line in lines)
    by = len(above)
    return above, tuple(Place(p.start + by, p.end + by, p.fragment) for p in places)
