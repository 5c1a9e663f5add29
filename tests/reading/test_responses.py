"""What is answered behind all recommendations, by their numbers, is the answer to each of them."""

from __future__ import annotations

import pytest
from reading.test_documents import read

from gcm_kg.reading.responses import answer_at

LABELS = "R1. Train judges.\n\nR2. Pay nurses.\n\nR3. Open the ports of Togo.\n\n"
NUMBERS = LABELS.replace("R", "4")
BEHIND = "Recommendations\n\n{}Response of the Ministry of Justice\n\n{}\n"


def answers(listed: str, *said: str) -> list[str]:
    document = read(BEHIND.format(listed, "\n\n".join(said)), kind="general").document
    return [
        next((document.text[a.start : a.end] for a in p.attributes if a.relation == "position"), "")
        for p in document.recommendations()
    ]


@pytest.mark.parametrize(
    ("listed", "said", "expected"),
    [
        (LABELS, ("R1: Noted. It began.", "R3: Accepted."), ["Noted.", "", "Accepted."]),
        (LABELS, ("Recommendations 1 to 3: Noted.",), ["Noted."] * 3),
        (LABELS, ("R1: The Ministry does not accept this recommendation.",),
         ["The Ministry does not accept this recommendation", "", ""]),
        (NUMBERS, ("Paragraph 42: Togo accepts the recommendation.", "Paragraph 43 is long."),
         ["", "Togo accepts the recommendation", ""]),
        (NUMBERS, ("Paragraph 42: Accepted.", "Paragraph 42: Noted."), [""] * 3),
        (LABELS, ("The Ministry accepted recommendation 1 and did not accept recommendation 3.",),
         ["The Ministry accepted recommendation 1", "", "did not accept recommendation 3."]),
        (LABELS, ("Recommendations 1 and 3 are accepted.",),
         ["Recommendations 1 and 3 are accepted.", "", "Recommendations 1 and 3 are accepted."]),
        (LABELS, ("Most of recommendations 1 to 3 were accepted.",), [""] * 3),
        (NUMBERS, ("Paragraph 42: Togo accepted the recommendation of the Board to close it.",),
         [""] * 3),
    ],
)  # fmt: skip
def test_answers_in_a_section_behind_the_list_are_to_the_numbers_that_they_name(
    listed: str, said: tuple[str, ...], expected: list[str]
) -> None:
    assert answers(listed, *said) == expected


def test_the_answer_to_a_number_that_two_recommendations_have_is_to_neither() -> None:
    twice = "1. Train judges.\n\nRecommendations to Chad\n\n1. Pay nurses.\n\n"
    assert answers(twice, "Recommendation 1: Accepted.") == ["", ""]


@pytest.mark.parametrize("words", ["Accept refugees.", "Support nurses. Accepted.", "It was noted"])
def test_what_asks_or_tells_is_no_answer(words: str) -> None:
    assert answer_at(words, 0, len(words)) is None
