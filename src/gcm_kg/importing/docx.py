"""Reads DOCX files: paragraphs with their numbers, headings, tables, footnotes.

What was deleted with changes tracked, what is hidden, comments and field codes are not read.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from xml.etree.ElementTree import Element
from zipfile import ZipFile

from gcm_kg.errors import InputError
from gcm_kg.importing.converted import Converted, Grid, GridCell, tidy
from gcm_kg.importing.media import DOCX
from gcm_kg.importing.numbering import Numbering, W
from gcm_kg.importing.packed import member, open_packed

MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
LEFT_OUT = {
    f"{W}{name}"
    for name in ("del", "moveFrom", "instrText", "delText", "pPr", "sectPr", "tbl", "txbxContent")
} | {f"{MC}Fallback"}
"""Elements whose words are not read: deleted, or no words; tables and boxes within words stand
alone."""
SIGNS = {"tab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "-", "softHyphen": ""}
"""Elements that stand for a sign."""
SUPERSCRIPT = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")
# Matches “Page 1 of 2”, not “Page one”.
PAGE = re.compile(r"\b(?:Page )?\d+ (?:of|/) \d+\b")
RULE = "____________________"
MOST = {"p": 40_000, "tbl": 5_000}
"""How many paragraphs and tables a document may have: a thousand pages have fewer."""
MOST_IN_TABLES = 100_000
"""How many paragraphs its tables may have: ten thousand rows have fewer."""


def converted(data: bytes, path: Path) -> Converted:
    """The text of a DOCX file, a blank line between paragraphs, and its tables.

    Raises InputError for a file that is broken or has no words.
    """
    with open_packed(data, path) as packed:
        body = member(packed, "word/document.xml", path)
        content = body.find(f"{W}body") if body is not None else None
        if content is None:
            raise InputError(path, "a DOCX file", "one without a text", "save it anew")
        _refuse_long(content, path)
        reader = _Reader(packed, path)
        blocks = list(reader.blocks(content))
        notes = list(reader.footnotes())
        running = list(reader.running())
    if notes:
        blocks += [RULE, *notes]
    text = "\n\n".join(blocks) + "\n" if blocks else ""
    return Converted(DOCX, text, grids=reader.grids, running=running)


def _refuse_long(content: Element, path: Path) -> None:
    within = sum(below.tag == f"{W}p" for cell in content.iter(f"{W}tc") for below in cell)
    most = {
        "paragraphs": (MOST["p"], sum(1 for _ in content.iter(f"{W}p")) - within),
        "tables": (MOST["tbl"], sum(1 for _ in content.iter(f"{W}tbl"))),
        "paragraphs in tables": (MOST_IN_TABLES, within),
    }
    for kind, (allowed, count) in most.items():
        if count > allowed:
            raise InputError(path, f"at most {allowed:,} {kind}", f"{count:,}", "split the file")


class _Reader:
    def __init__(self, packed: ZipFile, path: Path) -> None:
        self.packed, self.path = packed, path
        self.grids: list[Grid] = []
        styles = member(packed, "word/styles.xml", path)
        self.numbering = Numbering(member(packed, "word/numbering.xml", path), styles)
        self.headings = dict(_heading_styles(styles))

    def blocks(self, parent: Element) -> Iterator[str]:
        """The paragraphs in order; those of tables too, cells of a row with tabs between them."""
        for child in parent:
            if child.tag == f"{W}p":
                if words := self._paragraph(child):
                    yield words
                for box in _boxes(child):
                    yield from self.blocks(box)
            elif child.tag == f"{W}tbl":
                yield from self._table(child)
            elif child.tag in (f"{W}sdt", f"{W}sdtContent", f"{W}ins", f"{W}customXml"):
                yield from self.blocks(child)

    def footnotes(self) -> Iterator[str]:
        """The footnotes and endnotes, each behind its number."""
        for kind in ("footnote", "endnote"):
            root = member(self.packed, f"word/{kind}s.xml", self.path)
            for note in () if root is None else root.iter(W + kind):
                number = note.get(f"{W}id", "")
                words = " ".join(self.blocks(note))
                if words and note.get(f"{W}type") is None:
                    yield f"{number.translate(SUPERSCRIPT)} {words}"

    def running(self) -> Iterator[str]:
        """What stands above each page, on one line."""
        for name in self.packed.namelist():
            if name.startswith("word/header") and name.endswith(".xml"):
                root = member(self.packed, name, self.path)
                said = " ".join(self.blocks(root)) if root is not None else ""
                if words := " ".join(PAGE.sub(" ", said).split()):
                    yield words

    def _paragraph(self, paragraph: Element) -> str:
        style = paragraph.find(f"{W}pPr/{W}pStyle")
        name = style.get(f"{W}val", "") if style is not None else ""
        words = tidy("".join(words_of(paragraph)))
        if not words:
            return ""
        mark = self.numbering.mark(paragraph, name)
        if not mark and name in self.headings:
            return "#" * self.headings[name] + " " + " ".join(words.split())
        return f"{mark} {words}" if mark else words

    def _table(self, table: Element) -> Iterator[str]:
        cells = list(self._cells(table))
        self.grids.append(Grid(f"table {len(self.grids) + 1}", cells))
        row, words = 0, list[str]()
        for cell in cells:
            if cell.row != row and words:
                yield "\t".join(words)
                words = []
            row = cell.row
            words.append(cell.words)
        if words:
            yield "\t".join(words)

    def _cells(self, table: Element) -> Iterator[GridCell]:
        """The cells of a table; one over several rows or columns is one cell."""
        below: dict[int, GridCell] = {}
        made: list[GridCell] = []
        for row, line in enumerate(_rows(table), 1):
            column = 1 + _skipped(line)
            for element in _in(line, "tc"):
                width = max(1, _integer(element.find(f"{W}tcPr/{W}gridSpan")))
                merge = element.find(f"{W}tcPr/{W}vMerge")
                goes_on = merge is not None and merge.get(f"{W}val", "continue") == "continue"
                if goes_on and column in below:
                    above = below[column]
                    last = GridCell(above.words, above.row, column, row, above.last_column)
                    made[made.index(above)] = below[column] = last
                elif words := tidy("\n".join(self.blocks(element))):
                    cell = GridCell(words, row, column, row, column + width - 1)
                    made.append(cell)
                    below[column] = cell
                else:
                    below.pop(column, None)
                column += width
        return iter(made)


def words_of(element: Element) -> Iterator[str]:
    """The words of a paragraph in order, as they are after all changes that were tracked."""
    waiting = [iter(element)]
    while waiting:
        child = next(waiting[-1], None)
        if child is None:
            waiting.pop()
        elif child.tag == f"{W}t":
            yield child.text or ""
        elif child.tag in (f"{W}footnoteReference", f"{W}endnoteReference"):
            yield child.get(f"{W}id", "").translate(SUPERSCRIPT)
        elif child.tag == f"{W}sym":
            yield _symbol(child.get(f"{W}char", ""))
        elif child.tag.removeprefix(W) in SIGNS:
            yield SIGNS[child.tag.removeprefix(W)]
        elif child.tag not in LEFT_OUT and not _is_hidden(child):
            waiting.append(iter(child))


def _boxes(paragraph: Element) -> Iterator[Element]:
    """The boxes of text that a paragraph holds, outermost ones, and each once."""
    waiting = [iter(paragraph)]
    while waiting:
        child = next(waiting[-1], None)
        if child is None:
            waiting.pop()
        elif child.tag == f"{W}txbxContent":
            yield child
        elif child.tag != f"{MC}Fallback":
            waiting.append(iter(child))


def _symbol(code: str) -> str:
    """The sign of a font such as Wingdings, as its place in the private use area of Unicode."""
    number = int(code, 16) if re.fullmatch(r"[0-9A-Fa-f]{2,4}", code) else 0
    return chr(number if number > 0xFF else 0xF000 + number) if number else ""


def _is_hidden(run: Element) -> bool:
    hidden = run.find(f"{W}rPr/{W}vanish") if run.tag == f"{W}r" else None
    return hidden is not None and hidden.get(f"{W}val", "1") not in ("0", "false")


def _rows(table: Element) -> Iterator[Element]:
    """The rows of a table that were not deleted."""
    return (r for r in _in(table, "tr") if r.find(f"{W}trPr/{W}del") is None)


def _in(parent: Element, name: str) -> Iterator[Element]:
    """Children of a name, also within content controls."""
    for child in parent:
        if child.tag == W + name:
            yield child
        elif child.tag in (f"{W}sdt", f"{W}sdtContent"):
            yield from _in(child, name)


def _skipped(row: Element) -> int:
    return _integer(row.find(f"{W}trPr/{W}gridBefore"))


def _integer(element: Element | None) -> int:
    value = element.get(f"{W}val", "") if element is not None else ""
    return int(value) if value.isdecimal() and len(value) < 4 else 0


def _heading_styles(styles: Element | None) -> Iterator[tuple[str, int]]:
    """The styles of headings with their levels; a title is of the first."""
    for style in () if styles is None else styles.iter(f"{W}style"):
        name = style.find(f"{W}name")
        said = name.get(f"{W}val", "").casefold() if name is not None else ""
        if said.startswith("heading ") or said == "title":
            level = said.removeprefix("heading ")
            yield style.get(f"{W}styleId", ""), min(int(level), 6) if level.isdecimal() else 1
