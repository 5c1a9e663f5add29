"""What the command that takes files in looks at."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner

from gcm_kg.cli.main import main


def test_links_out_of_a_folder_are_not_followed_and_that_is_said(tmp_path: Path) -> None:
    away, folder = tmp_path / "away", tmp_path / "folder"
    for each in (away, folder / "inner"):
        each.mkdir(parents=True)
        (each / "talks.txt").write_text(f"Talks of {each.name}\n\nStates should pay all.\n")
    (folder / "file.txt").symlink_to(away / "talks.txt")
    (folder / "all").symlink_to(away)
    (folder / "again.txt").symlink_to(folder / "inner" / "talks.txt")
    done = CliRunner().invoke(main, ["add", "--dry-run", str(folder)])
    assert "Talks of inner" in done.output and "Talks of away" not in done.output
    links = f"{folder / 'all'}, {folder / 'file.txt'}"
    assert f"not followed: 2 links out of {folder} ({links})" in done.stderr


def test_neither_the_name_of_a_file_nor_its_words_steer_the_terminal(tmp_path: Path) -> None:
    table = tmp_path / "a\x1b[31m.csv"
    table.write_text("State\x1b]0;X\x07,Recommendation\nChad,Ratify the Convention\n")
    done = CliRunner().invoke(main, ["add", "--dry-run", str(table)])
    assert done.exit_code == 0 and "Recommendation" in done.output
    assert not {"\x1b", "\x07"} & set(done.output)


def test_of_how_many_recommendations_nothing_says_who_asks_is_told(tmp_path: Path) -> None:
    table = tmp_path / "a.csv"
    rows = ["State,Recommendation,Made by", "Chad,Train all of the judges,Peru"]
    table.write_text("\n".join([*rows, "Chad,Ratify the Convention,", "Fiji,Open homes at once,"]))
    done = CliRunner().invoke(main, ["add", "--dry-run", str(table)])
    assert "unsaid    recommendedBy: 2 of 3\n" in done.output
    assert "unsaid    addressedTo" not in done.output


@pytest.mark.parametrize("named", ["kind=Sort", "position=9"])
def test_a_column_named_that_the_table_does_not_have_is_refused(tmp_path: Path, named: str) -> None:
    table = tmp_path / "a.csv"
    table.write_text("State,Recommendation\nChad,Ratify the Convention\nPeru,Train all judges\n")
    done = CliRunner().invoke(main, ["add", "--dry-run", str(table), "--column", named])
    role, value = named.split("=")
    assert done.exit_code == 2 and done.stdout == ""
    assert f"found no “{value}” for {role} in: State, Recommendation;" in done.stderr


@pytest.mark.parametrize("named", ["recommendedBy=state", "recommendedBy=1", "recommendedBy=01"])
def test_a_column_can_be_named_by_heading_or_number(tmp_path: Path, named: str) -> None:
    table = tmp_path / "a.csv"
    table.write_text("State,Recommendation\nChad,Ratify the Convention\nPeru,Train all judges\n")
    done = CliRunner().invoke(main, ["add", "--dry-run", str(table), "--column", named])
    assert done.exit_code == 0 and "recommendedBy  “State”" in done.output
