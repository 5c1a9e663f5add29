"""The States are read without their capital, where words show that they are meant."""

from __future__ import annotations

import pytest
from extraction.sentences import asked


@pytest.mark.parametrize(
    ("sentence", "called_on"),
    [
        ("Urge member states to open shelters", [("states",)]),
        ("Call on states to open shelters", [("states",)]),
        ("Call on countries to open shelters", [("states",)]),
        ("It is time that governments should open shelters", [("states",)]),
        ("It is recommended that governments open shelters", [("states",)]),
        ("States parties must open shelters", [("states",)]),
        ("We urge state parties to open shelters", [("states",)]),
        ("We urge the participating States to open shelters", [("states",)]),
        ("UNHCR is recommended to open shelters", [("unhcr",)]),
        (
            "Labour inspectors and other relevant actors should open shelters",
            [("labour-inspectors",)],
        ),
        ("IOM, UNHCR and other agencies should open shelters", [("iom",), ("unhcr",)]),
        ("All countries should open shelters", [("states",)]),
        ("The law states to whom shelters should be open", []),
        ("Call on local governments to open shelters", [("local-authorities",)]),
        ("Call on all states of the federal republic to open shelters", []),
    ],
)
def test_who_is_asked_may_be_written_with_a_small_letter(
    sentence: str, called_on: list[tuple[str, ...]]
) -> None:
    assert asked(sentence).said("callsOn") == called_on


@pytest.mark.parametrize(
    "sentence",
    [
        "Repeal the law that states what shelters cost",
        "Declare states of emergency for a week at most",
        "Shelter those who come from other countries",
        "Train guards in states of mind, and in fear",
    ],
)
def test_other_states_and_countries_are_not_the_states(sentence: str) -> None:
    assert asked(sentence).said("namesActor") == []
