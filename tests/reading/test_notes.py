"""Notes stay in the text as parts of their own, and no name is looked for in them."""

from __future__ import annotations

import pytest
from reading.test_documents import asked, read

BODY = (
    "Report of the talks\n\n1. Debate\n\nSpeakers praised the act.{mark} It was long.\n\n{notes}\n"
)


def words(text: str) -> str:
    """The words that are read of a text, on one line."""
    document = read(text).document
    document.reassembled()
    return " ".join(" ".join(map(document.words_of, document.leaves())).split())


def kept(text: str) -> str:
    """All words of its parts, on one line."""
    document = read(text).document
    return " ".join(" ".join(map(document.text_of, document.leaves())).split())


@pytest.mark.parametrize(
    ("mark", "notes"),
    [
        ("¹", "Endnotes\n\n1. Seen in Peru.\n2. Seen in Togo,\nin May."),
        ("¹", "## Notes\n\n[1] Seen in Peru.\n\n[2] Seen in Togo."),
        ("¹", "Notes and references\n\ni. Seen in Peru.\nii. Seen in Togo."),
        ("¹", "Notes\n\n¹ Seen in\n\nPeru. ² Seen in Togo, ³ Seen\n\n4\n\n⁴ Seen."),
        ("1", "_______________\n\n1 Seen in Peru\n\n2 Seen in Togo"),
        ("1", "1 Seen in Peru by\nall.\n\n7\n"),
        ("", "References\n\nDoe, A. (2031). Seen in Peru. Rome.\n\nUN. Seen in Togo."),
        ("*", "* Seen in Peru."),
    ],
)
def test_the_words_of_notes_stay_and_are_not_read(mark: str, notes: str) -> None:
    text = BODY.format(mark=mark, notes=notes)
    assert "It was long." in words(text)
    assert "Seen" not in words(text) and "Peru" in kept(text)
    assert any(".n1" in part.identifier for part in read(text).document.parts)


def test_a_run_of_notes_ends_where_something_else_begins() -> None:
    text = BODY.format(
        mark="¹",
        notes="_______\n\n1 Seen in Peru\n\n2 Seen in Togo\n\n2. Outlook\n\n"
        "States were thanked.\n\n"
        "Recommendations\n\n• Train all\n\nNotes\n\n1. Ibid.\n\nAnnex I\n\nThe list was long.",
    )
    assert "States were thanked." in words(text) and "The list was long." in words(text)
    assert asked(read(text).document) == ["Train all"]


@pytest.mark.parametrize(
    "notes",
    [
        "_______\n\n1. Speakers came.\n\n2. Speakers left.",
        "The park has 4 km2.\n\n2 Speakers left.",
        "Notes of thanks\n\n3 Speakers came. All left.",
    ],
)
def test_what_only_looks_like_a_note_is_read(notes: str) -> None:
    text = BODY.format(mark="", notes=notes)
    assert words(text) == kept(text)


def test_a_note_between_two_pages_parts_no_sentence() -> None:
    text = (
        "Report\n\n1. Debate\n\nSpeakers praised the act.1 Others praised\n\n"
        "1 Seen in Peru.\n\n7\n\nthe judges of Togo.\n"
    )
    assert "Others praised the judges of Togo." in words(text)


REVIEW = (
    "Report of the Working Group on the Universal Periodic Review*\n{star}Costa Rica\n"
    "II. Conclusions and/or recommendations\n"
    "9. The recommendations will be examined by Costa Rica:\n9.1 Ratify (Peru);{mark}\n{note}"
    "9.2 Train judges (Chad);\n9.3 Pay nurses (Mali).\n"
    "10. All conclusions reflect the position of the States.\n"
)


@pytest.mark.parametrize(
    ("star", "mark", "note"),
    [
        ("* The annex is circulated as received.\n", "", ""),
        ("* The annex is circulated as received. GE.08-13996\n", "", ""),
        ("", "1", "1 \tThe recommendation as read during the talks: “Ratify it (Peru)”.\n"),
    ],
)
def test_a_note_among_items_or_above_a_title_ends_where_they_go_on(
    star: str, mark: str, note: str
) -> None:
    document = read(REVIEW.format(star=star, mark=mark, note=note)).document
    assert [part.identifier for part in document.recommendations()] == ["9.1", "9.2", "9.3"]
    assert asked(document)[1:] == ["Train judges (Chad);", "Pay nurses (Mali)."]
