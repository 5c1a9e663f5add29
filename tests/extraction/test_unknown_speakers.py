"""What is said by those who are no known holder, or are named behind their words or in a noun."""

from __future__ import annotations

import pytest
from extraction.sentences import told


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("Both ferry lines emphasized that they supported crews.", [("", "", "stress")]),
        (
            "Both ferry lines emphasized that, although fuel was dear, they supported crews.",
            [("", "", "stress")],
        ),
        ("Port owners reiterated the importance of lifeboats.", [("", "", "affirm")]),
        ("The ship-owners recalled their commitment to lifeboats.", [("", "", "affirm")]),
        ("The ship-owners recalled the boats from the sea.", [("", "", "")]),
        (
            "The ship-owners expressed their solidarity with crews and urged countries of the coast"
            " to continue offering their support.",
            [("", "", "support"), ("", "", "call-for")],
        ),
        (
            "The ship-owners stressed the cost of fuel, and delegations supported a fund.",
            [("", "", "stress"), ("delegations", "", "support")],
        ),
        ("The paper argues that boats are slow.", [("", "", "affirm")]),
        ("The union considers that boats are slow.", [("", "", "affirm")]),
        ("The union recommends a ban on slow boats.", [("", "", "call-for")]),
        ("Ms. Silva (rapporteur for the text) remarked on the boats.", [("", "", "affirm")]),
        ("Participants deliberated on slow boats.", [("participants", "", "report")]),
        ("Opening the talks, co-chair Oma Lind stated that boats are slow.", [("", "", "affirm")]),
        ("Among others, the paper recommends that boats be fast.", [("", "", "call-for")]),
        ("Participants from ten ports met to identify fast boats.", [("", "", "")]),
        ("Delegations took the floor to support fast boats.", [("delegations", "", "support")]),
        (
            "The keynote speaker, Mr. Leo Rossi, head of ports at the OECD, believed that boats"
            " are slow.",
            [("oecd", "", "affirm")],
        ),
        ("Joy Ofori of UNHCR presented a boat.", [("unhcr", "", "share")]),
        ("Civil Society Forum of Kenya said that boats are slow.", [("", "", "affirm")]),
        (
            "The panellists came from ten ports. They stressed the price of boats.",
            [("", "", ""), ("panellists", "", "stress")],
        ),
        (
            "Many delegates and smiths said that boats are slow.",
            [("delegations", "many", "affirm")],
        ),
        (
            "Many delegates and smiths themselves said today that boats are slow.",
            [("delegations", "many", "affirm")],
        ),
        ("Many boats and smiths said that boats are slow.", [("", "many", "affirm")]),
        ("Ministers welcomed the boats.", [("", "", "support")]),
        ("Two ministers called for boats.", [("", "some", "call-for")]),
        (
            "The meeting noted the boats. It stressed their price.",
            [("", "", "affirm"), ("", "", "stress")],
        ),
        ("The summary is long. It stresses the price of boats.", [("", "", ""), ("", "", "")]),
        ("FCC also calls for boats.", [("", "", "call-for")]),
        ("Of deep concern were the slow boats.", [("", "", "express-concern")]),
        ("Having seen the boats, the Committee noted their price.", [("", "", "affirm")]),
        ("The Committee remains concerned about slow boats.", [("", "", "express-concern")]),
        ("The Committee on Ports took note of the boats.", [("", "", "affirm")]),
        ("The villagers remain concerned about slow boats.", [("", "", "")]),
        ("The Government members of Norway and Canada opposed it.", [("no ca", "", "deny")]),
        ("The representatives of Norway and Canada opposed it.", [("no ca", "", "deny")]),
        ("Measures recommended by one port were praised by Kenya.", [("ke", "", "support")]),
    ],
)
def test_who_speaks_need_not_be_known_for_it_to_be_read_what_they_do(
    sentence: str, expected: list[tuple[str, str, str]]
) -> None:
    assert told(sentence).told() == expected


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("“No boat should sail,” said the representative of Ghana.", ("gh", "", "affirm")),
        ("“No boat should sail”, added Ms. Mensah, of UNHCR.", ("unhcr", "", "affirm")),
        ("“No boat should sail,” stressed Ms. Mensah (Ghana).", ("gh", "", "stress")),
        ("“No boat should sail”, warned one delegate.", ("delegations", "one", "express-concern")),
        ("“No boat should sail,” said Ms. Mensah, a nurse.", ("", "", "affirm")),
        ("“No boat should sail,” said UNHCR Director Joy Ofori.", ("unhcr", "", "affirm")),
        (
            "“No boat should sail,” said Joy Ofori, Director of UNHCR (Asia) and sailor.",
            ("unhcr", "", "affirm"),
        ),
        ("“No boat should sail,” said UNHCR was to blame.", ("", "", "affirm")),
        (
            "“No boat should sail,” said Oma Lind, women's rights officer at UNHCR.",
            ("unhcr", "", "affirm"),
        ),
        ("Boats were too slow, said the representative of Ghana.", ("gh", "", "affirm")),
        ("Boats were too slow, noted several speakers.", ("speakers", "several", "affirm")),
        ("Boats were too slow, said to be old, and dear.", ("", "", "")),
        ("“No boat, said to be old, should sail.”", ("", "", "")),
        ("Delegations referred to “slow boats”, praised Ghana.", ("delegations", "", "affirm")),
    ],
)
def test_who_speaks_may_be_named_behind_what_is_said(
    sentence: str, expected: tuple[str, str, str]
) -> None:
    assert told(sentence).told()[0] == expected


@pytest.mark.parametrize(
    ("sentence", "holders"),
    [
        ("The price of fuel was stressed in the statements of Mexico and Ghana.", "mx gh"),
        ("Concerns about fuel were raised in an intervention by UNHCR.", "unhcr"),
        ("The price of fuel was stressed in the ports of Mexico.", ""),
    ],
)
def test_statements_have_those_who_made_them(sentence: str, holders: str) -> None:
    assert [who for who, _, _ in told(sentence).told()] == [holders]


@pytest.mark.parametrize(
    ("sentence", "support"),
    [
        ("The General Secretary of the union called for lifeboats.", ""),
        ("The UN General Assembly President urged caution.", ""),
        ("There was general support for lifeboats.", "most"),
        ("General support was expressed for lifeboats.", "most"),
    ],
)
def test_words_in_names_count_nobody(sentence: str, support: str) -> None:
    assert [degree for _, degree, _ in told(sentence).told()] == [support]


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        (
            "Delegations praised boats, but the shipping industry warned that they were dear.",
            ["Delegations praised boats", "but the shipping industry warned that they were dear."],
        ),
        (
            "The panel noted the boats; the port authority replied that they were slow.",
            ["The panel noted the boats", "the port authority replied that they were slow."],
        ),
        (
            "Delegations called for boats, and a new fund was proposed.",
            ["Delegations called for boats", "and a new fund was proposed."],
        ),
        (
            "Delegations said that boats were slow and that the owners had warned of it.",
            ["Delegations said that boats were slow and that the owners had warned of it."],
        ),
        (
            "Delegations praised boats, and the meeting closed.",
            ["Delegations praised boats, and the meeting closed."],
        ),
    ],
)
def test_what_others_say_in_the_same_sentence_is_parted(sentence: str, expected: list[str]) -> None:
    assert told(sentence).words("Assertion") == expected
