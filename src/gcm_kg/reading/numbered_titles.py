"""Tells numbered titles that stand between numbered paragraphs: “81. …”, “1. States”, “82. …”."""

from __future__ import annotations

from collections.abc import Sequence

from gcm_kg.reading.segments import Segment

FAR = 40
"""Segments before a title in which the paragraph is whose number goes on behind it."""
LONGEST = 110
"""Code points of such a title."""


def stands_between(segments: Sequence[Segment], index: int) -> bool:
    """Whether the numbers of the paragraphs before and behind a short numbered line go on from
    each other, and not from its own."""
    segment = segments[index]
    following = next((s for s in segments[index + 1 : index + 4] if not s.role), None)
    if following is None or not (segment.mark and following.mark):
        return False
    key, due = following.mark.key, following.mark.value
    if segment.mark.key != key or segment.owner == following.owner:
        return False
    above = segments[index - 1]
    if above.mark and above.mark.key == key and above.owner == segment.owner:
        return False  # an item of a list
    near = [s for s in segments[max(0, index - FAR) : index] if s.mark and s.mark.key == key]
    goes_on = any(s.mark.value == due - 1 and s.owner == following.owner for s in near if s.mark)
    return goes_on and segment.end - segment.start <= LONGEST


def in_capitals(words: str) -> bool:
    """Whether all words are in capitals, and more than a short name."""
    return len(words) > 4 and words.isupper()
