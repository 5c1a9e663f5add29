"""The canned questions: their form, their answers, their parameters."""

from __future__ import annotations

import csv
import re
from functools import cache
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pyoxigraph import Store
from recorded import ANSWERS, answer, recorded

from gcm_kg.ask import prepared, rows
from gcm_kg.errors import InputError
from gcm_kg.iris import BASE
from gcm_kg.project import this_project
from gcm_kg.questions import Question, load_question, load_questions
from gcm_kg.store import open_store
from gcm_kg.tokens import substituted, tokens

QUESTIONS = load_questions(this_project().queries)
EMPTY_BY_DESIGN: set[str] = set()
"""Questions whose right answer is that there is nothing, each with its own test."""


@cache
def store() -> Store:
    return open_store(this_project())


def ask(name: str, **values: str | None) -> list[dict[str, str]]:
    names, found = rows(store(), prepared(store(), QUESTIONS[name], values))
    return [dict(zip(names, row, strict=True)) for row in found]


def write(folder: Path, text: str) -> Path:
    path = folder / "question.rq"
    path.write_text(text, "utf-8")
    return path


@pytest.mark.parametrize("name", QUESTIONS)
def test_the_answer_is_the_recorded_one(name: str) -> None:
    path = recorded(QUESTIONS[name])
    assert path.is_file(), "run python tests/recorded.py and read what it wrote"
    assert answer(store(), QUESTIONS[name]) == path.read_text("utf-8")


@pytest.mark.parametrize("name", sorted(set(QUESTIONS) - EMPTY_BY_DESIGN))
def test_the_recorded_answer_is_not_empty(name: str) -> None:
    with recorded(QUESTIONS[name]).open(encoding="utf-8") as file:
        assert len(list(csv.reader(file))) > 1


def test_every_recorded_answer_belongs_to_a_question() -> None:
    assert set(ANSWERS.iterdir()) == {recorded(question) for question in QUESTIONS.values()}


@pytest.mark.parametrize("name", QUESTIONS)
def test_the_manual_of_a_question_ends_with_an_example_of_itself(name: str) -> None:
    assert QUESTIONS[name].example.startswith(f"gcm-kg ask {name}")
    assert QUESTIONS[name].summary.endswith("?")


@pytest.mark.parametrize("name", QUESTIONS)
def test_the_order_of_an_answer_is_fixed(name: str) -> None:
    assert QUESTIONS[name].form != "SELECT" or "ORDER BY" in QUESTIONS[name].sparql


def test_untoc_is_cited_by_the_first_recommendation_to_be_ratified_and_implemented() -> None:
    found = {(r["identifier"], r["functionLabel"]) for r in ask("recommendations-citing")}
    assert found == {("III.a.1", "ratify"), ("III.a.1", "implement")}


def test_the_family_of_untoc_holds_the_two_protocols_that_supplement_it() -> None:
    found = {
        r["instrument"].removeprefix(BASE) for r in ask("recommendations-citing", scope="family")
    }
    assert found == {
        "instrument/untoc",
        "instrument/trafficking-protocol",
        "instrument/smuggling-protocol",
    }


@pytest.mark.parametrize(
    "name",
    [
        "UNTOC",
        "untoc",
        "instrument/untoc",
        f"{BASE}instrument/untoc",
        f"<{BASE}instrument/untoc>",
        "United Nations Convention against Transnational Organized Crime",
    ],
)
def test_an_instrument_is_known_by_any_of_its_names(name: str) -> None:
    assert ask("recommendations-citing", instrument=name) == ask("recommendations-citing")


def test_the_recommendations_of_the_sections_add_up_to_87() -> None:
    counts = [int(row["recommendations"]) for row in ask("recommendations-per-section")]
    assert counts == [11, 7, 17, 18, 12, 15, 7]
    assert sum(counts) == 87


