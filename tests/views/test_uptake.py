"""What became of recommendations, with reasons; candidates where nobody has judged."""

from __future__ import annotations

import csv
import json
import re
import subprocess
import sys
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from click.testing import CliRunner, Result
from hypothesis import given
from hypothesis import strategies as st
from publishing import built, small

from gcm_kg.cli.main import main
from gcm_kg.errors import InputError
from gcm_kg.knowledge_graph import KnowledgeGraph
from gcm_kg.project import this_project
from gcm_kg.reading.compact import CompactText, load_compact
from gcm_kg.views.traced import traced
from gcm_kg.views.uptake import Ranking, Trace, traces

ROOT = Path(__file__).resolve().parents[2]
REFERENCE = ROOT.parent / "shared" / "reference" / "gcm_actions.md"
UPTAKE = ROOT / "data/annotations/gcm-thematic-session-5-summary/uptake.tsv"
TEXT = """\
Contents
Objective 1: Collect data

OBJECTIVE 1: Collect data
17. We commit to collect data. To realize this commitment, we will draw from the following:
(a) Count people at sea
and on land;
(b) Share what was counted:
    i. between offices;
(d) This is still the second action.
- 12 -
18. We commit to something else.
Objective 6: Recruit fairly
a) Regulate recruitment agencies to prevent exploitation;
"""


def run(*arguments: str | Path) -> Result:
    return CliRunner().invoke(main, [str(argument) for argument in arguments])


def known() -> KnowledgeGraph:
    return built.known()


@cache
def every() -> dict[str, Trace]:
    return {trace.identifier: trace for trace in traces(known().data, [])}


def compact(folder: Path, text: str = TEXT) -> CompactText:
    path = folder / "compact.txt"
    path.write_text(text, "utf-8")
    return load_compact(path)


def test_each_of_the_87_recommendations_has_an_outcome_with_a_reason() -> None:
    assert len(every()) == 87 and list(every())[:2] == ["III.a.1", "III.a.2"]
    for trace in every().values():
        assert trace.outcomes, trace.identifier
        assert all(outcome.reason and outcome.degree for outcome in trace.outcomes)
        missing = [o for o in trace.outcomes if o.degree == "not found"]
        assert len(missing) in (0, len(trace.outcomes)) and len(missing) < 2


def test_the_recommendation_to_ratify_untoc_is_taken_up_in_substance_by_two_actions() -> None:
    found = {outcome.label: outcome.degree for outcome in every()["III.a.1"].outcomes}
    assert found == {
        "GCM Objective 9, action (a)": "substance kept",
        "GCM Objective 10, action (a)": "substance kept",
    }
    assert list(found)[0] == "GCM Objective 9, action (a)", "9 comes before 10"


def test_the_most_that_was_kept_comes_first() -> None:
    ranks = ["wording kept", "substance kept", "partly", "not found"]
    for trace in every().values():
        order = [ranks.index(outcome.degree) for outcome in trace.outcomes]
        assert order == sorted(order)


def test_the_words_taken_up_stand_in_the_recommendation() -> None:
    for trace in every().values():
        for outcome in trace.outcomes:
            assert outcome.quote in trace.text


def test_recommendation_and_action_stand_side_by_side() -> None:
    done = run("trace", "III.a.1")
    assert done.exit_code == 0
    line = next(line for line in done.output.split("\n") if "Accede to and ratify" in line)
    assert "substance kept: GCM Objective 9" in line
    assert "Why: " in done.output and "What it takes up:" in done.output


def test_a_recommendation_that_nothing_took_up_says_what_was_looked_for() -> None:
    done = run("trace", "III.c.9", "--format", "json")
    (trace,) = json.loads(done.output)
    (outcome,) = trace["outcomes"]
    assert outcome["degree"] == "not found" and "pathways" in outcome["reason"]


def test_what_names_no_recommendation_is_one_line() -> None:
    for name in ("III.z.9", "UNTOC"):
        done = run("trace", name)
        assert done.exit_code == 2 and done.output.count("\n") == 1


