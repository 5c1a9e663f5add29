"""What the labels of the vocabulary must and must not find, in sentences of other documents."""

from __future__ import annotations

import pytest
from extraction.sentences import asked, told


@pytest.mark.parametrize(
    "sentence",
    [
        "Facilitate identification and prosecution of those who recruit by force",
        "Improve the identification of traffickers at airports",
        "Identify and disrupt the networks behind it",
    ],
)
def test_finding_those_who_did_it_is_no_identification_of_victims(sentence: str) -> None:
    assert ("identification-and-referral",) not in asked(sentence).said("hasTheme")


@pytest.mark.parametrize(
    "sentence",
    [
        "Improve the identification of victims at airports",
        "Strengthen victim identification and prosecution of traffickers",
        "Train nurses to identify those in need",
    ],
)
def test_finding_those_in_need_is_identification(sentence: str) -> None:
    assert ("identification-and-referral",) in asked(sentence).said("hasTheme")


@pytest.mark.parametrize(
    ("sentence", "theme"),
    [
        ("Combine training, intelligence and care", "information-sharing"),
        ("Hear well-trained interpreters", "capacity-building"),
        ("Keep an open access library", "technology"),
    ],
)
def test_a_modifier_or_a_word_of_many_senses_is_no_theme(sentence: str, theme: str) -> None:
    assert (theme,) not in asked(sentence).said("hasTheme")


@pytest.mark.parametrize(
    ("sentence", "theme"),
    [
        ("Foster sharing of intelligence", "information-sharing"),
        ("See that nurses are trained", "capacity-building"),
    ],
)
def test_the_same_word_in_its_own_sense_is_one(sentence: str, theme: str) -> None:
    assert (theme,) in asked(sentence).said("hasTheme")


def test_firewalls_and_regularization_are_two_themes() -> None:
    both = asked("Implement firewall and regularization policies").said("hasTheme")
    assert {("regularization",), ("firewalls",)} <= set(both)
    assert ("firewalls",) not in asked("Widen regularization").said("hasTheme")


@pytest.mark.parametrize(
    ("words", "actor"),
    [
        ("transit and destination countries", "countries-of-transit-and-destination"),
        ("countries of transit or destination", "countries-of-transit-and-destination"),
        (
            "countries of origin, transit and destination",
            "countries-of-origin-transit-and-destination",
        ),
    ],
)
def test_only_the_countries_that_are_named_are_meant(words: str, actor: str) -> None:
    assert told(f"They were met in {words}.").said("namesActor") == [(actor,)]


@pytest.mark.parametrize(
    "sentence",
    [
        "Review rules that may unintentionally increase the risk of abuse",
        "Assess whether a law does unintended harm",
    ],
)
def test_harm_that_is_not_meant_is_what_do_no_harm_speaks_of(sentence: str) -> None:
    assert asked(sentence).said("appliesPrinciple") == [("do-no-harm",)]


@pytest.mark.parametrize(
    ("sentence", "theme"),
    [
        ("Promote and protect the rights of persons with disabilities", "protection"),
        ("Enact data protection", "protection"),
        ("Abolish capital punishment", "prosecution"),
        ("Act with conviction", "prosecution"),
        ("Ask the international financial institutions for loans", "private-sector"),
    ],
)
def test_words_about_something_else_are_no_theme(sentence: str, theme: str) -> None:
    assert (theme,) not in asked(sentence).said("hasTheme")


@pytest.mark.parametrize(
    ("sentence", "theme"),
    [
        ("Promote and protect the rights of migrants", "protection"),
        ("Protect those who flee", "protection"),
        ("Publish each conviction of a trafficker", "prosecution"),
        ("Work with financial institutions", "private-sector"),
    ],
)
def test_words_about_the_theme_itself_are_one(sentence: str, theme: str) -> None:
    assert (theme,) in asked(sentence).said("hasTheme")


@pytest.mark.parametrize(
    ("sentence", "actions"),
    [
        ("Continue to train nurses", [("train",)]),
        ("Intensify their efforts to combat fraud", [("combat",)]),
        ("Step up efforts to fight and prevent fraud", [("combat",), ("prevent",)]),
        ("Take the necessary steps to ratify UNTOC", [("ratify",)]),
        ("Continue the dialogue", [("maintain",)]),
        ("Strengthen efforts of nurses", [("strengthen",)]),
    ],
)
def test_what_is_asked_is_what_the_efforts_are_for(
    sentence: str, actions: list[tuple[str, ...]]
) -> None:
    assert asked(sentence).said("requestsAction") == actions


@pytest.mark.parametrize(
    ("sentence", "name", "cited"),
    [
        ("Ratify the Traﬃcking Protocol", "Traﬃcking Protocol", ("trafficking-protocol", "ratify")),
        ("Fulﬁl UNTOC", "UNTOC", ("untoc", "implement")),
        ("Ratify UNTOC² soon after", "UNTOC", ("untoc",)),
        ("Ratify UNTOC³ and UNCAC", "UNTOC", ("untoc", "ratify")),
        ("Become a State party to UNTOC", "UNTOC", ("untoc", "ratify")),
    ],
)
def test_ligatures_and_the_marks_of_footnotes_do_not_hide_a_name(
    sentence: str, name: str, cited: tuple[str, ...]
) -> None:
    case = asked(sentence)
    assert case.named()[0][0] == name
    assert cited in case.said("cites")


def test_a_small_word_in_a_name_may_have_a_capital_or_none() -> None:
    title = "International Convention on the Protection of the Rights of {} Migrant Workers"
    for word in ("all", "All"):
        name = f"{title.format(word)} and Members of Their Families"
        assert asked(f"Ratify the {name}").said("cites") == [("icrmw", "ratify")]
