"""A paragraph behind a list may say what is answered to all of it."""

from __future__ import annotations

import pytest
from reading.test_documents import read, said

REVIEW = """REPORT OF THE WORKING GROUP ON THE UNIVERSAL PERIODIC REVIEW

II. CONCLUSIONS AND/OR RECOMMENDATIONS

56. In the discussion, the following recommendations were made to Togo:

1. To train judges (Peru);

2. To pay nurses (Chile).

57. {answer}

58. The recommendations below enjoy the support of Togo:

1. To open ports (Kenya).
"""


@pytest.mark.parametrize(
    "answer",
    [
        "These recommendations will be examined by Togo, which will respond in due time.",
        "The above recommendations enjoy the support of Togo.",
        "All the recommendations listed above were rejected.",
    ],
)
def test_what_is_said_of_all_above_is_the_answer_to_each(answer: str) -> None:
    *above, below = said(read(REVIEW.format(answer=answer)).document, "position")
    assert above == [answer, answer] and below.startswith("The recommendations below")


@pytest.mark.parametrize("but", ["save for recommendation", "except for recommendations 7 and"])
def test_what_an_answer_leaves_out_by_its_number_has_none(but: str) -> None:
    answer = f"The above recommendations enjoy the support of Togo, {but} 2."
    assert said(read(REVIEW.format(answer=answer)).document, "position")[0] == answer
    assert len(said(read(REVIEW.format(answer=answer)).document, "position")) == 2


@pytest.mark.parametrize("but", ["with the exception of 1 to 3", "except for some"])
def test_what_an_introduction_leaves_out_has_no_answer(but: str) -> None:
    lead = f"58. The recommendations below enjoy its support, {but}:"
    text = REVIEW.replace("58. The recommendations below enjoy the support of Togo:", lead)
    found = said(read(text.format(answer="They differ.")).document, "position")
    assert not [words for words in found if "below" in words]


@pytest.mark.parametrize(
    "answer",
    [
        "The above recommendations enjoy the support of Togo, save for the last.",
        "The above recommendations enjoy the support of Togo, but need time in part.",
        "Some of these recommendations were noted.",
        "Togo will publish these recommendations.",
        "Togo noted many recommendations in its first review.",
    ],
)
def test_what_is_said_of_some_is_the_answer_to_none(answer: str) -> None:
    found = said(read(REVIEW.format(answer=answer)).document, "position")
    assert not {words for words in found if answer in words}


@pytest.mark.parametrize("form", ["{answer}\n\n{item}\n\n", "{item}\n\n{answer}\n\n"])
def test_an_answer_in_a_line_of_its_own_is_above_each_recommendation_or_below_each(
    form: str,
) -> None:
    answers = [("Supported", "Noted")[number % 2] for number in range(12)]
    items = [f"6.{number + 1} Train judges in town {number} (Peru);" for number in range(12)]
    pairs = zip(answers, items, strict=True)
    body = "".join(form.format(answer=answer, item=item) for answer, item in pairs)
    head, _, _ = REVIEW.partition("56.")
    assert said(read(head + body).document, "position") == answers
