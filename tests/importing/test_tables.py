"""Tables of all forms become one recommendation for each row, exact to the character."""

from __future__ import annotations

from pathlib import Path

import openpyxl
import pytest
from importing.office import docx, p, tc
from importing.small_tables import table

from gcm_kg.errors import InputError
from gcm_kg.extraction.understanding import not_understood
from gcm_kg.importing.addition import Addition, Importer
from gcm_kg.importing.storing import metadata
from gcm_kg.model.document import Document, Part
from gcm_kg.project import this_project
from gcm_kg.rdf.namespaces import DCTERMS
from gcm_kg.reading.vocabulary import load_vocabulary
from gcm_kg.store.graph import text_of

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


@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|", "^", "~"])
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


@pytest.mark.parametrize(
    ("cell", "names"),
    [
        ("1. Train all of them\n2. Pay all of them", ["row-2.1", "row-2.2"]),
        ("(a) Train all of them;\n(b) Pay all of them", ["row-2.a", "row-2.b"]),
        ("1) Train all of them; 2) Pay all of them", ["row-2.1", "row-2.2"]),
        ("9.1 Train all of them;\n9.2 Pay all of them\nSource: A/1", ["9.1", "9.2"]),
        ("States should: (a) train all of them; (b) pay all of them", ["row-2"]),
        ("(a) Train all of them; and (b) pay all of them", ["row-2"]),
        ("a) Train all of them b) Pay all of them", ["row-2.a", "row-2.b"]),
        ("a) Train all of them; b) Pay all of them", ["row-2.a", "row-2.b"]),
        ("1. Train all the judges, as in 2. Pay", ["row-2"]),
        ("Train all of them\n2. Pay all of them", ["row-2"]),
    ],
)
def test_numbered_items_of_one_cell_are_recommendations(
    tmp_path: Path, cell: str, names: list[str]
) -> None:
    path = tmp_path / "t.csv"
    path.write_text(f'Recommendation,State\n"{cell}",Peru\nRest all of the day,Fiji\n')
    document = only(path)
    first = list(document.recommendations())[:-1]
    assert [part.identifier for part in first] == names
    words = [document.text_of(part).strip(";") for part in first]
    assert len(names) == 1 or words == ["Train all of them", "Pay all of them"]
    assert all(list(said(document, part).values()) == [["Peru"]] for part in first)
    document.reassembled()


def test_a_line_of_a_cell_says_who_is_asked(tmp_path: Path) -> None:
    path = tmp_path / "t.csv"
    cells = '"Train the judges\nAddressed to: Peru, Togo"', "Pay the nurses (Action by: Chile)"
    path.write_text(f"No,Recommendation\n1,{cells[0]}\n2,{cells[1]}\n")
    document = only(path)
    found = [said(document, part).get("addressedTo") for part in document.recommendations()]
    assert found == [["Peru, Togo"], ["Chile"]]
    assert texts(document)[0] == "Train the judges"


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


PROSE = [
    "The day was long, and hot.\nStates should train judges, police and guards.\n",
    "Recommendations of the forum, Nairobi\n\nStates should train judges, and pay them.\n",
    "First, they met.\n\nThen, they left; all of them.\n",
    "a;b\nJudges should be trained; so should guards\n",
]


@pytest.mark.parametrize("text", PROSE, ids=range(len(PROSE)))
def test_sentences_with_commas_are_no_table(tmp_path: Path, text: str) -> None:
    path = tmp_path / "a.txt"
    path.write_text(text)
    (addition,) = added(path)
    assert addition.columns is None
    assert addition.original.media_type == "text/plain"
    assert read(addition).text == text


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


TITLES = [
    "Recommendations of the third cycle",
    "Recommendations to the State under review, by theme and country, with its response",
    "Table 4. Text of the recommendations",
]


