"""The canned questions: their form, their answers, their parameters."""

from __future__ import annotations

import csv
import re
from itertools import groupby
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from publishing import built, several
from querying.asked import QUESTIONS
from querying.recorded import ANSWERS, ELSEWHERE, OF_SEVERAL, answer, recorded
from rdflib.plugins.sparql import prepareQuery

from gcm_kg.errors import InputError
from gcm_kg.evaluation.conformance import prepared_examples
from gcm_kg.knowledge_graph import KnowledgeGraph
from gcm_kg.project import HEADERS, this_project
from gcm_kg.project import QUESTIONS as CATALOGUE
from gcm_kg.publishing.catalogue import catalogue
from gcm_kg.querying.names import named
from gcm_kg.querying.parameters import prepared
from gcm_kg.querying.questions import (
    Parameter,
    Question,
    headers_text,
    load_question,
    load_questions,
    named_question,
)
from gcm_kg.rdf import turtle
from gcm_kg.rdf.namespaces import BASE, XSD
from gcm_kg.rdf.sparql import tokens
from gcm_kg.rdf.substitution import substituted
from gcm_kg.store.graph import in_memory

GRLC_VARIABLE = re.compile(
    r"\?(?P<required>[_]{1,2})(?P<name>[a-zA-Z0-9]+)([_](?P<type>(iri)|(number)|(literal)|(integer)))?"
)
"""Parameters as grlc finds them, wherever in the file."""


HEADED = """#+ summary: What?
#+ description: All.
#+ example: gcm-kg ask question
SELECT * { ?s ?p ?o }
"""


def known() -> KnowledgeGraph:
    return built.known()


def ask(name: str, **values: Any) -> list[dict[str, str]]:
    found = known().ask(name, **values)
    return [dict(zip(found.columns, row, strict=True)) for row in found.texts()]


def write(folder: Path, text: str) -> Path:
    path = folder / "question.rq"
    path.write_text(text, "utf-8")
    return path


@pytest.mark.parametrize("name", sorted(set(QUESTIONS) - ELSEWHERE))
def test_the_answer_is_the_recorded_one(name: str) -> None:
    path = recorded(QUESTIONS[name])
    assert path.is_file(), "run python tests/querying/recorded.py and read what it wrote"
    assert answer(known().data, QUESTIONS[name]) == path.read_text("utf-8")


@pytest.mark.parametrize("name", QUESTIONS)
def test_the_answer_over_several_documents_is_the_recorded_one(name: str) -> None:
    path = recorded(QUESTIONS[name], OF_SEVERAL)
    assert path.is_file(), "run python tests/querying/recorded.py and read what it wrote"
    assert answer(several.of_all_kinds(), QUESTIONS[name]) == path.read_text("utf-8")


@pytest.mark.parametrize("name", QUESTIONS)
def test_no_recorded_answer_is_empty(name: str) -> None:
    for folder in (OF_SEVERAL,) if name in ELSEWHERE else (ANSWERS, OF_SEVERAL):
        with recorded(QUESTIONS[name], folder).open(encoding="utf-8") as file:
            assert len(list(csv.reader(file))) > 1


def test_every_recorded_answer_belongs_to_a_question() -> None:
    here = [question for name, question in QUESTIONS.items() if name not in ELSEWHERE]
    for folder, questions in ((ANSWERS, here), (OF_SEVERAL, QUESTIONS.values())):
        known = {recorded(question, folder) for question in questions}
        assert set(folder.iterdir()) == known


@pytest.mark.parametrize("name", QUESTIONS)
def test_the_manual_of_a_question_ends_with_an_example_of_itself(name: str) -> None:
    assert QUESTIONS[name].example.startswith(f"gcm-kg ask {name}")
    assert QUESTIONS[name].summary.endswith("?")


