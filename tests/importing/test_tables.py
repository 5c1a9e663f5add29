"""Tables of all forms become one recommendation for each row, exact to the character."""

from __future__ import annotations

from pathlib import Path

import pytest

from gcm_kg.errors import InputError
from gcm_kg.extraction.understanding import not_understood
from gcm_kg.importing.addition import Addition, Importer, metadata
from gcm_kg.model.document import Document, Part
from gcm_kg.project import this_project
from gcm_kg.reading.vocabulary import load_vocabulary

PROJECT = this_project()
ROWS = [
    ["Country", "Recommending State(s)", "Recommendation", "Position"],
    ["Lowland", "Highland", "Train the border police, and the judges", "Accepted"],
    ["Lowland", "Island; Coast", "End the detention of children", "Noted"],
]


def added(path: Path, **columns: str) -> list[Addition]:
    return Importer(PROJECT, {}, columns).additions(path)


def read(addition: Addition) -> Document:
    return Importer(PROJECT).read(addition).document


def only(path: Path, **columns: str) -> Document:
    (addition,) = added(path, **columns)
    return read(addition)


def said(document: Document, part: Part) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for each in part.attributes:
        found.setdefault(each.relation, []).append(document.text[each.start : each.end])
    return found


def csv(rows: list[list[str]], delimiter: str = ",") -> str:
    quoted = ([f'"{cell}"' if delimiter in cell else cell for cell in row] for row in rows)
    return "".join(delimiter.join(row) + "\n" for row in quoted)


def texts(document: Document) -> list[str]:
    return [document.text_of(part) for part in document.recommendations()]


@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
def test_a_row_is_a_recommendation_whatever_parts_its_cells(tmp_path: Path, delimiter: str) -> None:
    path = tmp_path / "any.name"
    path.write_text(csv(ROWS, delimiter))
    document = only(path)
    assert texts(document) == [row[2] for row in ROWS[1:]]
    last = list(document.recommendations())[-1]
    assert said(document, last) == {
        "addressedTo": ["Lowland"], "recommendedBy": ["Island; Coast"], "position": ["Noted"]
    }  # fmt: skip
    assert document.reassembled() == document.text


@pytest.mark.parametrize(
    ("encoding", "end"),
    [
        ("utf-8", "\n"), ("utf-8-sig", "\r\n"), ("utf-16", "\n"), ("utf-16-le", "\r\n"),
        ("cp1252", "\r\n"), ("mac_roman", "\r"),
    ],
)  # fmt: skip
def test_letters_are_right_in_any_encoding(tmp_path: Path, encoding: str, end: str) -> None:
    words = "Adopt a “plan” for the café owners’ children – now"
    path = tmp_path / "t.csv"
    row = ["Côte Basse", "Île Haute", words, "Accepted"]
    path.write_bytes(csv([ROWS[0], row, *ROWS[1:]]).replace("\n", end).encode(encoding))
    document = only(path)
    assert texts(document)[0] == words
    first = next(document.recommendations())
    assert said(document, first)["addressedTo"] == ["Côte Basse"]


def test_the_head_may_stand_below_titles_and_empty_lines(tmp_path: Path) -> None:
    path = tmp_path / "t.csv"
    path.write_text("Recommendations to Lowland,,,\n,,,\n" + csv(ROWS))
    document = only(path)
    assert len(texts(document)) == 2
    above = [document.text_of(part) for part in document.parts if part.kind == "Paragraph"]
    assert above == ["Recommendations to Lowland"]


def test_a_state_above_the_table_is_the_addressee_where_no_column_has_one(tmp_path: Path) -> None:
    path = tmp_path / "t.csv"
    rows = [row[1:] for row in ROWS]
    path.write_text("State under review: Lowland (third cycle),,\n" + csv(rows))
    document = only(path)
    assert all(
        said(document, part)["addressedTo"] == ["Lowland "] for part in document.recommendations()
    )


def test_cells_keep_their_lines_and_places(tmp_path: Path) -> None:
    path = tmp_path / "t.csv"
    path.write_text('To,Text,From,Response\nLowland,"Train police;\nand judges",Island,Noted\n')
    (addition,) = added(path)
    document = read(addition)
    (part,) = document.recommendations()
    assert document.text_of(part) == "Train police;\nand judges"
    assert addition.original.fragments(part.start, part.end) == ["cell=2,2"]
    assert part.identifier == "row-2"