@pytest.mark.parametrize("title", TITLES)
@pytest.mark.parametrize("heads", [["No.", "Recommendation"], ["Blank", "Full text", "Zone"]])
@pytest.mark.parametrize("kind", ["xlsx", "docx", "html"])
def test_a_title_over_all_columns_is_no_heading(
    tmp_path: Path, title: str, heads: list[str], kind: str
) -> None:
    words = "Train the police of the border"
    rows = [heads, *(["4.1", f"{words} {n}", "a"][: len(heads)] for n in ("now", "soon"))]
    path = tmp_path / f"t.{kind}"
    if kind == "xlsx":
        book = openpyxl.Workbook()
        for row in ([title], *rows):
            book.active.append(row)
        book.active.merge_cells(start_row=1, end_row=1, start_column=1, end_column=len(heads))
        book.save(path)
    elif kind == "docx":
        above = tc(title, f'<w:gridSpan w:val="{len(heads)}"/>')
        lines = [above, *("".join(map(tc, row)) for row in rows)]
        path.write_bytes(
            docx("<w:tbl>" + "".join(f"<w:tr>{line}</w:tr>" for line in lines) + "</w:tbl>")
        )
    else:
        lines = ["".join(f"<td>{cell}</td>" for cell in row) for row in rows]
        above = f'<th colspan="{len(heads)}">{title}</th>'
        table = "".join(f"<tr>{line}</tr>" for line in (above, *lines))
        path.write_text(f"<html><body><table>{table}</table></body></html>")
    assert texts(only(path)) == [f"{words} now", f"{words} soon"]


def test_a_heading_over_two_columns_is_that_of_the_longer_words(tmp_path: Path) -> None:
    path = tmp_path / "t.html"
    path.write_text(
        "<html><table><tr><th colspan=2>Recommendation<th>Response<tr><td>7<td>Train the police of"
        " the border<td>Noted</table></html>"
    )
    assert texts(only(path)) == ["Train the police of the border"]


WORDS = [
    "Train the officers of all border posts in the law of asylum",
    "End the detention of children and of their parents",
    "Let workers from abroad change their employer without leave",
    "Open the labour courts to everybody, whatever their papers",
]
CELLS = {
    "identifier": ["7.1", "7.2", "7.3", "7.4"],
    "text": WORDS,
    "addressedTo": ["Kenya"] * 4,
    "recommendedBy": ["Chile", "Ghana; Mexico", "Norway", "Togo"],
    "position": ["Accepted", "Noted", "Supported in part", "Rejected"],
    "labels": ["Training", "Children", "Work", "Justice"],
    "": ["The Government has passed a law to that end in recent years, and will go on"] * 4,
}
MADE_BY, TO, NUMBER, SAID, ASKED = "recommendedBy addressedTo identifier position text".split()
HEADINGS = [
    {"#": NUMBER, "State(s)": MADE_BY, "Recommendation": ASKED, "Response/Position": SAID},
    {"Code": NUMBER, "Country under review": TO, "State(s) recommending": MADE_BY, "Text": ASKED},
    {"SuR": TO, "By": MADE_BY, "Recommendation": ASKED, "Answer": SAID, "Theme(s)": "labels"},
    {"No.": NUMBER, "Recommendation": ASKED, "Recommending State/s": MADE_BY, "Remarks": ""},
    {"State": MADE_BY, "Country": TO, "Recommendations": ASKED, "Kenya's view": SAID},
    {"Country": MADE_BY, "Recommendation": ASKED, "What was done after the recommendation": ""},
    {"A": NUMBER, "B": MADE_BY, "C": ASKED, "D": SAID},
    {"Body": "", "Text": ASKED, "UPR Recommending State/Entity": MADE_BY, "UPR Position": SAID},
]


@pytest.mark.parametrize("title", [[], ["Third cycle"], ["Recommendations of the third cycle"]])
@pytest.mark.parametrize("roles", HEADINGS, ids=map(str, range(len(HEADINGS))))
def test_columns_are_told_by_the_words_of_headings_and_by_what_stands_below(
    tmp_path: Path, roles: dict[str, str], title: list[str]
) -> None:
    path = tmp_path / "t.csv"
    rows = [[CELLS[role][at] for role in roles.values()] for at in range(4)]
    above = [title + [""] * (len(roles) - 1)] if title else []
    path.write_text(csv([*above, list(roles), *rows]))
    (addition,) = added(path)
    assert addition.columns and addition.columns.header == 1 + len(above)
    found = {c: r for r, numbers in addition.columns.roles.items() for c in numbers if r != "other"}
    assert found == {column: role for column, role in enumerate(roles.values(), 1) if role}


def test_the_only_column_of_states_is_that_of_addressees_where_they_come_in_groups(
    tmp_path: Path,
) -> None:
    path = tmp_path / "t.csv"
    rows = [[state, words] for state in ("Kenya", "Togo") for words in WORDS]
    path.write_text(csv([["Country", "Recommendation"], *rows]))
    (addition,) = added(path)
    assert addition.columns and addition.columns.roles == {"addressedTo": (1,), "text": (2,)}


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


