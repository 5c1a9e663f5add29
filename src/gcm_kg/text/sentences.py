"""Where sentences begin and end."""

from __future__ import annotations

import re
from collections.abc import Iterator

ABBREVIATIONS = (
    "H\\.E|Mr|Mrs|Ms|Dr|Prof|No|Nos|St|vs|cf|etc|e\\.g|i\\.e|art|arts|para|paras|approx|Add|Rev|"
    "vol|pp|Ch|Art|Arts|Para|Paras"
)
# Matches “was said. They”, not “paragraph 8.7 of”.
SENTENCE_END = re.compile(
    r"(?<!\b(?:[A-Z]))(?<![.(](?:[A-Z]))[.!?](?:[\"”’')\]]|</u>)*"
    r"(?:(?<=[A-Za-z)\]”]\.)\d{1,3}|[¹²³⁰⁴-⁹]+)?(?=\s+[\"“‘'(*]*[A-Z\d]|\s*\Z)"
)
# Matches “of Mr”, not “of Mrs Jones said”.
ABBREVIATED = re.compile(rf"(?<![^\s(])(?:{ABBREVIATIONS})\Z")


def sentences(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Start and end (code points) of each sentence between two places of a text.

    White space around a sentence is left out; a page break does not end one. What follows an
    abbreviation or an initial goes on.
    """
    position = start
    for match in SENTENCE_END.finditer(text, start, end):
        if match.end() < end and ABBREVIATED.search(
            text, max(start, match.start() - 8), match.start()
        ):
            continue
        yield from _trimmed(text, position, match.end())
        position = match.end()
    yield from _trimmed(text, position, end)


def _trimmed(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    words = text[start:end]
    start += len(words) - len(words.lstrip())
    end = start + len(words.strip())
    if end > start:
        yield start, end
