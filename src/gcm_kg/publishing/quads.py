"""Writes what is known of a document as quads, lazily and in document order."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator

from gcm_kg.model.annotations import Annotations
from gcm_kg.model.document import HEADINGS_OF_COLUMNS, Part, Source
from gcm_kg.model.iris import document_graph, part_iri, passage_iri, source_iri, statement_iri
from gcm_kg.model.statements import PASSAGES, RELATIONS, Mention, Passage, Statement
from gcm_kg.publishing.row_quads import RowQuads
from gcm_kg.publishing.spans import SpanQuads, gcm
from gcm_kg.rdf.described import Line, literal, named, typed
from gcm_kg.rdf.namespaces import BASE, DCTERMS, RDF, SCHEMA

TYPE = named(RDF + "type")
TRUE, FALSE = typed("true", "boolean"), typed("false", "boolean")


class DocumentQuads:
    """Makes the quads of one document, as N-Quads write them."""

    def __init__(self, source: Source) -> None:
        self.source, self.document = source, source.document
        self.graph = named(document_graph(source.path))
        self.spans = SpanQuads(source, self.graph)
        self.iris = {p.identifier: named(part_iri(source.path, p)) for p in self.document.parts}
        self._elsewhere: dict[str, SpanQuads] = {}
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
        for event, identifier in self.source.reported.items():
            yield self._quad(named(BASE + event), gcm("reportedIn"), self.iris[identifier])
        yield from RowQuads(self.source, self.spans, self.iris).quads(notes)

    def _quad(self, subject: str, predicate: str, value: str) -> Line:
        return subject, predicate, value, self.graph

    def of_source(self, other: Source | None = None) -> Iterator[Line]:
        """The quads of the source text, or of another one whose words are evidence."""
        source = other or self.source
        file = named(source_iri(source.path))
        yield self._quad(file, TYPE, gcm("SourceText"))
        values = {
            DCTERMS + "title": literal(source.title, "en"),
            DCTERMS + "language": literal(source.language),
            SCHEMA + "sha256": literal(source.sha256),
        }
        for predicate, value in values.items():
            yield self._quad(file, named(predicate), value)

    def _part(self, part: Part) -> Iterator[Line]:
        node, quad = self.iris[part.identifier], self._quad
        yield quad(node, TYPE, gcm(part.kind))
        yield quad(node, named(DCTERMS + "identifier"), literal(part.identifier))
        yield quad(node, gcm("ordinal"), typed(part.ordinal, "integer"))
        if part.parent:
            yield quad(node, gcm("partOf"), self.iris[part.parent])
        if part.is_leaf:
            yield quad(node, gcm("text"), literal(self.document.text_of(part)))
        if part.kind == "Heading" and part.parent:
            columns = part.eid == HEADINGS_OF_COLUMNS  # a table is called what its file is
            said = self.source.title if columns else self.document.text_of(part)
            title = literal(" ".join(said.split()), "en")
            yield quad(self.iris[part.parent], named(DCTERMS + "title"), title)
        if part.kind == "Document":
            title = literal(self.source.title, "en")
            yield quad(node, named(DCTERMS + "title"), title)
            yield quad(node, gcm("key"), literal(self.source.key))
            if self.source.symbol:
                yield quad(node, gcm("documentSymbol"), literal(self.source.symbol))
        if date := self.source.dates.get(part.identifier):
            kind = "date" if date.count("-") > 1 else "gYearMonth"
            yield quad(node, named(DCTERMS + "date"), typed(date, kind))
        yield quad(node, gcm("evidence"), self.spans.node(part.start, part.end))
        yield from self.spans.position(part.start, part.end)
        if part.is_leaf and (part.start, part.end) not in self.spans.quoted:
            yield from self.spans.place(part.start, part.end)

    def _mention(self, span: tuple[int, int], same: list[Mention]) -> Iterator[Line]:
        node = self.spans.node(*span)
        entities = dict.fromkeys(entity for mention in same for entity in mention.entities)
        yield self._quad(node, TYPE, gcm("Mention" if entities else "UnresolvedMention"))
        yield self._quad(node, gcm("inPart"), self.iris[same[0].part.identifier])
        for entity in entities:
            yield self._quad(node, gcm("refersTo"), named(entity))
        for maker in dict.fromkeys(mention.maker for mention in same):
            yield self._quad(node, gcm("madeBy"), named(maker))
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
                yield self._quad(part, gcm(edge), node)
        yield self._quad(node, TYPE, gcm(passage.kind))
        yield self._quad(node, gcm("inPart"), part)
        for holder in passage.holders:
            yield self._quad(node, gcm("holder"), named(holder))
        for name, value in (("support", passage.support), ("speechAct", passage.speech_act)):
            if value:
                yield self._quad(node, gcm(name), named(value))
        yield self._quad(node, gcm("madeBy"), named(passage.maker))
        yield from self.spans.evidence(node, [(passage.start, passage.end)])
        if passage.words:
            yield self._quad(node, gcm("reportingWords"), self.spans.node(*passage.words))
            yield from self.spans.quote(*passage.words)

    def _statement(
        self, statement: Statement, passages: list[tuple[str, Passage]]
    ) -> Iterator[Line]:
        part, entity = self.iris[statement.part.identifier], named(statement.entity)
        relation, function = statement.relation, statement.function
        yield self._quad(part, gcm(relation), entity)
        if relation in ("callsOn", "involves"):
            yield self._quad(part, gcm("namesActor"), entity)
        node = named(
            statement_iri(self.source.path, statement.part, relation, statement.entity, function)
        )
        yield self._quad(node, TYPE, gcm(RELATIONS[relation][0]))
        yield self._quad(node, gcm("statementSubject"), part)
        yield self._quad(node, gcm("statementObject"), entity)
        if relation == "cites":
            yield self._quad(node, gcm("citingPart"), part)
            yield self._quad(node, gcm("citedInstrument"), entity)
        if function:
            yield self._quad(node, gcm("citationFunction"), named(function))
        if statement.polarity:
            yield self._quad(node, gcm("polarity"), named(statement.polarity))
        if statement.pinpoint:
            yield self._quad(node, gcm("pinpoint"), literal(statement.pinpoint))
        for place, passage in () if statement.elsewhere else passages:
            if any(passage.holds(*span) for span in statement.evidence):
                yield self._quad(node, gcm("statedIn"), place)
        yield self._quad(node, gcm("madeBy"), named(statement.maker))
        yield self._quad(node, gcm("reviewed"), TRUE if statement.reviewed else FALSE)
        yield from self._quotation(node, statement)

    def _quotation(self, node: str, statement: Statement) -> Iterator[Line]:
        """The words that a statement rests on: of this document, or of another one."""
        other, spans = statement.elsewhere, self.spans
        if other and other.path not in self._elsewhere:
            self._elsewhere[other.path] = SpanQuads(other, self.graph)
            yield from self.of_source(other)
        if other:
            spans = self._elsewhere[other.path]
        yield from spans.quotation(node, statement.evidence)
