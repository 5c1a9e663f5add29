"""Writes what people have judged of a document as quads: participations, figures, outcomes."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import chain

from gcm_kg.model.annotations import NOT_FOUND, Annotations, Row
from gcm_kg.model.document import Source
from gcm_kg.model.iris import judgement_iri, statement_iri
from gcm_kg.publishing.spans import SpanQuads, gcm
from gcm_kg.rdf.described import Line, literal, named, typed
from gcm_kg.rdf.namespaces import BASE, RDF

TYPE = named(RDF + "type")


class RowQuads:
    """Makes the quads of the rows of one document; ``iris`` are those of its parts."""

    def __init__(self, source: Source, spans: SpanQuads, iris: Mapping[str, str]) -> None:
        self.source, self.spans, self.iris = source, spans, iris

    def quads(self, notes: Annotations) -> Iterator[Line]:
        """The quads of all rows that state something of their own."""
        yield from chain.from_iterable(map(self._participation, notes["participation"]))
        yield from chain.from_iterable(map(self._figure, notes["figures"]))
        yield from chain.from_iterable(map(self._uptake, notes["uptake"]))

    def _quad(self, subject: str, predicate: str, value: str) -> Line:
        return subject, predicate, value, self.spans.graph

    def _participation(self, row: Row) -> Iterator[Line]:
        node, values = named(row.iri), row.values
        yield self._quad(node, TYPE, gcm("Participation"))
        yield self._quad(node, gcm("participant"), named(row.entity("person")))
        yield self._quad(node, gcm("inRole"), named(row.entity("role")))
        occasion = self.iris.get(values["in"]) or named(row.entity("in"))
        yield self._quad(node, gcm("participationIn"), occasion)
        if values["on_behalf_of"]:
            yield self._quad(node, gcm("onBehalfOf"), named(row.entity("on_behalf_of")))
        for affiliation in values["affiliation"].split():
            yield self._quad(node, gcm("affiliation"), named(BASE + affiliation))
        if values["position"]:
            yield self._quad(node, gcm("post"), literal(values["position"]))
        yield from self._judged(node, row)

    def _figure(self, row: Row) -> Iterator[Line]:
        node, values = named(row.iri), row.values
        yield self._quad(node, TYPE, gcm("Figure"))
        yield self._quad(node, gcm("figureOf"), named(row.entity("event")))
        yield self._quad(node, gcm("count"), typed(values["count"], "integer"))
        yield self._quad(node, gcm("countQualifier"), literal(values["qualifier"]))
        yield self._quad(node, gcm("countedThing"), literal(values["thing"]))
        yield from self._judged(node, row)

    def _uptake(self, row: Row) -> Iterator[Line]:
        """That an action of the compact took a recommendation up, or that none did."""
        part, action = self.iris[row.part.identifier], row.entity("action")
        node = named(statement_iri(self.source.path, row.part, "takenUpBy", action, ""))
        yield self._quad(node, TYPE, gcm("Uptake"))
        yield self._quad(node, gcm("statementSubject"), part)
        yield self._quad(node, gcm("statementObject"), named(action))
        if row.entity("degree") != NOT_FOUND:
            yield self._quad(part, gcm("takenUpBy"), named(action))
        yield self._quad(node, gcm("uptakeDegree"), named(row.entity("degree")))
        yield self._quad(node, gcm("reviewed"), typed("true", "boolean"))
        yield self._quad(node, gcm("madeBy"), named(row.iri))
        yield from self.spans.quotation(node, [row.span or (row.part.start, row.part.end)])

    def _judged(self, node: str, row: Row) -> Iterator[Line]:
        yield self._quad(node, gcm("madeBy"), named(judgement_iri(row)))
        yield from self.spans.evidence(node, [row.span] if row.span else [])
