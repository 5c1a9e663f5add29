"""Documents of the kind are read whole: real, written for the test, and awkward ones."""

from __future__ import annotations

import time
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from gcm_kg.files import load_text
from gcm_kg.model.document import Document
from gcm_kg.reading.summary import read

ROOT = Path(__file__).resolve().parents[2]
REAL = ROOT / "data" / "source" / "gcm-thematic-session-5-summary.txt"
DOCUMENTS = Path(__file__).parent / "documents"


@dataclass(frozen=True)
class Expected:
    """The outline of a document: its sections in order, and how many leaves each part has."""

    sections: str
    paragraphs: dict[str, int]
    items: dict[str, int]
    letters: int = 0
    annex: bool = False
    contents: bool = field(default=False)


EXPECTED = {
    "return": Expected(
        sections="contents I II II.1 II.2 III III.a III.b III.c III.d IV",
        paragraphs={"letter-1": 8, "letter-2": 8, "summary": 4, "contents": 11, "I": 2, "II": 1}
        | {"II.1": 1, "II.2": 1, "III.a": 2, "III.b": 1, "III.c": 2, "III.d": 1, "IV": 1}
        | {"annex": 3},
        items={"III.a": 4, "III.b": 3, "III.c": 2, "III.d": 1},
        letters=2,
        annex=True,
    ),
    "labour": Expected(
        sections="I II II.1 II.2 III III.a III.b III.c IV",
        paragraphs={"summary": 2, "I": 2, "II": 1, "II.1": 1, "II.2": 1, "III.a": 1}
        | {"III.b": 1, "III.c": 1, "IV": 1},
        items={"III.a": 3, "III.b": 3, "III.c": 2},
    ),
    "rights": Expected(
        sections="contents I II III III.1 III.2 IV V",
        paragraphs={"summary": 1, "contents": 7, "I": 1, "II": 1, "III.1": 2, "III.2": 2}
        | {"IV": 1, "V": 1},
        items={"III.1": 2, "III.2": 4},
    ),
    "borders": Expected(
        sections="I II III III.A III.B III.C IV",
        paragraphs={"letter-1": 4, "summary": 1, "I": 1, "II": 1, "III.A": 1, "III.B": 1}
        | {"III.C": 1, "IV": 1, "annex": 1},
        items={"III.A": 2, "III.B": 2, "III.C": 2},
        letters=1,
        annex=True,
    ),
    "health": Expected(sections="I II II.a", paragraphs={}, items={"II.a": 1}),
}


@pytest.fixture(scope="module")
def real() -> Document:
    return read(load_text(REAL))


@pytest.fixture(params=EXPECTED)
def name(request: pytest.FixtureRequest) -> str:
    return str(request.param)


def written(name: str) -> Document:
    return read(load_text(DOCUMENTS / f"{name}.txt"))


def words(document: Document, identifier: str) -> str:
    """The words of a part on one line."""
    return " ".join(document.text_of(document.by_identifier[identifier]).split())


def counts(document: Document, kind: str) -> dict[str, int]:
    """How many leaves of a kind each part holds, in document order."""
    return dict(Counter(part.parent or "" for part in document.leaves() if part.kind == kind))


def kinds(document: Document, *wanted: str) -> list[str]:
    return [part.identifier for part in document.parts if part.kind in wanted]


def summary(areas: str, introduction: str = "A word.") -> str:
    """A whole document of two sections around the text of its areas."""
    return f"I. Introduction\n\n{introduction}\n\nII. Areas\n\n{areas}\n"


# --- documents of the kind


def test_every_document_written_for_the_test_has_an_expected_outline() -> None:
    assert {path.stem for path in DOCUMENTS.glob("*.txt")} == set(EXPECTED)


def test_a_document_has_its_sections_in_order(name: str) -> None:
    assert kinds(written(name), "Section") == EXPECTED[name].sections.split()


def test_a_document_has_its_paragraphs_where_they_stand(name: str) -> None:
    assert counts(written(name), "Paragraph") == EXPECTED[name].paragraphs