def test_numbers_and_notes_are_no_words_of_a_recommendation(tmp_path: Path) -> None:
    path = tmp_path / "t.csv"
    path.write_text(
        "Recommendation and recommending State;Position of the State\n"
        '"31.4 Ratify the treaty (Island) (Coast);\nSource of position: X/1";Supported\n'
        '"31.5 Train the judges, in time (Highland)";Noted\n'
    )
    document = only(path)
    assert texts(document) == [
        "Ratify the treaty (Island) (Coast);", "Train the judges, in time (Highland)"
    ]  # fmt: skip
    first, second = document.recommendations()
    assert (first.identifier, second.identifier) == ("31.4", "31.5")
    assert said(document, first)["recommendedBy"] == ["(Island) (Coast);"]


@pytest.mark.parametrize(
    ("cell", "labels"),
    [
        ("Labour,Women's rights", ["Labour", "Women's rights"]),
        ("Labour; Women", ["Labour", "Women"]),
        ("- Labour\n- Women", ["Labour", "Women"]),
        ("- Labour\nGroups of persons:\n- Women", ["Labour", "Women"]),
        ("- Labour - Women", ["Labour", "Women"]),
        ("Asylum-seekers - refugees", ["Asylum-seekers - refugees"]),
        ("Economic, social rights", ["Economic, social rights"]),
    ],
)
def test_labels_are_told_apart(tmp_path: Path, cell: str, labels: list[str]) -> None:
    path = tmp_path / "t.csv"
    path.write_text(f'Text,Country,Theme\n"Train the police of the border",Lowland,"{cell}"\n')
    document = only(path)
    (part,) = document.recommendations()
    assert said(document, part)["labelledWith"] == labels
    assert {a.column for a in part.attributes if a.relation == "labelledWith"} == {"Theme"}


def test_labels_may_stand_in_several_columns(tmp_path: Path) -> None:
    path = tmp_path / "t.csv"
    path.write_text("Text,Theme,Groups of persons\nTrain the police of the border,Work,Women\n")
    (part,) = only(path).recommendations()
    labels = {(a.column, a.end - a.start) for a in part.attributes if a.column}
    assert labels == {("Theme", 4), ("Groups of persons", 5)}


def test_columns_can_be_named_by_a_person(tmp_path: Path) -> None:
    path = tmp_path / "t.csv"
    path.write_text("Land,Ask for it,Z\nLowland,Train the police of the border,Island\n")
    document = only(path, text="Ask for it", addressedTo="Land", recommendedBy="3")
    (part,) = document.recommendations()
    assert said(document, part) == {"addressedTo": ["Lowland"], "recommendedBy": ["Island"]}


def test_a_table_without_a_column_of_words_is_refused_with_what_to_do(tmp_path: Path) -> None:
    path = tmp_path / "t.csv"
    path.write_text("year,count\n2031,4\n2032,5\n")
    with pytest.raises(InputError, match="--column text=HEADING"):
        added(path)


def test_the_columns_are_written_beside_the_text_with_their_headings(tmp_path: Path) -> None:
    path = tmp_path / "t.csv"
    path.write_text(csv(ROWS))
    (addition,) = added(path)
    lines = metadata(addition).splitlines()
    expected = {'kind = "table"', "header = 1", "text = 3  # “Recommendation”"}
    assert expected | {"addressedTo = 1  # “Country”"} <= set(lines)


def test_columns_of_other_things_are_not_taken_for_positions(tmp_path: Path) -> None:
    path = tmp_path / "t.csv"
    path.write_text(
        "Recommendation,Responsible ministry,Implementation status,Response of the State\n"
        "Train the police of the border,Justice,Accepted by the ministry,Noted\n"
    )
    document = only(path)
    (part,) = document.recommendations()
    assert said(document, part) == {"position": ["Noted"]}


def test_the_longest_column_holds_the_words_where_no_heading_says_so(tmp_path: Path) -> None:
    path = tmp_path / "t.csv"
    words = "Train the officers of all border posts in the law of asylum"
    path.write_text(f"Land,What they said,Response\nLowland,{words},Noted\n")
    document = only(path)
    assert texts(document) == [words]


def test_what_names_nobody_and_labels_that_mean_nothing_are_told(tmp_path: Path) -> None:
    path = tmp_path / "t.csv"
    path.write_text(
        "Text,Country,From,Response,Theme\n"
        "Train the police of the border,Cote d'Ivoire,Atlantis,Perhaps,Sailing\n"
    )
    vocabulary = load_vocabulary(PROJECT.ontology, PROJECT.vocabulary)
    assert not_understood(vocabulary, {}, only(path)) == {
        "recommendedBy": {"Atlantis": 1}, "position": {"Perhaps": 1},
        "labelledWith": {"Theme: Sailing": 1},
    }  # fmt: skip
