"""A whole sentence that recommends asks for what its verb says, wherever that stands."""

from __future__ import annotations

import pytest
from extraction.sentences import asked


@pytest.mark.parametrize(
    ("sentence", "action"),
    [
        ("The Committee urges the State party to ratify the Convention.", "ratify"),
        ("The Committee recommends that the State party ratify the Convention.", "ratify"),
        ("It was recommended that States should train the police.", "train"),
        ("The State party should train judges.", "train"),
        ("The State party should, as a matter of priority, train judges.", "train"),
        ("Calls upon States that have not done so to ratify the Convention;", "ratify"),
        ("Testland will train the police by 2030.", "train"),
        ("We commit to train the police.", "train"),
        ("UNHCR is recommended to train the police.", "train"),
        ("That the State train the police", "train"),
        ("That the sailors be involved in the reading of the law", "involve"),
    ],
)
def test_the_verb_that_is_asked_for_is_the_action(sentence: str, action: str) -> None:
    assert (action,) in asked(sentence).said("requestsAction")


@pytest.mark.parametrize(
    "sentence",
    [
        "For sailors who return, train nurses",
        "On the pier, train nurses",
        "Under the new law, train nurses",
    ],
)
def test_what_it_is_for_or_on_may_stand_in_front_of_the_verb(sentence: str) -> None:
    assert ("train",) in asked(sentence).said("requestsAction")


@pytest.mark.parametrize(
    ("sentence", "actions"),
    [
        ("Urges States to open ports, to accept boats and to train crews", "open accept train"),
        ("Appeals to States to open ports; to hire nurses", "open employ"),
        ("Urges States to ensure that crews learn to open ports and to train others", "ensure"),
        ("Urges States to open ports in order to rescue crews and to train them", "open"),
        ("Urges States to open ports, to train crews", "open"),
        ("It is recommended that States train crews to open ports", "train"),
        ("Requests the wide reading of the text in order to open ports", ""),
        ("Requests the reading of the steps taken to open ports", ""),
    ],
)
def test_what_and_to_joins_is_asked_for_too(sentence: str, actions: str) -> None:
    said = [action for (action,) in asked(sentence).said("requestsAction")]
    assert sorted(said) == sorted(actions.split())


@pytest.mark.parametrize(
    "sentence",
    [
        "That the sailors be involved in the process to review the law",
        "Recommends that sailors be involved in the review process",
    ],
)
def test_what_stands_behind_what_is_to_be_done_is_not_asked_for(sentence: str) -> None:
    assert asked(sentence).said("requestsAction") == [("involve",)]


def test_a_recommendation_that_opens_with_its_verb_asks_for_that() -> None:
    said = asked("Ratify the Convention, which States should promote").said("requestsAction")
    assert said == [("ratify",)]


def test_a_sentence_that_asks_for_nothing_has_no_action() -> None:
    assert asked("The Committee is of the view that fees are high").said("requestsAction") == []


@pytest.mark.parametrize(
    ("sentence", "strength", "category"),
    [
        ("Calls upon States to explore ways of cutting fees;", "explore", "considering"),
        ("Invites Member States to train the police;", "encourage", "specific"),
        ("The Committee invites the State party to consider training.", "consider", "considering"),
        ("Urges States that have not done so to train the police;", "act", "specific"),
        ("Give favourable consideration to training judges", "consider", "considering"),
    ],
)
def test_who_is_asked_to_consider_or_only_encouraged_is_asked_for_less(
    sentence: str, strength: str, category: str
) -> None:
    case = asked(sentence)
    assert case.said("strength") == [(strength,)]
    assert case.said("actionCategory") == [(category,)]


@pytest.mark.parametrize("verb", ["Encourages", "Requests", "Appeals to", "Invites"])
def test_a_resolution_calls_on_whom_it_asks(verb: str) -> None:
    assert ("unodc",) in asked(f"{verb} UNODC to train the police;").said("callsOn")


@pytest.mark.parametrize(
    ("sentence", "citation"),
    [
        ("Put the Bangkok Rules into practice", ("bangkok-rules", "implement")),
        ("Urges parties to UNTOC to implement it fully;", ("untoc", "implement")),
        ("Welcomes the adoption of UNTOC;", ("untoc", "endorse")),
        ("Welcomes the ratification of UNTOC by Peru;", ("untoc", "endorse")),
        ("Reaffirming also the New York Declaration,", ("ny-declaration", "endorse")),
        ("Bearing in mind UNTOC,", ("untoc", "consider-as-guidance")),
        ("Calls for the full implementation of UNTOC;", ("untoc", "implement")),
    ],
)
def test_what_resolutions_say_of_an_instrument_is_its_function(
    sentence: str, citation: tuple[str, str]
) -> None:
    assert citation in asked(sentence).said("cites")


@pytest.mark.parametrize(
    ("sentence", "actions"),
    [
        ("Take note of the request from Kenya to deliver the report", []),
        (
            "The Committee reiterates its request to the State party to deliver the report",
            ["provide"],
        ),
    ],
)
def test_a_request_that_is_only_noted_asks_for_nothing_itself(
    sentence: str, actions: list[str]
) -> None:
    assert [action for (action,) in asked(sentence).said("requestsAction")] == actions


def test_what_others_are_asked_not_to_do_is_no_action() -> None:
    denied = asked("IOM calls on States not to impose fees on cooks, nor to open ports")
    assert denied.said("requestsAction") == []
    assert denied.words("Purpose") == []
    assert asked("IOM calls on States to impose fees on cooks").said("requestsAction") != []
