"""Reads recommendations that have no verb: "Free legal aid for all" asks for it."""

from __future__ import annotations

import re
from collections.abc import Collection

from gcm_kg.extraction.cue_kinds import CueReading
from gcm_kg.extraction.polarity_contexts import PROMOTE
from gcm_kg.extraction.theme_gaps import QUALITY
from gcm_kg.model.document import Document, Part
from gcm_kg.model.statements import Mention
from gcm_kg.text.folding import Folded
from gcm_kg.text.phrases import is_asked

# Is “A free and ”, not “Buy a ”.
BEFORE = re.compile(
    rf"\W*(?:(?:an?|the|equal|universal|mandatory|early|full|free|adequate|independent"
    rf"|{QUALITY}),?\s+(?:and\s+)?){{0,4}}",
    re.IGNORECASE,
)
# Begins “ for all” and “ services in”, not “ should be”.
BEHIND = re.compile(
    r"(?:\s+[a-z-]+)?\s*(?:\s(?:for|of|in|at|to|on|with|by|from|and|between|within|during"
    r"|after)\b|[,.]|\Z)"
)
# Matches “should”, not “showing”.
FINITE = re.compile(
    r"\b(?:should|must|shall|may|can|could|will|is|are|has|have|was|were|do|does|need|needs)\b|:",
    re.IGNORECASE,
)
"""What a sentence has that is no mere noun with what belongs to it."""
# Is “visas”, not “ ”.
WORD = re.compile(r"\w+")
ADJECTIVES = {"free", "clear", "secure", "open"}
"""Verbs that stand before a noun as adjectives."""
# Is “Ratification”, not “Legal assistance”.
DOING = re.compile(r"\w+(?:tion|sion|ment|ance|al)", re.IGNORECASE)
"""A noun that names a theme as its own verb would: nothing says more of it."""
# Begins “recommended an exchange” and “see that”, not “visas”.
TOLD = re.compile(r"\W*(?:\w+ed\b|\w+ (?:that|to|it)\b)")
AIMS = (
    r"(?:efforts?|endeavours?|measures?|steps?|actions?|activities|plans?|strateg(?:y|ies)|polic(?:y|ies)"
    r"|programmes?|mechanisms?|frameworks?|laws?|legislation|commitments?|committed|resources|funds|campaigns?"
    r"|initiatives?|contribut\w+|dedicat\w+|devot\w+|directed|geared|aim(?:ed|s|ing)?|lead\w*|view|work\w*|progress"
    r"|priority|attention|emphasis|focus\w*|process|call(?:s|ed|ing)?)"
)
FURTHERED = (
    r"(?:promotion|protection|implementation|observance|enforcement|recognition|application|reali[sz]ation"
    r"|fulfilment|enjoyment|ratification|adoption|establishment|integration|improvement|strengthening"
    r"|advancement|enhancement|provision|development|achievement|safeguarding|exercise)"
)
# Matches “efforts for the full implementation of ”, not “report on the implementation of ”.
AIMED = re.compile(
    rf"\b(?P<aims>{AIMS})\s+(?:for|to|at|towards?|in|on)\s+"
    r"(?:(?:the|its|their|an?|more|and|full|effective|better|prompt|\w+(?:al|ive|able|er|ed|ly))\s+){0,5}"
    rf"(?:(?P<done>{FURTHERED})(?:\s+and\s+(?:\w+\s+)?{FURTHERED})?\s+of\s+"
    r"(?:(?:the|all|its|their|any|relevant|existing)\s+){0,2}"
    r"(?:(?:rights?|provisions|recommendations|obligations)\s+(?:of|to|under)\s+(?:the\s+)?)?)?\Z",
    re.IGNORECASE,
)
"""In front of a theme: what is done is for its sake."""
# Begins “implementation of the treaty”, not “treaty”.
OWN = re.compile(rf"{FURTHERED}\s+of\b", re.IGNORECASE)
"""How a theme begins that is itself named by what is to be done with something."""
NEAR, REACH = 40, 120
"""Code points before a theme in which "of" stands if it is an aim, and the aim is named."""
SHORTEST = 3
"""Words from which on a noun asks for something, and is no title."""


def wanted(document: Document, mention: Mention, verbs: Collection[str]) -> CueReading | None:
    """The reading of the theme with which a recommendation opens that has no verb; ``verbs`` are
    those with which one may open."""
    part = mention.part
    if part.kind != "Recommendation":
        return None
    before = BEFORE.fullmatch(document.words, part.start, mention.start)
    if not before or not BEHIND.match(document.words, mention.end, part.end):
        return None
    if not is_noun_phrase(document.words[part.start : part.end], verbs):
        return None
    if DOING.fullmatch(document.words, mention.start, mention.end):
        return None
    return CueReading(PROMOTE, ((mention.start, mention.end),))


def aimed_at(document: Document, mention: Mention) -> CueReading | None:
    """The reading of a theme that is an aim by a noun: "efforts for the protection of children"."""
    part, words = mention.part, document.words
    own = OWN.match(words, mention.start, mention.end)
    if not own and " of " not in words[max(part.start, mention.start - NEAR) : mention.start]:
        return None
    aim = AIMED.search(words, max(part.start, mention.start - REACH), mention.start)
    if not aim or not (aim["done"] or own):
        return None
    if not is_asked(words[part.start : aim.start()]):
        return None
    return CueReading(PROMOTE, (aim.span("done" if aim["done"] else "aims"),))


def is_noun_phrase(words: str, verbs: Collection[str]) -> bool:
    """Whether a recommendation is a noun with what belongs to it, and has no verb."""
    found = WORD.findall(words)
    first = found[0].lower() if found else ""
    if len(found) < SHORTEST or (first in verbs and first not in ADJECTIVES):
        return False
    return not FINITE.search(words)


def noun_phrase(words: Folded, part: Part, verbs: Collection[str]) -> tuple[int, int] | None:
    """The beginning of a recommendation that has no verb: "Visas for seasonal workers"."""
    alone = is_noun_phrase(words.text, verbs) and not TOLD.match(words.text)
    return (part.start, part.start) if alone else None
