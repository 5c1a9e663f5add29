"""The doctor: which questions another store answers otherwise, and what shows it."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

import pytest
from pyoxigraph import RdfFormat, Store

import gcm_kg
from gcm_kg.errors import InputError
from gcm_kg.evaluation.conformance import (
    Verdict,
    answer_of,
    differing,
    examined,
    example_values,
    prepared_examples,
)
from gcm_kg.store.graph import LocalGraph, Result

DATA = """@prefix : <http://x/> .
:a :cites :treaty ; :label "a" . :b :cites :treaty ; :label "b" .
:treaty :label "Treaty" ; :number 1.0 .
"""
COUNT = """PREFIX : <http://x/>
SELECT ?what (COUNT(?who) AS ?n)
WHERE {
  ?what :label ?label .
  { SELECT ?who ?what WHERE { ?who :cites ?what }
    ORDER BY ?who
  }
}
GROUP BY ?what"""


@cache
def reference() -> LocalGraph:
    store = Store()
    store.load(DATA.encode(), format=RdfFormat.TURTLE)
    return LocalGraph(store)


class Ailing(LocalGraph):
    """A store that finds nothing where a sub-select is ordered, as one in use does."""

    def query(self, sparql: str, over: object = None) -> Result:
        if re.search(r"SELECT.*SELECT.*ORDER BY", sparql, re.DOTALL):
            sparql = "SELECT ?what ?n WHERE { ?what <http://x/nothing> ?n }"
        return super().query(sparql)


class Silent(LocalGraph):
    """A store that answers nothing."""

    def query(self, sparql: str, over: object = None) -> Result:
        raise InputError("it", "an answer", "none", "try later")


def verdict(other: LocalGraph, sparql: str, *, smallest: bool = False) -> Verdict:
    def differ(less: str) -> bool:
        return answer_of(reference(), less) != answer_of(other, less)

    (found,) = examined(reference(), other, [("count", sparql)], differ if smallest else None)
    return found


def test_a_store_that_answers_alike_is_right_whatever_the_order() -> None:
    found = verdict(LocalGraph(reference().store), COUNT)
    assert (found.right, found.expected, found.found) == (True, 1, 1)


def test_an_answer_that_lacks_rows_is_shown_with_a_smaller_query_that_lacks_them_too() -> None:
    found = verdict(Ailing(reference().store), COUNT, smallest=True)
    assert not found.right and (found.expected, found.found) == (1, 0)
    assert found.missing == (("<http://x/treaty>", "2"),) and found.extra == ()
    assert "ORDER BY ?who" in found.smallest and "?what :label ?label" not in found.smallest


def test_no_smaller_query_is_looked_for_where_nobody_asks_for_it() -> None:
    assert verdict(Ailing(reference().store), COUNT).smallest == ""


def test_a_store_that_does_not_answer_is_named_with_what_it_says() -> None:
    found = verdict(Silent(reference().store), COUNT)
    assert not found.right and "expected an answer" in found.error


@pytest.mark.parametrize("query", ["ASK { ?s ?p ?o }", "CONSTRUCT WHERE { ?s ?p ?o }"])
def test_truth_values_and_graphs_are_compared_too(query: str) -> None:
    assert verdict(LocalGraph(reference().store), query).right
    assert not verdict(LocalGraph(Store()), query).right


def test_numbers_that_are_equal_are_the_same() -> None:
    other = Store()
    other.load(DATA.replace("1.0", "1.00").encode(), format=RdfFormat.TURTLE)
    assert verdict(LocalGraph(other), "SELECT ?n WHERE { ?s <http://x/number> ?n }").right


def test_booleans_that_are_equal_are_the_same() -> None:
    ways = [f'SELECT ("{word}"^^xsd:boolean AS ?x) {{ }}' for word in ("true", "1", "false", "0")]
    true, one, false, zero = (answer_of(LocalGraph(Store()), way) for way in ways)
    assert true == one and false == zero and true != false


def test_a_question_is_asked_with_the_values_of_its_example() -> None:
    known = gcm_kg.open().questions
    assert example_values(known["recommendations-citing"])["instrument"] == ["UNTOC"]
    assert example_values(known["recommendations-per-section"]) == {}


def test_two_stores_are_asked_within_bounds_whether_they_differ(tmp_path: Path) -> None:
    stores = []
    for name, data in (("a", DATA), ("b", DATA.replace(':label "b"', ':label "c"'))):
        store = Store(str(tmp_path / name))
        store.load(data.encode(), format=RdfFormat.TURTLE)
        store.flush()
        del store
        stores.append(str(tmp_path / name))
    differ = differing(stores, seconds=20)
    assert differ("SELECT ?l WHERE { ?s <http://x/label> ?l }")
    assert not differ("SELECT ?s WHERE { ?s <http://x/cites> ?o }")
    assert not differ("SELECT this is no query")


def test_a_question_whose_example_names_nothing_here_is_skipped_and_named() -> None:
    known = gcm_kg.open().questions
    asked = [known["statements-of-part"], known["recommendations-per-section"]]
    queries, (unasked,) = prepared_examples(LocalGraph(Store()), asked)
    assert [name for name, _ in queries] == ["recommendations-per-section"]
    part = example_values(asked[0])["part"][0]
    assert (unasked.question, unasked.right) == ("statements-of-part", False)
    assert unasked.unasked == f"nothing named {part} here"


def test_an_address_at_which_nothing_answers_is_said_before_any_question() -> None:
    with pytest.raises(InputError, match="http://127.0.0.1:9/: expected"):
        gcm_kg.open().doctor("http://127.0.0.1:9/")