def test_a_document_has_its_list_items_as_recommendations(name: str) -> None:
    assert counts(written(name), "Recommendation") == EXPECTED[name].items


def test_every_section_and_annex_has_one_heading(name: str) -> None:
    document = written(name)
    headed = kinds(document, "Section", "ProgrammeOfWork")
    assert list(counts(document, "Heading")) == headed
    assert set(counts(document, "Heading").values()) == {1}


def test_a_document_has_its_letters_and_its_annex(name: str) -> None:
    document = written(name)
    letters = kinds(document, "TransmittalLetter")
    assert letters == [f"letter-{n + 1}" for n in range(EXPECTED[name].letters)]
    assert kinds(document, "ProgrammeOfWork") == ["annex"] * EXPECTED[name].annex


def test_a_document_is_its_leaves_and_the_layout_between_them(name: str) -> None:
    document = written(name)
    assert document.reassembled() == document.text
    assert document.text == (DOCUMENTS / f"{name}.txt").read_bytes().decode("utf-8")


def test_the_written_documents_keep_the_line_ends_that_they_are_to_test() -> None:
    assert b"\r\n" in (DOCUMENTS / "rights.txt").read_bytes()


# --- the real document


def test_the_real_document_has_87_recommendations_in_seven_areas(real: Document) -> None:
    assert list(counts(real, "Recommendation").items()) == [
        *(("III.a", 11), ("III.b", 7), ("III.c", 17), ("III.d", 18)),
        *(("III.e", 12), ("III.f", 15), ("III.g", 7)),
    ]
    assert len(list(real.recommendations())) == 87


def test_the_real_document_is_a_bundle_of_four(real: Document) -> None:
    bundle = [part.identifier for part in real.parts if part.parent == "document"]
    assert bundle == ["letter-1", "letter-2", "summary", "annex"]


def test_the_real_document_has_its_sections_panels_and_areas(real: Document) -> None:
    areas = [f"III.{letter}" for letter in "abcdefg"]
    panels = [f"II.{number}" for number in range(1, 5)]
    expected = ["contents", "I", "II", *panels, "III", *areas, "IV"]
    assert kinds(real, "Section") == expected
    assert counts(real, "Paragraph")["contents"] == 16


def test_the_real_document_is_read_without_loss(real: Document) -> None:
    assert real.reassembled() == real.text == REAL.read_bytes().decode("utf-8")


def test_paragraphs_of_the_real_document_go_on_over_page_breaks(real: Document) -> None:
    paragraphs = counts(real, "Paragraph")
    assert [paragraphs[f"II.{n}"] for n in range(1, 5)] == [2, 2, 2, 1]
    assert [paragraphs[f"III.{letter}"] for letter in "abcdefg"] == [2, 2, 1, 1, 2, 1, 1]
    assert (paragraphs["I"], paragraphs["IV"]) == (3, 4)


# --- what the parts of a document are


@pytest.mark.parametrize("path", [REAL, *sorted(DOCUMENTS.glob("*.txt"))], ids=lambda p: p.stem)
def test_parts_lie_in_their_parents_in_order(path: Path) -> None:
    check_tree(read(load_text(path), str(path)))


def check_tree(document: Document) -> None:
    """Identifiers are unique; leaves are in order; children lie within parents, and before them
    nothing is named."""
    identifiers = [part.identifier for part in document.parts]
    assert len(set(identifiers)) == len(identifiers)
    assert len({(part.component, part.eid) for part in document.parts}) == len(identifiers)
    seen: set[str | None] = {None}
    reached = 0
    for part in document.parts:
        assert part.parent in seen
        seen.add(part.identifier)
        if part.parent:
            above = document.by_identifier[part.parent]
            assert above.start <= part.start < part.end <= above.end
        if part.is_leaf:
            assert part.start >= reached
            assert document.text_of(part) == document.text_of(part).strip()
            reached = part.end


def test_ordinals_count_each_kind_under_each_parent(real: Document) -> None:
    taken: Counter[tuple[str | None, str]] = Counter()
    for part in real.parts:
        taken[part.parent, part.kind] += 1
        assert part.ordinal == taken[part.parent, part.kind]


