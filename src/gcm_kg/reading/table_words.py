"""Finds the numbers, makers and addressees that the words of a table hold."""

from __future__ import annotations

import re
from collections.abc import Iterator

from gcm_kg.reading.cells import NUMBER, Cell

# Matches “in time (Maldives) (Portugal);”, not “(see above) in time;”.
MAKERS = re.compile(r"(?P<makers>(?:\([^()]*\)[\s;,]*)+)[.;]?\s*\Z")
# Matches “UPR of Examplia (4th Cycle)”, not “Country list”.
ADDRESSED = re.compile(
    r"\b(?:UPR|Universal Periodic Review|[Rr]eview|[Rr]ecommendations (?:made )?(?:to|for)"
    r"|(?:[Mm]atrix|[Ll]ist|[Tt]able) of recommendations\s?[:–—-]"
    r"|(?:State|Country)(?: under review)?:)(?: of(?: the)?| the)? ?(?P<name>[A-Z][^\n(\[:;]*)"
)
# Is “UPR of Examplia”, not “ ”.
LINE = re.compile(r"\S(?:.*\S)?")
# Is “140.7”, not “A/HRC/1”.
IDENTIFIER = re.compile(r"[A-Za-z0-9](?:[A-Za-z0-9._-]{0,38}[A-Za-z0-9])?")


def addressees_in(text: str, place: tuple[int, int]) -> Iterator[tuple[int, int]]:
    """The names behind words such as "UPR of" between two places."""
    return (match.span("name") for match in ADDRESSED.finditer(text, *place))


def number_in(text: str, cell: Cell, *, alone: bool) -> str:
    """The number that a cell is, or begins with, if an identifier can look so."""
    if alone:
        words = text[cell.start : cell.end].strip(" .#")
        return words if IDENTIFIER.fullmatch(words) else ""
    match = NUMBER.match(text, cell.start, cell.end)
    return match["number"] or "" if match else ""
