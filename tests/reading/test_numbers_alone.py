"""Numbers that stand on lines of their own, and titles between numbered paragraphs."""

from __future__ import annotations

import pytest
from reading.test_documents import asked, read, said

from gcm_kg.reading.line_numbers import LineNumbers
from gcm_kg.reading.lines import Line
from gcm_kg.reading.mark import Mark

ALONE = """Report of the Working Group on the Universal Periodic Review
Togo

 II.
Conclusions and/or recommendations
131.
The recommendations listed below enjoy the support of Togo:
131.1.
Train judges (Peru,
Chile);
131.2.
Pay nurses (Kenya).
132.
All conclusions reflect the position of the submitting States.
"""
TITLES = """Report of the Special Rapporteur on the right to education

VI. Recommendations

81. The Special Rapporteur makes the recommendations set out below.

1. States

82. States should:

(a) Open schools;

(b) Pay teachers.

2. Donors and others

83. Donors should give more.

84. I urge all to help.
"""
COMMENT = """Committee on the Rights of the Child
General comment No. 30 (2031) on ports

20. The Convention binds States parties. States parties should open ports.

21. States parties should pay all. The Committee recommends that nurses be paid.
"""
SECRETARY = """Report of the Secretary-General

V. Recommendations

75. I urge the Council:

(a) To pay all;
"""
DECLARED = """New Declaration

We, the Heads of State, have adopted this declaration.

1. Underlining the need for it, we will ensure a prompt reception.

2. We recognize, and will address, all needs.

3. We recognize all needs.
"""


def test_numbers_on_lines_of_their_own_mark_the_words_below_even_in_an_excerpt() -> None:
    document = read(ALONE).document
    assert asked(document) == ["Train judges (Peru, Chile);", "Pay nurses (Kenya)."]
    assert said(document, "addressedTo") == ["Togo", "Togo"]


def test_titles_whose_numbers_stand_between_those_of_paragraphs_are_headings() -> None:
    found = [words.split()[0] for words in asked(read(TITLES).document)]
    assert found == ["Open", "Pay", "Donors", "I"]


def test_a_general_comment_asks_in_sentences() -> None:
    reading = read(COMMENT)
    assert reading.profile == "general-comment"
    assert [w.split()[-1] for w in asked(reading.document)] == ["ports.", "all.", "paid."]


def test_whose_report_or_statement_it_is_asks_in_the_first_person() -> None:
    assert said(read(SECRETARY).document, "recommendedBy") == ["the Secretary-General"]
    front = "End of mission statement of the Special Rapporteur on torture\n\nLima, 3 May 2031"
    document = read(SECRETARY.replace("Report of the Secretary-General", front)).document
    assert said(document, "recommendedBy") == ["Special Rapporteur on torture"]


def test_what_leaders_will_do_is_committed_whatever_stands_before() -> None:
    found = asked(read(DECLARED).document)
    assert [words.split()[0] for words in found] == ["Underlining", "We"]


def test_a_presidential_statement_asks_in_quoted_paragraphs() -> None:
    text = (
        "Statement\n\n“The Security Council hails it.\n\n“The Security Council urges all to act.”"
    )
    assert asked(read(text).document) == ["“The Security Council urges all to act.”"]


@pytest.mark.parametrize("gap", [" ", "\n"])
def test_a_list_may_begin_right_below_words_that_end_without_a_sign(gap: str) -> None:
    lead = "93.{0}The recommendations listed below enjoy the support of Togo\n"
    items = "1.{0}Train judges (Peru)\n2.{0}Pay nurses (Chile)\n"
    front = "Universal Periodic Review\n92.{0}Talks were held.\n"
    text = f"{front}II. CONCLUSIONS AND/OR RECOMMENDATIONS\n"
    document = read((text + lead + items).format(gap)).document
    assert asked(document) == ["Train judges (Peru)", "Pay nurses (Chile)"]


def test_a_line_that_begins_with_millions_is_no_item() -> None:
    text = ALONE.replace("132.", "131.3 million people were heard, and\n132.")
    assert len(asked(read(text).document)) == 2


@pytest.mark.parametrize(("below", "begins"), [("2. Pay nurses", True), ("and it was so", False)])
def test_a_one_begins_a_list_right_above_a_two_and_not_in_the_middle_of_words(
    below: str, begins: bool
) -> None:
    line, following = Line(1, 0, "1. Train judges"), Line(2, 16, below)
    mark = Mark("number", ".", 1, "1", 3)
    assert LineNumbers([line, following]).begin(mark, line, following, new=False) is begins


VISIT = """Report of the Special Rapporteur on ports
on her mission to Togo

I.
Introduction
1.
The mission was in May.
II.
Conclusions and recommendations
71.
Ports are old. The Rapporteur met many who work there and whose wages
are low.
A.
Recommendations to Governments
Prices
• Publish all prices of all ports, and have those who sell a place in
them tell what it costs, how it is paid and who has to pay it, in words
that all who arrive understand, in each of the languages that are spoken
in the port, and do not let it
change
Safety at sea
• Train all guards
B.
Nets
72.
In the context of nets, it is recommended that States:
a)
Mend nets;
b)
Buy nets.
"""


def test_letters_on_lines_of_their_own_mark_headings_and_items() -> None:
    document = read(VISIT).document
    ids = [part.identifier for part in document.recommendations()]
    assert ids == ["II.A.s1.1", "II.A.s1.2", "72.a", "72.b"]
    assert said(document, "addressedTo") == ["Governments", "Governments", "States", "States"]


def test_a_title_between_two_items_without_full_stops_is_no_word_of_the_first() -> None:
    first, second, *_ = asked(read(VISIT).document)
    assert first.endswith("do not let it change") and second == "Train all guards"


def test_the_sign_of_a_paragraph_before_its_number_is_part_of_the_mark() -> None:
    text = "Report\n\nI. Recommendations\n\n§ 34. States should open ports.\n"
    (part,) = read(text).document.recommendations()
    assert part.identifier == "34"
