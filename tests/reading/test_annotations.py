"""Tables of judgements are read row by row; a row that cannot be used is refused with its place."""

from __future__ import annotations

from pathlib import Path

import pytest

from gcm_kg.errors import InputError
from gcm_kg.model.annotations import Annotations
from gcm_kg.model.vocabulary import Vocabulary
from gcm_kg.rdf.namespaces import BASE
from gcm_kg.reading.annotations import COLUMNS, load_annotations
from gcm_kg.reading.summary import read

DOCUMENT = read(
    "I. Start\n\nThe chair, Ada, met Ben\nand Cy of Acme and Bell. Nine ports were named, "
    "Ben\tand Cy said.\n\nII. Areas\n\na. Sea\n\n- Rescue all\n- Land all, land\n"
)
KINDS = {
    "treaty": "Treaty",
    "ada": "Person",
    "chair": "Role",
    "acme": "Company",
    "meeting": "Event",
}
KINDS |= {"bell": "Company", "state": "State", "apply": "CitationFunction"}
ABOVE = {"Company": {"Organization", "Actor"}, "State": {"Actor"}, "Treaty": {"Instrument"}}
VOCABULARY = Vocabulary(
    kinds={BASE + name: kind for name, kind in KINDS.items()},
    ancestors={k: frozenset({k, *ABOVE.get(k, ())}) for k in KINDS.values()},
)
GOOD = {
    "statements": {
        "id": "s1",
        "verdict": "add",
        "part": "II.a.1",
        "relation": "cites",
        "object": "treaty",
        "function": "apply",
        "quote": "Rescue",
        "reason": "It says so.",
    },
    "mentions": {
        "id": "m1",
        "verdict": "add",
        "part": "I.p1",
        "quote": "Acme",
        "entity": "acme",
        "reason": "A name.",
    },
    "participation": {
        "id": "p1",
        "person": "ada",
        "role": "chair",
        "in": "meeting",
        "on_behalf_of": "state",
        "affiliation": "acme bell",
        "position": "Chair",
        "part": "I.p1",
        "quote": "The chair, Ada",
        "reason": "It says so.",
    },
    "figures": {
        "id": "f1",
        "event": "meeting",
        "count": "9",
        "qualifier": "exactly",
        "thing": "ports",
        "part": "I.p1",
        "quote": "Nine ports",
        "reason": "Stated in words.",
    },
}
TABLES = sorted(GOOD)


def load(folder: Path) -> Annotations:
    return load_annotations(folder, "akn/doc", DOCUMENT, VOCABULARY)


def row(table: str, **changes: str) -> str:
    """A row that can be used, with some of its cells changed."""
    return "\t".join((GOOD[table] | {k.rstrip("_"): v for k, v in changes.items()}).values())


def save(folder: Path, table: str, *rows: str, end: str = "\n") -> Path:
    path = folder / f"{table}.tsv"
    path.write_bytes(end.join(["\t".join(COLUMNS[table]), *rows, ""]).encode("utf-8"))
    return path


def refusal(path: Path) -> str:
    with pytest.raises(InputError) as caught:
        load(path.parent)
    message = str(caught.value)
    assert message.splitlines() == [message]
    return message.removeprefix(f"{path}:")


# --- what is read


@pytest.mark.parametrize("table", TABLES)
def test_a_good_row_is_read_with_its_part_and_its_place(tmp_path: Path, table: str) -> None:
    path = save(tmp_path, table, row(table))
    (read_row,) = load(tmp_path)[table]
    assert read_row.values == GOOD[table]
    assert read_row.part is DOCUMENT.by_identifier[GOOD[table]["part"]]
    assert read_row.span and DOCUMENT.text[slice(*read_row.span)] == GOOD[table]["quote"]
    assert read_row.iri == f"{BASE}akn/doc/annotation/{table}/{GOOD[table]['id']}"
    assert (read_row.table, read_row.file, read_row.line) == (table, path, 2)


def test_a_part_may_be_named_behind_the_key_of_the_document(tmp_path: Path) -> None:
    save(tmp_path, "mentions", row("mentions", part=f"sea:{GOOD['mentions']['part']}"))
    (read_row,) = load_annotations(tmp_path, "akn/doc", DOCUMENT, VOCABULARY, "sea")["mentions"]
    assert read_row.values == GOOD["mentions"]
    assert "a part of the document" in refusal(tmp_path / "mentions.tsv")


