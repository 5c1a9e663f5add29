"""Tells what a letter in a cell stands for, where the heading of its column spells it out."""

from __future__ import annotations

import re

from gcm_kg.reading.segments import Span

# Is “Accepted/Noted”, not “Accepted”.
CHOICES = re.compile(r"\s*[A-Za-z]+(?: ?/ ?[A-Za-z]+)+\s*")
# Is “Agreed (Y/N/P)”, not “Agreed (date)”.
YES_OR_NO = re.compile(r"\s*(?P<said>[A-Za-z][A-Za-z ]*?)\W*\(?Y(?:es)? ?/ ?N(?:o)?\b.*", re.S)
# Is “Accepted”, not “/”.
WORD = re.compile(r"[A-Za-z]+")
YES = ("y", "yes")


def meant(text: str, heading: Span, words: str) -> Span | None:
    """The words of a heading that a letter stands for: “N” below “Accepted/Noted”, or “Y” below
    “Agreed (Y/N)”; None for other words, and where several begin with the letter."""
    if CHOICES.fullmatch(text, *heading) and len(words) == 1:
        found = [m.span() for m in WORD.finditer(text, *heading) if m[0][0] == words.upper()]
        return found[0] if len(found) == 1 else None
    said = YES_OR_NO.fullmatch(text, *heading)
    return said.span("said") if said and words.casefold() in YES else None
