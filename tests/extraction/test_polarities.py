"""What several polarities of one thing come to."""

from __future__ import annotations

import pytest
from extraction.sentences import asked, short

from gcm_kg.extraction.polarities import common_polarity
from gcm_kg.extraction.polarity_contexts import AVOID, PRESERVE, PREVENT, PROMOTE


@pytest.mark.parametrize(
    ("polarities", "common"),
    [
        ([PROMOTE], PROMOTE),
        ([AVOID, AVOID], AVOID),
        ([AVOID, PREVENT], PREVENT),
        ([PROMOTE, PRESERVE], PROMOTE),
        ([PROMOTE, PREVENT], ""),
        ([PRESERVE, AVOID], ""),
        ([AVOID, PREVENT, PROMOTE], ""),
        ([], ""),
    ],
)
def test_the_wider_of_two_that_agree_holds_and_none_of_others(
    polarities: list[str], common: str
) -> None:
    assert common_polarity(polarities) == common


def polarities(sentence: str) -> set[tuple[str, str]]:
    """The themes of a recommendation that have a polarity, each with it."""
    statements = asked(sentence).statements()
    return {(short(s.entity), short(s.polarity)) for s in statements if s.polarity}


@pytest.mark.parametrize(
    ("sentence", "read"),
    [
        ("Make family reunification easier and cheaper", {("family-reunification", "promote")}),
        ("Do not make family reunification easier", set()),
        ("Make the funds for education available", {("education", "promote")}),
        ("Make a law on the sea of which education is no part", set()),
        ("Remove all remaining obstacles to education", {("education", "promote")}),
        ("Report on what obstacles to education were removed", set()),
        ("Keep in place the firewalls that exist", {("firewalls", "preserve")}),
        ("Continue the revision of legislation", set()),
        ("Word statements so that they do not feed xenophobia", {("xenophobia", "avoid")}),
        ("Bring about the disappearance of child labour", {("child-labour", "prevent-or-combat")}),
        ("Identify and address root causes of it", {("root-causes", "prevent-or-combat")}),
        (
            "Guarantee free, speedy and confidential access to justice",
            {("access-to-justice", "promote")},
        ),
        ("Combat administrative and financial corruption", {("corruption", "prevent-or-combat")}),
        ("Adopt rules and poverty maps", set()),
        ("Write rules to rid ports of child labour", {("child-labour", "prevent-or-combat")}),
        (
            "Use fines by addressing demand for goods and services",
            {("demand", "prevent-or-combat")},
        ),
        ("Consider strengthening labour inspection", set()),
        ("Consider a fund to reduce poverty", {("poverty", "prevent-or-combat")}),
        ("Consider new visas, and combat corruption", {("corruption", "prevent-or-combat")}),
        ("Release all boys from detention", {("detention", "prevent-or-combat")}),
    ],
)
def test_what_is_made_easier_is_furthered_and_what_is_not_fed_avoided(
    sentence: str, read: set[tuple[str, str]]
) -> None:
    assert polarities(sentence) == read