def rows_of(rows: list[list[str]]) -> str:
    return "<w:tbl>" + "".join(f"<w:tr>{''.join(map(tc, row))}</w:tr>" for row in rows) + "</w:tbl>"


@pytest.mark.parametrize("again", [False, True])
def test_a_table_that_goes_on_below_is_one_with_the_lines_above_it(
    tmp_path: Path, again: bool
) -> None:
    path = tmp_path / "t.docx"
    head = ["Recommendation", "State(s)", "Position"]
    rows = [[f"9.{at} {words}", "Chile", "Noted"] for at, words in enumerate(WORDS, 1)]
    second = [head, *rows[2:]] if again else rows[2:]
    body = p("Matrix of recommendations: Kenya") + rows_of([head, *rows[:2]])
    path.write_bytes(docx(body + p("(continued)") + rows_of(second)))
    document = only(path)
    assert texts(document) == WORDS
    assert {part.identifier for part in document.recommendations()} == {"9.1", "9.2", "9.3", "9.4"}
    assert all(
        said(document, part)["addressedTo"] == ["Kenya"] for part in document.recommendations()
    )
    assert document.reassembled() == document.text


def test_marks_of_html_in_cells_are_no_words(tmp_path: Path) -> None:
    path = tmp_path / "t.csv"
    cell = "<p>Train&nbsp;judges &amp; police;</p><p>(a)<br/>Pay &lt; 3 them.</p>"
    path.write_text(csv([["Text", "State"], [cell, "Kenya"]]))
    assert texts(only(path)) == ["Train judges & police;\n(a)\nPay < 3 them."]


TICKED = [
    ["No.", "Recommendation", "Accepted", "Noted", "Women", "Migration"],
    ["1", "Ratify the convention on domestic work", "x", "", "", "X"],
    ["2", "Adopt a law against violence at home", "", "✓", "✔", ""],
    ["3", "Open more schools in remote districts", "x", "", "", ""],
]


def test_a_tick_says_what_its_heading_says(tmp_path: Path) -> None:
    path = tmp_path / "ticks.csv"
    path.write_text(csv(TICKED))
    document = only(path)
    assert [said(document, part) for part in document.recommendations()] == [
        {"position": ["Accepted"], "labelledWith": ["Migration"]},
        {"position": ["Noted"], "labelledWith": ["Women"]},
        {"position": ["Accepted"]},
    ]
    columns = {a.column for r in document.recommendations() for a in r.attributes}
    assert columns == {"", "Women", "Migration"}


@pytest.mark.parametrize(("yes", "no"), [("1", "0"), ("Yes", "No"), ("☑", "☐"), ("TRUE", "FALSE")])
def test_yes_and_no_are_ticks_where_several_columns_have_them(
    tmp_path: Path, yes: str, no: str
) -> None:
    path = tmp_path / "ticks.csv"
    rows = [["State", "Recommendation", "Health", "Food"]]
    rows += [["Peru", f"Open the stores of grain {n}", no, yes] for n in "abcd"]
    path.write_text(csv(rows))
    document = only(path)
    assert {tuple(said(document, r)["labelledWith"]) for r in document.recommendations()} == {
        ("Food",)
    }


def test_no_in_the_only_column_of_an_answer_stays_words(tmp_path: Path) -> None:
    path = tmp_path / "answers.csv"
    rows = [["Country", "Recommendation", "Accepted"], ["Malta", "Adopt the bill on asylum", "Yes"]]
    path.write_text(csv([*rows, ["Peru", "Repeal the law on defamation", "No"]]))
    document = only(path)
    found = [said(document, part)["position"] for part in document.recommendations()]
    assert found == [["Accepted"], ["No"]]


@pytest.mark.parametrize("heading", ["Cycle", "Priority", "5"])
def test_a_column_of_ones_is_none_of_ticks(tmp_path: Path, heading: str) -> None:
    path = tmp_path / "ones.csv"
    rows = [["Recommendation", heading, "Country"]]
    rows += [[f"Train the police of the ports {n}", "1", "Chile"] for n in "abcd"]
    path.write_text(csv(rows))
    document = only(path)
    assert not any("labelledWith" in said(document, r) for r in document.recommendations())


