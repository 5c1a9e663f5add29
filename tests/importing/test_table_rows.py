"""Rows and headings of tables as offices make them: over two rows, in several columns, parted."""

from __future__ import annotations

from pathlib import Path

import openpyxl
import pytest
from importing.office import docx, p, tc
from importing.test_tables import added, csv, only, read, said, texts

from gcm_kg.errors import InputError

HEADS = [
    ["No.", "Recommendation", "Source", None, "Response", None],
    [None, None, "Recommending State(s)", "Session", "Supported", "Noted"],
]
ASKS = [
    ["9.1", "Train the border police", "Highland; Coast", "WG1", "X", None],
    ["9.2", "End the detention of children", "Island", "WG1", None, "X"],
]


@pytest.mark.parametrize("sums", [[], [["Total", "2 recommendations", None, None, 1, 1]]])
def test_below_a_heading_over_two_columns_their_own_say_what_they_hold(
    tmp_path: Path, sums: list[list[str | int | None]]
) -> None:
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    for row in [*HEADS, *ASKS, *sums]:
        sheet.append(row)
    for cells in ("C1:D1", "E1:F1"):
        sheet.merge_cells(cells)
    book.save(tmp_path / "t.xlsx")
    document = only(tmp_path / "t.xlsx")
    told = [said(document, part) for part in document.recommendations()]
    assert [x["recommendedBy"] for x in told] == [["Highland; Coast"], ["Island"]]
    assert [x["position"] for x in told] == [["Supported"], ["Noted"]]


def test_a_second_column_says_who_recommends_where_the_first_is_empty(tmp_path: Path) -> None:
    path = tmp_path / "t.csv"
    rows = [
        ["country", "mechanism", "recommending_state", "recommendation"],
        ["Lowland", "UPR", "Highland", "Train the border police"],
        ["Lowland", "CERD", "", "End the detention of children"],
    ]
    path.write_text(csv(rows))
    document = only(path)
    told = [said(document, part)["recommendedBy"] for part in document.recommendations()]
    assert told == [["Highland"], ["CERD"]]


def test_a_column_whose_heading_only_holds_the_words_says_no_second_maker(tmp_path: Path) -> None:
    path = tmp_path / "t.csv"
    heads = ["No", "Recommendation", "Recommending State", "Neighbours of recommending State"]
    first = ["1", "Train the border police", "Highland", ""]
    path.write_text(csv([heads, first, ["2", "End the detention of children", "", "Island"]]))
    document = only(path)
    told = [said(document, part).get("recommendedBy") for part in document.recommendations()]
    assert told == [["Highland"], None]


def test_a_table_of_numbers_and_answers_says_no_recommendations(tmp_path: Path) -> None:
    path = tmp_path / "t.csv"
    rows = [
        ["Recommendations", "Decision", "Explanation"],
        ["1.1–1.4, 1.9", "Accepted", "They are in line with the policy of the country."],
        ["1.5", "Noted", "The matter should be looked at by the parliament."],
    ]
    path.write_text(csv(rows, ";"))
    with pytest.raises(InputError, match="a table with a column of recommendations"):
        added(path)


@pytest.mark.parametrize(
    ("end", "row", "count"),
    [
        ("", ["", "and the judges of the border towns", ""], 2),
        (".", ["", "and the judges of the border towns", ""], 3),
        ("", ["", "Train the judges of the border towns", ""], 3),
        ("", ["3", "and the judges of the border towns", ""], 3),
    ],
)
def test_words_that_go_on_in_a_row_of_their_own_are_one_recommendation(
    tmp_path: Path, end: str, row: list[str], count: int
) -> None:
    first = ["1", f"Train the border police{end}", "Highland"]
    rows = [["No", "Recommendation", "From"], first, row]
    path = tmp_path / "t.csv"
    path.write_text(csv([*rows, ["2", "End the detention of children", "Island"]]))
    found = texts(only(path))
    assert len(found) == count
    assert count == 3 or found[0] == "Train the border police\nand the judges of the border towns"


def test_a_title_of_a_document_stands_above_its_table_and_not_in_it(tmp_path: Path) -> None:
    rows = [["No", "Recommendation"], ["1", "Train the border police and the judges"]]
    cells = "".join("<w:tr>" + "".join(map(tc, row)) + "</w:tr>" for row in rows)
    group = tc("A. Borders", '<w:gridSpan w:val="2"/>')
    body = p("Recommendations received by Lowland")
    body += f"<w:tbl><w:tr>{group}</w:tr>{cells}</w:tbl>"
    path = tmp_path / "t.docx"
    path.write_bytes(docx(body))
    (addition,) = added(path)
    assert addition.page.title == "Recommendations received by Lowland"
    document = only(path)
    (part,) = document.recommendations()
    assert said(document, part)["addressedTo"] == ["Lowland"]


