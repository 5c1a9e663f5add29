"""Tells whom somebody informs, or with whom something is shared, where that is no measure: no
campaign reaches a court, and a family that is told what is known is no partner."""

from __future__ import annotations

import re

from gcm_kg.rdf.namespaces import BASE

CAMPAIGN, PARTNERSHIP = (f"{BASE}measure/{name}" for name in ("campaign", "partnership"))
# Begins “ the consulate”, not “ the public”.
NO_PUBLIC = re.compile(
    r" (?:(?:the|its|their|all|any|each|every|nearest|competent|relevant|him|her|them) ?){0,3}"
    r"(?:consul\w*|embass\w+|(?:permanent )?missions?|courts?|judges?|prosecutors?|lawyers?|counsel"
    r"|(?:persons?|those) (?:concerned|affected)|data subjects?|detainees|suspects|accused"
    r"|famil(?:y|ies)|relatives|next of kin|authorit(?:y|ies)|committee|council|general assembly"
    r"|secretary-general|governments?|ministr\w+|parliament|states?|police|flag states?)\b"
)
"""Behind "inform": those whom no campaign reaches."""
# Begins “ what is known with the families”, not “ data with the family court”.
WITH_THOSE_TOLD = re.compile(
    r" (?:[^.;:,]{0,80}? )?with (?:(?:the|their|all|any|those|affected|bereaved|concerned) ){0,3}"
    r"(?:(?:famil(?:y|ies)|relatives|next of kin|parents|victims|survivors|migrants|refugees|women"
    r"|workers|public|people|children|them|her|him)(?! (?:and private|sector|author|bod|servic"
    r"|institut|organi[sz]|associat|court|represent|group|enterprise|prosecut|compan)|['’-]))(?!\w)"
)
"""Behind "share": those who are told something."""


# Begins “ states in ”, not “ the victims”.
STATES = re.compile(
    r" (?:(?:the|its|other|all|developing|least developed|member|affected|transit|host) ){0,3}"
    r"(?:states?|countries|country|governments?|authorities|parties|agencies|institutions|secretariat)\b"
)
"""Behind "assist": those whose help is no service for people."""


def is_measure(measure: str, verb: str, text: str, end: int) -> bool:
    """Whether a verb by which a measure is asked for asks for it, given what stands behind it."""
    if measure == CAMPAIGN:
        return not NO_PUBLIC.match(text, end)
    if verb == "assist":
        return not STATES.match(text, end)
    shared = measure == PARTNERSHIP and verb.startswith("shar")
    return not (shared and WITH_THOSE_TOLD.match(text, end))
