"""Our side of a match: the things that may have subjects_of, by their names and identifiers."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from pyoxigraph import Literal

from gcm_kg.linking.entity_types import NAMED, of_class
from gcm_kg.linking.labels import acronym, label_key
from gcm_kg.mappings.identifiers import OURS, Identifier, from_iri, from_literal
from gcm_kg.mappings.sssom import Mapping
from gcm_kg.model.vocabulary import Vocabulary
from gcm_kg.rdf.namespaces import DCTERMS, GCM, OWL, SKOS

CLASSES = ("Instrument", "Actor", "Place", "Principle", "Theme", "Population")
"""Whose things are linked."""
ROLES = {SKOS + "prefLabel": "pref", SKOS + "altLabel": "alt", SKOS + "hiddenLabel": "hidden",
         SKOS + "notation": "pref"}  # fmt: skip
SAME = frozenset({SKOS + "exactMatch", OWL + "sameAs"})
LINKS = SAME | {SKOS + "closeMatch"}
"""Matches that another one may be chained to."""
PLACING = (GCM + "locatedIn", SKOS + "broader", GCM + "partOf", GCM + "issuedBy",
           DCTERMS + "subject")  # fmt: skip
"""What things lie in or under: words of these may stand behind a name, in brackets."""
BINDING = frozenset("and or to against from by with without at , --".split())
"""Words of a term without which its last words are not the head of it."""
UNDETERMINED = ("", "und", "mul", "zxx")
"""Language tags that say nothing."""


@dataclass(frozen=True, slots=True)
class Name:
    """A name of a thing of ours: its role (pref, alt, hidden, short) and its normal form."""

    text: str
    role: str
    language: str
    key: str
    thing: str


@dataclass(slots=True)
class Subject:
    """One of our things, with the keys of names of what it lies in or under.

    ``year`` is that in which an instrument was adopted.
    """

    iri: str
    label: str
    sort: str
    names: list[Name] = field(default_factory=list)
    above: frozenset[str] = frozenset()
    places: frozenset[str] = frozenset()
    around: frozenset[str] = frozenset()
    year: str = ""
    identifiers: frozenset[Identifier] = frozenset()

    @property
    def named(self) -> bool:
        """Whether its names are proper names, rather than terms."""
        return self.sort in NAMED and not self.label[:1].islower()

    @property
    def acronyms(self) -> set[str]:
        """Its acronyms."""
        return {acronym(name.text) for name in self.names if name.role == "short"}

    @property
    def keys(self) -> dict[str, str]:
        """The normal forms of its names, each with the most telling role that it has."""
        best: dict[str, str] = {}
        for role in ("hidden", "alt", "pref"):
            best |= {name.key: role for name in self.names if name.role == role}
        return best


@dataclass(slots=True)
class Subjects:
    """All our things, and where to look them up: by keys, acronyms, identifiers and links.

    ``links`` has, for an IRI of another graph in its one form, what we say that matches it.
    """

    things: dict[str, Subject] = field(default_factory=dict)
    by_key: dict[str, list[Name]] = field(default_factory=dict)
    by_acronym: dict[str, list[Name]] = field(default_factory=dict)
    by_identifier: dict[Identifier, list[str]] = field(default_factory=dict)
    links: dict[Identifier, list[Mapping]] = field(default_factory=dict)
    curated: list[Mapping] = field(default_factory=list)
    denied: set[tuple[str, str, Identifier]] = field(default_factory=set)

    def owners(self, key: str) -> set[str]:
        """The things whose preferred label has the key."""
        return {name.thing for name in self.by_key.get(key, ()) if name.role == "pref"}


def subjects_of(vocabulary: Vocabulary, curated: Sequence[Mapping] = ()) -> Subjects:
    """The things of the vocabulary that may be linked, with what is already known of them."""
    ours = Subjects(curated=list(curated))
    for iri in vocabulary.kinds:
        above = vocabulary.ancestors[vocabulary.kinds[iri]]
        if above & set(CLASSES) and (sort := of_class(above)):
            ours.things[iri] = Subject(iri, vocabulary.name(iri), sort)
    _add_names(ours, vocabulary)
    _add_heads(ours)
    for iri, thing in ours.things.items():
        _add_surroundings(thing, vocabulary)
        _add_places(ours, thing)
        _add_identifiers(ours, iri, vocabulary)
    for match in curated:
        _add_link(ours, match)
    return ours


def _add_names(ours: Subjects, vocabulary: Vocabulary) -> None:
    for quad in vocabulary.quads:
        role = ROLES.get(quad.predicate.value)
        thing = ours.things.get(str(quad.subject)[1:-1])
        if role is None or thing is None or not isinstance(quad.object, Literal):
            continue
        text, language = quad.object.value, primary(quad.object.language)
        short = acronym(text)
        key = "" if short else label_key(text)
        name = Name(text, "short" if short else role, language, key, thing.iri)
        if short:
            ours.by_acronym.setdefault(short, []).append(name)
        elif key and from_literal(SKOS + "notation", text) is None:
            ours.by_key.setdefault(key, []).append(name)
        thing.names.append(name)


def _add_heads(ours: Subjects) -> None:
    """What the preferred terms say without their first words: "organized crime"."""
    for thing in ours.things.values():
        words = next((name.key for name in thing.names if name.role == "pref"), "").split()
        if not thing.named and not BINDING & set(words):
            for start in range(1, len(words) - 1):
                key = " ".join(words[start:])
                name = Name(key, "head", thing.names[0].language, key, thing.iri)
                ours.by_key.setdefault(key, []).append(name)


def primary(language: str | None) -> str:
    """The first part of a language tag; "" for none, and for one that says nothing."""
    first = (language or "").lower().split("-")[0]
    return "" if first in UNDETERMINED else first


def _add_surroundings(thing: Subject, vocabulary: Vocabulary) -> None:
    """What the thing lies in, and below which concepts it is, however far."""
    near = [other for predicate in PLACING for other in vocabulary.get(thing.iri, predicate)]
    labels = [(SKOS + "prefLabel"), (SKOS + "altLabel")]
    texts = [text for other in near for label in labels for text in vocabulary.get(other, label)]
    thing.around = frozenset(map(label_key, texts)) - {""}
    thing.places = frozenset(vocabulary.get(thing.iri, GCM + "locatedIn"))
    thing.year = "".join(vocabulary.get(thing.iri, GCM + "adoptedOn"))[:4]
    reached: set[str] = set()
    waiting = [thing.iri]
    while waiting:
        new = set(vocabulary.get(waiting.pop(), SKOS + "broader")) - reached
        reached |= new
        waiting += new
    thing.above = frozenset(reached)


def _add_places(ours: Subjects, thing: Subject) -> None:
    """Names of a place with the State that it is in: "Vienna, Austria", "Austria--Vienna"."""
    for name in [n for n in thing.names if thing.places and n.key]:
        for state in sorted(thing.around):
            for key in (f"{state} {name.key}", f"{state} -- {name.key}"):
                longer = Name(name.text, name.role, name.language, key, thing.iri)
                ours.by_key.setdefault(key, []).append(longer)


def _add_identifiers(ours: Subjects, iri: str, vocabulary: Vocabulary) -> None:
    known = {
        identifier
        for name in OURS
        for value in vocabulary.get(iri, GCM + name)
        if (identifier := from_literal(GCM + name, value))
    }
    for value in vocabulary.get(iri, SKOS + "notation"):
        if (symbol := from_literal(SKOS + "notation", value)) is not None:
            known.add(symbol)
        if value.startswith("SDG "):
            known.add(("sdg", value.removeprefix("SDG ")))
    ours.things[iri].identifiers = frozenset(known)
    for identifier in sorted(known):
        ours.by_identifier.setdefault(identifier, []).append(iri)


def _add_link(ours: Subjects, match: Mapping) -> None:
    if match.subject not in ours.things or match.predicate not in LINKS:
        return
    forms = from_iri(match.object)
    ours.links.setdefault(forms[0], []).append(match)
    for identifier in forms[1:] if match.predicate in SAME else ():
        holders = ours.by_identifier.setdefault(identifier, [])
        if match.subject not in holders:
            holders.append(match.subject)
