"""What follows from the graph is found, and counted by no question."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import product
from typing import Any

import pytest
from publishing import built
from pyoxigraph import Store
from querying.asked import QUESTIONS

from gcm_kg.knowledge_graph import KnowledgeGraph
from gcm_kg.project import this_project
from gcm_kg.querying.questions import Question
from gcm_kg.rdf.namespaces import CLOSURE_GRAPH
from gcm_kg.store.graph import LocalGraph

COUNT = "SELECT (COUNT(DISTINCT ?x) AS ?n) { ?x a gcm:Instrument }"


def whole() -> KnowledgeGraph:
    """The built graph."""
    return built.known()


@pytest.fixture(scope="module")
def stated() -> KnowledgeGraph:
    """The built graph without what follows from it."""
    store = Store()
    quads = (q for q in whole().store if getattr(q.graph_name, "value", "") != CLOSURE_GRAPH)
    store.bulk_extend(quads)
    return KnowledgeGraph(LocalGraph(store, ""), this_project())


def asked(question: Question) -> Iterator[dict[str, str]]:
    """Each choice of the values that a question allows."""
    free = [[(p.name, value) for value in p.allowed] for p in question.parameters if p.allowed]
    yield from map(dict, product(*free))


def rows(known: KnowledgeGraph, name: str, values: dict[str, str]) -> list[Any]:
    given: dict[str, Any] = dict(values)
    answer = known.sparql(known.prepared(name, **given))
    if answer.triples is not None:
        return sorted(map(str, answer.triples))
    return [tuple(map(str, row.values())) for row in answer]


@pytest.mark.slow
@pytest.mark.parametrize("name", QUESTIONS)
def test_no_question_counts_what_follows(name: str, stated: KnowledgeGraph) -> None:
    for values in asked(QUESTIONS[name]):
        assert rows(whole(), name, values) == rows(stated, name, values)


def test_a_superclass_finds_the_things_below_it(stated: KnowledgeGraph) -> None:
    (all_of_them,), (bare,) = whole().sparql(COUNT), stated.sparql(COUNT)
    assert int(str(all_of_them["n"])) > 400 > 50 > int(str(bare["n"]))
