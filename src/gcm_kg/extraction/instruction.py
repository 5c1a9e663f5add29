"""Tells those who are taught something from those who are told to do it: "instruct police in first
aid" asks nothing of them.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace

from gcm_kg.extraction.cue_kinds import CueReading
from gcm_kg.model.document import Document
from gcm_kg.model.iris import rule_iri
from gcm_kg.model.statements import Mention

CALLED_ON, INVOLVED = rule_iri("actor-called-on"), rule_iri("actor-involved")
# Begins “ and guards in the handling of boats”, not “ in border towns to stop”.
TAUGHT = re.compile(
    r"(?:(?!\bto\b|\bthat\b)[^.;:]){0,80}?\s(?:in|on|about|regarding)\s"
    r"(?:how\b|\w+ing\b|the\s+\w+(?:ing|tion|ment|se)\s+of\b|(?=[a-z])(?![^.;:]*\sto\s))"
)
"""Behind those who are instructed: what they are taught."""

# Begins “ a list of boats”, not “ who swim”.
RECEIVES = re.compile(
    r"\s+(?:an?|the|all|any|their|its|copies|data|information|lists?|reports?|home|back|away)\b",
    re.I,
)
"""Behind those who are sent something, or sent away: they are not sent to do anything."""


def with_taught(
    document: Document, roles: Mapping[Mention, list[CueReading]]
) -> dict[Mention, list[CueReading]]:
    """The roles of actors, where those who are instructed in something are involved."""

    def is_role(mention: Mention, reading: CueReading) -> bool:
        sent = document.words[slice(*reading.evidence[0])].lower() in ("send", "sending")
        return not (sent and RECEIVES.match(document.words, mention.end, mention.part.end))

    def read(mention: Mention, reading: CueReading) -> CueReading:
        told = reading.meaning == CALLED_ON and document.words[slice(*reading.evidence[0])].lower()
        taught = told in ("instruct", "instructing") and TAUGHT.match(
            document.words, mention.end, mention.part.end
        )
        return replace(reading, meaning=INVOLVED) if taught else reading

    return {
        mention: [read(mention, one) for one in found if is_role(mention, one)]
        for mention, found in roles.items()
    }
