"""Gathers what is known of one thing, with labels for people."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass

from pyoxigraph import Literal, NamedNode

from gcm_kg.rdf.namespaces import DCTERMS, RDF, RDFS, SKOS, short
from gcm_kg.rdf.sparql import shipped
from gcm_kg.store.graph import Graph

LABELS = (SKOS + "prefLabel", RDFS + "label", DCTERMS + "title", DCTERMS + "identifier")
"""The properties that label a thing, the best first."""


@dataclass(frozen=True, slots=True)
class Value:
    """A value of a property: its text or IRI, and a label where it is a thing that has one."""

    text: str
    label: str
    is_iri: bool

    def __str__(self) -> str:
        return self.label or (short(self.text) if self.is_iri else " ".join(self.text.split()))


@dataclass(frozen=True, slots=True)
class Entity:
    """What the graph holds of a thing, and how many things of which class point to it: not those of
    the description of the dataset, and of the questions."""

    iri: str
    label: str
    types: tuple[str, ...]
    properties: dict[str, tuple[Value, ...]]
    pointed_at: tuple[tuple[str, str, int], ...]


def show(graph: Graph, iri: str, *, inward: bool = True) -> Entity:
    """What is known of a thing, given its IRI; what points to it is not counted unless ``inward``,
    which takes long where much does."""
    node = NamedNode(iri)
    properties: defaultdict[str, dict[str, Value]] = defaultdict(dict)
    for row in graph.select(shipped("views/entity-outward"), thing=node):
        value, label = row["value"], row["label"]
        text = "" if label is None else label.value
        known = Value(value.value, text, isinstance(value, NamedNode))
        properties[row["property"].value].setdefault(value.value, known)
    types = tuple(value.text for value in properties.pop(RDF + "type", {}).values())
    found = {name: tuple(values.values()) for name, values in properties.items()}
    pointed_at = _pointed_at(graph, node) if inward else ()
    return Entity(iri, _label(found) or short(iri), types, found, pointed_at)


def _label(properties: dict[str, tuple[Value, ...]]) -> str:
    for name in LABELS:
        if name in properties:
            return properties[name][0].text
    return ""


def _pointed_at(graph: Graph, node: NamedNode) -> tuple[tuple[str, str, int], ...]:
    return tuple(
        (row["property"].value, row["kind"].value, int(row["number"].value))
        for row in graph.select(shipped("views/entity-inward"), thing=node)
        if isinstance(row["number"], Literal)
    )
