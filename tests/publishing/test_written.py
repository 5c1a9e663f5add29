"""What is written of N-Quads in one pass is what the writers of each format write of the quads."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from publishing import drafted
from pyoxigraph import BaseDirection, BlankNode, Literal, NamedNode, Quad
from rdf.terms import QUADS

from gcm_kg.publishing.fragments import FragmentWriter
from gcm_kg.rdf import jsonld, turtle
from gcm_kg.rdf.namespaces import DCTERMS, GCM, SKOS

A, B, GRAPH, OTHER = (NamedNode(f"urn:{name}") for name in "abgh")
TITLE, CITES, LABEL = (NamedNode(n) for n in (DCTERMS + "title", GCM + "cites", SKOS + "prefLabel"))


def apart(quads: list[Quad]) -> tuple[str, str, str]:
    """TriG, Turtle and nodes of JSON-LD, by the writers of each format, graph by graph."""
    first = list(dict.fromkeys(quad.graph_name for quad in quads))
    quads = sorted(quads, key=lambda quad: first.index(quad.graph_name))
    layout = turtle.Layout().extend(quads)
    nodes = jsonld.nodes(quads, jsonld.Compactor(drafted.context()))
    return "".join(turtle.graphs(layout)), "".join(turtle.subjects(layout)), ",\n".join(nodes)


def together(quads: list[Quad]) -> tuple[str, str, str]:
    fragment = FragmentWriter(drafted.context()).fragment(quads)
    return fragment.trig.decode(), fragment.turtle.decode(), fragment.json.decode()


@settings(deadline=None)
@given(st.lists(QUADS, max_size=12, unique=True))
def test_one_pass_writes_what_the_writers_of_the_formats_write(quads: list[Quad]) -> None:
    assert together(quads) == apart(quads)


@pytest.mark.parametrize(
    "text", ["a\nb\t\x08\x0c\r", "\x00\x1f\x7f", '"\\u0041" <urn:x> .', "ü\u2028\U0001f600", "\\"]
)
@pytest.mark.parametrize("predicate", [TITLE, CITES, LABEL])
def test_texts_of_all_characters_are_written_alike(text: str, predicate: NamedNode) -> None:
    quads = [Quad(A, predicate, Literal(text), GRAPH), Quad(A, predicate, B, GRAPH)]
    assert together(quads) == apart(quads)


def test_what_two_graphs_say_of_a_thing_stands_together_where_there_are_no_graphs() -> None:
    quads = [
        Quad(A, CITES, B, GRAPH), Quad(B, CITES, A, GRAPH), Quad(A, CITES, B, OTHER),
        Quad(A, TITLE, Literal("x"), OTHER), Quad(A, CITES, A, OTHER),
    ]  # fmt: skip
    assert together(quads) == apart(quads)


@pytest.mark.parametrize(
    "node", [BlankNode("x"), Literal("x", language="en", direction=BaseDirection.LTR)]
)
def test_what_is_not_published_is_refused(node: BlankNode | Literal) -> None:
    with pytest.raises(TypeError, match="published graphs hold"):
        together([Quad(A, TITLE, node, GRAPH)])