def test_an_item_is_found_by_its_number_in_the_document() -> None:
    item = written("return").by_identifier["III.b.3"]
    assert words(written("return"), "III.b.3") == "Never send anybody back to danger"
    assert (item.component, item.eid, item.ordinal) == ("main", "sec_III__subsec_b__item_3", 3)


def test_parts_have_identifiers_of_the_akoma_ntoso_style_within_their_component() -> None:
    document = written("return")
    expected = {
        "document": ("", ""),
        "letter-1": ("letter_1", ""),
        "letter-1.p2": ("letter_1", "para_2"),
        "summary": ("main", ""),
        "summary.p1": ("main", "para_1"),
        "contents": ("main", "toc"),
        "contents.p1": ("main", "toc__para_1"),
        "II": ("main", "sec_II"),
        "II.heading": ("main", "sec_II__heading"),
        "II.p1": ("main", "sec_II__para_1"),
        "II.2": ("main", "sec_II__subsec_2"),
        "III.a.p2": ("main", "sec_III__subsec_a__para_2"),
        "annex": ("annex", ""),
        "annex.heading": ("annex", "heading"),
    }
    parts = document.by_identifier
    assert {name: (parts[name].component, parts[name].eid) for name in expected} == expected


def test_offsets_count_code_points() -> None:
    document = read(summary("a. Sea\n\n- Aid \U0001f6a2 e\u0301 at sea\n- Count", "\U0001f600 Hi."))
    assert words(document, "II.a.1") == "Aid \U0001f6a2 e\u0301 at sea"
    assert words(document, "II.a.2") == "Count"


# --- items


def test_an_item_that_wraps_is_one_item() -> None:
    assert words(written("return"), "III.a.3") == (
        "Fund the journey of those who decide to go home from Europe, and of the relatives "
        "who go with them"
    )


def test_an_item_goes_on_behind_a_page_number() -> None:
    assert words(written("return"), "III.b.2").endswith(
        "together with the 4 countries of origin every two years"
    )
    assert words(written("labour"), "III.b.2").endswith("wages that a supplier - 13 - has not paid")


def test_a_word_hyphenated_at_the_end_of_a_line_stays_in_its_item() -> None:
    assert words(written("rights"), "III.1.2") == (
        "Let a judge see every person within forty- eight hours"
    )


def test_items_within_an_item_belong_to_it() -> None:
    assert words(written("rights"), "III.2.3") == (
        "Train officers in: - the Convention on the Rights of the Child "
        "- the languages of the region"
    )


def test_items_further_in_are_items_when_no_colon_announces_them() -> None:
    document = read(summary("a. Sea\n\n- Rescue\n   - Land\n- Register"))
    assert counts(document, "Recommendation") == {"II.a": 3}


def test_an_inner_item_wraps_and_may_stand_behind_a_blank_line() -> None:
    document = read(
        summary("a. Sea\n\n- Fund:\n\n   - boats\n   that float\n\n   - vests\n- Count")
    )
    assert words(document, "II.a.1") == "Fund: - boats that float - vests"
    assert words(document, "II.a.2") == "Count"


@pytest.mark.parametrize("marker", ["-", "–", "—", "*", "•", "▪", "●", "◦", "·", "\uf0b7"])
@pytest.mark.parametrize("space", [" ", "\t", "   ", "\u00a0"])
def test_every_marker_begins_an_item(marker: str, space: str) -> None:
    document = read(summary(f"a. Sea\n\n{marker}{space}Rescue\n{marker}{space}Land all"))
    assert [document.text_of(item) for item in document.recommendations()] == ["Rescue", "Land all"]


@pytest.mark.parametrize("indent", ["", " ", "    ", "\t", "\f", "\u00a0"])
def test_an_item_may_be_indented(indent: str) -> None:
    document = read(summary(f"a. Sea\n\n{indent}- Rescue\n{indent}- Land"))
    assert [document.text_of(item) for item in document.recommendations()] == ["Rescue", "Land"]


