"""An empty answer says why, whatever was asked, and wherever it goes."""

from __future__ import annotations

from pathlib import Path
from shlex import split

import pytest
from click.testing import CliRunner, Result

from gcm_kg.cli.main import main
from gcm_kg.querying.results import GRAPH_FORMATS, ROW_FORMATS


def run(*arguments: object) -> Result:
    return CliRunner().invoke(main, [str(each) for each in arguments])


NOTHING = {
    "a question without parameters": (
        "ask labels-of-experts", "nothing in the graph has gcm:labelledWith",
    ),
    "a part, of which nobody speaks": (
        "ask statements-of-part --part II", "nothing meets all conditions together",
    ),
    "a thing, of which nobody speaks": (
        "ask recommendations-citing --instrument ICESCR", "no part mentions ICESCR",
    ),
    "a thing, of which somebody speaks": (
        "ask recommendations-to-state --state Mexico", "5 parts mention Mexico, none as asked",
    ),
    "rows that are left out": (
        "ask sdg-citations --offset 500", "--offset 500 leaves out all 6 rows",
    ),
    "a list by a name": ("list themes zzz", "of class gcm:Theme is named zzz"),
    "a list by a misspelt name": ("list themes traficking", "did you mean 'child trafficking' or "),
    "a list of what is used": ("list states Albania --used", "no part speaks of Albania"),
    "no recommendation": ("find --theme detention", "detention: 0 recommendations alone"),
    "one recommendation": ("find --cites UNTOC --theme gender", "UNTOC: 1 recommendation alone"),
    "criteria": ("find --theme gender --not gender", "theme: gender: 4 recommendations alone"),
    "words": ("find --words zzzz", "“zzzz” stands nowhere"),
    "a search": ("search zzzz", "“zzzz” stands nowhere"),
    "a comparison": (
        "compare 'theme=gender;not gender' population=women", "first: not about: gender: 83",
    ),
    "edges to a thing": ("explain III.a.1 --about gender", "statements, none about gender"),
    "edges": ("explain II", "nothing is stated of II"),
}  # fmt: skip


@pytest.mark.parametrize("what", NOTHING)
def test_an_empty_answer_says_why(what: str) -> None:
    command, why = NOTHING[what]
    done = run(*split(command))
    assert done.exit_code == 0, done.output
    assert why in done.stderr


def test_no_wrong_reason_is_given() -> None:
    for command in (
        "ask statements-of-part --part II",
        "ask recommendations-by-polarity --theme gender --polarity polarity/avoid",
    ):
        told = run(*command.split()).stderr
        assert "no part mentions" not in told


def test_an_answer_in_a_file_says_why_it_is_empty(tmp_path: Path) -> None:
    for command in ("ask labels-of-experts", "list states zzz", "find --theme gender --not gender"):
        done = run(*command.split(), "-o", tmp_path / "x.csv")
        assert done.exit_code == 0 and done.stderr.count("gcm-kg: ") >= 1, command


QUERY = 'SELECT ?x WHERE {{ ?x skos:prefLabel "non-refoulement"{} }}'


@pytest.mark.parametrize("form", ROW_FORMATS)
def test_a_query_without_rows_says_which_condition_nothing_meets(form: str) -> None:
    why = 'nothing in the graph meets ?x skos:prefLabel "non-refoulement"; with '
    empty = run("sparql", QUERY.format(""), "--format", form)
    assert empty.stderr.startswith(f"gcm-kg: {why}")
    assert not run("sparql", QUERY.format("@en"), "--format", form).stderr


@pytest.mark.parametrize("form", GRAPH_FORMATS)
def test_a_graph_without_triples_says_why_there_are_none(form: str) -> None:
    empty = run("sparql", "CONSTRUCT { ?x a gcm:A } { ?x a gcm:Principl }", "--format", form)
    assert empty.stderr == "gcm-kg: nothing in the graph is a gcm:Principl\n"
    assert not run("sparql", "CONSTRUCT { gcm:b a gcm:A } { }", "--format", form).stderr
