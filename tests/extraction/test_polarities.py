"""What several polarities of one thing come to."""

from __future__ import annotations

import pytest
from extraction.sentences import asked, short, told

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


@pytest.mark.parametrize(
    ("sentence", "read"),
    [
        ("Staff anti-corruption and anti-terrorism units", {"corruption", "terrorism"}),
        ("Pay for counter-corruption measures", {"corruption"}),
        ("Invite the Anti-Corruption Bureau of the city", set()),
        ("Revise rules that may fuel or worsen statelessness or xenophobia", set()),
        ("Dismantle gangs that also profit from forced begging", {"forced-begging"}),
        ("Hear witnesses of gangs that also profit from forced begging", set()),
        ("Set up courts to deal with cases of debt bondage", {"debt-bondage"}),
    ],
)
def test_harms_are_fought_by_what_bears_their_name_and_by_who_does_them(
    sentence: str, read: set[str]
) -> None:
    fought = {theme for theme, polarity in polarities(sentence) if polarity == "prevent-or-combat"}
    assert fought - {"transnational-crime"} == read


@pytest.mark.parametrize(
    ("sentence", "read"),
    [
        (
            "Revise rules that may fuel or worsen statelessness or xenophobia",
            {("statelessness", "avoid"), ("xenophobia", "avoid")},
        ),
        ("Praise bans that may fuel or worsen statelessness", set()),
        ("Eschew speeches that breed xenophobia", {("xenophobia", "avoid")}),
        ("Roll back customs that amount to servitude", {("servitude", "prevent-or-combat")}),
        ("Put an end to the use of biometrics", {("technology", "prevent-or-combat")}),
        ("Tackle the use of biometrics", set()),
        ("Refrain from speeches that securitize migration and criminalize migrants", set()),
        (
            "Refrain from statements that securitize migration and criminalize migrants",
            {("securitization", "avoid"), ("criminalization-of-migrants", "avoid")},
        ),
        (
            "See to it that all migrants receive information",
            {("information-for-migrants", "promote")},
        ),
        ("See to it that no migrants receive information", set()),
        ("Hope that all migrants receive information", set()),
        ("Allow cooks to form unions", {("decent-work", "promote")}),
        ("Hope to allow for cooks that form unions", set()),
        ("Do not allow cooks to form unions", set()),
        ("Keep passports", {("identity-documents", "preserve")}),
        ("Allow boys to keep passports", {("identity-documents", "preserve")}),
        ("Do not allow agents to keep passports", set()),
        ("Forbid officials to promote education", set()),
        ("Keep gangs from promoting education", set()),
        ("Stop fees to promote education", {("education", "promote")}),
        ("Ensure that all boys enjoy education", {("education", "promote")}),
        ("Hope that all boys enjoy education", set()),
        ("Guarantee that nobody is refused education", {("education", "promote")}),
        ("Use biometrics at sea", {("technology", "promote")}),
        ("Report on drug use at sea", set()),
        (
            "Provide services, such as food, phones, legal aid and visas",
            {(t, "promote") for t in ("basic-services", "access-to-justice", "visas")},
        ),
        ("Provide services, monitor visas", {("basic-services", "promote")}),
        (
            "Simplify asylum procedures and residence permits",
            {("asylum", "promote"), ("residence-permits", "promote")},
        ),
        (
            "Watch why people migrate and address root causes of it",
            {("root-causes", "prevent-or-combat")},
        ),
        ("Judge fairly, so that this does not curtail education", {("education", "preserve")}),
        ("Note agents that facilitate family reunification", set()),
    ],
)
def test_what_is_brought_about_ensured_or_listed_is_as_that_which_it_depends_on(
    sentence: str, read: set[tuple[str, str]]
) -> None:
    assert polarities(sentence) - {("narratives", "avoid")} == read


def test_a_noun_is_no_cue_and_what_somebody_denies_is_not_furthered() -> None:
    assert polarities("Put an immediate end to the use of biometrics") == {
        ("technology", "prevent-or-combat")
    }
    lacked = [told(f"Women {x} access to health care.") for x in ("are denied", "called for")]
    read = [[short(s.polarity) for s in case.statements() if s.polarity] for case in lacked]
    assert read == [[], ["promote"]]
    said = [told(f"Some {x} that they make use of biometrics.") for x in ("denied", "held")]
    read = [[short(s.polarity) for s in case.statements() if s.polarity] for case in said]
    assert read == [[], ["promote"]]


@pytest.mark.parametrize(
    ("sentence", "theme", "polarity"),
    [
        ("Provide schooling for children without papers", "irregular-migration", ""),
        ("Ask the airlines not to carry out deportations of children", "return", "avoid"),
        ("Ask the airlines to carry out deportations of convicts", "return", "promote"),
        ("Ensure that obtaining a passport is not a precondition", "identity-documents", ""),
        ("Help families by obtaining passports", "identity-documents", "promote"),
    ],
)
def test_what_somebody_lacks_is_not_avoided_and_what_is_not_to_be_done_is_not_furthered(
    sentence: str, theme: str, polarity: str
) -> None:
    made = {short(s.entity): short(s.polarity) for s in asked(sentence).statements()}
    assert made[theme] == polarity


