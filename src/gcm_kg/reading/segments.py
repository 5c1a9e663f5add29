"""A stretch of a text: a heading, a paragraph or an item."""

from __future__ import annotations

from dataclasses import dataclass, field

from gcm_kg.reading.mark import Mark

Span = tuple[int, int]
ASIDE = ("note", "field")
"""Roles of what stands beside the text: notes, and lines that say something of a recommendation."""
WORD = -1
"""The level of a heading that only its words tell."""


@dataclass(slots=True)
class Segment:
    """A stretch of the text: a heading, a paragraph or an item.

    ``start`` is behind the mark, ``begin`` before it. ``holes`` are the stretches of furniture and
    footnotes inside. ``owner`` is the index of the segment that its list is under; ``level`` is
    that of a heading by its looks (1 to 6), 0 for a bold one, None if only its words may tell.
    """

    begin: int
    start: int
    end: int
    line: int
    mark: Mark | None = None
    owner: int | None = None
    fresh: bool = True
    closed: bool = False
    level: int | None = None
    role: str = ""
    holes: list[Span] = field(default_factory=list)
    last_line: int = 0