@pytest.mark.parametrize("line", ["•Rescue", "-Rescue", "–Rescue", "-Élargir"])
def test_a_marker_needs_no_space_before_a_capital(line: str) -> None:
    document = read(summary(f"a. Sea\n\n{line}\n{line}"))
    assert [document.text_of(item) for item in document.recommendations()] == [line[1:]] * 2


def test_an_item_with_a_number_is_no_heading() -> None:
    document = read(summary("- 1. Boats\n\na. Sea\n\n- Rescue\n- b. Land\n- III. Feed"))
    assert kinds(document, "Section") == ["I", "II", "II.a"]
    assert counts(document, "Recommendation") == {"II.a": 3}
    document = read(summary("a. Sea\n\n- a. Rescue\n- Feed\n\nb. Land\n\n- Go"))
    assert counts(document, "Recommendation") == {"II.a": 2, "II.b": 1}


def test_markers_may_be_mixed_in_one_list() -> None:
    document = read(summary("a. Sea\n\n• Rescue\n\n- Land\n* Feed\n– Heal"))
    assert counts(document, "Recommendation") == {"II.a": 4}


def test_a_marker_alone_on_its_line_begins_the_item_below() -> None:
    document = read(summary("a. Sea\n\n•\nRescue\n\n•\n\nLand them\nin safety\n- Count"))
    items = [" ".join(document.text_of(item).split()) for item in document.recommendations()]
    assert items == ["Rescue", "Land them in safety", "Count"]


def test_a_marker_alone_above_a_heading_is_noise() -> None:
    document = read(summary("a. Sea\n\n- Rescue\n\n-\n\nb. Land\n\n- Settle"))
    assert counts(document, "Recommendation") == {"II.a": 1, "II.b": 1}


@pytest.mark.parametrize("page", ["7", "- 7 -", "– 7", "Page 7", "Page 7 of 12", "7/12", "\f7"])
@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_a_page_number_is_neither_a_paragraph_nor_an_item(page: str, end: str) -> None:
    text = summary(f"a. Sea\n\n- Rescue all who are in\n\n{page}\n\ndistress\n\n{page}\n\n- Land")
    document = read(text.replace("\n", end))
    assert [part.identifier for part in document.recommendations()] == ["II.a.1", "II.a.2"]
    assert counts(document, "Paragraph") == {"I": 1}
    assert words(document, "II.a.1").endswith("distress")
    assert document.reassembled() == document.text


def test_a_page_number_needs_no_blank_lines() -> None:
    document = read(summary("a. Sea\n\n- Rescue all who are in\n7\ndistress\n8\n- Land"))
    assert words(document, "II.a.1") == "Rescue all who are in 7 distress"
    assert counts(document, "Recommendation") == {"II.a": 2}


@pytest.mark.parametrize("rule", ["-----", "_____", "* * *", "=====", "– – –"])
def test_a_drawn_line_is_layout(rule: str) -> None:
    document = read(summary(f"a. Sea\n\n- Rescue\n\n{rule}\n\n- Land"))
    assert counts(document, "Recommendation") == {"II.a": 2}
    assert counts(document, "Paragraph") == {"I": 1}
    assert document.reassembled() == document.text


def test_a_dash_at_the_head_of_a_line_of_running_text_is_a_dash() -> None:
    text = summary("a. Sea\n\nViews differed across regions\n- also within them.\n\n- Rescue")
    document = read(text)
    assert words(document, "II.a.p1") == "Views differed across regions - also within them."
    assert words(document, "II.a.1") == "Rescue"


@pytest.mark.parametrize("line", ["–Pacific partners and", "-", "—\tboth"])
def test_a_dash_in_running_text_may_stand_alone_or_close_to_its_word(line: str) -> None:
    document = read(summary(f"a. Sea\n\nThe Asian\n{line}\nother States.\n\n- Rescue"))
    assert words(document, "II.a.p1") == f"The Asian {' '.join(line.split())} other States."
    assert kinds(document, "Recommendation") == ["II.a.1"]


def test_a_bullet_at_the_head_of_a_line_is_always_a_marker() -> None:
    document = read(summary("a. Sea\n\nStates should\n• rescue"))
    assert words(document, "II.a.1") == "rescue"


