"""Finds the lines of the table of contents of a text."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from gcm_kg.reading.lines import CONTENTS, Line

SEARCHED = 400
"""Lines behind "Contents" in which its entries are looked for."""
# Matches “Findings ....... 12”, not “Findings 12”.
LEADER = re.compile(r"(?:\.\s?){4,}|\t\s*\d+\s*\Z|…{2,}")
# Matches “Findings ........ 1–4 3”, not “Findings ... 12”.
DOTTED = re.compile(r"\S\s*\.{8,}\s*\d[\d\s–-]*\Z")
END = 120
"""Code points at the end of a line in which a leader is looked for."""
LEAST, NEAR = 3, 6
"""Entries of a table without a title, and lines from one to the next."""
# Matches “ 1–4 3”, not “Goal”.
PLACES = re.compile(r"[\s.…]*\d[\d\s–—-]*\Z|[\s.…]{2,}\Z")
# Matches “II. Findings”, not “Findings”.
ENTRY_NUMBER = re.compile(r"\A\s*(?:[IVXL]+|[A-Z]|[a-z]|\d+(?:\.\d+)*)[.)]\s+")
# Is “Paragraphs Page”, not “Introduction”.
COLUMN_HEADS = re.compile(r"\s*(?:paragraphs?|pages?|\s|[*#])+", re.I)


def contents_of(lines: Sequence[Line]) -> range:
    """The lines of the table of contents, by index; it ends where its first entry comes again."""
    start = next((i for i, n in enumerate(lines) if CONTENTS.fullmatch(_bare(n.text))), None)
    if start is None:
        return _of_leaders(lines)
    behind = range(start + 1, len(lines))
    full = (i for i in behind if lines[i].text.strip())
    first = next((i for i in full if not COLUMN_HEADS.fullmatch(lines[i].text)), None)
    if first is None:
        return range(0)
    key = _entry(lines[first].text)
    again = (i for i in range(first + 1, len(lines)) if key and _entry(lines[i].text) == key)
    if (end := next(again, None)) is not None:
        return range(start, end)
    leaders = [i for i in behind[:SEARCHED] if LEADER.search(lines[i].text)]
    return range(start, leaders[-1] + 1) if leaders else range(start, start + 1)


def _of_leaders(lines: Sequence[Line]) -> range:
    """Where no line says "Contents" alone: the entries with leaders, if they stand together."""
    found = [at for at, line in enumerate(lines[:SEARCHED]) if DOTTED.search(line.text[-END:])]
    together = all(high - low <= NEAR for low, high in pairwise(found))
    return range(found[0], found[-1] + 1) if len(found) >= LEAST and together else range(0)


def _bare(line: str) -> str:
    return line.strip(" \t*#_")


def _entry(line: str) -> str:
    words = ENTRY_NUMBER.sub("", PLACES.sub("", line))
    return "".join(filter(str.isalpha, words)).lower()
