"""Reads that a harm is not to be done, or that somebody is to be kept from it."""

from __future__ import annotations

import re

from gcm_kg.extraction.cue_scope import CueReading
from gcm_kg.extraction.polarity_contexts import AVOID, REACH
from gcm_kg.model.document import Document
from gcm_kg.model.statements import Mention

# Matches “do not ” and “should never be ”, not “not only the ”.
DENIED = re.compile(
    r"\b(?:(?:do|does|did|must|should|shall|may|can|will|are|is|be|to|that) not|never|not to"
    r"|cannot)(?: be)?(?: \w+ly)?(?=\s+\Z)",
    re.IGNORECASE,
)
"""In front of a verb that names a harm: it is not to be done."""
# Matches “protects all staff from ” and “shield children against ”, not “protect and ”.
PROTECTED = re.compile(
    r"\b(?:protect|shield)(?:s|ed|ing)?(?: (?!and\b|or\b)[\w'’-]+){1,6} "
    r"(?:from|against)(?: (?:the|all|any|every|further)(?: forms? of)?)?(?=\s+\Z)",
    re.IGNORECASE,
)
"""In front of a harm: somebody is to be spared it."""
# Matches “migrants are not prosecuted” and “without being jailed”, not “workers without papers”.
SPARED = re.compile(
    r"\b(?:not|never|nor|spared?|exempt(?:ed)?|immun\w+"
    r"|without(?!\s+(?:(?:any|a|the|their|valid|regular|legal|residence|identity|travel|work|proper)\s+){0,3}"
    r"(?:papers?|documents?|documentation|status|permits?|visas?|permission|authori[sz]ation|nationality|citizenship)))\b",
    re.IGNORECASE,
)
"""In words that name a harm: it is not to be done."""


def denied(document: Document, mention: Mention) -> CueReading | None:
    """The reading of a theme whose own verb is denied ("must not be detained"), or from which
    somebody is protected."""
    if spared := SPARED.search(document.words, mention.start, mention.end):
        return CueReading(AVOID, (spared.span(),))
    low = max(mention.part.start, mention.start - REACH)
    for pattern in (DENIED, PROTECTED):
        if found := pattern.search(document.words, low, mention.start):
            return CueReading(AVOID, (found.span(),))
    return None