def test_dashes_behind_a_colon_or_in_a_row_are_markers() -> None:
    document = read(summary("a. Sea\n\nDelegates said:\n- rescue\n\nStates should\n- count\n- ask"))
    assert counts(document, "Recommendation") == {"II.a": 3}


def test_what_cannot_be_an_end_goes_on_behind_a_page_break() -> None:
    text = "a. Sea\n\nStates and Regional\n\n7\n\nBodies met.\n\n- Go to\n\n8\n\nSea\n\nAll met."
    document = read(summary(text))
    assert words(document, "II.a.p1") == "States and Regional 7 Bodies met."
    assert words(document, "II.a.1") == "Go to 8 Sea"
    assert words(document, "II.a.p2") == "All met."
    document = read(summary("a. Sea\n\n- Go,\n\n8\n\nSwim"))
    assert words(document, "II.a.1") == "Go, 8 Swim"


@pytest.mark.parametrize("mark", [".", "!", "?", "…", ":", ";", "”", '"', "’", "*", ")"])
def test_what_ends_a_sentence_ends_a_paragraph(mark: str) -> None:
    document = read(summary("a. Sea\n\n- Rescue", f"All met{mark}\n\nThen all left."))
    assert counts(document, "Paragraph") == {"I": 2}


def test_a_new_paragraph_behind_a_list_is_no_part_of_its_last_item() -> None:
    document = read(summary("a. Sea\n\n- Rescue.\n\n   The host agreed.\n\n- Land\n\nAll agreed."))
    assert words(document, "II.a.1") == "Rescue."
    assert words(document, "II.a.2") == "Land"
    assert counts(document, "Paragraph")["II.a"] == 2


def test_items_are_recommendations_in_lettered_areas_or_behind_a_lead_in() -> None:
    areas = "1. Sea\n\n- recommendations:\n- a boat\n\nThe recommendations include:\n\n- Rescue"
    areas += "\n\n2. Land\n\n- a road"
    document = read(summary(areas))
    assert counts(document, "Recommendation") == {"II.1": 1}
    assert counts(document, "Paragraph") == {"I": 1, "II.1": 3, "II.2": 1}


def test_items_around_the_body_are_no_recommendations_whatever_introduces_them() -> None:
    listed = "The recommendations are:\n\n- one\n\n"
    text = f"Dear friends,\n\n{listed}Sincerely,\n\nAda\n\nTitle\n\n{listed}"
    text += summary("a. Sea\n\n- Rescue") + f"\nANNEX\n\n{listed}"
    assert kinds(read(text), "Recommendation") == ["II.a.1"]


def test_items_right_below_a_section_do_not_take_the_numbers_of_its_areas() -> None:
    document = read(summary("Recommendations of all:\n\n- Rescue\n\n1. Sea\n\nA word."))
    assert kinds(document, "Recommendation") == ["II.r1"]
    check_tree(document)


# --- headings


def test_a_heading_may_wrap() -> None:
    text = (
        "a. Rescue at sea, and the\nDuties of States\n\nA word.\n\nb. Landing,\nand after\n\n- Go"
    )
    document = read(summary(text))
    assert words(document, "II.a.heading") == "a. Rescue at sea, and the Duties of States"
    assert words(document, "II.b.heading") == "b. Landing, and after"
    assert kinds(document, "Recommendation") == ["II.b.1"]


@pytest.mark.parametrize("rest", ["of children", "   of children IN NEED", "of\nthe Child"])
def test_a_heading_goes_on_with_small_letters_or_behind_small_words(rest: str) -> None:
    document = read(summary(f"a. Protection\n{rest}\n\n- Rescue"))
    assert words(document, "II.a.heading") == f"a. Protection {' '.join(rest.split())}"


@pytest.mark.parametrize("line", ["7", "-----", "- Go", "a. Land", "Annex"])
def test_a_heading_does_not_go_on_with_what_begins_anew(line: str) -> None:
    document = read(f"I. Start\n\na. Air\n- Fly\n\nII. Rescue and\n{line}\n\nA word.")
    assert words(document, "II.heading") == "II. Rescue and"


