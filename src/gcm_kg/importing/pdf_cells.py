"""Tables of a PDF file, by the words of their cells and the pages on which those stand."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from gcm_kg.importing.converted import Grid, GridCell
from gcm_kg.importing.pages import Box

Word = tuple[str, Box]


def words_of(cell: Sequence[Word]) -> str:
    """The words of a cell, on one line."""
    return " ".join(word for word, _ in cell)


@dataclass(slots=True)
class Column:
    """A column: from where to where its words reach."""

    left: float
    right: float


@dataclass(slots=True)
class Table:
    """A table: the lines that it takes the place of, and the words of its cells, row by row."""

    lines: list[int]
    rows: list[list[list[Word]]] = field(default_factory=list)
    pages: list[int] = field(default_factory=list)
    """The pages on which the rows begin."""
    columns: list[Column] = field(default_factory=list)
    head: list[list[str]] = field(default_factory=list)
    """The words of the lines of its head."""
    tails: dict[int, tuple[int, list[list[Word]]]] = field(default_factory=dict)
    """What stands of a row, given by its index, on the next page, and its number."""

    def parts(self, row: int) -> list[list[tuple[int, list[Word]]]]:
        """The words of each cell of a row, given by its index, on the pages on which they stand."""
        page, tail = self.tails.get(row, (0, [[] for _ in self.columns]))
        pairs = zip(self.rows[row], tail, strict=True)
        return [
            [(at, words) for at, words in ((self.pages[row], above), (page, below)) if words]
            for above, below in pairs
        ]

    def grid(self, name: str) -> Grid:
        """Its cells."""
        cells = [
            GridCell(
                words_of([word for _, words in parts for word in words]),
                row,
                column,
                page=parts[0][0],
            )
            for row in range(1, len(self.rows) + 1)
            for column, parts in enumerate(self.parts(row - 1), 1)
            if parts
        ]
        return Grid(name, cells)
