"""Finds the lines of a file that say what codes in its tables stand for, wherever they stand."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import groupby

from gcm_kg.importing import media
from gcm_kg.importing.converted import Converted, Grid
from gcm_kg.reading.legends import Legend, is_code, is_legend

LONGEST = 300
"""Code points of a line of a legend."""
MOST_CELLS = 8
"""Cells of a row of one."""


def with_legend(content: Converted) -> Converted:
    """The content of a file with the lines of it that are legends: rows of any sheet, or lines
    before and behind its tables."""
    if content.media_type in media.TABLES:
        rows = (row for grid in content.grids for row in _rows(grid))
    else:
        rows = (line.split("\t") for line in content.text.splitlines() if len(line) <= LONGEST)
    return replace(content, legend=tuple(dict.fromkeys(filter(None, map(_legend, rows)))))


def others(legend: Iterable[str], grid: Grid, lines: Sequence[str]) -> Iterator[str]:
    """Those lines of a legend that are neither above a table nor rows of it."""
    own = set(filter(None, map(_legend, _rows(grid)))) | {" ".join(x.split()) for x in lines}
    return (line for line in legend if line not in own)


def codes_of(legend: Iterable[str]) -> frozenset[str]:
    """The codes that lines say something of."""
    return frozenset(code for line in legend for code in Legend(line, [(0, len(line))]).meanings)


def _rows(grid: Grid) -> Iterator[list[str]]:
    """The words of the cells of each row that may be one of a legend."""
    for _, cells in groupby(grid.cells, lambda cell: cell.row):
        words = [" ".join(cell.words.split()) for cell in cells]
        if len(words) <= MOST_CELLS and sum(map(len, words)) <= LONGEST:
            yield words


def _legend(row: Sequence[str]) -> str:
    """A row as a line of a legend, if it is one: a code in one cell and what it stands for in the
    next or the one before, or both in one."""
    for code, meaning in (row[:2], row[1::-1]) if len(row) > 1 else ():
        if is_code(code) and is_legend(line := f"{code} = {meaning}"):
            return line
    line = "; ".join(row)
    return line if is_legend(line) else ""
