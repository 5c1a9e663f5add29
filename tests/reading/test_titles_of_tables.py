"""A State that the title of a table names is asked by its rows."""

from __future__ import annotations

import pytest

from gcm_kg.reading.table_words import addressees_in, mechanism_in


@pytest.mark.parametrize(
    "title",
    [
        "Universal Periodic Review – third cycle – Togo: thematic list of recommendations",
        "Recommendations on asylum addressed to Togo",
        "Plan for recommendations of the Universal Periodic Review – Togo",
        "Universal Periodic Review – Togo – Addendum",
        "Mid-term report of Togo",
    ],
)
def test_a_state_that_a_title_names_beside_its_recommendations_is_asked(title: str) -> None:
    assert [title[a:b] for a, b in addressees_in(title, (0, len(title)))] == ["Togo"]


@pytest.mark.parametrize(
    "title",
    ["Rights of the Child – follow-up", "Recommendations of the Committee – Third Cycle", "Togo"],
)
def test_other_words_of_a_title_name_nobody(title: str) -> None:
    assert not [title[a:b] for a, b in addressees_in(title, (0, len(title)))]


@pytest.mark.parametrize(
    ("title", "makers"),
    [
        (
            "Follow-up: Special Rapporteur on torture, visit to Togo",
            ["Special Rapporteur on torture"],
        ),
        ("Recommendations of the Committee on Work", ["Committee on Work"]),
        ("Recommendations sent to the Committee on Work", []),
        ("Members of the Committee on Work", []),
        ("Recommendations of the Committee on Work and the Committee on Trade: Togo", []),
        ("Recommendations of the Working Group on the Universal Periodic Review", []),
    ],
)
def test_the_one_mechanism_of_a_title_has_made_the_recommendations(
    title: str, makers: list[str]
) -> None:
    assert [title[a:b] for a, b in mechanism_in(title, [(0, len(title))])] == makers


def test_a_visit_in_a_title_says_whom_it_was_made_to() -> None:
    title = "Special Rapporteur on torture, visit to Togo (2031)"
    assert [title[a:b].strip() for a, b in addressees_in(title, (0, len(title)))] == ["Togo"]
