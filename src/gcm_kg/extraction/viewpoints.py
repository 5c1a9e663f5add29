"""Bodies from whose point of view something is told: "for IOM, the question was one of money"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from gcm_kg.extraction.clause_holders import DETERMINERS, Clause
from gcm_kg.extraction.persons_of_bodies import PERSON
from gcm_kg.extraction.speaking_bodies import ONE, Body

MATTER = (
    r"(?:question|test|issue|problem|answer|point|key|priority|aim|challenge|task|solution|goal|"
    r"lesson|danger|difficulty|concern|matter|yardstick|way)"
)
# Is “the representative of the ”, not “the report of the ”.
PERSON_OF = re.compile(
    rf"(?:(?:the|an?|one|another) )?(?:[\w-]+ )?{PERSON} (?:of|from|for|at) (?:the )?"
)
# Begins “, the real question was”, not “, boats were”.
SEEN = re.compile(
    rf",(?: for (?:its|their) part,)? (?:the|a|one|what|it all) (?:[\w-]+ ){{0,3}}?"
    rf"(?:(?:{MATTER}) (?:was|is|were|are|lay|lies|remained)|mattered|counted|came down to)\b"
)
# Begins “ saw it”, not “ saw that”.
SAW_IT = re.compile(r" (?:saw|sees|put|puts|understood) it\b")


# Begins “ of the”, not “, the”.
OF = re.compile(r" (?:of|from|for|at)\b")
# Begins “ of the port, boats”, not “ of the port boats”.
OF_SOMEBODY = re.compile(r" (?:of|from|for|at) [^,.;:]{1,120},")
# Is “states”, not “speakers”.
NOT_SPEAKING = re.compile(r"(?:member )?states?|countries|governments?|participants?|stakeholders?")


def is_viewpoint(text: str, match: re.Match[str]) -> bool:
    """Whether words that say whose view it is, of a group or one of it, are not about the group:
    behind "for" they count who thinks so, or something is told that is seen so."""
    head = match["head"] or match["some"]
    if match["verb"] == "as":
        return not head or SAW_IT.match(text, match.end()) is not None
    if match["verb"] != "for" or not head:
        return True
    if OF.match(text, match.end()):
        return OF_SOMEBODY.match(text, match.end()) is not None
    if not text.startswith(",", match.end()) or NOT_SPEAKING.fullmatch(head):
        return False
    return bool(match["count"] or match["some"] or SEEN.match(text, match.end()))


def seen_by(text: str, match: re.Match[str], clause: Clause, bodies: list[Body]) -> list[Clause]:
    """The clauses of the bodies whose view it is, or that of the group, or of some."""
    told = [*_of_bodies(text, match, clause, bodies)]
    return told or ([clause] if match["head"] or match["some"] else [])


def _of_bodies(
    text: str, match: re.Match[str], clause: Clause, bodies: list[Body]
) -> Iterator[Clause]:
    """The clauses of the bodies behind words that say whose view it is. Behind "for" something has
    to be told that is seen so; behind "as" it is said that they see it."""
    opening, first = match["verb"], match.end("verb") + 1
    for start, end, body in bodies:
        if start < first:
            continue
        between, person = text[first:start], PERSON_OF.fullmatch(text, first, start)
        if opening == "for" and not (SEEN.match(text, end) or (person and text[end] == ",")):
            continue
        if opening == "as" and not SAW_IT.match(text, end):
            continue
        if between in DETERMINERS or person:
            support = "" if person or between in ("", "the ") else ONE
            yield replace(clause, end=end, holders=(body,), support=support)
