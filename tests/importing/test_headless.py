"""Tables without headings, and tables of plain text, are read or refused, and never misread."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import pytest
from importing.office import docx, p, tc
from importing.test_tables import added, csv, only, read, said, texts

from gcm_kg.errors import InputError
from gcm_kg.importing.columns import ColumnMap
from gcm_kg.importing.converted import Grid, GridCell
from gcm_kg.importing.fixed_width import RULE, fixed_tables
from gcm_kg.importing.inner_tables import says
from gcm_kg.model.document import Document, Part
from gcm_kg.project import this_project
from gcm_kg.reading.table_profiles import load_table_profiles

ASKS = ["Train all judges of the land", "Pay all nurses and midwives", "Free all whom it detains"]
STATES = ["Peru", "Togo", "Chile"]
ANSWERS = ["Accepted", "Noted", "Accepted"]
ROWS = list(zip(STATES, ASKS, ANSWERS, strict=True))
HEAD = ("State", "Recommendation", "Response")


def aligned(rows: Sequence[tuple[str, ...]]) -> str:
    return "".join("".join(cell.ljust(32) for cell in row).rstrip() + "\n" for row in rows)


def wrapped(rows: Sequence[tuple[str, ...]], gap: str) -> str:
    """The words of the second column on two lines."""
    lines = []
    for first, words, last in rows:
        half = words.find(" ", 9)
        lines.append(f"{first:<8}{words[:half]:<22}{last}\n{'':8}{words[half:].strip()}\n")
    return gap.join(lines)


def boxed(rows: Sequence[tuple[str, ...]]) -> str:
    rule = "+--------+------------------------------+----------+\n"
    return rule + "".join(f"| {a:<6} | {b:<28} | {c:<8} |\n{rule}" for a, b, c in rows)


def write(path: Path, content: str | bytes) -> Path:
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    return path


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("t.csv", "".join(",".join(row) + "\n" for row in ROWS)),
        ("t.tsv", "".join("\t".join(row) + "\n" for row in ROWS)),
        ("t.txt", aligned(ROWS)),
        ("t.txt", wrapped(ROWS, "")),
        ("t.txt", wrapped(ROWS, "\n")),
        ("t.txt", boxed(ROWS)),
        (
            "t.html",
            "<html><body><table>"
            + "".join(f"<tr>{''.join(f'<td>{c}</td>' for c in row)}</tr>" for row in ROWS)
            + "</table></body></html>",
        ),
        (
            "t.docx",
            docx(
                "<w:tbl>"
                + "".join(f"<w:tr>{''.join(map(tc, row))}</w:tr>" for row in ROWS)
                + "</w:tbl>"
            ),
        ),
    ],
)
def test_without_headings_columns_are_told_by_what_stands_in_them(
    tmp_path: Path, name: str, content: str | bytes
) -> None:
    document = only(write(tmp_path / name, content))
    assert texts(document) == ASKS
    first = next(document.recommendations())
    assert said(document, first) == {"recommendedBy": ["Peru"], "position": ["Accepted"]}


@pytest.mark.parametrize(
    "content",
    [
        aligned([HEAD, *ROWS]),
        aligned([HEAD, ("-----", "--------------", "--------"), *ROWS]),
        wrapped([("State", "Recommendation made", "Response"), *ROWS], "\n"),
        boxed([HEAD, *ROWS]),
    ],
)
def test_a_table_of_plain_text_is_read_by_its_headings(tmp_path: Path, content: str) -> None:
    (addition,) = added(write(tmp_path / "t.txt", content))
    assert addition.columns and addition.columns.header == 1
    assert texts(read(addition)) == ASKS


def test_a_table_within_a_plain_text_is_taken_in_beside_it(tmp_path: Path) -> None:
    body = "It met in the great hall and heard all who had come from near and far.\n\n" * 9
    text = f"Report\n\n{body}{aligned([HEAD, *ROWS])}\nIt closed.\n"
    document, table = added(write(tmp_path / "t.txt", text))
    assert "It closed." in document.text and texts(read(table)) == ASKS


@pytest.mark.parametrize(
    "text",
    [
        aligned([("Ms. Doe", "Ministry of Labour", "Rome"), ("Mr. Roe", "Red Cross", "Oslo")] * 3),
        aligned(
            [("Year", "Issued", "Refused"), *[(str(n), "1,204", "88") for n in range(2030, 2035)]]
        ),
    ],
)
def test_lists_in_columns_stay_lines_of_the_text_and_that_is_told(
    tmp_path: Path, text: str
) -> None:
    (addition,) = added(write(tmp_path / "t.txt", text))
    assert addition.columns is None and addition.text == text
    assert any("save it as CSV, with headings" in note for note in addition.notes)


def test_the_first_row_is_not_taken_for_headings_when_it_asks(tmp_path: Path) -> None:
    rows = "".join(
        f"9.{n},{words} as soon as it can be done,Noted\n" for n, words in enumerate(ASKS)
    )
    assert len(texts(only(write(tmp_path / "t.csv", rows)))) == 3


@pytest.mark.parametrize("head", ["", "Recommendation\n"])
def test_a_table_may_have_one_column(tmp_path: Path, head: str) -> None:
    rows = "".join(f'"{words}, now"\n' for words in ASKS)
    found = only(write(tmp_path / "t.csv", head + rows))
    assert texts(found) == [f"{words}, now" for words in ASKS]


@pytest.mark.parametrize(
    "rows",
    [
        "2031,It rained on that day and nobody came to the hall\n" * 5,
        "date,place,remarks\n" + "2031,Rome,It rained on that day and nobody came to it\n" * 5,
    ],
)
def test_what_asks_for_nothing_is_refused_with_what_to_do(tmp_path: Path, rows: str) -> None:
    with pytest.raises(InputError, match="--column text=HEADING"):
        added(write(tmp_path / "t.csv", rows))


def test_columns_without_headings_can_be_named_by_number(tmp_path: Path) -> None:
    rows = "".join(f"{a},{b} is done,{c}\n" for a, b, c in ROWS)
    path = write(tmp_path / "t.csv", rows)
    document = only(path, text="2", addressedTo="1")
    assert len(texts(document)) == 3
    assert said(document, next(document.recommendations()))["addressedTo"] == ["Peru"]


def test_a_table_that_is_too_wide_is_refused(tmp_path: Path) -> None:
    path = write(tmp_path / "t.csv", ",".join("x" * 16_385) + "\n")
    with pytest.raises(InputError, match="16,384 cells of a row"):
        added(path)


def test_a_paragraph_before_a_table_without_headings_is_kept(tmp_path: Path) -> None:
    rows = "".join(f"<w:tr>{''.join(map(tc, row))}</w:tr>" for row in ROWS)
    path = write(tmp_path / "t.docx", docx(p("Asks of the forum") + f"<w:tbl>{rows}</w:tbl>"))
    document = only(path)
    assert texts(document) == ASKS
    assert {part.parent for part in document.recommendations()} == {"document"}
    assert document.text.startswith("Asks of the forum\n")


@pytest.mark.parametrize("drawn", ["-", "=", "-=", "--+"])
def test_a_long_line_that_is_nearly_a_rule_is_told_at_once_to_be_none(drawn: str) -> None:
    assert RULE.fullmatch(f"+{drawn * 200}--+")
    assert not RULE.fullmatch(f"{drawn * 200}x")


def test_a_row_of_which_both_cells_go_on_in_the_next_line_is_one() -> None:
    text = """