@pytest.mark.parametrize("name", QUESTIONS)
def test_the_order_of_an_answer_is_fixed(name: str) -> None:
    assert QUESTIONS[name].form != "SELECT" or "ORDER BY" in QUESTIONS[name].sparql


def test_every_example_names_what_there_is() -> None:
    _, unasked = prepared_examples(known().data, [*QUESTIONS.values()])
    assert [(verdict.question, verdict.unasked) for verdict in unasked] == []


BY_LABEL = {
    "states-named": ("state", ""),
    "actors-without-a-recommendation": ("actor", "parts"),
    "things-without-links": ("thing", ""),
    "themes-together": ("theme", "recommendations"),
}


@pytest.mark.parametrize("name", BY_LABEL)
def test_things_of_one_rank_stand_in_the_order_of_their_labels(name: str) -> None:
    column, rank = BY_LABEL[name]
    rows = known().ask(name).rows
    order = [(-float(str(row[rank])) if rank else 0, str(row[f"{column}Label"])) for row in rows]
    assert order == sorted(order)


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
        "id:instrument/untoc",
        r"id:instrument\/untoc",
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
    def count(role: str) -> int:
        return len(ask("recommendations-naming-actor", actor="private sector", role=role))

    assert count("any") == count("calledOn") + count("involved") + count("named") > 0


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
        prepared(known().data, QUESTIONS[name], values)
    assert expected in str(error.value)
    assert "\n" not in str(error.value)


@given(st.text(max_size=40))
def test_a_literal_parameter_never_changes_the_query_around_it(value: str) -> None:
    asked = 'SELECT ?x { ?x ?p "?_word" FILTER (?p = ?_word) } # ?_word'
    word = Parameter("word", "_word", "literal", "a word")
    question = Question("q", "What?", "All.", asked, (word,), "gcm-kg ask q")
    sparql = prepared(known().data, question, {"word": value})
    before = [text for kind, text in tokens(question.sparql) if kind != "string"]
    after = [text for kind, text in tokens(sparql) if kind != "string"]
    assert after == [text for text in before if text != "?_word"]
    KnowledgeGraph(in_memory([]), this_project()).sparql(sparql)  # which reads it


def test_a_word_that_is_allowed_may_be_written_in_any_case() -> None:
    same = known().prepared("concepts-by-recommendations", kind="theme")
    assert known().prepared("concepts-by-recommendations", kind="Theme") == same


def test_a_number_may_be_given_as_one() -> None:
    assert ask("themes-together", least=6) == ask("themes-together", least="6")
    assert ask("themes-together", least=[9, 6]) == ask("themes-together", least=6)
    assert len(ask("themes-together", least=6)) < len(ask("themes-together", least=4))


@pytest.mark.parametrize("value", [6.5, True, b"6", {"least": 6}, [None], [["6"]], object()])
def test_a_value_of_another_type_is_refused_in_one_line(value: Any) -> None:
    with pytest.raises(InputError, match=r"themes-together --least: expected text, a whole number"):
        ask("themes-together", least=value)


def test_a_role_is_known_by_its_label_and_without_one_all_roles_are_meant() -> None:
    moderators = ask("participants", role="Moderator")
    assert {row["roleLabel"] for row in moderators} == {"moderator"}
    everyone = ask("participants")
    assert [row for row in everyone if row["roleLabel"] == "moderator"] == moderators
    both = ask("participants", role=["moderator", "signatory"])
    assert {row["roleLabel"] for row in both} == {"moderator", "signatory"}


def test_an_unknown_role_is_refused_with_a_near_one() -> None:
    with pytest.raises(InputError, match="did you mean moderator"):
        ask("participants", role="moderater")


@pytest.mark.parametrize("limit", [-1, "x", 1.5])
def test_a_limit_that_is_none_is_refused_by_its_name(limit: Any) -> None:
    with pytest.raises(InputError, match="panels limit: expected a whole number, 0 or more"):
        known().ask("panels", limit=limit)


