"""Tables of recommendations in PDF files are read by where their words stand."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import pytest
from importing.office import pdf

from gcm_kg.importing.addition import Importer
from gcm_kg.model.document import Document
from gcm_kg.project import this_project

Placed = tuple[float, float, float, str]
HEAD: list[Placed] = [(60, 130, 10, "No"), (100, 130, 10, "Recommendation"), (360, 130, 10, "For")]


def read(path: Path, *pages: Sequence[Placed]) -> list[Document]:
    path.write_bytes(pdf(pages))
    importer = Importer(this_project())
    return [importer.read(addition).document for addition in importer.additions(path)]


def asked(documents: Sequence[Document]) -> list[str]:
    parts = ((document, part) for document in documents for part in document.recommendations())
    return [" ".join(document.words_of(part).split()) for document, part in parts]


def row(
    number: int, top: float, lines: Sequence[str], other: str, pitch: float = 13
) -> list[Placed]:
    """A row as word processors write it: cell by cell."""
    words = [(100.0, top + pitch * at, 10.0, line) for at, line in enumerate(lines)]
    return [(60, top, 10, str(number)), *words, (360, top, 10, other)]


def test_a_row_is_a_recommendation_whose_words_are_those_of_one_cell(tmp_path: Path) -> None:
    rows = row(1, 150, ["Train the police of", "the ports."], "Peru")
    documents = read(
        tmp_path / "t.pdf", [*HEAD, *rows, *row(2, 176, ["End all the fees."], "Togo")]
    )
    assert asked(documents) == ["Train the police of the ports.", "End all the fees."]
    (document,) = documents
    said = [a for part in document.recommendations() for a in part.attributes]
    names = [document.text[a.start : a.end] for a in said if a.relation == "addressedTo"]
    assert names == ["Peru", "Togo"]


@pytest.mark.parametrize("head", [HEAD, []])
def test_a_table_goes_on_on_the_next_page_with_or_without_its_head(
    tmp_path: Path, head: list[Placed]
) -> None:
    first = [*HEAD, *row(1, 150, ["Train all the police."], "Peru")]
    first += row(2, 170, ["End all the fees."], "Togo")
    second = [*head, *row(3, 150, ["Open the ports to", "all crews."], "Fiji")]
    second += row(4, 190, ["Count all who are lost."], "Cuba") if head else []
    found = asked(read(tmp_path / "t.pdf", first, second))
    assert found[:3] == [
        "Train all the police.",
        "End all the fees.",
        "Open the ports to all crews.",
    ]


def test_where_no_numbers_begin_rows_wider_spaces_do(tmp_path: Path) -> None:
    lines: list[Placed] = [(60, 100, 9, "Recommendation"), (330, 100, 9, "Position")]
    lines += [(60, 120, 9, "9.1 Stop the detention of"), (60, 130, 9, "children (Peru);")]
    lines += [
        (330, 120, 9, "Noted"),
        (60, 150, 9, "9.2 Train judges (Togo)."),
        (330, 150, 9, "Noted"),
    ]
    found = asked(read(tmp_path / "t.pdf", lines))
    assert found == ["Stop the detention of children (Peru);", "Train judges (Togo)."]


def test_columns_of_a_page_are_no_table(tmp_path: Path) -> None:
    lines: list[Placed] = [(50, 60, 14, "News of the union"), (50, 130, 11, "Our recommendations")]
    lines += [(50, 150, 9, "- Inspect the farms in the"), (50, 162, 9, "harvest.")]
    lines += [
        (320, 130, 11, "About the union"),
        (320, 150, 9, "We pick fruit in the valley"),
        (320, 162, 9, "of the river."),
    ]
    assert asked(read(tmp_path / "t.pdf", lines)) == ["Inspect the farms in the harvest."]


def cells(number: str, top: float, text: Sequence[str], *others: str) -> list[Placed]:
    """A row of a number, words on several lines, and short cells."""
    words = [(100.0, top + 13 * at, 10.0, line) for at, line in enumerate(text)]
    return [
        (60, top, 10, number),
        *words,
        *((360 + 80 * at, top, 10, w) for at, w in enumerate(others)),
    ]


def test_rows_without_a_head_are_told_by_one_long_column_beside_short_ones(tmp_path: Path) -> None:
    rows = cells("1.", 150, ["Ratify the Convention on migrant", "workers without delay."], "Peru")
    rows += cells("2.", 176, ["Train the guards of all ports."], "Togo")
    rows += cells("3.", 189, ["Provide shelters for all who are lost."], "Fiji")
    title = [
        (60.0, 100.0, 14.0, "Recommendations"),
        (60.0, 240.0, 10.0, "The meeting was closed at noon."),
    ]
    documents = read(tmp_path / "t.pdf", [title[0], *rows, title[1]])
    assert asked(documents) == [
        "Ratify the Convention on migrant workers without delay.",
        "Train the guards of all ports.",
        "Provide shelters for all who are lost.",
    ]


def test_lines_of_two_columns_of_text_are_no_rows_without_a_head(tmp_path: Path) -> None:
    left = [
        "We met in May to speak of work",
        "and of those who do it at sea,",
        "far from all ports and towns.",
    ]
    lines = [
        (60.0 + 240 * side, 150.0 + 13 * at, 10.0, line)
        for side in (0, 1)
        for at, line in enumerate(left)
    ]
    numbers = [(30.0, 150.0 + 13 * at, 10.0, f"{at}") for at in range(3)]
    (document,) = read(tmp_path / "t.pdf", [*numbers, *lines])
    assert "\t" not in document.text


def test_numbers_of_rows_in_small_print_are_no_marks_of_notes(tmp_path: Path) -> None:
    text = [
        (60.0, 30.0 + 12 * at, 11.0, "The group met and spoke of many things.") for at in range(8)
    ]
    head = [(x, y, 8.0, words) for x, y, _, words in HEAD]
    small: list[Placed] = [
        (x, y, 8.0, w)
        for n, top, words in ((1, 150, "Train all the judges."), (2, 170, "Pay all the nurses."))
        for x, y, _, w in row(n, top, [words], "Peru")
    ]
    documents = read(tmp_path / "t.pdf", [*text, *head, *small])
    assert asked(documents) == ["Train all the judges.", "Pay all the nurses."]
    assert not any(sign in document.text for document in documents for sign in "¹²")


def test_rows_begin_at_their_numbers_below_a_head_of_several_lines(tmp_path: Path) -> None:
    head: list[Placed] = [
        (60, 100, 10, "Recommendation and recommending State"),
        (300, 100, 10, "Position of"), (300, 113, 10, "the State"),
        (400, 100, 10, "Human rights themes and groups"), (400, 113, 10, "of persons"),
    ]  # fmt: skip
    page = [*head, (60, 140, 10, "Theme: Work at sea")]
    for at, (number, answer) in enumerate([("9.1", "Supported/No"), ("9.2", "Noted"), ("9.3", "")]):
        top = 166 + 52 * at
        page += [
            (60, top, 10, f"{number} Train the police (Peru)"), (60, top + 13, 10, "(Togo);"),
            (60, top + 26, 10, "Source of position: X/1"), (300, top, 10, answer or "Noted"),
            (400, top, 10, "- Work"), (400, top + 13, 10, "- Rest"),
        ]  # fmt: skip
        page += [(300, top + 13, 10, "ted")] if answer.endswith("No") else []
    (document,) = read(tmp_path / "t.pdf", page)
    assert asked([document]) == ["Train the police (Peru) (Togo);"] * 3
    said = [a for part in document.recommendations() for a in part.attributes]
    words = [" ".join(document.text[a.start : a.end].split()) for a in said]
    assert [w for w, a in zip(words, said, strict=True) if a.relation == "position"] == [
        "Supported/No ted", "Noted", "Noted"
    ]  # fmt: skip
    assert words.count("(Peru) (Togo);") == 3 and words.count("Work") == 3
    assert [part.identifier for part in document.recommendations()] == ["9.1", "9.2", "9.3"]
    headings = [document.text_of(part) for part in document.parts if part.kind == "Heading"]
    assert headings[1:] == ["Theme: Work at sea"]


@pytest.mark.parametrize("again", [True, False])
def test_a_row_goes_on_on_the_next_page_below_the_head_or_without_it(
    tmp_path: Path, again: bool
) -> None:
    head: list[Placed] = [(60, 130, 10, "Recommendation"), (360, 130, 10, "Position")]
    first = [*head, (60, 150, 10, "9.1 Train the police"), (360, 150, 10, "Noted")]
    first += [(60, 180, 10, "9.2 Pay the nurses of"), (360, 180, 10, "Supported/No")]
    second = [*(head if again else []), (60, 150, 10, "the ports (Togo);"), (360, 150, 10, "ted")]
    second += [(60, 180, 10, "9.3 End the fees"), (360, 180, 10, "Noted")]
    path = tmp_path / "t.pdf"
    (document,) = read(path, first, second)
    assert asked([document]) == [
        "Train the police", "Pay the nurses of the ports (Togo);", "End the fees"
    ]  # fmt: skip
    (addition,) = Importer(this_project()).additions(path)
    places = [addition.original.fragments(p.start, p.end) for p in document.recommendations()]
    assert places == [["page=1"], ["page=1"], ["page=2"]]