def test_words_between_tables_are_headings_or_paragraphs_and_may_be_the_answer(
    tmp_path: Path,
) -> None:
    def table(*rows: tuple[str, str]) -> str:
        head = ("Recommendation", "From")
        return f"<w:tbl>{''.join(f'<w:tr>{tc(a)}{tc(b)}</w:tr>' for a, b in (head, *rows))}</w:tbl>"

    path = tmp_path / "between.docx"
    body = [
        p("Recommendations that enjoy the support of Lowland"),
        table(("Publish the reports of all prisons", "Peru"), ("Train the judges", "Chile")),
        p("Recommendations that were noted"),
        p("The law does not allow them yet. It is being changed."),
        table(("Abolish the fee for permits", "Fiji")),
        p("The session rose at noon."),
    ]
    path.write_bytes(docx("".join(body)))
    (addition,) = added(path)
    document = read(addition)
    said_of = [said(document, part)["position"] for part in document.recommendations()]
    supported, noted = (
        ["Recommendations that enjoy the support of Lowland"],
        ["Recommendations that were noted"],
    )
    assert said_of == [supported, supported, noted]
    kinds = [(part.kind, document.text_of(part)) for part in document.parts if part.parent]
    assert ("Heading", noted[0]) in kinds
    assert ("Paragraph", "The law does not allow them yet. It is being changed.") in kinds
    assert list(addition.notes) == ["1 line before and behind its tables: not read"]


@pytest.mark.parametrize("large", ['"' + "a" * 1_100_000 + '",Qatar', "a," * 17_000])
def test_a_table_with_a_row_that_is_too_large_is_refused_and_not_cut(
    tmp_path: Path, large: str
) -> None:
    rows = ["Train the judges,Highland"] * 3
    (path := tmp_path / "a.csv").write_text("\n".join(["Recommendation,To", *rows, large, *rows]))
    with pytest.raises(InputError, match="16,384 cells of a row"):
        added(path)


def test_a_table_is_called_what_its_file_is_and_not_what_its_columns_are() -> None:
    rows = "Text,State\nRatify the Convention,Mexico\nAbolish the death penalty,Chile\n"
    _, quads = table(rows, "answers", "Answers of two States")
    titles = {text_of(q.object) for q in quads if q.predicate.value == f"{DCTERMS}title"}
    assert titles == {"Answers of two States"}


def test_a_table_that_says_no_title_has_the_name_of_its_file(tmp_path: Path) -> None:
    path = tmp_path / "answers.csv"
    path.write_text(csv(ROWS), "utf-8")
    (addition,) = added(path)
    assert addition.page.title == "Table of recommendations (answers.csv)"


def test_headings_of_groups_may_stand_in_the_column_of_the_words(tmp_path: Path) -> None:
    path = tmp_path / "groups.csv"
    rows = "Recommendation,By\nA. Work,\n{0},Coast\nB. Health,\n{1},Coast\n{1},Coast\n"
    words = "Train all of the judges in the country", "Pay all of the nurses of the country"
    path.write_text(rows.format(*words), "utf-8")
    document = only(path)
    assert texts(document) == [*words, words[1]]
    assert [part.kind for part in document.parts].count("Section") == 3


def test_a_row_without_other_cells_is_a_recommendation_where_no_groups_begin(
    tmp_path: Path,
) -> None:
    path = tmp_path / "alone.csv"
    path.write_text(
        "Recommendation,By\nTrain all of the judges,Coast\nPay all nurses well,\n", "utf-8"
    )
    assert texts(only(path)) == ["Train all of the judges", "Pay all nurses well"]


def test_accents_of_headings_may_be_missing_or_there(tmp_path: Path) -> None:
    path = tmp_path / "french.csv"
    words = "État éxaminé;Etat auteur;Récommandation\nTchad;Perou;Former la police et les juges\n"
    path.write_text(words, "utf-8")
    (addition,) = added(path)
    assert addition.columns
    assert set(addition.columns.roles) == {"addressedTo", "recommendedBy", "text"}


@pytest.mark.parametrize(
    "foot", ["Total: 2", "Source: our own count, 2031", "* Not edited", "Note:"]
)
def test_a_row_below_the_table_that_speaks_of_it_asks_for_nothing(
    tmp_path: Path, foot: str
) -> None:
    path = tmp_path / "foot.csv"
    path.write_text(f'Recommendation,By\nTrain all of the judges,Coast\n"{foot}",\n', "utf-8")
    document = only(path)
    assert texts(document) == ["Train all of the judges"]
    assert [document.text_of(p) for p in document.parts if p.kind == "Paragraph"] == [foot]


