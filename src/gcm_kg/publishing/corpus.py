"""All quads of a project: what its documents share, and each document by itself."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from functools import cached_property
from itertools import chain

from pyoxigraph import Literal, NamedNode, Quad

from gcm_kg.extraction.pipeline import Extraction, Extractor
from gcm_kg.mappings.curated import Links, load_links
from gcm_kg.model.document import Source
from gcm_kg.model.languages import is_english
from gcm_kg.project import Project
from gcm_kg.publishing.contradictions import contradicted
from gcm_kg.publishing.overview import Overview, overview
from gcm_kg.publishing.portions import portions
from gcm_kg.rdf.closure import Schema, schema
from gcm_kg.rdf.described import Line, as_quads
from gcm_kg.rdf.namespaces import ONTOLOGY_GRAPH, SKOS, VOCABULARY_GRAPH
from gcm_kg.reading.annotations import load_annotations
from gcm_kg.reading.joining import load_sources
from gcm_kg.reading.table_profiles import load_meanings
from gcm_kg.reading.vocabulary import forget_vocabularies, load_vocabulary


class Corpus:
    """A project's documents, with its vocabulary. Raises InputError for what cannot be used."""

    def __init__(self, project: Project) -> None:
        self.project = project
        self.vocabulary = load_vocabulary(project.ontology, project.vocabulary)
        self._meanings = load_meanings(project, self.vocabulary)
        self.sources = load_sources(project)

    @cached_property
    def extractor(self) -> Extractor:
        """What extracts; it is prepared where a document is read."""
        return Extractor(self.vocabulary, self._meanings)

    @property
    def schema(self) -> Schema:
        """What ontology and vocabularies say of classes and properties."""
        return schema([*self.vocabulary.ontology, *self.vocabulary.quads])

    def let_go(self) -> None:
        """Lets go of the quads of the vocabularies, once what documents share has been made: to
        read these, only names in other languages are needed, which tables and brackets have."""
        kept = [quad for quad in self.vocabulary.quads if _is_other_name(quad)]
        self.vocabulary = replace(self.vocabulary, quads=kept)
        forget_vocabularies()

    def links(self) -> list[Links]:
        """The tables of links to other graphs."""
        return load_links(self.project.mappings, self.vocabulary)

    def common(self) -> Iterator[Quad]:
        """What all documents share: the ontology and the vocabularies."""
        yield from _in_graph(self.vocabulary.ontology, ONTOLOGY_GRAPH)
        yield from _in_graph(self.vocabulary.quads, VOCABULARY_GRAPH)

    def documents(self) -> Iterator[Iterator[Quad]]:
        """The quads of each document and of the judgements on it.

        Documents are read one after the other, and nothing of one is kept when the next begins.
        """
        for source in self.sources:
            yield as_quads(chain.from_iterable(self.document(source)[0]))

    def document(self, source: Source) -> tuple[Iterator[Iterator[Line]], Overview]:
        """The quads of a document and of the judgements on it, in portions, and what was read."""
        found = self.extracted(source)
        told = contradicted(source, self.extractor.interpreter.attributions)
        return portions(found), overview(found, told)

    def extracted(self, source: Source) -> Extraction:
        """What a document names and states, the judgements on it carried out."""
        folder = self.project.annotations / source.stem
        notes = load_annotations(folder, source.path, source.document, self.vocabulary, source.key)
        return self.extractor.extract(source, notes)


def _is_other_name(quad: Quad) -> bool:
    """Whether a quad says what a thing is called in another language than English."""
    named = isinstance(quad.object, Literal) and quad.predicate.value == SKOS + "altLabel"
    return named and not is_english(getattr(quad.object, "language", None) or "")


def _in_graph(quads: list[Quad], graph: str) -> Iterator[Quad]:
    node = NamedNode(graph)
    return (Quad(q.subject, q.predicate, q.object, node) for q in quads)
