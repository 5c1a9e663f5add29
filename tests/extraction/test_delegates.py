"""Who speaks for a State, for a group of States or for a body in the record of a debate."""

from __future__ import annotations

import pytest
from extraction.sentences import asked, told


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        (
            "Algeria’s envoy said boats are slow, while Hungary’s delegate disputed the idea.",
            [("dz", "", "affirm"), ("hu", "", "deny")],
        ),
        ("Sweden, for the EU, stressed the price of boats.", [("se", "", "stress")]),
        ("Sudan, for the G-77/CHINA, stressed the price of boats.", [("sd", "", "stress")]),
        ("The Group of 77 and China supported the fund.", [("group-of-77", "", "support")]),
        ("GRULAC called for boats.", [("group-of-latin-america", "", "call-for")]),
        ("The General Assembly called on ports to open.", [("unga", "", "call-for")]),
        ("The text would have the General Assembly call on ports to open.", [("", "", "")]),
        ("The observer for the Holy See said boats are slow.", [("va", "", "affirm")]),
        ("Observers from Kenya asked for boats.", [("", "", "call-for")]),
        ("Many delegates said today that boats are slow.", [("delegations", "many", "affirm")]),
        ("They heard from UNICEF, which said that boats are slow.", [("unicef", "", "affirm")]),
        (
            "Among them was the representative of Kenya, who called for boats.",
            [("ke", "", "call-for")],
        ),
        ("Panellists took the floor in the general debate.", [("", "", "report")]),
        ("Panellists voiced general support for boats.", [("panellists", "most", "support")]),
        ("The Special Representative stressed the price of boats.", [("", "", "stress")]),
        (
            "Emphasizing boats, the Secretary General Helga Lind noted in her opening remarks that"
            " boats are slow.",
            [("", "", "affirm")],
        ),
        ("The next port, Ms. Lind said, will be large.", [("", "", "affirm")]),
        (
            "“Boats are slow,” said the Special Rapporteur on torture Helga Lind.",
            [("special-rapporteur-on-", "", "affirm")],
        ),
        ("They had experts from Kenya, who said that boats are slow.", [("", "", "")]),
        ("Ports gave boats to UNICEF, which supports crews.", [("", "", "")]),
    ],
)
def test_who_speaks_for_a_state_or_a_group_of_states_is_told(
    sentence: str, expected: list[tuple[str, str, str]]
) -> None:
    found = told(sentence).told()
    assert [(who[:22], many, act) for who, many, act in found] == expected


@pytest.mark.parametrize(
    ("sentence", "called"),
    [
        ("Belgium asked how Mexico could open ports.", False),
        ("Belgium asked whether Mexico had ports.", False),
        ("Belgium asked Mexico to open ports.", True),
        ("The speaker ended by urging Mexico to open ports.", True),
        ("He closed the talks by calling on Mexico to open ports.", True),
    ],
)
def test_who_is_asked_about_is_not_called_on(sentence: str, called: bool) -> None:
    found = [s.relation for s in told(sentence).statements() if s.entity.endswith("/mx")]
    assert ("callsOn" in found) == called


@pytest.mark.parametrize(
    ("item", "theme", "meant"),
    [
        ("Get back on track towards the goals", "return", False),
        ("Let deported workers get back to their villages", "return", True),
        ("Note that one member called for a vote", "elections", False),
        ("Let migrants vote in towns", "elections", True),
        ("Recognize that boats sink with victims", "identification-and-referral", False),
        ("Train guards to recognize victims", "identification-and-referral", True),
        ("Uncouple schooling from immigration remits", "firewalls", True),
        ("Keep schooling free of immigration desks", "firewalls", False),
        ("Call for the development or strengthening of laws", "development", False),
        ("Call for the development of the islands' economic development", "development", True),
    ],
)
def test_everyday_phrases_are_no_themes(item: str, theme: str, meant: bool) -> None:
    found = [s.entity.rpartition("/")[2] for s in asked(item).statements()]
    assert (theme in found) == meant
