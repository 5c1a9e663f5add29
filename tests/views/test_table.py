"""Answers as people read them, and the files in which they keep them."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path

import docx
import openpyxl
import pytest
from click.testing import CliRunner, Result
from hypothesis import given
from hypothesis import strategies as st
from publishing import built

from gcm_kg.cli.main import main
from gcm_kg.errors import InputError
from gcm_kg.knowledge_graph import KnowledgeGraph
from gcm_kg.querying.asked import asked_with, why_nothing
from gcm_kg.rdf.namespaces import BASE, GCM
from gcm_kg.views.table import Column, Table, table
from gcm_kg.views.writing import WRITERS, write_table

NAMES = ["recommendation", "identifier", "theme", "themeLabel", "citedBy", "rule", "note"]
ROW = [f"{BASE}akn/x", "III.a.1", f"{BASE}theme/data", "data", "12", f"{BASE}rule/x", ""]


def small(*cells: str) -> Table:
    return Table("Title", (Column("x", "x", cells), Column("y", "y", cells)), ("x: y (default)",))


def run(*arguments: object) -> Result:
    return CliRunner().invoke(main, [str(argument) for argument in arguments])


def known() -> KnowledgeGraph:
    return built.known()


def test_labels_stand_for_things_and_headings_are_words() -> None:
    found = table("Title", NAMES, [ROW])
    assert found.headings == ["identifier", "theme", "cited by"]
    assert found.rows == [("III.a.1", "data", "12")]


def test_iris_stand_beside_where_they_are_asked_for() -> None:
    found = table("Title", NAMES, [ROW], iris=True)
    assert found.headings[3:] == ["recommendation", "theme (IRI)", "rule"]
    assert found.rows[0][3:5] == (f"{BASE}akn/x", f"{BASE}theme/data")


def test_what_the_identifier_says_stands_there_once() -> None:
    for question in ("states-named", "passages-mentioning", "passages-citing", "concerns"):
        (head,) = (
            line for line in run("ask", question, "--wide").output.splitlines()
            if line.strip().startswith("identifier")
        )  # fmt: skip
        assert not {"part", "mention", "assertion"} & set(head.split())
    assert "mention" in run("ask", "passages-mentioning", "--columns", "mention").output


def test_columns_are_chosen_by_what_they_are_called() -> None:
    found = table("Title", NAMES, [ROW], wanted=["cited by,theme", "rule"])
    assert found.rows == [("12", "data", "rule/x")]
    with pytest.raises(InputError, match="--columns: expected recommendation or identifier or"):
        table("Title", NAMES, [ROW], wanted=["colour"])


def test_iris_are_short_cells_are_one_line_and_empty_columns_are_left_out() -> None:
    found = table("Title", ["x", "y", "z"], [[f"{GCM}Treaty", "a\n\n b", ""]])
    assert found.rows == [("gcm:Treaty", "a b")]
    assert table("Title", ["x", "y"], []).headings == ["x", "y"]


@given(st.lists(st.text(max_size=20), max_size=4))
def test_a_csv_file_gives_back_its_cells(cells: list[str]) -> None:
    content = WRITERS[".csv"](small(*cells)).decode("utf-8")
    rows = list(csv.reader(io.StringIO(content, newline="")))
    assert rows == [["x", "y"], *([cell, cell] for cell in cells)]


def test_a_file_for_excel_begins_with_a_mark_and_has_no_formulas(tmp_path: Path) -> None:
    write_table(small("=1+1", "-5", "Türkiye", "- item"), tmp_path / "a.csv", excel=True)
    content = (tmp_path / "a.csv").read_bytes()
    assert content.startswith(b"\xef\xbb\xbf")
    rows = list(csv.reader(io.StringIO(content.decode("utf-8-sig"), newline="")))
    assert [row[0] for row in rows[1:]] == ["'=1+1", "-5", "Türkiye", "'- item"]


def test_a_workbook_has_numbers_as_numbers_and_no_formulas(tmp_path: Path) -> None:
    write_table(small("=1+1", "12", "007", "III.a"), tmp_path / "a.xlsx")
    sheet = openpyxl.load_workbook(tmp_path / "a.xlsx").active
    assert sheet is not None
    values = [(cell.value, cell.data_type) for (cell, _) in sheet.iter_rows(min_row=2)]
    assert values == [("=1+1", "s"), (12, "n"), ("007", "s"), ("III.a", "s")]
    assert sheet.freeze_panes == "A2"


def test_a_document_has_title_notes_and_table(tmp_path: Path) -> None:
    write_table(small("Türkiye"), tmp_path / "a.docx")
    found = docx.Document(str(tmp_path / "a.docx"))
    assert [paragraph.text for paragraph in found.paragraphs] == ["Title", "x: y (default)"]
    assert [cell.text for row in found.tables[0].rows for cell in row.cells] == [
        *("x", "y"),
        *("Türkiye", "Türkiye"),
    ]


def test_a_page_and_markdown_escape_what_a_cell_holds(tmp_path: Path) -> None:
    for ending, cell in ((".html", "&lt;b&gt;|"), (".md", "&lt;b>\\|")):
        write_table(small("<b>|"), tmp_path / f"a{ending}")
        assert cell in (tmp_path / f"a{ending}").read_text("utf-8")


@pytest.mark.parametrize("name", ["a", "a.ttl", "a.xls", "a.pdf"])
def test_an_ending_that_is_none_is_refused_with_those_that_are(tmp_path: Path, name: str) -> None:
    with pytest.raises(InputError, match=r"ends in .csv, .tsv, .xlsx"):
        write_table(small("a"), tmp_path / name)
    assert not (tmp_path / name).exists()


@pytest.mark.parametrize("ending", [*WRITERS, ".json", ".srj"])
def test_an_answer_is_written_as_its_ending_says(tmp_path: Path, ending: str) -> None:
    path = tmp_path / f"answer{ending}"
    done = run("ask", "recommendations-citing", "-o", path)
    assert done.exit_code == 0 and path.stat().st_size > 100
    assert "instrument: UNTOC (default)" in done.output


def test_plain_json_is_a_list_of_objects(tmp_path: Path) -> None:
    path = tmp_path / "answer.json"
    assert run("ask", "recommendations-per-section", "-o", path).exit_code == 0
    rows = json.loads(path.read_text("utf-8"))
    assert rows == known().ask("recommendations-per-section").rows
    assert rows[0]["recommendations"] == 11


def test_a_graph_is_written_in_rdf_and_rows_are_not(tmp_path: Path) -> None:
    path = tmp_path / "answer.ttl"
    assert run("ask", "citation-network", "-o", path).exit_code == 0
    assert "gcm:cites" in path.read_text("utf-8")
    assert run("ask", "figures", "-o", tmp_path / "figures.ttl").exit_code == 2
    assert run("ask", "citation-network", "-o", tmp_path / "answer.csv").exit_code == 2


def test_a_format_that_is_given_goes_before_the_ending(tmp_path: Path) -> None:
    path = tmp_path / "answer.txt"
    assert run("ask", "figures", "-o", path, "--format", "json").exit_code == 0
    assert json.loads(path.read_text("utf-8"))["head"]["vars"][0] == "figure"
    assert run("ask", "figures", "--for", "excel").exit_code == 2


def test_a_default_is_never_silent() -> None:
    shown = run("ask", "recommendations-for-population", "--limit", "1")
    assert "population: children (default)" in shown.stdout
    rows = run("ask", "recommendations-for-population", "--format", "csv")
    assert "(default)" not in rows.stdout and "population: children (default)" in rows.stderr
    given = run("ask", "recommendations-for-population", "--population", "women")
    assert "population: women\n" in given.stdout and "(default)" not in given.output


def test_a_default_is_shown_by_its_name() -> None:
    question = known().questions["recommendations-of-section"]
    assert asked_with(known().data, question, {}) == ["section: III.a (default)"]
    assert "[default: III.a]" in run("ask", "recommendations-of-section", "--help").output


@pytest.mark.parametrize(
    ("name", "values", "expected"),
    [
        ("recommendations-citing", {"instrument": "Rome Statute"}, "no part mentions Rome Statute"),
        ("recommendations-citing", {"instrument": "Rome Statute"}, "nearest: --instrument "),
        ("recommendations-citing", {"instrument": "TOCC", "scope": "direct"}, ""),
    ],
)
def test_no_rows_say_why_and_what_is_near(name: str, values: dict[str, str], expected: str) -> None:
    lines = why_nothing(known().data, known().questions[name], values) if expected else [""]
    assert any(line.startswith(expected) for line in lines)


def test_what_is_offered_for_no_rows_has_rows() -> None:
    question = known().questions["recommendations-for-population"]
    empty = next(
        name
        for name in ("adolescents", "refugees", "domestic workers", "migrant workers", "widows")
        if named(name) and not known().ask(question.name, population=name)
    )
    lines = why_nothing(known().data, question, {"population": empty})
    offers = [line for line in lines if line.startswith("nearest: ")]
    assert offers
    for offer in offers[0].removeprefix("nearest: ").split(" or "):
        words, _, number = offer.removeprefix("--population ").rpartition(" (")
        rows = known().ask(question.name, population=words.strip("'"))
        assert len(rows) == int(number.split()[0]) > 0


def named(name: str) -> bool:
    try:
        return bool(known().find(name, of="gcm:Population"))
    except InputError:
        return False
