"""The formats of answers."""

from __future__ import annotations

import csv
import io
import json
import pickle
import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pyoxigraph import (
    BlankNode,
    Literal,
    NamedNode,
    QueryBoolean,
    QueryResultsFormat,
    QuerySolutions,
    RdfFormat,
    Store,
    Triple,
    parse,
    parse_query_results,
)

import gcm_kg
from gcm_kg.errors import InputError
from gcm_kg.querying.answers import Answer
from gcm_kg.querying.results import GRAPH_FORMATS, Terms, markdown, rows_text, truth_text
from gcm_kg.store.graph import LocalGraph, text_of

TEXT = st.text(st.characters(exclude_categories=["Cs"]), max_size=20)
LINES = '@prefix : <urn:> . :a :b :c, "x|y"@en . :d :e 5 .'


def store() -> Store:
    filled = Store()
    filled.load(LINES.encode(), format=RdfFormat.TURTLE)
    return filled


def asked(query: str) -> Answer:
    return Answer(LocalGraph(store()).query(query), query)


@given(st.lists(st.tuples(TEXT, TEXT), max_size=4))
def test_rows_of_terms_come_back_from_json_as_they_were(rows: list[tuple[str, str]]) -> None:
    terms = [[Literal(a), Literal(b, language="en")] for a, b in rows]
    found = json.loads(rows_text(("one", "two"), terms, "json"))
    values = [(r["one"]["value"], r["two"]["value"]) for r in found["results"]["bindings"]]
    assert values == rows


def test_rows_keep_their_order_and_what_is_missing() -> None:
    rows: list[list[Literal | NamedNode | None]] = [
        [Literal("b"), None],
        [None, NamedNode("urn:x")],
        [Literal("a"), Literal(3)],
    ]
    assert [[text_of(term) for term in row] for row in rows] == [
        ["b", ""], ["", "urn:x"], ["a", "3"]
    ]  # fmt: skip
    (_, *lines) = rows_text(("one", "two"), rows, "tsv").splitlines()
    assert lines == ['"b"\t', "\t<urn:x>", '"a"\t3']


@given(st.lists(st.tuples(TEXT, TEXT), min_size=1, max_size=4))
def test_csv_is_read_back_by_any_reader(rows: list[tuple[str, str]]) -> None:
    terms = [[Literal(a), Literal(b)] for a, b in rows]
    text = rows_text(("one", "two"), terms, "csv")
    found = list(csv.reader(io.StringIO(text, newline="")))
    assert found == [["one", "two"], *map(list, rows)]


@given(st.lists(st.tuples(TEXT, TEXT), max_size=4))
def test_a_row_of_markdown_is_one_line_with_as_many_cells(rows: list[tuple[str, str]]) -> None:
    lines = markdown(("one", "two"), rows).split("\n")[:-1]
    assert len(lines) == len(rows) + 2
    for line in lines:
        assert line.replace("\\\\", "").replace("\\|", "").count("|") == 3


@pytest.mark.parametrize("form", GRAPH_FORMATS)
def test_a_graph_is_the_same_in_every_format(form: str) -> None:
    answer = asked("CONSTRUCT { ?s ?p ?o } WHERE { ?s ?p ?o }")
    media = {
        "turtle": RdfFormat.TURTLE, "trig": RdfFormat.TRIG, "jsonld": RdfFormat.JSON_LD,
        "ntriples": RdfFormat.N_TRIPLES, "nquads": RdfFormat.N_QUADS, "rdfxml": RdfFormat.RDF_XML,
    }  # fmt: skip
    found = parse(answer.serialize(form).encode(), format=media[form])
    assert {quad.triple for quad in found} == {quad.triple for quad in store()}


def test_a_graph_with_blank_nodes_is_written_too() -> None:
    answer = asked("CONSTRUCT { [] ?p ?o } WHERE { ?s ?p ?o }")
    assert len(list(parse(answer.serialize("turtle").encode(), format=RdfFormat.TURTLE))) == 3


def test_true_and_false_have_words() -> None:
    assert asked("ASK { ?s ?p ?o }").serialize("table") == "true\n"
    assert json.loads(asked("ASK { ?s ?p 6 }").serialize())["boolean"] is False


@pytest.mark.parametrize(
    ("query", "form"),
    [
        ("SELECT * { ?s ?p ?o }", "turtle"),
        ("CONSTRUCT WHERE { ?s ?p ?o }", "csv"),
        ("ASK {}", "trig"),
    ],
)
def test_a_format_that_an_answer_has_not_is_refused(query: str, form: str) -> None:
    with pytest.raises(InputError, match="the format: expected one of"):
        asked(query).serialize(form)


@pytest.mark.parametrize("form", ["json", "csv", "tsv"])
def test_rows_are_written_as_the_engine_writes_them(form: str) -> None:
    query = """SELECT ?s ?o ?b ?none WHERE { ?s ?p ?o
        BIND (IF(isIRI(?o), 1.5, "tab\\t\\"quote\\"\\nline"@en) AS ?b) } ORDER BY ?s ?o"""
    media = {"json": QueryResultsFormat.JSON, "csv": QueryResultsFormat.CSV,
             "tsv": QueryResultsFormat.TSV}  # fmt: skip
    found = store().query(query)
    assert isinstance(found, QuerySolutions)
    theirs = (found.serialize(format=media[form]) or b"").decode()
    ours = asked(query).serialize(form)
    assert (json.loads(ours), 0) == (json.loads(theirs), 0) if form == "json" else ours == theirs