def test_the_questions_of_the_published_graph_are_those_of_the_project() -> None:
    project = this_project()
    headers = (project.graph / HEADERS).read_text("utf-8")
    assert headers == headers_text(project.queries), "run gcm-kg build, and commit what it writes"
    triples = catalogue(load_questions(project.queries).values())
    text = turtle.turtle(turtle.Layout().extend(triples))
    assert (project.graph / CATALOGUE).read_text("utf-8") == text


@pytest.mark.parametrize(
    "damaged", ["", "[]", '{"question": 5}', '{"question": ["x"]}', '{"question": [1, 2]}']
)
def test_headers_that_are_damaged_are_read_anew(tmp_path: Path, damaged: str) -> None:
    write(tmp_path, HEADED)
    (tmp_path / "questions.json").write_text(damaged, "utf-8")
    found = named_question(tmp_path, "question", tmp_path / "questions.json")
    assert found.summary == "What?"


def test_headers_are_those_of_the_text_as_it_is(tmp_path: Path) -> None:
    write(tmp_path, HEADED)
    headers = tmp_path / "questions.json"
    headers.write_text(headers_text(tmp_path), "utf-8")
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("gcm_kg.querying.questions._header", None)  # YAML is not read
        assert named_question(tmp_path, "question", headers).summary == "What?"
    write(tmp_path, HEADED.replace("What?", "Who?"))
    assert named_question(tmp_path, "question", headers).summary == "Who?"


def test_a_date_in_a_header_does_not_end_a_build(tmp_path: Path) -> None:
    write(tmp_path, "#+ date: 2026-01-01\n" + HEADED)
    assert '"date": "2026-01-01"' in headers_text(tmp_path)


@pytest.mark.parametrize(
    ("name", "thing"),
    [
        ("Turkiye", "actor/tr"),
        ("medecins sans frontieres", "actor/msf"),
        ("MÉDECINS SANS FRONTIÈRES", "actor/msf"),
    ],
)
def test_a_name_is_found_without_its_accents(name: str, thing: str) -> None:
    assert named(known().data, name) == BASE + thing


def test_a_name_of_several_things_means_all_of_them_where_a_question_takes_any_thing() -> None:
    found = ask("passages-mentioning", thing="private sector")
    apart = [
        ask("passages-mentioning", thing=f"{kind}/private-sector") for kind in ("actor", "theme")
    ]
    assert all(apart)
    assert {row["mention"] for row in found} == {row["mention"] for one in apart for row in one}


def test_a_name_of_several_things_of_the_class_is_refused_with_short_names_that_work() -> None:
    with pytest.raises(InputError) as error:
        named(known().data, "private sector", where="here")
    assert str(error.value).endswith("say which: actor/private-sector or theme/private-sector")
    for name in ("actor/private-sector", "theme/private-sector"):
        assert named(known().data, name) == BASE + name


def test_the_place_of_a_citation_reaches_from_its_first_words_to_its_last() -> None:
    texts = {path.stem: path.read_text("utf-8") for path in this_project().sources.glob("*.txt")}
    (text,) = texts.values()
    for name in ("recommendations-citing", "passages-citing"):
        for row in ask(name, scope="family"):
            first, *_, last = [row["quote"], *row["quote"].split(" … ")]
            stretch = text[int(row["start"]) : int(row["end"])]
            assert stretch.startswith(first.split(" … ")[0]) and stretch.endswith(last)


def test_instruments_are_ranked_by_how_many_parts_cite_them_then_split_by_function() -> None:
    found = ask("instruments-by-citations")
    cited_by = [int(row["citedBy"]) for row in found]
    assert cited_by == sorted(cited_by, reverse=True)
    groups = [key for key, _ in groupby(found, key=lambda row: row["instrument"])]
    assert len(groups) == len(set(groups)), "the rows of an instrument stand together"
    for row in found:
        citing = {r["part"] for r in ask("passages-citing", instrument=row["instrument"])}
        assert len(citing) == int(row["citedBy"])


