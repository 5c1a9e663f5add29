"""Terms take the places of variables: one as it stands, several as a VALUES block."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pyoxigraph import QueryBoolean, QuerySolutions, QueryTriples, RdfFormat, Store

from gcm_kg.errors import InputError
from gcm_kg.rdf.sparql import (
    alias_in_having,
    form,
    parameters,
    reaches_out,
    refuse,
    tokens,
    unclosed,
    undeclared,
)
from gcm_kg.rdf.substitution import substituted
from gcm_kg.store.graph import mistake_in

A, B = "<urn:a>", "<urn:b>"
DATA = """
<urn:a> <urn:p> 1, 2 ; <urn:kind> "x" .
<urn:b> <urn:p> 2, 3 ; <urn:kind> "y" .
<urn:c> <urn:p> 4 ; <urn:kind> "y" .
"""


def store() -> Store:
    filled = Store()
    filled.load(DATA.encode(), format=RdfFormat.TURTLE)
    return filled


def asked(sparql: str, **terms: list[str]) -> list[tuple[str, ...]]:
    answer = store().query(substituted(sparql, {f"_{k}": v for k, v in terms.items()}))
    assert isinstance(answer, QuerySolutions)
    return [tuple("" if v is None else v.value for v in row) for row in answer]


def test_a_single_term_stands_where_its_variable_stood() -> None:
    assert substituted("SELECT ?x { ?_a ?x $_a }", {"_a": [A]}) == f"SELECT ?x {{ {A} ?x {A} }}"


def test_a_variable_without_a_term_stays_one() -> None:
    sparql = "SELECT ?x { ?x <urn:kind> ?__kind }"
    assert substituted(sparql, {}) == sparql
    assert set(asked(sparql)) == {("urn:a",), ("urn:b",), ("urn:c",)}


@pytest.mark.parametrize(
    ("sparql", "expected"),
    [
        ("SELECT ?x { ?_s <urn:p> ?x } ORDER BY ?x", ["1", "2", "3"]),
        ("SELECT DISTINCT ?x { ?_s <urn:p> ?x } ORDER BY ?x", ["1", "2", "3"]),
        ("SELECT ?x { { ?_s <urn:p> ?x } UNION { ?x ?p ?_s } } ORDER BY ?x", ["1", "2", "3"]),
        ("SELECT ?x { { SELECT ?x { ?_s <urn:p> ?x } } } ORDER BY ?x", ["1", "2", "3"]),
        ("SELECT ?x { ?s <urn:p> ?x FILTER (?s = ?_s) } ORDER BY ?x", ["1", "2", "3"]),
        (
            "SELECT ?x { ?s <urn:p> ?x FILTER EXISTS { ?s <urn:p> ?x FILTER (?s = ?_s) } }"
            " ORDER BY ?x",
            ["1", "2", "3"],
        ),
        ("SELECT (COUNT(?x) AS ?n) { ?_s <urn:p> ?x }", ["4"]),
        ("SELECT (COUNT(DISTINCT ?x) AS ?n) { ?_s <urn:p> ?x }", ["3"]),
        ("SELECT ?x { OPTIONAL { ?_s <urn:p> ?x } } ORDER BY ?x", ["1", "2", "3"]),
        ("SELECT ?x { ?t <urn:p> ?x MINUS { ?_s <urn:p> ?x } }", ["4"]),
    ],
)
def test_of_several_terms_each_is_tried(sparql: str, expected: list[str]) -> None:
    found = [row[0] for row in asked(sparql, s=[A, B])]
    assert found == expected


def test_two_parameters_of_several_terms_are_tried_together() -> None:
    sparql = "SELECT ?s ?n { ?s <urn:kind> ?_k ; <urn:p> ?n FILTER (?n = ?_n) } ORDER BY ?s ?n"
    found = asked(sparql, k=['"x"', '"y"'], n=["2", "4"])
    assert found == [("urn:a", "2"), ("urn:b", "2"), ("urn:c", "4")]


def test_one_term_and_several_stand_in_one_query() -> None:
    sparql = "SELECT ?n { ?_s <urn:kind> ?_k ; <urn:p> ?n } ORDER BY ?n"
    assert asked(sparql, k=['"y"'], s=[A, B]) == [("2",), ("3",)]


def test_a_row_that_two_terms_give_stands_once() -> None:
    assert asked("SELECT ?x { ?_s <urn:p> ?x FILTER (?x = 2) }", s=[A, B]) == [("2",)]
    assert substituted("SELECT ?x { ?_s ?p ?x }", {"_s": [A]}) == f"SELECT ?x {{ {A} ?p ?x }}"


def test_the_template_of_a_construct_has_no_block_and_is_no_select() -> None:
    sparql = "CONSTRUCT { ?_s <urn:q> ?x } WHERE { ?_s <urn:p> ?x }"
    made = substituted(sparql, {"_s": [A, B]})
    assert made.count("VALUES") == 1 and "DISTINCT" not in made
    answer = store().query(made)
    assert isinstance(answer, QueryTriples)
    assert len(list(answer)) == 4
    found = store().query(substituted("ASK { ?_s <urn:p> 3 }", {"_s": [A, B]}))
    assert isinstance(found, QueryBoolean) and bool(found)


def test_a_variable_in_a_comment_string_or_iri_opens_no_block() -> None:
    sparql = "SELECT ?x { ?x ?p \"?_s\" # { ?_s\n { ?_s ?q '{' } }"
    made = substituted(sparql, {"_s": [A, B]})
    assert made.count("VALUES") == 1
    assert f"{{ VALUES ?_s {{ {A} {B} }} ?_s ?q" in made


@given(st.lists(st.sampled_from([A, B, "<urn:c>", "<urn:d>"]), min_size=1, max_size=4, unique=True))
def test_several_terms_give_what_each_of_them_gives(terms: list[str]) -> None:
    sparql = "SELECT ?s ?x { ?s <urn:p> ?x FILTER (?s = ?_s) } ORDER BY ?s ?x"
    apart = {row for term in terms for row in asked(sparql, s=[term])}
    assert set(asked(sparql, s=terms)) == apart


def test_parameters_are_found_in_order_and_once() -> None:
    sparql = "SELECT ?x { ?_b_iri ?x $__a . ?_b_iri ?y '?_c' } # ?_d"
    assert parameters(sparql) == ["_b_iri", "__a"]


@pytest.mark.parametrize(
    ("sparql", "expected"),
    [
        ("SELECT ?x { SERVICE <urn:e> { ?x ?y ?z } }", True),
        ("SELECT ?x { service silent ?e { ?x ?y ?z } }", True),
        ("SELECT ?x { FILTER(trueSERVICE a:) }", True),
        ("PREFIX service: <urn:> SELECT ?x { ?x service:a ?y }", False),
        (
            "PREFIX service: <urn:> SELECT ?x { ?x a service:Service . ?x service:p service:q }",
            False,
        ),
        ("PREFIX myservice: <urn:> SELECT ?x { ?x myservice:a ?y }", False),
        ("PREFIX service: <urn:> SELECT ?x { service:a { ?x ?y ?z } }", True),
        ("PREFIX service: <urn:> SELECT ?x { SERVICE service:a { ?x ?y ?z } }", True),
        ("PREFIX service: <urn:> SELECT ?x { ?x ?y ?z . SERVICE:a#\n{ ?x ?y ?z } }", True),
        ("SELECT ?x { ?x service:a ?y }", True),
        ("SELECT ?service { ?service <urn:SERVICE> 'SERVICE' } # SERVICE", False),
        ("SELECT ?x { ?x a:SERVICE ?y }", False),
    ],
)
def test_a_question_to_another_endpoint_is_known(sparql: str, expected: bool) -> None:
    assert reaches_out(sparql) == expected


@pytest.mark.parametrize(
    ("sparql", "expected"),
    [
        ("# ASK\nSELECT ?ask { }", "SELECT"),
        ("PREFIX select: <urn:> construct { } WHERE { }", "CONSTRUCT"),
        ("describe <urn:a>", "DESCRIBE"),
        ("INSERT DATA { }", ""),
        ("", ""),
    ],
)
def test_the_form_of_a_query_is_its_first_keyword(sparql: str, expected: str) -> None:
    assert form(sparql) == expected


@pytest.mark.parametrize(
    ("sparql", "left"),
    [
        ("ASK { ?x ?y 'a }", "'a }"),
        ('ASK { ?x ?y "a\n" }', '"a\n" }'),
        ("ASK { ?x ?y 'a' }", ""),
        ("ASK { ?x ?y '''a\n'b''' }", ""),
    ],
)
def test_a_string_that_does_not_end_is_found(sparql: str, left: str) -> None:
    assert unclosed(sparql).endswith(left) and bool(unclosed(sparql)) == bool(left)
    assert "".join(text for _, text in tokens(sparql)) == sparql


@pytest.mark.parametrize(
    ("sparql", "expected"),
    [
        ("SELECT ?x { ?x a wd:Q1 ; wdt:P1 ?y }", "wd:"),
        ("PREFIX wd: <urn:> SELECT ?x { ?x a wd:Q1 ; wdt:P1 ?y }", "wdt:"),
        ("SELECT ?x { ?x a :Q1 }", ":"),
        ("SELECT ?x { ?x a gcm:Theme , 'wd:x' , <wd:x> } # wd:x", ""),
    ],
)
def test_the_prefix_that_is_not_declared_is_named(sparql: str, expected: str) -> None:
    assert undeclared(sparql, {"gcm"}) == expected
    found = mistake_in(sparql)
    assert not expected or (found and f"the prefix {expected} is not declared" in found[1])


@pytest.mark.parametrize(
    ("sparql", "expected"),
    [
        ("SELECT ?t (COUNT(*) AS ?n) { ?x a ?t } GROUP BY ?t HAVING (?n > 5)", "?n"),
        ("SELECT ?t (COUNT(*) AS ?n) { ?x a ?t } GROUP BY ?t HAVING (COUNT(*) > 5)", ""),
        ("SELECT ?t (COUNT(*) AS ?n) { ?x a ?t } GROUP BY ?t HAVING (?t > 5) ORDER BY ?n", ""),
        ("SELECT * { { SELECT (SUM(?x) AS ?n) { ?x a ?t } HAVING (?n > 5) } }", "?n"),
    ],
)
def test_an_alias_that_has_no_value_in_having_is_found(sparql: str, expected: str) -> None:
    assert alias_in_having(sparql) == expected


@pytest.mark.parametrize(
    "sparql",
    [
        "SELECT * " + "{" * 300 + "}" * 300,
        "ASK { FILTER(" + "EXISTS { FILTER(" * 150 + "true" + ")}" * 150 + ") }",
        "SELECT (" + "IF(true, 1, " * 250 + "2" + ")" * 250 + " AS ?x) {}",
        "ASK { FILTER(" + "!" * 300 + "true) }",
        "ASK { ?x " + "(" * 300 + "a" + ")" * 300 + " ?y }",
        "ASK { ?x ?y " + "[ ?z " * 300 + "1" + "]" * 300 + " }",
    ],
)
def test_what_is_nested_too_deeply_never_reaches_the_engine(sparql: str) -> None:
    with pytest.raises(InputError, match="at most 200 brackets"):
        refuse(sparql, service=False)


def test_what_people_nest_is_let_through() -> None:
    refuse("SELECT * " + "{" * 100 + "}" * 100 + ' # {{{ "(((', service=False)
    refuse("SELECT * { ?x ?y '" + "{" * 500 + "' }", service=False)