def test_a_cell_with_a_comma_is_quoted_whatever_it_is() -> None:
    text = rows_text(("thing",), [[NamedNode("urn:a,b")]], "csv")
    assert list(csv.reader(io.StringIO(text)))[1] == ["urn:a,b"]


def test_an_answer_is_its_rows_its_columns_and_its_truth() -> None:
    rows = asked("SELECT ?s ?o { ?s ?p ?o } ORDER BY isNumeric(?o) ?o")
    assert (rows.columns, len(rows), rows[-1]) == (["s", "o"], 3, {"s": "urn:d", "o": 5})
    assert list(rows) == rows.rows and rows[:1] == rows.rows[:1]
    assert (rows.boolean, rows.graph, bool(rows)) == (None, None, True)
    assert not asked("SELECT * { ?s ?p 7 }")
    truth = asked("ASK { ?s ?p 5 }")
    assert (truth.boolean, bool(truth), truth.rows, truth.graph) == (True, True, [], None)
    graph = asked("CONSTRUCT WHERE { ?s ?p ?o }")
    assert graph.graph is not None and len(graph.graph) == 3 and graph and not graph.rows


def test_an_answer_can_be_sent_to_another_process() -> None:
    known = gcm_kg.open()
    for answer in (known.ask("panels"), known.sparql("ASK {}")):
        again = pickle.loads(pickle.dumps(answer))
        assert (again.rows, again.boolean) == (answer.rows, answer.boolean)


def test_a_graph_is_no_data_frame() -> None:
    with pytest.raises(InputError, match="expected rows, found a graph"):
        asked("CONSTRUCT WHERE { ?s ?p ?o }").to_pandas()


def test_a_notebook_is_shown_a_table_in_which_nothing_is_markup() -> None:
    html = asked('SELECT ("<b>&" AS ?x) ?s { ?s ?p 5 }')._repr_html_()
    assert "<td>&lt;b&gt;&amp;</td><td>urn:d</td>" in html and "<th>x</th>" in html
    assert "&lt;urn:d&gt;" in asked("DESCRIBE <urn:d>")._repr_html_()
    assert "true" in asked("ASK {}")._repr_html_()


@pytest.mark.parametrize("package", ["pandas", "polars"])
def test_a_package_that_is_not_installed_is_named_with_what_brings_it(
    package: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, package, None)
    with pytest.raises(InputError, match=rf"package {package}, .* 'gcm-kg\[frames\]'"):
        getattr(asked("SELECT * { ?s ?p 7 }"), f"to_{package}")()


def test_rows_become_a_data_frame_where_pandas_is_installed() -> None:
    pandas = pytest.importorskip("pandas")
    frame = asked("SELECT ?s ?o { ?s ?p ?o FILTER (isNumeric(?o)) }").to_pandas()
    assert isinstance(frame, pandas.DataFrame)
    assert list(frame.columns) == ["s", "o"] and frame["o"].sum() == 5
    assert list(asked("SELECT ?s { ?s ?p 7 }").to_pandas().columns) == ["s"]


def test_rows_become_a_data_frame_where_polars_is_installed() -> None:
    polars = pytest.importorskip("polars")
    frame = asked("SELECT ?s ?o { ?s ?p ?o FILTER (isNumeric(?o)) }").to_polars()
    assert isinstance(frame, polars.DataFrame) and frame.rows() == [("urn:d", 5)]


def test_a_carriage_return_is_written_so_that_xml_keeps_it() -> None:
    assert "a&#13;\nb" in rows_text(["x"], [(Literal("a\r\nb"),)], "xml")


def test_results_in_xml_are_read_back_as_they_were() -> None:
    rows: list[Terms] = [
        (NamedNode("http://e/a?b=1&c=d"), Literal('<&>\r\n"x"', language="en")),
        (BlankNode("b"), None),
        (Triple(NamedNode("urn:a"), NamedNode("urn:b"), Literal("c")), Literal(1)),
    ]
    text = rows_text(["x", "y"], rows, "xml")
    found = parse_query_results(text.encode(), format=QueryResultsFormat.XML)
    assert isinstance(found, QuerySolutions)
    back = [tuple(row) for row in found]
    assert back[0] == rows[0] and back[2] == rows[2] and back[1][1] is None
    assert "\x1b" not in rows_text(["x"], [(Literal("a\x1b[31m\x00"),)], "xml")
    for value in (True, False):
        truth = parse_query_results(
            truth_text(value, "xml").encode(), format=QueryResultsFormat.XML
        )
        assert isinstance(truth, QueryBoolean) and bool(truth) is value


@given(st.lists(st.tuples(TEXT, TEXT), max_size=4))
def test_whatever_a_cell_holds_a_row_of_csv_is_one(cells: list[tuple[str, str]]) -> None:
    rows = [(Literal(a), Literal(b)) for a, b in cells]
    text = rows_text(["x", "y"], rows, "csv")
    read = list(csv.reader(io.StringIO(text, newline="")))
    assert read[1:] == [[a, b] for a, b in cells]


def test_an_iri_with_a_comma_is_one_cell() -> None:
    iri = "http://e/a,b"
    assert (
        rows_text(["x", "y"], [(NamedNode(iri), Literal(1))], "csv").split("\r\n")[1]
        == f'"{iri}",1'
    )
