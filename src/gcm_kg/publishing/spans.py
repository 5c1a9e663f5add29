"""Writes stretches of a source text as quads, after the Web Annotation Data Model, once each."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cache

from pyoxigraph import Literal, NamedNode, Quad

from gcm_kg.model.document import Source
from gcm_kg.model.iris import place_iri, source_iri, span_iri
from gcm_kg.model.original import standard
from gcm_kg.rdf.namespaces import DCTERMS, OA, RDF, XSD

BETWEEN = " … "
"""What stands between words of a quote that stand apart in the source."""
CONTEXT = 32
"""Code points of prefix and suffix; Web Annotation (4.2.4) leaves their length open."""
TYPE = NamedNode(RDF + "type")
INTEGER = NamedNode(XSD + "integer")


@cache
def _oa(name: str) -> NamedNode:
    return NamedNode(OA + name)


class SpanQuads:
    """Makes the quads of the stretches of one source text. Offsets count code points."""

    def __init__(self, source: Source, graph: NamedNode) -> None:
        self.path, self.text, self.graph = source.path, source.document.text, graph
        self.file = NamedNode(source_iri(source.path))
        self.quoted: set[tuple[int, int]] = set()
        self.placed: set[tuple[int, int]] = set()
        self.original = source.original
        self.selected: set[str] = set()

    def _quad(self, subject: NamedNode, predicate: NamedNode, value: NamedNode | Literal) -> Quad:
        return Quad(subject, predicate, value, self.graph)

    def node(self, start: int, end: int) -> NamedNode:
        """The IRI of a stretch."""
        return NamedNode(span_iri(self.path, start, end))

    def words(self, spans: Iterable[tuple[int, int]]) -> str:
        """The words of some stretches in one text, in the order of the source, the same once."""
        return BETWEEN.join(dict.fromkeys(self.text[start:end] for start, end in sorted(spans)))

    def position(self, start: int, end: int) -> Iterator[Quad]:
        """Where a stretch stands (Web Annotation 4.2.5): code points, the end not included."""
        if (start, end) in self.placed:
            return
        self.placed.add((start, end))
        node = self.node(start, end)
        selector = NamedNode(node.value + "&selector=position")
        if (start, end) not in self.quoted:
            yield self._quad(node, TYPE, _oa("SpecificResource"))
        yield self._quad(node, _oa("hasSource"), self.file)
        yield self._quad(node, _oa("hasSelector"), selector)
        yield self._quad(selector, TYPE, _oa("TextPositionSelector"))
        yield self._quad(selector, _oa("start"), Literal(str(start), datatype=INTEGER))
        yield self._quad(selector, _oa("end"), Literal(str(end), datatype=INTEGER))

    def quote(self, start: int, end: int) -> Iterator[Quad]:
        """The words of a stretch with those around them (Web Annotation 4.2.4)."""
        if (start, end) in self.quoted:
            return
        yield from self.position(start, end)
        self.quoted.add((start, end))
        text, node = self.text, self.node(start, end)
        selector = NamedNode(node.value + "&selector=quote")
        yield self._quad(node, _oa("hasSelector"), selector)
        yield self._quad(selector, TYPE, _oa("TextQuoteSelector"))
        yield self._quad(selector, _oa("exact"), Literal(text[start:end]))
        yield self._quad(selector, _oa("prefix"), Literal(text[max(0, start - CONTEXT) : start]))
        yield self._quad(selector, _oa("suffix"), Literal(text[end : end + CONTEXT]))
        yield from self.place(start, end)

    def place(self, start: int, end: int) -> Iterator[Quad]:
        """Where a stretch stands in the original (Web Annotation 4.2.1): on which page or in which
        cell. A selector is that of all stretches in the same place."""
        node, original = self.node(start, end), self.original
        for fragment in original.fragments(start, end) if original else ():
            selector = NamedNode(place_iri(self.path, fragment))
            yield self._quad(node, _oa("hasSelector"), selector)
            if fragment not in self.selected:
                self.selected.add(fragment)
                yield self._quad(selector, TYPE, _oa("FragmentSelector"))
                yield self._quad(selector, NamedNode(RDF + "value"), Literal(fragment))
                conforms = NamedNode(standard(fragment))
                yield self._quad(selector, NamedNode(DCTERMS + "conformsTo"), conforms)
