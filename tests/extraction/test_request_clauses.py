"""What is a condition or a purpose of what is asked, and what only looks like one."""

from __future__ import annotations

import pytest
from extraction.sentences import asked, short, told


@pytest.mark.parametrize(
    ("sentence", "purposes"),
    [
        ("Send boats to help crews", ["to help crews"]),
        ("Free a girl whose brother means to help crews", []),
        ("Bring back the boats that used to help crews", []),
        ("Send boats that can be used to help crews", ["to help crews"]),
        ("Tell all crews whom to help", []),
        ("Hear those who come to help crews", []),
        ("Support the campaign to help crews", []),
        ("Stop taking boys from the pier to help crews", []),
        ("Stop the ferries to help crews", ["to help crews"]),
        ("Stop taking boys from the pier, to help crews", ["to help crews"]),
        ("Decide to sail, and invite porters and cooks to help crews", []),
        ("Decide to sail, and invite bids for boats to help crews", ["to help crews"]),
        ("Welcome the offer of Mexico to help crews", []),
        ("Answer the call of harbour masters to help crews", []),
        ("Respect the duty of all ships to help crews", []),
        ("Apply the Convention on the Rights of the Child to help crews", ["to help crews"]),
        ("Recall her readiness to help crews", []),
        ("Make it easier for harbour masters to help crews", []),
        ("Paint the boats, as well as to help crews", []),
        ("Find ways to help crews", []),
        ("Ensure that boats are free to help crews", []),
        ("Let boats sail without having to help crews", []),
        ("Report on the steps taken to help crews", []),
        ("Encourages all to sail and requests them to help crews", []),
        ("Urges all to sail; to help crews", []),
        ("Apply the Protocol to Prevent, Suppress and Punish Trafficking in Persons", []),
        ("Paint the boats so crews can see them", ["so crews can see them"]),
        ("Do so and crews may see boats", []),
        ("Paint boats with the ultimate aim of sailing", ["with the ultimate aim of sailing"]),
        ("PAINT THE BOATS TO HELP CREWS", ["TO HELP CREWS"]),
        ("Fund the training of harbour masters to help crews", ["to help crews"]),
        ("Build a slipway for harbour masters to help crews", ["to help crews"]),
    ],
)
def test_an_infinitive_is_a_purpose_of_what_is_asked_alone(
    sentence: str, purposes: list[str]
) -> None:
    assert asked(sentence).words("Purpose") == purposes


@pytest.mark.parametrize(
    ("sentence", "conditions"),
    [
        ("Paint the boats where they leak", ["where they leak"]),
        ("Send boats to the places where they leak", []),
        ("Sail to a country where they leak", []),
        ("Call crews when boats leak", ["when boats leak"]),
        ("Tell crews what sailing pays and whom to call when boats leak", []),
        ("Tell crews what they are owed, when boats leak", ["when boats leak"]),
        ("Ensure that boats are in line with UNTOC", []),
        ("Bring the law on boats fully in line with UNTOC", []),
        ("Bring owners to court in accordance with UNTOC", ["in accordance with UNTOC"]),
        ("Paint boats, consistent with UNTOC", ["consistent with UNTOC"]),
        (
            "Ensure that crews, regardless of where they sail, are given a doctor",
            ["regardless of where they sail"],
        ),
        ("Ensure that crews, irrespective of rank, have doctors", ["irrespective of rank"]),
    ],
)
def test_a_clause_on_a_place_or_on_what_is_told_is_no_condition(
    sentence: str, conditions: list[str]
) -> None:
    assert asked(sentence).words("Condition") == conditions


@pytest.mark.parametrize(
    ("sentence", "holders"),
    [
        ("For the representative of UNODC boats were hired.", ""),
        ("For the representative of UNODC, boats were the answer.", "unodc"),
    ],
)
def test_a_point_of_view_is_set_off(sentence: str, holders: str) -> None:
    assert [holder for holder, _, _ in told(sentence).told()] == [holders]


@pytest.mark.parametrize(
    ("sentence", "themes"),
    [
        ("Make the loan conditional upon independent monitoring", {"monitoring": "promote"}),
        ("Train cooks who accede to judicial posts", {}),
        ("Thank those who acceded to the treaty", {"treaty-implementation": ""}),
        ("Thank cooks with a foreign passport", {}),
        ("Thank cooks with a passport", {"identity-documents": ""}),
    ],
)
def test_what_is_no_treaty_and_who_only_holds_a_passport(
    sentence: str, themes: dict[str, str]
) -> None:
    made = asked(sentence).statements()
    found = {short(s.entity): short(s.polarity) for s in made if s.relation == "hasTheme"}
    assert themes.items() <= found.items() and found.keys() - themes.keys() <= {"capacity-building"}


@pytest.mark.parametrize(
    ("sentence", "conditions"),
    [
        ("Pending a decision, house families", ["Pending a decision"]),
        ("Answer the pending requests of the envoy", []),
        ("Submit pending reports to it", []),
        ("Lend rooms while they wait for a decision", ["while they wait for a decision"]),
        ("On condition that wages are paid, renew it", ["On condition that wages are paid"]),
        ("In the event of a shipwreck, tell families", ["In the event of a shipwreck"]),
        ("Should a child be found alone, call a guardian", ["Should a child be found alone"]),
        ("Even when they lack papers, treat the sick", ["Even when they lack papers"]),
        ("If and when it opens, report on it", ["If and when it opens"]),
        ("For as long as they stay, pay them", ["For as long as they stay"]),
        ("Feed each once a child has landed", ["once a child has landed"]),
        ("Feed each once a day", []),
        ("As soon as they land, feed them", ["As soon as they land"]),
        ("As soon as possible, feed them", []),
        ("Teach children where their parents work", []),
        ("Teach children, where their parents work, at night", ["where their parents work"]),
        ("Call a doctor in all cases where one is sick", ["in all cases where one is sick"]),
    ],
)
def test_what_restricts_a_request_opens_in_many_ways(sentence: str, conditions: list[str]) -> None:
    assert asked(sentence).words("Condition") == conditions
