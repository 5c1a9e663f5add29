"""What sort of thing something is: ours by its class, that of another graph by what it says of it.

A town is not a State, and a film is not a crime, whatever they are called. Sorts are told from the
names of classes, in whatever ontology; a class of an unknown name says nothing.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from gcm_kg.rdf.namespaces import OWL, RDF, RDFS, SKOS
from gcm_kg.text.spelling import stem

NAMED = frozenset({"country", "organization", "place", "person", "instrument"})
"""Sorts whose things have proper names; the others have terms."""
OF_CLASS = {
    "State": "country",
    "Organization": "organization",
    "Initiative": "organization",
    "Person": "person",
    "ActorGroup": "group",
    "Office": "group",
    "Place": "place",
    "Instrument": "instrument",
    "Population": "population",
    "Principle": "concept",
    "Theme": "concept",
}
"""Classes of the ontology, the nearer before the farther."""
WORDS = {
    "person": "person human author politician biography",
    "organization": (
        "organization organisation corporation corporate company business agency institution"
        " institute university school college ngo committee ministry association party court body"
        " council nonprofit charity foundation union department programme initiative network funder"
    ),
    "country": "country nation kingdom republic sovereign",
    "city": "city town village municipality settlement capital suburb commune populated borough",
    "region": "region county province district division department territory island continent",
    "place": "place location feature area spatial geographic geographical toponym",
    "site": "river mountain lake airport street building hotel station museum stadium monument",
    "instrument": (
        "act treaty convention law legal legislation legislative resolution statute regulation"
        " directive agreement protocol instrument declaration goal target plan compact covenant"
        " decision"
    ),
    "document": "document work publication report text resource title",
    "expression": "expression manifestation format",
    "creative": (
        "book film movie album song painting novel series game article thesis journal newspaper"
        " magazine poem play episode band single podcast video"
    ),
    "event": "event meeting conference session war election battle ceremony festival",
    "concept": (
        "class topic subject heading term descriptor category theme principle right crime"
        " phenomenon policy issue field discipline doctrine keyword tag notion collection"
    ),
    "process": "process activity action procedure",
    "group": "group occupation profession role ethnic demographic status",
    "population": "population people",
    "other": (
        "disambiguation name surname taxon species gene protein disease asteroid ship vessel brand"
        " product chemical software language currency horse racehorse train automobile dish"
    ),
}
"""The last word of a class's name that stands here says the sort of its things."""
SORT_OF_WORD = {stem(word): sort for sort, words in WORDS.items() for word in words.split()}
SOVEREIGN = frozenset({"sovereign", "member", "independent", "nation"})
"""Before "state", which alone may be a part of a federation."""
FITTING = {
    "country": {"country", "place"},
    "organization": {"organization", "group"},
    "place": {"city", "place"},
    "person": {"person"},
    "instrument": {"instrument", "document"},
    "group": {"organization", "person", "population"},
    "population": {"group", "person"},
    "concept": {"process", "event", "document"},
}
"""What sorts of others each sort of ours may be; a concept of others may be anything."""
SILENT = frozenset("thing entity item object individual resource concept".split())
AFTER = frozenset("international national regional bilateral multilateral european".split())
"""Words that may stand behind the one that says the sort: "agreement_international"."""
ANYWHERE = {
    stem(word): sort
    for sort, words in {
        "creative": "music musical film fictional fiction novel album mythological",
        "other": "medical surgical clinical disambiguation wikimedia",
    }.items()
    for word in words.split()
}
"""Words that say the sort wherever they stand: a music group is no group of people here."""
WELL_KNOWN = {
    "Q5": "person", "Q6256": "country", "Q3624078": "country", "Q515": "city", "Q5119": "city",
    "Q43229": "organization", "Q484652": "organization", "Q245065": "organization",
    "Q4167410": "other", "Q101352": "other", "Q202444": "other", "Q16521": "other",
    "Q11424": "creative", "Q571": "creative", "Q7725634": "creative", "Q482994": "creative",
    "Q134556": "creative", "Q13442814": "creative", "Q5398426": "creative", "Q131569": "instrument",
    "Q28640": "group", "Q12737077": "group", "Q41710": "group", "Q1549591": "city",
    "Q1093829": "city", "Q486972": "city", "Q3918": "organization", "Q35657": "region",
    "Q163740": "organization", "Q15285626": "organization", "Q7864918": "organization",
}  # fmt: skip
"""Items of Wikidata that things are instances of."""
NEARER = frozenset({"country", "city", "region", "site"})
"""Sorts of places; where one is said, that it is a place says nothing more."""
CODES = {"P.": "city", "A.PCL": "country", "A.ADM": "region", "L.": "region", "H.": "site",
         "S.": "site", "T.": "site"}  # fmt: skip
"""Feature codes of GeoNames, by their beginnings (geonames.org/export/codes.html)."""
INDIVIDUAL = frozenset({"country", "organization", "place"})
"""Sorts of ours whose names clubs, birds and ships have too."""
VAGUE = frozenset("state agent authority unit geopolitical jurisdiction".split())
"""Last words of classes that may be those of States, organizations or places."""
NO_CONCEPTS = frozenset(
    {
        *(OWL + name for name in ("Ontology", "ObjectProperty", "DatatypeProperty",
                                  "AnnotationProperty", "OntologyProperty",
                                  "FunctionalProperty", "InverseFunctionalProperty",
                                  "TransitiveProperty", "SymmetricProperty")),
        *(SKOS + name for name in ("ConceptScheme", "Collection", "OrderedCollection")),
        RDF + "Property",
        RDFS + "Datatype",
        "http://www.w3.org/ns/dcat#Dataset",
        "http://www.w3.org/ns/dcat#Catalog",
        "http://rdfs.org/ns/void#Dataset",
    }
)  # fmt: skip
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
