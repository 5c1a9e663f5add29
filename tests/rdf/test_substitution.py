"""Several values of a parameter give the rows of each, wherever in a query it stands."""

from __future__ import annotations

import pytest
from pyoxigraph import QueryBoolean, QuerySolutions, QueryTriples, RdfFormat, Store

from gcm_kg.rdf.sparql import declarations, limited
from gcm_kg.rdf.substitution import substituted
from gcm_kg.store.graph import mistake_in

DATA = """
<urn:a> <urn:p> 1, 2 ; <urn:kind> "x" .
<urn:b> <urn:p> 2, 3, 5 ; <urn:kind> "y" .
<urn:c> <urn:p> 4 ; <urn:kind> "y" .
"""
VALUES = ["1", "2", "3"]
SELECTS = [
    "SELECT ?s { ?s <urn:p> ?o } GROUP BY ?s HAVING (COUNT(?o) = ?_n) ORDER BY ?s",
    "SELECT ?s (COUNT(?o) AS ?c) { ?s <urn:p> ?o } GROUP BY ?s HAVING (?_n = COUNT(?o))",
    "SELECT (COUNT(?o) AS ?c) { ?s <urn:p> ?o } HAVING (COUNT(?o) > ?_n)",
    "SELECT ?s ?o { ?s <urn:p> ?o FILTER(?o = ?_n) } ORDER BY ?_n ?s",
    "SELECT ?s (?o + ?_n AS ?x) { ?s <urn:p> ?o } ORDER BY ?s ?x",
    "SELECT ?s ?o { ?s <urn:p> ?o FILTER(?o = ?_n) } ORDER BY ABS(?o - ?_n) ?s",
    "SELECT ?_n ?s { ?s <urn:p> ?_n } ORDER BY ?s",
    "SELECT ?_n (COUNT(?s) AS ?c) { ?s <urn:p> ?_n } GROUP BY ?_n",
    "SELECT ?k (SUM(?o) AS ?c) { ?s <urn:kind> ?k ; <urn:p> ?o FILTER(?o >= ?_n) } GROUP BY ?k ?_n",
    "SELECT ?s { ?s <urn:p> ?_n FILTER(BOUND(?_n)) }",
    "SELECT ?s ?x { ?s <urn:p> ?o BIND(?_n + 1 AS ?x) FILTER(?o = ?x) }",
    "SELECT ?s { ?s <urn:p> ?_n { SELECT ?s { ?s <urn:p> ?o FILTER(?o > ?_n) } } }",
    "SELECT ?s { ?s <urn:p> ?_n { SELECT ?s (COUNT(?o) AS ?c) { ?s <urn:p> ?o } GROUP BY ?s"
    " HAVING (COUNT(?o) = ?_n) } }",
    "SELECT ?s ?c { { SELECT ?s (COUNT(?o) AS ?c) { ?s <urn:p> ?o } GROUP BY ?s"
    " HAVING (COUNT(?o) = ?_n) } }",
    "SELECT ?x { VALUES ?x { ?_n } ?s <urn:p> ?x }",
    "SELECT ?s { ?s <urn:p> ?o FILTER(?o IN (?_n, 5)) }",
    "SELECT * { ?s <urn:p> ?o FILTER(?o = ?_n) }",
    "SELECT REDUCED ?s { ?s <urn:p> ?o } GROUP BY ?s HAVING (COUNT(*) = ?_n)",
]


def rows(sparql: str, values: list[str]) -> set[tuple[str, ...]]:
    store = Store()
    store.load(DATA.encode(), format=RdfFormat.TURTLE)
    answer = store.query(substituted(sparql, {"_n": values}))
    assert isinstance(answer, QuerySolutions)
    kept = [
        i for i, v in enumerate(answer.variables) if not v.value.startswith("_") or "?_n " in sparql
    ]
    return {tuple(str(row[i]) for i in kept) for row in answer}


