"""What stands in front of a table says of the table what it says of a text."""

from __future__ import annotations

from pathlib import Path

import openpyxl
import pytest
from importing.office import docx, p, tc
from importing.test_tables import added, csv, read, said, texts

ROWS = [["No.", "Recommendation", "Position"], ["7.1", "Train all of the judges (Fiji)", "Noted"]]


SENT = "Distr.: General\n8 June 2031\nOriginal: English and French"


def drawn(rows: list[list[str]]) -> str:
    lines = "".join("<w:tr>" + "".join(map(tc, row)) + "</w:tr>" for row in rows)
    return f"<w:tbl>{lines}</w:tbl>"


def report(path: Path, *lines: str, prose: int = 0) -> None:
    """A first page with a head of two columns, lines below it, and a table."""
    head = drawn([["United Nations", "A/HRC/77/9/Add.1"], ["General Assembly", SENT]])
    words = p("They met for many days and spoke of work at great length. " * prose)
    path.write_bytes(docx(head + "".join(map(p, lines)) + words + drawn(ROWS)))


def test_the_head_of_a_first_page_is_no_head_of_a_table(tmp_path: Path) -> None:
    report(tmp_path / "t.docx", "Report on judges", "8 June 2031")
    asked = [words for addition in added(tmp_path / "t.docx") for words in texts(read(addition))]
    assert asked == ["Train all of the judges (Fiji)"]


def test_a_table_that_is_most_of_its_document_has_symbol_and_date_of_it(tmp_path: Path) -> None:
    rows = [*ROWS, ["7.2", "Open homes for all of the guests in ports (Peru)", "Noted"]]
    body = p("A/HRC/77/9") + p("Plan for judges") + p("Adopted by Cabinet on 8 June 2031")
    (tmp_path / "t.docx").write_bytes(docx(body + drawn(rows)))
    (addition,) = added(tmp_path / "t.docx")
    page = addition.page
    assert (page.symbol, page.date, page.title) == ("A/HRC/77/9", "2031-06-08", "Plan for judges")


def test_a_table_beside_a_text_is_to_the_state_of_its_title(tmp_path: Path) -> None:
    title = "Report of the Working Group on the Universal Periodic Review – Togo – Addendum"
    report(tmp_path / "t.docx", title, prose=9)
    document, beside = added(tmp_path / "t.docx")
    assert not texts(read(document))
    (part,) = (table := read(beside)).recommendations()
    assert said(table, part)["addressedTo"] == ["Togo"]


def book(path: Path, cover: list[list[str]]) -> None:
    sheets = openpyxl.Workbook()
    first = sheets.active
    assert first is not None
    for row in cover:
        first.append(row)
    for name, number in (("Homes", "7"), ("Ports", "8")):
        sheet = sheets.create_sheet(name)
        sheet.append(["Para.", "Recommendation"])
        sheet.append([number, f"Open all of the {name.casefold()} at night"])
    sheets.save(path)


def test_a_cover_sheet_says_title_date_and_maker_of_the_tables(tmp_path: Path) -> None:
    path = tmp_path / "t.xlsx"
    book(path, [["Follow-up to the recommendations of the Committee on Work"],
                ["Adopted on 8 June 2031"]])  # fmt: skip
    homes, ports = added(path)
    title = "Follow-up to the recommendations of the Committee on Work"
    assert [each.page.title for each in (homes, ports)] == [f"{title} (Homes)", f"{title} (Ports)"]
    assert homes.page.date == "2031-06-08" and not homes.notes
    (part,) = (document := read(homes)).recommendations()
    assert said(document, part)["recommendedBy"] == ["Committee on Work"]


@pytest.mark.parametrize(
    "cover",
    [
        [["Follow-up of the Committee on Work"], ["Year", "Cases"]],
        [["Follow-up of the Committee on Work"], *([f"Line {n}"] for n in range(20))],
    ],
)
def test_a_sheet_of_lists_is_no_cover(tmp_path: Path, cover: list[list[str]]) -> None:
    book(tmp_path / "t.xlsx", cover)
    first, _ = added(tmp_path / "t.xlsx")
    assert first.page.title == "Table of recommendations (t.xlsx) (Homes)"
    assert first.notes == ("sheets without a column of recommendations: not read (Sheet)",)


def test_a_row_above_the_head_says_the_date_of_a_table_if_it_says_nothing_else(
    tmp_path: Path,
) -> None:
    for line, date in (("Lima, 8 June 2031", "2031-06-08"), ("Fees of 8 June 2031 in ports", "")):
        (tmp_path / "t.csv").write_text(csv([["Plan for judges*"], [line], *ROWS]))
        page = added(tmp_path / "t.csv")[0].page
        assert (page.date, page.title) == (date, "Plan for judges")
