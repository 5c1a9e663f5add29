"""The labels by which things are shown."""

from __future__ import annotations

from collections.abc import Collection

from pyoxigraph import NamedNode

from gcm_kg.store.graph import Graph

LABELLING = ("skos:prefLabel", "rdfs:label", "dcterms:title", "dcterms:identifier")
"""Properties of labels, the best first."""


def labels_of(graph: Graph, things: Collection[str]) -> dict[str, str]:
    """The best label of each thing that has one, by IRI; of several languages the English one."""
    if not things:
        return {}
    known: dict[str, str] = {}
    values = " ".join(str(NamedNode(iri)) for iri in sorted(things))
    # one pattern for each property: engines look these up for a thing, and a variable one in all
    ways = " UNION ".join(
        f"{{ VALUES ?value {{ {values} }} ?value {name} ?label BIND({rank} AS ?rank) }}"
        for rank, name in enumerate(LABELLING)
    )
    order = 'ORDER BY ?value ?rank DESC(LANGMATCHES(LANG(?label), "en")) ?label'
    for row in graph.select(f"SELECT ?value ?label {{ {ways} }} {order}"):
        known.setdefault(row["value"].value, row["label"].value)
    return known
