"""Writes Turtle and TriG that do not change from run to run and that differ by lines.

Every triple is a line of its own: a subject's predicates and objects are never joined by commas,
and the full stop that closes a subject has its own line. Subjects stand in the order in which they
were made, which is the order of the document; predicates and objects are sorted, rdf:type first.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache

from pyoxigraph import Literal, NamedNode, Quad, Triple

from gcm_kg.rdf.namespaces import BASE, PREFIXES, RDF, XSD

LOCAL = re.compile(r"[A-Za-z_][A-Za-z0-9_-]*")
RELATIVE = re.compile(r"(?!.*/\.{1,2}(?:[/#]|\Z))[A-Za-z0-9_-][A-Za-z0-9_./!~#=,&-]*")
"""What resolves against the base to the base with it appended (RFC 3986, section 5.2)."""
BARE = {XSD + "integer": re.compile(r"[+-]?[0-9]+"), XSD + "boolean": re.compile(r"true|false")}
"""Datatypes whose values stand without quotes, and how these must look (Turtle, section 2.5)."""
STRING, TYPE = XSD + "string", RDF + "type"
REMEMBERED = 1 << 14
"""Terms whose writing is remembered, so that memory does not grow with the number of documents."""
ESCAPES = str.maketrans(
    {"\\": "\\\\", '"': '\\"', "\n": "\\n", "\r": "\\r", "\t": "\\t", "\b": "\\b", "\f": "\\f"}
)
_NAMESPACES = sorted(((iri, name) for name, iri in PREFIXES.items()), reverse=True)

Triples = dict[str, dict[str, dict[str, None]]]
"""Subject, predicate and objects, each as written; the objects are the keys of a dictionary."""


class Layout:
    """Sorts quads into graphs and subjects, as text."""

    def __init__(self) -> None:
        self.graphs: dict[str, Triples] = {}

    def add(self, quad: Quad | Triple) -> None:
        """Keeps a quad, or a triple of no graph. Raises TypeError for what is not published: blank
        nodes, triples as terms, texts with a direction."""
        graph = quad.graph_name if isinstance(quad, Quad) else None
        name = written(graph.value) if isinstance(graph, NamedNode) else ""
        predicates = self.graphs.setdefault(name, {}).setdefault(term(quad.subject), {})
        iri = quad.predicate.value
        predicate = "a" if iri == TYPE else written(iri)
        predicates.setdefault(predicate, {})[term(quad.object)] = None

    def extend(self, quads: Iterable[Quad | Triple]) -> Layout:
        """Keeps some quads; gives itself."""
        for quad in quads:
            self.add(quad)
        return self

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


def term(term: object) -> str:
    """A term in Turtle syntax (RDF 1.1 Turtle, section 2), literals on one line."""
    if isinstance(term, NamedNode):
        return written(term.value)
    literal = published(term)
    value, datatype = literal.value, literal.datatype.value
    if datatype in BARE and BARE[datatype].fullmatch(value):
        return value
    text = f'"{value.translate(ESCAPES)}"'
    if literal.language:
        return f"{text}@{literal.language}"
    return text if datatype == STRING else f"{text}^^{written(datatype)}"


def published(term: object) -> Literal:
    """A term that is no IRI, if RDF 1.1 has it without blank nodes; raises TypeError otherwise."""
    if not isinstance(term, Literal) or term.direction:
        raise TypeError(f"published graphs hold IRIs and literals of RDF 1.1 only, not {term}")
    return term


@lru_cache(REMEMBERED)
def written(iri: str) -> str:
    """An IRI: relative to the base where it can be, prefixed where that needs no escapes."""
    if short := relative(iri):
        return f"<{short}>"
    for namespace, name in _NAMESPACES:
        if iri.startswith(namespace) and LOCAL.fullmatch(iri, len(namespace)):
            return f"{name}:{iri[len(namespace) :]}"
    return f"<{iri}>"


def relative(iri: str) -> str:
    """An IRI below the base without the base, if that is read back as the same; else nothing."""
    if iri.startswith(BASE) and RELATIVE.fullmatch(iri, len(BASE)):
        return iri[len(BASE) :]
    return ""


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
            values = predicates[predicate]
            for value in sorted(values) if len(values) > 1 else values:
                yield f"{indent}    {predicate} {value} ;\n"
        yield f"{indent}.\n"


def _type_first(predicate: str) -> tuple[bool, str]:
    return predicate != "a", predicate
