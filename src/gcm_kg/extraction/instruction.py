"""Tells those who are taught something from those who are told to do it: "instruct police in first
aid" asks nothing of them; and finds those who are given a power.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import replace

from gcm_kg.extraction.cue_kinds import CueReading
from gcm_kg.model.document import Document
from gcm_kg.model.iris import rule_iri
from gcm_kg.model.statements import Mention
from gcm_kg.text.phrases import is_asked

CALLED_ON, INVOLVED = rule_iri("actor-called-on"), rule_iri("actor-involved")
# Begins “ and guards in the handling of boats”, not “ in border towns to stop”.
TAUGHT = re.compile(
    r"(?:(?!\bto\b|\bthat\b)[^.;:]){0,80}?\s(?:in|on|about|regarding)\s"
    r"(?:how\b|\w+ing\b|the\s+\w+(?:ing|tion|ment|se)\s+of\b|(?=[a-z])(?![^.;:]*\sto\s))"
)
"""Behind those who are instructed: what they are taught."""

REACH = 40
"""Code points before an actor in which the verb of giving may stand."""
# Begins “ a list of boats”, not “ who swim”.
RECEIVES = re.compile(
    r"\s+(?:an?|the|all|any|their|its|copies|data|information|lists?|reports?|home|back|away)\b",
    re.I,
)
"""Behind those who are sent something, or sent away: they are not sent to do anything."""

# Matches “grant the ”, not “grant visas to ”.
GIVE = re.compile(
    r"\b(?P<give>giv(?:e|ing)|grant(?:ing)?|accord(?:ing)?)\s+(?:(?:the|all|any|every|each)\s+)*\Z",
    re.I,
)
# Begins “ the power to search”, not “ the power of arrest”.
POWER = re.compile(
    r"\s+(?:the|an?)\s+(?:\w+\s+)?(?:rights?|powers?|authority|mandate|means|tools|competence)\s+to\s",
    re.I,
)
"""Behind those who are given it: they are to use it."""


def with_taught(
    document: Document, named: Iterable[Mention], roles: Mapping[Mention, list[CueReading]]
) -> dict[Mention, list[CueReading]]:
    """The roles of actors, where those who are instructed in something, or are given a power, are
    involved."""

    def is_role(mention: Mention, reading: CueReading) -> bool:
        sent = document.words[slice(*reading.evidence[0])].lower() in ("send", "sending")
        return not (sent and RECEIVES.match(document.words, mention.end, mention.part.end))

    def read(mention: Mention, reading: CueReading) -> CueReading:
        told = reading.meaning == CALLED_ON and document.words[slice(*reading.evidence[0])].lower()
        taught = told in ("instruct", "instructing") and TAUGHT.match(
            document.words, mention.end, mention.part.end
        )
        return replace(reading, meaning=INVOLVED) if taught else reading

    return {m: [g] for m in named if (g := _empowered(document, m))} | {
        mention: [read(mention, one) for one in found if is_role(mention, one)]
        for mention, found in roles.items()
    }


def _empowered(document: Document, mention: Mention) -> CueReading | None:
    """The role of an actor who is to be given a power: "give inspectors the right to enter"."""
    if not POWER.match(document.words, mention.end, mention.part.end):
        return None
    low = max(mention.part.start, mention.start - REACH)
    given = GIVE.search(document.words, low, mention.start)
    if not given or not is_asked(document.words[mention.part.start : given.start()]):
        return None
    return CueReading(INVOLVED, (given.span("give"),))
