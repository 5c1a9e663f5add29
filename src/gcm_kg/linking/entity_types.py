"""What sort of thing something is: ours by its class, that of another graph by what it says of it.

A town is not a State, and a film is not a crime, whatever they are called. Sorts are told from the
names of classes, in whatever ontology; a class of an unknown name says nothing.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable
from pathlib import Path

from gcm_kg.rdf.namespaces import OWL, RDF, RDFS, SKOS
from gcm_kg.text.spelling import stem

NAMED = frozenset({"country", "organization", "place", "person", "instrument"})
"""Sorts whose things have proper names; the others have terms."""
_TABLES = tomllib.loads(Path(__file__).with_suffix(".toml").read_text("utf-8"))
OF_CLASS: dict[str, str] = _TABLES["of_class"]
"""Our classes with the sort of their things, the nearer before the farther."""
SORT_OF_WORD: dict[str, str] = {
    stem(word): sort for sort, ws in _TABLES["words"].items() for word in ws.split()
}
"""What the last word of a class's name says of the sort of its things."""
SOVEREIGN = frozenset({"sovereign", "member", "independent", "nation"})
"""Before "state", which alone may be a part of a federation."""
FITTING = {sort: set(others.split()) for sort, others in _TABLES["fitting"].items()}
"""What sorts of others each sort of ours may be; a concept of others may be anything."""
SILENT = frozenset("thing entity item object individual resource concept".split())
AFTER = frozenset("international national regional bilateral multilateral european".split())
"""Words that may stand behind the one that says the sort: "agreement_international"."""
ANYWHERE: dict[str, str] = {
    stem(word): sort for sort, ws in _TABLES["anywhere"].items() for word in ws.split()
}
"""Words that say the sort wherever they stand: a music group is no group of people here."""
WELL_KNOWN: dict[str, str] = {
    item: sort for sort, items in _TABLES["wikidata"].items() for item in items.split()
}
"""Items of Wikidata that things are instances of."""
NEARER = frozenset({"country", "city", "region", "site"})
"""Sorts of places; where one is said, that it is a place says nothing more."""
CODES: dict[str, str] = _TABLES["geonames"]
"""Feature codes of GeoNames, by their beginnings."""
INDIVIDUAL = frozenset({"country", "organization", "place"})
"""Sorts of ours whose names clubs, birds and ships have too."""
VAGUE = frozenset("state agent authority unit geopolitical jurisdiction".split())
"""Last words of classes that may be those of States, organizations or places."""
NO_CONCEPTS = frozenset(
    space + name for space, names in _TABLES["no_concepts"].items() for name in names.split()
)
"""Classes of what a graph is made of, or is, whose things no concept is the same as."""
CAMEL = re.compile(r"[A-Z]+(?![a-z])|[A-Z]?[a-z]+")
HEAD = re.compile(r"[,;:(]|\b(?:of|in|for|from|by|that|which|on|at|with|to|within|located)\b")


def of_class(ancestors: Iterable[str]) -> str:
    """The sort of our things of a class, by the local names of it and the classes above it."""
    above = set(ancestors)
    return next((sort for name, sort in OF_CLASS.items() if name in above), "")


def of_type(iri: str) -> str:
    """The sort of the things of a class of others, by its IRI; "" if that says nothing."""
    local = re.split(r"[/#]", iri.rstrip("/#"))[-1]
    if local in WELL_KNOWN:
        return WELL_KNOWN[local]
    if iri.endswith("schema.org/State"):  # one of a federation, as schema.org defines it
        return "region"
    for beginning, sort in CODES.items():
        if "geonames" in iri and local.startswith(beginning):
            return sort
    return _of_words(CAMEL.findall(local))


def no_concept(types: Iterable[str]) -> str:
    """The name of a class that makes a thing none that ours could match; "" if it has none."""
    return next((re.split(r"[/#]", iri)[-1] for iri in types if iri in NO_CONCEPTS), "")


def of_description(text: str) -> str:
    """The sort that a short description or the name of a class says: "town in Virginia"."""
    return _of_words(re.findall(r"[A-Za-z]+", HEAD.split(text, maxsplit=1)[0]))


def unknown_class(iri: str) -> str:
    """The name of a class of which nothing is known, not even that it is one of concepts."""
    local = re.split(r"[/#]", iri.rstrip("/#"))[-1]
    words = [stem(word.lower()) for word in CAMEL.findall(local)]
    known = not words or any(w in SORT_OF_WORD or w in SILENT or w in ANYWHERE for w in words)
    return "" if known or re.search(r"\d", local) else local


def unrecognised_class(ours: str, types: Iterable[str]) -> str:
    """The name of a class that is no known one of States, organizations or places.

    Clubs and birds are named like States, so a class must say that its things may be such; "" if
    one does, or if there is none.
    """
    classes = [iri for iri in types if not iri.startswith((SKOS, OWL, RDF, RDFS))]
    if ours not in INDIVIDUAL or any(of_type(iri) in FITTING[ours] | {ours} for iri in classes):
        return ""
    return next((name for iri in classes if (name := _unknown(iri))), "")


def _unknown(iri: str) -> str:
    """The name of a class of which the last word that counts is not known."""
    local = re.split(r"[/#]", iri.rstrip("/#"))[-1]
    words = [stem(word.lower()) for word in CAMEL.findall(local)]
    while words and (words[-1] in SILENT or words[-1] in AFTER):
        words.pop()
    known = not words or words[-1] in SORT_OF_WORD or words[-1] in VAGUE
    return "" if known or re.search(r"\d", local) else local


def _of_words(words: list[str]) -> str:
    plain = [stem(word.lower()) for word in words]
    anywhere = next((ANYWHERE[word] for word in plain if word in ANYWHERE), "")
    if anywhere:
        return anywhere
    while plain and (plain[-1] in SILENT or plain[-1] in AFTER):
        plain.pop()
    if not plain:
        return ""
    if plain[-1] == "state":
        return "country" if SOVEREIGN & set(plain) else ""
    return SORT_OF_WORD.get(plain[-1], "")


def conflicting_type(ours: str, theirs: set[str]) -> str:
    """The sort of theirs that a sort of ours cannot be; "" if there is none.

    One that fits is enough: a State may be described as a place and as a country.
    """
    said = theirs - {"", "concept"}
    if said & NEARER:
        said -= {"place"}
    if not said or said & (FITTING[ours] | {ours}):
        return ""
    return min(said)