def test_actions_are_read_by_objective_and_letter_whatever_their_brackets(tmp_path: Path) -> None:
    assert compact(tmp_path).actions == {
        (1, "a"): "Count people at sea and on land;",
        (1, "b"): "Share what was counted: i. between offices; "
        "(d) This is still the second action.",
        (6, "a"): "Regulate recruitment agencies to prevent exploitation;",
    }


def test_an_objective_that_repeats_another_is_left_out_and_named(tmp_path: Path) -> None:
    found = compact(tmp_path, "# Objective 2\n- a. One.\n# Objective 20\n- a. One.\n")
    assert found.actions == {(2, "a"): "One."} and found.copies == {20: 2}


@pytest.mark.parametrize("text", ["", "Some prose.\n(a) An item.\n", "Objective 1\nNo items.\n"])
def test_a_text_without_objectives_is_refused(tmp_path: Path, text: str) -> None:
    with pytest.raises(InputError, match="Objective 9"):
        compact(tmp_path, text)


@given(st.text())
def test_whatever_the_text_it_is_read_or_refused(text: str) -> None:
    with TemporaryDirectory() as folder:
        path = Path(folder) / "compact.txt"
        path.write_bytes(f"Objective 7\n(a) First.\n{text}".encode("utf-8", "replace"))
        try:
            found = load_compact(path).actions
        except InputError as error:
            assert "\0" in text and "\n" not in str(error)
            return
    assert found[7, "a"].startswith("First.")
    assert all(
        len(letter) == 1 and words == " ".join(words.split())
        for (_, letter), words in found.items()
    )


def test_the_words_of_the_compact_are_quoted_where_they_are_given(tmp_path: Path) -> None:
    path = tmp_path / "compact.txt"
    path.write_text("Objective 9\n(a) Words of the action.\n", "utf-8")
    done = run("trace", "III.a.1", "--against", path)
    assert done.exit_code == 0 and "“Words of the action.”" in done.output
    done = run("trace", "III.a.1", "--against", tmp_path / "nothing.txt")
    assert done.exit_code == 2 and done.output.count("\n") == 1


def test_a_document_that_nobody_has_judged_gets_candidates_marked_as_such(tmp_path: Path) -> None:
    project = small.published(tmp_path / "project")
    path = tmp_path / "compact.txt"
    path.write_text(TEXT, "utf-8")
    environment = {"GCM_KG_PROJECT": str(project.root)}
    command = ["trace", "III.c.3", "--against", str(path), "--candidates", "1"]
    done = CliRunner().invoke(main, [*command, "--format", "json"], env=environment)
    ((outcome,),) = [trace["outcomes"] for trace in json.loads(done.output)]
    assert outcome["degree"] == "candidate" and outcome["score"] > 0
    assert outcome["label"] == "Objective 6, action (a)"
    assert outcome["words"].startswith("Regulate recruitment agencies")
    shown = CliRunner().invoke(main, command, env=environment)
    assert "candidate, not judged" in shown.output
    alone = CliRunner().invoke(main, command[:2], env=environment)
    assert "Nobody has judged" in alone.output


@pytest.mark.skipif(not REFERENCE.is_file(), reason="the Compact is not beside the project")
def test_what_a_reader_found_is_mostly_among_the_ten_likest_actions() -> None:
    judged: dict[str, set[str]] = {}
    with UPTAKE.open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE):
            if not row["degree"].endswith("not-found"):
                judged.setdefault(row["part"], set()).add(f"instrument/{row['action'][11:]}")
    ranking = Ranking(known().data, load_compact(REFERENCE).actions)
    hits = 0
    for part, actions in judged.items():
        found = ranking.candidates(every()[part].text, 10)
        hits += any(f"instrument/{o.action.rpartition('/')[2]}" in actions for o in found)
    assert len(judged) == 74 and hits / len(judged) > 0.8


