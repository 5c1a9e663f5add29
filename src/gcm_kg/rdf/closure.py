"""What follows from classes, properties and inverses that an ontology declares, triple by triple.

Of the rules of OWL 2 RL (OWL 2 Profiles, section 4.3) these alone: cax-sco, prp-spo1, prp-inv1 and
prp-inv2, which need one triple of the data each, with scm-sco and scm-spo, and with equivalence
taken for two subsumptions (scm-eqc1, scm-eqp1). Nothing is derived of the schema itself.
Beside these, what SKOS says of concepts (SKOS Reference) and browsers of vocabularies go by:
broader and narrower are inverse, related holds both ways (S23, S25), and the concepts that have no
broader one in their scheme are its top concepts (section 4).
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from itertools import chain

from pyoxigraph import NamedNode, Quad, Triple

from gcm_kg.rdf.described import Graphs, Line, Said, named
from gcm_kg.rdf.namespaces import CLOSURE_GRAPH, OWL, RDF, RDFS, SKOS

TYPE = RDF + "type"
BELOW = {RDFS + "subClassOf": "classes", RDFS + "subPropertyOf": "properties"}
EQUIVALENT = {OWL + "equivalentClass": "classes", OWL + "equivalentProperty": "properties"}
IN_SCHEME, BROADER, NARROWER, TOP_OF, HAS_TOP = (
    named(SKOS + name)
    for name in ("inScheme", "broader", "narrower", "topConceptOf", "hasTopConcept")
)
INVERSE = OWL + "inverseOf"
OF_SCHEMES = frozenset((IN_SCHEME, BROADER, NARROWER, TOP_OF, HAS_TOP))
TYPE_TERM, CLOSED = named(TYPE), named(CLOSURE_GRAPH)
INVERSE_IN_SKOS = (("broader", "narrower"), ("narrower", "broader"), ("related", "related"))
NOTHING: Said = {}
OF_THE_SCHEMA = frozenset((*BELOW, *EQUIVALENT, INVERSE))
"""What is said of terms, not of things."""


@dataclass(slots=True)
class Schema:
    """The classes and properties above each, by their IRIs, and the inverses of properties."""

    classes: dict[str, list[str]] = field(default_factory=dict)
    properties: dict[str, list[str]] = field(default_factory=dict)
    inverses: dict[str, list[str]] = field(default_factory=dict)

    def above(self, name: str) -> list[str]:
        """The classes above a class, itself not among them, sorted."""
        return self._reached(name, self.classes)

    def implied(self, name: str) -> list[tuple[str, bool]]:
        """The properties that hold where one holds, itself not among them, sorted; and whether the
        other way round."""
        found = {(name, False)}
        waiting = [(name, False)]
        while waiting:
            one, turned = waiting.pop()
            near = [(other, turned) for other in self.properties.get(one, ())]
            near += [(other, not turned) for other in self.inverses.get(one, ())]
            fresh = set(near) - found
            found |= fresh
            waiting += fresh
        return sorted(found - {(name, False)})

    @staticmethod
    def _reached(name: str, edges: Mapping[str, list[str]]) -> list[str]:
        found, waiting = {name}, [name]
        while waiting:
            fresh = set(edges.get(waiting.pop(), ())) - found
            found |= fresh
            waiting += fresh
        return sorted(found - {name})


def schema(quads: Iterable[Quad | Triple]) -> Schema:
    """The schema that some quads declare, with what SKOS declares of its own properties; what is no
    IRI, such as a restriction, says nothing."""
    known = Schema()
    for one, other in INVERSE_IN_SKOS:
        _add(known.inverses, SKOS + one, SKOS + other)
    for quad in quads:
        name, subject, value = quad.predicate.value, quad.subject, quad.object
        if name not in OF_THE_SCHEMA:
            continue
        if not (isinstance(subject, NamedNode) and isinstance(value, NamedNode)):
            continue
        one, other = subject.value, value.value
        if name == INVERSE:
            _add(known.inverses, one, other)
            _add(known.inverses, other, one)
            continue
        edges = getattr(known, BELOW.get(name) or EQUIVALENT[name])
        _add(edges, one, other)
        if name in EQUIVALENT:
            _add(edges, other, one)
    return known


def _add(edges: dict[str, list[str]], one: str, other: str) -> None:
    edges.setdefault(one, []).append(other)


def _terms(edges: Mapping[str, list[str]]) -> frozenset[str]:
    """The terms at both ends of edges, as N-Quads write them."""
    return frozenset(map(named, {*edges, *chain.from_iterable(edges.values())}))


def _tops(graphs: Graphs) -> Iterator[Line]:
    """Which concepts are at the top of their schemes, both ways round (SKOS Reference, S7 and S8);
    a concept, its scheme and its broader ones are told together, in one lot of graphs."""
    schemes: defaultdict[str, set[str]] = defaultdict(set)
    broader: defaultdict[str, set[str]] = defaultdict(set)
    for subject, said in _subjects(graphs):
        if OF_SCHEMES.isdisjoint(said):
            continue
        schemes[subject].update(said.get(IN_SCHEME, ()))
        broader[subject].update(said.get(BROADER, ()))
        for value in said.get(NARROWER, ()):
            broader[value].add(subject)
    for concept, those in list(schemes.items()):
        above = [schemes[one] for one in broader[concept] if one in schemes]
        for scheme in those.difference(*above):
            if scheme[0] == "<":
                yield concept, TOP_OF, scheme, CLOSED
                yield scheme, HAS_TOP, concept, CLOSED


def _subjects(graphs: Graphs) -> Iterator[tuple[str, Said]]:
    return chain.from_iterable(subjects.items() for subjects in graphs.values())


class Closure:
    """Derives what a schema implies; remembers what follows from each class and property."""

    def __init__(self, known: Schema) -> None:
        self._schema = known
        self._classes: dict[str, list[str]] = {}
        self._properties: dict[str, list[tuple[str, bool]]] = {}
        self._telling_classes = _terms(known.classes)
        self._telling = _terms(known.properties) | _terms(known.inverses) | OF_SCHEMES

    def derived(self, graphs: Graphs) -> Iterator[Line]:
        """What follows from what is said and is not among it, in the graph of the closure, each
        once."""
        telling = {name: self._telling_part(subjects) for name, subjects in graphs.items()}
        stated = telling.values()
        known: set[tuple[str, str, str]] = set()
        for line in chain(self._implied_by(telling), _tops(telling)):
            subject, predicate, value, _ = line
            if (subject, predicate, value) not in known and not any(
                value in subjects.get(subject, NOTHING).get(predicate, ()) for subjects in stated
            ):
                known.add((subject, predicate, value))
                yield line

    def _telling_part(self, subjects: Mapping[str, Said]) -> dict[str, Said]:
        """That from which something can follow, or which can be what follows."""
        telling: dict[str, Said] = {}
        for subject, said in subjects.items():
            found = {each: said[each] for each in said if each in self._telling}
            kinds = said.get(TYPE_TERM, [])
            if TYPE_TERM not in found and not self._telling_classes.isdisjoint(kinds):
                found[TYPE_TERM] = kinds
            if found:
                telling[subject] = found
        return telling

    def _implied_by(self, graphs: Graphs) -> Iterator[Line]:
        for subject, said in _subjects(graphs):
            for predicate, values in said.items():
                if predicate == TYPE_TERM:
                    kinds = chain.from_iterable(map(self._above, values))
                    yield from ((subject, TYPE_TERM, kind, CLOSED) for kind in kinds)
                else:
                    yield from self._edges(subject, predicate, values)

    def _edges(self, subject: str, predicate: str, values: Iterable[str]) -> Iterator[Line]:
        for name, turned in self._implied(predicate):
            for value in values:
                if not turned:
                    yield subject, name, value, CLOSED
                elif value[0] == "<":
                    yield value, name, subject, CLOSED

    def _above(self, kind: str) -> list[str]:
        if kind not in self._classes:
            above = self._schema.above(kind[1:-1]) if kind[0] == "<" else []
            self._classes[kind] = list(map(named, above))
        return self._classes[kind]

    def _implied(self, name: str) -> list[tuple[str, bool]]:
        if name not in self._properties:
            found = self._schema.implied(name[1:-1])
            self._properties[name] = [(named(iri), turned) for iri, turned in found]
        return self._properties[name]
