"""Those who are to be given something: what they get is asked for, and a power involves them."""

from __future__ import annotations

import pytest
from extraction.sentences import asked


@pytest.mark.parametrize(
    ("sentence", "measures"),
    [
        ("Offer survivors of torture medical care", ["service"]),
        ("Grant victims of trafficking and their children residence permits", ["permit"]),
        ("Give people in detention legal advice", ["service"]),
        ("Offer them the chance to set up a hotline", []),
        ("Offer women in services a boat", []),
    ],
)
def test_what_people_are_to_be_given_is_asked_for(sentence: str, measures: list[str]) -> None:
    assert asked(sentence).said("requestsMeasure") == [(measure,) for measure in measures]


@pytest.mark.parametrize(
    ("sentence", "involved"),
    [
        ("Give the police the power to search boats", True),
        ("Grant labour inspectors the right to board boats", True),
        ("Do not give the police the power to search boats", False),
        ("Give the police the lamps", False),
        ("Deny the police the power to search boats", False),
    ],
)
def test_those_who_are_to_be_given_a_power_are_involved(sentence: str, involved: bool) -> None:
    assert bool(asked(sentence).said("involves")) == involved
