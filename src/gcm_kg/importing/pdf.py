"""Makes a text of the lines of a PDF file: paragraphs, without what stands on every page.

Hyphens at the ends of lines and ligatures stay as the text layer has them: what is read folds them,
and every offset is one of the layer's words.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import groupby, pairwise
from pathlib import Path
from statistics import median

from gcm_kg.importing.converted import Converted
from gcm_kg.importing.media import PDF
from gcm_kg.importing.pages import SUPERSCRIPT, Box, Line, Pages, pages_of
from gcm_kg.importing.pdf_cells import Table
from gcm_kg.importing.pdf_tables import tables_in
from gcm_kg.model.original import RECTANGLE, Place
from gcm_kg.reading.pages import is_furniture

EDGE = 0.12
"""The share of a page, above and below, in which running lines stand."""
WIDER = 1.35
"""How much wider than usual the space before a line is that begins a paragraph."""
BLANK_LINE = 1.7
"""How many times the distance of lines that is at least over which a line is left blank."""
OTHER_SIZE = 0.15
"""The share by which the letters of a heading differ from those of the text."""
SMALL_PRINT = 0.92
"""The share of the size of the text below which letters at the foot of a page are of notes."""
MARKS = "⁰¹²³⁴⁵⁶⁷⁸⁹* "
ENDS = (".", "!", "?", ":", ";", "”", '"', ")")
# Begins “(a) Ratify” and “122.1. Adopt”, not “2014 and”.
MARKED = re.compile(
    r"(?:[•‣▪■◦●○·➢\uf0b7–*-]|\(?(?:[a-z]{1,3}|[ivx]+|\d+)\)|(?:[A-Z]|[IVX]+|\d{1,3}(?:\.\d{1,3})*)[.)]"
    r"|\d{1,3}\.\d{1,3})\s"
)
DIGITS = re.compile(r"\d+")
# Is “12” and “[3]”, not “3.”.
NOTE_NUMBER = re.compile(r"\[?\d{1,3}\]?")


def converted(data: bytes, path: Path) -> Converted:
    """The text of a PDF file with a place for each word, a blank line between paragraphs.

    Raises InputError for a file that is broken, encrypted, or without a text layer.
    """
    pages = pages_of(data, path)
    running = _running(pages)
    lines = [line for line in pages.lines if not _runs(line, pages, running)]
    tables = tables_in(lines)
    cells = {index for table in tables for index in table.lines}
    raised = [*_with_notes(lines)]
    lines = [line if i in cells else raised[i] for i, line in enumerate(lines)]
    text, places = _Writer(lines, tables).written()
    grids = [table.grid(f"table {number}") for number, table in enumerate(tables, 1)]
    numbers = ", ".join(map(str, pages.blank))
    notes = [f"no words on page {numbers}; if it is a scan, recognize its text"] if numbers else []
    above = [line.text for line in pages.lines if _runs(line, pages, running)]
    running_lines = tuple(dict.fromkeys(above))
    return Converted(PDF, text, places, grids, running=running_lines, notes=notes)


def _running(pages: Pages) -> dict[str, float]:
    """The lines, digits aside, that stand at an edge of several pages, a third of all or more, and
    the size of their smallest letters."""
    at_edge = [line for line in pages.lines if _at_edge(line, pages)]
    counts = Counter(key for _, key in {(line.page, _key(line)) for line in at_edge})
    needed = max(2, len(pages.heights) / 3)
    sizes: dict[str, float] = {}
    for line in at_edge:
        if counts[_key(line)] >= needed:
            sizes[_key(line)] = min(line.size, sizes.get(_key(line), line.size))
    return sizes


def _runs(line: Line, pages: Pages, running: Mapping[str, float]) -> bool:
    """Whether a line is one of those, and no title in larger letters, of which they have the
    words."""
    size = running.get(_key(line), 0)
    return _at_edge(line, pages) and 0 < line.size <= (1 + OTHER_SIZE) * size


def _key(line: Line) -> str:
    return DIGITS.sub("#", line.text)


def _at_edge(line: Line, pages: Pages) -> bool:
    height, box = pages.heights[line.page - 1], line.box
    return box.bottom < height * EDGE or box.top > height * (1 - EDGE)


def _with_notes(lines: Sequence[Line]) -> Iterator[Line]:
    """The lines; a number that begins one in small print at the foot of a page, below the text, is
    raised, as the mark of a note is."""
    sizes = Counter(round(line.size, 1) for line in lines for _ in line.words)
    usual = max(sizes, key=lambda size: (sizes[size], size), default=0)
    for _, page in groupby(lines, key=lambda line: line.page):
        found = list(page)
        foot = len(found)
        while foot and found[foot - 1].size <= SMALL_PRINT * usual:
            foot -= 1
        yield from found[:foot]
        yield from map(_raised, found[foot:]) if foot else found


def _raised(line: Line) -> Line:
    (word, box), *others = line.words
    if not others or not NOTE_NUMBER.fullmatch(word) or is_furniture(line.text):
        return line
    return replace(line, words=((word.translate(SUPERSCRIPT), box), *others))


class _Writer:
    """Writes lines one behind the other, and keeps where each word stands."""

    def __init__(self, lines: Sequence[Line], tables: Sequence[Table] = ()) -> None:
        self.lines = lines
        self.tables = {table.lines[0]: table for table in tables}
        self.within = {index for table in tables for index in table.lines}
        self.pitches = _pitches(lines)
        self.pieces: list[str] = []
        self.places: list[Place] = []
        self.length = 0

    def written(self) -> tuple[str, tuple[Place, ...]]:
        """The text and its places. Takes time in proportion to the number of words."""
        before: Line | None = None
        for index, line in enumerate(self.lines):
            if index in self.tables:
                self._add_rows(self.tables[index])
            if index in self.within:
                before = None
                continue
            if before is not None:
                self._add("\n\n" if self._begins(before, line) else "\n")
            elif self.pieces:
                self._add("\n\n")
            self._add_words(line.page, line.words)
            before = line
        self._add("\n")
        return "".join(self.pieces), tuple(self.places)

    def _add(self, piece: str) -> None:
        self.pieces.append(piece)
        self.length += len(piece)

    def _add_rows(self, table: Table) -> None:
        """Each row on a line, tabs between its cells."""
        for row in range(len(table.rows)):
            if self.pieces:
                self._add("\n\n")
            for number, cell in enumerate(filter(None, table.parts(row))):
                if number:
                    self._add("\t")
                for further, (page, words) in enumerate(cell):
                    self._add(" " if further else "")
                    self._add_words(page, words)

    def _add_words(self, page: int, words: Sequence[tuple[str, Box]]) -> None:
        for number, (word, box) in enumerate(words):
            if number:
                self._add(" ")
            place = Place(self.length, self.length + len(word), _fragment(page, box))
            self.places.append(place)
            self._add(word)

    def _begins(self, before: Line, line: Line) -> bool:
        """Whether a line begins a paragraph."""
        ended = before.text.rstrip(MARKS).endswith(ENDS)
        if line.page != before.page or line.box.top < before.box.top:
            return ended or not line.text[:1].islower()
        if abs(line.size - before.size) > OTHER_SIZE * before.size:
            return True
        wider = line.top - before.top > WIDER * self.pitches.get(_rounded(line.size), 1e9)
        return wider or bool(ended and MARKED.match(line.text))


def _pitches(lines: Sequence[Line]) -> dict[int, float]:
    """The usual distance from line to line, by the size of the letters."""
    found: dict[int, list[float]] = {}
    for before, line in pairwise(lines):
        distance = line.top - before.top
        if line.page == before.page and 0 < distance < 4 * line.size:
            found.setdefault(_rounded(line.size), []).append(distance)
    return {size: _usual(distances) for size, distances in found.items()}


def _usual(distances: Sequence[float]) -> float:
    """The distance of most lines; where most are paragraphs of one line, a blank one between them,
    that of the lines of the others."""
    nearer = sorted(distances)[len(distances) // 5]
    middle = median(distances)
    return nearer if middle > BLANK_LINE * nearer else middle


def _rounded(size: float) -> int:
    return round(size)


def _fragment(page: int, box: Box) -> str:
    """A page and a rectangle from its upper left edge (RFC 8118, section 3)."""
    numbers = (box.left, box.top, box.right - box.left, box.height)
    return f"page={page}{RECTANGLE}" + ",".join(f"{max(number, 0):.1f}" for number in numbers)