@pytest.mark.parametrize("indent", ["   ", "\t", "\f"])
def test_headings_may_be_indented(indent: str) -> None:
    text = summary("a. Sea\n- Rescue").rstrip().replace("\n", f"\n{indent}")
    document = read(f"{indent}{text}\n{indent}Annex \n{indent}Monday\n")
    assert kinds(document, "Section", "ProgrammeOfWork") == ["I", "II", "II.a", "annex"]
    assert words(document, "annex.heading") == "Annex"


def test_text_may_follow_a_heading_at_once() -> None:
    document = read(
        "I. Start\nAll met.\nII. Areas\na. Sea\nIt came first.\n- Rescue\nb. Land\n- Go"
    )
    assert kinds(document, "Section") == ["I", "II", "II.a", "II.b"]
    assert words(document, "II.a.p1") == "It came first."


def test_a_sentence_that_begins_like_a_heading_is_none() -> None:
    introduction = (
        "A. Verde opened the session, which was attended by\nmany delegates from all regions."
    )
    document = read(summary("a. Sea\n\n- Rescue", introduction))
    assert words(document, "I.p1") == " ".join(introduction.split())
    for mark in ",;.":
        document = read(summary(f"a. Sea{mark}\n\n1. Sea\n\nRecommendations:\n\n- Rescue"))
        assert kinds(document, "Section") == ["I", "II", "II.1"]
    spaced = "A. Verde opened the session and \n  left again.  "
    assert counts(read(summary("a. Sea\n\n- Rescue", spaced)), "Paragraph") == {"I": 1}
    long = "A. Verde " + "opened the session and " * 12 + "left"
    assert counts(read(summary("a. Sea\n\n- Rescue", long)), "Paragraph") == {"I": 1}


@pytest.mark.parametrize("before", ["in phase", "of paragraph", "and goal", "which led to"])
def test_a_number_at_the_head_of_a_wrapped_line_is_no_heading(before: str) -> None:
    document = read(
        summary("a. Sea\n\n- Rescue", f"It was agreed {before}\n1. The host said so too")
    )
    assert kinds(document, "Section") == ["I", "II", "II.a"]


def test_a_heading_may_follow_an_item_at_once() -> None:
    document = read(summary("a. Sea\n- Rescue,\nb. Land\n- Go on parts\n\nc. Air\n- Fly"))
    assert counts(document, "Recommendation") == {"II.a": 1, "II.b": 1, "II.c": 1}
    entries = "Contents\n\n- I. Introduction and parts\n- II. Areas of\n- a. Goals\nIII. End\n\n"
    document = read(entries + summary("a. Sea\n\n- Rescue") + "\nIII. End\n\nA word.")
    assert counts(document, "Paragraph")["contents"] == 4


def test_a_pronoun_or_an_initial_does_not_begin_the_body() -> None:
    text = "Excellency,\n\nI am glad.\n\nSincerely,\n\nI. Petrov\n\n" + summary(
        "a. Sea\n\n- Rescue"
    )
    document = read(text)
    assert words(document, "I.heading") == "I. Introduction"
    assert words(document, "letter-1.p4") == "I. Petrov"


def test_letters_of_areas_are_not_numbers_of_sections() -> None:
    letters = "abcdefghijklmnopqrstuvwxyz"
    areas = "\n\n".join(f"{letter}. Area\n\n- Act on it" for letter in letters)
    document = read(summary(areas) + "\nIII. End\n\nA word.")
    assert kinds(document, "Section") == ["I", "II", *(f"II.{x}" for x in letters), "III"]


def test_capital_letters_of_areas_may_look_like_numbers_of_sections() -> None:
    letters = "ABCDEFGHIJKLM"
    areas = "\n\n".join(f"{letter}. Area\n\n- Act on it" for letter in letters)
    document = read(summary(areas) + "\nIII. End\n\nA word.")
    assert kinds(document, "Section") == ["I", "II", *(f"II.{x}" for x in letters), "III"]


