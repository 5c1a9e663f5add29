"""Those who speak in the first person in what they adopt: "We, the Ministers, affirm"."""

from __future__ import annotations

import re
from dataclasses import dataclass

from gcm_kg.model.document import Document
from gcm_kg.rdf.namespaces import BASE


@dataclass(frozen=True, slots=True)
class Speakers:
    """Who speaks in a document without being named: the body that makes it, where a sentence begins
    with a verb of saying, and those who are "we"; None where nobody speaks so."""

    body: str = ""
    we: tuple[str, ...] | None = None


NOBODY = Speakers()
STATES = f"{BASE}holder/member-states"
REPRESENT = r"(?:representatives|delegates|plenipotentiaries)\s+of\s+(?:the\s+)?"
# Matches “We, the Heads of State and Government”, not “We, the young people”.
OF_STATES = re.compile(
    r"(?m)(?:^|[.:]\s)[^\w\n]*We,?\s+(?:the\s+)?(?:undersigned\s+)?"
    rf"(?:(?:Presidents?|Kings?|Ministers)\b[^.;:]{{0,60}}?\band\s+)?(?:{REPRESENT})?"
    r"(?:Heads\s+of\s+(?:States?|Governments?|Delegations?)|Presidents\s+of\s+the\s+Republics?|"
    r"(?:Prime|Foreign|Interior|Home|Labou?r|Deputy)\s+Ministers|(?:Vice-?)?Ministers|"
    r"(?:Member|Participating|Signatory)?\s*States|Governments|Parties|"
    r"Leaders\s+of\s+the\s+(?:G\d+|Group|Member))\b",
    re.I,
)
"""How States begin that adopt a document, or those who act for them."""
# Matches “. We also affirm”, not “, we affirm”.
IN_FIRST_PERSON = re.compile(r"(?m)(?:^|[.;:]\s)[^\w\n]*We\s+(?!the\b|,)\w+")
SENTENCES = 3
"""As many sentences must begin so, or the document is in the first person by its beginning."""


def adopters(document: Document) -> tuple[str, ...] | None:
    """Who "we" are in a document: States, or nobody who is known; None where it is not a document
    in which those who adopt it speak."""
    words = document.words
    if "We" not in words and "WE" not in words:
        return None
    if OF_STATES.search(words):
        return (STATES,)
    found = IN_FIRST_PERSON.finditer(words)
    return () if sum(1 for _ in zip(found, range(SENTENCES), strict=False)) == SENTENCES else None
