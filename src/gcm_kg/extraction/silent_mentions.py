"""Finds mentions that state nothing: States that only tell where a place lies, and populations that
are named only within the name of something else."""

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


def silent_mentions(
    document: Document, mentions: list[Mention], vocabulary: Vocabulary
) -> set[Mention]:
    """Those of the mentions, given in their order, that state nothing of their parts."""
    named = [mention for mention in mentions if mention.layer == "names"]
    return {*_locating(document, named, vocabulary), *_in_titles(mentions, vocabulary)}


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
