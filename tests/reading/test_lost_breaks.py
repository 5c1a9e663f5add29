"""Texts of pages whose lines ran together are parted at the numbers of their paragraphs."""

from __future__ import annotations

import pytest
from reading.test_documents import EXPECTED, asked, read, said, written

from gcm_kg.importing.first_page import first_page
from gcm_kg.importing.front_notes import without_notes

FRONT = (
    "A/HRC/99/7 United Nations General Assembly Distr.: General 2 May 2031 Original: English "
    "Human Rights Council Ninth session Agenda item 3 Report of the Special Rapporteur on ports "
    "Summary The report tells of ports. It is said that " + "ports are old and that " * 60
)
PARAGRAPHS = (
    ("I. Introduction", "7. The Rapporteur went to see ports in No. 8 Street.", "8. It rained."),
    (
        "II. Conclusions and recommendations",
        "9. The Rapporteur calls on States to open ports.",
        "10. Governments should help all, including by: (a) Opening doors; (b) Paying guards.",
        "11. Ports are old.",
    ),
)


def glued(line: str) -> str:
    return line.replace(". ", ".").replace(": (", ":(").replace("; (", ";(").replace(") ", ")")


RUNNING = FRONT + "they are. " + " ".join(line for part in PARAGRAPHS for line in part)
GLUED = FRONT + "they are." + "".join(glued(line) for part in PARAGRAPHS for line in part)


@pytest.mark.parametrize("text", [RUNNING, GLUED], ids=["running", "glued"])
def test_numbers_that_go_on_part_a_line_into_paragraphs_below_their_headings(text: str) -> None:
    document = read(text).document
    found = [part.identifier for part in document.recommendations()]
    assert found == ["9", "10.a", "10.b"]
    assert said(document, "addressedTo") == ["States", "Governments", "Governments"]
    headings = [part for part in document.parts if part.kind == "Section"]
    assert [part.identifier for part in headings] == ["I", "II"]


def test_no_sign_of_such_a_text_is_changed() -> None:
    assert read(GLUED).document.text == GLUED


def test_a_long_line_with_few_numbers_is_one_paragraph() -> None:
    text = f"Report on ports\n\n{'Ports are old. ' * 120}7. Act of May. 8. Act of June."
    assert not asked(read(text).document)
    assert len([p for p in read(text).document.parts if p.kind == "Paragraph"]) == 2


@pytest.mark.parametrize("text", [RUNNING, RUNNING.replace("9/7 U", "9/7U")])
def test_the_front_of_such_a_text_says_symbol_date_and_title(text: str) -> None:
    page = first_page(text)
    assert (page.symbol, page.date) == ("A/HRC/99/7", "2031-05-02")
    assert page.title == "Report of the Special Rapporteur on ports"


BRIEF = (
    "Ports are old. " * 110 + "Recommendations to destination states {} Conclusion All was said."
)
NUMBERED = "1. Open ports. 2. Mend nets. 3. Train guards well. 4. Pay them."
SIGNS = "• Open ports. • Mend nets. • Train guards well. • Pay them."


@pytest.mark.parametrize("items", [NUMBERED, SIGNS], ids=["numbers", "signs"])
def test_a_heading_of_recommendations_in_a_line_is_one_above_their_items(items: str) -> None:
    document = read(BRIEF.format(items)).document
    assert asked(document)[:3] == ["Open ports.", "Mend nets.", "Train guards well."]
    assert set(said(document, "addressedTo")) == {"destination states"}


def test_behind_the_last_item_with_a_sign_the_text_goes_on_where_each_is_a_sentence() -> None:
    assert asked(read(BRIEF.format(SIGNS)).document)[3:] == ["Pay them."]


@pytest.mark.parametrize("end", ["(Togo), ", "(Togo);", "(None)."])
def test_a_number_with_a_tabulator_behind_an_item_begins_the_next(end: str) -> None:
    text = (
        "Report of the Working Group on the Universal Periodic Review\n\nTogo\n\n"
        "76. The following recommendations will be examined by Togo:\n\n1. \tTrain judges (Peru);"
        f"\n\n2. \tPay nurses {end}3. \tOpen ports (Kenya);\n\n4. \tPlant trees (Malta).\n"
    )
    document = read(text).document
    assert [part.identifier for part in document.recommendations()] == [
        f"76.{number}" for number in range(1, 5)
    ]
    assert document.text == text


FIRST = "81. The following recommendations enjoy the support of Togo: "
SECOND = "82. The following recommendations will be examined by Togo: "
LISTS = (
    "Human Rights Council Universal Periodic Review\n"
    "Report of the Working Group on the Universal Periodic Review\nTogo\n"
    "80. The State thanked all. II. CONCLUSIONS AND/OR RECOMMENDATIONS "
    "{first}{0}Train judges (Peru);{1}Pay nurses (Chad, Mali).{second}{2}Open ports (Kenya);"
    "{3}Plant trees (Malta). 83. All conclusions reflect the position of the States. "
    "Annex Composition of the delegation The delegation was headed by Ms. A. Bee."
)


