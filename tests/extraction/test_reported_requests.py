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
        ("Calls upon States that have not done so to ratify the Convention;", "ratify"),
        ("Testland will train the police by 2030.", "train"),
        ("We commit to train the police.", "train"),
    ],
)
def test_the_verb_that_is_asked_for_is_the_action(sentence: str, action: str) -> None:
    assert (action,) in asked(sentence).said("requestsAction")


def test_a_recommendation_that_opens_with_its_verb_asks_for_that() -> None:
    said = asked("Ratify the Convention, which States should promote").said("requestsAction")
    assert said == [("ratify",)]


def test_a_sentence_that_asks_for_nothing_has_no_action() -> None:
    assert asked("The Committee is of the view that fees are high").said("requestsAction") == []