def test_rows_are_read_in_order_table_by_table(tmp_path: Path) -> None:
    save(tmp_path, "mentions", row("mentions"), row("mentions", id="m0"))
    save(tmp_path, "figures", row("figures"))
    notes = load(tmp_path)
    assert [note.values["id"] for note in notes.all()] == ["f1", "m1", "m0"]
    assert notes["statements"] == []


def test_a_missing_or_empty_folder_holds_no_rows(tmp_path: Path) -> None:
    assert list(load(tmp_path).all()) == []
    assert list(load(tmp_path / "none").all()) == []


def test_a_table_may_have_blank_lines_windows_line_ends_and_a_byte_order_mark(
    tmp_path: Path,
) -> None:
    path = save(tmp_path, "figures", "", row("figures"), "", row("figures", id="f2"), end="\r\n")
    path.write_bytes(b"\xef\xbb\xbf" + path.read_bytes())
    assert [(r.values["id"], r.line) for r in load(tmp_path)["figures"]] == [("f1", 3), ("f2", 5)]
    assert load(tmp_path)["figures"][0].values["reason"] == "Stated in words."


def test_quotation_marks_in_a_cell_are_characters(tmp_path: Path) -> None:
    save(tmp_path, "figures", row("figures", reason='"Nine" is said', thing='"ports'))
    assert load(tmp_path)["figures"][0].values["reason"] == '"Nine" is said'


def test_spaces_around_a_cell_do_not_matter(tmp_path: Path) -> None:
    save(tmp_path, "figures", row("figures", count=" 9 ", event="meeting "))
    assert load(tmp_path)["figures"][0].entity("event") == f"{BASE}meeting"


def test_white_space_in_a_quote_stands_for_any_white_space_of_the_source(tmp_path: Path) -> None:
    save(tmp_path, "mentions", row("mentions", quote="met Ben  and"))
    span = load(tmp_path)["mentions"][0].span
    assert span and DOCUMENT.text[slice(*span)] == "met Ben\nand"


def test_a_quote_is_words_and_not_a_pattern(tmp_path: Path) -> None:
    path = save(tmp_path, "mentions", row("mentions", quote="A..e"))
    assert "in column quote" in refusal(path)


def test_empty_cells_name_nothing(tmp_path: Path) -> None:
    save(tmp_path, "participation", row("participation", on_behalf_of="", affiliation=""))
    assert load(tmp_path)["participation"][0].entity("on_behalf_of") == ""


def test_what_a_person_took_part_in_may_be_a_part_of_the_document(tmp_path: Path) -> None:
    save(tmp_path, "participation", row("participation", in_="I"))
    assert load(tmp_path)["participation"][0].values["in"] == "I"


def test_rejections_and_confirmations_need_no_quote(tmp_path: Path) -> None:
    rows = [row("statements", id=v, verdict=v, quote="") for v in ("reject", "confirm")]
    save(tmp_path, "statements", *rows)
    assert [r.span for r in load(tmp_path)["statements"]] == [None, None]


def test_a_statement_need_not_have_a_function(tmp_path: Path) -> None:
    save(tmp_path, "statements", row("statements", function=""))
    assert load(tmp_path)["statements"][0].entity("function") == ""


def test_a_rejected_mention_need_not_say_of_what(tmp_path: Path) -> None:
    save(tmp_path, "mentions", row("mentions", verdict="reject", entity=""))
    assert load(tmp_path)["mentions"][0].entity("entity") == ""


# --- what is refused


def test_a_table_of_another_name_is_refused(tmp_path: Path) -> None:
    (tmp_path / "notes.tsv").write_text("id\n")
    message = refusal(tmp_path / "notes.tsv")
    assert "expected one of statements.tsv, mentions.tsv, participation.tsv, figures.tsv" in message


@pytest.mark.parametrize("header", ["", "id", "id\tevent\tcount", "event\tid"])
def test_another_header_is_refused(tmp_path: Path, header: str) -> None:
    path = tmp_path / "figures.tsv"
    path.write_text(f"{header}\n{row('figures')}\n")
    shown = " ".join(header.split()) or "nothing"
    expected = f"1: expected {' '.join(COLUMNS['figures'])}, found “{shown}”; correct the header"
    assert refusal(path) == expected


