"""A treaty is known by the words of its name, whatever small words stand between them."""

from __future__ import annotations

import pytest
from extraction.sentences import asked


@pytest.mark.parametrize(
    ("name", "treaty"),
    [
        ("Convention of the Rights of the Child", "crc"),
        ("International Convention on Protection of the Rights of All Migrants Workers and Members"
         " of Their Family", "icrmw"),
        ("United Nations Convention relating to the Reduction of Statelessness, 1961", ""),
        ("Convention on Suppression of the Traffic of Persons", "traffic-1950"),
        ("Convention for the Rights of Seafarers", ""),
        ("optional protocol to the Convention on the Rights of the Child", ""),
    ],
)  # fmt: skip
def test_a_name_with_the_words_of_one_label_is_that_treaty(name: str, treaty: str) -> None:
    said = asked(f"Ratify the {name}").said("cites")
    assert said == ([(treaty, "ratify")] if treaty else [])


@pytest.mark.parametrize(
    ("name", "treaty"), [("Rome statute", "rome-statute"), ("refugee convention", "")]
)
def test_the_noun_of_a_name_may_be_small_where_another_word_is_not(name: str, treaty: str) -> None:
    assert asked(f"Ratify the {name}").said("cites") == ([(treaty, "ratify")] if treaty else [])


@pytest.mark.parametrize(
    "words",
    [
        "all outstanding international instruments, in particular UNTOC",
        "a number of conventions, inter alia, UNTOC",
        "several treaties to which it is not yet a party, including UNTOC",
        "the remaining conventions (UNTOC",
        ", in particular, UNTOC",
    ],
)
def test_words_that_say_of_which_kind_a_name_is_leave_it_to_the_verb(words: str) -> None:
    assert asked(f"Ratify {words}").said("cites") == [("untoc", "ratify")]


def test_human_rights_treaties_are_cited_together() -> None:
    said = asked("Accede to the core international human rights treaties").said("cites")
    assert said == [("human-rights-treaties", "ratify")]


@pytest.mark.parametrize(
    ("words", "group"),
    [
        ("the fundamental conventions of the ILO", "ilo-fundamental-conventions"),
        ("the Palermo Protocols", "untoc-protocols"),
        ("the treaties to which it is not yet a party", "treaties-of-a-state"),
        ("the main conventions, to which New Zealand is not yet party", "treaties-of-a-state"),
        ("the international instruments that it has not signed", "treaties-of-a-state"),
        ("the instruments to which Malta is not party", "treaties-of-a-state"),
    ],
)
def test_other_treaties_are_cited_together(words: str, group: str) -> None:
    assert asked(f"Accede to {words}").said("cites") == [(group, "ratify")]


def test_treaties_of_nobody_are_not_cited() -> None:
    assert not asked("Accede to further treaties").said("cites")
    assert not asked("Report on the treaties to which the Council has referred").said("cites")


def test_the_bodies_of_human_rights_treaties_are_not_the_treaties() -> None:
    assert asked("Answer the human rights treaty bodies").said("cites") == []


@pytest.mark.parametrize(
    ("sentence", "named"),
    [
        ("Transpose Council Directive 2003/86/EC", [("Council Directive 2003/86/EC",)]),
        ("Transpose Directive 2011/36/EU", [("Directive 2011/36/EU", "eu-2011-36")]),
        ("Follow Directive 9 on boats", []),
    ],
)
def test_an_act_of_the_european_union_is_named_by_its_number(
    sentence: str, named: list[tuple[str, ...]]
) -> None:
    assert asked(sentence).named() == named