@pytest.mark.skipif(not REFERENCE.is_file(), reason="the Compact is not beside the project")
def test_no_sentence_of_the_compact_stands_in_the_project() -> None:
    def runs(text: str) -> set[tuple[str, ...]]:
        """Twelve words in a row, but for names, in which most words of some length are capital."""
        words = re.findall(r"\w+", text)
        found = (words[i : i + 12] for i in range(len(words) - 11))
        long = ([word for word in run if len(word) > 3] for run in found)
        kept = (i for i, run in enumerate(long) if 2 * sum(w[0].isupper() for w in run) < len(run))
        return {tuple(word.lower() for word in words[i : i + 12]) for i in kept}

    theirs = {run for words in load_compact(REFERENCE).actions.values() for run in runs(words)}
    assert len(theirs) > 5_000
    ours = (this_project().vocabulary / "compact.ttl").read_text("utf-8").split("\n")
    summaries = [line for line in ours if "skos:definition" in line]
    assert len(summaries) > 200
    assert not [run for line in summaries for run in runs(line) & theirs]
    assert not runs(UPTAKE.read_text("utf-8")) & theirs


@pytest.mark.parametrize("width", [60, 90])
def test_the_comparison_is_as_wide_as_is_asked(width: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", str(width))
    lines = run("trace", "III.a.1").output.splitlines()
    assert width - 10 < max(map(len, lines)) <= width


def test_a_reader_who_has_read_enough_is_no_error() -> None:
    command = [sys.executable, "-c", "from gcm_kg.cli.main import run; run()", "trace"]
    pipe = subprocess.PIPE
    with subprocess.Popen(command, stdout=pipe, stderr=pipe, text=True, cwd=ROOT) as process:
        assert process.stdout and process.stderr
        assert process.stdout.readline()
        process.stdout.close()
        assert process.stderr.read() == ""
    assert process.returncode == 0


def test_nothing_is_lost_whose_words_were_kept_in_wording_or_in_substance() -> None:
    """An uptake that kept its words in substance, and a thing named in these words of which no
    action speaks, contradict each other: one of the two was read wrongly, or the words are many."""
    kept = known().sparql(
        "SELECT ?identifier ?thing ?words ?quote WHERE { ?uptake a gcm:Uptake ; "
        "gcm:statementSubject ?item ; gcm:uptakeDegree ?degree ; gcm:evidence ?span . "
        "?item dcterms:identifier ?identifier . ?span oa:hasSelector ?of, ?quoted . "
        "?of oa:start ?low ; oa:end ?high . ?quoted oa:exact ?quote . "
        "FILTER (STRENDS(STR(?degree), '-kept')) "
        "?statement a gcm:PrincipleApplication ; gcm:statementSubject ?item ; "
        "gcm:statementObject ?thing ; gcm:evidence ?named . "
        "?named oa:hasSelector ?at, ?said . ?at oa:start ?from ; oa:end ?to . "
        "?said oa:exact ?words . FILTER (?low <= ?from && ?to <= ?high) "
        "FILTER NOT EXISTS { ?action gcm:speaksOf ?thing } }"
    )
    found = {(row["identifier"], str(row["thing"]).rsplit("/", 1)[-1]) for row in kept}
    assert found == set()


def test_recommendations_and_outcomes_are_one_table_in_which_our_words_are_called_ours() -> None:
    found = list(traces(known().data, []))
    made = traced(found, known().documents)
    assert len(made.rows) == sum(max(1, len(trace.outcomes)) for trace in found) > 87
    assert "in our words (not those of the Compact)" in made.headings
    (degrees,) = (column.cells for column in made.columns if column.name == "degree")
    assert {"wording kept", "substance kept", "partly", "not found"} == set(degrees)


def test_a_recommendation_that_nobody_has_judged_is_in_the_table() -> None:
    made = traced([Trace("urn:x", "I.a.1", "Do it", ())], known().documents)
    assert made.rows == [("I.a.1", "Do it", "not judged")]
