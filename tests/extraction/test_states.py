"""States are found by all their names, and not in the names of other things."""

from __future__ import annotations

import pytest
from extraction.sentences import told


@pytest.mark.parametrize(
    ("words", "state"),
    [
        ("Iran (Islamic Republic of)", "ir"),
        ("Islamic Republic of Iran", "ir"),
        ("Iran", "ir"),
        ("the Netherlands", "nl"),
        ("Kingdom of the Netherlands", "nl"),
        ("United Kingdom", "gb"),
        ("UK", "gb"),
        ("Vietnam", "vn"),
        ("Turkey", "tr"),
        ("Turkiye", "tr"),
        ("Cape Verde", "cv"),
        ("Côte d'Ivoire", "ci"),
        ("Cote d’Ivoire", "ci"),
        ("Co\u0302te d`Ivoire", "ci"),
        ("Côte dʼIvoire", "ci"),
        ("CÔTE D'IVOIRE", "ci"),
        ("Bolivia (Plurinational State of)", "bo"),
        ("Bolivarian Republic of Venezuela", "ve"),
        ("Republic of Korea", "kr"),
        ("Democratic People’s Republic of Korea", "kp"),
        ("DPRK", "kp"),
        ("Lao PDR", "la"),
        ("Micronesia (Federated States of)", "fm"),
        ("Swaziland", "sz"),
        ("Libyan Arab Jamahiriya", "ly"),
        ("the former Yugoslav Republic of Macedonia", "mk"),
        ("Burma", "mm"),
        ("Guinea Bissau", "gw"),
        ("Equatorial Guinea", "gq"),
        ("Papua New Guinea", "pg"),
        ("Guinea", "gn"),
        ("Nigeria", "ng"),
        ("the Niger", "ne"),
        ("Congo", "cg"),
        ("Democratic Republic of the Congo", "cd"),
        ("DRC", "cd"),
        ("Dominica", "dm"),
        ("Dominican Republic", "do"),
        ("Sao Tome and Principe", "st"),
        ("Holy See", "va"),
        ("Palestine", "ps"),
        ("Timor Leste", "tl"),
        ("South Sudan", "ss"),
        ("the Mexican authorities", "mx"),
        ("Government of the Philippines", "ph"),
    ],
)
def test_a_state_has_many_names(words: str, state: str) -> None:
    assert [entities for _, *entities in told(f"This was said by {words}, too.").named()] == [
        [state]
    ]


@pytest.mark.parametrize(
    "words",
    [
        "New Mexico",
        "Northern Ireland",
        "American Samoa",
        "the Gulf of Oman",
        "the Niger Delta",
        "Lake Chad",
        "the Jordan Valley",
        "South Georgia",
        "a chad",
        "roast turkey",
        "guinea pigs",
        "Omani dates",
        "Mexican food",
        "romania",
    ],
)
def test_what_only_sounds_like_a_state_is_none(words: str) -> None:
    named = told(f"They spoke of {words}.").named()
    assert not [entity for _, *entities in named for entity in entities]


@pytest.mark.parametrize("office", ["Secretary of Justice", "Prosecutor", "Committee on Work"])
def test_offices_with_the_word_state_in_their_names_are_no_states(office: str) -> None:
    assert ("states",) not in told(f"The State {office} said that fees are high.").said(
        "namesActor"
    )
