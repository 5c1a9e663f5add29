"""Writes what people have judged as quads: the rows of the tables of annotations."""

from __future__ import annotations

from collections.abc import Iterator

from pyoxigraph import Literal, NamedNode, Quad

from gcm_kg.model.annotations import Annotations
from gcm_kg.model.iris import judgement_iri
from gcm_kg.rdf.namespaces import ANNOTATION_GRAPH, GCM, RDF, RDFS


def judgements(annotations: Annotations) -> Iterator[Quad]:
    """The rows of the tables as nodes of the graph of annotations, with verdict and reason."""
    graph = NamedNode(ANNOTATION_GRAPH)
    for row in annotations.all():
        node = NamedNode(judgement_iri(row))
        label = f"{row.file.parent.name}, {row.table} {row.values['id']}"
        yield Quad(node, NamedNode(RDF + "type"), NamedNode(GCM + "Judgement"), graph)
        yield Quad(node, NamedNode(RDFS + "label"), Literal(label), graph)
        verdict = row.values.get("verdict", "add")
        yield Quad(node, NamedNode(GCM + "verdict"), Literal(verdict), graph)
        yield Quad(node, NamedNode(GCM + "reason"), Literal(row.values["reason"]), graph)
