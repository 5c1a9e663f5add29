"""Reads the rows of delimited text, also where a quotation mark is not closed (RFC 4180)."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterable, Iterator, Sequence
from io import StringIO
from typing import Any

LONGEST_CELL = 1_000_000
WIDEST = 16_384
"""Cells of a row, as many as a sheet of Excel has; what is wider is no table of recommendations."""
MOST_MENDED = 200
"""Rows that are mended; more are no table that somebody quoted, and cost the square of the time."""
# Matches “\"now\", he said” at its first marks, not “C:\",”.
ESCAPED = re.compile(r'\\"(?=[^\s,;|"])|(?<=\w)\\"')


def unescaped(text: str) -> str:
    """A text whose quotation marks are doubled where a backslash stands before them."""
    return text.replace('\\"', '""') if ESCAPED.search(text) else text


def rows(text: str, delimiter: str) -> Iterator[list[str]]:
    """Rows; quotation marks that do not enclose a cell stand for themselves. Raises csv.Error for
    a cell or a row that is too large."""
    csv.field_size_limit(LONGEST_CELL)
    for row in _reader(StringIO(text, newline=""), delimiter):
        yield _checked(row)


class Mender:
    """Reads rows of so many cells (``width``), each of which a mark that is not closed would join
    with those below; ``mended`` are the lines of such rows, from 1."""

    def __init__(self, text: str, delimiter: str, width: int) -> None:
        self.lines = list(StringIO(text, newline=""))
        self.delimiter, self.width = delimiter, width
        self.mended: list[int] = []

    def rows(self) -> Iterator[list[str]]:
        """The rows in order. Raises csv.Error for a cell or a row that is too large."""
        csv.field_size_limit(LONGEST_CELL)
        begin = 0
        while begin < len(self.lines):
            reader = _reader(self._from(begin), self.delimiter, strict=True)
            done = 0
            try:
                for row in reader:
                    yield _checked(row)
                    done = reader.line_num
                return
            except csv.Error:
                begin += done
                row, count = self._loose(begin)
                yield _checked(row)
                begin += count

    def _from(self, begin: int) -> Iterator[str]:
        return (self.lines[at] for at in range(begin, len(self.lines)))

    def _loose(self, begin: int) -> tuple[list[str], int]:
        """A row that is not quoted well, and its number of lines."""
        reader = _reader(self._from(begin), self.delimiter)
        row = next(reader)
        count = reader.line_num
        swallows = any(map(self._is_row, self.lines[begin + 1 : begin + count]))
        if not swallows or len(self.mended) >= MOST_MENDED:
            return row, count
        self.mended.append(begin + 1)
        return self._alone(self.lines[begin].rstrip("\r\n")), 1

    def _is_row(self, line: str) -> bool:
        """Whether a line within a cell is a row of its own."""
        if line.startswith('"'):
            return True
        cells: list[str] = next(_reader([line], self.delimiter), [])
        return line.count('"') % 2 == 0 and len(cells) == self.width

    def _alone(self, line: str) -> list[str]:
        """The cells of a line whose mark is not closed; too many belong to the one with the mark,
        which ends where as many cells are left as are due."""
        cells = line.split(self.delimiter)
        opened = next((i for i, cell in enumerate(cells) if cell.count('"') % 2), 0)
        last = opened + max(0, len(cells) - self.width)
        joined = self.delimiter.join(cells[opened : last + 1])
        return [cell.strip('"') for cell in (*cells[:opened], joined, *cells[last + 1 :])]


def _reader(lines: Iterable[str], delimiter: str, *, strict: bool = False) -> Any:
    """Reads rows; blanks before a cell are no part of it, as quotation marks may follow."""
    return csv.reader(lines, delimiter=delimiter, skipinitialspace=True, strict=strict)


def _checked(row: Sequence[str]) -> list[str]:
    if len(row) > WIDEST:
        raise csv.Error(f"a row of more than {WIDEST:,} cells")
    return list(row)
