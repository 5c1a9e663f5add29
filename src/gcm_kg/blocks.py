"""Cuts a source text into blocks: stretches of lines that belong together."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

MARKER = re.compile(r"[ \t]*[-•–*][ \t]+(?=\S)")
"""A list marker: "- ", "• "."""
NUMBERED = re.compile(r"(?P<label>[IVXL]+|\d{1,2}|[A-Za-z])\.[ \t]+(?P<title>\S.*)")
"""A numbered line: "III. Areas of discussion", "2. Panel on …", "c. Protection …"."""
PAGE_NUMBER = re.compile(r"[ \t]*(?:Page )?\d{1,3}(?: of \d{1,3})?[ \t]*")
"""A page number, alone on its line."""
LONGEST_HEADING = 200


@dataclass(frozen=True, slots=True)
class Block:
    """A stretch of the text. ``start`` is the first word's place, behind any list marker."""

    start: int
    end: int
    line: int
    is_item: bool
    label: str
    title: str
    is_page_number: bool = False

    @property
    def is_numbered(self) -> bool:
        """Whether the block looks like a numbered heading or a line of a table of contents."""
        return bool(self.label)


def cut(text: str) -> list[Block]:
    """The blocks of the text in order.

    A blank line ends a block; a list marker, a numbered short line or a page number begins one
    even without a blank line before it.
    """
    blocks: list[Block] = []
    open_block = False
    for number, start, line in _lines(text):
        if not line.strip():
            open_block = False
        elif open_block and not _begins(line):
            blocks[-1] = replace(blocks[-1], end=start + len(line.rstrip()))
        else:
            blocks.append(_block(number, start, line))
            open_block = not blocks[-1].is_page_number and (
                blocks[-1].is_item or not blocks[-1].is_numbered
            )
    return blocks


def _lines(text: str) -> Iterator[tuple[int, int, str]]:
    start = 0
    for number, line in enumerate(text.split("\n"), 1):
        yield number, start, line
        start += len(line) + 1


def _begins(line: str) -> bool:
    return bool(MARKER.match(line) or PAGE_NUMBER.fullmatch(line) or _numbered(line.strip()))


def _numbered(line: str) -> re.Match[str] | None:
    """A numbered line that can be a heading: short, and not a sentence."""
    if len(line) > LONGEST_HEADING or line.endswith((".", ";", ",")):
        return None
    return NUMBERED.fullmatch(line)


def _block(number: int, start: int, line: str) -> Block:
    marker = MARKER.match(line)
    lead = marker.end() if marker else len(line) - len(line.lstrip())
    words = line[lead:].rstrip()
    numbered = _numbered(words)
    return Block(
        start=start + lead,
        end=start + lead + len(words),
        line=number,
        is_item=bool(marker),
        label=numbered["label"] if numbered else "",
        title=numbered["title"] if numbered else "",
        is_page_number=not marker and bool(PAGE_NUMBER.fullmatch(line)),
    )
