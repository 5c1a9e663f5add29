"""A State that the title of a table names is asked by its rows."""

from __future__ import annotations

import pytest

from gcm_kg.reading.table_words import addressees_in


@pytest.mark.parametrize(
    "title",
    [
        "Universal Periodic Review – third cycle – Togo: thematic list of recommendations",
        "Recommendations on asylum addressed to Togo",
        "Plan for recommendations of the Universal Periodic Review – Togo",
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
