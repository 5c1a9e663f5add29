"""On a narrow screen no line is longer than it, and no word is broken."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner

from gcm_kg.cli.main import main

OTHER = """@prefix gcm: <https://w3id.org/gcm-kg/ontology#> .
<https://w3id.org/gcm-kg/id/x/a> a gcm:Recommendation ; gcm:text "Protect everybody in the world" .
"""
COMMANDS = (
    "explain III.a.1 --about UNTOC", "show UNTOC", "show III.a.1", "stats",
    "check {} --engine rust",
    "diff {} {other}", "cite III.a.1 UNTOC", "ask",
)  # fmt: skip


@pytest.mark.parametrize("command", COMMANDS)
def test_lines_go_on_below_with_their_words_whole(tmp_path: Path, command: str) -> None:
    path = tmp_path / "x.ttl"
    path.write_text(OTHER, "utf-8")
    other = tmp_path / "y.ttl"
    other.write_text(OTHER.replace("x/a>", "x/some-other-thing-of-a-long-name>"), "utf-8")
    arguments = command.format(path, other=other).split()
    wide = CliRunner().invoke(main, arguments, env={"COLUMNS": "10000"}).stdout.split()
    for columns in (40,) if command.startswith("check") else (40, 60, 80):
        done = CliRunner().invoke(main, arguments, env={"COLUMNS": str(columns)})
        assert done.stdout.split() == wide
        long = [line for line in done.stdout.splitlines() if len(line) > columns]
        assert all(max(map(len, line.split())) > columns // 2 - 1 for line in long), long[:3]


@pytest.mark.parametrize("columns", [36, 40, 60])
def test_recommendations_beside_what_became_of_them_have_whole_words(columns: int) -> None:
    wide, narrow = (
        CliRunner().invoke(main, ["trace", "III.a.1"], env={"COLUMNS": str(number)}).stdout
        for number in (10000, columns)
    )
    assert sorted(narrow.replace("─", "").split()) == sorted(wide.replace("─", "").split())


def test_what_is_asked_is_whole_words_above_an_answer_and_above_a_command() -> None:
    for command in (["ask", "things-lost", "--limit", "1"], ["suggest", "what was lost?"]):
        lines = CliRunner().invoke(main, command, env={"COLUMNS": "40"}).stdout.splitlines()
        assert lines[0].startswith("Which ")
        assert all(len(line) <= 40 for line in lines if "gcm-kg" not in line)


def test_what_is_piped_is_a_line_each() -> None:
    done = CliRunner().invoke(main, ["cite", "III.a.1", "UNTOC"], env={"COLUMNS": None})
    assert done.stdout.count("\n") == 2
