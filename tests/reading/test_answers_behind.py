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
        "The response of Togo to these recommendations will be included in the report of May.",
        "Togo has noted these recommendations for consideration and response in due time.",
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
        "The response of Togo to some of these recommendations will be included in the report.",
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


@pytest.mark.parametrize(
    "words",
    [
        "Togo rejected those recommendations based on one or more of the following arguments:"
        " (a) no people can accept them; (b) no town should pay.",
        "In the discussion, the following conclusions were made, with the agreement of Togo:\n\n"
        "1. Efforts to train judges were commended (None);\n\n2. The law was welcomed (None).",
    ],
    ids=["arguments", "conclusions"],
)
def test_arguments_and_conclusions_are_no_recommendations(words: str) -> None:
    document = read(REVIEW.format(answer=words)).document
    found = [part.identifier for part in document.recommendations()]
    assert found == ["56.1", "56.2", "58.1"]


@pytest.mark.parametrize("paragraph", ["12 (b) and (c)", "55", "12"])
def test_what_is_answered_to_a_paragraph_of_the_report_names_no_number(paragraph: str) -> None:
    answer = f"The recommendations in paragraph {paragraph} did not enjoy the support of Togo."
    text = REVIEW.replace("II. CONC", "12. Peru recommended much.\n\n55. So it was.\n\nII. CONC")
    (told,) = read(text.format(answer=answer)).warnings
    assert told.startswith(f"not read are the recommendations in paragraph {paragraph}, ")


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (
            "The recommendations noted in the report in paragraphs: 8 (a) and (b); and 7 (a), above"
            " did not enjoy the support of Togo.",
            "paragraphs: 8 (a) and (b); and 7 (a), above, of which it says “did not enjoy",
        ),
        (
            "Other recommendations noted in the report in paragraphs  6, and 7 above, will be "
            "examined by Togo.",
            "paragraphs 6, and 7 above, of which it says “will be examined”",
        ),
        ("The recommendations were read in paragraph 7. It was noted.", ""),
    ],
)
def test_answers_to_recommendations_among_what_was_said_are_told(words: str, told: str) -> None:
    text = (
        "Report of the Working Group on the Universal Periodic Review\nTogo\n\n7. Chad spoke.\n\n"
        "II. Conclusions and/or recommendations\n\n9. The recommendations below enjoy the support "
        f"of Togo:\n\n1. Train (Peru);\n2. Pay (Mali).\n\n10. {words}\n"
    )
    warnings = read(text).warnings
    assert [told in each for each in warnings] == ([True] if told else [])