@pytest.mark.parametrize(
    ("sentence", "read"),
    [
        ("No detention of minors", {("detention", "avoid")}),
        ("No more child labour", {("child-labour", "prevent-or-combat")}),
        ("No detention longer than a week", set()),
        ("No detention should be ordered", set()),
        ("Seat families rather than detain them", {("detention", "avoid")}),
        ("Seat families instead of detaining them", {("detention", "avoid")}),
        ("No longer detain families", {("detention", "avoid")}),
        ("Suspend deportations", {("return", "prevent-or-combat")}),
        ("Less corruption in ports", {("corruption", "prevent-or-combat")}),
        ("Better labour inspection in ports", {("labour-inspection", "promote")}),
        ("Replace barracks with public housing", {("housing", "promote")}),
        ("Allocate a budget to it", {("funding", "promote")}),
        ("Join a campaign on it", set()),
        ("Launch a campaign on it", {("awareness-raising", "promote")}),
        ("Towns urgently need funding", {("funding", "promote")}),
        ("Seat those who need funding", set()),
        (
            "Spend the money on rescue at sea",
            {("rescue-at-sea", "promote"), ("funding", "promote")},
        ),
        (
            "Extend visa schemes, paid leave and pensions",
            {("regular-pathways", "promote"), ("social-protection", "promote")},
        ),
        (
            "Seat cooks, support victims and prosecute gangs",
            {("assistance", "promote"), ("transnational-crime", "prevent-or-combat")},
        ),
    ],
)
def test_what_there_is_to_be_none_less_or_more_of(
    sentence: str, read: set[tuple[str, str]]
) -> None:
    assert polarities(sentence) - {("decent-work", "promote")} == read


@pytest.mark.parametrize(
    ("sentence", "read"),
    [
        ("Deny nobody legal aid", {("access-to-justice", "promote")}),
        ("Refuse no visa to them", {("visas", "promote")}),
        ("Do not deny them housing", {("housing", "promote")}),
        ("Deny visas to gangs", set()),
    ],
)
def test_what_nobody_is_to_be_denied_is_furthered(
    sentence: str, read: set[tuple[str, str]]
) -> None:
    assert polarities(sentence) == read


@pytest.mark.parametrize(
    ("sentence", "read"),
    [
        (
            "The detention of children in ports should be ended",
            {("detention", "prevent-or-combat")},
        ),
        ("The use of detention should be phased out", {("detention", "prevent-or-combat")}),
        ("The cooks of detention should be phased out", set()),
        (
            "Education should be promoted and child labour countered",
            {("education", "promote"), ("child-labour", "prevent-or-combat")},
        ),
        ("Education should be promoted and child labour painted", {("education", "promote")}),
        ("Education is promoted and child labour countered", {("education", "promote")}),
        ("Provide lamps, beds and education", {("education", "promote")}),
        ("Provide lamps, assess beds and education", set()),
        ("Speed up ferries, conducting research and painting", set()),
        ("Provide teachers, officials and education", set()),
        (
            "Cooks must be free from hatred, torture and poverty",
            {("torture", "avoid"), ("poverty", "avoid")},
        ),
        ("Agree on the expansion of visas", {("visas", "promote")}),
        ("Develop alternatives to detention", {("detention", "avoid")}),
        (
            "Recognize the right to education and housing",
            {("education", "promote"), ("housing", "promote")},
        ),
        ("Shorten the waiting period for visas", {("visas", "promote")}),
        ("Shorten the speech for visas", set()),
        ("Put the money into housing", {("housing", "promote")}),
        ("Put the money into housing, and evaluate the results", {("housing", "promote")}),
        ("Shelters should be given more lamps", {("basic-services", "promote")}),
        ("Stop the indefinite, mandatory detention of boys", {("detention", "prevent-or-combat")}),
        ("Prevent any further cases of de facto detention", {("detention", "prevent-or-combat")}),
        ("Prevent reports of detention", set()),
        ("Ensure that boys are released from detention", {("detention", "prevent-or-combat")}),
        ("Count boys freed from detention", set()),
        ("Speed up the procedure for family reunification", {("family-reunification", "promote")}),
        ("Speed up the boats for family reunification", set()),
        ("Adopt laws and report on progress to IOM", {("legislation-and-policy", "promote")}),
        ("Ensure that deportations are carried out only as a last resort", {("return", "avoid")}),
        ("Ensure that deportations are carried out", {("return", "promote")}),
        ("Provide alternatives to the detention of boys", {("detention", "avoid")}),
        ("Close detention centres", {("detention", "prevent-or-combat")}),
        ("Close ports near detention centres", set()),
        ("Show a zero tolerance policy towards corruption", {("corruption", "prevent-or-combat")}),
        ("Promote full respect for human rights", {("human-rights", "promote")}),
        ("Use biometrics only where courts allow it", set()),
        ("Make detention a measure of last resort", {("detention", "avoid")}),
        ("Ban by law and in practice the death penalty", {("death-penalty", "prevent-or-combat")}),
        ("Repeal the death penalty", {("death-penalty", "prevent-or-combat")}),
        ("Rescue boys from debt bondage", {("debt-bondage", "prevent-or-combat")}),
        (
            "Address root causes of flight, such as poverty and corruption",
            {(t, "prevent-or-combat") for t in ("root-causes", "poverty", "corruption")},
        ),
        (
            "Address root causes of flight and paint maps, such as poverty maps",
            {("root-causes", "prevent-or-combat")},
        ),
        ("Counter corruption and review irregular entry", {("corruption", "prevent-or-combat")}),
    ],
)
def test_what_is_asked_of_a_theme_over_other_words(
    sentence: str, read: set[tuple[str, str]]
) -> None:
    assert polarities(sentence) == read
