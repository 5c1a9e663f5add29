"""Writes Turtle and TriG that do not change from run to run and that differ by lines.

Every triple is a line of its own: a subject's predicates and objects are never joined by commas,
and the full stop that closes a subject has its own line. Subjects stand in the order in which they
were made, which is the order of the document; predicates and objects are sorted, rdf:type first.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from pyoxigraph import Literal, NamedNode, Quad, Triple

from gcm_kg.iris import BASE, PREFIXES, RDF, XSD

LOCAL = re.compile(r"[A-Za-z_][A-Za-z0-9_-]*")
RELATIVE = re.compile(r"[A-Za-z0-9_-][A-Za-z0-9_./!~#=,&-]*")
INTEGER, BOOLEAN, STRING = XSD + "integer", XSD + "boolean", XSD + "string"
ESCAPES = str.maketrans(
    {"\\": "\\\\", '"': '\\"', "\n": "\\n", "\r": "\\r", "\t": "\\t", "\b": "\\b", "\f": "\\f"}
)
_NAMESPACES = sorted(((iri, name) for name, iri in PREFIXES.items()), reverse=True)

Triples = dict[str, dict[str, dict[str, None]]]
"""Subject, predicate and objects, each as written; the objects are the keys of a dictionary."""


class Layout:
    """Sorts quads into graphs and subjects, as text; terms that it has written it remembers."""

    def __init__(self) -> None:
        self.graphs: dict[str, Triples] = {}
        self._written: dict[str, str] = {}

    def add(self, quad: Quad | Triple) -> None:
        """Keeps a quad, or a triple of no graph. Raises TypeError for a blank node: a published
        graph has none."""
        graph = quad.graph_name if isinstance(quad, Quad) else None
        name = self.iri(graph.value) if isinstance(graph, NamedNode) else ""
        predicates = self.graphs.setdefault(name, {}).setdefault(self.term(quad.subject), {})
        iri = quad.predicate.value
        predicate = "a" if iri == RDF + "type" else self.iri(iri)
        predicates.setdefault(predicate, {})[self.term(quad.object)] = None

    def extend(self, quads: Iterable[Quad | Triple]) -> Layout:
        """Keeps some quads; gives itself."""
        for quad in quads:
            self.add(quad)
        return self

    def clear(self) -> None:
        """Forgets the quads, not how terms are written."""
        self.graphs.clear()

    def iri(self, iri: str) -> str:
        """An IRI: prefixed where that needs no escapes, relative to the base where it can be."""
        written = self._written.get(iri)
        if written is None:
            written = self._written[iri] = _written(iri)
        return written

    def term(self, term: object) -> str:
        """A term in Turtle syntax (RDF 1.1 Turtle, section 2), literals on one line."""
        if isinstance(term, NamedNode):
            return self.iri(term.value)
        if not isinstance(term, Literal):
            raise TypeError(f"published graphs hold IRIs and literals only, not {term}")
        datatype = term.datatype.value
        if datatype in (INTEGER, BOOLEAN):
            return term.value
        text = f'"{term.value.translate(ESCAPES)}"'
        if term.language:
            return f"{text}@{term.language}"
        return text if datatype == STRING else f"{text}^^{self.iri(datatype)}"

    def merged(self) -> Triples:
        """All graphs as one."""
        triples: Triples = {}
        for graph in self.graphs.values():
            for subject, predicates in graph.items():
                if subject not in triples:
                    triples[subject] = predicates
                    continue
                both = {p: dict(objects) for p, objects in triples[subject].items()}
                for predicate, objects in predicates.items():
                    both.setdefault(predicate, {}).update(objects)
                triples[subject] = both
        return triples


def _written(iri: str) -> str:
    if iri.startswith(BASE) and RELATIVE.fullmatch(iri, len(BASE)):
        return f"<{iri[len(BASE) :]}>"
    for namespace, name in _NAMESPACES:
        if iri.startswith(namespace) and LOCAL.fullmatch(iri, len(namespace)):
            return f"{name}:{iri[len(namespace) :]}"
    return f"<{iri}>"


def turtle(layout: Layout) -> str:
    """A Turtle file with all triples, whatever graph they are in."""
    return "".join((header(), *subjects(layout)))


def trig(layout: Layout) -> str:
    """A TriG file, its graphs in the order in which they first came."""
    return "".join((header(), *graphs(layout)))


def header() -> str:
    """The base and the prefixes, with which each file begins."""
    prefixes = "".join(f"@prefix {name}: <{iri}> .\n" for name, iri in PREFIXES.items())
    return f"@base <{BASE}> .\n{prefixes}\n"


def subjects(layout: Layout) -> Iterator[str]:
    """The lines of all triples, whatever graph they are in."""
    return _subjects(layout.merged(), "")


def graphs(layout: Layout) -> Iterator[str]:
    """The lines of all triples by graph."""
    for name, triples in layout.graphs.items():
        yield f"{name} {{\n".lstrip()
        yield from _subjects(triples, "  ")
        yield "}\n\n"


def _subjects(triples: Triples, indent: str) -> Iterator[str]:
    for subject, predicates in triples.items():
        yield f"{indent}{subject}\n"
        for predicate in sorted(predicates, key=_type_first):
            for value in sorted(predicates[predicate]):
                yield f"{indent}    {predicate} {value} ;\n"
        yield f"{indent}.\n"


def _type_first(predicate: str) -> tuple[bool, str]:
    return predicate != "a", predicate
