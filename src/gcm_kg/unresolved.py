"""Finds words that look like names: what a reader of the graph must see when nothing explains it."""

from __future__ import annotations

import re
from collections.abc import Iterator

SYMBOL = r"\b[AES]/(?:[A-Z][A-Za-z]*|\d+)(?:[./-][A-Za-z0-9]+)*/\d+\b"
"""A document symbol: A/RES/71/280, S/RES/2331, E/CN.15/2017/4 (UN Editorial Manual, symbols)."""
ACRONYM = r"\b(?=[A-Z0-9]*[A-Z][A-Z0-9]*[A-Z])[A-Z][A-Z0-9]{1,7}s?\b"
"""Two capitals or more in a word without small letters."""
CAPITALIZED = r"[A-Z][a-zà-öø-ÿ][\w’'-]*"
LINKING = r"(?:of|the|and|on|against|for|in|to|de|des|du|et)"
GAP = r"[^\S\t]+"
"""White space; a tab parts the columns of a table, and names do not go across."""
NAME = rf"\b{CAPITALIZED}(?:(?:{GAP}{LINKING}){{0,3}}{GAP}{CAPITALIZED})+"
"""Capitalized words in a row, linked by small words."""
INSTRUMENT = (
    rf"\b(?:{CAPITALIZED}\s+)?(?:Conventions?|Protocols?|Declarations?|Covenants?|Statute|Treaty|"
    r"Charter|Resolutions?)\b"
)
"""A noun that is capitalized only in the name of an instrument."""
NAMES = re.compile(f"{SYMBOL}|{NAME}|{INSTRUMENT}|{ACRONYM}")
ROMAN = re.compile(r"[IVXLC]+")
LAYOUT_WORDS = frozenset({"ANNEX", "CONTENTS", "DAY", "PANEL", "SUMMARY"})
"""Words of the kind of document that stand in capitals and name nothing."""


def unresolved_spans(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Stretches between two code points that look like a name of some thing.

    A line without small letters has none: its capitals mean nothing. A capitalized word that only
    begins a sentence is no name by itself.
    """
    if not any(character.islower() for character in text[start:end]):
        return
    for match in NAMES.finditer(text, start, end):
        if not ROMAN.fullmatch(match[0]) and match[0] not in LAYOUT_WORDS:
            yield match.start(), match.end()
