"""Tables for people: which columns, how wide, and no word broken while there is room."""

from __future__ import annotations

import pytest
from click.testing import CliRunner
from hypothesis import given
from hypothesis import strategies as st

from gcm_kg.cli.main import main
from gcm_kg.cli.tables import WIDE, Column, show_table, visible, widths
from gcm_kg.rdf.namespaces import BASE, GCM

TEXT = st.text("ab ", max_size=60)


def shown(capsys: pytest.CaptureFixture[str], columns: int, *table: list[str]) -> list[str]:
    """The lines of a table, the first row its heading, in a terminal of some columns."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("COLUMNS", str(columns))
        show_table("Title", table[0], table[1:])
    return capsys.readouterr().out.splitlines()


def test_labels_stand_for_things_and_identifiers_for_parts() -> None:
    names = ["recommendation", "identifier", "theme", "themeLabel", "reason"]
    row = [f"{BASE}akn/x", "III.a.1", f"{BASE}theme/data", "data", "because"]
    assert visible(names, [row]) == [("identifier", ["III.a.1"]), ("theme", ["data"])]


def test_iris_are_short_and_cells_are_one_line() -> None:
    assert visible(["x", "y"], [[f"{GCM}Treaty", "a\n\n b"]]) == [
        ("x", ["gcm:Treaty"]),
        ("y", ["a b"]),
    ]


def test_start_and_end_are_one_place() -> None:
    names = ["identifier", "start", "quote", "end"]
    assert visible(names, [["II.1", "12", "words", "17"]]) == [
        ("identifier", ["II.1"]),
        ("place", ["12–17"]),
        ("quote", ["words"]),
    ]
    assert visible(["start", "x"], [["12", ""]])[0] == ("place", ["12"])


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
