"""The flow from sources to quads: read, find, interpret, emit."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import chain

from pyoxigraph import NamedNode, Quad

from gcm_kg.extraction.gazetteer import Finder
from gcm_kg.extraction.interpreter import Interpreter
from gcm_kg.extraction.judgements import judged_mentions
from gcm_kg.extraction.recognition import find_mentions, find_unnamed, unnamed_finder
from gcm_kg.mappings.curated import Links, load_links
from gcm_kg.model.annotations import Annotations
from gcm_kg.model.document import Source
from gcm_kg.model.statements import Mention, Statement
from gcm_kg.model.vocabulary import Vocabulary
from gcm_kg.project import Project
from gcm_kg.publishing.quads import Emitter, judgements
from gcm_kg.rdf.namespaces import ONTOLOGY_GRAPH, VOCABULARY_GRAPH
from gcm_kg.reading.annotations import load_annotations
from gcm_kg.reading.sources import load_sources
from gcm_kg.reading.vocabulary import load_vocabulary


@dataclass(frozen=True, slots=True)
class Reading:
    """What was read from one document."""

    source: Source
    mentions: list[Mention]
    statements: list[Statement]
    annotations: Annotations

    def quads(self) -> Iterator[Quad]:
        """The quads of the document's own graph."""
        yield from Emitter(self.source).quads(self.mentions, self.statements, self.annotations)


class Reader:
    """Reads documents with the vocabulary of a project, which it prepares once."""

    def __init__(self, project: Project) -> None:
        self.project = project
        self.vocabulary: Vocabulary = load_vocabulary(project.ontology, project.vocabulary)
        self.finder = Finder(self.vocabulary.labels)
        self.unnamed = unnamed_finder(self.vocabulary)
        self.interpreter = Interpreter(self.vocabulary)

    def read(self, source: Source) -> Reading:
        """The mentions and statements of one document. Raises InputError for bad judgements."""
        folder = self.project.annotations / source.stem
        document = source.document
        notes = load_annotations(folder, source.path, document, self.vocabulary)
        covered = [row.span for row in notes.all() if row.span]
        mentions = find_mentions(document, self.vocabulary, self.finder, covered)
        mentions += find_unnamed(document, self.unnamed, mentions)
        mentions = judged_mentions(mentions, notes, self.vocabulary)
        statements = self.interpreter.statements(document, mentions, notes)
        return Reading(source, mentions, statements, notes)


class Corpus:
    """All quads of a project, document by document."""

    def __init__(self, project: Project) -> None:
        self.reader = Reader(project)
        self.sources = load_sources(project)

    def links(self) -> list[Links]:
        """The tables of links to other graphs. Raises InputError for one that cannot be used."""
        return load_links(self.reader.project.mappings, self.reader.vocabulary)

    def common(self) -> Iterator[Quad]:
        """What all documents share: the ontology and the vocabularies."""
        yield from _in_graph(self.reader.vocabulary.ontology, ONTOLOGY_GRAPH)
        yield from _in_graph(self.reader.vocabulary.quads, VOCABULARY_GRAPH)

    def documents(self) -> Iterator[Iterator[Quad]]:
        """The quads of each document and of the judgements on it.

        Documents are read one after the other, and nothing of one is kept when the next begins.
        Raises InputError for input that cannot be used.
        """
        for source in self.sources:
            reading = self.reader.read(source)
            yield chain(reading.quads(), judgements(reading.annotations))


def build_quads(project: Project) -> Iterator[Quad]:
    """All quads of the project's graph. Raises InputError for input that cannot be used."""
    corpus = Corpus(project)
    yield from corpus.common()
    yield from chain.from_iterable(corpus.documents())


def _in_graph(quads: list[Quad], graph: str) -> Iterator[Quad]:
    node = NamedNode(graph)
    return (Quad(q.subject, q.predicate, q.object, node) for q in quads)
