"""Recommendations without a verb, and words that ask for less than they seem to."""

from __future__ import annotations

import pytest
from extraction.sentences import asked, short


def themes(sentence: str) -> dict[str, str]:
    made = asked(sentence).statements()
    return {short(s.entity): short(s.polarity) for s in made if s.relation == "hasTheme"}


def measures(sentence: str) -> list[str]:
    return [measure for (measure,) in asked(sentence).said("requestsMeasure")]


@pytest.mark.parametrize(
    ("sentence", "theme", "polarity", "measure"),
    [
        ("Visas for seasonal cooks", "visas", "promote", "permit"),
        ("Free legal aid for every cook", "access-to-justice", "promote", "service"),
        ("A hotline in nine languages for cooks", "reporting", "promote", "body"),
        (
            "Prompt and independent investigations of all claims",
            "prosecution",
            "promote",
            "enforcement",
        ),
        ("Mandatory labour inspection in ports", "labour-inspection", "promote", "enforcement"),
        # a title, what is only done, what has a verb, what is no good
        ("Labour inspection", "labour-inspection", "", "enforcement"),
        ("Ratification of CAT by all", "treaty-implementation", "", "law"),
        ("Visas for cooks are expensive", "visas", "", ""),
        ("Corruption in ports and harbours", "corruption", "", ""),
    ],
)
def test_what_a_noun_alone_asks_for(sentence: str, theme: str, polarity: str, measure: str) -> None:
    assert themes(sentence)[theme] == polarity
    assert measures(sentence)[:1] == [measure][: bool(measure)]


@pytest.mark.parametrize(
    ("sentence", "measure"),
    [
        ("Strengthen the protection of witnesses", []),
        ("Ensure protection against detention", []),
        ("Offer protection and assistance to cooks", ["service"]),
        ("Provide oversight of platforms", []),
        ("Set up a fund out of which wages are paid", ["finance"]),
        ("Keep law enforcement out of clinics", []),
    ],
)
def test_what_is_protected_or_overseen_gets_no_service(sentence: str, measure: list[str]) -> None:
    assert measures(sentence) == measure


def test_a_strength_is_no_adjective() -> None:
    assert asked("Prompt and full inquiries into it").said("strength") == [("act",)]
    assert asked("Prompt States to build ships").said("strength") == [("encourage",)]


@pytest.mark.parametrize(
    ("sentence", "others"),
    [
        ("Publish statistics on migration", {"data-collection"}),
        ("Report on migration. Publish statistics", {"migration", "data-collection"}),
        ("Teach women and girls", set()),
        ("Feed women and girls and pay for reintegration kits", set()),
    ],
)
def test_words_that_only_qualify_give_no_theme(sentence: str, others: set[str]) -> None:
    wide = {"migration", "data-collection", "womens-rights", "integration"}
    assert themes(sentence).keys() & wide == others


def test_private_households_are_no_families() -> None:
    assert asked("Inspect private households").said("benefits") == []
    assert asked("Feed poor families in their households").said("benefits")


def test_a_short_name_spelt_out_with_another_word_is_another_body() -> None:
    assert asked("The World Herders Organization (WHO) should send vets").said("callsOn") == []
    assert asked("The World Health Organisation (WHO) should send vets").said("callsOn") == [
        ("who",)
    ]


def test_not_only_denies_nothing() -> None:
    assert measures("Not only ratify CAT but also pay for it") == ["law"]
    assert measures("Not just train guards but also pay them") == ["training"]
    assert measures("Not train guards") == []
