"""What is answered below each recommendation of a review is the answer to it, and to no other."""

from __future__ import annotations

import pytest
from reading.test_documents import read, said

FRONT = """Report of the Working Group on the Universal Periodic Review

Togo

Addendum

1. Togo reviewed all recommendations with care.
"""
NAMES = ("Chile", "Peru", "Fiji")


def review(form: str, *answers: str) -> str:
    items = (
        form.format(number=number, name=name, answer=answer)
        for number, (name, answer) in enumerate(zip(NAMES, answers, strict=True), 5)
    )
    return FRONT + "\n" + "\n".join(items)


@pytest.mark.parametrize(
    "form",
    [
        "59.{number} Train judges ({name}).\n\n{answer}\n",
        "59.{number} Train judges ({name}).\n\nResponse: {answer}\n",
        "Recommendation 59.{number} ({name}): Train judges.\n\n{answer}\n",
        "{number}. Recommendation 59.{number} ({name}): Train judges.\n\n{answer}\n",
    ],
)
def test_what_stands_below_a_recommendation_answers_it_whatever_is_said_behind(form: str) -> None:
    text = review(form, "Noted. The law is old.", "Accepted in part. It rained.", "Accepted.")
    document = read(text, "universal-periodic-review").document
    assert said(document, "position") == ["Noted.", "Accepted in part.", "Accepted."]
    assert said(document, "recommendedBy") == list(NAMES)


def test_sentences_on_this_recommendation_answer_it() -> None:
    answers = (
        "Togo notes this recommendation.",
        "Accepted.",
        "Togo does not support this recommendation.",
    )
    text = review("59.{number} Train judges ({name}).\n\n{answer}\n", *answers)
    assert said(read(text, "universal-periodic-review").document, "position") == list(answers)


def test_a_recommendation_that_is_not_answered_has_no_answer_of_the_one_before() -> None:
    text = review("59.{number} Train judges ({name}).\n\n{answer}\n", "Noted.", "", "Accepted.")
    document = read(text, "universal-periodic-review").document
    told = [
        [document.text[a.start : a.end] for a in part.attributes if a.relation == "position"]
        for part in document.recommendations()
    ]
    assert told == [["Noted."], [], ["Accepted."]]


def test_an_answer_with_its_reasons_is_not_that_of_the_recommendations_below() -> None:
    answers = ("Noted. The law is old.", "Judges are trained.", "It rained.")
    text = review("59.{number} Train judges ({name}).\n\n{answer}\n", *answers)
    assert "Noted" not in "".join(
        said(read(text, "universal-periodic-review").document, "position")
    )
