"""Finds what stands alone in a line below each of the numbered recommendations: “Supported”."""

from __future__ import annotations

import re
from collections.abc import Sequence

from gcm_kg.reading.segments import ASIDE, Segment, Span
from gcm_kg.reading.wording import ANSWER_ALONE

# Is “Source of Position: A/HRC/59/15/Add.1 - Para.3⏎”, not “Source: Togo⏎”.
SOURCE = re.compile(r"\W*Source of position\b[^\n]*\n\s*", re.I)
NEAR = 2
"""Lines below a recommendation among which its answer stands: one may say where it is from."""
MOST = 0.9
"""The share of recommendations with an answer below; where lines head groups, the last has none."""
FEWEST = 2


class AnswersBelow:
    """Looks at the segments of a text. ``words`` is the text without furniture."""

    def __init__(self, words: str, segments: Sequence[Segment]) -> None:
        self.words, self.segments = words, segments
        items = [i for i, s in enumerate(segments) if s.mark and s.mark.style == "dotted"]
        found = {index: place for index in items if (place := self._below(index))}
        each = len(found) >= max(FEWEST, MOST * len(items)) and items[-1] in found
        self.found = found if each else {}

    def of(self, index: int) -> Span | None:
        """The place of the answer below the recommendation in a segment."""
        return self.found.get(index)

    def _below(self, index: int) -> Span | None:
        for segment in self.segments[index + 1 : index + 1 + NEAR]:
            if segment.mark or segment.level is not None or segment.role in ASIDE:
                return None
            source = SOURCE.match(self.words, segment.start, segment.end)
            start = source.end() if source else segment.start
            if ANSWER_ALONE.fullmatch(self.words, start, segment.end):
                return start, segment.end
        return None