@pytest.mark.parametrize("sparql", SELECTS)
def test_several_values_give_the_rows_of_each(sparql: str) -> None:
    apart = [rows(sparql, [value]) for value in VALUES]
    assert rows(sparql, VALUES) == set().union(*apart)
    assert len(set(map(frozenset, apart))) > 1 or "SUM" in sparql or "> ?_n" in sparql


def test_a_graph_is_made_for_each_value() -> None:
    store = Store()
    store.load(DATA.encode(), format=RdfFormat.TURTLE)
    for sparql in (
        "CONSTRUCT { ?s <urn:q> ?_n } WHERE { ?s <urn:kind> 'x' }",
        "DESCRIBE ?_t",
        "DESCRIBE ?_t ?x WHERE { ?x <urn:p> 4 }",
    ):
        terms = {"_n": VALUES, "_t": ["<urn:a>", "<urn:b>"]}
        made = substituted(sparql, {k: v for k, v in terms.items() if f"?{k}" in sparql})
        answer = store.query(made)
        assert isinstance(answer, QueryTriples)
        assert len(list(answer)) >= 3


def test_asking_is_true_where_it_is_for_one_of_the_values() -> None:
    store = Store()
    store.load(DATA.encode(), format=RdfFormat.TURTLE)
    for values, expected in ((["9", "4"], True), (["9", "8"], False)):
        made = substituted("ASK { <urn:c> <urn:p> ?o FILTER(?o = ?_n) }", {"_n": values})
        answer = store.query(made)
        assert isinstance(answer, QueryBoolean) and bool(answer) is expected


@pytest.mark.parametrize(
    "sparql",
    ["SELECT ?s { ?s ?_n+ ?o }", "SELECT ?s { VALUES (?x ?y) { (?_n 1) } }",
     "CONSTRUCT WHERE { ?s ?p ?_n }"],
)  # fmt: skip
def test_where_only_one_value_can_stand_several_are_a_mistake_that_is_seen(sparql: str) -> None:
    assert mistake_in(substituted(sparql, {"_n": ["<urn:a>"]})) is None
    assert mistake_in(substituted(sparql, {"_n": ["<urn:a>", "<urn:b>"]})) is not None


@pytest.mark.parametrize(
    ("sparql", "limit", "offset", "expected"),
    [
        ("SELECT * {}", 5, None, "SELECT * {}\nLIMIT 5\n"),
        ("SELECT * {} # all", 5, 2, "SELECT * {} # all\nLIMIT 5\nOFFSET 2\n"),
        ("SELECT * {} LIMIT 3", 5, None, "SELECT * {}  \nLIMIT 3\n"),
        ("SELECT * {} LIMIT 3", None, 2, "SELECT * {}  \nLIMIT 1\nOFFSET 2\n"),
        ("SELECT * {} offset 4 limit 9", 2, 3, "SELECT * {}    \nLIMIT 2\nOFFSET 7\n"),
        (
            "SELECT * {{SELECT * {} LIMIT 1}}",
            2,
            None,
            "SELECT * {{SELECT * {} LIMIT 1}}\nLIMIT 2\n",
        ),
        ("SELECT * {}", 10**23, None, f"SELECT * {{}}\nLIMIT {2**31 - 1}\n"),
        ("SELECT * {} LIMIT 3", None, None, "SELECT * {} LIMIT 3"),
    ],
)
def test_a_part_of_an_answer_is_a_part_of_what_the_query_gives(
    sparql: str, limit: int | None, offset: int | None, expected: str
) -> None:
    made = limited(sparql, limit, offset)
    assert made == expected and mistake_in(made) is None


def test_the_prefixes_of_a_query_are_those_that_it_declares() -> None:
    sparql = (
        "# PREFIX c: <urn:c>\nprefix a: <urn:a> PREFIX : <urn:x> SELECT ?x { ?x a:b 'PREFIX d:' }"
    )
    assert declarations(sparql) == {"a": "urn:a", "": "urn:x"}
