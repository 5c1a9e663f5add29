"""--columns chooses the columns of an answer wherever it goes; no option does nothing silently."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from gcm_kg.cli.main import main

QUESTION = ("ask", "recommendations-citing", "--instrument", "UNTOC", "--limit", "1")


def run(*arguments: object) -> Result:
    return CliRunner().invoke(main, [str(each) for each in arguments])


@pytest.mark.parametrize(
    ("form", "expected"),
    [
        ("csv", "identifier,function"),
        ("tsv", "?identifier\t?function"),
        ("json", '{"head":{"vars":["identifier","function"]}'),
        ("xml", '<head><variable name="identifier"/><variable name="function"/></head>'),
        ("objects", '[{"identifier": "III.a.1", "function": "https:'),
        ("markdown", "| identifier | function |"),
        ("table", "identifier   function"),
    ],
)
def test_the_columns_are_chosen_in_every_format(form: str, expected: str) -> None:
    shown = run(*QUESTION, "--columns", "identifier,function", "--format", form).stdout
    assert expected in shown and "quote" not in shown


@pytest.mark.parametrize("ending", ["csv", "json", "srj", "srx", "md", "html"])
def test_the_columns_are_chosen_in_every_file(tmp_path: Path, ending: str) -> None:
    path = tmp_path / f"answer.{ending}"
    assert run(*QUESTION, "--columns", "identifier", "-o", path).exit_code == 0
    text = path.read_text("utf-8")
    assert "III.a.1" in text and "function" not in text and "ratify" not in text


def test_footnotes_are_a_column_of_every_format() -> None:
    rows = json.loads(run(*QUESTION, "--cite", "oscola", "--format", "objects").stdout)
    assert "s III.a, recommendation 1" in rows[0]["citation"]


def test_what_is_shown_as_one_column_is_chosen_as_one() -> None:
    assert "place" in run(*QUESTION, "--columns", "place").stdout
    assert run(*QUESTION, "--columns", "place", "--format", "csv").stdout.startswith("start,end")


def test_the_columns_of_find_and_compare_are_chosen_in_formats_too() -> None:
    found = run("find", "--theme", "gender", "--format", "csv", "--columns", "why,identifier")
    assert found.stdout.splitlines()[0] == "why,identifier"
    sides = ("compare", "population=women", "population=children", "--format", "json")
    compared = json.loads(run(*sides, "--columns", "difference,value").stdout)
    assert list(compared["differences"][0]) == ["difference", "value"] and compared["one"] == 2


@pytest.mark.parametrize(
    "options",
    [
        ("ask", "recommendation-as-graph", "--columns", "x"),
        ("ask", "recommendation-as-graph", "--cite", "oscola"),
        (*QUESTION, "--columns", "nothing", "--format", "csv"),
        (*QUESTION, "--for", "excel", "--format", "json", "-o", "x.csv"),
    ],
)
def test_an_option_that_would_do_nothing_is_refused(options: tuple[str, ...]) -> None:
    done = run(*options)
    assert done.exit_code == 2 and done.stderr.count("\n") == 1
