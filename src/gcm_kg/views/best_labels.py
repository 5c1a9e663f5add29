"""The labels by which things are shown."""

from __future__ import annotations

from collections.abc import Collection

from pyoxigraph import NamedNode

from gcm_kg.store.graph import Graph

LABELS = """
SELECT ?value ?label WHERE {
  VALUES ?value { %s }
  VALUES (?labelling ?rank) {
    (skos:prefLabel 0) (rdfs:label 1) (dcterms:title 2) (dcterms:identifier 3)
  }
  ?value ?labelling ?label .
} ORDER BY ?value ?rank ?label
"""
"""The labels of some things, the best first."""


def labels_of(graph: Graph, things: Collection[str]) -> dict[str, str]:
    """The best label of each thing that has one, by IRI."""
    if not things:
        return {}
    known: dict[str, str] = {}
    for row in graph.select(LABELS % " ".join(str(NamedNode(iri)) for iri in sorted(things))):
        known.setdefault(row["value"].value, row["label"].value)
    return known
