"""The formats of answers."""

from __future__ import annotations

import csv
import io
import json

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pyoxigraph import Literal, NamedNode, QueryTriples, RdfFormat, Store, parse

from gcm_kg.errors import InputError
from gcm_kg.querying.results import GRAPH_FORMATS, markdown, serialized, solutions, texts

TEXT = st.text(st.characters(exclude_categories=["Cs"]), max_size=20)
LINES = '@prefix : <urn:> . :a :b :c, "x|y"@en . :d :e 5 .'


def store() -> Store:
    filled = Store()
    filled.load(LINES.encode(), format=RdfFormat.TURTLE)
    return filled


@given(st.lists(st.tuples(TEXT, TEXT), max_size=4))
def test_rows_of_terms_come_back_from_json_as_they_were(rows: list[tuple[str, str]]) -> None:
    terms = [[Literal(a), Literal(b, language="en")] for a, b in rows]
    found = json.loads(serialized(solutions(("one", "two"), terms), "json"))
    values = [(r["one"]["value"], r["two"]["value"]) for r in found["results"]["bindings"]]
    assert values == rows


def test_rows_keep_their_order_and_what_is_missing() -> None:
    rows: list[list[Literal | NamedNode | None]] = [
        [Literal("b"), None],
        [None, NamedNode("urn:x")],
        [Literal("a"), Literal(3)],
    ]
    assert texts(solutions(("one", "two"), rows))[1] == [["b", ""], ["", "urn:x"], ["a", "3"]]


@given(st.lists(st.tuples(TEXT, TEXT), min_size=1, max_size=4))
def test_csv_is_read_back_by_any_reader(rows: list[tuple[str, str]]) -> None:
    terms = [[Literal(a), Literal(b)] for a, b in rows]
    text = serialized(solutions(("one", "two"), terms), "csv")
    found = list(csv.reader(io.StringIO(text, newline="")))
    assert found[0] == ["one", "two"]
    assert len(found) == len(rows) + 1


@given(st.lists(st.tuples(TEXT, TEXT), max_size=4))
def test_a_row_of_markdown_is_one_line_with_as_many_cells(rows: list[tuple[str, str]]) -> None:
    lines = markdown(("one", "two"), rows).split("\n")[:-1]
    assert len(lines) == len(rows) + 2
    for line in lines:
        assert line.replace("\\\\", "").replace("\\|", "").count("|") == 3


@pytest.mark.parametrize("form", GRAPH_FORMATS)
def test_a_graph_is_the_same_in_every_format(form: str) -> None:
    answer = store().query("CONSTRUCT { ?s ?p ?o } WHERE { ?s ?p ?o }")
    media = {
        "turtle": RdfFormat.TURTLE, "trig": RdfFormat.TRIG, "jsonld": RdfFormat.JSON_LD,
        "ntriples": RdfFormat.N_TRIPLES, "nquads": RdfFormat.N_QUADS, "rdfxml": RdfFormat.RDF_XML,
    }  # fmt: skip
    assert isinstance(answer, QueryTriples)
    found = parse(serialized(answer, form).encode(), format=media[form])
    assert {quad.triple for quad in found} == {quad.triple for quad in store()}


def test_a_graph_with_blank_nodes_is_written_too() -> None:
    answer = store().query("CONSTRUCT { [] ?p ?o } WHERE { ?s ?p ?o }")
    assert len(list(parse(serialized(answer, "turtle").encode(), format=RdfFormat.TURTLE))) == 3


def test_true_and_false_have_words() -> None:
    assert serialized(store().query("ASK { ?s ?p ?o }"), "table") == "true\n"
    assert json.loads(serialized(store().query("ASK { ?s ?p 6 }")))["boolean"] is False


@pytest.mark.parametrize(
    ("query", "form"),
    [
        ("SELECT * { ?s ?p ?o }", "turtle"),
        ("CONSTRUCT WHERE { ?s ?p ?o }", "csv"),
        ("ASK {}", "trig"),
    ],
)
def test_a_format_that_an_answer_has_not_is_refused(query: str, form: str) -> None:
    with pytest.raises(InputError, match="--format"):
        serialized(store().query(query), form)
