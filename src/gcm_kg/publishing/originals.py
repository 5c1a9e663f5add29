"""Writes what a source text was made of, and experts' labels, as quads."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from gcm_kg.extraction.expert_labels import Labelled
from gcm_kg.model.document import Source
from gcm_kg.model.iris import document_graph, original_iri, part_iri, source_iri, span_iri
from gcm_kg.model.labels import ExpertLabel
from gcm_kg.rdf.described import Line, literal, named
from gcm_kg.rdf.namespaces import DCTERMS, GCM, PROV, RDF, RDFS, SCHEMA

TYPE, LABEL = named(RDF + "type"), named(RDFS + "label")


def original_quads(source: Source) -> Iterator[Line]:
    """The file that the text of a document was made of, if it is known."""
    original = source.original
    if original is None:
        return
    graph, node = named(document_graph(source.path)), named(original_iri(source.path))
    derived = named(source_iri(source.path))
    yield derived, named(PROV + "wasDerivedFrom"), node, graph
    yield node, TYPE, named(GCM + "Original"), graph
    yield node, LABEL, literal(original.name), graph
    yield node, named(DCTERMS + "format"), literal(original.media_type), graph
    yield node, named(SCHEMA + "sha256"), literal(original.sha256), graph


def label_quads(source: Source, labels: Iterable[Labelled]) -> Iterator[Line]:
    """The labels of the recommendations of a document, once each."""
    graph = named(document_graph(source.path))
    for iri, label in {labelled.label.iri: labelled.label for labelled in labels}.items():
        yield from _described(named(iri), label, source, graph)


def labelled_quads(source: Source, labels: Iterable[Labelled]) -> Iterator[Line]:
    """Recommendations with their labels."""
    graph, edge = named(document_graph(source.path)), named(GCM + "labelledWith")
    for labelled in labels:
        part = named(part_iri(source.path, labelled.part))
        yield part, edge, named(labelled.label.iri), graph


def given_quads(source: Source, labels: Iterable[Labelled]) -> Iterator[Line]:
    """The cells that give labels which mean something."""
    graph, gives = named(document_graph(source.path)), named(GCM + "givesLabel")
    for labelled in labels:
        if labelled.label.meanings:
            span = named(span_iri(source.path, *labelled.span))
            yield span, gives, named(labelled.label.iri), graph


def _described(node: str, label: ExpertLabel, source: Source, graph: str) -> Iterator[Line]:
    name = source.original.name if source.original else source.stem
    said = f"A label that experts gave in the column {label.column} of {name}."
    yield node, TYPE, named(GCM + "ExpertLabel"), graph
    yield node, LABEL, literal(label.text), graph
    yield node, named(GCM + "labelColumn"), literal(label.column), graph
    yield node, named(DCTERMS + "description"), literal(said, "en"), graph
    for thing in label.meanings:
        yield node, named(GCM + "labelMeans"), named(thing), graph
