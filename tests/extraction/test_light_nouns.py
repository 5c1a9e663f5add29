"""What is asked for behind nouns that say little of it, and by verbs that hold their measure."""

from __future__ import annotations

import pytest
from extraction.sentences import asked


@pytest.mark.parametrize(
    ("sentence", "measures"),
    [
        ("Speed up the process of formulating a law on ferries", ["law"]),
        ("Provide a process for ferries", ["mechanism"]),
        ("Accelerate the elaboration of a plan for ferries", ["policy"]),
        ("Ensure that key pieces of legislation are clear", ["law"]),
        ("Read the passage of the novel", []),
        ("Amend its legislation accordingly", ["law"]),
        ("Amend its novels accordingly", []),
        ("Strengthen legal measures for cooks", ["law"]),
        ("Sign the Optional Protocol to the Convention against Torture", ["law"]),
        ("Sign a protocol on radio calls", ["guidelines"]),
        ("The right to strike should be enshrined in law", ["law"]),
        ("The right to strike should be seen in law", []),
        ("Provide access to housing, radios and literacy courses", ["service", "training"]),
        ("Provide access to detention centres", ["service"]),
        ("Open detention centres to lawyers", ["body"]),
        ("Ensure that cooks of all ferries are duly trained", ["training"]),
        ("Ensure that cooks who are trained find a berth", []),
        ("Ensure that no cooks are trained", []),
        ("Ensure that thefts are investigated", ["enforcement"]),
        ("Continue with the plan for ferries", ["policy"]),
        ("Hold owners of ferries accountable", ["enforcement"]),
        ("Hold owners of ferries dear", []),
        ("Report every year to the Assembly", ["review"]),
        ("Report thieves to the harbour master", []),
        ("Forbid owners to keep wages back", ["law"]),
        ("Bring together cooks of both shores", ["partnership"]),
        ("Set aside a tenth of the fees", ["finance"]),
    ],
)
def test_a_measure_is_what_is_meant_and_not_the_noun_before_it(
    sentence: str, measures: list[str]
) -> None:
    assert asked(sentence).said("requestsMeasure") == [(measure,) for measure in measures]


@pytest.mark.parametrize(
    ("sentence", "purposes"),
    [
        ("Take all necessary actions to teach cooks", []),
        ("Do everything within its reach to teach cooks", []),
        ("Hear sailors who are determined to teach cooks", []),
        ("Continue its work to teach cooks", []),
        ("Build ferries to teach cooks", ["to teach cooks"]),
    ],
)
def test_what_an_effort_is_made_for_is_asked_itself(sentence: str, purposes: list[str]) -> None:
    assert asked(sentence).words("Purpose") == purposes


def test_who_continues_to_work_to_do_something_is_asked_to_do_it() -> None:
    assert asked("Continue to work to train all cooks").said("requestsAction") == [("train",)]
