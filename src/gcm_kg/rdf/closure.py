"""What follows from classes, properties and inverses that an ontology declares, triple by triple.

Of the rules of OWL 2 RL (OWL 2 Profiles, section 4.3) these alone: cax-sco, prp-spo1, prp-inv1 and
prp-inv2, which need one triple of the data each, with scm-sco and scm-spo, and with equivalence
taken for two subsumptions (scm-eqc1, scm-eqp1). Nothing is derived of the schema itself.
Beside these, the concepts that have no broader one in their scheme are its top concepts (SKOS
Reference, section 4), which browsers of vocabularies begin with.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from itertools import chain
from typing import Any

from pyoxigraph import NamedNode, Quad, RdfFormat, Triple, parse, serialize

from gcm_kg.rdf.namespaces import CLOSURE_GRAPH, OWL, RDF, RDFS, SKOS

TYPE = RDF + "type"
BELOW = {RDFS + "subClassOf": "classes", RDFS + "subPropertyOf": "properties"}
EQUIVALENT = {OWL + "equivalentClass": "classes", OWL + "equivalentProperty": "properties"}
IN_SCHEME, BROADER, NARROWER, TOP_OF, HAS_TOP = (
    NamedNode(SKOS + name)
    for name in ("inScheme", "broader", "narrower", "topConceptOf", "hasTopConcept")
)
INVERSE = OWL + "inverseOf"
OF_SCHEMES = frozenset(
    str(term).encode() for term in (IN_SCHEME, BROADER, NARROWER, TOP_OF, HAS_TOP)
)
TYPE_TOKEN = f"<{TYPE}>".encode()
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
    """The schema that some quads declare; what is no IRI, such as a restriction, says nothing."""
    known = Schema()
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


def _tokens(edges: Mapping[str, list[str]]) -> frozenset[bytes]:
    """The terms at both ends of edges, as N-Quads write them."""
    names = {*edges, *chain.from_iterable(edges.values())}
    return frozenset(str(NamedNode(name)).encode() for name in names)


def _tops(quads: Iterable[Quad]) -> Iterator[tuple[Any, NamedNode, Any]]:
    """Which concepts are at the top of their schemes, both ways round (SKOS Reference, S7 and S8);
    a concept, its scheme and its broader ones are told together, in one lot of quads."""
    schemes: dict[Any, set[Any]] = {}
    broader: dict[Any, set[Any]] = {}
    for quad in quads:
        subject, name, value = quad.subject, quad.predicate, quad.object
        if name == IN_SCHEME:
            schemes.setdefault(subject, set()).add(value)
        elif name == BROADER:
            broader.setdefault(subject, set()).add(value)
        elif name == NARROWER:
            broader.setdefault(value, set()).add(subject)
    for concept, those in schemes.items():
        above = [schemes.get(one, set()) for one in broader.get(concept, set())]
        for scheme in those.difference(*above):
            if isinstance(scheme, NamedNode):
                yield concept, TOP_OF, scheme
                yield scheme, HAS_TOP, concept


class Closure:
    """Derives what a schema implies; remembers what follows from each class and property."""

    def __init__(self, known: Schema) -> None:
        self._schema, self._graph = known, NamedNode(CLOSURE_GRAPH)
        self._classes: dict[str, list[NamedNode]] = {}
        self._properties: dict[str, list[tuple[NamedNode, bool]]] = {}
        self._telling_classes = _tokens(known.classes)
        self._telling = _tokens(known.properties) | _tokens(known.inverses) | OF_SCHEMES

    def derived_lines(self, lines: bytes) -> bytes:
        """What ``derived`` gives of N-Quads, as Oxigraph writes them, as N-Quads: only those lines
        are read into quads from which something can follow, or which can be what follows."""
        telling = b"".join(x for x in lines.splitlines(keepends=True) if self._tells(x))
        quads = parse(telling, format=RdfFormat.N_QUADS, lenient=True)
        return serialize(self.derived(quads), format=RdfFormat.N_QUADS) or b""

    def _tells(self, line: bytes) -> bool:
        _, predicate, rest = line.split(b" ", 2)
        if predicate == TYPE_TOKEN and predicate not in self._telling:
            return rest.split(b" ", 1)[0] in self._telling_classes
        return predicate in self._telling

    def derived(self, quads: Iterable[Quad]) -> Iterator[Quad]:
        """What follows from quads and is not among them, in the graph of the closure, each once."""
        given = list(quads)
        known = {(quad.subject, quad.predicate, quad.object) for quad in given}
        implied = chain.from_iterable(map(self._of, given))
        for subject, predicate, value in chain(implied, _tops(given)):
            if (subject, predicate, value) not in known:
                known.add((subject, predicate, value))
                yield Quad(subject, predicate, value, self._graph)

    def _of(self, quad: Quad) -> Iterator[tuple[Any, NamedNode, Any]]:
        subject, predicate, value = quad.subject, quad.predicate, quad.object
        if predicate.value == TYPE:
            if isinstance(value, NamedNode):
                yield from ((subject, predicate, kind) for kind in self._above(value.value))
            return
        for name, turned in self._implied(predicate.value):
            if not turned:
                yield subject, name, value
            elif isinstance(value, NamedNode):
                yield value, name, subject

    def _above(self, kind: str) -> list[NamedNode]:
        if kind not in self._classes:
            self._classes[kind] = [NamedNode(iri) for iri in self._schema.above(kind)]
        return self._classes[kind]

    def _implied(self, name: str) -> list[tuple[NamedNode, bool]]:
        if name not in self._properties:
            found = self._schema.implied(name)
            self._properties[name] = [(NamedNode(iri), turned) for iri, turned in found]
        return self._properties[name]
