"""Finds what was answered to a labelled recommendation in a line below it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from gcm_kg.reading.leaves import Leaf
from gcm_kg.reading.segments import Segment, Span

# Begins “Management response: Partially agreed.”, not “Management response: see annex”.
REPLIED = re.compile(
    r"\W*(?:[\w’'-]+ ){0,3}(?:response|reply|comments?|position|decision|status)"
    r"\s?[:–—-]\s*(?P<said>(?:(?:not|partially|partly|fully) )?"
    r"(?:accept|agree|reject|disagree|note|support|concur)(?:s|d|ed)?(?: in part)?)\b(?! by\b)",
    re.I,
)
FAR = 8
"""Segments below a recommendation among which the reply is looked for."""


def reply_to(words: str, segments: Sequence[Segment], leaf: Leaf) -> Span | None:
    """Where the first word of a reply stands, above the next labelled recommendation or heading;
    None for a recommendation without a label."""
    if leaf.mark is None or leaf.mark.style != "label":
        return None
    for segment in segments[leaf.index + 1 : leaf.index + 1 + FAR]:
        if segment.level is not None or (segment.mark and segment.mark.style == "label"):
            return None
        if found := REPLIED.match(words, segment.start, segment.end):
            return found.span("said")
    return None
