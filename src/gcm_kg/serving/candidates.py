"""Finds the things that a name of somebody's table may be, with a score for each."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from typing import Any

from pyoxigraph import NamedNode

from gcm_kg.querying.name_index import Match, plain
from gcm_kg.rdf.namespaces import BASE, DCTERMS, GCM, SKOS, short
from gcm_kg.serving.served import Served
from gcm_kg.store.graph import text_of

TYPES = {
    "Instrument": "Treaty or other text",
    "Actor": "Actor",
    "State": "State",
    "Theme": "Theme",
    "Population": "Group of people",
    "Principle": "Principle",
    "Place": "Place",
    "Person": "Person",
    "Event": "Meeting",
    "Action": "Action",
    "Measure": "Measure",
}
"""The classes whose things can be meant, by their names in our ontology."""
ALIKE = 95.0
"""The least score of a match that is taken for the thing itself."""
BONUS, MALUS = 5.0, 10.0
"""What the score of a candidate gains by a property that it has, and loses by one that differs."""


@dataclass(frozen=True, slots=True)
class Property:
    """A property by which things are told apart, and which can be asked for."""

    name: str
    label: str
    iri: str
    of: tuple[str, ...] = ()


PROPERTIES = (
    Property("notation", "short name", SKOS + "notation"),
    Property("altLabel", "other names", SKOS + "altLabel"),
    Property("definition", "definition", SKOS + "definition"),
    Property("treatyNumber", "treaty number", GCM + "treatyNumber", ("Instrument",)),
    Property(
        "registrationNumber", "registration number", GCM + "registrationNumber", ("Instrument",)
    ),
    Property("documentSymbol", "symbol", GCM + "documentSymbol", ("Instrument",)),
    Property("celexNumber", "CELEX number", GCM + "celexNumber", ("Instrument",)),
    Property("normlexCode", "NORMLEX code", GCM + "normlexCode", ("Instrument",)),
    Property("adoptedOn", "adopted on", GCM + "adoptedOn", ("Instrument",)),
    Property("enteredIntoForceOn", "in force since", GCM + "enteredIntoForceOn", ("Instrument",)),
    Property("supplements", "supplements", GCM + "supplements", ("Instrument",)),
    Property("issuedBy", "issued by", GCM + "issuedBy", ("Instrument",)),
    Property("twoLetterCode", "ISO code (two letters)", GCM + "twoLetterCode", ("State", "Place")),
    Property(
        "threeLetterCode", "ISO code (three letters)", GCM + "threeLetterCode", ("State", "Place")
    ),
    Property("areaCode", "M49 code", GCM + "areaCode", ("State", "Place")),
    Property("subject", "about", DCTERMS + "subject"),
    Property("exactMatch", "the same elsewhere", SKOS + "exactMatch"),
)
"""The properties, by the names that they have in requests."""


def candidates(
    text: str, types: Sequence[str], given: Sequence[tuple[str, Any]], limit: int, served: Served
) -> list[dict[str, Any]]:
    """The candidates for a name, the best first: with identifier, name, types, score and match.

    ``types`` are names of classes, one of which a candidate must be of; ``given`` are properties
    with a value each. A name that is a value of one of these finds its thing too.
    """
    among = typed(types or list(TYPES), served)
    found = {m.iri: m for m in served.names.near(text, max(limit * 3, 20), among)} if text else {}
    codes = [(name, str(value)) for name, value in given if value is not None]
    for iri in _having([*codes, ("", text)], served):
        if iri in among:
            label = served.names.labels[iri]
            known = found.get(iri)
            if known is None or known.score < 0.97:
                found[iri] = Match(iri, label, text, 0.97)
    scored = [(_score(match, codes, served), match) for match in found.values()]
    scored.sort(key=lambda pair: (-pair[0], pair[1].iri))
    best = [pair for pair in scored[:limit] if pair[0] > 0]
    alone = len(best) == 1 or (len(best) > 1 and best[0][0] - best[1][0] >= 1)
    return [
        _candidate(match, score, served, match=not place and alone and score >= ALIKE)
        for place, (score, match) in enumerate(best)
    ]


def _candidate(found: Match, score: float, served: Served, *, match: bool) -> dict[str, Any]:
    kinds = sorted(served.names.kinds[found.iri])
    return {
        "id": short(found.iri),
        "name": found.label,
        "description": served.describe(found.iri),
        "type": [{"id": short(k).rpartition(":")[2], "name": served.label(k)} for k in kinds],
        "score": round(score, 2),
        "match": match,
        "features": [{"id": "name", "name": "likeness of the name", "value": found.score}],
    }


def _score(match: Match, given: Collection[tuple[str, str]], served: Served) -> float:
    """The likeness of the name, from 0 to 100, with what the properties add or take."""
    score = match.score * 100
    for name, value in given:
        values = values_of(match.iri, name, served)
        if values:
            score += BONUS if plain(value) in {plain(text) for text, _ in values} else -MALUS
    return min(max(score, 0.0), 100.0)


def _having(given: Collection[tuple[str, str]], served: Served) -> set[str]:
    """The things that have a code of a value: a treaty number, a symbol, a code of a country."""
    found: set[str] = set()
    for name, value in given:
        known = served.codes.get(plain(value), ())
        found |= {iri for iri, of in known if not name or name == of}
    return found


def values_of(iri: str, name: str, served: Served) -> list[tuple[str, str]]:
    """The values of a property of a thing: of each its text, and the IRI of one that is a thing."""
    prop = next((p for p in PROPERTIES if p.name == name), None)
    if prop is None:
        return []
    found = []
    for triple in served.graph.triples(NamedNode(iri), NamedNode(prop.iri), None):
        if isinstance(triple.object, NamedNode):
            value = triple.object.value
            found.append((served.names.labels.get(value, value), value))
        else:
            found.append((" ".join(text_of(triple.object).split()), ""))
    return sorted(found)


def typed(types: Sequence[str], served: Served) -> set[str]:
    """The IRIs of the things of some classes, given by their names in our ontology."""
    kinds: set[str] = set()
    for name in types:
        local = name.rpartition("#")[2].rpartition(":")[2]
        if local.isalnum():
            kinds |= served.classes_below(GCM + local)
    return {iri for iri in served.names.labels if served.names.kinds[iri] & kinds}


def type_of(iri: str, served: Served) -> dict[str, str]:
    """The class of a thing, as types are given."""
    kind = min(served.names.kinds[iri], default=GCM + "Thing")
    return {"id": short(kind).rpartition(":")[2], "name": served.label(kind)}


def full(identifier: str) -> str:
    """The IRI of an identifier, which may be one already."""
    return identifier if identifier.startswith(BASE) else BASE + identifier
