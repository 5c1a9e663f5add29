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
