"""An acronym of a treaty stands for its body where only a body can be meant."""

from __future__ import annotations

import pytest
from extraction.sentences import asked, told


@pytest.mark.parametrize(
    "sentence",
    [
        "Carry out the observations adopted in 2011 by CEDAW",
        "Act on the views of the CRC on schools",
        "Answer CEDAW’s concluding observations",
        "Carry out CRC recommendations on schools",
        "Answer CRC and CEDAW’s concluding observations",
        "Send the late report to CEDAW",
        "End laws on marriage as recommended by the CRC",
        "Invite the Committee against Torture, CEDAW and others",
        "Invite CEDAW and the Human Rights Committee",
        "Take up what the CRC has recommended",
        "Hold a dialogue with CEDAW and CRC",
        "Hand in the reports to CXYZ, CEDAW and CAT",
        "Note that CRC was seriously concerned about begging",
        "Recall that CAT also welcomed the law",
        "Act on the report that was examined by CMW",
        "Answer the letter from CEDAW to the mission",
    ],
)
def test_what_is_said_to_or_by_a_body_cites_no_treaty(sentence: str) -> None:
    case = asked(sentence)
    assert case.said("cites") == []
    assert "treaty-body" in case.makers()


@pytest.mark.parametrize(
    ("sentence", "treaty"),
    [
        ("Meet the obligations under CEDAW", ("cedaw", "implement")),
        ("Report on the implementation of CEDAW", ("cedaw", "monitor")),
        ("Apply the provisions of the CRC", ("crc", "apply")),
        ("Ratify CEDAW and report to the Human Rights Committee", ("cedaw", "ratify")),
        ("Follow the Convention on the Rights of the Child", ("crc", "apply")),
        ("Withdraw reservations to CEDAW", ("cedaw", "withdraw-reservations")),
    ],
)
def test_a_treaty_that_is_meant_itself_is_cited(sentence: str, treaty: tuple[str, ...]) -> None:
    assert treaty in asked(sentence).said("cites")


@pytest.mark.parametrize(
    ("sentence", "body"),
    [
        ("CRC was concerned that children begged.", "committee-on-the-rights-of-the-child"),
        ("In 2013, CAT remained concerned about prisons.", "committee-against-torture"),
        ("CESCR noted the high rate of unemployment.", "cescr"),
    ],
)
def test_the_body_is_named_and_holds_what_it_said(sentence: str, body: str) -> None:
    case = told(sentence)
    assert (body,) in case.said("namesActor")
    assert [holder for holder, *_ in case.told()] == [body]


@pytest.mark.parametrize("sentence", ["CRC was ratified.", "Under CRC noted above, laws changed."])
def test_a_treaty_that_only_stands_before_a_verb_is_cited(sentence: str) -> None:
    assert [treaty for treaty, *_ in told(sentence).said("cites")] == ["crc"]


@pytest.mark.parametrize(
    "sentence",
    ["The Committee on the Rights of the Child (CRC) met.", "The State reported to CAT in 2012."],
)
def test_an_acronym_in_brackets_behind_its_committee_cites_no_treaty(sentence: str) -> None:
    assert told(sentence).said("cites") == []
