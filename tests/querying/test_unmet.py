"""Which conditions of a query nothing meets, and which are not blamed."""

from __future__ import annotations

import pytest
from pyoxigraph import RdfFormat, Store

from gcm_kg.querying.unmet import unmet
from gcm_kg.store.graph import LocalGraph

DATA = """@prefix gcm: <https://w3id.org/gcm-kg/ontology#> .
<urn:a> a gcm:Treaty ; gcm:cites <urn:b> ; gcm:key "b"@en . <urn:b> gcm:key "c" ."""


def graph(data: str = DATA) -> LocalGraph:
    store = Store()
    store.load(data.encode(), format=RdfFormat.TURTLE)
    return LocalGraph(store)


@pytest.mark.parametrize(
    ("where", "expected"),
    [
        ("?x a gcm:Actor", ["nothing in the graph is a gcm:Actor"]),
        ("?x a gcm:Treaty ; gcm:none ?y", ["nothing in the graph has gcm:none"]),
        ("?x gcm:cites/gcm:none ?y", ["nothing in the graph has gcm:none"]),
        ('?x gcm:key "z"', ['nothing in the graph meets ?x gcm:key "z"']),
        (
            '?x gcm:key "b"',
            ['nothing in the graph meets ?x gcm:key "b"; with "b"@en something does'],
        ),
        ('[] gcm:key "z"', ['nothing in the graph meets [] gcm:key "z"']),
        ("{ SELECT ?x { ?x a gcm:Actor } }", ["nothing in the graph is a gcm:Actor"]),
        ("GRAPH ?g { ?x a gcm:Actor }", ["nothing in the graph is a gcm:Actor"]),
        ("?x a gcm:Treaty ; gcm:key 'c'", []),
        ("?x a gcm:Treaty OPTIONAL { ?x a gcm:Actor }", []),
        ("?x a gcm:Treaty MINUS { ?x a gcm:Actor }", []),
        ("?x a gcm:Treaty FILTER NOT EXISTS { ?x a gcm:Actor }", []),
        ("{ ?x a gcm:Actor } UNION { ?x a gcm:Treaty }", []),
        ("?x gcm:none* gcm:nothing", []),
        ("VALUES ?x { <urn:z> } ?x a gcm:Treaty", []),
        ("?x a gcm:Treaty FILTER (?x = <urn:z>)", []),
        ("no query", []),
    ],
)
def test_only_what_every_row_must_meet_is_blamed(where: str, expected: list[str]) -> None:
    assert unmet(graph(), f"SELECT ?x WHERE {{ {where} }}") == expected


def test_values_are_blamed_only_where_they_are_wanted() -> None:
    query = 'SELECT ?x { ?x gcm:key "z" ; gcm:none 3 }'
    assert unmet(graph(), query, exact=False) == ["nothing in the graph has gcm:none"]


def test_a_graph_that_holds_nothing_is_called_that() -> None:
    assert unmet(graph(""), "SELECT ?x { ?x a gcm:Actor }") == ["the graph holds nothing"]


SCHEMA = """@prefix gcm: <https://w3id.org/gcm-kg/ontology#> .
@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
gcm:Treaty rdfs:subClassOf gcm:Instrument . gcm:cites rdfs:subPropertyOf gcm:concerns .
<urn:a> a gcm:Treaty ; gcm:cites <urn:b> . <urn:c> a gcm:Treaty ."""


def test_what_is_of_a_class_below_is_said_where_it_is_not_put_down() -> None:
    (line,) = unmet(graph(SCHEMA), "SELECT (COUNT(*) AS ?n) { ?x a gcm:Instrument }")
    assert line.endswith(
        "but 2 things are of classes below it: ask ?x a/rdfs:subClassOf* gcm:Instrument"
    )
    query = "SELECT ?x { ?x a/rdfs:subClassOf* gcm:Instrument }"
    assert len(list(graph(SCHEMA).select(query))) == 2
    (line,) = unmet(graph(SCHEMA), "SELECT ?x { ?x gcm:concerns ?y }")
    assert "but properties below it" in line
    assert unmet(graph(SCHEMA), "SELECT ?x { ?x a gcm:Actor }") == [
        "nothing in the graph is a gcm:Actor"
    ]
