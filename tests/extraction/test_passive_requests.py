"""What should be done to something: the measures and actions of clauses in the passive."""

from __future__ import annotations

import pytest
from extraction.sentences import asked


def read(sentence: str) -> tuple[set[str], set[str]]:
    """The measures and the actions that a recommendation asks for."""
    case = asked(sentence)
    measures, actions = (case.said(name) for name in ("requestsMeasure", "requestsAction"))
    return {name for (name,) in measures}, {name for (name,) in actions}


@pytest.mark.parametrize(
    ("sentence", "measure", "action"),
    [
        ("Shelters for boys should be opened", "body", "open"),
        ("Where funds permit, shelters for boys should be opened", "body", "open"),
        ("It was proposed that a hotline be set up", "body", "set-up"),
        ("Ratify the treaty, and shelters for boys should be opened", "body", "open"),
        ("Train cooks; a hotline should also be set up", "body", "set-up"),
        ("Shelters for boys should be opened on the pier", "body", "open"),
        ("Train cooks, and porters should be consulted", "partnership", "consult"),
        ("The Committee recommends that rules be read out and that a fund be created",
         "finance", "create"),
    ],
)  # fmt: skip
def test_what_should_be_done_to_something_is_asked_for(
    sentence: str, measure: str, action: str
) -> None:
    measures, actions = read(sentence)
    assert measure in measures and action in actions


@pytest.mark.parametrize(
    ("sentence", "measure"),
    [
        ("No shelters should be opened on the pier", "body"),
        ("Train cooks, and no shelters should be opened on the pier", "body"),
        ("Shelters on the pier should be abolished", "body"),
        ("Teams of cooks should be trained", "body"),
        ("Abolish shelters which should be opened by cooks", "body"),
        ("Stressing that shelters should be opened, urges States to train cooks", "body"),
        ("Train cooks, and the consulate should be informed", "campaign"),
        ("Noting that shelters for boys must be opened, thank the cooks", "body"),
        ("Praise the cooks in the hope that shelters for boys will soon be opened", "body"),
        ("Praise the cooks for shelters that should be opened", "body"),
        ("Praise the cooks, and if shelters must be opened, wait", "body"),
        ("Praise those by whom shelters must be opened", "body"),
        ("Cooks should be taught in shelters", "body"),
    ],
)
def test_what_should_not_be_done_or_is_only_said_is_not_asked_for(
    sentence: str, measure: str
) -> None:
    assert measure not in read(sentence)[0]


@pytest.mark.parametrize(
    ("sentence", "action"),
    [
        ("Nobody should be given a list", "provide"),
        ("Train cooks, and nobody should be given a list", "provide"),
        ("Train cooks, and if a list should be given, wait", "provide"),
        ("Stressing that cooks be fed, and that a list should be given, urge men to train porters",
         "provide"),
        ("Train those who think that a list should be given", "provide"),
    ],
)  # fmt: skip
def test_what_nobody_should_be_given_is_no_action(sentence: str, action: str) -> None:
    assert action not in read(sentence)[1]


@pytest.mark.parametrize(
    ("sentence", "partnership"),
    [
        ("Share with the families what is known", False),
        ("Share all that is known with the public", False),
        ("Share what is known with the family courts", True),
        ("Share ferries with the port", True),
        ("Involve cooks in talks with the families", True),
    ],
)
def test_those_who_are_told_something_are_no_partners(sentence: str, partnership: bool) -> None:
    assert ("partnership" in read(sentence)[0]) == partnership
