"""Harms that are not to be done, and what is furthered behind several adjectives or in a list."""

from __future__ import annotations

import pytest
from extraction.sentences import asked, short, told


def polarities(sentence: str) -> dict[str, str]:
    return {
        short(s.entity): short(s.polarity)
        for s in asked(sentence).statements()
        if s.relation == "hasTheme"
    }


@pytest.mark.parametrize(
    ("sentence", "theme", "polarity"),
    [
        ("Detention should not be used at piers", "detention", "avoid"),
        ("Ensure that detention is never used at piers", "detention", "avoid"),
        ("See that detention is not prolonged", "detention", "avoid"),
        ("Detention of cooks must never be prolonged", "detention", "avoid"),
        ("Detention should not be delayed", "detention", ""),
        ("Child labour must not be tolerated", "child-labour", "prevent-or-combat"),
        ("Let no child be detained", "detention", "avoid"),
        ("Nobody should be tortured", "torture", "avoid"),
        ("Ensure that no child is detained", "detention", "avoid"),
        ("Children should in no case be detained", "detention", "avoid"),
        ("Nobody who was born on the pier should be deported", "return", "avoid"),
        ("No ferry should ever return anyone to a port", "return", "avoid"),
        ("No more than ten men should detain boys", "detention", ""),
        ("No girl should sail, and boys should be detained", "detention", ""),
        ("Ensure that no child is held behind bars", "detention", "avoid"),
        ("Offer survivors of torture medical care", "health", "promote"),
        ("Give people in detention legal advice", "access-to-justice", "promote"),
        ("Give families visas", "visas", "promote"),
        ("Improve literacy, the issuance of visas and adequate housing", "visas", "promote"),
        ("Improve literacy, the issuance of visas and adequate housing", "housing", "promote"),
        ("Improve literacy, the restriction of visas and housing", "visas", ""),
        ("Ensure access to a lawyer, consular services and an independent medical examination",
         "health", "promote"),
        ("Stop fraud by dedicating resources to the port", "funding", "promote"),
        ("Talk of dedicating resources to the port", "funding", ""),
        ("Let cooks paint schoolbooks", "education", ""),
        ("Cooks should access justice", "access-to-justice", "promote"),
        ("Ask for improvement in labour inspection", "labour-inspection", "promote"),
        ("Consular staffing should be strengthened", "consular-services", "promote"),
        ("Consular fees should be strengthened", "consular-services", ""),
        ("Consular requirements should be strengthened", "consular-services", ""),
        ("Let cooks attend school", "education", "promote"),
        ("Let cooks speak of attending school", "education", ""),
        ("Let the children of cooks sit school examinations", "education", "promote"),
        ("Let the children of cooks paint school examinations", "education", ""),
        ("Ensure that cooks can attend school", "education", "promote"),
        ("Ensure that cooks attend school", "education", ""),
        ("Hope that cooks can attend school", "education", ""),
        ("Keep labour inspectors from singing", "labour-inspection", ""),
        ("Prosecute torture", "torture", "prevent-or-combat"),
        ("Make it easier for boys to attend school", "education", "promote"),
        ("Ensure that no boy is subjected to torture", "torture", "avoid"),
        ("Ensure that no boy is exposed to unlawful detention", "detention", "avoid"),
        ("Ensure that no boy sings of torture", "torture", ""),
        ("Boys must not fall victim to child labour", "child-labour", "avoid"),
        ("Keep boys out of detention", "detention", "avoid"),
        ("Keep boys in detention", "detention", ""),
        ("Strengthen the protection of boys against debt bondage", "debt-bondage", "avoid"),
        ("Protect boys from hunger, debt bondage and fire", "debt-bondage", "avoid"),
        ("Boys should be schooled and not detained", "detention", "avoid"),
        ("Ensure that legal aid is available", "access-to-justice", "promote"),
        ("Ask if legal aid is available", "access-to-justice", ""),
        ("Keep boys out of prison", "detention", "avoid"),
        ("Keep boys in prison", "detention", ""),
        ("Unmask debt bondage", "debt-bondage", "prevent-or-combat"),
        ("Let cooks decide on the right to attend school", "education", ""),
        ("Do not let cooks attend school", "education", ""),
        ("Cooks should be able to attend school", "education", "promote"),
        ("No cook should be able to attend school", "education", ""),
        ("Cooks should attend school", "education", ""),
        ("Widows should get a pension", "social-protection", "promote"),
        ("No widow should get a pension", "social-protection", ""),
        ("Widows must have access to social protection", "social-protection", "promote"),
        ("Facilitate the participation of widows in elections", "elections", "promote"),
        ("Improve the access of widows to education", "education", "promote"),
        ("Do not resort to detention", "detention", "avoid"),
        ("Confiscate the proceeds of crime", "financial-flows", "prevent-or-combat"),
        ("Give human rights defenders lamps", "human-rights-defenders", ""),
        ("Give cooks the right to attend school", "education", "promote"),
        ("Do not give cooks the right to attend school", "education", ""),
        ("No permit is needed by those who were detained", "detention", ""),
        ("Spare families detention", "detention", "avoid"),
        ("Spare cooks from detention", "detention", "avoid"),
        ("Spare no effort to detain them", "detention", ""),
        ("Bring detention to an end", "detention", "prevent-or-combat"),
        ("Provide predictable, multi-year funding", "funding", "promote"),
        ("Provide adequate, timely funding", "funding", "promote"),
        ("Guarantee a swift and thorough investigation", "prosecution", "promote"),
        ("Improve access to education, sport, housing and health care", "housing", "promote"),
        ("Strengthen the human rights training and education for judges", "education", "promote"),
        ("Publish the number of people turned back at the border", "return", ""),
        ("Hear those who ask for protection", "protection", ""),
        ("Fine nobody who carries those who go on to seek asylum", "asylum", ""),
        ("Look for foster care", "child-protection", ""),
        ("Lend to those who cannot afford drones", "technology", ""),
        ("Address fraud against vulnerable groups", "vulnerability", ""),
        ("Reduce the vulnerability of cooks", "vulnerability", "prevent-or-combat"),
        ("Combat violence against women", "gender-based-violence", "prevent-or-combat"),
        ("Draft a paper for preventing and combating torture", "torture", "prevent-or-combat"),
        ("Publish the names of officials convicted of fraud", "prosecution", ""),
        ("Implement the protocols ratified by Malta", "treaty-implementation", "promote"),
        ("Keep the minimum wage under review", "decent-work", ""),
        ("Keep the minimum wage", "decent-work", "preserve"),
        ("Give refugees a boat and the right to work", "employment", "promote"),
    ],
)  # fmt: skip
def test_what_is_left_undone_is_avoided_and_what_is_not_to_be_borne_is_fought(
    sentence: str, theme: str, polarity: str
) -> None:
    assert polarities(sentence).get(theme, "") == polarity


@pytest.mark.parametrize(
    "sentence", ["Almost no cases are prosecuted.", "A law spares those carried from prosecution."]
)
def test_a_narrative_that_tells_how_it_is_says_nothing_against_trials(sentence: str) -> None:
    made = {short(s.entity): s.polarity for s in told(sentence).statements()}
    assert not made["prosecution"]


@pytest.mark.parametrize(
    "sentence", ["Nobody may be held behind bars.", "Nobody who was sold should be detained."]
)
def test_a_narrative_that_says_what_is_right_says_nothing_against_cells(sentence: str) -> None:
    made = {short(s.entity): s.polarity for s in told(sentence).statements()}
    assert not made["detention"]


def test_what_is_to_be_left_undone_is_no_measure() -> None:
    assert asked("Corporal punishment must not be allowed").said("requestsMeasure") == []


def test_a_narrative_lets_nobody_do_anything() -> None:
    made = {
        short(s.entity): s.polarity
        for s in told("Cooks should be able to attend school.").statements()
    }
    assert not made["education"]
