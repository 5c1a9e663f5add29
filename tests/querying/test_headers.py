"""The headers of question files of others: what YAML makes of them, and where a mistake is."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner
from pyoxigraph import RdfFormat, parse

from gcm_kg.cli.commands.ask import _command as command_of
from gcm_kg.cli.main import main
from gcm_kg.errors import InputError
from gcm_kg.knowledge_graph import KnowledgeGraph
from gcm_kg.project import this_project
from gcm_kg.querying.parameters import prepared
from gcm_kg.querying.questions import (
    RESERVED,
    Question,
    headers_text,
    load_question,
    load_questions,
)
from gcm_kg.rdf.namespaces import XSD
from gcm_kg.store.graph import Graph, in_memory

HEAD = "#+ summary: S\n#+ parameters:\n#+   n:\n#+     description: the year\n"
QUERY = "SELECT ?x { ?x ?p ?o FILTER(?o = ?_n_integer) }\n"


def loaded(folder: Path, text: str | bytes) -> Question:
    path = folder / "q.rq"
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    return load_question(path)


def graph() -> Graph:
    text = "<urn:a> <urn:p> 1926, 'no', '2026-01-01' . <urn:b> <urn:p> 1951 ."
    return in_memory(parse(text, format=RdfFormat.TURTLE))


@pytest.mark.parametrize(
    "lines",
    ["- n: [1926, 1951]", "- n:\n#+     - 1926\n#+     - 1951", "n: [1926, 1951]",
     "- ?_n_integer: ['1926', \"1951\"]", "- x: [1]\n#+   - n: [1926, 1951]"],
)  # fmt: skip
def test_values_may_be_numbers_of_yaml(tmp_path: Path, lines: str) -> None:
    question = loaded(tmp_path, f"{HEAD}#+ enumerate:\n#+   {lines}\n{QUERY}")
    assert question.parameters[0].allowed == ("1926", "1951")
    assert "1926" in prepared(graph(), question, {"n": 1926})
    with pytest.raises(InputError, match="1926 or 1951"):
        prepared(graph(), question, {"n": 1927})


@pytest.mark.parametrize("value", ["no", "2026-01-01", "1e3", "0x1F", "~", "null", "1_000"])
def test_a_default_is_the_text_that_is_written(tmp_path: Path, value: str) -> None:
    for lines in (f"- w: {value}", f"w: {value}", f"- w: [{value}]"):
        question = loaded(tmp_path, f"#+ defaults:\n#+   {lines}\nSELECT ?x {{ ?x ?p ?_w }}")
        assert question.parameters[0].default == value
        assert f'"{value}"' in prepared(graph(), question, {})


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        ("defaults:\n#+   - n: [1926, 1951]", "rq:6: expected one default of n, found 2 of them"),
        ("defaults:\n#+   - n:", "rq:6: expected a text as defaults of n, found nothing"),
        ("defaults:\n#+   - n: {a: b}", "rq:6: expected a text as defaults of n"),
        ("enumerate:\n#+   - n: [[1]]", "rq:6: expected a text as enumerate of n"),
        ("enumerate:\n#+   - [n]", "rq:5: expected pairs behind enumerate:"),
        ("enumerate:\n#+   - n: [1]\n#+ defaults:\n#+   - n: 2", "rq:8: expected a default of n"),
        ("tags: {a: b}", "rq:5: expected texts as tags"),
        ("tags: a: b", "rq:5: expected YAML behind #+"),
        ("example: [a]", "rq:5: expected a text as example"),
        ("a: &a [x]\n#+ b: [*a, *a]", "rq:6: expected YAML behind #+, found an alias"),
        ("a: " + "[" * 50 + "]" * 50, "rq:5: expected YAML behind #+, found more than 20 levels"),
    ],
)
def test_a_mistake_in_a_header_is_named_by_its_line(
    tmp_path: Path, lines: str, expected: str
) -> None:
    with pytest.raises(InputError) as error:
        loaded(tmp_path, f"{HEAD}#+ {lines}\n{QUERY}")
    assert expected in str(error.value)


@pytest.mark.parametrize("end", ["\r\n", "\r", "\n"])
@pytest.mark.parametrize("mark", ["", "\ufeff"])
def test_line_ends_and_a_mark_make_no_difference(tmp_path: Path, end: str, mark: str) -> None:
    text = f"{HEAD}PREFIX xsd: <{XSD}>\n{QUERY}"
    question = loaded(tmp_path, (mark + text).replace("\n", end).encode())
    assert (question.sparql, question.summary) == (text, "S")
    assert load_questions(tmp_path)["q"] == question and '"S"' in headers_text(tmp_path)


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("SELECT ?x { ?x ?p ?_n_integer } LIMIT ?_n_integer", "rq:5: expected a number behind L"),
        ("SELECT ?x\n{ ?x ?p ?_n_integer }\nOFFSET ?_n_integer", "rq:7: expected a number behind"),
        ("SELECT ?x { ?x ?p ?_n_integer } LIMITS", "rq:5: expected SPARQL 1.1"),
        ("SELECT ?x {\n ?x nope:p ?_n_integer }", "rq:6: expected SPARQL 1.1"),
        ("SELECT ?x { ?x ?_n_integer ?y }", "where its parameters have values"),
        ("SELECT ?x { BIND(1 AS ?_n_integer) ?x ?p ?_n_integer }", "expected SPARQL 1.1"),
        ("SELECT ?x { ?x ?p ?_format }", "as --format is an option"),
        ("SELECT ?x { ?x ?p ?_limit_integer }", "as --limit is an option"),
        ("SELECT ?x { ?x ?p ?_help }", "as --help is an option"),
    ],
)  # fmt: skip
def test_a_mistake_in_a_query_is_named_when_it_is_loaded(
    tmp_path: Path, query: str, expected: str
) -> None:
    with pytest.raises(InputError) as error:
        loaded(tmp_path, f"{HEAD}{query}\n")
    assert expected in str(error.value) and "\n" not in str(error.value)


def test_no_parameter_is_called_as_an_option_of_all_questions_is() -> None:
    given = this_project()
    question = load_questions(given.queries, given.headers)["panels"]
    options = [option for option in command_of(question).params if option.name]
    names = {option.name for option in options}
    names |= {o.lstrip("-").replace("-", "_") for option in options for o in option.opts}
    assert names - {"o", "h"} <= RESERVED


@pytest.mark.parametrize(
    "query",
    [
        "SELECT ?_n_integer ?x { ?x ?p ?_n_integer }",
        "SELECT ?_n_integer (COUNT(*) AS ?c) { ?x ?p ?_n_integer } GROUP BY ?_n_integer",
        "SELECT ?x { ?x ?p ?o FILTER(!BOUND(?__n_integer) || ?o = ?__n_integer) }",
        "SELECT ?x { VALUES ?o { ?_n_integer } ?x ?p ?o }",
        "ASK { ?x ?p ?_n_integer }",
    ],
)
def test_a_parameter_may_stand_where_only_a_variable_can(tmp_path: Path, query: str) -> None:
    question = loaded(tmp_path, f"{HEAD}{query}\n")
    known = graph()
    for values in ({"n": 1926}, {"n": [1926, 1951]}):
        assert known.query(prepared(known, question, values))


def test_of_an_optional_parameter_all_is_meant_where_it_is_not_given(tmp_path: Path) -> None:
    query = "SELECT ?x { ?x ?p ?o FILTER(!BOUND(?__n_integer) || ?o = ?__n_integer) }"
    question, known = loaded(tmp_path, f"{HEAD}{query}\n"), graph()
    assert len(list(known.select(prepared(known, question, {})))) == 4
    assert len(list(known.select(prepared(known, question, {"n": 1951})))) == 1
    assert len(list(known.select(prepared(known, question, {"n": [1926, 1951]})))) == 2


def test_files_for_grlc_need_no_more_than_grlc_asks_for(tmp_path: Path) -> None:
    text = """#+ endpoint: http://example.org/sparql