def test_the_makers_in_all_rows_beside_one_cell_made_it(tmp_path: Path) -> None:
    path = tmp_path / "merged.xlsx"
    book = openpyxl.Workbook()
    for row in (["Recommendation", "By"], ["Train all of the judges", "Peru"], [None, "Togo"]):
        book.active.append(row)
    book.active.merge_cells("A2:A3")
    book.save(path)
    document = only(path)
    (part,) = document.recommendations()
    assert said(document, part)["recommendedBy"] == ["Peru", "Togo"]


def test_a_quotation_mark_that_is_not_closed_takes_no_other_rows(tmp_path: Path) -> None:
    path = tmp_path / "open.csv"
    path.write_text(
        'Recommendation,By\n"Train judges, and police,Coast\n"Pay all\nof the nurses",Highland\n'
        '"Say ""no"" to all fees",Coast\n"Say \\"no\\", or go away",Coast\n', "utf-8"
    )  # fmt: skip
    (addition,) = added(path)
    assert texts(read(addition)) == [
        "Train judges, and police",
        "Pay all\nof the nurses",
        'Say "no" to all fees',
        'Say "no", or go away',
    ]
    assert addition.notes == (
        "quotation marks are not closed on line 2: read to the end of the line",
    )


def test_a_table_of_recommendations_within_a_document_is_read_beside_its_text(
    tmp_path: Path,
) -> None:
    path = tmp_path / "report.docx"
    words = "Train all of the judges in the country"
    rows = (("Recommendation", "By"), (words, "Coast"), ("Pay them well and on time", "Island"))
    lines = "".join(f"<w:tr>{tc(one)}{tc(other)}</w:tr>" for one, other in rows)
    prose = p("They met for many days and spoke of work at great length. " * 5)
    path.write_bytes(docx(f"{p('Report of the talks')}{prose}<w:tbl>{lines}</w:tbl>{prose}"))
    document, beside = added(path)
    assert not texts(read(document)) and document.notes == ("table 1: read beside the text",)
    assert texts(read(beside)) == [words, "Pay them well and on time"]
    assert beside.page.title.endswith("(table 1)")


@pytest.mark.parametrize(
    ("above", "is_earlier"),
    [
        ("Annex: Recommendations of 2029 and what became of them", True),
        ("Follow-up to the audit of 2029", True),
        ("Recommendations of 2031", False),
        ("The review in 2029 found what stands below, and asks for it.", False),
    ],
)
def test_a_table_of_what_was_asked_in_an_earlier_year_is_left_out_and_told(
    tmp_path: Path, above: str, is_earlier: bool
) -> None:
    path = tmp_path / "report.docx"
    rows = (("Recommendation", "Status"), ("Train all the judges", "Done"))
    lines = "".join(f"<w:tr>{tc(one)}{tc(other)}</w:tr>" for one, other in rows)
    prose = p("They met for many days and spoke of work at great length. " * 5)
    front = f"{p('Report of the talks')}{p('5 May 2031')}"
    path.write_bytes(docx(f"{front}{prose}{p(above)}<w:tbl>{lines}</w:tbl>{prose}"))
    document, *beside = added(path)
    assert len(beside) == (not is_earlier)
    told = "table 1: of an earlier year, and no recommendations of its own"
    assert (told in document.notes) is is_earlier


def test_blanks_before_the_quotation_marks_of_a_cell_are_no_part_of_it(tmp_path: Path) -> None:
    path = tmp_path / "blanks.csv"
    path.write_text('Recommendation, By\n"Train judges, and police", "Coast"\n', "utf-8")
    document = only(path)
    (part,) = document.recommendations()
    assert said(document, part)["recommendedBy"] == ["Coast"]


def test_a_row_of_sums_asks_for_nothing(tmp_path: Path) -> None:
    path = tmp_path / "sums.csv"
    for sums in ("TOTAL,1,7", "Sub-total: 1", "Total,3 recommendations,7"):
        rows = f"Recommendation,By,Cost\nTrain all of the judges,Coast,7\n{sums}\n"
        path.write_text(rows, "utf-8")
        assert texts(only(path)) == ["Train all of the judges"]


