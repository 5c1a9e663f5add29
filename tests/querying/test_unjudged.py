"""Of documents in which nobody has judged uptake, questions about it find nothing, and say so."""

from __future__ import annotations

from typing import Any

import pytest
from publishing import several
from querying.asked import QUESTIONS

from gcm_kg.knowledge_graph import KnowledgeGraph
from gcm_kg.project import this_project
from gcm_kg.querying.asked import why_nothing
from gcm_kg.querying.questions import Question
from gcm_kg.querying.unjudged import UPTAKE, unjudged
from gcm_kg.rdf.sparql import tokens

RESTING = [
    question
    for question in QUESTIONS.values()
    if not UPTAKE.isdisjoint(text for _, text in tokens(question.sparql))
]
WHY = "nobody has judged uptake in children and work"


def of(*keys: str) -> KnowledgeGraph:
    return KnowledgeGraph(several.graph(), this_project()).of(*keys)


def test_questions_about_the_compact_rest_on_judgements() -> None:
    about = {name for name, question in QUESTIONS.items() if "compact" in question.tags}
    assert about - {question.name for question in RESTING} == {"called-for-and-taken-up"}


@pytest.mark.parametrize("question", RESTING, ids=lambda question: question.name)
def test_where_nobody_has_judged_nothing_is_found_and_that_is_the_reason(
    question: Question,
) -> None:
    values: dict[str, Any] = (
        {"recommendation": "work:III.a.1"} if "uptake-of" in question.name else {}
    )
    unknown = of("work", "children")
    assert not unknown.ask(question.name, **values)
    assert why_nothing(unknown.data, question, values)[0] == WHY


def test_things_are_lost_only_where_somebody_has_judged() -> None:
    one, all_of_them = of("s5"), of("s5", "work", "children")
    rows = all_of_them.ask("things-lost").rows
    names = {name for row in rows for name in str(row["identifiers"]).split(", ")}
    assert {name.partition(":")[0] for name in names} == {"s5"}
    assert len(rows) == len(one.ask("things-lost"))


def test_documents_that_are_left_out_are_named_beside_an_answer() -> None:
    question = QUESTIONS["objectives-by-recommendations"]
    assert unjudged(of("s5", "work", "children").data, question) == [WHY]
    assert unjudged(of("s5").data, question) == []
    assert unjudged(of("work").data, QUESTIONS["recommendations-citing"]) == []
