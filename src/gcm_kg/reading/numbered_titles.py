"""Tells numbered titles that stand between numbered paragraphs: “81. …”, “1. States”, “82. …”."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Sequence

from gcm_kg.reading.segments import Segment

FAR = 40
"""Segments before a title in which the paragraph is whose number goes on behind it."""
FEWEST = 3
"""Titles of a series."""
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


def series_of_titles(
    segments: Sequence[Segment], is_title: Callable[[int], bool], asks: Callable[[int], bool]
) -> set[tuple[tuple[str, str], int | None]]:
    """The series of numbers, each with the segment that it is under, of titles alone, of which one
    says that recommendations stand below: items may have numbers of the same form."""
    series: defaultdict[tuple[tuple[str, str], int | None], list[int]] = defaultdict(list)
    for index, segment in enumerate(segments):
        if segment.mark and segment.mark.key == ("number", ".") and segment.level is None:
            series[segment.mark.key, segment.owner].append(index)
    return {
        key
        for key, found in series.items()
        if len(found) >= FEWEST and all(map(is_title, found[:-1])) and any(map(asks, found))
    }


def in_capitals(words: str) -> bool:
    """Whether all words are in capitals, and more than a short name."""
    return len(words) > 4 and words.isupper()
