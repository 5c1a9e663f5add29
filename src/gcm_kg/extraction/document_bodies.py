"""The body whose document it is: "the Committee" in concluding observations, "the Assembly" in a
resolution; and the State to which it is addressed: "the Government".

The rules are described in data/vocabulary/rules.ttl.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Collection, Iterable, Iterator
from operator import attrgetter

from gcm_kg.extraction.mentions import MentionIndex, matches
from gcm_kg.model.document import Document
from gcm_kg.model.statements import Mention
from gcm_kg.model.vocabulary import Vocabulary

FRONT = 4_000
"""Code points at the beginning of a document, where it says whose it is."""
# Matches “The Committee is”, not “the Committee on Trade” nor “the national Committee”.
BODY = re.compile(
    r"\b[Tt]he\s+(?P<noun>Committee|Subcommittee|Assembly|Council|Commission|Conference|"
    r"Special\s+Rapporteur|Special\s+Representative|Independent\s+Expert|Working\s+Group)\b"
    r"(?!\s+(?:on|against|for|of)\b|\s+[A-Z]|['’]s?\s+[A-Z])"
)


# Matches “The Government should” and “the delegation said”, not “the Government of Malta”.
GOVERNMENT = re.compile(
    r"\b[Tt]he\s+(?:[Gg]overnment|(?:head\s+of\s+(?:the\s+)?)?delegation|State\s+under\s+review)\b"
    r"(?!\s+of\b|['’]s?\s+[A-Z]|\s+[A-Z])"
)


def makers(document: Document, names: Iterable[Mention], vocabulary: Vocabulary) -> set[str]:
    """Those who, by the front of the document, made all its recommendations; of several such
    stretches, none."""
    return _in_front(document, names, vocabulary, "recommendedBy")


def _in_front(
    document: Document, names: Iterable[Mention], vocabulary: Vocabulary, relation: str
) -> set[str]:
    """The actors that the front of the document names in the one relation to recommendations."""
    stretches = {
        (attribute.start, attribute.end)
        for part in document.recommendations()
        for attribute in part.attributes
        if attribute.relation == relation and attribute.end <= min(FRONT, part.start)
    }
    return _actors(stretches, names, vocabulary) if len(stretches) == 1 else set()


def _asked(document: Document, names: Iterable[Mention], vocabulary: Vocabulary) -> set[str]:
    """The actors to which all recommendations of a document are addressed, wherever it says so;
    nobody where it does not say it of each."""
    asked = [
        [(a.start, a.end) for a in part.attributes if a.relation == "addressedTo"]
        for part in document.recommendations()
    ]
    places = {place for each in asked for place in each}
    return _actors(places, names, vocabulary) if all(asked) else set()


def _actors(
    places: Collection[tuple[int, int]], names: Iterable[Mention], vocabulary: Vocabulary
) -> set[str]:
    """The actors that are named in some stretches of a document."""
    known = sorted(names, key=attrgetter("start"))
    starts = [name.start for name in known]
    inside = (
        name
        for start, end in places
        for name in known[bisect_left(starts, start) : bisect_left(starts, end)]
        if name.end <= end
    )
    actors = (entity for name in inside for entity in name.entities)
    return {entity for entity in actors if vocabulary.is_a(entity, "Actor")}


def name_document_bodies(found: MentionIndex) -> None:
    """Adds "the Committee" and the like for the only maker of the document, if that is its noun."""
    bodies = makers(found.document, found.all(), found.vocabulary)
    if len(bodies) != 1:
        return
    (body,) = bodies
    for span in _nouns(found, found.vocabulary.name(body)):
        if found.is_free("names", *span):
            found.add(span, (body,), "names", "document-body")


def _nouns(found: MentionIndex, name: str) -> Iterator[tuple[int, int]]:
    """The places of a noun that stands in a name, in all parts."""
    for leaf in found.leaves:
        for match in BODY.finditer(found.text, leaf.start, leaf.end):
            if f" {' '.join(match['noun'].split())} " in f" {name} ":
                yield match.span("noun")


def name_the_government(found: MentionIndex) -> None:
    """Lets "the Government" and "the delegation", which answers for it, be the State to which alone
    a document is addressed."""
    given = (found.document, found.all(), found.vocabulary)
    asked = _in_front(*given, "addressedTo") or _asked(*given)
    if len(asked) != 1 or not all(found.vocabulary.is_a(state, "State") for state in asked):
        return
    for match in matches(found, GOVERNMENT, "overnment", "delegation", "under review"):
        for mention in found.inside(*match.span()):
            if mention.layer == "names":
                found.remove(mention)
        found.add(match.span(), tuple(asked), "names", "document-government")
