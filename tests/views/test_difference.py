"""What differs between two graphs, as a patch and in words."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pyoxigraph import Literal, NamedNode, Quad, RdfFormat, parse, serialize

from gcm_kg.errors import InputError
from gcm_kg.rdf.namespaces import BASE, DCTERMS, GCM, OA, SKOS
from gcm_kg.store.graph import LocalGraph, in_memory
from gcm_kg.views.difference import difference, patch

DOCUMENT = f"""
@prefix gcm: <{GCM}> . @prefix skos: <{SKOS}> . @prefix dcterms: <{DCTERMS}> . @prefix oa: <{OA}> .
@base <{BASE}> .
GRAPH <doc/a> {{
<doc/a> a gcm:Document ; gcm:key "a" ; dcterms:title "A"@en .
<doc/a/!main~1> a gcm:Recommendation ; dcterms:identifier "1" ; gcm:text "Ratify it." .
<s> a gcm:Citation ; gcm:statementSubject <doc/a/!main~1> ; gcm:statementObject <treaty> .
<m> a gcm:Mention ; oa:hasSelector <q> . <q> a oa:TextQuoteSelector ; oa:exact "the  Treaty" .
}}
<treaty> a gcm:Treaty ; skos:prefLabel "Lima Accord"@en .
"""


def graph(text: str) -> LocalGraph:
    return in_memory(parse(text.encode(), format=RdfFormat.TRIG))


def changes(old: str, new: str) -> list[tuple[str, ...]]:
    found = difference(graph(old), graph(new))
    return [(c.kind, c.document, c.of_class, c.name, *c.properties) for c in found.changes]


def test_what_is_changed_is_told_with_the_properties_that_differ() -> None:
    changed = DOCUMENT.replace("Ratify it.", "Ratify it now.")
    assert changes(DOCUMENT, changed) == [("changed", "a", "gcm:Recommendation", "a:1", "gcm:text")]


def test_a_statement_is_told_by_what_it_says_a_mention_by_its_words() -> None:
    statement = next(line for line in DOCUMENT.split("\n") if line.startswith("<s>"))
    mention = next(line for line in DOCUMENT.split("\n") if line.startswith("<m>"))
    less = DOCUMENT.replace(statement, "").replace(mention, "")
    assert changes(less, DOCUMENT) == [
        ("added", "doc/a", "gcm:Citation", "a:1: Lima Accord"),
        ("added", "doc/a", "gcm:Mention", "“the Treaty”"),
    ]
    assert [kind for kind, *_ in changes(DOCUMENT, less)] == ["removed", "removed"]


def test_the_same_graphs_have_no_difference() -> None:
    assert difference(graph(DOCUMENT), graph(DOCUMENT)).changes == []
    assert list(patch(graph(DOCUMENT), graph(DOCUMENT))) == ["TX .\n", "TC .\n"]


def test_blank_nodes_cannot_be_compared() -> None:
    with pytest.raises(InputError, match="without blank nodes"):
        difference(graph("[] <x:p> <x:o> ."), graph(DOCUMENT))


NODES = st.sampled_from([NamedNode(f"http://x/{n}") for n in range(4)])
VALUES = st.one_of(NODES, st.text(max_size=4).map(Literal))
QUADS = st.sets(st.builds(Quad, NODES, NODES, VALUES, NODES), max_size=12)


def as_lines(quads: set[Quad]) -> set[str]:
    text = (serialize(quads, format=RdfFormat.N_QUADS) or b"").decode()
    return {f"{line}\n" for line in text.split("\n")[:-1]}


@given(QUADS, QUADS)
def test_a_patch_makes_the_old_graph_the_new_one(old: set[Quad], new: set[Quad]) -> None:
    rows = [line.split(" ", 1) for line in patch(in_memory(old), in_memory(new))][1:-1]
    lines = as_lines(old)
    lines -= {line for kind, line in rows if kind == "D"}
    lines |= {line for kind, line in rows if kind == "A"}
    assert lines == as_lines(new)