def test_deeper_numbers_are_no_headings() -> None:
    document = read(summary("a. Sea\n\n1.1 Boats\n\n1.1.1. Vests\n\n(i) Ropes\n\n- Rescue"))
    assert kinds(document, "Section") == ["I", "II", "II.a"]


def test_thirty_nine_sections_are_read() -> None:
    from gcm_kg.reading.outline import ROMAN

    text = "\n\n".join(f"{number}. Part\n\nA word." for number in ROMAN)
    document = read(f"{text}\n\na. Sea\n\n- Rescue")
    assert len(kinds(document, "Section")) == 40
    assert "XXXIX.a.1" in document.by_identifier


# --- the frame


def test_the_last_closing_words_end_a_letter() -> None:
    assert words(written("return"), "letter-1.p5").startswith("We sincerely hope")
    assert words(written("return"), "letter-1.p8").startswith("All Permanent Representatives")


@pytest.mark.parametrize(
    "closing",
    [
        "Sincerely,",
        "Respectfully yours,",
        "Be sure of my highest consideration.",
        "Please accept the assurances of my esteem.",
        "Please accept the assurance of my esteem.",
    ],
)
def test_a_letter_without_an_addressee_ends_with_the_signature(closing: str) -> None:
    text = f"Dear friends,\n\nWe write.\n\nWe ask.\n\n{closing}\n\nA. Bell\n\nThe title\n\n"
    document = read(text + summary("a. Sea\n\n- Rescue"))
    assert counts(document, "Paragraph")["letter-1"] == 5
    assert words(document, "summary.p1") == "The title"
    title = "A report to the Permanent Missions " + "and to all who were there " * 4
    document = read(text.replace("The title", title) + summary("a. Sea\n\n- Rescue"))
    assert words(document, "summary.p1") == title.strip()


@pytest.mark.parametrize("line", ["CONTENTS", "Table of contents", "Contents:"])
def test_the_contents_are_a_part_of_their_own(line: str) -> None:
    text = f"Title\n\n{line}\n\nI. Introduction\nII. Areas\n   a. Sea\n\n"
    document = read(text + summary("a. Sea\n\n- Rescue"))
    assert kinds(document, "Section") == ["contents", "I", "II", "II.a"]
    assert counts(document, "Paragraph") == {"summary": 1, "contents": 3, "I": 1}


@pytest.mark.parametrize(
    "entries",
    [
        "- I. Introduction\n- II. Areas\n  - a. Sea",
        "Introduction\n\nAreas\n\nSea",
        "Introduction\n\nAreas\n\n- I. Sea",
        "I. Introduction\n\nAreas",
        "I. Introduction\nII. Areas\n• Sea",
    ],
)
def test_contents_may_be_items_or_have_no_numbers(entries: str) -> None:
    document = read(f"Contents\n\n{entries}\n\n" + summary("a. Sea\n\n- Rescue"))
    assert kinds(document, "Section") == ["contents", "I", "II", "II.a"]
    assert counts(document, "Recommendation") == {"II.a": 1}


def test_contents_behind_the_body_are_not_those_of_the_document() -> None:
    document = read(summary("a. Sea\n\n- Rescue") + "\nAnnex\n\nContents\n\nI. Tea\n")
    assert kinds(document, "Section") == ["I", "II", "II.a"]
    assert counts(document, "Paragraph")["annex"] == 2


def test_a_list_of_sections_without_a_title_is_not_taken_for_the_body() -> None:
    listed = "I. Introduction\nII. Areas\n- a. Sea\n\nSources\n\n"
    document = read("Title\n\n" + listed + summary("a. Sea\n\n- Rescue"))
    assert kinds(document, "Section") == ["I", "II", "II.a"]
    assert counts(document, "Paragraph")["summary"] == 5


def test_sections_of_an_annex_are_not_those_of_the_body() -> None:
    text = summary("a. Sea\n\n- Rescue") + "\nANNEX\n\nI. Monday\n\n- Tea\n\nII. Tuesday\n\nHome.\n"
    document = read(text)
    assert kinds(document, "Section") == ["I", "II", "II.a"]
    assert counts(document, "Recommendation") == {"II.a": 1}
    assert counts(document, "Paragraph")["annex"] == 4


