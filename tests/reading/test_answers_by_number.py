"""What is answered to recommendations by their numbers is the answer to each of them."""

from __future__ import annotations

from reading.test_documents import read

REVIEW = """Report of the Working Group on the Universal Periodic Review
Togo
Addendum
1. {}
Recommendations
104.1 Train judges (Peru);
104.2 Pay nurses (Chile);
104.3 Open ports (Kenya);
104.4 Plant trees (Malta).
"""


def answers(words: str) -> list[str]:
    document = read(REVIEW.format(words)).document
    places = (
        next(((a.start, a.end) for a in part.attributes if a.relation == "position"), (0, 0))
        for part in document.recommendations()
    )
    return [document.text[slice(*place)] for place in places]


def test_sentences_and_rows_answer_the_recommendations_whose_numbers_they_name() -> None:
    first, second = "Recommendations 104.1 and 104.3–104.4 are accepted.", "104.2 is noted."
    assert answers(f"{first} Recommendation {second}") == [
        first, f"Recommendation {second}", first, first
    ]  # fmt: skip
    rows = "The table says it.\n\n104.1, 104.3\tNoted\tLater\n\n104.2\tSupported\tDone"
    assert answers(rows) == ["Noted", "Supported", "Noted", ""]


def test_what_is_said_of_some_of_a_range_or_twice_is_no_answer() -> None:
    assert not any(answers("Of recommendations 104.1 to 104.4, three are accepted."))
    assert answers("104.1 is noted. Recommendation 104.1 was accepted.")[0] == ""


def test_a_point_of_a_paragraph_is_no_list_of_recommendations() -> None:
    assert not any(answers("The recommendations in paragraph 104 (b) are noted."))
    assert all(answers("The recommendations in paragraph 104 are noted."))