United     Train all judges and clerks
Kingdom    of the land
Peru       Pay all nurses and midwives
Togo       Free all whom it detains
Chile      Open all ports to crews
"""
    (table,) = fixed_tables(text)
    words = [cell.words for cell in table.grid.cells]
    assert words[:2] == ["United Kingdom", "Train all judges and clerks of the land"]
    assert len(words) == 8


UNLIKE = {"Bringer,Undertaking": 3, "Chile,Undertaking": 4, "Bringer,Pay all": 4}


@pytest.mark.parametrize("first", UNLIKE)
def test_a_first_row_of_words_unlike_those_below_is_one_of_headings(
    tmp_path: Path, first: str
) -> None:
    path = tmp_path / "t.csv"
    rows = ["Peru,Train the officers of all posts", "Togo,Open the schools to everybody"]
    path.write_text("\n".join([first, *rows, "Chad,Pay the nurses"]) + "\n")
    assert len(texts(only(path))) == UNLIKE[first]


LIKE_CELLS = """Compilation of the Office in accordance with paragraph 15 (b)

Universal Periodic Review

I. Rights

2. The Committee on Guests welcomed the law.



2                                                                     XY.24-19779
                                                                      X/1/2


        3.    Fundamental freedoms
              20.    The Fund noted that fees continued to be high.
              The Fund recommended that Testland lower fees at once.

        4.    Prohibition of all forms of fees
              21.     The Board noted that Testland was a country of ports.
              22.     The Board recommended that Testland open homes for guests.