@pytest.mark.parametrize("line", ["Annex", "ANNEX I", "Annex: Timetable", "ANNEX – Programme"])
def test_an_annex_may_follow_at_once(line: str) -> None:
    document = read(summary("a. Sea\n\n- Rescue").rstrip() + f"\n{line}\nMonday\n")
    assert words(document, "annex.heading") == line
    assert words(document, "II.a.1") == "Rescue"


def test_a_sentence_or_an_item_on_an_annex_begins_none() -> None:
    areas = "a. Sea\n\nAnnexes were asked for.\n\nAnnex I was read out.\n\n- Annex a list of ports"
    assert kinds(read(summary(areas)), "ProgrammeOfWork") == []
    long = f"a. Sea\n\nAnnex one {'tells of ports and ' * 6}ships\n\n- Rescue"
    assert kinds(read(summary(long)), "ProgrammeOfWork") == []
    noted = read(summary("a. Sea\n\n- Rescue all.\nAnnex: not yet written."))
    assert words(noted, "II.a.1") == "Rescue all. Annex: not yet written."
    wrapped = "a. Sea\n\nAll of this is set out in the\nAnnex\n\n- Rescue"
    assert kinds(read(summary(wrapped)), "ProgrammeOfWork") == []


def test_a_byte_order_mark_is_layout() -> None:
    document = read("\ufeff" + summary("a. Sea\n\n- Rescue"))
    assert document.by_identifier["I"].start == 1
    assert document.reassembled() == document.text


# --- time


def repeated(times: int) -> str:
    """A document of many blocks: items, pages, wraps and paragraphs that go on and on."""
    area = "- Rescue\nall of them\n\n12\n\nat sea,\n\nand on\n\nland\n\nrecommendations of\n\n"
    return summary("a. Sea\n\n" + area * times)


def huge_line(times: int) -> str:
    return summary("a. Sea\n\n- Rescue\n\n" + "recommendations of Permanent and a. I. - " * times)


def headings(times: int) -> str:
    return summary("a. Sea\n\n- Rescue\n\n" + "I. Sea\nb. Land\n1. Air\n" * times)


def starts(times: int) -> str:
    return summary("a. Sea\n\n- Rescue\n\n" + "I. Sea\nII. Land\n" * times)


def blanks(times: int) -> str:
    return summary("a. Sea\n\n- Rescue\n\n" + " \t\n- \n\f 7 \n" * times)


def unmarked(times: int) -> str:
    return summary("a. Sea\n\n- Rescue\n\n" + "word,\n\n" * times)


def numbers(times: int) -> str:
    return summary("a. Sea\n\n- Rescue\n\n" + "and\n" * times + "5. x and\n" * times)


@pytest.mark.slow
@pytest.mark.parametrize("make", [repeated, huge_line, headings, starts, blanks, unmarked, numbers])
def test_reading_time_grows_with_the_length(make: Callable[[int], str]) -> None:
    """Eight times the text must not take more than three times eight times as long."""
    short, long = make(500), make(4000)
    assert elapsed(long) < 24 * elapsed(short) + 0.1


def elapsed(text: str) -> float:
    """The shorter of two measurements, in seconds; what it finds in the text does not matter."""
    measured = []
    for _ in range(2):
        begin = time.process_time()
        read(text)
        measured.append(time.process_time() - begin)
    return min(measured)


def test_a_hundred_bodies_of_the_real_document_are_read_in_seconds(real: Document) -> None:
    """The areas of the real document, repeated below its own headings."""
    start, end = (real.by_identifier[name] for name in ("III.a.1", "III.g.7"))
    items = "".join(f"- {real.text_of(item)}\n\n7\n\n" for item in real.recommendations())
    text = real.text[: start.start - 2] + items * 100 + real.text[end.end :]
    # The contents announce areas that this text leaves out.
    text = text.replace("CONTENTS", "LIST", 1)
    begin = time.process_time()
    document = read(text)
    assert time.process_time() - begin < 8
    assert len(list(document.recommendations())) == 8700