#+ transform: {
#+     "id": "?p"
#+   }
#+ enumerate:
#+   - o8

select * where {
 ?s ?p ?_o1 , ?_o2_iri , ?_o3_number , ?_o4_literal , ?_o5_en , ?_o6_integer , ?_o7_xsd_date ,
  ?_o8_string , ?__o9_date } LIMIT 5
"""
    question = loaded(tmp_path, text)
    assert (question.summary, question.example) == ("q", "gcm-kg ask q")
    values = {f"o{i}": "1" for i in range(1, 9)} | {"o2": "urn:kind", "o7": "2026-01-01"}
    known = in_memory(parse("<urn:kind> a <urn:k> .", format=RdfFormat.TURTLE))
    made = prepared(known, question, values)
    for term in ('"1"@en', '"1"^^<', '"2026-01-01"^^<', ' "1" ,'):
        assert term in made
    with pytest.raises(InputError, match="a value of xsd:date"):
        prepared(known, question, values | {"o7": "yesterday"})
    with pytest.raises(InputError, match="a number"):
        prepared(known, question, values | {"o3": "three"})


def test_of_our_files_more_is_asked() -> None:
    for question in load_questions(this_project().queries).values():
        assert question.summary.endswith("?") and len(question.description) > 20
        assert question.example.startswith(f"gcm-kg ask {question.name}")
        for parameter in question.parameters:
            assert not parameter.description.startswith("the value of")
            line = f"PREFIX xsd: <{XSD}>"
            assert parameter.kind != "integer" or line in question.sparql.split("\n")


def test_a_limit_is_one_of_what_the_query_gives(tmp_path: Path) -> None:
    folder = tmp_path / "queries"
    folder.mkdir()
    loaded(folder, "SELECT ?o { ?x ?p ?o } ORDER BY STR(?o) LIMIT 3 # three")
    project = this_project()

    class Other(type(project)):  # type: ignore[misc]
        queries = folder
        headers = tmp_path / "none.json"

    known = KnowledgeGraph(graph(), Other(project.root))
    assert len(known.ask("q")) == 3
    assert len(known.ask("q", limit=2)) == 2
    assert len(known.ask("q", limit=2, offset=2)) == 1
    assert len(known.ask("q", limit=10**23)) == 3


def test_a_huge_limit_is_no_error_on_the_command_line() -> None:
    done = CliRunner().invoke(main, ["ask", "panels", "--limit", "9" * 23, "--format", "csv"])
    assert done.exit_code == 0 and len(done.output.splitlines()) > 3
