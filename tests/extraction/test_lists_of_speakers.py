"""Who speaks where several are listed, where somebody leads others, and where nobody agreed."""

from __future__ import annotations

import pytest
from extraction.sentences import told


@pytest.mark.parametrize(
    ("sentence", "holders"),
    [
        ("Kenya, Uganda and Ghana said that boats are few.", "ke ug gh"),
        ("Norway, the Philippines and Chile praised the plan.", "no ph cl"),
        ("Kenya, Uganda, Ghana and the European Union praised it.", "ke ug gh european-union"),
        ("The delegations of Norway, Chile and Peru praised it.", "no cl pe"),
        ("Speakers from Kenya, Uganda and Ghana praised it.", "ke ug gh"),
        ("Later, IOM, UNHCR and UNICEF called for ships.", "iom unhcr unicef"),
        ("Delegations, panellists and speakers praised it.", "delegations panellists speakers"),
        ("The panel, delegations and speakers praised it.", "panellists delegations speakers"),
        ("UNHCR, several delegations and trade unions praised it.", "unhcr delegations unions"),
        ("Kenya and several other delegations praised it.", "ke delegations"),
        ("The panellists, UNODC and IOM praised it.", "panellists unodc iom"),
        ("The plan was praised by Ghana, Kenya and Mali.", "gh ke ml"),
        ("The plan was praised by several delegations and by UNHCR.", "delegations unhcr"),
        ("Concern was expressed by Ghana and two panellists.", "gh panellists"),
        ("According to UNHCR and IOM, boats are few.", "unhcr iom"),
        ("In the view of Ghana and several other States, boats are few.", "gh member-states"),
        ("It was praised by Ghana, and Kenya left.", "gh"),
        ("It was praised by Ghana, Kenya having left.", "gh"),
        # a place, or one who invites, is none of them
        ("In Kenya, Uganda and Ghana said that boats are few.", "ug gh"),
        ("At the invitation of Canada, Mexico and Chile praised it.", "mx cl"),
        ("In response to delegations, panellists and speakers praised it.", "panellists speakers"),
    ],
)  # fmt: skip
def test_all_who_are_listed_speak(sentence: str, holders: str) -> None:
    assert told(sentence).told()[0][0] == holders


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("The chair said that boats are few.", ("co-facilitators", "", "affirm")),
        ("The chair of the session said that boats are few.", ("co-facilitators", "", "affirm")),
        ("The chair of the working group said that boats are few.", ("", "", "affirm")),
        ("The chair of IOM said it.", ("iom", "", "affirm")),
        # those of whom something else is told do not do what the verb says
        ("Delegations who had spoken before were thanked.", ("", "", "support")),
        ("States that had not signed were urged to do so.", ("", "", "call-for")),
        ("States that had not signed were invited to do so.", ("", "", "call-for")),
        ("States were invited to a dinner.", ("", "", "report")),
        ("A few panellists went further and proposed quotas.", ("panellists", "some", "call-for")),
        ("Panellists went on to propose quotas.", ("panellists", "", "call-for")),
        ("Several panellists and UNHCR praised it.", ("panellists unhcr", "", "support")),
        ("Ms. Mensah (Ghana) praised it.", ("gh", "", "support")),
        ("The guidelines (UNHCR) praised it.", ("", "", "")),
        ("Mr. Silva of IOM praised it.", ("iom", "", "support")),
        ("UNHCR, unlike IOM, praised it.", ("unhcr", "", "support")),
        ("Neither UNHCR nor IOM praised it.", ("unhcr iom", "all", "deny")),
        ("Kenya, supported by Ghana and Mali, praised it.", ("ke gh ml", "", "support")),
        ("UNHCR's representative praised it.", ("unhcr", "", "support")),
        ("UNHCR's participants praised it.", ("participants", "", "support")),
        ("The papers (Ghana, Mali) praised it.", ("", "", "")),
        ("Panellists of IOM praised it.", ("panellists", "", "support")),
        ("Agencies like IOM praised it.", ("", "", "")),
        ("Neither the owners nor IOM praised it.", ("", "", "")),
        ("Ghana's delegation praised it.", ("gh", "", "support")),
        ("All delegations but Ghana praised it.", ("", "", "")),
        ("Many States (Ghana, Kenya, Mali) praised it.", ("member-states", "many", "support")),
        ("Voices from civil society warned against it.", ("civil-society", "", "express-concern")),
        ("Most of those who took the floor praised it.", ("speakers", "most", "support")),
        ("Those present saw merit in it.", ("participants", "", "support")),
        ("Those present in May left early.", ("", "", "")),
        ("It emerged from the debate that boats are few.", ("", "", "affirm")),
        ("It emerged from the water.", ("", "", "")),
        ("Delegates spoke at length about boats.", ("delegations", "", "report")),
    ],
)  # fmt: skip
def test_who_leads_others_and_those_who_are_told_of(
    sentence: str, expected: tuple[str, str, str]
) -> None:
    assert told(sentence).told() == [expected]


