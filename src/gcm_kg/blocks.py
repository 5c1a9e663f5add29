"""Cuts a source text into blocks: stretches of lines that belong together."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby

from gcm_kg.layout import (
    BYTE_ORDER_MARK,
    DASHES,
    LONE_MARKER,
    MARKER,
    PAGE_NUMBER,
    RULE,
)

NUMBERED = re.compile(r"(?P<label>[IVXL]+|\d{1,2}|[A-Za-z])\.\s+(?P<title>\S.*)", re.DOTALL)
"""A numbered line: "III. Areas of discussion", "2. Panel on …", "c. Protection …"."""
LONGEST_HEADING = 200
STANDALONE = re.compile(
    r"(?:Your )?Excellenc(?:y|ies),|(?:table of )?contents:?"
    r"|Annex(?: (?:[IVX]+|\d|[A-Z]))?(?:\s*[:.–—-]\s*\S.{0,100})?(?<![.,;])",
    re.IGNORECASE,
)
"""Lines that are blocks of their own, even without blank lines around them."""
SENTENCE_END = (".", "!", "?", "…", ":", ";", "”", '"', "’", "*", ")")
OPEN_END = re.compile(
    r"(?:\b(?:a|an|and|as|at|by|for|from|in|of|on|or|that|the|to|which|with)|[,\-–])\Z", re.I
)
"""Ends of a line after which the phrase must go on."""
BEFORE_NUMBER = re.compile(r"\b(?:articles?|goals?|paragraphs?|parts?|phase|sections?|targets?)\Z")
"""Ends of a line after which a number is no heading."""
TAIL = 20
"""Code points at the end of a block that the two patterns above need."""


@dataclass(frozen=True, slots=True)
class Block:
    """A stretch of the text. ``start`` is the first word's place, behind any list marker.

    ``label`` and ``title`` are empty unless the block looks like a numbered heading or like a line
    of a table of contents. ``is_layout`` says that it holds a page number or a rule, and no words.
    """

    start: int
    end: int
    line: int
    is_item: bool
    label: str
    title: str
    is_layout: bool = False

    @property
    def is_numbered(self) -> bool:
        """Whether the block looks like a numbered heading or a line of a table of contents."""
        return bool(self.label)


@dataclass(frozen=True, slots=True)
class _Line:
    """A line that is not blank; ``start`` is its place in the text."""

    number: int
    start: int
    text: str

    @property
    def is_layout(self) -> bool:
        return bool(PAGE_NUMBER.fullmatch(self.text) or RULE.fullmatch(self.text))

    @property
    def begins_small(self) -> bool:
        return self.text.lstrip()[0].islower()


def cut(text: str) -> list[Block]:
    """The blocks of the text in order.

    A blank line ends a block; a list marker, a numbered heading, a page number or a line such as
    "Contents" begins one even without a blank line before it. Takes time in proportion to the
    length of the text.
    """
    cutter = _Cutter(text)
    for blank, lines in groupby(_lines(text), key=lambda line: not line.text.strip()):
        if not blank:
            cutter.take(list(lines))
    return cutter.blocks


def ending(text: str, block: Block) -> str:
    """The last code points of a block: enough to see whether its phrase is complete."""
    return text[max(block.start, block.end - TAIL) : block.end]


def _lines(text: str) -> Iterator[_Line]:
    start = len(text) - len(text.removeprefix(BYTE_ORDER_MARK))
    for number, line in enumerate(text[start:].split("\n"), 1):
        yield _Line(number, start, line)
        start += len(line) + 1


class _Cutter:
    """The blocks so far, and whether the last of them may go on."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.blocks: list[Block] = []
        self.open = False
        self.marker_waits = False
        self.indent = 0
        self.nested = False

    def take(self, lines: Sequence[_Line]) -> None:
        """Adds lines that no blank line parts."""
        self.open = False
        only_marker = sum(1 for line in lines if MARKER.match(line.text)) == 1
        position = 0
        while position < len(lines):
            position += self._step(lines, position, only_marker)

    def _step(self, lines: Sequence[_Line], position: int, only_marker: bool) -> int:
        """Adds the line at the position, or the heading that begins there; how many lines."""
        line = lines[position]
        if line.is_layout:
            self._begin(line, line, 0, is_layout=True)
        elif LONE_MARKER.fullmatch(line.text):
            self.open, self.marker_waits = False, True
        elif self._is_nested(line):
            self._append(line)
            self.nested = True
        elif self._is_item(line, only_marker):
            return self._begin_item(lines, position)
        elif (count := _heading_lines(lines, position)) and not self._needs_number():
            self._begin(line, lines[position + count - 1], 0, is_heading=True)
            return count
        elif STANDALONE.fullmatch(line.text.strip()) and not self._is_cut_short():
            self._begin(line, line, 0)
            self.open = False
        elif self.open:
            self._append(line)
        else:
            self._begin(line, line, 0)
        return 1

    def _begin_item(self, lines: Sequence[_Line], position: int) -> int:
        line = lines[position]
        marker = MARKER.match(line.text)
        lead = marker.end() if marker else 0
        rest = [_Line(line.number, line.start + lead, line.text[lead:]), *lines[position + 1 :][:3]]
        count = _heading_lines(rest, 0)
        last = rest[count - 1] if count else line
        self._begin(line, last, lead, is_item=True, is_heading=count > 0)
        self.open, self.marker_waits, self.nested = True, False, False
        self.indent = _indent(line)
        return max(count, 1)

    def _begin(
        self,
        line: _Line,
        last: _Line,
        lead: int,
        *,
        is_item: bool = False,
        is_heading: bool = False,
        is_layout: bool = False,
    ) -> None:
        start = line.start + lead + _indent_length(line.text[lead:])
        end = last.start + len(last.text.rstrip())
        numbered = NUMBERED.fullmatch(self.text, start, end) if is_heading else None
        label, title = (numbered["label"], numbered["title"]) if numbered else ("", "")
        self.blocks.append(Block(start, end, line.number, is_item, label, title, is_layout))
        self.open = not (is_heading or is_layout)

    def _append(self, line: _Line) -> None:
        self.blocks[-1] = replace(self.blocks[-1], end=line.start + len(line.text.rstrip()))

    def _is_item(self, line: _Line, only_marker: bool) -> bool:
        marker = MARKER.match(line.text)
        if not marker:
            return self.marker_waits
        is_dash = marker[0].strip() in DASHES
        may_go_on = bool(marker["tight"]) or line.text[marker.end()].islower()
        return not (is_dash and only_marker and may_go_on and self._is_mid_sentence())

    def _is_nested(self, line: _Line) -> bool:
        """Whether a list marker stands below an item that ends with a colon, and further in."""
        if not self.blocks or not self.blocks[-1].is_item or not MARKER.match(line.text):
            return False
        opens = self.nested or self.text[self.blocks[-1].end - 1] == ":"
        return opens and _indent(line) > self.indent

    def _is_mid_sentence(self) -> bool:
        """Whether a paragraph goes on: a dash in it is a dash, not a list marker."""
        if not self.open or self.blocks[-1].is_item:
            return False
        return not self.text.endswith(SENTENCE_END, self.blocks[-1].start, self.blocks[-1].end)

    def _is_cut_short(self) -> bool:
        return self.open and bool(OPEN_END.search(ending(self.text, self.blocks[-1])))

    def _needs_number(self) -> bool:
        """Whether the words before a number ask for it: "… of phase", line end, "I. In it, …"."""
        if not self.open or self.blocks[-1].is_numbered:
            return False
        before = ending(self.text, self.blocks[-1])
        return bool(OPEN_END.search(before) or BEFORE_NUMBER.search(before))


def _indent_length(line: str) -> int:
    return len(line) - len(line.lstrip())


def _indent(line: _Line) -> int:
    """The column of the first sign of a line, with tabs every eight columns."""
    return _indent_length(line.text.expandtabs())


def _heading_lines(lines: Sequence[_Line], position: int) -> int:
    """How many lines the numbered heading has that begins here; 0 if none does.

    A heading is short and not a sentence. It goes on with a line that begins with a small letter,
    or when its words so far cannot be its end.
    """
    words = lines[position].text.strip()
    if not NUMBERED.fullmatch(words[:LONGEST_HEADING]):
        return 0
    count = 1
    for line in lines[position + 1 :][:3]:
        if len(words) > LONGEST_HEADING or line.is_layout or MARKER.match(line.text):
            break
        if not line.begins_small and not OPEN_END.search(words[-TAIL:]):
            break
        words, count = f"{words} {line.text.strip()}", count + 1
    too_long = len(words) > LONGEST_HEADING
    return 0 if too_long or words.endswith((".", ";", ",")) else count
