"""Tables for people: which columns, how wide, and no word broken while there is room."""

from __future__ import annotations

import io

import pytest
from click.testing import CliRunner
from hypothesis import example, given
from hypothesis import strategies as st

from gcm_kg.cli.main import main, suit
from gcm_kg.cli.tables import WIDE, Column, readable, show_table, widths
from gcm_kg.views.table import table

TEXT = st.text("ab ", max_size=60)


def shown(capsys: pytest.CaptureFixture[str], columns: int, *table: list[str]) -> list[str]:
    """The lines of a table, the first row its heading, in a terminal of some columns."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("COLUMNS", str(columns))
        show_table("Title", table[0], table[1:])
    return capsys.readouterr().out.splitlines()


def visible(names: list[str], rows: list[list[str]]) -> list[Column]:
    return readable(table("Title", names, rows))


def test_start_and_end_are_one_place() -> None:
    names = ["identifier", "start", "quote", "end"]
    assert visible(names, [["II.1", "12", "words", "17"]]) == [
        ("identifier", ["II.1"]),
        ("place", ["12–17"]),
        ("quote", ["words"]),
    ]
    assert visible(["start", "x"], [["12", "a"]])[0] == ("place", ["12"])


@given(st.lists(st.lists(TEXT, min_size=3, max_size=3), max_size=5), st.integers(10, 150))
def test_columns_fill_the_room_and_never_more(rows: list[list[str]], room: int) -> None:
    columns: list[Column] = [
        (name, [row[i] for row in rows]) for i, name in enumerate(("identifier", "text", "other"))
    ]
    found = widths(columns, room)
    most = [max(map(len, [name, *cells])) for name, cells in columns]
    assert sum(found) == min(room, sum(most)) or sum(found) < room and found == most
    assert all(1 <= width <= whole for width, whole in zip(found, most, strict=True))


@given(st.lists(st.lists(TEXT, min_size=2, max_size=2), max_size=5))
def test_no_word_is_broken_where_all_have_room(rows: list[list[str]]) -> None:
    columns: list[Column] = [(n, [row[i] for row in rows]) for i, n in enumerate(("x", "y"))]
    for (_, cells), width in zip(columns, widths(columns, 40), strict=True):
        longest = max((len(word) for cell in cells for word in cell.split()), default=0)
        assert width >= min(longest, 20)


def test_short_columns_are_broken_last() -> None:
    long = "extraordinarily uncharacteristically"
    columns: list[Column] = [("place", ["19125–19151"]), ("a", [long]), ("b", [long])]
    assert widths(columns, 40)[0] == len("19125–19151")
    assert sum(widths(columns, 12)) == 12


def test_words_are_whole_in_eighty_columns(capsys: pytest.CaptureFixture[str]) -> None:
    name = "United Nations Convention against Transnational Organized Crime"
    lines = shown(
        capsys, 80, ["identifier", "instrumentLabel", "functionLabel", "start", "end", "text"],
        ["III.a.1", name, "implement", "19146", "19245", f"Implement the {name}"],
    )  # fmt: skip
    text = "\n".join(lines)
    for word in [*name.split(), "19146–19245", "III.a.1", "implement"]:
        assert word in text
    assert max(map(len, lines)) <= 80
    assert lines[0].strip() == "Title" and lines[-1] == "1 row"


def test_a_table_is_wide_where_no_terminal_says_how_wide_it_is(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("COLUMNS", raising=False)
    show_table("Title", ["text"], [["word " * 100], ["word"]])
    lines = capsys.readouterr().out.splitlines()
    assert 80 < max(len(line.rstrip()) for line in lines) <= WIDE
    assert lines[-1] == "2 rows"


RECORD = ["identifier", "sectionLabel", "recommendations", "personLabel", "affiliationLabel"]
VALUES = ["III.a", "a. Overarching frameworks", "11", "Nomen Nescio", "Institute of Instituting"]


def test_where_not_all_words_have_room_one_record_stands_below_the_other(
    capsys: pytest.CaptureFixture[str],
) -> None:
    lines = shown(capsys, 60, RECORD, VALUES, VALUES)
    assert lines[2] == " identifier       III.a" and lines[6].endswith("Institute of Instituting")
    assert lines[7] == "" and lines[8] == lines[2] and lines[-1] == "2 rows"
    assert " III.a" in shown(capsys, 120, RECORD, VALUES)[4], "a line where there is room"


@given(st.lists(st.text("abcdefgh ", max_size=60), min_size=4, max_size=4), st.integers(40, 80))
@example(["a" * 12, "a", "aaaaa a", "a" * 21], 67)
@example(["a" * 10, "a" * 21, "a", "a"], 60)
def test_no_word_of_a_record_is_broken(values: list[str], columns: int) -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("COLUMNS", str(columns))
        printed: list[str] = []
        patch.setattr("click.echo", lambda text="": printed.append(text))
        show_table("Title", RECORD[1:], [values])
    words = {word for value in values for word in value.split() if len(word) <= columns // 2}
    assert words <= set(" ".join(printed).split())


def test_a_wide_table_breaks_no_cell(capsys: pytest.CaptureFixture[str]) -> None:
    show_table("Title", ["x", "text"], [["a", "word " * 60]], wide=True)
    assert any("word " * 59 in line for line in capsys.readouterr().out.splitlines())


def test_a_terminal_of_another_encoding_gets_what_it_has() -> None:
    stream = io.TextIOWrapper(io.BytesIO(), encoding="cp1252")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("PYTHONIOENCODING", "cp1252")
        suit(stream)
        patch.setattr("sys.stdout", stream)
        show_table("Title", ["text"], [["Việt Nam – «quoted»"]])
        stream.flush()
    text = stream.buffer.getvalue().decode("cp1252")
    assert "Vi?t Nam – «quoted»" in text and "----" in text
    piped = io.TextIOWrapper(io.BytesIO(), encoding="cp1252")
    suit(piped)
    assert piped.encoding == "utf-8"


def test_wide_signs_take_two_columns(capsys: pytest.CaptureFixture[str]) -> None:
    wide, plain = "移民走私议定书", "protocol"
    lines = shown(capsys, 60, ["x", "y"], [wide, "b"], [plain, "b"])
    first, second = (next(line for line in lines if word in line) for word in (wide, plain))
    assert first.index("b") + len(wide) == second.rindex("b")


def test_nothing_in_a_cell_steers_the_terminal(capsys: pytest.CaptureFixture[str]) -> None:
    assert "\x1b" not in "".join(shown(capsys, 60, ["x"], ["\x1b[31mred"]))


@pytest.mark.parametrize("columns", [1, 5, 9])
def test_the_narrowest_terminal_is_shown_something(
    capsys: pytest.CaptureFixture[str], columns: int
) -> None:
    assert shown(capsys, columns, ["x", "y"], ["some words", "b"])[-1] == "1 row"
    narrow = CliRunner().invoke(main, ["trace", "III.a.1"], env={"COLUMNS": str(columns)})
    assert narrow.exit_code == 0


def test_what_a_cell_holds_is_shown_as_it_is(capsys: pytest.CaptureFixture[str]) -> None:
    assert "[bold]x[/bold] :smile:" in "\n".join(
        shown(capsys, 80, ["text"], ["[bold]x[/bold] :smile:"])
    )
    assert shown(capsys, 80, ["text"])[-1] == "0 rows"


def test_the_help_of_a_question_says_whose_names_it_takes() -> None:
    output = CliRunner().invoke(main, ["ask", "participants", "--help"]).output
    assert "of class gcm:Role" in " ".join(output.split())


def test_a_row_that_holds_nothing_is_counted(capsys: pytest.CaptureFixture[str]) -> None:
    assert shown(capsys, 80, ["x", "y"], ["", ""])[-1] == "1 row"


@pytest.mark.parametrize("columns", ["60", "80", "100"])
def test_a_name_of_a_part_is_in_one_piece_behind_the_key_of_its_document(
    columns: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("COLUMNS", columns)
    names = [f"upr-working-group-2014:122.{number}" for number in range(9)]
    rows = [[name, ", ".join(names), "Continue its ongoing review of laws " * 3] for name in names]
    show_table("", ["identifier", "identifiers", "text"], rows)
    words = capsys.readouterr().out.replace(",", " ").split()
    assert all(words.count(name) == len(names) + 1 for name in names)
