"""Writes stretches of a source text as quads, after the Web Annotation Data Model, once each."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import cache

from gcm_kg.model.document import Source
from gcm_kg.model.iris import place_iri, source_iri, span_iri
from gcm_kg.model.original import standard
from gcm_kg.rdf.described import Line, literal, named, typed
from gcm_kg.rdf.namespaces import DCTERMS, GCM, OA, RDF

BETWEEN = " … "
"""What stands between words of a quote that stand apart in the source."""
CONTEXT = 32
"""Code points of prefix and suffix; Web Annotation (4.2.4) leaves their length open."""
TYPE = named(RDF + "type")


@cache
def _oa(name: str) -> str:
    return named(OA + name)


@cache
def gcm(name: str) -> str:
    """The IRI of a term of ours."""
    return named(GCM + name)


class SpanQuads:
    """Makes the quads of the stretches of one source text. Offsets count code points."""

    def __init__(self, source: Source, graph: str) -> None:
        self.path, self.text, self.graph = source.path, source.document.text, graph
        self.file = named(source_iri(source.path))
        self.quoted: set[tuple[int, int]] = set()
        self.placed: set[tuple[int, int]] = set()
        self.original = source.original
        self.selected: set[str] = set()

    def _quad(self, subject: str, predicate: str, value: str) -> Line:
        return subject, predicate, value, self.graph

    def node(self, start: int, end: int) -> str:
        """The IRI of a stretch."""
        return named(span_iri(self.path, start, end))

    def words(self, spans: Iterable[tuple[int, int]]) -> str:
        """The words of some stretches in one text, in the order of the source, the same once."""
        return BETWEEN.join(dict.fromkeys(self.text[start:end] for start, end in sorted(spans)))

    def position(self, start: int, end: int) -> Iterator[Line]:
        """Where a stretch stands (Web Annotation 4.2.5): code points, the end not included."""
        if (start, end) in self.placed:
            return
        self.placed.add((start, end))
        node = self.node(start, end)
        selector = f"{node[:-1]}&selector=position>"
        if (start, end) not in self.quoted:
            yield self._quad(node, TYPE, _oa("SpecificResource"))
        yield self._quad(node, _oa("hasSource"), self.file)
        yield self._quad(node, _oa("hasSelector"), selector)
        yield self._quad(selector, TYPE, _oa("TextPositionSelector"))
        yield self._quad(selector, _oa("start"), typed(start, "integer"))
        yield self._quad(selector, _oa("end"), typed(end, "integer"))

    def quote(self, start: int, end: int) -> Iterator[Line]:
        """The words of a stretch with those around them (Web Annotation 4.2.4)."""
        if (start, end) in self.quoted:
            return
        yield from self.position(start, end)
        self.quoted.add((start, end))
        text, node = self.text, self.node(start, end)
        selector = f"{node[:-1]}&selector=quote>"
        yield self._quad(node, _oa("hasSelector"), selector)
        yield self._quad(selector, TYPE, _oa("TextQuoteSelector"))
        yield self._quad(selector, _oa("exact"), literal(text[start:end]))
        yield self._quad(selector, _oa("prefix"), literal(text[max(0, start - CONTEXT) : start]))
        yield self._quad(selector, _oa("suffix"), literal(text[end : end + CONTEXT]))
        yield from self.place(start, end)

    def place(self, start: int, end: int) -> Iterator[Line]:
        """Where a stretch stands in the original (Web Annotation 4.2.1): on which page or in which
        cell. A selector is that of all stretches in the same place."""
        node, original = self.node(start, end), self.original
        for fragment in original.fragments(start, end) if original else ():
            selector = named(place_iri(self.path, fragment))
            yield self._quad(node, _oa("hasSelector"), selector)
            if fragment not in self.selected:
                self.selected.add(fragment)
                yield self._quad(selector, TYPE, _oa("FragmentSelector"))
                yield self._quad(selector, named(RDF + "value"), literal(fragment))
                conforms = named(standard(fragment))
                yield self._quad(selector, named(DCTERMS + "conformsTo"), conforms)

    def evidence(self, node: str, spans: Iterable[tuple[int, int]]) -> Iterator[Line]:
        """That a node rests on some stretches, with the words of each."""
        for start, end in spans:
            yield self._quad(node, gcm("evidence"), self.node(start, end))
            yield from self.quote(start, end)

    def quotation(self, node: str, spans: Sequence[tuple[int, int]]) -> Iterator[Line]:
        """That a node rests on some stretches, and their words in one text."""
        yield self._quad(node, gcm("quote"), literal(self.words(spans)))
        yield from self.evidence(node, spans)
