"""What a file of any kind becomes: text, places in the file, and tables."""

from __future__ import annotations

import html
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from gcm_kg.model.original import Place

# Matches “&nbsp;” and “&#8217;”, not “R&D; A”.
ENTITY = re.compile(
    r"&(?:nbsp|amp|lt|gt|quot|apos|[lr][sd]quo|[nm]dash|hellip|[A-Za-z](?:acute|grave|circ|uml|tilde"
    r"|cedil)|#\d{2,6}|#x[0-9A-Fa-f]{2,5});"
)
# Matches “<br/>” and “</p>”, not “a < b”.
TAG = re.compile(
    r"</?(?:(?P<block>br|p|div|li|ul|ol|tr|h[1-6])|b|i|u|em|strong|span|a|font|sup|sub)"
    r"(?:\s[^<>]*)?/?>",
    re.I,
)
# Matches “ ⏎ ⏎”, not “ ”.
BREAKS = re.compile(r"[^\S\n]*\n\s*")

SIDE_BY_SIDE = (
    "words stand side by side on many lines: they are read line by line; if they are a table, save"
    " it as CSV, with headings such as State, Recommendation, Response"
)
"""What is said of a text whose lines may be the rows of a table."""


@dataclass(frozen=True, slots=True)
class GridCell:
    """A cell of a table with the rows and columns that it covers, from 1, and the page on which it
    begins, if the file has pages."""

    words: str
    row: int
    column: int
    last_row: int = 0
    last_column: int = 0
    page: int = 0

    @property
    def fragment(self) -> str:
        """The cell, or the cells, after RFC 7111 (section 2), behind the page if there is one."""
        row, column = max(self.row, self.last_row), max(self.column, self.last_column)
        first = f"page={self.page}&" if self.page else ""
        first += f"cell={self.row},{self.column}"
        return first if (row, column) == (self.row, self.column) else f"{first}-{row},{column}"


@dataclass(frozen=True, slots=True)
class Grid:
    """A table: cells in the order of rows and columns, each once. ``name`` is that of its sheet;
    ``above`` are the lines between it and the table before it, or the beginning."""

    name: str
    cells: Sequence[GridCell]
    above: Sequence[str] = ()

    def row(self, number: int) -> dict[int, str]:
        """The words of a row by column, those of a cell over several at each."""
        found: dict[int, str] = {}
        for cell in self.cells:
            if cell.row <= number <= max(cell.row, cell.last_row):
                across = range(cell.column, max(cell.column, cell.last_column) + 1)
                found.update(dict.fromkeys(across, cell.words))
        return found

    def linear(self) -> tuple[str, tuple[Place, ...]]:
        """The words of the cells, tabs between those of a row and line ends between rows; with the
        places of the cells in that text. Takes time in proportion to the length."""
        pieces: list[str] = []
        places: list[Place] = []
        length, row = 0, 0
        for cell in self.cells:
            if pieces:
                pieces.append("\t" if cell.row == row else "\n")
                length += 1
            pieces.append(cell.words)
            places.append(Place(length, length + len(cell.words), cell.fragment))
            length, row = length + len(cell.words), cell.row
        return "".join((*pieces, "\n")), tuple(places)


@dataclass(frozen=True, slots=True)
class Converted:
    """The content of a file: its text with places, and the tables that it holds.

    ``running`` are lines above and below its pages, ``notes`` what was left out, for people;
    ``title`` is what the file itself says its title is, ``legend`` are the lines that say what
    codes in its tables stand for.
    """

    media_type: str
    text: str
    places: tuple[Place, ...] = ()
    grids: Sequence[Grid] = ()
    running: Sequence[str] = ()
    notes: Sequence[str] = ()
    title: str = ""
    legend: Sequence[str] = ()


def grid_of(name: str, rows: Iterable[Sequence[str]]) -> Grid:
    """A table without cells over several rows or columns; empty cells are left out."""
    cells = [
        GridCell(words, number, column)
        for number, row in enumerate(rows, 1)
        for column, value in enumerate(row, 1)
        if (words := tidy(value))
    ]
    return Grid(name, cells)


def tidy(words: str) -> str:
    """The words of a cell: line ends as such, none and no white space around them, and no marks of
    HTML, which exports of databases leave in them."""
    words = words.replace("\r\n", "\n").replace("\r", "\n")
    if ENTITY.search(words) or TAG.search(words):
        words = html.unescape(TAG.sub(_break, words))
        words = BREAKS.sub("\n", words)
    return words.replace("\xa0", " ").strip()


def _break(tag: re.Match[str]) -> str:
    return "\n" if tag["block"] else ""
