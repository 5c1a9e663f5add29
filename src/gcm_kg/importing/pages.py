"""Reads the lines of the pages of a PDF file with their places, by the text layer."""

from __future__ import annotations

import ctypes
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from gcm_kg.errors import InputError

SUPERSCRIPT = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")
SMALL = 0.85
"""The share of the size of a line below which raised digits are marks of notes."""
RAISED = 0.25
"""The share of the size of a line by which marks of notes are raised."""
HYPHENS = dict.fromkeys(map(ord, "\x02\xad\ufffe"), "-")
"""What a text layer has for a hyphen at the end of a line."""
# Is “Ratify”, not “ ”.
WORD = re.compile(r"\S+")
# Is “\x00”, not “é”.
UNREADABLE = re.compile(r"[\x00-\x08\x0e-\x1f\ufffd\uffff\ue000-\uf0b6\uf0b8-\uf8ff]")


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle of a page, in points from its left and upper edges."""

    left: float
    top: float
    right: float
    bottom: float

    def with_(self, other: Box) -> Box:
        """The rectangle around both."""
        low = min(self.left, other.left), min(self.top, other.top)
        return Box(*low, max(self.right, other.right), max(self.bottom, other.bottom))

    @property
    def height(self) -> float:
        """From the upper to the lower edge."""
        return self.bottom - self.top


@dataclass(frozen=True, slots=True)
class Line:
    """Words with their rectangles, on a page, which is counted from 1."""

    page: int
    words: tuple[tuple[str, Box], ...]
    size: float
    """The height of most letters, in points."""

    @property
    def text(self) -> str:
        """The words, a space between them."""
        return " ".join(word for word, _ in self.words)

    @property
    def top(self) -> float:
        """The upper edge of the first word that is not raised or small."""
        boxes = [box for _, box in self.words]
        return next((b.top for b in boxes if b.height > SMALL * self.size), boxes[0].top)

    @property
    def box(self) -> Box:
        """The rectangle around the words."""
        box = self.words[0][1]
        for _, other in self.words[1:]:
            box = box.with_(other)
        return box


@dataclass(frozen=True, slots=True)
class Pages:
    """The lines of all pages in order, the heights of the pages, and those that hold no words."""

    lines: list[Line]
    heights: list[float]
    blank: list[int]


def pages_of(data: bytes, path: Path) -> Pages:
    """The pages of a PDF file.

    Raises InputError for one that is broken, encrypted, or without a text layer that can be read.
    """
    import pypdfium2

    try:
        with pypdfium2.PdfDocument(data) as document:
            if not len(document):
                raise InputError(path, "a PDF with pages", "none", "get it again")
            pages = [_Page(document, at) for at in range(len(document))]
    except pypdfium2.PdfiumError as error:
        raise _refusal(path, str(error)) from None
    lines = [line for page in pages for line in _joined(page.lines)]
    _refuse_unreadable(path, lines, len(pages))
    blank = [number for number, page in enumerate(pages, 1) if not page.lines]
    return Pages(lines, [page.height for page in pages], blank)


def _refusal(path: Path, message: str) -> InputError:
    if "assword" in message or "ecurity" in message:
        return InputError(path, "an open PDF", "an encrypted one", "save it without a password")
    return InputError(path, "a whole PDF", "a broken one", "get it again")


def _refuse_unreadable(path: Path, lines: list[Line], pages: int) -> None:
    words = "".join(line.text for line in lines)
    advice = "recognize its text first, for example with ocrmypdf"
    if sum(map(str.isalpha, words)) < 10 * min(pages, 10):
        raise InputError(path, "a PDF with a text layer", "a scan, or nearly no words", advice)
    if len(UNREADABLE.findall(words)) > len(words) * 0.2:
        found = "one whose letters cannot be read"
        raise InputError(path, "a PDF with a text layer", found, advice)


class _Page:
    """The lines of a page, as the text layer has them."""

    def __init__(self, document: Any, at: int) -> None:
        import pypdfium2.raw as raw

        self.raw = raw
        page = document[at]
        self.left, bottom, _, self.top = page.get_cropbox()
        self.height = self.top - bottom
        self.layer = page.get_textpage()
        self.lines = list(self._lines(at + 1))
        self.layer.close()
        page.close()

    def _text(self) -> str:
        """The text, a code unit for each letter of the layer."""
        count = self.layer.count_chars()
        text: str = self.layer.get_text_range()
        if len(text) != count:
            units = (self.raw.FPDFText_GetUnicode(self.layer, i) for i in range(count))
            text = "".join(chr(unit) if unit < 0x110000 else "\ufffd" for unit in units)
        return text.translate(HYPHENS)

    def _lines(self, number: int) -> Iterator[Line]:
        text, start = self._text(), 0
        for piece in text.splitlines(keepends=True):
            found = [(m.start() + start, m.end() + start) for m in WORD.finditer(piece)]
            if found:
                yield self._line(number, text, found)
            start += len(piece)

    def _line(self, number: int, text: str, found: list[tuple[int, int]]) -> Line:
        boxes = [self._box(start, end) for start, end in found]
        weights: Counter[float] = Counter()
        for (start, end), box in zip(found, boxes, strict=True):
            weights[round(box.height, 1)] += end - start
        size = max(weights, key=lambda each: (weights[each], each))
        foot = max(box.bottom for box in boxes if box.height > SMALL * size)
        words = [self._word(text[s:e], s, size, foot) for s, e in found]
        return Line(number, tuple(zip(words, boxes, strict=True)), size)

    def _word(self, word: str, start: int, size: float, foot: float) -> str:
        """A word; digits that are smaller and higher than the line are marks of notes."""
        if not any(map(str.isdigit, word)):
            return word
        return "".join(
            sign.translate(SUPERSCRIPT)
            if sign.isdigit() and _is_raised(self._letter(at), size, foot)
            else sign
            for at, sign in enumerate(word, start)
        )

    def _box(self, start: int, end: int) -> Box:
        box = self._letter(start)
        return box.with_(self._letter(end - 1)) if end - start > 1 else box

    def _letter(self, index: int) -> Box:
        rectangle = self.raw.FS_RECTF()
        self.raw.FPDFText_GetLooseCharBox(self.layer, index, ctypes.byref(rectangle))
        left, right = sorted((rectangle.left - self.left, rectangle.right - self.left))
        top, bottom = sorted((self.top - rectangle.top, self.top - rectangle.bottom))
        return Box(left, top, right, bottom)


def _is_raised(box: Box, size: float, foot: float) -> bool:
    return box.height < SMALL * size and foot - box.bottom > RAISED * size


def _joined(lines: list[Line]) -> Iterator[Line]:
    """Lines, those that a raised mark or a wide space has cut in two joined again."""
    last: Line | None = None
    for line in lines:
        if last is not None and _goes_on(last, line):
            last = _with(last, line)
        else:
            if last is not None:
                yield last
            last = line
    if last is not None:
        yield last


def _goes_on(last: Line, line: Line) -> bool:
    """Whether a line stands right of another, at the same height."""
    one, other = last.box, line.box
    common = min(one.bottom, other.bottom) - max(one.top, other.top)
    beside = other.left >= one.right - 1
    return beside and common > 0.5 * min(one.height, other.height)


def _with(last: Line, line: Line) -> Line:
    """Two lines as one; digits of the second that are raised are marks of notes."""
    if len(line.text) > len(last.text):
        return replace(line, words=last.words + line.words)
    words = tuple(
        (word.translate(SUPERSCRIPT) if _is_raised(box, last.size, last.box.bottom) else word, box)
        for word, box in line.words
    )
    return replace(last, words=last.words + words)
