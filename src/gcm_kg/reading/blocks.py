"""Cuts a source text into blocks: stretches of lines that belong together."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from gcm_kg.reading.lines import (
    BEFORE_NUMBER,
    MOST_LINES,
    NUMBERED,
    OPEN_END,
    SENTENCE_END,
    TAIL,
    Line,
    groups,
    heading_lines,
)
from gcm_kg.text.layout import DASHES, MARKER


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


def cut(text: str) -> list[Block]:
    """The blocks of the text in order.

    A blank line ends a block; a list marker, a numbered heading, a page number or a line such as
    "Contents" begins one even without a blank line before it. Takes time in proportion to the
    length of the text.
    """
    cutter = _Cutter(text)
    for lines in groups(text):
        cutter.take(lines)
    return cutter.blocks


def ending(text: str, block: Block) -> str:
    """The last code points of a block: enough to see whether its phrase is complete."""
    return text[max(block.start, block.end - TAIL) : block.end]


class _Cutter:
    """The blocks so far, and what the last lines leave open."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.blocks: list[Block] = []
        self.open = False
        """Whether the next line may belong to the last block."""
        self.marker_waits = False
        """Whether a list marker stands alone on the last line."""
        self.indent = 0
        """The column of the marker of the last item."""
        self.nested = False
        """Whether the last item has items within it."""

    def take(self, lines: Sequence[Line]) -> None:
        """Adds lines that no blank line parts."""
        self.open = False
        only_marker = sum(1 for line in lines if MARKER.match(line.text)) == 1
        position = 0
        while position < len(lines):
            following = lines[position + 1 : position + MOST_LINES]
            position += self._step(lines[position], following, only_marker)

    def _step(self, line: Line, following: Sequence[Line], only_marker: bool) -> int:
        """Adds a line, or the whole heading that begins with it; returns how many lines."""
        count = 1
        if line.is_layout:
            self._begin(line, line, is_layout=True)
        elif line.is_lone_marker and not self._is_mid_sentence():
            self.open, self.marker_waits = False, True
        elif self._is_nested(line):
            self._append(line)
            self.open = self.nested = True
        elif self._is_item(line, following, only_marker):
            count = self._begin_item(line, following)
        elif (lines := heading_lines(line, following)) and not self._needs_number():
            count = lines
            self._begin(line, [line, *following][count - 1], is_heading=True)
        elif line.stands_alone and not self._is_cut_short():
            self._begin(line, line)
            self.open = False
        elif self.open:
            self._append(line)
        else:
            self._begin(line, line)
        return count

    def _begin_item(self, line: Line, following: Sequence[Line]) -> int:
        marker = MARKER.match(line.text)
        words = line.behind(marker.end() if marker else 0)
        count = heading_lines(words, following)
        last = [words, *following][max(count, 1) - 1]
        self._begin(words, last, is_item=True, is_heading=count > 0)
        self.open, self.nested, self.indent = True, False, line.indent
        return max(count, 1)

    def _begin(
        self,
        line: Line,
        last: Line,
        *,
        is_item: bool = False,
        is_heading: bool = False,
        is_layout: bool = False,
    ) -> None:
        start, end = line.behind(0).start, last.end
        numbered = NUMBERED.fullmatch(self.text, start, end) if is_heading else None
        label, title = (numbered["label"], numbered["title"]) if numbered else ("", "")
        self.blocks.append(Block(start, end, line.number, is_item, label, title, is_layout))
        self.open = not (is_heading or is_layout)
        self.marker_waits = self.marker_waits and is_layout

    def _append(self, line: Line) -> None:
        self.blocks[-1] = replace(self.blocks[-1], end=line.end)

    def _is_item(self, line: Line, following: Sequence[Line], only_marker: bool) -> bool:
        marker = MARKER.match(line.text)
        if not marker:
            return self.marker_waits and not heading_lines(line, following)
        is_dash = marker[0].strip() in DASHES
        may_go_on = bool(marker["tight"]) or line.text[marker.end()].islower()
        return not (is_dash and only_marker and may_go_on and self._is_mid_sentence())

    def _is_nested(self, line: Line) -> bool:
        """Whether a list marker stands below an item that ends with a colon, and further in."""
        if not self.blocks or not self.blocks[-1].is_item or not MARKER.match(line.text):
            return False
        opens = self.nested or self.text[self.blocks[-1].end - 1] == ":"
        return opens and line.indent > self.indent

    def _is_mid_sentence(self) -> bool:
        """Whether a paragraph goes on: a dash in it is a dash, not a list marker."""
        if not self.open or self.blocks[-1].is_item:
            return False
        return not self.text.endswith(SENTENCE_END, self.blocks[-1].start, self.blocks[-1].end)

    def _is_cut_short(self) -> bool:
        return self.open and bool(OPEN_END.search(ending(self.text, self.blocks[-1])))

    def _needs_number(self) -> bool:
        """Whether the words before a number ask for it: "… of phase" on one line, "I." below."""
        if not self.open or self.blocks[-1].is_numbered:
            return False
        before = ending(self.text, self.blocks[-1])
        open_end = OPEN_END.search(before) and not before.endswith(",")
        return bool(open_end or BEFORE_NUMBER.search(before))
