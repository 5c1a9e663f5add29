"""Finds what the paragraph behind a list says of it: “These recommendations enjoy our support”."""

from __future__ import annotations

import re
from collections.abc import Sequence

from gcm_kg.reading.between_rows import ANSWER
from gcm_kg.reading.exceptions import names_exceptions
from gcm_kg.reading.segments import ASIDE, Segment, Span

# Begins “The response of Togo to these recommendations”, not “Some of these recommendations”.
OF_ALL = re.compile(
    r"\W*(?:all )?(?:of )?(?:the )?(?:(?:these|those|above|foregoing|aforementioned|preceding)"
    r"(?:[- ]mentioned)?\s(?:\w+\s){0,2}recommendations\b"
    r"|recommendations\s(?:(?:listed|made|formulated|contained|set out)\s){0,2}above\b"
    r"|(?:responses?|repl(?:y|ies)|positions?|views?) of [^.;:]{3,60}? (?:to|on) (?:all )?(?:of )?"
    r"these recommendations\b"
    r"|[^\W\d_][^.;:]{1,60}? (?:has|have|will) (?:also )?(?:note|noted|take note of"
    r"|taken note of|examine|consider|study|studied|received) (?:all )?(?:of )?these"
    r" recommendations\b)",
    re.I,
)
# Matches “, except for recommendation 2,”, not “accepted”.
BUT = re.compile(
    r"\b(?:except\w*|save(?: for)?|other than|apart from|but|some of|however|while|whereas)\b", re.I
)
# Matches “will be examined by Togo”, not “were examined”.
LATER = re.compile(
    r"\bwill\s+(?:be\s+(?:examined|considered|(?:included|provided|presented|submitted|reflected)"
    r"\s+(?:in|to|at|by|before)\b)|examine|consider|study|respond|provide\s+(?:a\s+)?responses?)\b"
    r"|\bfor\s+(?:its\s+)?(?:further\s+)?consideration\b",
    re.I,
)


class AnswersBehind:
    """Looks at the segments of a text. ``words`` is the text without furniture."""

    def __init__(self, words: str, segments: Sequence[Segment]) -> None:
        self.words, self.segments = words, segments
        self.known: dict[int, Span | None] = {}

    def of(self, owner: int | None) -> Span | None:
        """Where the paragraph behind the list that another one introduces says what is answered to
        all of it; None where it says so of some, or of none."""
        if owner is None:
            return None
        if owner not in self.known:
            self.known[owner] = self._found(owner)
        return self.known[owner]

    def _found(self, owner: int) -> Span | None:
        lead = self.segments[owner]
        behind = (s for s in self.segments[owner + 1 :] if s.role not in ASIDE)
        found = next((s for s in behind if _follows(lead, s) or self._speaks_of_all(s)), None)
        if found is None or found.level is not None:
            return None
        text = self.words[found.start : found.end]
        said = ANSWER.search(text) or LATER.search(text)
        whole = names_exceptions(text) or not BUT.search(text)
        return (found.start, found.end) if said and OF_ALL.match(text) and whole else None

    def _speaks_of_all(self, segment: Segment) -> bool:
        """Whether a paragraph without a number speaks of all that are above it."""
        of_all = OF_ALL.match(self.words, segment.start, segment.end)
        return segment.mark is None and of_all is not None


def _follows(lead: Segment, segment: Segment) -> bool:
    """Whether a segment is the next paragraph of the series of another."""
    if lead.mark is None or segment.mark is None:
        return lead.mark is segment.mark
    return (
        segment.mark.key == lead.mark.key
        and segment.mark.value == lead.mark.value + 1
        and (segment.owner == lead.owner)
    )
