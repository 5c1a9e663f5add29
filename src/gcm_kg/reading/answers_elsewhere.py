"""Finds answers to recommendations that stand among what was said: “in paragraphs 16 and 20”."""

from __future__ import annotations

import re
from collections.abc import Iterator

from gcm_kg.errors import shown
from gcm_kg.text.sentences import sentences

# Matches “recommendations in paragraphs 16 and 20 will be examined”, not “recommendations were”.
ANSWERED = re.compile(
    r"\brecommendations?\s+(?:(?:noted|made|contained|mentioned|reflected|formulated|set out|listed"
    r"|found)\s+)?(?:(?:in|of)\s+(?:the|this|the present)\s+report,?\s+)?(?:in|under)\s+"
    r"(?P<where>(?:paragraphs?|paras?\.?)\s*:?\s*\d[^.]{0,900}?)\s+"
    r"(?P<said>will\s+be\s+(?:examined|considered)|(?:did|do)\s+not\s+enjoy\s+the\s+support"
    r"|enjoy(?:s|ed)?\s+the\s+support|(?:were|are|have\s+been)\s+(?:not\s+)?"
    r"(?:accepted|rejected|supported|noted|examined)|cannot\s+be\s+(?:accepted|supported))",
    re.I,
)
LONGEST = 60
"""Code points of the places that are shown."""


def answers_elsewhere(words: str, start: int, end: int) -> Iterator[str]:
    """What is said of each sentence that answers recommendations in other paragraphs: they are
    part of what was said there, and of no list; so they are told of, and not guessed."""
    for low, high in sentences(words, start, end):
        if found := ANSWERED.search(words, low, high):
            which = " ".join(found["where"].split()).rstrip(",")
            which = which if len(which) <= LONGEST else f"{which[:LONGEST].rstrip()} …"
            answer = shown(" ".join(found["said"].split()))
            yield f"not read are the recommendations in {which}, of which it says {answer}"
