"""Writes what people have judged as quads: the rows of the tables of annotations."""

from __future__ import annotations

from collections.abc import Iterator

from gcm_kg.model.annotations import Annotations
from gcm_kg.model.iris import judgement_iri
from gcm_kg.rdf.described import Line, literal, named
from gcm_kg.rdf.namespaces import ANNOTATION_GRAPH, GCM, RDF, RDFS


def judgements(annotations: Annotations) -> Iterator[Line]:
    """The rows of the tables as nodes of the graph of annotations, with verdict and reason."""
    graph = named(ANNOTATION_GRAPH)
    for row in annotations.all():
        node = named(judgement_iri(row))
        label = f"{row.file.parent.name}, {row.table} {row.values['id']}"
        yield node, named(RDF + "type"), named(GCM + "Judgement"), graph
        yield node, named(RDFS + "label"), literal(label), graph
        verdict = row.values.get("verdict", "add")
        yield node, named(GCM + "verdict"), literal(verdict), graph
        yield node, named(GCM + "reason"), literal(row.values["reason"]), graph