@pytest.mark.parametrize(
    ("sentence", "support", "act"),
    [
        ("Everyone agreed that boats are few.", "all", "affirm"),
        ("Nearly everyone in the room agreed that boats are few.", "most", "affirm"),
        ("Little support was heard for quotas.", "", "deny"),
        ("Hardly any support was voiced for quotas.", "", "deny"),
        ("Scarcely any opposition was voiced to quotas.", "most", "affirm"),
        ("Much support was heard for quotas.", "", "support"),
        ("Delegations agreed to disagree on quotas.", "all", "report"),
        ("Delegations agreed to quotas.", "all", "support"),
    ],
)
def test_hardly_anybody_nearly_everyone_and_no_agreement(
    sentence: str, support: str, act: str
) -> None:
    assert told(sentence).told()[0][1:] == (support, act)


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        (
            "Several delegations and two panellists praised it.",
            ("delegations panellists", "", "support"),
        ),
        (
            "Several delegations and several panellists praised it.",
            ("delegations panellists", "several", "support"),
        ),
        ("All panellists and most delegations agreed.", ("panellists delegations", "", "affirm")),
        ("Many States and some trade unions praised it.", ("member-states unions", "", "support")),
        ("Several speakers, among them Ghana, praised it.", ("speakers", "several", "support")),
        ("Cooks from six countries said that it was late.", ("", "several", "affirm")),
        ("Cooks from three countries of origin said that it was late.", ("", "some", "affirm")),
        (
            "Most of the countries of destination praised it.",
            ("countries-of-destination", "most", "support"),
        ),
        ("It was felt by some that quotas fail.", ("", "some", "affirm")),
        (
            "There were calls for ships from several delegations.",
            ("delegations", "several", "call-for"),
        ),
        (
            "Support for the plan came from several delegations.",
            ("delegations", "several", "support"),
        ),
        ("Criticism of the plan came from trade unions.", ("unions", "", "express-concern")),
        (
            "The plan found support among several delegations.",
            ("delegations", "several", "support"),
        ),
        ("A plan by Ghana found support among speakers.", ("speakers", "", "support")),
        ("The plan enjoyed wide support.", ("", "most", "support")),
        ("The plan met with little enthusiasm.", ("", "", "deny")),
        ("Not everyone was convinced by it.", ("", "some", "deny")),
        ("Delegations failed to agree on it.", ("delegations", "", "deny")),
        ("IOM concluded by warning that funds were short.", ("iom", "", "express-concern")),
        ("The chair summed up by saying that it was late.", ("co-facilitators", "", "affirm")),
        ("The meeting was told by IOM that it was late.", ("iom", "", "affirm")),
        ("Boats, said one speaker, are small.", ("speakers", "one", "affirm")),
        ("The chair closed the meeting, thanked the speakers, and left.", ("", "", "support")),
        ("As several speakers pointed out, boats are small.", ("speakers", "several", "affirm")),
        ("As noted by UNHCR, boats are small.", ("unhcr", "", "affirm")),
        ("Questions from the floor turned on money.", ("", "", "report")),
        ("Proposals included a task force.", ("", "", "call-for")),
        ("Among the proposals were a task force and a fund.", ("", "", "call-for")),
        ("A warning was sounded against quotas.", ("", "", "express-concern")),
    ],
)
def test_who_speaks_through_nouns_and_asides(sentence: str, expected: tuple[str, str, str]) -> None:
    assert told(sentence).told() == [expected]


def test_others_of_a_group_are_counted_for_themselves() -> None:
    asked_for = told("Several speakers praised the plan; one disagreed.").told()
    assert asked_for == [("speakers", "several", "support"), ("speakers", "one", "deny")]
    taken = told("Others took a different view and held that it was late.").told()
    assert taken == [("", "", "deny"), ("", "", "affirm")]