def test_hidden_sheets_are_told_and_not_read(tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    sheet, hidden = book.active, book.create_sheet("Old")
    assert sheet is not None
    for each in (sheet, hidden):
        each.append(["Recommendation", "From"])
        each.append(["Train the border police", "Highland"])
    hidden.sheet_state = "hidden"
    book.save(tmp_path / "t.xlsx")
    (addition,) = added(tmp_path / "t.xlsx")
    assert "hidden sheets: not read (Old)" in addition.notes


def test_a_table_of_one_cell_is_the_layout_of_a_text(tmp_path: Path) -> None:
    lines = (
        "Report of the Forum\nThe Forum recommends that States:\n(a) Train all;\n(b) Open homes."
    )
    path = tmp_path / "t.docx"
    path.write_bytes(docx(f"<w:tbl><w:tr>{tc(lines)}</w:tr></w:tbl>"))
    assert texts(only(path)) == ["Train all;", "Open homes."]


@pytest.mark.parametrize(("status", "count"), [("Pending", 0), ("Noted", 1)])
def test_what_is_pending_may_be_a_plan_and_answers_only_beside_answers(
    tmp_path: Path, status: str, count: int
) -> None:
    rows = [
        ["No", "Recommendation", "Status"],
        ["1", "Train the border police", "Done"],
        ["2", "End the detention of children", status],
        ["3", "Open homes for guests", "Pending"],
    ]
    path = tmp_path / "t.csv"
    path.write_text(csv(rows))
    document = only(path)
    told = [said(document, part).get("position") for part in document.recommendations()]
    assert (told[2] == ["Pending"]) == bool(count)


def test_states_in_a_table_of_what_one_state_received_have_made_it(tmp_path: Path) -> None:
    path = tmp_path / "t.tsv"
    path.write_text(
        "Third cycle – recommendations received\t\t\nRecommendation\tState\tAnswer\n"
        "Join the treaty on guests\tHighland\tNoted\nAdopt a plan of action\tIsland\tSupported\n"
    )
    document = only(path)
    told = [said(document, part) for part in document.recommendations()]
    assert [x.get("recommendedBy") for x in told] == [["Highland"], ["Island"]]


@pytest.mark.parametrize(
    ("heading", "cells", "told"),
    [
        ("Accepted/Noted", ("A", "N"), ("Accepted", "Noted")),
        ("Agreed (Y/N/P)", ("Y", "P"), ("Agreed", "P")),
        ("Accepted/Agreed", ("A", "A"), ("A", "A")),
        ("Response", ("Accepted", "Noted"), ("Accepted", "Noted")),
    ],
)
def test_letters_stand_for_what_their_heading_spells_out(
    tmp_path: Path, heading: str, cells: tuple[str, str], told: tuple[str, str]
) -> None:
    asks = ("Train the border police", "End the detention of children")
    rows = [[ask, cell] for ask, cell in zip(asks, cells, strict=True)]
    path = tmp_path / "t.csv"
    path.write_text(csv([["Recommendation", heading], *rows]))
    document = only(path)
    found = [said(document, part)["position"][0] for part in document.recommendations()]
    assert tuple(found) == told


def test_a_form_of_labels_beside_words_is_no_table(tmp_path: Path) -> None:
    pairs = [
        ("Recommendation 1", "The Board should sign agreements with all of the ports."),
        ("Management response", "Agreed"),
        ("Recommendation 2", "The Ministry should publish a list of all the homes."),
        ("Management response", "Partially agreed"),
    ]
    rows = "".join(f"<w:tr>{tc(a)}{tc(b)}</w:tr>" for a, b in pairs)
    path = tmp_path / "t.docx"
    path.write_bytes(docx(p("Evaluation of homes") + f"<w:tbl>{rows}</w:tbl>"))
    (addition,) = added(path)
    assert addition.columns is None


def test_sheets_that_are_not_read_are_told_and_short_headings_are_known(tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    sheet, notes = book.active, book.create_sheet("Notes")
    assert sheet is not None
    for row in [
        ["Status of recommendations"], ["Cluster 1: Work in towns and ports"],
        ["Rec", "Recommending State", "State response", "Action taken"],
        ["7.1 Train all judges", "Highland", "Noted", "A bill should be tabled in the next year"],
        ["7.2 Open homes", "Island", "Supported", "Homes are built in each of the towns"],
    ]:  # fmt: skip
        sheet.append(row)
    notes.append(["Prepared by the Ministry"])
    book.save(tmp_path / "t.xlsx")
    (addition,) = added(tmp_path / "t.xlsx")
    assert texts(read(addition)) == ["Train all judges", "Open homes"]
    assert "sheets without a column of recommendations: not read (Notes)" in addition.notes


def test_a_heading_above_the_head_that_comes_again_asks_for_nothing(tmp_path: Path) -> None:
    head = ["Recommendation", "From", "Response"]
    rows = [
        ["LOWLAND – STATUS OF UPR RECOMMENDATIONS", "", ""], ["Cluster 1: Work", "", ""], head,
        ["Train the border police", "Highland", "Noted"], ["Cluster 2: Homes", "", ""], head,
        ["End the detention of children", "Island", "Accepted"],
    ]  # fmt: skip
    path = tmp_path / "t.csv"
    path.write_text(csv(rows))
    document = only(path)
    assert texts(document) == ["Train the border police", "End the detention of children"]
    told = [said(document, part)["addressedTo"] for part in document.recommendations()]
    assert told == [["LOWLAND"], ["LOWLAND"]]


@pytest.mark.parametrize(
    ("heading", "to"),
    [
        ("Position of Lowland", ["Lowland"]),
        ("Position du Lowland", ["Lowland"]),
        ("Position of the State under review", None),
    ],
)
def test_the_heading_of_answers_may_say_whose_they_are(
    tmp_path: Path, heading: str, to: list[str] | None
) -> None:
    path = tmp_path / "t.csv"
    path.write_text(csv([["Recommendation", heading], ["Train the border police", "Accepted"]]))
    document = only(path)
    (part,) = document.recommendations()
    assert said(document, part).get("addressedTo") == to


@pytest.mark.parametrize(
    "heads",
    [("Who should act", "What"), ("Lead institution", "Activities"), ("Who should act", "Actions")],
)
def test_a_plan_says_who_should_do_what(tmp_path: Path, heads: tuple[str, str]) -> None:
    path = tmp_path / "t.csv"
    path.write_text(csv([list(heads), ["Highland", "Train the border police"], ["Island", "Pay"]]))
    document = only(path)
    told = [said(document, part).get("addressedTo") for part in document.recommendations()]
    assert (texts(document), told) == (
        ["Train the border police", "Pay"],
        [["Highland"], ["Island"]],
    )


@pytest.mark.parametrize("vague", ["What", "Description"])
def test_what_tables_of_all_kinds_have_makes_none_of_recommendations(
    tmp_path: Path, vague: str
) -> None:
    path = tmp_path / "t.csv"
    rows = [
        ["File", vague, "Size"],
        ["a.csv", "the budget of a port", "3"],
        ["b.csv", "a map", "4"],
    ]
    path.write_text(csv(rows))
    with pytest.raises(InputError, match="a column of recommendations"):
        only(path)


def test_a_table_below_the_title_of_a_visit_says_who_made_it_and_to_whom(tmp_path: Path) -> None:
    title = "Follow-up of Special Rapporteur on torture - visit to Togo"
    path = tmp_path / "t.csv"
    path.write_text(csv([[title, ""], ["Para", "Recommendation"], ["7", "Train the police"]]))
    (part,) = (document := only(path)).recommendations()
    told = said(document, part)
    assert told["recommendedBy"] == ["Special Rapporteur on torture - visit to Togo"[:29]]
    assert [x.strip() for x in told["addressedTo"]] == ["Togo"]


def test_actions_beside_recommendations_are_labels(tmp_path: Path) -> None:
    path = tmp_path / "t.csv"
    heads = ["Recommendation", "Action", "Addressed to"]
    path.write_text(csv([heads, ["Train the border police", "Training", "Highland"]]))
    assert texts(only(path)) == ["Train the border police"]


def test_numbers_of_recommendations_are_no_answers(tmp_path: Path) -> None:
    heads = ["Recommendations accepted", "Activities", "Owner"]
    rows = [heads, ["12.1; 12.4", "Train judges on the rights of migrants", "Highland"]]
    (tmp_path / "t.csv").write_text(csv([*rows, ["12.9", "Open clinics in towns", "Coast"]]))
    document = only(tmp_path / "t.csv")
    told = [said(document, part) for part in document.recommendations()]
    assert [x["addressedTo"] for x in told] == [["Highland"], ["Coast"]]
    assert not any("position" in x for x in told)


def test_activities_in_french_are_what_is_to_be_done(tmp_path: Path) -> None:
    rows = [["Pilier", "Activité", "Responsable"], ["Ports", "Build a post", "Highland"]]
    (tmp_path / "t.csv").write_text(csv([*rows, ["Data", "Publish figures every year", "Coast"]]))
    assert texts(only(tmp_path / "t.csv")) == ["Build a post", "Publish figures every year"]


def test_ticks_below_n_are_no_numbers(tmp_path: Path) -> None:
    rows = [["Recommendation", "State(s)", "S", "N"], ["Train all judges", "Highland", "x", ""]]
    (tmp_path / "t.csv").write_text(csv([*rows, ["Open clinics in towns", "Coast", "", "x"]]))
    found = [part.identifier for part in only(tmp_path / "t.csv").recommendations()]
    assert found == ["row-2", "row-3"]


def test_findings_and_days_beside_recommendations_are_not_read(tmp_path: Path) -> None:
    heads = ["Observation", "Recommendation", "Due"]
    (tmp_path / "t.csv").write_text(csv([heads, ["Fees rose", "Train the police", "May 2031"]]))
    (addition,) = added(tmp_path / "t.csv")
    assert addition.columns is not None
    assert addition.columns.roles["other"] == (1, 3)


def test_a_row_of_a_number_and_a_title_heads_the_rows_whose_numbers_are_within_it(
    tmp_path: Path,
) -> None:
    rows = [
        ["Ref.", "Objective / Activity", "Lead"],
        ["1", "Objective 1: Homes", ""],
        ["1.1", "Open homes for guests", "Highland"],
        ["1.1.1", "Paint the doors of homes", "Highland"],
        ["2", "Train the border police", "Highland"],
    ]
    path = tmp_path / "t.csv"
    path.write_text(csv(rows))
    document = only(path)
    assert texts(document) == [row[1] for row in rows[2:]]
    heads = [part for part in document.parts if part.kind == "Heading"]
    assert document.text_of(heads[-1]) == "Objective 1: Homes"


def test_a_column_headed_by_who_recommends_has_the_words_where_no_other_has(tmp_path: Path) -> None:
    rows = [
        ["No", "Recommended by the Ombudsman", "Addressed to", "Reply received"],
        ["1", "Call an interpreter at every admission", "Highland", "Agrees"],
        ["2", "Record the language of all patients", "Island", "Does not agree"],
    ]
    path = tmp_path / "t.csv"
    path.write_text(csv(rows))
    document = only(path)
    assert texts(document) == [row[1] for row in rows[1:]]
    told = [said(document, part) for part in document.recommendations()]
    assert [x["position"] for x in told] == [["Agrees"], ["Does not agree"]]


@pytest.mark.parametrize(
    ("column", "asked"), [("Deadline", ["Highland"]), ("Response", []), ("Recommended by", [])]
)
def test_who_is_responsible_is_asked_where_no_state_recommends_or_answers(
    tmp_path: Path, column: str, asked: list[str]
) -> None:
    rows = [
        ["No.", "Recommendation", "Responsible institution", column],
        ["1", "Train all of the border police", "Highland", "Noted"],
    ]
    path = tmp_path / "t.csv"
    path.write_text(csv(rows))
    document = only(path)
    (part,) = document.recommendations()
    assert said(document, part).get("addressedTo", []) == asked


@pytest.mark.parametrize(
    ("column", "role"), [("What will be done", "addressedTo"), ("Recommendation", "recommendedBy")]
)
def test_who_beside_what_will_be_done_is_asked(tmp_path: Path, column: str, role: str) -> None:
    rows = [["No.", column, "Who"], ["1", "Train all of the border police", "Highland"]]
    path = tmp_path / "t.csv"
    path.write_text(csv(rows))
    document = only(path)
    (part,) = document.recommendations()
    assert said(document, part)[role] == ["Highland"]


@pytest.mark.parametrize("words", ["Theme: Migrants", "Cluster 2 – Work and pay"])
def test_a_row_that_says_it_is_a_theme_heads_those_below(tmp_path: Path, words: str) -> None:
    path = tmp_path / "t.csv"
    rows = [
        ["No.", "Recommendation", "Recommending State", "Position"],
        ["9.1", "Train the border police", "Highland", "Noted"],
        ["", words, "", ""],
        ["9.2", "End the detention of children", "Island", "Noted"],
    ]
    path.write_text(csv(rows))
    assert texts(only(path)) == ["Train the border police", "End the detention of children"]
