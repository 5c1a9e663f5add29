"""What the command that takes files in looks at."""

from __future__ import annotations

from pathlib import Path

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