"""


def test_lines_that_look_like_cells_are_no_table_where_the_text_says_what_they_ask(
    tmp_path: Path,
) -> None:
    path = tmp_path / "t.txt"
    path.write_text(LIKE_CELLS)
    (addition,) = added(path)
    assert addition.columns is None


def test_numbered_paragraphs_behind_wide_gaps_are_no_table(tmp_path: Path) -> None:
    path = tmp_path / "t.txt"
    told = (
        "37.    Peru welcomed the work of Testland for guests. It encouraged it to do more of it."
    )
    lead = "121. The recommendations below have been examined by Testland and enjoy its support:"
    ask = "Open home number {} for guests in the towns, the ports and the islands (Peru);"
    items = [f"121.{n}{' ' * (4 + n % 2)}{ask.format(n)}" for n in range(1, 9)]
    path.write_text("\n".join([told, "II. Conclusions", lead, *items]))
    (addition,) = added(path)
    assert addition.columns is None


@pytest.mark.parametrize(
    ("header", "cell", "said_already"),
    [
        (0, "1.  Train all guards and pay them", True),
        (1, "1.  Train all guards and pay them", False),
        (1, "Train all", True),
        (0, "Open a port", False),
    ],
)
def test_what_a_text_recommends_is_told_in_what_looks_like_its_cells(
    header: int, cell: str, said_already: bool
) -> None:
    text = "Train all guards"
    part = Part("Recommendation", "1", "main", "rec_1", None, 1, 0, len(text))
    grid = Grid("", [GridCell("Asked", 1, 1), GridCell(cell, 2, 1)])
    columns = ColumnMap(load_table_profiles(this_project())[-1], header, {"text": (1,)}, {})
    assert says(Document(text, (part,)), grid, columns) is said_already


FORM = """Recommendation 1,Train the border police and the judges of all towns
Response,Accepted
Action plan,Hold a course on the law for all
"""
NUMBERED = """Recommendation 1,Train the border police and the judges of all towns
Recommendation 2,End the detention of all children at the border
"""


def test_recommendations_that_are_numbered_in_words_are_read_and_a_form_is_not(
    tmp_path: Path,
) -> None:
    path = tmp_path / "t.csv"
    path.write_text(NUMBERED)
    assert [words[:5] for words in texts(only(path))] == ["Train", "End t"]
    path.write_text(FORM)
    with pytest.raises(InputError, match="a column of recommendations"):
        only(path)


def test_a_row_that_asks_to_implement_recommendations_is_no_head(tmp_path: Path) -> None:
    rows = [["Area", "Point"], ["Ports", "Implement all recommendations"]]
    rows.append(["Homes", "Open homes in all of the border towns for guests"])
    (tmp_path / "t.csv").write_text(csv(rows))
    assert texts(only(tmp_path / "t.csv")) == [words for _, words in rows[1:]]
