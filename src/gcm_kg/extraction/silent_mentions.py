"""Finds mentions that state nothing: States that only tell where a place lies, and populations that
are named only within the name of something else, or only qualify others."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from gcm_kg.model.document import Document
from gcm_kg.model.statements import Mention
from gcm_kg.model.vocabulary import Vocabulary
from gcm_kg.rdf.namespaces import GCM

LOCATED_IN = GCM + "locatedIn"
# Is “, ”, not “ and ”.
LOCATED = re.compile(r"\s*[,(]\s*|\s+in\s+")
# Matches “gangs that kidnap ” and “towns to which ”, not “schemes for ”.
QUALIFYING = re.compile(
    r"\b(?:(?:that|who|which)\s+(?:kidnap|exploit|smuggle|traffic|abuse|harm|deceive|sell|transport|"
    r"recruit|extort|cheat|trick|prey\s+on|profit\s+from)(?:ed|s)?"
    r"|(?:to|from|in|through|by|on|under)\s+(?:which|whom)|on\s+account\s+of\s+(?:their|his|her)"
    r"|turn\s+to)\s+(?:the\s+)?\Z"
)
REACH = 40
"""Code points before a population in which words may say that it only qualifies others."""


def silent_mentions(
    document: Document, mentions: list[Mention], vocabulary: Vocabulary
) -> set[Mention]:
    """Those of the mentions, given in their order, that state nothing of their parts."""
    named = [mention for mention in mentions if mention.layer == "names"]
    return {*_locating(document, named, vocabulary), *_in_titles(mentions, vocabulary)}


def qualifying_populations(document: Document, mentions: list[Mention]) -> set[Mention]:
    """Populations that only say of what others are spoken: "gangs that kidnap migrants"."""
    return {
        mention
        for mention in mentions
        if mention.layer == "populations"
        and QUALIFYING.search(document.words, max(0, mention.start - REACH), mention.start)
    }


def _locating(
    document: Document, named: list[Mention], vocabulary: Vocabulary
) -> Iterator[Mention]:
    """The names of States that only tell where a place lies: "Istanbul, Turkey"."""
    for place, state in pairwise(named):
        if LOCATED.fullmatch(document.words, place.end, state.start):
            within = {s for entity in place.entities for s in vocabulary.get(entity, LOCATED_IN)}
            if not within.isdisjoint(state.entities):
                yield state


def _in_titles(mentions: list[Mention], vocabulary: Vocabulary) -> Iterator[Mention]:
    """Populations that are named only within the name of an instrument, event or unknown."""
    reached = -1
    for mention in mentions:
        if mention.layer == "populations" and mention.end <= reached:
            yield mention
        elif mention.layer == "names" and not any(
            vocabulary.is_a(e, k) for e in mention.entities for k in ("Actor", "Place")
        ):
            reached = max(reached, mention.end)
