"""Every question gives on Virtuoso and on Jena what it gives on Oxigraph: `make stores` runs it."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import AbstractContextManager
from typing import Any, cast

import pytest
from pyoxigraph import DefaultGraph, NamedNode, Quad
from querying.asked import QUESTIONS
from querying.recorded import ELSEWHERE
from querying.test_engines import SLOW, reviews, two, whole
from store.jena import JenaGraph, stop
from store.servers import STORES, virtuoso

from gcm_kg.errors import InputError
from gcm_kg.evaluation.conformance import answer_of, example_values
from gcm_kg.knowledge_graph import KnowledgeGraph
from gcm_kg.publishing.pushing import push
from gcm_kg.querying.parameters import prepared
from gcm_kg.store.endpoint import RemoteGraph
from gcm_kg.store.graph import Graph, in_memory
from gcm_kg.store.graph_store import GraphStore

pytestmark = pytest.mark.slow

ASKED = [(store, name) for store in ("virtuoso", "jena") for name in QUESTIONS]
STARTLESS = {
    *("assertions-citing", "called-for-and-taken-up", "makers-by-theme", "passages-citing"),
    *("populations-by-theme", "recommendations-against", "recommendations-aimed-at"),
    *("recommendations-by-polarity", "recommendations-by-theme", "recommendations-citing"),
    *("recommendations-for-population", "recommendations-of-section", "recommendations-taken-up"),
    *("themes-of-section", "things-without-links"),
}
"""Questions that Virtuoso does not answer for two values: they follow a path to each of them."""


def of_two(store: str, name: str) -> Any:
    """The parameters of a test; what Virtuoso 7.2 cannot do is to fail until it can."""
    marks = []
    if store == "virtuoso" and name in STARTLESS:
        reason = "Virtuoso starts no path from a VALUES block: “transitive start not given”"
        marks = [pytest.mark.xfail(raises=InputError, reason=reason, strict=True)]
    elif store == "virtuoso" and name == "judgements":
        reason = "Virtuoso gives rows that a FILTER NOT EXISTS excludes"
        marks = [pytest.mark.xfail(raises=AssertionError, reason=reason, strict=True)]
    return pytest.param(store, name, marks=marks)


OF_TWO = [of_two(s, n) for s, n in ASKED if QUESTIONS[n].parameters and n not in SLOW]


@pytest.fixture(scope="module")
def stores(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Stores]:
    if STORES not in os.environ:
        pytest.skip("make stores runs this, with Virtuoso and Jena")
    found = Stores(tmp_path_factory)
    yield found
    found.close()


class Stores:
    """Stores of others with the built graph, or with that of tables of reviews, made when asked."""

    def __init__(self, folders: pytest.TempPathFactory) -> None:
        self._folders = folders
        self._made: dict[tuple[str, KnowledgeGraph], Graph] = {}
        self._servers: list[AbstractContextManager[str]] = []

    def store(self, name: str, known: KnowledgeGraph) -> Graph:
        if (name, known) not in self._made:
            self._made[name, known] = self._new(name, known.data)
        return self._made[name, known]

    def _new(self, name: str, graph: Graph) -> Graph:
        folder, quads = self._folders.mktemp(name), list(map(in_a_graph, graph.quads()))
        if name == "jena":
            return cast(Graph, JenaGraph(quads, folder))
        server = virtuoso(folder)
        address = server.__enter__()
        self._servers.append(server)
        target = GraphStore(address, user=("dba", "dba"))
        push(in_memory(quads), target)
        return RemoteGraph(target.endpoint)

    def close(self) -> None:
        for server in self._servers:
            server.__exit__(None, None, None)
        stop()


def known(name: str) -> KnowledgeGraph:
    """The graph that has an answer to a question."""
    return reviews() if name in ELSEWHERE else whole()


def in_a_graph(quad: Quad) -> Quad:
    """The quad, in a named graph: not every store lets the default one be written to."""
    if isinstance(quad.graph_name, DefaultGraph):
        named = NamedNode("http://e.org/graph")
        return Quad(quad.subject, quad.predicate, quad.object, named)
    return quad


def same(stores: Stores, store: str, name: str, values: dict[str, list[str]]) -> None:
    ours = known(name)
    sparql = prepared(ours.data, QUESTIONS[name], values)
    expected = answer_of(ours.data, sparql)
    assert expected, "an example that finds something"
    found = answer_of(stores.store(store, ours), sparql)
    assert (expected - found, found - expected) == ({}, {})


@pytest.mark.parametrize(("store", "name"), ASKED)
def test_a_store_of_others_gives_the_same_answer(stores: Stores, store: str, name: str) -> None:
    values = example_values(QUESTIONS[name])
    try:
        prepared(known(name).data, QUESTIONS[name], values)
    except InputError:  # an example for the graph of another document
        values = {}
    same(stores, store, name, values)


@pytest.mark.parametrize(("store", "name"), OF_TWO)
def test_a_store_of_others_gives_the_same_answer_for_two_values(
    stores: Stores, store: str, name: str
) -> None:
    first = QUESTIONS[name].parameters[0]
    same(stores, store, name, {first.name: [str(value) for value in two(first)]})
