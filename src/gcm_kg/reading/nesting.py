"""Tells whether a list begins within the item before it."""

from __future__ import annotations

from gcm_kg.reading.lines import OPEN_END, Line
from gcm_kg.reading.mark import Mark
from gcm_kg.reading.segments import Segment


def begins(line: Line, mark: Mark, tail: str, indent: int) -> bool:
    """Whether a mark may begin a list within the item before: that leads over to one, or the mark
    stands further in, or small letters are behind it."""
    small = line.text[mark.length :][:1].islower()
    return tail.endswith(":") or line.indent > indent or small


def is_open(last: Segment | None, mark: Mark, tail: str) -> bool:
    """Whether an item goes on in a list with the same sign: “- Set up homes, together with”."""
    if last is None or last.mark is None or mark.style != "bullet" or last.mark.key != mark.key:
        return False
    return tail.endswith(":") or OPEN_END.search(tail) is not None
