"""Finds the numbers, makers and addressees that the words of a table hold."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from gcm_kg.reading.cells import NUMBER, Cell

# Matches “in time (Maldives) (Iran (Islamic Republic of));”, not “(see above) in time;”.
MAKERS = re.compile(r"(?P<makers>(?:\([^()]*(?:\([^()]*\)[^()]*)*\)[\s;,]*)+)[.;]?\s*\Z")
# Matches “UPR of Examplia (4th Cycle)”, not “Country list”.
ADDRESSED = re.compile(
    r"\b(?:UPR|Universal Periodic Review|[Rr]eview|[Rr]ecommendations (?:made )?(?:to|for)"
    r"|[Rr]ecommendations received by"
    r"|[Rr]ecommendations [^\n.]{3,60} (?:addressed|made) to"
    r"|(?i:(?:matrix|list|table) of recommendations)\s?[:–—-]"
    r"|\b[Vv]isit to|(?:[Mm]id-?term|[Ii]nterim|[Ff]ollow-up|[Ii]mplementation) [Rr]eport(?= of)"
    r"|(?:State|Country)(?: under review)?:)(?: of(?: the)?| the)? ?"
    r"(?P<name>(?!(?i:recommendations?|reports?|reviews?)\b)[A-Z][^\n(\[:;]*)"
)
# Matches “Universal Periodic Review – third cycle”, not “Rights of the Child”.
OF_A_STATE = re.compile(r"\b(?:UPR|Universal Periodic Review|[Rr]ecommendations)\b")
# Matches “List – Nepal”, not “List of Nepal”.
BESIDE = re.compile(
    r"(?:^|(?<=[–—:|] )|(?<= - ))(?P<name>(?!(?i:\w+ )*(?i:UPR|Review|Recommendations?|List|Matrix"
    r"|Table|Plan|Cycle|Session|Report|Annex|Addendum|Summary|Theme|Thematic|Part|Committee|Council)\b)"
    r"[A-Z][\w’'-]+(?: (?:and|of|the|[(]?[A-Z][\w’'-]+[)]?)){0,6})(?=\s*(?:[–—:|]|- |\Z|\n))",
    re.M,
)
"""A name that dashes or a colon part from the rest of a title."""
# Matches “Special Rapporteur on torture, visit to Togo”, not “to the Committee on Work”.
MECHANISM = re.compile(
    r"(?<!\bto )(?<!\bto the )\b(?P<name>(?:Working Group|Special Rapporteur|Independent Expert"
    r"|(?:Sub)?[Cc]ommittee) (?:on|of|against|for) (?!the Universal\b)[^\n,;:(–—|]{3,160}?)"
    r"(?=\s*(?:[\n,;:(–—|]|\Z)| to [A-Z]| - | on (?:its|his|her|the) (?:visit|mission))"
)
# Is “Committee”, not “committed”.
BODY = re.compile(r"\b(?:Working Group|Rapporteur|Expert|(?:Sub)?[Cc]ommittee)s?\b")
# Matches “visit to Togo” and “Follow-up of recommendations”, not “Members”.
OF_MECHANISM = re.compile(r"\b(?:visit|mission|recommendations|observations|follow-up)\b", re.I)
# Is “Position of Togo”, not “Position of the State under review”.
POSITION_OF = re.compile(
    r"\s*(?:Position|Response|Reply|Réponse|Respuesta|Posición)\s+"
    r"(?:of|de la|de l[’']|del|de|du|d[’'])\s*"
    r"(?:the\s+)?(?P<name>(?!(?i:State|SuR|Government|Country|Etat|État|Estado|Gouv|Gob)\w*\b)"
    r"[A-ZÀ-ÖØ-Þ][^\n(]{2,60}?)\s*"
)
"""The heading of a column of answers that says whose they are."""
# Is “UPR of Examplia”, not “ ”.
LINE = re.compile(r"\S(?:.*\S)?")
# Is “140.7”, not “A/HRC/1”.
IDENTIFIER = re.compile(r"[A-Za-z0-9](?:[A-Za-z0-9._-]{0,38}[A-Za-z0-9])?")


def addressees_in(text: str, place: tuple[int, int]) -> Iterator[tuple[int, int]]:
    """The names behind words such as "UPR of" between two places, or beside them in a title."""
    found = [match.span("name") for match in ADDRESSED.finditer(text, *place)]
    if not found and OF_A_STATE.search(text, *place):
        line = text[slice(*place)]
        found = [
            (place[0] + a, place[0] + b) for a, b in (m.span("name") for m in BESIDE.finditer(line))
        ]
    yield from found


def number_in(text: str, cell: Cell, *, alone: bool) -> str:
    """The number that a cell is, or begins with, if an identifier can look so."""
    if alone:
        words = text[cell.start : cell.end].strip(" .#")
        return words if IDENTIFIER.fullmatch(words) else ""
    match = NUMBER.match(text, cell.start, cell.end)
    return match["number"] or "" if match else ""


def mechanism_in(text: str, places: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """The one mechanism that lines above a table name with its visit or its recommendations."""
    told = [place for place in places if OF_MECHANISM.search(text, *place)]
    found = [match.span("name") for place in told for match in MECHANISM.finditer(text, *place)]
    named = [body for place in told for body in BODY.findall(text, *place)]
    return found if len(found) == len(named) == 1 else []