@pytest.mark.parametrize(
    ("item", "beside"),
    [
        ("Train all of the judges in the country", 0),
        ("Recommendation By Coast: rest on all days", 1),  # the head and other columns are no rows
    ],
)
def test_a_table_whose_rows_its_document_says_is_not_read_beside_it(
    tmp_path: Path, item: str, beside: int
) -> None:
    path = tmp_path / "report.docx"
    words = ("Train all of the judges in the country", "Pay them well and on time")
    rows = (("Recommendation", "By"), (words[0], "Coast"), (words[1], "Highland"))
    lines = "".join(f"<w:tr>{tc(one)}{tc(other)}</w:tr>" for one, other in rows)
    prose = p("They met for many days and spoke of work at great length. " * 5)
    asks = p("They recommended that States:") + p(f"• {item}")
    path.write_bytes(docx(f"{p('Report of the talks')}{prose}{asks}{prose}<w:tbl>{lines}</w:tbl>"))
    document, *others = added(path)
    assert texts(read(document)) == [item] and len(others) == beside


def test_words_alone_in_a_row_head_a_group_only_where_the_first_row_does(tmp_path: Path) -> None:
    path = tmp_path / "t.csv"
    rows = ["Train all the judges of it,Peru", "On rest,", "Pay all of the nurses of it,Togo"]
    path.write_text("\n".join(("Recommendation,State", *rows, "Free all of them now,Fiji")))
    assert "On rest" in texts(only(path))
    path.write_text("\n".join(("Recommendation,State", "On work,", *rows, "Free all now,Fiji")))
    assert len(texts(only(path))) == 3


SMALL = [
    ["No.", "Recommendation", "State"],
    ["1", "End fees", "Peru"],
    ["2", "Train police", "Fiji"],
]


@pytest.mark.parametrize("width", [0, 20])
def test_words_below_a_heading_that_says_so_may_be_few(tmp_path: Path, width: int) -> None:
    rows = (
        ["".join(cell.ljust(width) for cell in row) for row in SMALL]
        if width
        else [*map(",".join, SMALL)]
    )
    path = tmp_path / ("t.txt" if width else "t.csv")
    path.write_text("\n".join(rows) + "\n", "utf-8")
    assert texts(only(path)) == ["End fees", "Train police"]


def test_rows_of_a_text_below_a_rule_may_be_asks(tmp_path: Path) -> None:
    path = tmp_path / "t.txt"
    rows = (
        ["Ask", "To"],
        ["-" * 23, "-" * 5],
        ["Train all of the police", "Peru"],
        ["End it", "Togo"],
    )
    lines = [f"{ask:<25}{to}\n" for ask, to in rows]
    path.write_text("Forum\n\n" + "".join(lines))
    assert texts(only(path)) == ["Train all of the police", "End it"]


@pytest.mark.parametrize("cells", [["R1", "R2"], ["Peru", "Fiji"], ["Accepted", "Noted in full"]])
def test_codes_names_and_answers_below_such_a_heading_are_no_words(
    tmp_path: Path, cells: list[str]
) -> None:
    path = tmp_path / "t.csv"
    path.write_text("Recommendation,State\n" + "".join(f"{cell},Peru\n" for cell in cells), "utf-8")
    with pytest.raises(InputError, match="a column of recommendations"):
        only(path)


def test_who_is_responsible_is_asked_where_nobody_else_is(tmp_path: Path) -> None:
    path = tmp_path / "t.csv"
    path.write_text("Recommendation,Responsible\nTrain all of the police,Coast Guard\n", "utf-8")
    document = only(path)
    assert [said(document, p) for p in document.recommendations()] == [
        {"addressedTo": ["Coast Guard"]}
    ]


def test_a_line_of_a_cell_of_a_page_that_says_where_it_is_from_is_no_part_of_it(
    tmp_path: Path,
) -> None:
    path = tmp_path / "t.html"
    cell = "9.1 Train all of the police (Peru);<br>Source of position: A/HRC/1/2"
    head = "<tr><th>Recommendation</th><th>Position</th></tr>"
    path.write_text(f"<html><table>{head}<tr><td>{cell}</td><td>Noted</td></tr></table></html>")
    assert texts(only(path)) == ["Train all of the police (Peru);"]


def test_of_columns_in_two_languages_the_english_one_is_read(tmp_path: Path) -> None:
    path = tmp_path / "t.csv"
    head = "Recommendation (EN),Recommandation (FR)\n"
    path.write_text(f"{head}Train all of the police,Former toute la police civile\n", "utf-8")
    assert texts(only(path)) == ["Train all of the police"]


