"""Writes what a source text was made of, and experts' labels, as quads."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from pyoxigraph import Literal, NamedNode, Quad

from gcm_kg.extraction.expert_labels import Labelled
from gcm_kg.model.document import Source
from gcm_kg.model.iris import document_graph, original_iri, part_iri, source_iri, span_iri
from gcm_kg.model.labels import ExpertLabel
from gcm_kg.rdf.namespaces import DCTERMS, GCM, PROV, RDF, RDFS, SCHEMA

TYPE, LABEL = NamedNode(RDF + "type"), NamedNode(RDFS + "label")


def original_quads(source: Source) -> Iterator[Quad]:
    """The file that the text of a document was made of, if it is known."""
    original = source.original
    if original is None:
        return
    graph, node = NamedNode(document_graph(source.path)), NamedNode(original_iri(source.path))
    text = NamedNode(source_iri(source.path))
    yield Quad(text, NamedNode(PROV + "wasDerivedFrom"), node, graph)
    yield Quad(node, TYPE, NamedNode(GCM + "Original"), graph)
    yield Quad(node, LABEL, Literal(original.name), graph)
    yield Quad(node, NamedNode(DCTERMS + "format"), Literal(original.media_type), graph)
    yield Quad(node, NamedNode(SCHEMA + "sha256"), Literal(original.sha256), graph)


def label_quads(source: Source, labels: Iterable[Labelled]) -> Iterator[Quad]:
    """The labels of the recommendations of a document, once each."""
    graph = NamedNode(document_graph(source.path))
    for iri, label in {labelled.label.iri: labelled.label for labelled in labels}.items():
        yield from _described(NamedNode(iri), label, source, graph)


def labelled_quads(source: Source, labels: Iterable[Labelled]) -> Iterator[Quad]:
    """Recommendations with their labels."""
    graph, edge = NamedNode(document_graph(source.path)), NamedNode(GCM + "labelledWith")
    for labelled in labels:
        part = NamedNode(part_iri(source.path, labelled.part))
        yield Quad(part, edge, NamedNode(labelled.label.iri), graph)


def given_quads(source: Source, labels: Iterable[Labelled]) -> Iterator[Quad]:
    """The cells that give labels which mean something."""
    graph, gives = NamedNode(document_graph(source.path)), NamedNode(GCM + "givesLabel")
    for labelled in labels:
        if labelled.label.meanings:
            span = NamedNode(span_iri(source.path, *labelled.span))
            yield Quad(span, gives, NamedNode(labelled.label.iri), graph)


def _described(
    node: NamedNode, label: ExpertLabel, source: Source, graph: NamedNode
) -> Iterator[Quad]:
    name = source.original.name if source.original else source.stem
    said = f"A label that experts gave in the column {label.column} of {name}."
    yield Quad(node, TYPE, NamedNode(GCM + "ExpertLabel"), graph)
    yield Quad(node, LABEL, Literal(label.text), graph)
    yield Quad(node, NamedNode(GCM + "labelColumn"), Literal(label.column), graph)
    yield Quad(node, NamedNode(DCTERMS + "description"), Literal(said, language="en"), graph)
    for thing in label.meanings:
        yield Quad(node, NamedNode(GCM + "labelMeans"), NamedNode(thing), graph)
