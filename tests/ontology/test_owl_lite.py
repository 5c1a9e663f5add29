"""The OWL Lite check finds nothing in sound ontologies and just the flaw in flawed ones."""

from __future__ import annotations

import random
from pathlib import Path

import pytest
from ontology.owl_lite import BUILT_IN, EXTRA_TYPES, NAMING_TYPES, XSD_NAMES, owl_lite_findings
from rdflib import BNode, Graph
from rdflib.namespace import OWL, RDF
from rdflib.term import Node

ONTOLOGIES = Path(__file__).parent / "ontologies"
GOOD = sorted((ONTOLOGIES / "good").glob("*.ttl"))
BAD = sorted((ONTOLOGIES / "bad").glob("*.ttl"))


def expected(path: Path) -> str:
    first = path.read_text(encoding="utf-8").splitlines()[0]
    assert first.startswith("# expect: ")
    return first.removeprefix("# expect: ")


def shuffled_copy(graph: Graph, seed: int) -> Graph:
    """Copy a graph in another order and with other identifiers for its blank nodes."""
    names: dict[Node, Node] = {}
    triples = sorted(graph)
    random.Random(seed).shuffle(triples)
    copy = Graph(namespace_manager=graph.namespace_manager)
    for subject, predicate, value in triples:
        for node in (subject, value):
            names.setdefault(node, BNode() if isinstance(node, BNode) else node)
        copy.add((names[subject], predicate, names[value]))
    return copy


def test_there_are_enough_examples_of_both_sorts() -> None:
    assert len(GOOD) >= 6
    assert len(BAD) >= 25


@pytest.mark.parametrize("path", GOOD, ids=lambda path: path.stem)
def test_a_good_ontology_has_no_findings(path: Path) -> None:
    assert owl_lite_findings(Graph().parse(path)) == []


@pytest.mark.parametrize("path", BAD, ids=lambda path: path.stem)
def test_a_bad_ontology_has_exactly_the_expected_finding(path: Path) -> None:
    findings = owl_lite_findings(Graph().parse(path))
    assert len(findings) == 1, findings
    assert expected(path) in findings[0]


def test_findings_are_sorted_and_do_not_hang_on_order_or_blank_node_names() -> None:
    graph = Graph()
    for path in BAD:
        graph.parse(path)
    findings = owl_lite_findings(graph)
    assert len(findings) > 25
    assert findings == sorted(findings)
    for seed in range(3):
        assert owl_lite_findings(shuffled_copy(graph, seed)) == findings


def test_an_empty_graph_only_lacks_its_header() -> None:
    assert owl_lite_findings(Graph()) == ["the graph has no owl:Ontology header"]


def test_a_list_that_bites_its_tail_is_reported_and_not_followed_for_ever() -> None:
    graph = Graph().parse(ONTOLOGIES / "bad" / "list_without_end.ttl")
    head = next(graph.objects(predicate=OWL.intersectionOf))
    last = next(graph.objects(head, RDF.rest))
    graph.add((last, RDF.rest, head))
    findings = " ".join(owl_lite_findings(graph))
    assert "is not well formed" in findings
    assert "is shared between triples" in findings


def test_the_tables_of_names_do_not_overlap() -> None:
    assert not set(NAMING_TYPES) & set(EXTRA_TYPES)
    assert not set(BUILT_IN) & (set(NAMING_TYPES) | set(EXTRA_TYPES))
    assert len(XSD_NAMES.split()) == len(set(XSD_NAMES.split())) == 35
