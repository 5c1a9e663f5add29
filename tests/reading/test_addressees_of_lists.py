"""Whom the words before a list ask, in a summary of sessions."""

from __future__ import annotations

import pytest

from gcm_kg.project import this_project
from gcm_kg.reading.documents import read_as
from gcm_kg.reading.sources import profiles_of

SUMMARY = (
    "I. Opening\n\nIt rained.\n\nII. Areas\n\na. Work\n\n{lead}\n\n- Train all.\n- Pay all.\n\n"
)


@pytest.mark.parametrize(
    ("lead", "asked"),
    [
        ("It was proposed that countries of destination:", "countries of destination"),
        ("Participants called upon port States to:", "port States"),
        ("Under this heading it was recommended to:", ""),
        ("Participants saw a need to:", ""),
        ("It was recommended in particular:", ""),
        ("It was proposed that port States do more.", ""),
        ("To States of the region, with thanks", ""),
    ],
)
def test_all_items_of_a_list_are_asked_of_those_whom_the_words_before_it_ask(
    lead: str, asked: str
) -> None:
    text = SUMMARY.format(lead=lead) + "b. Pay\n\nIt was said.\n\n- Count all.\n"
    document = read_as(text, profiles_of(this_project()), kind="consultation-summary").document
    said = [
        [document.text[a.start : a.end] for a in part.attributes]
        for part in document.recommendations()
    ]
    assert said == [[asked] if asked else []] * 2 + [[]]
