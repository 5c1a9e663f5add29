"""Writes what is known of a document as quads, lazily and in document order."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from functools import cache
from itertools import chain

from pyoxigraph import Literal, NamedNode, Quad

from gcm_kg.model.annotations import NOT_FOUND, Annotations, Row
from gcm_kg.model.document import Part, Source
from gcm_kg.model.iris import (
    document_graph,
    judgement_iri,
    part_iri,
    source_iri,
    span_iri,
    statement_iri,
)
from gcm_kg.model.statements import RELATIONS, Mention, Statement
from gcm_kg.rdf.namespaces import ANNOTATION_GRAPH, BASE, DCTERMS, GCM, OA, RDF, RDFS, SCHEMA, XSD

CONTEXT = 32
"""Code points of prefix and suffix; Web Annotation (4.2.4) leaves their length open."""
TYPE = NamedNode(RDF + "type")
INTEGER = NamedNode(XSD + "integer")
TRUE, FALSE = (Literal(word, datatype=NamedNode(XSD + "boolean")) for word in ("true", "false"))


@cache
def _gcm(name: str) -> NamedNode:
    return NamedNode(GCM + name)


@cache
def _oa(name: str) -> NamedNode:
    return NamedNode(OA + name)


class DocumentQuads:
    """Makes the quads of one document. Spans are nodes, written once each."""

    def __init__(self, source: Source) -> None:
        self.source, self.document = source, source.document
        self.graph = NamedNode(document_graph(source.path))
        self.file = NamedNode(source_iri(source.path))
        self.quoted: set[tuple[int, int]] = set()
        self.placed: set[tuple[int, int]] = set()
        self.iris = {p.identifier: NamedNode(part_iri(source.path, p)) for p in self.document.parts}

    def quads(
        self, mentions: Iterable[Mention], statements: Iterable[Statement], notes: Annotations
    ) -> Iterator[Quad]:
        """The quads of the source, its parts with their mentions and statements, and events."""
        mentions_in: defaultdict[str, dict[tuple[int, int], list[Mention]]]
        mentions_in = defaultdict(lambda: defaultdict(list))
        for mention in mentions:
            mentions_in[mention.part.identifier][mention.start, mention.end].append(mention)
        statements_of: defaultdict[str, list[Statement]] = defaultdict(list)
        for statement in statements:
            statements_of[statement.part.identifier].append(statement)
        yield from self._source()
        for part in self.document.parts:
            yield from self._part(part)
            for span, same in mentions_in[part.identifier].items():
                yield from self._mention(span, same)
            for statement in statements_of[part.identifier]:
                yield from self._statement(statement)
        yield from self._reported()
        yield from chain.from_iterable(map(self._participation, notes["participation"]))
        yield from chain.from_iterable(map(self._figure, notes["figures"]))
        yield from chain.from_iterable(map(self._uptake, notes["uptake"]))

    def _quad(self, subject: NamedNode, predicate: NamedNode, value: NamedNode | Literal) -> Quad:
        return Quad(subject, predicate, value, self.graph)

    def _source(self) -> Iterator[Quad]:
        yield self._quad(self.file, TYPE, _gcm("SourceText"))
        values = {
            DCTERMS + "title": Literal(self.source.title, language="en"),
            DCTERMS + "language": Literal(self.source.language),
            SCHEMA + "sha256": Literal(self.source.sha256),
        }
        for predicate, value in values.items():
            yield self._quad(self.file, NamedNode(predicate), value)

    def _part(self, part: Part) -> Iterator[Quad]:
        node, quad = self.iris[part.identifier], self._quad
        yield quad(node, TYPE, _gcm(part.kind))
        yield quad(node, NamedNode(DCTERMS + "identifier"), Literal(part.identifier))
        yield quad(node, _gcm("ordinal"), Literal(str(part.ordinal), datatype=INTEGER))
        if part.parent:
            yield quad(node, _gcm("partOf"), self.iris[part.parent])
        if part.is_leaf:
            yield quad(node, _gcm("text"), Literal(self.document.text_of(part)))
        if part.kind == "Heading" and part.parent:
            title = Literal(" ".join(self.document.text_of(part).split()), language="en")
            yield quad(self.iris[part.parent], NamedNode(DCTERMS + "title"), title)
        if part.kind == "Document":
            title = Literal(self.source.title, language="en")
            yield quad(node, NamedNode(DCTERMS + "title"), title)
        if date := self.source.dates.get(part.identifier):
            literal = Literal(date, datatype=NamedNode(XSD + "date"))
            yield quad(node, NamedNode(DCTERMS + "date"), literal)
        yield quad(node, _gcm("evidence"), self._span(part.start, part.end))
        yield from self._position(part.start, part.end)

    def _span(self, start: int, end: int) -> NamedNode:
        return NamedNode(span_iri(self.source.path, start, end))

    def _position(self, start: int, end: int) -> Iterator[Quad]:
        """Where a stretch stands (Web Annotation 4.2.5): code points, the end not included."""
        if (start, end) in self.placed:
            return
        self.placed.add((start, end))
        node = self._span(start, end)
        selector = NamedNode(node.value + "&selector=position")
        if (start, end) not in self.quoted:
            yield self._quad(node, TYPE, _oa("SpecificResource"))
        yield self._quad(node, _oa("hasSource"), self.file)
        yield self._quad(node, _oa("hasSelector"), selector)
        yield self._quad(selector, TYPE, _oa("TextPositionSelector"))
        yield self._quad(selector, _oa("start"), Literal(str(start), datatype=INTEGER))
        yield self._quad(selector, _oa("end"), Literal(str(end), datatype=INTEGER))

    def _quote(self, start: int, end: int) -> Iterator[Quad]:
        """The words of a stretch with those around them (Web Annotation 4.2.4)."""
        if (start, end) in self.quoted:
            return
        yield from self._position(start, end)
        self.quoted.add((start, end))
        text, node = self.document.text, self._span(start, end)
        selector = NamedNode(node.value + "&selector=quote")
        yield self._quad(node, _oa("hasSelector"), selector)
        yield self._quad(selector, TYPE, _oa("TextQuoteSelector"))
        yield self._quad(selector, _oa("exact"), Literal(text[start:end]))
        yield self._quad(selector, _oa("prefix"), Literal(text[max(0, start - CONTEXT) : start]))
        yield self._quad(selector, _oa("suffix"), Literal(text[end : end + CONTEXT]))

    def _mention(self, span: tuple[int, int], same: list[Mention]) -> Iterator[Quad]:
        node = self._span(*span)
        entities = dict.fromkeys(entity for mention in same for entity in mention.entities)
        yield self._quad(node, TYPE, _gcm("Mention" if entities else "UnresolvedMention"))
        yield self._quad(node, _gcm("inPart"), self.iris[same[0].part.identifier])
        for entity in entities:
            yield self._quad(node, _gcm("refersTo"), NamedNode(entity))
        for maker in dict.fromkeys(mention.maker for mention in same):
            yield self._quad(node, _gcm("madeBy"), NamedNode(maker))
        yield from self._quote(*span)

    def _statement(self, statement: Statement) -> Iterator[Quad]:
        part, entity = self.iris[statement.part.identifier], NamedNode(statement.entity)
        relation, function = statement.relation, statement.function
        yield self._quad(part, _gcm(relation), entity)
        if relation in ("callsOn", "involves"):
            yield self._quad(part, _gcm("namesActor"), entity)
        node = NamedNode(
            statement_iri(self.source.path, statement.part, relation, statement.entity, function)
        )
        yield self._quad(node, TYPE, _gcm(RELATIONS[relation][0]))
        yield self._quad(node, _gcm("statementSubject"), part)
        yield self._quad(node, _gcm("statementObject"), entity)
        if relation == "cites":
            yield self._quad(node, _gcm("citingPart"), part)
            yield self._quad(node, _gcm("citedInstrument"), entity)
        if function:
            yield self._quad(node, _gcm("citationFunction"), NamedNode(function))
        yield self._quad(node, _gcm("madeBy"), NamedNode(statement.maker))
        yield self._quad(node, _gcm("reviewed"), TRUE if statement.reviewed else FALSE)
        yield from self._evidence(node, statement.evidence)

    def _evidence(self, node: NamedNode, spans: Iterable[tuple[int, int]]) -> Iterator[Quad]:
        for start, end in spans:
            yield self._quad(node, _gcm("evidence"), self._span(start, end))
            yield from self._quote(start, end)

    def _reported(self) -> Iterator[Quad]:
        for event, identifier in self.source.reported.items():
            yield self._quad(NamedNode(BASE + event), _gcm("reportedIn"), self.iris[identifier])

    def _participation(self, row: Row) -> Iterator[Quad]:
        node, values = NamedNode(row.iri), row.values
        yield self._quad(node, TYPE, _gcm("Participation"))
        yield self._quad(node, _gcm("participant"), NamedNode(row.entity("person")))
        yield self._quad(node, _gcm("inRole"), NamedNode(row.entity("role")))
        occasion = self.iris.get(values["in"]) or NamedNode(row.entity("in"))
        yield self._quad(node, _gcm("participationIn"), occasion)
        if values["on_behalf_of"]:
            yield self._quad(node, _gcm("onBehalfOf"), NamedNode(row.entity("on_behalf_of")))
        for affiliation in values["affiliation"].split():
            yield self._quad(node, _gcm("affiliation"), NamedNode(BASE + affiliation))
        if values["position"]:
            yield self._quad(node, _gcm("position"), Literal(values["position"]))
        yield from self._judged(node, row)

    def _figure(self, row: Row) -> Iterator[Quad]:
        node, values = NamedNode(row.iri), row.values
        yield self._quad(node, TYPE, _gcm("Figure"))
        yield self._quad(node, _gcm("figureOf"), NamedNode(row.entity("event")))
        yield self._quad(node, _gcm("count"), Literal(values["count"], datatype=INTEGER))
        yield self._quad(node, _gcm("countQualifier"), Literal(values["qualifier"]))
        yield self._quad(node, _gcm("countedThing"), Literal(values["thing"]))
        yield from self._judged(node, row)

    def _uptake(self, row: Row) -> Iterator[Quad]:
        """That an action of the compact took a recommendation up, or that none did."""
        part, action = self.iris[row.part.identifier], row.entity("action")
        node = NamedNode(statement_iri(self.source.path, row.part, "takenUpBy", action, ""))
        yield self._quad(node, TYPE, _gcm("Uptake"))
        yield self._quad(node, _gcm("statementSubject"), part)
        yield self._quad(node, _gcm("statementObject"), NamedNode(action))
        if row.entity("degree") != NOT_FOUND:
            yield self._quad(part, _gcm("takenUpBy"), NamedNode(action))
        yield self._quad(node, _gcm("uptakeDegree"), NamedNode(row.entity("degree")))
        yield self._quad(node, _gcm("reviewed"), TRUE)
        yield self._quad(node, _gcm("madeBy"), NamedNode(row.iri))
        yield from self._evidence(node, [row.span or (row.part.start, row.part.end)])

    def _judged(self, node: NamedNode, row: Row) -> Iterator[Quad]:
        yield self._quad(node, _gcm("madeBy"), NamedNode(judgement_iri(row)))
        yield from self._evidence(node, [row.span] if row.span else [])


def judgements(annotations: Annotations) -> Iterator[Quad]:
    """The rows of the tables as nodes of the graph of annotations, with verdict and reason."""
    graph = NamedNode(ANNOTATION_GRAPH)
    for row in annotations.all():
        node = NamedNode(judgement_iri(row))
        label = f"{row.file.parent.name}, {row.table} {row.values['id']}"
        yield Quad(node, TYPE, _gcm("Judgement"), graph)
        yield Quad(node, NamedNode(RDFS + "label"), Literal(label), graph)
        verdict = row.values.get("verdict", "add")
        yield Quad(node, _gcm("verdict"), Literal(verdict), graph)
        yield Quad(node, _gcm("reason"), Literal(row.values["reason"]), graph)