@pytest.mark.parametrize(
    ("marks", "leads"),
    [
        (("1. \t", " 2. \t", "1. \t", " 2. \t"), ("", " ")),
        (("1. \t", "  2. \t", "1. \t", "  2. "), ("", " ")),
        (("1. ", " 2. ", "1. ", " 2. "), ("", " ")),
        (("81.1. ", "  81.2. ", "82.1. ", "  82.2. "), ("", " ")),
        (("81.1 ", " 81.2 ", "82.1 ", " 82.2 "), ("", " ")),
        (("\n1. ", " 2. \t", "\n1. \t", " 2. "), ("\n", "\n")),
        (("\n81.1. ", " 81.2. ", " 82.1. ", "\n82.2. "), ("\n", " ")),
    ],
)
def test_lists_within_paragraphs_are_parted_wherever_breaks_were_lost(
    marks: tuple[str, ...], leads: tuple[str, str]
) -> None:
    text = LISTS.format(*marks, first=leads[0] + FIRST, second=leads[1] + SECOND)
    document = read(text).document
    assert asked(document) == [
        "Train judges (Peru);",
        "Pay nurses (Chad, Mali).",
        "Open ports (Kenya);",
        "Plant trees (Malta).",
    ]
    numbers = [part.identifier for part in document.recommendations()]
    assert numbers == ["81.1", "81.2", "82.1", "82.2"]
    assert said(document, "position") == [
        each[4:].strip() for each in (FIRST, FIRST, SECOND, SECOND)
    ]


def test_what_is_said_of_all_above_is_parted_from_the_last_item() -> None:
    said_behind = "The recommendations listed above enjoy the support of Togo."
    text = LISTS.format(*(["1. \t", " 2. \t"] * 2), first=FIRST, second=SECOND).replace(
        "Plant trees (Malta).", f"Plant trees (Malta). {said_behind}"
    )
    document = read(text.replace("will be examined by", "were made to")).document
    assert asked(document)[-1] == "Plant trees (Malta)."
    assert said(document, "position")[2:] == [said_behind, said_behind]


def test_a_number_that_is_missing_or_damaged_does_not_end_the_list() -> None:
    items = "".join(f" {n}. Mend port {n} (Peru);" for n in (2, 3, 5, 6))
    text = f"{FIRST}1. Train judges (Peru);{items} 82. All reflect the position of the States."
    document = read(
        f"Report of the Working Group on the Universal Periodic Review\n\nTogo\n\n{text}"
    )
    numbers = [part.identifier for part in document.document.recommendations()]
    assert numbers == ["81.1", "81.2", "81.3", "81.5", "81.6"]


@pytest.mark.parametrize(
    "front",
    [
        "UNITED NATIONS A Distr.General Assembly GENERAL A/HRC/99/7 2 May 2031 Original:  ENGLISH  "
        "HUMAN RIGHTS COUNCIL Ninth session Agenda item 6 UNIVERSAL PERIODIC REVIEW  \n"
        "Report of the Working Group on the Universal Periodic Review * \nTogo \n* Previously "
        "issued under symbol number A/HRC/WG.6/4/L.1; minor revisions have been added.",
        "United Nations \tA/HRC/99/7 Distr.: General General Assembly 2 May 2031 Original: English "
        "Human Rights Council Ninth session Agenda item 6 Universal Periodic Review Report of the "
        "Working Group on the Universal Periodic Review* Togo * \tPreviously issued.",
        "Distr.: General 2 May 2031 Original: English General Assembly A/HRC/99/7 Human Rights "
        "Council Ninth session Agenda item 6 Universal  Periodic Review Report of the Working "
        "Group on the Universal Periodic Review** Togo * Reissued for technical reasons. ** The "
        "annex to the present report is circulated as received. Contents Paragraphs Page",
        "  United Nations  A/HRC/99/7    General Assembly   Distr.: General 2 May 2031  Original: "
        "English  Human Rights Council Ninth session Agenda item 6 Universal Periodic Review   "
        "Report of the Working Group on the Universal Periodic Review*  * The annex to the present "
        "report is circulated as received.   Togo Contents  Paragraphs Page",
        "A/HRC/99/7\n2 May 2031\n\nReport of the Working Group on the Universal Periodic Review*\n"
        "Togo * \tPreviously issued under document symbol A/HRC/WG.6/6/L.2; revised.\nContents",
        "A/HRC/99/7\n2 May 2031\n\nReport of the Working Group on the Universal Periodic Review\n\n"
        "Togo *\n_______\n* Previously issued under the document symbol A/HRC/WG.6/2/L.2.\n",
        "A/HRC/99/7\n2 May 2031\n\nReport of the Working Group on the Universal Periodic Review*\n"
        "* The annex to the present report is circulated as received.\n Togo\n",
    ],
)
def test_the_front_of_a_report_of_the_review_says_its_symbol_date_and_state(front: str) -> None:
    page = first_page(f"{front}\n\nI. Summary\n\n1. The State was reviewed.\n")
    assert (page.symbol, page.date) == ("A/HRC/99/7", "2031-05-02")
    title = "Report of the Working Group on the Universal Periodic Review Togo"
    assert page.title.replace(" – ", " ") == title


@pytest.mark.parametrize(
    "name", ["cmw-observations", "evaluation", "upr-first-cycle", "upr-fourth-grouped"]
)
def test_a_document_on_one_line_has_the_recommendations_that_it_has_on_many(name: str) -> None:
    document = written(name).document
    running = " ".join(document.text.split("\n"))
    others = read(" ".join(running.split())).document
    assert asked(others) == asked(document)
    assert [part.identifier for part in others.recommendations()] == EXPECTED[name][1].split()


def test_an_annex_behind_the_last_item_is_no_part_of_it() -> None:
    text = LISTS.format(*(["1. \t", " 2. \t"] * 2), first=FIRST, second=SECOND)
    text = text.replace(" 83. All conclusions reflect the position of the States.", "")
    assert asked(read(text).document)[-1] == "Plant trees (Malta)."


def test_stars_of_markdown_are_no_marks_of_notes() -> None:
    assert without_notes("**Report** on Togo\n") == "**Report** on Togo\n"
    assert without_notes("Report* on Togo\n") == "Report on Togo\n"
