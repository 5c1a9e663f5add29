"""Verbs whose object stands within: "bring the law into line"."""

from __future__ import annotations

import pytest
from extraction.sentences import asked


@pytest.mark.parametrize(
    ("sentence", "actions"),
    [
        ("Bring the penal code into line with CEDAW", ["align"]),
        ("Bring the culprits to justice and compensate victims", ["prosecute", "compensate"]),
        ("Make legal aid available to all", ["provide"]),
        ("Make plans for public parks", []),
        ("Make full use of the boats available", ["use"]),
        ("Make wishes that legal aid is available", []),
        ("Bring the guests, and paint food into line", []),
    ],
)
def test_the_words_behind_an_object_say_what_is_done_with_it(
    sentence: str, actions: list[str]
) -> None:
    assert [action for (action,) in asked(sentence).said("requestsAction")] == actions


def test_both_halves_of_such_a_verb_are_its_evidence() -> None:
    case = asked("Bring the penal code into line with CEDAW")
    (asks,) = [s for s in case.statements() if s.relation == "requestsAction"]
    assert [case.document.text[a:b] for a, b in asks.evidence] == ["Bring", "into line"]


def test_the_object_within_is_what_the_verb_makes() -> None:
    asked_for = asked("Bring domestic law into line with CEDAW").said("requestsMeasure")
    assert asked_for == [("law",)]
