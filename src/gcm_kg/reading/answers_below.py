"""Finds what stands below each of the numbered recommendations: “Supported. The law says it.”"""

from __future__ import annotations

import re
from collections.abc import Sequence

from gcm_kg.reading.mark import Mark
from gcm_kg.reading.segments import ASIDE, Segment, Span
from gcm_kg.reading.wording import ANSWER_ALONE, is_of_answers
from gcm_kg.text.sentences import sentences

# Is “Source of Position: A/HRC/59/15/Add.1 - Para.3⏎”, not “Source: Togo⏎”.
SOURCE = re.compile(r"\W*Source of position\b[^\n]*\n\s*", re.I)
# Begins “Response: Noted”, not “Responses were noted”.
RESPONSE = re.compile(r"\W*(?:Response|Reply|Answer|Position|Decision|Status)\s?[:–—]\s*", re.I)
# Begins “Togo does not support this recommendation”, not “Togo supports the law”.
THIS = re.compile(
    r"[^.;:]{0,80}?\b(?:(?:do(?:es)? not|cannot|partially|partly) )?"
    r"(?:accepts?|supports?|notes?|takes? note of|rejects?) (?:in part )?this recommendation\b",
    re.I,
)
NEAR = 2
"""Lines below a recommendation among which its answer stands: one may say where it is from."""
MOST = 0.5
"""The share of recommendations with an answer below; where lines head groups, the last has none."""
FEWEST = 2


class AnswersBelow:
    """Looks at the segments of a text. ``words`` is the text without furniture."""

    def __init__(self, words: str, segments: Sequence[Segment]) -> None:
        self.words, self.segments = words, segments
        marked = (i for i, s in enumerate(segments) if s.mark and _is_of_review(s.mark))
        items = [i for i in marked if not is_of_answers(words[segments[i].start : segments[i].end])]
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
            response = RESPONSE.match(self.words, start, segment.end)
            start = response.end() if response else start
            _, end = next(sentences(self.words, start, segment.end), (start, segment.end))
            if ANSWER_ALONE.fullmatch(self.words, start, end) or THIS.match(self.words, start, end):
                return start, end
        return None


def _is_of_review(mark: Mark) -> bool:
    """Whether a mark is a number such as 104.7, with or without “Recommendation” before it."""
    return mark.style == "dotted" or (mark.style == "label" and "." in mark.label)