def test_headings_names_and_answers_of_tables_may_be_french_or_spanish(tmp_path: Path) -> None:
    path = tmp_path / "t.csv"
    rows = (
        "1;Chili;Suisse;Abolir les frais de visa;Acceptée\n2;Chili;Pérou;Former les juges;Notée\n"
    )
    path.write_text(f"N°;État examiné;Origine;Recommandation;Réponse de l’État\n{rows}", "utf-8")
    french = [said(only(path), part) for part in only(path).recommendations()]
    assert [each["recommendedBy"] for each in french] == [["Suisse"], ["Pérou"]]
    assert [each["position"] for each in french] == [["Acceptée"], ["Notée"]]
    rows = "1;Togo;Suiza;Abolir las tasas;Aceptada\n2;Togo;Perú;Formar a los jueces;Tomada nota\n"
    head = "Nº;Estado examinado;Estado que recomienda;Recomendación;Respuesta"
    path.write_text(f"{head}\n{rows}", "utf-8")
    spanish = [said(only(path), part) for part in only(path).recommendations()]
    assert [each["addressedTo"] for each in spanish] == [["Togo"], ["Togo"]]
    assert [each["recommendedBy"] for each in spanish] == [["Suiza"], ["Perú"]]


def test_headings_of_two_rows_are_read_together_in_other_languages_too(tmp_path: Path) -> None:
    path = tmp_path / "t.html"
    path.write_text(
        "<html><table><tr><th rowspan=2>Recommandation</th><th>Origine</th><th colspan=2>Réponse de"
        " l’État</th></tr><tr><th>Pays</th><th>Position</th><th>Commentaire</th></tr><tr><td>Former"
        " tous les juges du pays</td><td>Togo</td><td>Acceptée</td><td>en cours</td></tr><tr><td>"
        "Payer toutes les infirmières</td><td>Suisse</td><td>Notée</td><td></td></tr></table>",
        "utf-8",
    )
    document = only(path)
    (one, other) = [said(document, part) for part in document.recommendations()]
    assert (one["recommendedBy"], one["position"]) == (["Togo"], ["Acceptée"])
    assert (other["recommendedBy"], other["position"]) == (["Suisse"], ["Notée"])


@pytest.mark.parametrize("number", ["3. ", "R3: ", "Rec. 3. ", "Recommendation 3: "])
def test_a_number_before_the_only_item_of_a_cell_is_none_of_its_words(
    tmp_path: Path, number: str
) -> None:
    path = tmp_path / "t.csv"
    path.write_text(f"Recommendation,State\n{number}Train all the judges,Peru\nPay them,Fiji\n")
    document = only(path)
    assert [document.text_of(p) for p in document.recommendations()][0] == "Train all the judges"


def test_sums_at_the_end_of_a_table_are_no_recommendations(tmp_path: Path) -> None:
    path = tmp_path / "t.csv"
    path.write_text(
        "No,Recommendation,Made by,Response\n1,Adopt a law on asylum,Peru,Accepted\n2,Open all the"
        " ports,Togo,Noted\n,Total accepted (A),,1\n,Total number of recommendations noted,,1\n"
    )
    document = only(path)
    words = [document.text_of(part) for part in document.recommendations()]
    assert words == ["Adopt a law on asylum", "Open all the ports"]


