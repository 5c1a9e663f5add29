"""What was answered to labelled recommendations, and lists for those whom a line names."""

from __future__ import annotations

import pytest
from reading.test_documents import asked, read, said

AUDIT = """Internal audit of the office

Recommendations

Recommendation 1: Train all.

Management response: {reply}

Recommendation 2: Pay all.
"""
ADVISORY = """Advisory of the Commission

THE COMMISSION THEREFORE RECOMMENDS:

To the Ministry of Ports:
1. To open clinics.

To employers:
2. To pay all.
"""


@pytest.mark.parametrize(
    ("reply", "answer"),
    [
        ("Agreed. It will be done.", ["Agreed"]),
        ("Partially accepted, since funds are short.", ["Partially accepted"]),
        ("The office has trained some.", []),
        ("Agreed by phone.", []),
    ],
)
def test_a_reply_below_a_label_is_the_answer_to_it(reply: str, answer: list[str]) -> None:
    assert said(read(AUDIT.format(reply=reply)).document, "position") == answer


@pytest.mark.parametrize(
    ("line", "answer"),
    [
        ("Government response: We accept this recommendation. It will be done.", ["accept"]),
        ("Government response: We do not accept this recommendation.", ["do not accept"]),
        ("The Government partially accepts the recommendation.", ["partially accepts"]),
        ("We accept that this recommendation is due.", []),
        ("Not agreed. Funds are short.", ["Not agreed."]),
        ("Agreed funds are short.", []),
    ],
)
def test_the_government_may_answer_in_a_sentence(line: str, answer: list[str]) -> None:
    text = AUDIT.replace("Management response: {reply}", line)
    assert said(read(text).document, "position") == answer


def test_what_stands_below_those_whom_a_line_names_is_asked_of_them() -> None:
    document = read(ADVISORY).document
    assert asked(document) == ["To open clinics.", "To pay all."]
    assert said(document, "addressedTo") == ["Ministry of Ports", "employers"]


def test_items_that_recognize_ask_for_nothing() -> None:
    text = (
        "Recommendations\n\nStates must pay all, and:\n\n(a) Invites all;\n\n(b) Recognizes help.\n"
    )
    assert asked(read(text).document) == ["Invites all;"]


BOARD = """Report of the Board of Auditors

Findings

21. The Board recommends that UNHCR keep a list of cars.

22. {reply}

23. The Board recommends that UNHCR count cars.

24. The list is old.
"""


@pytest.mark.parametrize(
    ("reply", "answer"),
    [
        ("UNHCR agreed with the Board’s recommendation.", ["agreed"]),
        ("The Office did not accept this recommendation, as ever.", ["did not accept"]),
        ("UNHCR accepted that cars are old.", []),
    ],
)
def test_the_paragraph_right_below_may_answer_the_recommendation(
    reply: str, answer: list[str]
) -> None:
    document = read(BOARD.format(reply=reply)).document
    assert said(document, "position") == answer
    assert said(document, "addressedTo") == ["UNHCR", "UNHCR"]


NUMBERED = """Internal audit of the office

Findings

(1) The Office in Togo should count cars.

{}

(2) The Office in Togo should count ships.

The Office accepted recommendation 2 and has begun.
"""


@pytest.mark.parametrize(
    ("reply", "answers"),
    [
        ("The Office partially accepted recommendation 1, as cars are few.", 2),
        ("The Office accepted recommendations 1 and 2.", 1),
        ("The Office accepted recommendation 7.", 1),
    ],
)
def test_a_reply_that_names_the_number_is_the_answer_to_it(reply: str, answers: int) -> None:
    found = said(read(NUMBERED.format(reply)).document, "position")
    assert len(found) == answers and found[-1] == "accepted"


def test_a_form_for_each_recommendation_is_read_with_its_reply() -> None:
    form = (
        "Recommendation {0}\tOpen port {0}.\n\nManagement response\t{1}\n\nKey action\tDeadline\n"
    )
    rows = "\n".join(form.format(n, said) for n, said in ((1, "Accepted"), (2, "Rejected")))
    document = read(f"Management response to the evaluation of ports\n\n{rows}").document
    assert asked(document) == ["Open port 1.", "Open port 2."]
    assert said(document, "position") == ["Accepted", "Rejected"]


@pytest.mark.parametrize("verb", ["partially accepts", "partly supports", "rejects"])
def test_a_verb_before_the_following_recommendations_answers_them(verb: str) -> None:
    text = (
        "Report of the Working Group on the Universal Periodic Review\nTogo\n\n"
        "1. Togo accepts the following recommendations:\n\n9.1 Train all (Peru);\n\n"
        f"2. Togo {verb} the following recommendation:\n\n9.2 Pay all (Chile).\n"
    )
    told = said(read(text).document, "position")
    assert [words.split()[1] for words in told] == ["accepts", verb.split()[0]]
