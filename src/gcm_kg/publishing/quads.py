"""Writes what is known of a document as quads, lazily and in document order."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from itertools import chain

from gcm_kg.model.annotations import NOT_FOUND, Annotations, Row
from gcm_kg.model.document import HEADINGS_OF_COLUMNS, Part, Source
from gcm_kg.model.iris import document_graph, judgement_iri, part_iri, passage_iri, statement_iri
from gcm_kg.model.statements import PASSAGES, RELATIONS, Mention, Passage, Statement
from gcm_kg.publishing.spans import SpanQuads
from gcm_kg.rdf.described import Line, literal, named, typed
from gcm_kg.rdf.namespaces import BASE, DCTERMS, GCM, RDF, SCHEMA

TYPE = named(RDF + "type")
TRUE, FALSE = typed("true", "boolean"), typed("false", "boolean")


@cache
def _gcm(name: str) -> str:
    return named(GCM + name)


class DocumentQuads:
    """Makes the quads of one document, as N-Quads write them."""

    def __init__(self, source: Source) -> None:
        self.source, self.document = source, source.document
        self.graph = named(document_graph(source.path))
        self.spans = SpanQuads(source, self.graph)
        self.iris = {p.identifier: named(part_iri(source.path, p)) for p in self.document.parts}
        self._mentions: defaultdict[str, dict[tuple[int, int], list[Mention]]] = defaultdict(dict)
        self._statements: defaultdict[str, list[Statement]] = defaultdict(list)
        self._passages: defaultdict[str, list[Passage]] = defaultdict(list)

    def quads(
        self,
        mentions: Iterable[Mention],
        statements: Iterable[Statement],
        passages: Iterable[Passage],
        notes: Annotations,
    ) -> Iterator[Line]:
        """The quads of the source, its parts with what is in them and said of them, and events."""
        self.keep(mentions, statements, passages)
        yield from self.of_source()
        yield from self.of_parts(self.document.parts)
        yield from self.of_notes(notes)

    def keep(
        self,
        mentions: Iterable[Mention],
        statements: Iterable[Statement],
        passages: Iterable[Passage],
    ) -> None:
        """Takes what is in the parts and said of them, for ``of_parts``."""
        for mention in mentions:
            place = (mention.start, mention.end)
            self._mentions[mention.part.identifier].setdefault(place, []).append(mention)
        for statement in statements:
            self._statements[statement.part.identifier].append(statement)
        for passage in passages:
            self._passages[passage.part.identifier].append(passage)

    def of_parts(self, parts: Iterable[Part]) -> Iterator[Line]:
        """The quads of some parts with what is in them and said of them, which is not kept any
        longer."""
        for part in parts:
            yield from self._part(part)
            for span, same in self._mentions.pop(part.identifier, {}).items():
                yield from self._mention(span, same)
            here = self._named(self._passages.pop(part.identifier, []))
            for node, passage in here:
                yield from self._passage(node, passage)
            for statement in self._statements.pop(part.identifier, ()):
                yield from self._statement(statement, here)

    def of_notes(self, notes: Annotations) -> Iterator[Line]:
        """The quads of what people have judged, and of the events that the document reports on."""
        yield from self._reported()
        yield from chain.from_iterable(map(self._participation, notes["participation"]))
        yield from chain.from_iterable(map(self._figure, notes["figures"]))
        yield from chain.from_iterable(map(self._uptake, notes["uptake"]))

    def _quad(self, subject: str, predicate: str, value: str) -> Line:
        return subject, predicate, value, self.graph

    def of_source(self) -> Iterator[Line]:
        """The quads of the source text."""
        yield self._quad(self.spans.file, TYPE, _gcm("SourceText"))
        values = {
            DCTERMS + "title": literal(self.source.title, "en"),
            DCTERMS + "language": literal(self.source.language),
            SCHEMA + "sha256": literal(self.source.sha256),
        }
        for predicate, value in values.items():
            yield self._quad(self.spans.file, named(predicate), value)

    def _part(self, part: Part) -> Iterator[Line]:
        node, quad = self.iris[part.identifier], self._quad
        yield quad(node, TYPE, _gcm(part.kind))
        yield quad(node, named(DCTERMS + "identifier"), literal(part.identifier))
        yield quad(node, _gcm("ordinal"), typed(part.ordinal, "integer"))
        if part.parent:
            yield quad(node, _gcm("partOf"), self.iris[part.parent])
        if part.is_leaf:
            yield quad(node, _gcm("text"), literal(self.document.text_of(part)))
        if part.kind == "Heading" and part.parent:
            columns = part.eid == HEADINGS_OF_COLUMNS  # a table is called what its file is
            said = self.source.title if columns else self.document.text_of(part)
            title = literal(" ".join(said.split()), "en")
            yield quad(self.iris[part.parent], named(DCTERMS + "title"), title)
        if part.kind == "Document":
            title = literal(self.source.title, "en")
            yield quad(node, named(DCTERMS + "title"), title)
            yield quad(node, _gcm("key"), literal(self.source.key))
            if self.source.symbol:
                yield quad(node, _gcm("documentSymbol"), literal(self.source.symbol))
        if date := self.source.dates.get(part.identifier):
            yield quad(node, named(DCTERMS + "date"), typed(date, "date"))
        yield quad(node, _gcm("evidence"), self.spans.node(part.start, part.end))
        yield from self.spans.position(part.start, part.end)
        if part.is_leaf and (part.start, part.end) not in self.spans.quoted:
            yield from self.spans.place(part.start, part.end)

    def _mention(self, span: tuple[int, int], same: list[Mention]) -> Iterator[Line]:
        node = self.spans.node(*span)
        entities = dict.fromkeys(entity for mention in same for entity in mention.entities)
        yield self._quad(node, TYPE, _gcm("Mention" if entities else "UnresolvedMention"))
        yield self._quad(node, _gcm("inPart"), self.iris[same[0].part.identifier])
        for entity in entities:
            yield self._quad(node, _gcm("refersTo"), named(entity))
        for maker in dict.fromkeys(mention.maker for mention in same):
            yield self._quad(node, _gcm("madeBy"), named(maker))
        yield from self.spans.quote(*span)

    def _named(self, passages: list[Passage]) -> list[tuple[str, Passage]]:
        """The passages of a part with their IRIs, those of a class numbered in order."""
        numbers: Counter[str] = Counter()
        found: list[tuple[str, Passage]] = []
        for passage in passages:
            kind = passage.kind
            numbers[kind] += 1
            iri = passage_iri(self.source.path, passage.part, kind, numbers[kind])
            found.append((named(iri), passage))
        return found

    def _passage(self, node: str, passage: Passage) -> Iterator[Line]:
        part = self.iris[passage.part.identifier]
        for edge, kind in PASSAGES.items():
            if kind == passage.kind:
                yield self._quad(part, _gcm(edge), node)
        yield self._quad(node, TYPE, _gcm(passage.kind))
        yield self._quad(node, _gcm("inPart"), part)
        for holder in passage.holders:
            yield self._quad(node, _gcm("holder"), named(holder))
        for name, value in (("support", passage.support), ("speechAct", passage.speech_act)):
            if value:
                yield self._quad(node, _gcm(name), named(value))
        yield self._quad(node, _gcm("madeBy"), named(passage.maker))
        yield from self._evidence(node, [(passage.start, passage.end)])
        if passage.words:
            yield self._quad(node, _gcm("reportingWords"), self.spans.node(*passage.words))
            yield from self.spans.quote(*passage.words)

    def _statement(
        self, statement: Statement, passages: list[tuple[str, Passage]]
    ) -> Iterator[Line]:
        part, entity = self.iris[statement.part.identifier], named(statement.entity)
        relation, function = statement.relation, statement.function
        yield self._quad(part, _gcm(relation), entity)
        if relation in ("callsOn", "involves"):
            yield self._quad(part, _gcm("namesActor"), entity)
        node = named(
            statement_iri(self.source.path, statement.part, relation, statement.entity, function)
        )
        yield self._quad(node, TYPE, _gcm(RELATIONS[relation][0]))
        yield self._quad(node, _gcm("statementSubject"), part)
        yield self._quad(node, _gcm("statementObject"), entity)
        if relation == "cites":
            yield self._quad(node, _gcm("citingPart"), part)
            yield self._quad(node, _gcm("citedInstrument"), entity)
        if function:
            yield self._quad(node, _gcm("citationFunction"), named(function))
        if statement.polarity:
            yield self._quad(node, _gcm("polarity"), named(statement.polarity))
        if statement.pinpoint:
            yield self._quad(node, _gcm("pinpoint"), literal(statement.pinpoint))
        for place, passage in passages:
            if any(passage.holds(*span) for span in statement.evidence):
                yield self._quad(node, _gcm("statedIn"), place)
        yield self._quad(node, _gcm("madeBy"), named(statement.maker))
        yield self._quad(node, _gcm("reviewed"), TRUE if statement.reviewed else FALSE)
        yield from self._quoted(node, statement.evidence)

    def _quoted(self, node: str, spans: Sequence[tuple[int, int]]) -> Iterator[Line]:
        yield self._quad(node, _gcm("quote"), literal(self.spans.words(spans)))
        yield from self._evidence(node, spans)

    def _evidence(self, node: str, spans: Iterable[tuple[int, int]]) -> Iterator[Line]:
        for start, end in spans:
            yield self._quad(node, _gcm("evidence"), self.spans.node(start, end))
            yield from self.spans.quote(start, end)

    def _reported(self) -> Iterator[Line]:
        for event, identifier in self.source.reported.items():
            yield self._quad(named(BASE + event), _gcm("reportedIn"), self.iris[identifier])

    def _participation(self, row: Row) -> Iterator[Line]:
        node, values = named(row.iri), row.values
        yield self._quad(node, TYPE, _gcm("Participation"))
        yield self._quad(node, _gcm("participant"), named(row.entity("person")))
        yield self._quad(node, _gcm("inRole"), named(row.entity("role")))
        occasion = self.iris.get(values["in"]) or named(row.entity("in"))
        yield self._quad(node, _gcm("participationIn"), occasion)
        if values["on_behalf_of"]:
            yield self._quad(node, _gcm("onBehalfOf"), named(row.entity("on_behalf_of")))
        for affiliation in values["affiliation"].split():
            yield self._quad(node, _gcm("affiliation"), named(BASE + affiliation))
        if values["position"]:
            yield self._quad(node, _gcm("post"), literal(values["position"]))
        yield from self._judged(node, row)

    def _figure(self, row: Row) -> Iterator[Line]:
        node, values = named(row.iri), row.values
        yield self._quad(node, TYPE, _gcm("Figure"))
        yield self._quad(node, _gcm("figureOf"), named(row.entity("event")))
        yield self._quad(node, _gcm("count"), typed(values["count"], "integer"))
        yield self._quad(node, _gcm("countQualifier"), literal(values["qualifier"]))
        yield self._quad(node, _gcm("countedThing"), literal(values["thing"]))
        yield from self._judged(node, row)

    def _uptake(self, row: Row) -> Iterator[Line]:
        """That an action of the compact took a recommendation up, or that none did."""
        part, action = self.iris[row.part.identifier], row.entity("action")
        node = named(statement_iri(self.source.path, row.part, "takenUpBy", action, ""))
        yield self._quad(node, TYPE, _gcm("Uptake"))
        yield self._quad(node, _gcm("statementSubject"), part)
        yield self._quad(node, _gcm("statementObject"), named(action))
        if row.entity("degree") != NOT_FOUND:
            yield self._quad(part, _gcm("takenUpBy"), named(action))
        yield self._quad(node, _gcm("uptakeDegree"), named(row.entity("degree")))
        yield self._quad(node, _gcm("reviewed"), TRUE)
        yield self._quad(node, _gcm("madeBy"), named(row.iri))
        yield from self._quoted(node, [row.span or (row.part.start, row.part.end)])

    def _judged(self, node: str, row: Row) -> Iterator[Line]:
        yield self._quad(node, _gcm("madeBy"), named(judgement_iri(row)))
        yield from self._evidence(node, [row.span] if row.span else [])