@pytest.mark.parametrize("change", [-1, 1, 5])
def test_a_row_with_another_number_of_columns_is_refused(tmp_path: Path, change: int) -> None:
    cells = [*row("figures").split("\t"), *["x"] * 5][: 8 + change]
    path = save(tmp_path, "figures", row("figures", id="f0"), "\t".join(cells))
    expected = f"3: expected 8 columns separated by tabs, found {8 + change}; correct the row"
    assert refusal(path) == expected


UNKNOWN = [
    *((table, "part", "IX.p1", "a part of the document") for table in TABLES),
    *((table, "part", "", "a part of the document") for table in TABLES),
    *((table, "reason", "", "a reason") for table in TABLES),
    *((table, "id", "", "letters, digits") for table in TABLES),
    *((table, "id", "a b", "letters, digits") for table in TABLES),
    *((table, "id", "a/b", "letters, digits") for table in TABLES),
    *((table, "quote", "Zoe", "words that stand once in") for table in TABLES),
    *((table, "quote", "", "the words") for table in TABLES),
    ("mentions", "quote", "Ben and Cy", "words that stand once in I.p1"),
    ("statements", "verdict", "maybe", "add or reject or confirm"),
    ("statements", "verdict", "", "add or reject or confirm"),
    ("statements", "object", "x", "an IRI of the vocabulary"),
    ("statements", "object", "", "an IRI of the vocabulary"),
    ("statements", "function", "treaty", "an IRI of class gcm:CitationFunction"),
    ("mentions", "verdict", "confirm", "add or reject"),
    ("mentions", "entity", "x", "an IRI of the vocabulary"),
    ("mentions", "entity", "", "an IRI of the vocabulary"),
    ("participation", "person", "acme", "an IRI of class gcm:Person"),
    ("participation", "role", "ada", "an IRI of class gcm:Role"),
    ("participation", "in", "ada", "an IRI of class gcm:Event"),
    ("participation", "on_behalf_of", "treaty", "an IRI of class gcm:Actor"),
    ("participation", "affiliation", "acme state", "organizations of the vocabulary"),
    ("figures", "event", "acme", "an IRI of class gcm:Event"),
    ("figures", "qualifier", "about", "exactly or more than"),
    ("figures", "thing", "", "what is counted"),
    *(("figures", "count", count, "a number") for count in ("", "nine", "-9", "9.5", "٩", "09")),
    ("figures", "count", "9" * 5000, "a number"),
]


@pytest.mark.parametrize(("table", "column", "value", "expected"), UNKNOWN)
def test_a_cell_that_cannot_be_used_is_refused_with_line_and_column(
    tmp_path: Path, table: str, column: str, value: str, expected: str
) -> None:
    changed = row(table, **{"id": "other", column: value})
    message = refusal(save(tmp_path, table, row(table), "", changed))
    assert message.startswith(f"4: expected {expected}")
    assert f"{value[:59]}" in message
    assert f" in column {column}; " in message


def test_a_quote_that_stands_twice_is_told_from_one_that_is_absent(tmp_path: Path) -> None:
    twice = refusal(save(tmp_path, "mentions", row("mentions", quote="Ben and Cy")))
    assert twice.endswith("; they stand there twice or more")
    absent = refusal(save(tmp_path, "mentions", row("mentions", quote="ben and cy")))
    assert absent.endswith("; they stand there not at all")


def test_a_quote_of_another_part_is_refused(tmp_path: Path) -> None:
    message = refusal(save(tmp_path, "statements", row("statements", quote="Land all")))
    assert "expected words that stand once in II.a.1, found “Land all” in column quote" in message


@pytest.mark.parametrize("table", TABLES)
def test_an_identifier_used_twice_is_refused_at_the_second_row(tmp_path: Path, table: str) -> None:
    message = refusal(save(tmp_path, table, row(table), row(table)))
    assert message.startswith("3: expected an id that no other row has, found ")
    assert "in column id" in message


def test_a_table_that_is_not_utf_8_is_refused_with_its_line(tmp_path: Path) -> None:
    path = save(tmp_path, "figures", row("figures"))
    path.write_bytes(path.read_bytes() + b"\xff")
    assert refusal(path).startswith("3: expected UTF-8")
