"""Our side of a match: the things that may have counterparts, by their names and identifiers."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from pyoxigraph import Literal

from gcm_kg.linking.entity_types import NAMED, of_class
from gcm_kg.linking.labels import LOOSE, YEAR, acronym, label_key, taken_apart
from gcm_kg.linking.names import (
    EXACT,
    ByKey,
    Name,
    OtherName,
    by_key,
    heads,
    names_of_matches,
    parts,
    primary,
)
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


@dataclass(slots=True)
class Subject:
    """One of our things, with the keys of names of what it lies in or under.

    ``dates`` are those on which an instrument was adopted, as far as they are known, each from the
    year on.
    """

    iri: str
    label: str
    sort: str
    names: list[Name] = field(default_factory=list)
    above: frozenset[str] = frozenset()
    places: frozenset[str] = frozenset()
    around: frozenset[str] = frozenset()
    dates: frozenset[str] = frozenset()
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
        """The normal forms of its own names, each with the most telling role that it has."""
        best: dict[str, str] = {}
        for role in ("other", "hidden", "alt", "pref"):
            best |= {name.key: role for name in self.names if name.role == role}
        return best


@dataclass(slots=True)
class Subjects:
    """All our things, and where to look them up: by keys, acronyms, identifiers and links.

    ``links`` has, for an IRI of another graph in its one form, what we say that matches it;
    ``words`` are those of all keys.
    """

    things: dict[str, Subject] = field(default_factory=dict)
    by_key: dict[str, list[Name]] = field(default_factory=dict)
    by_acronym: dict[str, list[Name]] = field(default_factory=dict)
    by_identifier: dict[Identifier, list[str]] = field(default_factory=dict)
    links: dict[Identifier, list[Mapping]] = field(default_factory=dict)
    curated: list[Mapping] = field(default_factory=list)
    denied: set[tuple[str, str, Identifier]] = field(default_factory=set)
    vocabulary: Vocabulary = field(default_factory=Vocabulary)
    words: frozenset[str] = frozenset()

    def owners(self, key: str) -> set[str]:
        """The things whose preferred label has the key."""
        return {name.thing for name in self.by_key.get(key, ()) if name.role == "pref"}

    def same_by(self, key: str) -> set[str]:
        """The things that a concept with the key as its name is the same as."""
        return {name.thing for name in self.by_key.get(key, ()) if name.relation == EXACT}

    def add(self, name: Name) -> None:
        """Adds a name to the thing that has it and to where it may be looked up."""
        self.things[name.thing].names.append(name)
        if name.role == "short":
            self.by_acronym.setdefault(acronym(name.text), []).append(name)
        elif name.key and name not in self.by_key.get(name.key, ()):
            self.by_key.setdefault(name.key, []).append(name)

    @property
    def languages(self) -> set[str]:
        """The languages in which there are names."""
        return {n.language for thing in self.things.values() for n in thing.names} - {""}


def subjects_of(
    vocabulary: Vocabulary, curated: Sequence[Mapping] = (), others: Iterable[OtherName] = ()
) -> Subjects:
    """The things of the vocabulary that may be linked, with what is already known of them."""
    ours = Subjects(curated=list(curated), vocabulary=vocabulary)
    for iri, kind in vocabulary.kinds.items():
        above = vocabulary.ancestors[kind]
        if above & set(CLASSES) and (sort := of_class(above)):
            ours.things[iri] = Subject(iri, vocabulary.name(iri), sort)
    stated = by_key(others)
    known = by_key(sorted(names_of_matches(curated), key=lambda n: n.relation != EXACT)) | stated
    _add_names(ours, vocabulary, known, stated)
    _add_others(ours, known)
    _add_parts(ours)
    for iri, thing in ours.things.items():
        _add_surroundings(thing, vocabulary)
        _add_places(ours, thing)
        _add_identifiers(ours, iri, vocabulary)
    for match in curated:
        _add_link(ours, match)
    ours.words = frozenset(word for key in ours.by_key for word in key.split())
    return ours


def _add_names(ours: Subjects, vocabulary: Vocabulary, known: ByKey, stated: ByKey) -> None:
    """The names that the vocabulary gives, each in every form in which it may be found.

    What is ``stated`` of a preferred name holds: "smugglers", who are those of migrants here.
    """
    told = {thing for thing, _, _ in known}
    for quad in vocabulary.quads:
        role = ROLES.get(quad.predicate.value)
        thing = ours.things.get(str(quad.subject)[1:-1])
        if role is None or thing is None or not isinstance(quad.object, Literal):
            continue
        text, language = quad.object.value, primary(quad.object.language)
        if acronym(text):
            ours.add(Name(text, "short", language, "", thing.iri))
        elif from_literal(SKOS + "notation", text) is None:
            where = thing.iri, label_key(text) if thing.iri in told else "", language or "en"
            said = (stated if role == "pref" else known).get(where)
            relation = said.relation if said else EXACT if role == "pref" else ""
            for key in _keys(text, thing, role):
                ours.add(Name(text, role, language, key, thing.iri, relation))


def _keys(text: str, thing: Subject, role: str) -> list[str]:
    """The keys of a name; a name of an instrument may stand without its year and number."""
    if role == "hidden" and not thing.named:
        return [label_key(text)]
    apart = taken_apart(text)
    kinds = ["whole"] + ["base"] * (thing.sort == "instrument")
    kinds += [LOOSE]
    return [key for key, kind in apart.keys if kind in kinds] or [label_key(text)]


def _add_others(ours: Subjects, known: ByKey) -> None:
    """Names that only others use."""
    own = {iri: set(thing.keys) for iri, thing in ours.things.items()}
    for (iri, key, _), other in known.items():
        if iri in own and key and key not in own[iri]:
            short = acronym(other.text)
            role, key = ("short", "") if short else ("other", key)
            ours.add(Name(other.text, role, other.language, key, iri, other.relation))


def _add_parts(ours: Subjects) -> None:
    """What the preferred terms say in part: their heads, and what they join."""
    for thing in [t for t in ours.things.values() if not t.named and t.names]:
        key, language, known = thing.names[0].key, thing.names[0].language, thing.keys
        for part, role, relation in (*heads(key), *parts(key)):
            if part not in known:
                ours.add(Name(part, role, language, part, thing.iri, relation))


def _add_surroundings(thing: Subject, vocabulary: Vocabulary) -> None:
    """What the thing lies in, and below which concepts it is, however far."""
    near = [other for predicate in PLACING for other in vocabulary.get(thing.iri, predicate)]
    labels = SKOS + "prefLabel", SKOS + "altLabel"
    texts = [text for other in near for label in labels for text in vocabulary.get(other, label)]
    thing.around = frozenset(map(label_key, texts)) - {""}
    thing.places = frozenset(vocabulary.get(thing.iri, GCM + "locatedIn"))
    thing.above = _above(thing.iri, vocabulary)
    dates = set(vocabulary.get(thing.iri, GCM + "adoptedOn"))
    if thing.sort == "instrument":
        own = [name.text for name in thing.names if name.role in ("pref", "alt")]
        dates |= {year for text in own for year in YEAR.findall(text)}
    thing.dates = frozenset(dates)


def _above(iri: str, vocabulary: Vocabulary) -> frozenset[str]:
    reached, waiting = set[str](), [iri]
    while waiting:
        new = set(vocabulary.get(waiting.pop(), SKOS + "broader")) - reached
        reached |= new
        waiting += new
    return frozenset(reached)


def _add_places(ours: Subjects, thing: Subject) -> None:
    """Names of a place with the State that it is in: "Vienna, Austria", "Austria--Vienna"."""
    for name in [n for n in thing.names if thing.places and n.key]:
        for state in sorted(thing.around):
            for key in (f"{state} {name.key}", f"{state} -- {name.key}"):
                longer = Name(name.text, name.role, name.language, key, thing.iri, EXACT)
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
