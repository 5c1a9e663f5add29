"""Reads tables of text: commas, semicolons, tabs or bars between cells (RFC 4180)."""

from __future__ import annotations

import csv
from collections import Counter
from collections.abc import Iterator
from io import StringIO
from itertools import islice

from gcm_kg.importing.converted import Grid, grid_of

DELIMITERS = ",;\t|"
TRIED = 200
"""Rows by which a delimiter is told."""
SPACED = 0.8
"""The share of commas with a space behind them above which they are those of sentences."""
LONGEST_CELL = 1_000_000


def delimited(text: str) -> tuple[Grid, str]:
    """The table that a text is, with its delimiter; without cells and delimiter if it is none.

    A text is a table if most of its rows have as many cells, two or more, by some delimiter.
    """
    shares = {delimiter: _regularity(text, delimiter) for delimiter in DELIMITERS}
    best = max(shares, key=lambda delimiter: shares[delimiter])
    if shares[best][0] < 0.6:
        return Grid("", ()), ""
    return grid_of("", _rows(text, best)), best


def _rows(text: str, delimiter: str) -> Iterator[list[str]]:
    """Rows; quotation marks that do not enclose a cell stand for themselves."""
    csv.field_size_limit(LONGEST_CELL)
    try:
        yield from csv.reader(StringIO(text, newline=""), delimiter=delimiter)
    except csv.Error:
        return


def _regularity(text: str, delimiter: str) -> tuple[float, int]:
    """The share of rows that have the most usual number of cells, and that number."""
    widths = Counter(len(row) for row in islice(_rows(text, delimiter), TRIED) if any(row))
    several = {width: count for width, count in widths.items() if width > 1}
    if not several:
        return 0.0, 0
    width = max(several, key=lambda width: (several[width], width))
    # Rows above the head, and rows that end early, have fewer cells.
    regular = sum(count for w, count in widths.items() if 1 < w <= width)
    return regular / sum(widths.values()), width


def is_prose(text: str, delimiter: str) -> bool:
    """Whether commas or semicolons are those of sentences: a space stands behind nearly all."""
    if delimiter not in ",;":
        return False
    behind = Counter(text[at + 1 : at + 2].isspace() for at in _places(text, delimiter))
    return behind[True] > SPACED * behind.total()


def _places(text: str, delimiter: str) -> Iterator[int]:
    return (at for at, sign in enumerate(text) if sign == delimiter)
