"""With whom somebody says something, how many they are, and what is shared or announced."""

from __future__ import annotations

import pytest
from extraction.sentences import told


@pytest.mark.parametrize(
    ("sentence", "read"),
    [
        ("Kenya, joined by Uganda, stressed that fees are high.", ("ke ug", "", "stress")),
        ("Kenya, together with Uganda, stressed that fees are high.", ("ke ug", "", "stress")),
        ("Kenya, in talks with Uganda, stressed that fees are high.", ("ke", "", "stress")),
        (
            "Several delegations, backed by UNHCR, asked for a fund.",
            ("delegations unhcr", "several", "call-for"),
        ),
        (
            "Several delegations, unlike UNHCR, asked for a fund.",
            ("delegations", "several", "call-for"),
        ),
        ("Concern was voiced by many about fees.", ("", "many", "express-concern")),
        (
            "Concern was expressed about fees by several delegations.",
            ("delegations", "several", "express-concern"),
        ),
        (
            "Concern was expressed about fees charged by several delegations.",
            ("", "", "express-concern"),
        ),
        ("The idea found favour with many delegations.", ("delegations", "many", "support")),
        ("Seven delegations stressed that fees are high.", ("delegations", "several", "stress")),
        ("Thirty delegations stressed that fees are high.", ("delegations", "many", "stress")),
    ],
)
def test_those_who_back_a_speaker_speak_too(sentence: str, read: tuple[str, str, str]) -> None:
    assert told(sentence).told() == [read]


@pytest.mark.parametrize(
    ("sentence", "act"),
    [
        ("The view was shared by several delegations.", "affirm"),
        ("The concern was shared by several delegations.", "express-concern"),
        ("The plans were shared by several delegations.", "share"),
        ("Kenya announced that it would open a port.", "support"),
        ("Kenya announced that a port had been opened.", "affirm"),
    ],
)
def test_who_shares_a_view_holds_it_and_who_announces_to_act_is_ready_to(
    sentence: str, act: str
) -> None:
    assert [one[2] for one in told(sentence).told()] == [act]
