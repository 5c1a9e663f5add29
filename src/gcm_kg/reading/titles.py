"""Tells by its words whether a line may be a title: no person, day or caption of a picture."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import takewhile

from gcm_kg.reading.segments import Segment

LONGEST_TITLE, LONGEST_NAMED = 150, 400
"""Code points of a title, and of one that says that it is of recommendations."""
# Begins “Recommendations of the Forum”, not “Recommendations are”.
NAMED = re.compile(
    r"(?:(?:The|Key|Final|Draft|Main|Joint) )?Recommendations "
    r"(?:of|by|from|adopted|made|on|to|for)\b"
)

# Begins “Mr. Mohammed”, not “Migrants”.
PERSON = re.compile(r"(?:H\.\s?E\.|Mr|Mrs|Ms|Dr|Sr|Sra|Prof|Amb|Chair|Ambassador)\b")
# Begins “Figure 3: Work” and “Table 2. Pay by year”, not “Table 4: Recommendations”.
CAPTION = re.compile(
    r"(?:(?:Figure|Fig\.?|Chart|Graph|Map|Photo|Image|Diagram|Exhibit|Infographic)\s+[A-Z]?[\d.]"
    r"|Table\s+[A-Z]?[\d.]+(?!\W*(?:\w+ ){0,3}recommendations?\W*\Z))",
    re.I,
)

# Matches “Geneva, 5 May 2022”, not “Events of 2022”.
DAY = re.compile(
    r"\b\d{1,2}(?:\s?[–-]\s?\d{1,2})? (?:Jan|Febr)uary \d{4}\W*\Z|\b\d{1,2}(?:\s?[–-]\s?\d{1,2})? "
    r"(?:March|April|May|June|July|August|(?:Septem|Octo|Novem|Decem)ber) \d{4}\W*\Z"
)


def may_name(words: str) -> bool:
    """Whether words may be a title."""
    is_name = words[:1].isalnum() and not words.isdigit() and not DAY.search(words)
    return is_name and not PERSON.match(words) and not CAPTION.match(words)


def titles_above(words: str, segments: Sequence[Segment]) -> tuple[str, ...]:
    """The title of a text without headings, of which these are the segments: a short line before
    the others, or what says among the first that recommendations follow."""
    front = list(takewhile(lambda segment: not segment.mark, segments))
    lines = [" ".join(words[segment.start : segment.end].split()) for segment in front]
    named = (line for line in lines if NAMED.match(line) and len(line) <= LONGEST_NAMED)
    short = lines[0] if lines and len(lines[0]) <= LONGEST_TITLE and len(segments) > 1 else ""
    if title := next((line for line in named if line[-1] not in ".:;"), short):
        return (title,) if title[-1] not in ".:;" else ()
    return ()
