"""What the commands say of a graph that is not of this program: what is missing, in plain words."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from gcm_kg.cli.main import main

FRUIT = """@prefix skos: <http://www.w3.org/2004/02/skos/core#> .
<http://e/a> a skos:Concept ; skos:prefLabel "Apples"@en ; skos:broader <http://e/b> .
<http://e/b> a skos:Concept ; skos:prefLabel "Fruit"@en .
"""
NONE = "found none in the graph"


def run(tmp_path: Path, command: str, data: str = FRUIT) -> Result:
    path = tmp_path / "other.ttl"
    path.write_text(data, "utf-8")
    return CliRunner().invoke(main, ["--graph", str(path), *command.split()])


@pytest.mark.parametrize(
    ("command", "code", "expected"),
    [
        ("list", 2, "found “themes”; it has skos:Concept"),
        ("list fruits", 2, "it has skos:Concept"),
        ("list concepts zzz", 0, "none of the 2 things of class skos:Concept is named zzz"),
        ("names", 0, "the graph has no document in which names could be looked for"),
        ("names --format json", 0, "[]"),
        ("stats", 0, "Recommendations by section: the graph has none"),
        ("stats --uptake x.svg", 2, NONE),
        ("stats --network x.svg", 2, NONE),
        ("stats --plot x.svg", 2, NONE),
        ("trace", 0, "the graph has no recommendation"),
        ("trace III.a.1", 2, "found “III.a.1”, and nothing of that class"),
        ("find apples", 0, "the graph has no recommendation"),
        ("find --theme gender", 2, "found “gender”, and nothing of that class"),
        ("cite apples", 2, "expected a part of a document, an instrument"),
        ("ask recommendations-citing", 2, "found nothing; the default is not in this graph"),
        ("ask figures", 0, "and 5 more of what it asks for"),
        ("--document s5 stats", 2, "found “s5”, and no document in the graph; leave it out"),
        ("check --engine rust", 1, "nothing in it is of a class of gcm-kg"),
    ],
)
def test_what_is_missing_in_another_graph_is_said(
    tmp_path: Path, command: str, code: int, expected: str
) -> None:
    done = run(tmp_path, command)
    assert done.exit_code == code, done.output
    assert expected in done.output
    assert not Path("x.svg").exists()


@pytest.mark.parametrize(
    "name", ["concepts", "skos:Concept", "<http://www.w3.org/2004/02/skos/core#Concept>"]
)
def test_the_things_of_any_class_are_listed(tmp_path: Path, name: str) -> None:
    done = run(tmp_path, f"list {name}")
    assert (
        "Fruit" in done.output and "\u00a0\u00a0Apples" in done.output and "2 rows" in done.output
    )


def test_a_graph_that_holds_nothing_is_called_that(tmp_path: Path) -> None:
    assert "what was given holds nothing" in run(tmp_path, "check --engine rust", "").output
    assert "the graph holds nothing" in run(tmp_path, "ask figures", "").output
    assert "of nothing which class it is of" in run(tmp_path, "list", "").output


def test_what_nobody_can_cite_is_refused() -> None:
    done = CliRunner().invoke(main, ["cite", "UNTOC", "gender"])
    assert done.exit_code == 2 and "found “theme/gender” (Theme); cite another" in done.output