def filled_by_grlc(question: Question) -> str:
    """The query as grlc 1.3 fills it in (gquery.get_parameters, rewrite_query_standard)."""
    query = question.sparql
    for match in GRLC_VARIABLE.finditer(question.sparql):
        (value,) = [p.default for p in question.parameters if p.name == match["name"]]
        if value:
            kind = {"iri": "<%s>", "integer": '"%s"^^xsd:integer'}.get(match["type"], '"%s"')
            query = query.replace(match[0], kind % value)
    prefix = f"PREFIX xsd: <{XSD}>"
    if "xsd:integer" in query and prefix not in query:
        query = query.replace("SELECT", f"{prefix}\n\nSELECT")
    return query


@pytest.mark.slow
@pytest.mark.parametrize("name", QUESTIONS)
def test_a_question_as_grlc_fills_it_in_is_sparql_to_both_engines(name: str) -> None:
    query = filled_by_grlc(QUESTIONS[name])
    prepareQuery(query)
    found = known().data.query(query)
    assert len(list(found)) > 0 or name in ELSEWHERE  # type: ignore[arg-type]


@given(st.text(alphabet="?_aB1 \n\"'\\<>#{}.:@", max_size=60))
def test_tokens_joined_are_the_text_again(text: str) -> None:
    assert "".join(part for _, part in tokens(text)) == text


def test_a_parameter_is_not_replaced_in_strings_iris_or_comments() -> None:
    sparql = "SELECT ?x { ?_a ?p \"?_a\" , '''?_a''' , <urn:?_a> } # ?_a"
    assert substituted(sparql, {"_a": ["<urn:b>"]}) == (
        "SELECT ?x { <urn:b> ?p \"?_a\" , '''?_a''' , <urn:?_a> } # ?_a"
    )


HEADER = "#+ summary: What?\n#+ description: All.\n#+ example: gcm-kg ask question\n"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("#+ summary: [\nSELECT * { ?s ?p ?o }", "rq:2: expected YAML behind #+"),
        (HEADER + "#+ tags: a: b\nSELECT * {}", "rq:4: expected YAML behind #+"),
        (HEADER + "SELECT * { ?s ?p ?_o_colour }", "as grlc names it"),
        (
            HEADER + "#+ parameters:\n#+   o:\n#+     description: x\nSELECT * { ?s ?p ?o }",
            "rq:5: expected parameters of the query",
        ),
        (HEADER + "SELECT * { SERVICE <urn:x> { ?s ?p ?o } }", "found SERVICE"),
        (HEADER + "SELECT * FROM <file:///x> { ?s ?p ?o }", "found FROM"),
        ("", "expected SELECT, CONSTRUCT, DESCRIBE or ASK"),
    ],
)
def test_a_question_file_that_does_not_describe_its_query_is_refused(
    tmp_path: Path, text: str, expected: str
) -> None:
    with pytest.raises(InputError, match=re.escape(expected)) as error:
        load_question(write(tmp_path, text))
    assert "question.rq" in str(error.value)


def test_the_word_service_in_a_string_or_name_is_no_service(tmp_path: Path) -> None:
    text = HEADER + 'SELECT * { ?service gcm:SERVICE "SERVICE" } # SERVICE'
    assert isinstance(load_question(write(tmp_path, text)), Question)


def test_a_default_that_a_graph_has_not_is_not_the_mistake_of_who_asks() -> None:
    """A project of one's own has not the part of the first document that a question has by
    default: a value is asked for, and no IRI shown that nobody gave."""
    with pytest.raises(InputError, match="gcm-kg list gcm:Recommendation") as raised:
        prepared(several.reviews(), QUESTIONS["recommendations-like"], {})
    assert "found nothing; the default is not in this graph" in str(raised.value)
    assert "https:" not in str(raised.value)
