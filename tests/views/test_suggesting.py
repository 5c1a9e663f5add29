"""A question in words suggests canned questions; in questions_in_words.tsv are some with the one
that is meant. Those held out were looked at by nobody while paraphrases were written."""

from __future__ import annotations

import csv
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result
from hypothesis import given, settings
from hypothesis import strategies as st
from publishing import built

from gcm_kg.cli.main import main
from gcm_kg.knowledge_graph import KnowledgeGraph

TABLE = Path(__file__).with_name("questions_in_words.tsv")
QUESTION = "which recommendations on children at borders ask to ratify something?"


def known() -> KnowledgeGraph:
    return built.known()


def rows(which: str) -> list[dict[str, str]]:
    with TABLE.open(encoding="utf-8", newline="") as file:
        return [row for row in csv.DictReader(file, delimiter="\t") if row["set"] == which]


def run(*arguments: str) -> Result:
    return CliRunner().invoke(main, list(arguments))


def share(which: str) -> float:
    """How many of the questions have the one that is meant among those suggested."""
    asked = rows(which)
    right = [
        row for row in asked
        if row["question"] in {s.question for s in known().suggest(row["words"]).questions}
    ]  # fmt: skip
    return len(right) / len(asked)


@pytest.mark.parametrize(("which", "number"), [("seen", 60), ("held out", 20)])
def test_the_right_question_is_among_three(which: str, number: int) -> None:
    assert len(rows(which)) >= number
    assert share(which) >= 0.9


def test_every_question_has_paraphrases_and_is_suggested_for_each() -> None:
    for name, question in known().questions.items():
        assert len(question.paraphrases) >= 2, name
    missed = [
        (name, paraphrase)
        for name, question in known().questions.items()
        for paraphrase in question.paraphrases
        if name not in {s.question for s in known().suggest(paraphrase).questions}
    ]
    assert len(missed) < 0.1 * sum(len(q.paraphrases) for q in known().questions.values()), missed


def test_names_are_filled_in_as_parameters_and_combined_in_a_search() -> None:
    found = known().suggest("What do recommendations on border management say for children?")
    commands = [suggestion.command for suggestion in found.questions]
    assert "gcm-kg ask recommendations-by-theme --theme 'border management'" in commands
    assert found.find == "gcm-kg find --theme 'border management' --population children"
    functions = known().suggest(QUESTION).questions
    assert any("citation-function --function" in s.command for s in functions)


def test_several_of_one_kind_are_searched_for_together_and_not_any_of_them() -> None:
    """An option that is given twice is met by one; names alone have to be met all."""
    found = known().suggest("what is said for both children and women on border management?")
    names = found.find.split(" --")[0].removeprefix("gcm-kg find ").split()
    assert sorted(names) == ["children", "women"] and "--theme 'border management'" in found.find


BY = "recommendations-made-by --maker"
TO = "recommendations-to-state --state"
WHOSE = {
    "what was recommended by Mexico": [f"{BY} Mexico"],
    "what was recommended to Mexico": [f"{TO} Mexico"],
    "which recommendations did Norway make?": [f"{BY} Norway"],
    "Norway's recommendations": [f"{BY} Norway"],
    "recommendations for the Government of Mexico": [f"{TO} Mexico"],
    "what was Mexico told to do": [f"{TO} Mexico"],
    "what do Chile and Norway recommend": [f"{BY} Chile --maker Norway"],
    "recommendations from Chile to Mexico": [f"{BY} Chile", f"{TO} Mexico"],
    "what did Spain recommend to Slovenia": [f"{BY} Spain", f"{TO} Slovenia"],
    "what did Germany ask Slovenia": [f"{BY} Germany", f"{TO} Slovenia"],
    "which recommendations did Mexico accept": ["recommendations-by-position --state Mexico"],
}  # fmt: skip


@pytest.mark.parametrize("words", WHOSE)
def test_who_recommends_and_who_is_asked_are_told_apart(words: str) -> None:
    found = [suggestion.command for suggestion in known().suggest(words).questions]
    for command in WHOSE[words]:
        assert any(one.startswith(f"gcm-kg ask {command}") for one in found), found
    commands = " ".join(WHOSE[words])
    assert BY in commands or not any(BY in one for one in found), found
    assert TO in commands or "accept" in words or not any(TO in one for one in found), found


def test_those_who_recommend_and_are_asked_are_searched_for_as_such() -> None:
    found = known().suggest("what do Chile and Norway recommend to Mexico").find
    assert found == "gcm-kg find --maker Chile --maker Norway --addressee Mexico"


def test_a_pronoun_is_no_name() -> None:
    health = "World Health Organization"
    assert health not in str(known().suggest("who recommended something to Mexico?"))
    assert health in str(known().suggest("what was recommended to WHO?"))


def test_a_part_is_named_by_its_identifier() -> None:
    (first, *_) = known().suggest("what happened to III.a.4 in the Compact?").questions
    assert first.command == "gcm-kg ask uptake-of-recommendation --recommendation III.a.4"


@pytest.mark.parametrize("row", rows("seen")[:12], ids=lambda row: row["question"])
def test_what_is_suggested_can_be_asked(row: dict[str, str]) -> None:
    for suggestion in known().suggest(row["words"]).questions:
        values: dict[str, Any] = {name: list(values) for name, values in suggestion.values.items()}
        known().ask(suggestion.question, limit=1, **values)


def test_words_alone_suggest_and_answer_nothing() -> None:
    shown = run(QUESTION)
    assert shown.exit_code == 0
    assert shown.output.count("    gcm-kg ask ") == 3 and "rows" not in shown.output
    assert run("suggest", *QUESTION.split()).output == shown.output


def test_a_word_that_is_no_command_is_wrong_use() -> None:
    assert run("asks").exit_code == 2


@settings(deadline=None)
@given(st.text(max_size=80))
def test_any_text_suggests_something_or_nothing(text: str) -> None:
    assert len(known().suggest(text).questions) <= 3
