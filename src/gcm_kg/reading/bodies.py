"""Finds the body whose recommendations they are: that of the front, or that of their section, where
a document puts together what several bodies said."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence

from gcm_kg.reading.segments import Segment, Span

# Is “B. Committee on Fish”, not “The Committee on Fish met”.
ALONE = re.compile(
    r"\W*(?:(?:[A-Z\d]{1,4}|[ivx]{1,5})[.)]\s+)?(?:United\s+Nations\s+|UN\s+)?"
    r"(?P<body>(?:(?:Sub)?[Cc]ommittee|Special\s+Rapporteur|Independent\s+Expert"
    r"|Working\s+Group)\s+(?:on|against|for)\s+(?:the\s+)?[A-Z\d][^.;:()]{3,120}?|Human\s+Rights\s+Committee)"
    r"(?:\s+\([A-Z][A-Z-]+\))?\W*"
)
"""A line that is the name of a body."""


class Bodies:
    """Knows which body speaks where. ``front`` is the place of the one that the front names."""

    def __init__(self, words: str, segments: Sequence[Segment], front: Span | None) -> None:
        self._front = front
        found = (ALONE.fullmatch(words, s.begin, s.end) for s in segments if not s.role)
        self._places = [match.span("body") for match in found if match]
        several = {" ".join(words[slice(*place)].casefold().split()) for place in self._places}
        self._is_compiled = len(several) > 1

    def of(self, place: int) -> Span | None:
        """The place of the name of the body that speaks at a place; none where several do, and none
        is named above."""
        if not self._is_compiled:
            return self._front
        above = bisect_right(self._places, (place, place))
        return self._places[above - 1] if above else None
