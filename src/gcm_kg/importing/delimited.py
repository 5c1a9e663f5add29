"""Reads tables of text: commas, semicolons, tabs or bars between cells (RFC 4180)."""

from __future__ import annotations

import csv
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass
from itertools import islice

from gcm_kg.errors import InputError
from gcm_kg.importing.converted import Grid, grid_of
from gcm_kg.importing.quoting import LONGEST_CELL, WIDEST, Mender, rows, unescaped

DELIMITERS = ",;\t|^~¦\x1f"
PARTING = ";\t|"
"""Signs that stand between cells, and hardly within them."""
ALONE = "\x1f"
"""What is taken for the delimiter of a table of one column: no cell has it."""
TRIED = 200
"""Rows by which a delimiter is told."""
SPACED = 0.8
"""The share of commas with a space behind them above which they are those of sentences."""

LOOSE = 0.2
"""The share of lines without a tab from which on tabs part marks from words, and not cells."""
# Matches “7.”, “163.1”, “(a)” and “•”, not “7” nor “Peru”.
MARK = re.compile(
    r"\d{1,3}\.(?:\d{1,3}\.?)?|\(?(?:[a-z]|[ivx]{1,5}|\d{1,3})\)|[A-Z]\.|[IVX]{1,5}\.|\W{1,3}"
)


@dataclass(frozen=True, slots=True)
class Delimited:
    """A table with its delimiter, and the lines of rows whose quotation marks are not closed."""

    grid: Grid
    delimiter: str
    mended: Sequence[int] = ()


def delimited(text: str, *, named: bool = False) -> Delimited:
    """The table that a text is, with its delimiter; without cells and delimiter if it is none.

    A text is a table if most of its rows have as many cells, two or more, by some delimiter; what
    is ``named`` as one is one of a single column otherwise. Raises InputError for a table with a
    cell or a row that is too large.
    """
    text = unescaped(text)
    shares = {delimiter: _regularity(text, delimiter) for delimiter in DELIMITERS}
    best = max(shares, key=lambda delimiter: shares[delimiter])
    try:
        if shares[best][0] < 0.6:
            alone = grid_of("", _single(text)) if named else Grid("", ())
            return Delimited(alone, ALONE if alone.cells else "")
        mender = Mender(text, best, shares[best][1])
        return Delimited(grid_of("", mender.rows()), best, mender.mended)
    except csv.Error as error:
        expected = f"at most {LONGEST_CELL:,} characters of a cell and {WIDEST:,} cells of a row"
        raise InputError(
            "the table", expected, str(error), "close quotation marks, or split it"
        ) from None


def _single(text: str) -> Iterator[list[str]]:
    """The rows of a table of one column: no sign parts cells. Raises csv.Error for rows that are
    too wide by another sign."""
    widest = max(DELIMITERS, key=text.count)
    for _ in islice(rows(text, widest), TRIED):
        pass
    if not any(sign in text for sign in PARTING):
        yield from rows(text, ALONE)


def _regularity(text: str, delimiter: str) -> tuple[float, int]:
    """The share of rows that have the most usual number of cells, and that number."""
    widths = Counter(len(row) for row in _begun(text, delimiter) if any(row))
    several = {width: count for width, count in widths.items() if width > 1}
    if not several:
        return 0.0, 0
    width = max(several, key=lambda width: (several[width], width))
    # Rows above the head, and rows that end early, have fewer cells.
    regular = sum(count for w, count in widths.items() if 1 < w <= width)
    return regular / sum(widths.values()), width


def _begun(text: str, delimiter: str) -> Iterator[list[str]]:
    """The first rows, up to one that is too large."""
    with suppress(csv.Error):
        yield from islice(rows(text, delimiter), TRIED)


def is_prose(text: str, delimiter: str) -> bool:
    """Whether commas or semicolons are those of sentences: a space stands behind nearly all; or
    whether tabs part paragraphs and items from their marks."""
    if delimiter == "\t":
        lines = [line for line in text.splitlines() if line.strip()]
        return parts_marks([[c.strip() for c in line.split("\t")] for line in lines])
    if delimiter not in ",;":
        return False
    behind = Counter(text[at + 1 : at + 2].isspace() for at in _places(text, delimiter))
    return behind[True] > SPACED * behind.total()


def parts_marks(rows: Sequence[Sequence[str]]) -> bool:
    """Whether most rows of several cells have words in one only, behind marks of paragraphs and
    items, and either rows of one cell stand between them or marks are of several kinds, as in no
    table."""
    several = [row for row in rows if len(row) > 1]
    marks = [cell for row in several for cell in row if cell and _is_mark(cell)]
    single = [row for row in several if sum(not _is_mark(cell) for cell in row) < 2]
    kinds = {re.sub(r"\w+", lambda m: "1" if m[0].isdecimal() else "a", mark) for mark in marks}
    loose = sum(1 for row in rows if any(row)) - len(several) >= LOOSE * len(rows)
    return bool(marks) and len(single) > SPACED * len(several) and (loose or len(kinds) > 1)


def _is_mark(cell: str) -> bool:
    return not cell or bool(MARK.fullmatch(cell))


def _places(text: str, delimiter: str) -> Iterator[int]:
    return (at for at, sign in enumerate(text) if sign == delimiter)
