"""Numbers that go on from the conclusions into the recommendations."""

from __future__ import annotations

import pytest
from reading.test_documents import asked, read

CONCLUSIONS = "Report of the meeting\n\nI. Conclusions\n\n1. Wages fell.\n\n2. Ports were shut.\n\n"


@pytest.mark.parametrize(
    "lead",
    [
        "Participants recommended that Governments:\n\n",
        "Participants put forward these recommendations:\n\n",
        "",
    ],
)
def test_recommendations_may_be_numbered_on_from_the_conclusions(lead: str) -> None:
    items = "3. Pay all.\n\n4. Train all.\n\n5. Put it up.\n"
    text = f"{CONCLUSIONS}II. Recommendations\n\n{lead}{items}"
    assert asked(read(text).document) == ["Pay all.", "Train all.", "Put it up."]


def test_numbers_of_which_most_ask_are_all_recommendations() -> None:
    items = "3. Pay all.\n\n4. Train all.\n\n5. Zigzag at sea.\n"
    document = read(f"{CONCLUSIONS}II. Recommendations\n\n{items}").document
    assert asked(document) == ["Pay all.", "Train all.", "Zigzag at sea."]


def test_a_paragraph_that_leads_to_something_else_makes_no_recommendations() -> None:
    items = "The group heard of three ports:\n\n3. Lima.\n\n4. Oran.\n\n5. Cork.\n"
    assert asked(read(f"{CONCLUSIONS}II. Recommendations\n\n{items}").document) == []


def test_paragraphs_that_tell_what_was_recommended_are_none() -> None:
    told = "3. They were written in May.\n\n4. Few were read.\n\n5. One was lost.\n"
    assert asked(read(f"{CONCLUSIONS}II. Recommendations\n\n{told}").document) == []
