"""The store in memory that holds one graph for rdflib."""

from __future__ import annotations

import rdflib
from rdflib import Literal, URIRef

from gcm_kg.rdf.one_graph import OneGraph

S, P = URIRef("urn:s"), URIRef("urn:p")


def test_the_number_of_triples_is_known_after_each_change() -> None:
    graph = rdflib.Graph(store=OneGraph())
    assert not graph
    for number in range(3):
        graph.add((S, P, Literal(number)))
        assert len(graph) == number + 1
    graph.add((S, P, Literal(0)))
    assert len(graph) == 3
    graph.remove((S, P, Literal(1)))
    assert len(graph) == 2
    graph.remove((None, None, None))
    assert not graph
