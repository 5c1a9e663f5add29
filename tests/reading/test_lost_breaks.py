"""Texts of pages whose lines ran together are parted at the numbers of their paragraphs."""

from __future__ import annotations

import pytest
from reading.test_documents import asked, read, said

from gcm_kg.importing.first_page import first_page

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