def test_the_roles_of_an_actor_together_are_any_role() -> None:
    def named(role: str) -> int:
        return len(ask("recommendations-naming-actor", actor="private sector", role=role))

    assert named("any") == named("calledOn") + named("involved") + named("named") > 0


def test_a_broader_population_includes_the_narrower_ones() -> None:
    children = {row["identifier"] for row in ask("recommendations-for-population")}
    girls = {row["identifier"] for row in ask("recommendations-for-population", population="girls")}
    assert girls and girls < children


@pytest.mark.parametrize(
    ("name", "values", "expected"),
    [
        ("recommendations-citing", {"instrument": "UNTOK"}, "did you mean"),
        ("recommendations-citing", {"instrument": "IOM"}, "the name of a gcm:Instrument"),
        ("recommendations-citing", {"instrument": "x> } DELETE"}, "the name of a gcm:Instrument"),
        ("recommendations-citing", {"scope": "all"}, "direct or family"),
        ("passages-mentioning", {"thing": ""}, "the name of"),
    ],
)
def test_a_value_that_names_nothing_is_refused_in_one_line(
    name: str, values: dict[str, str | None], expected: str
) -> None:
    with pytest.raises(InputError) as error:
        prepared(store(), QUESTIONS[name], values)
    assert expected in str(error.value)
    assert "\n" not in str(error.value)


@given(st.text(max_size=40))
def test_a_literal_parameter_never_changes_the_query_around_it(value: str) -> None:
    question = QUESTIONS["participants"]
    sparql = prepared(store(), question, {"role": value})
    before = [text for kind, text in tokens(question.sparql) if kind != "string"]
    after = [text for kind, text in tokens(sparql) if kind != "string"]
    assert [t for t in after if t != "?_role"] == [t for t in before if t != "?_role"]
    rows(store(), sparql)


@given(st.text(alphabet="?_aB1 \n\"'\\<>#{}.:@", max_size=60))
def test_tokens_joined_are_the_text_again(text: str) -> None:
    assert "".join(part for _, part in tokens(text)) == text


def test_a_parameter_is_not_replaced_in_strings_iris_or_comments() -> None:
    sparql = "SELECT ?_a { ?_a ?p \"?_a\" , '''?_a''' , <urn:?_a> } # ?_a"
    assert substituted(sparql, {"_a": ["<urn:b>"]}) == (
        "SELECT <urn:b> { <urn:b> ?p \"?_a\" , '''?_a''' , <urn:?_a> } # ?_a"
    )


HEADER = "#+ summary: What?\n#+ description: All.\n#+ example: gcm-kg ask question\n"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("SELECT * { ?s ?p ?o }", "a header of #+ lines"),
        ("#+ summary: [\nSELECT * { ?s ?p ?o }", "YAML behind #+"),
        ("#+ summary: What?\nSELECT * { ?s ?p ?o }", "description"),
        (HEADER + "SELECT * { ?s ?p ?_o_iri }", "a description of o"),
        (HEADER + "SELECT * { ?s ?p ?_o_float }", "as grlc names it"),
        (
            HEADER + "#+ parameters:\n#+   o:\n#+     description: x\nSELECT * { ?s ?p ?o }",
            "remove",
        ),
        (HEADER + "SELECT * { SERVICE <urn:x> { ?s ?p ?o } }", "found SERVICE"),
        (HEADER + "SELECT * FROM <file:///x> { ?s ?p ?o }", "found FROM"),
        ("", "a header of #+ lines"),
    ],
)
def test_a_question_file_that_does_not_describe_its_query_is_refused(
    tmp_path: Path, text: str, expected: str
) -> None:
    with pytest.raises(InputError, match=re.escape(expected)) as error:
        load_question(write(tmp_path, text))
    assert "question.rq" in str(error.value)


def test_the_word_service_in_a_string_or_name_is_no_service(tmp_path: Path) -> None:
    text = HEADER + 'SELECT * { ?service ex:SERVICE "SERVICE" } # SERVICE'
    assert isinstance(load_question(write(tmp_path, text)), Question)