def test_a_sheet_that_a_state_names_is_of_what_is_recommended_to_it(tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    for name, maker in (("Togo", "Peru"), ("Fiji", "Cuba")):
        sheet = book.create_sheet(name)
        sheet.append(["State", "Recommendation", "Response"])
        sheet.append([maker, "Adopt a law on asylum", "Accepted"])
    path = tmp_path / "t.xlsx"
    book.save(path)
    found = [(d, p) for d in map(read, added(path)) for p in d.recommendations()]
    assert [said(d, p)["recommendedBy"] for d, p in found] == [["Peru"], ["Cuba"]]


@pytest.mark.parametrize(("cells", "told"), [(("Ongoing", "Done"), 0), (("Accepted", "Noted"), 2)])
def test_a_column_on_the_status_is_one_of_answers_where_it_holds_some(
    tmp_path: Path, cells: tuple[str, str], told: int
) -> None:
    path = tmp_path / "t.csv"
    rows = f"1,Adopt a law on asylum,{cells[0]}\n2,Open all the ports,{cells[1]}\n"
    path.write_text(f"No,Recommendation,Status\n{rows}")
    document = only(path)
    found = [said(document, part).get("position") for part in document.recommendations()]
    assert sum(each is not None for each in found) == told


def test_bold_heads_of_markdown_are_found_in_their_text(tmp_path: Path) -> None:
    head = "| **No.** | **Recommendation** | **Lead** |\n|--|--|--|"
    rows = f"{head}\n| 1 | Train all of the nurses | Lima |"
    path = tmp_path / "t.md"
    path.write_text(f"# Plan for nurses\n\nLast updated: 4 May 2031\n\n{rows}\n")
    (addition,) = Importer(this_project()).additions(path)
    assert (addition.page.title, addition.page.date) == ("Plan for nurses", "2031-05-04")


def test_a_source_behind_the_makers_on_the_same_line_is_no_part_of_the_words(
    tmp_path: Path,
) -> None:
    path = tmp_path / "t.csv"
    first = "9.1 Train all of the police (Peru) (Togo); Source of position: X/1/Add.1 - Para. 6"
    second = "9.2 Name the source: Peru"
    path.write_text(f'Recommendation,Position\n"{first}",Noted\n"{second}",Noted\n')
    document = only(path)
    assert texts(document) == ["Train all of the police (Peru) (Togo);", "Name the source: Peru"]
    (part, _) = document.recommendations()
    assert said(document, part)["recommendedBy"] == ["(Peru) (Togo);"]


def test_makers_may_have_brackets_in_their_names(tmp_path: Path) -> None:
    path = tmp_path / "t.csv"
    makers = "(Togo) (Venezuela (Bolivarian Republic of));"
    path.write_text(
        f'Recommendation,Position\n"Train all of the police {makers}",Noted\nPay all,Noted\n'
    )
    document = only(path)
    (part, _) = document.recommendations()
    assert said(document, part)["recommendedBy"] == [makers]


@pytest.mark.parametrize(
    "title", ["MATRIX OF RECOMMENDATIONS: PERU", "List of recommendations – Peru"]
)
def test_a_list_of_recommendations_is_to_the_state_that_its_title_names(
    tmp_path: Path, title: str
) -> None:
    head = tc("Recommendation") + tc("Position")
    row = tc("9.1 Train all of the police (Togo);") + tc("Noted")
    other = tc("9.2 Pay all of the nurses (Togo);") + tc("Noted")
    rows = "".join(f"<w:tr>{cells}</w:tr>" for cells in (head, row, other))
    path = tmp_path / "t.docx"
    path.write_bytes(docx(f"{p(title)}<w:tbl>{rows}</w:tbl>"))
    (part, _) = (document := only(path)).recommendations()
    (asked,) = said(document, part)["addressedTo"]
    assert asked.strip().casefold() == "peru"


def test_a_matrix_by_themes_has_its_labels_parted_though_headings_go_across(tmp_path: Path) -> None:
    across = tc("Theme: D23 Rest", '<w:gridSpan w:val="2"/>')
    cells = (
        tc("Recommendation") + tc("Full list of themes"),
        across,
        tc("9.1 Train all of the police (Togo);") + tc("A1 Work D23 Rest"),
        tc("Recommendation") + tc("Full list of themes"),
        tc("9.2 Pay all of the nurses (Togo);") + tc("D23 Rest"),
    )
    rows = "".join(f"<w:tr>{row}</w:tr>" for row in cells)
    path = tmp_path / "t.docx"
    path.write_bytes(docx(f"<w:tbl>{rows}</w:tbl>"))
    document = only(path)
    found = [said(document, part)["labelledWith"] for part in document.recommendations()]
    assert found == [["A1 Work", "D23 Rest"], ["D23 Rest"]]


@pytest.mark.parametrize(
    ("rows", "silent"),
    [
        (['"9.1 Train all of the judges",Noted', '"9.1 Train all of the judges",Noted'], 0),
        (["Recommendation,Position", '"9.1 Train all of the judges",Noted'], 0),
        (['"9.1 Train all of the judges",Noted', "–,Noted"], 1),
        (['"1. Train all of the judges\n2. Pay all of them",Noted', "–,Noted"], 1),
    ],
    ids=["repeated", "the head again", "without words", "two in a cell"],
)
def test_rows_without_words_are_counted_and_no_others(
    tmp_path: Path, rows: list[str], silent: int
) -> None:
    path = tmp_path / "t.csv"
    path.write_text("\n".join(["Recommendation,Position", "9.3 End all of the fees,Noted", *rows]))
    (addition,) = added(path)
    assert Importer(PROJECT).read(addition).silent_rows == silent
