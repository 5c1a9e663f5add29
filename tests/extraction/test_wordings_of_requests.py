"""Requests in other wordings: fronted, in the passive, as questions, of people described."""

from __future__ import annotations

import pytest
from extraction.sentences import asked


@pytest.mark.parametrize(
    ("sentence", "strength"),
    [
        ("The State party should examine whether fees could be waived", "explore"),
        ("Possible ways of sharing ships should be explored", "explore"),
        ("The fund should be considered", "consider"),
        ("Find out whether post offices could lend", "explore"),
        ("Prevail upon chambers of commerce to write a code", "encourage"),
        ("The State party should adopt a law that could be used", "act"),
    ],
)
def test_what_is_to_be_found_out_or_considered_is_asked_less_strongly(
    sentence: str, strength: str
) -> None:
    assert asked(sentence).said("strength") == [(strength,)]


def test_what_is_to_be_evaluated_is_no_measure_of_its_own() -> None:
    assert asked("Evaluate the national strategy on ageing").said("requestsMeasure") == [
        ("review",)
    ]


@pytest.mark.parametrize(
    ("sentence", "kind", "words"),
    [
        (
            "Through joint patrols with its neighbours, restore order",
            "Means",
            ["Through joint patrols with its neighbours"],
        ),
        ("Find boats, using satellite images", "Means", ["using satellite images"]),
        ("Help children using drugs", "Means", []),
        ("Assist persons who travel through the desert", "Means", []),
        (
            "With a view to ending overcrowding, release remand prisoners",
            "Purpose",
            ["With a view to ending overcrowding"],
        ),
        ("Find out where smugglers keep their boats", "Condition", []),
        ("Explain to children when a hearing takes place", "Condition", []),
        ("Patrol where smugglers keep boats", "Condition", ["where smugglers keep boats"]),
    ],
)
def test_means_and_purposes_may_open_and_questions_are_no_conditions(
    sentence: str, kind: str, words: list[str]
) -> None:
    assert asked(sentence).words(kind) == words


@pytest.mark.parametrize(
    ("sentence", "population"),
    [
        ("Give passports to people whom no State regards as its nationals", "stateless-persons"),
        ("Grant rest days to the crews of tankers", "seafarers"),
        ("Protect minors who arrive alone", "unaccompanied-minors"),
        ("Help persons who asked for asylum", "asylum-seekers"),
        ("Train officials who ask for more", ""),
        ("Help families with boats", "families"),
    ],
)
def test_people_are_known_by_what_is_said_of_them(sentence: str, population: str) -> None:
    found = [entity for (entity,) in asked(sentence).said("benefits")]
    assert found == ([population] if population else [])


@pytest.mark.parametrize(
    ("sentence", "involved"),
    [
        (
            "Explore, with employers and trade unions, whether to lend boats",
            ["employers", "unions"],
        ),
        ("Draw up a timetable with OHCHR", ["ohchr"]),
        ("Settle disputes over pay before labour courts", ["judiciary"]),
        ("Entrust the coordination of services to municipalities", ["local-authorities"]),
        ("Develop laws in line with what IOM says", []),
        ("Develop a plan, and speak with IOM", []),
    ],
)
def test_those_with_whom_something_is_made_are_involved(sentence: str, involved: list[str]) -> None:
    assert [actor for (actor,) in asked(sentence).said("involves")] == involved
