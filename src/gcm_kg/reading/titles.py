"""Tells by its words whether a line may be a title: no person, day or caption of a picture."""

from __future__ import annotations

import re

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
