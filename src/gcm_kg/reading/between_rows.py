"""Tells what words above and between the rows of a table are: headings, sentences, an answer."""

from __future__ import annotations

import re
from collections.abc import Sequence

# Matches “that enjoy the support of”, not “Support for families”.
ANSWER = re.compile(
    r"\b(?:accepted|supported|rejected|noted|enjoy(?:s|ed)?(?:\s+the)?\s+support|not\s+enjoy"
    r"|(?:not|cannot)\s+(?:accept|support)|tak(?:es?|en)\s+note|to\s+be\s+examined)\b",
    re.I,
)
LAST = 2
"""Lines right above a table that may say what is answered to its rows."""
# Matches “They were read.”, not “B. Noted”.
SENTENCE = re.compile(r"\w{3}[.;:]\W*\Z|\w{3}\. +[A-Z]")


def answer_in(text: str, places: Sequence[tuple[int, int]]) -> tuple[int, int] | None:
    """The last of some places whose words say what the addressee answers to the rows below."""
    return next((place for place in reversed(places) if ANSWER.search(text, *place)), None)


def are_sentences(words: str) -> bool:
    """Whether words are sentences, and no heading."""
    return bool(SENTENCE.search(words))
