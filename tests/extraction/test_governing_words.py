"""What verbs and nouns say of the themes that they govern, over other words between them."""

from __future__ import annotations

import pytest
from extraction.sentences import asked, short


def polarities(sentence: str) -> set[tuple[str, str]]:
    """The themes of a recommendation that have a polarity, each with it."""
    statements = asked(sentence).statements()
    return {(short(s.entity), short(s.polarity)) for s in statements if s.polarity}


@pytest.mark.parametrize(
    ("sentence", "theme", "polarity"),
    [
        ("Respect religious freedom on board", "freedom-of-religion", "promote"),
        ("Protect the human rights of cooks", "human-rights", "promote"),
        ("Report on how cooks respect religious freedom", "freedom-of-religion", ""),
        ("Do not enforce the laws on ferries", "legislation-and-policy", ""),
        ("Enforce the laws on ferries", "legislation-and-policy", "promote"),
        ("Formulate a national policy on ferries", "legislation-and-policy", "promote"),
        ("Publish the draft law on ferries", "legislation-and-policy", "promote"),
        ("Read the draft law on ferries", "legislation-and-policy", ""),
        ("Cooks must never encourage child labour", "child-labour", "avoid"),
        (
            "Judge so that this does not water down labour inspection",
            "labour-inspection",
            "preserve",
        ),
        ("See that labour inspection is not undermined", "labour-inspection", "preserve"),
        ("Fend off corruption in ports", "corruption", "prevent-or-combat"),
        ("Criminalize torture", "torture", "prevent-or-combat"),
        ("Define torture as a separate offence", "torture", "prevent-or-combat"),
        ("Scale back detention in ports", "detention", "prevent-or-combat"),
        ("Make torture a crime", "torture", "prevent-or-combat"),
        ("Lift the ban on family reunification", "family-reunification", "promote"),
        ("Read the ban on family reunification", "family-reunification", ""),
        ("Bring visas within easy reach", "visas", "promote"),
        ("Do more for rescue at sea", "rescue-at-sea", "promote"),
        ("Establish torture as a crime", "torture", "prevent-or-combat"),
        ("Impose stiffer penalties for torture", "torture", "prevent-or-combat"),
        ("Drop the penalties for torture", "torture", ""),
        ("Investigate all reports of torture", "torture", "prevent-or-combat"),
        ("Read all reports of torture", "torture", ""),
        ("Continue with labour inspection", "labour-inspection", "preserve"),
        ("Improve the realization of the right to education", "education", "promote"),
    ],
)
def test_further_verbs_say_what_is_to_be_done(sentence: str, theme: str, polarity: str) -> None:
    made = {short(s.entity): short(s.polarity) for s in asked(sentence).statements()}
    assert made[theme] == polarity


@pytest.mark.parametrize(
    ("sentence", "theme", "polarity"),
    [
        ("Tackle the issue of child labour", "child-labour", "prevent-or-combat"),
        ("Issue visas at sea", "visas", "promote"),
        ("Abolish by law the use of the death penalty", "death-penalty", "prevent-or-combat"),
        ("Abolish ferries that by law the death penalty serves", "death-penalty", ""),
        ("Address the root causes of poverty", "poverty", "prevent-or-combat"),
        ("Map the root causes of poverty", "poverty", ""),
        ("Combat trafficking, torture and other forms of slavery", "slavery", "prevent-or-combat"),
        ("Combat trafficking, and record other forms of slavery", "slavery", ""),
        ("Strengthen the promotion and protection of human rights", "human-rights", "promote"),
        ("Adopt antidiscrimination rules", "discrimination", "prevent-or-combat"),
        ("Ensure that religious freedom is fully respected", "freedom-of-religion", "promote"),
        ("Doubt whether religious freedom is fully respected", "freedom-of-religion", ""),
        ("Ensure that religious freedom is loudly praised", "freedom-of-religion", ""),
        ("Ensure that torture is explicitly prohibited", "torture", "prevent-or-combat"),
    ],
)
def test_what_stands_between_a_verb_and_its_theme_need_not_part_them(
    sentence: str, theme: str, polarity: str
) -> None:
    made = {short(s.entity): short(s.polarity) for s in asked(sentence).statements()}
    assert made.get(theme, "") == polarity


@pytest.mark.parametrize(
    ("sentence", "read"),
    [
        ("Prosecute those responsible for torture", True),
        ("Punish perpetrators of torture", True),
        ("Punish officers who are responsible for torture", True),
        ("Bring perpetrators of torture to justice", True),
        ("Prosecute perpetrators for torture and fraud", False),
        ("Hear those responsible for torture", False),
        ("Count perpetrators of torture", False),
    ],
)
def test_who_punishes_those_who_did_a_harm_fights_it(sentence: str, *, read: bool) -> None:
    assert (("torture", "prevent-or-combat") in polarities(sentence)) is read


@pytest.mark.parametrize(
    ("sentence", "theme", "polarity"),
    [
        ("Shield cooks and other sailors from torture", "torture", "avoid"),
        ("Protect cooks from theft and sexual violence", "gender-based-violence", "avoid"),
        ("Protect cooks in the fight against torture", "torture", "prevent-or-combat"),
        ("Protect cooks from torture and prosecute its authors", "prosecution", ""),
    ],
)
def test_what_somebody_is_protected_from_is_avoided(
    sentence: str, theme: str, polarity: str
) -> None:
    made = {short(s.entity): short(s.polarity) for s in asked(sentence).statements()}
    assert made[theme] == polarity


@pytest.mark.parametrize(
    ("sentence", "theme", "polarity"),
    [
        ("Pay for measures towards the full protection of minorities", "minorities", "promote"),
        ("Pay for ferries and the full protection of minorities", "minorities", ""),
        (
            "Pay more for efforts towards the implementation of international instruments",
            "treaty-implementation",
            "promote",
        ),
        (
            "Paint maps of efforts that precede the implementation of international instruments",
            "treaty-implementation",
            "",
        ),
        ("Guarantee human rights, including the right to education", "education", "promote"),
        ("List human rights, including the right to education", "education", ""),
    ],
)
def test_an_aim_is_furthered_and_what_is_included_as_that_which_includes_it(
    sentence: str, theme: str, polarity: str
) -> None:
    made = {short(s.entity): short(s.polarity) for s in asked(sentence).statements()}
    assert made.get(theme, "") == polarity
