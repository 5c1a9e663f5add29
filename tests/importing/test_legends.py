"""Codes in a column of answers are read by the legend of the file itself."""

from __future__ import annotations

from pathlib import Path

import openpyxl
import pytest
from importing.office import docx, p, tc
from importing.test_tables import added, csv, only, read, said, texts

ASKS = ["Train the border police in time", "End the detention of children", "Pay all the nurses"]


def rows(heading: str, *codes: str) -> list[list[str]]:
    head = ["No.", "Recommendation", "Recommending State", heading]
    asked = zip(ASKS, ["Highland", "Island", "Coast"], codes, strict=True)
    return [head, *([f"9.{n}", *row] for n, row in enumerate(asked, 1))]


def answers(path: Path) -> list[list[str]]:
    document = only(path)
    assert texts(document) == ASKS
    assert document.reassembled() == document.text
    return [said(document, part).get("position", []) for part in document.recommendations()]


@pytest.mark.parametrize("heading", ["Position", "Response", "Status", "S/N"])
@pytest.mark.parametrize(
    "legend",
    [
        [["Code", "Meaning"], ["S", "Supported"], ["N", "Noted"]],
        [["Legend"], ["S = Supported"], ["N = Noted"]],
        [["Legend: S = Supported; N = Noted"]],
        [["Supported", "S"], ["Noted", "N"]],
        [["S", "Supported", "by the State"], ["N", "Noted", "by the State"]],
    ],
)
def test_codes_are_those_of_the_legend_on_another_sheet(
    tmp_path: Path, heading: str, legend: list[list[str]]
) -> None:
    book = openpyxl.Workbook()
    sheet, other = book.active, book.create_sheet("Legend")
    assert sheet is not None
    for row in rows(heading, "S", "N", "S"):
        sheet.append(row)
    for row in legend:
        other.append(row)
    book.save(tmp_path / "t.xlsx")
    assert answers(tmp_path / "t.xlsx") == [["Supported"], ["Noted"], ["Supported"]]


@pytest.mark.parametrize(
    ("codes", "legend"),
    [
        ("SNS", [["S = Supported; N = Noted", "", "", ""]]),
        ("SNS", [["Key:", "S – Supported", "N – Noted", ""]]),
        ("SNS", [["", "", "", ""], ["Legend", "", "", ""], ["S", "Supported"], ["N", "Noted"]]),
        ("✓✗✓", [["Note: ✔ = Supported, ✗ = Noted", "", "", ""]]),
        ("ANA", [["Supported (A), Noted (N)", "", "", ""]]),
        ("121", [["1 = Supported, 2 = Noted", "", "", ""]]),
    ],
)
@pytest.mark.parametrize("above", [False, True])
def test_codes_are_those_of_a_row_above_or_below_the_table(
    tmp_path: Path, codes: str, legend: list[list[str]], above: bool
) -> None:
    table = rows("Position", *codes)
    path = tmp_path / "t.csv"
    path.write_text(csv([*legend, *table] if above else [*table, *legend]))
    assert answers(path) == [["Supported"], ["Noted"], ["Supported"]]


@pytest.mark.parametrize(
    ("legend", "meanings"),
    [
        ("Légende : A = acceptée; N = notée", ["acceptée", "notée", "acceptée"]),
        ("Leyenda: A = aceptada, N = no aceptada", ["aceptada", "no aceptada", "aceptada"]),
    ],
)
def test_a_legend_may_be_in_french_or_spanish(
    tmp_path: Path, legend: str, meanings: list[str]
) -> None:
    path = tmp_path / "t.csv"
    path.write_text(csv([*rows("Position", *"ANA"), [legend, "", "", ""]]))
    assert answers(path) == [[each] for each in meanings]


def test_codes_are_those_of_a_line_below_the_table_of_a_document(tmp_path: Path) -> None:
    table = "".join(
        f"<w:tr>{''.join(tc(cell) for cell in row)}</w:tr>" for row in rows("Position", *"SNS")
    )
    body = f"<w:tbl>{table}</w:tbl>{p('S = Supported; N = Noted')}"
    (tmp_path / "t.docx").write_bytes(docx(body))
    assert answers(tmp_path / "t.docx") == [["Supported"], ["Noted"], ["Supported"]]


def test_a_legend_above_a_table_is_no_title_of_it(tmp_path: Path) -> None:
    path = tmp_path / "t.csv"
    legend = [["Legend", "", "", ""], ["S = Supported", "", "", ""], ["Work in Togo", "", "", ""]]
    path.write_text(csv([*legend, *rows("Position", *"SSS")]))
    (addition,) = added(path)
    assert addition.page.title == "Work in Togo"


@pytest.mark.parametrize(
    "legend", ["S = Sea; N = Near", "S = Supported; S = Noted in part; N = Noted; N = Rejected"]
)
def test_codes_of_other_things_and_those_of_two_meanings_are_no_answers(
    tmp_path: Path, legend: str
) -> None:
    path = tmp_path / "t.csv"
    path.write_text(csv([[legend, "", "", ""], *rows("Position", *"SNS")]))
    (addition,) = added(path)
    document = read(addition)
    told = [said(document, part).get("position") for part in document.recommendations()]
    assert told == [["S"], ["N"], ["S"]]


def test_a_last_row_with_a_letter_and_a_request_is_no_legend(tmp_path: Path) -> None:
    path = tmp_path / "t.csv"
    asked = ["Train the border police in time", "Support the victims", "Note what they say"]
    path.write_text(csv([["No.", "Recommendation"], *map(list, zip("ABC", asked, strict=True))]))
    assert texts(only(path)) == asked
