"""The command line as people use it: output, exit codes, one line for each mistake."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from importlib import import_module
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from publishing import small
from pyoxigraph import RdfFormat, Store

from gcm_kg.cli import main as cli
from gcm_kg.cli.main import COMMANDS, main

ROOT = Path(__file__).resolve().parents[2]
VIOLATION = """@prefix gcm: <https://w3id.org/gcm-kg/ontology#> .
<https://w3id.org/gcm-kg/id/test/part> a gcm:Recommendation .
"""


def run(*arguments: str) -> Result:
    return CliRunner().invoke(main, list(arguments))


@pytest.fixture
def copy(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A copy of the project's data, so that a test can break it."""
    for name in ("ontology", "data", "queries"):
        shutil.copytree(ROOT / name, tmp_path / name, ignore=shutil.ignore_patterns("store"))
    monkeypatch.setenv("GCM_KG_PROJECT", str(tmp_path))
    return tmp_path


@pytest.fixture(scope="module")
def checked_out(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return small.published(tmp_path_factory.mktemp("small") / "project").root


@pytest.fixture
def little(checked_out: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A copy of a small project, which takes little time to build."""
    folder = shutil.copytree(checked_out, tmp_path / "little")
    monkeypatch.setenv("GCM_KG_PROJECT", str(folder))
    return folder


def assert_one_line(result: Result, *expected: str) -> None:
    assert result.exit_code == 2, result.output
    assert result.output.count("\n") == 1
    for words in expected:
        assert words in result.output


def test_help_lists_the_commands_in_the_order_of_the_flow() -> None:
    output = run("--help").output
    positions = [output.index(f"\n  {name} ") for name in COMMANDS]
    assert positions == sorted(positions)


@pytest.mark.parametrize("command", COMMANDS)
def test_every_help_text_ends_with_an_example(command: str) -> None:
    text = import_module(f"gcm_kg.cli.commands.{command}").command.help or ""
    assert text.rstrip().split("\n")[-1].strip().startswith("Example: gcm-kg")


def test_ask_without_a_name_lists_every_question() -> None:
    output = run("ask").output
    for path in (ROOT / "queries").glob("*.rq"):
        assert path.stem in output


def test_the_first_question_is_answered_with_quotes_and_places() -> None:
    result = run("ask", "recommendations-citing", "--instrument", "UNTOC")
    assert result.exit_code == 0
    for words in ("III.a.1", "ratify", "implement", "UNTOC", "2 rows"):
        assert words in result.output


@pytest.mark.parametrize("form", ["csv", "tsv", "json"])
def test_an_answer_comes_in_the_formats_of_w3c(form: str) -> None:
    result = run("ask", "recommendations-per-section", "--format", form)
    assert result.exit_code == 0
    assert "III.a" in result.output
    if form == "json":
        assert len(json.loads(result.output)["results"]["bindings"]) == 7


def test_show_sparql_prints_the_query_with_its_parameters_filled_in() -> None:
    output = run("ask", "recommendations-citing", "--show-sparql").output
    assert "<https://w3id.org/gcm-kg/id/instrument/untoc>" in output
    assert "?_instrument" not in output


def test_the_help_of_a_question_is_its_header() -> None:
    output = run("ask", "recommendations-citing", "--help").output
    for words in ("--instrument", "--scope", "direct|family", "Example: gcm-kg ask"):
        assert words in output


def test_an_unknown_question_is_refused_with_a_near_one() -> None:
    assert_one_line(run("ask", "recommendation-citing"), "did you mean recommendations-citing?")


def test_an_unknown_name_is_refused_with_near_ones() -> None:
    result = run("ask", "recommendations-citing", "--instrument", "UNTOK")
    assert_one_line(result, "--instrument", "did you mean", "UNTOC")


def test_an_unknown_option_is_wrong_use() -> None:
    assert run("ask", "recommendations-citing", "--nothing", "x").exit_code == 2


def test_without_a_built_graph_ask_says_what_to_do(little: Path) -> None:
    shutil.rmtree(little / "data" / "graph")
    assert_one_line(run("ask", "recommendations-per-section"), "run gcm-kg build")


def test_a_damaged_graph_is_refused_in_one_line(copy: Path) -> None:
    path = copy / "data" / "graph" / "gcm-kg.trig"
    path.write_text(path.read_text("utf-8")[:5000], "utf-8")
    assert_one_line(run("ask", "figures"), "gcm-kg.trig", "run gcm-kg build")


@pytest.mark.slow
def test_a_stale_graph_is_found_and_left_as_it_is(little: Path) -> None:
    path = little / "data" / "graph" / "gcm-kg.ttl"
    path.write_text("", "utf-8")
    result = run("build", "--check", "--no-shacl")
    assert result.exit_code == 1
    assert "stale" in result.output
    assert path.read_text("utf-8") == ""


@pytest.mark.slow
@pytest.mark.parametrize("seed", ["1", "2"])
def test_a_build_writes_the_same_bytes_whatever_the_hash_seed(little: Path, seed: str) -> None:
    written = [
        *(little / "data" / "graph").glob("gcm-kg.*"),
        little / "ontology" / "context.jsonld",
    ]
    before = {path: path.read_bytes() for path in written}
    for path in written:
        path.write_bytes(b"")
    environment = {**os.environ, "PYTHONHASHSEED": seed}
    command = [sys.executable, "-m", "gcm_kg.cli.main", "build", "--no-shacl", "--fresh"]
    subprocess.run(command, check=True, env=environment, timeout=60, capture_output=True)
    assert {path: path.read_bytes() for path in written} == before


def test_a_build_that_fails_leaves_the_graph_as_it_was(little: Path) -> None:
    before = (little / "data" / "graph" / "gcm-kg.ttl").read_bytes()
    vocabulary = little / "data" / "vocabulary" / "places.ttl"
    vocabulary.write_text(vocabulary.read_text("utf-8") + "\n<broken", "utf-8")
    assert_one_line(run("build"), "places.ttl:", "expected Turtle")
    assert (little / "data" / "graph" / "gcm-kg.ttl").read_bytes() == before
    assert not list((little / "data" / "graph").glob(".*"))


@pytest.mark.slow
def test_a_source_that_cannot_be_used_is_left_out_and_named(little: Path) -> None:
    (little / "data/source/other.txt").write_text("No sections.\n", "utf-8")
    (little / "data/source/other.toml").write_text('path = "un/other"\n', "utf-8")
    before = (little / "data/graph/gcm-kg.ttl").read_bytes()
    strict = run("build", "--strict", "--no-shacl")
    assert strict.exit_code == 2 and "other.toml" in strict.output
    found = run("build", "--no-shacl")
    assert found.exit_code == 1
    assert "left out: " in found.output and "other.toml" in found.output
    assert list((little / "data/store").glob("*/pages.json")), "what pages share is made"
    assert (little / "data/graph/gcm-kg.ttl").read_bytes() == before, "the others are published"
    assert all(words in found.output for words in ("consultation-summary", "18 of 18"))


def test_a_build_of_nothing_that_can_be_used_writes_nothing(little: Path) -> None:
    (next((little / "data/source").glob("*.txt"))).write_text("No sections.\n", "utf-8")
    found = run("build", "--no-shacl")
    assert found.exit_code == 2 and found.output.count("\n") == 1


def test_a_build_with_a_violation_writes_nothing_and_exits_1(little: Path) -> None:
    path = little / "data" / "vocabulary" / "instruments.ttl"
    text = path.read_text("utf-8").replace('"2000-11-15"^^xsd:date', '"1999-11-15"^^xsd:date', 2)
    path.write_text(text.replace('"1999-11-15"', '"2000-11-15"', 1), "utf-8")
    before = (little / "data" / "graph" / "gcm-kg.ttl").read_bytes()
    result = run("build")
    assert result.exit_code == 1, result.output
    assert "violation" in result.output
    assert (little / "data" / "graph" / "gcm-kg.ttl").read_bytes() == before


@pytest.mark.usefixtures("little")
def test_check_of_a_file_names_thing_property_message_and_remedy(tmp_path: Path) -> None:
    path = tmp_path / "bad.ttl"
    path.write_text(VIOLATION, "utf-8")
    result = run("check", str(path))
    assert result.exit_code == 1
    line = next(line for line in result.output.split("\n") if "gcm:text" in line)
    assert line.startswith("violation: test/part gcm:text: ")
    assert line.endswith("; add gcm:text")


def test_what_a_store_holds_beside_a_graph_is_no_mistake_and_no_difference(little: Path) -> None:
    names, folder = ("gcm-kg.trig", "closure.trig"), little / "data" / "graph"
    whole = little / "whole.trig"
    whole.write_text("\n".join((folder / name).read_text("utf-8") for name in names), "utf-8")
    checked = run("check", "--engine", "rust", str(whole))
    assert checked.output == run("check", "--engine", "rust", str(folder / names[0])).output
    compared = run("diff", str(folder / names[0]), str(whole))
    assert (compared.exit_code, compared.output) == (0, "no difference\n")


@pytest.mark.usefixtures("little")
@pytest.mark.parametrize("form", ["json", "turtle"])
def test_check_reports_for_programs(tmp_path: Path, form: str) -> None:
    path = tmp_path / "bad.ttl"
    path.write_text(VIOLATION, "utf-8")
    result = run("check", str(path), "--format", form)
    assert result.exit_code == 1
    if form == "json":
        assert {"severity", "focus", "path", "message"} <= set(json.loads(result.output)[0])
    else:
        assert "sh:ValidationReport" in result.output


@pytest.mark.parametrize(
    ("name", "content", "expected"),
    [
        ("bad.ttl", "@prefix", "bad.ttl:1"),
        ("bad.csv", "a,b", "a file name ending in"),
        (
            "bad.jsonld",
            '{"@context": "https://schema.org/", "@id": "urn:a"}',
            "put it into the file",
        ),
        ("bad.rdf", '<!DOCTYPE x [<!ENTITY a SYSTEM "b">]><x/>', "with plain entities"),
        ("bad.jsonld", '{"@context": "https://example.org/c", "@id": "urn:x"}', "bad.jsonld"),
        ("bad.nt", "<urn:a> <urn:b> .\n", "bad.nt:1"),
    ],
)
def test_check_refuses_a_file_that_it_cannot_read(
    tmp_path: Path, name: str, content: str, expected: str
) -> None:
    path = tmp_path / name
    path.write_text(content, "utf-8")
    assert_one_line(run("check", str(path)), expected)


@pytest.mark.usefixtures("little")
@pytest.mark.slow
def test_check_takes_the_graph_that_is_given_before_it_too(tmp_path: Path) -> None:
    path = tmp_path / "bad.ttl"
    path.write_text(VIOLATION, "utf-8")
    assert (
        run("--graph", str(path), "check", "--engine", "rust").output
        == run("check", "--engine", "rust", str(path)).output
    )
    store = tmp_path / "store"
    filled = Store(str(store))
    filled.load(VIOLATION.encode(), format=RdfFormat.TURTLE)
    del filled
    assert (
        run("--graph", str(store), "check", "--engine", "rust").output
        == run("check", "--engine", "rust", str(path)).output
    )


def test_build_refuses_a_graph_to_use_instead() -> None:
    assert_one_line(run("--graph", "x.ttl", "build"), "found --graph x.ttl", "GCM_KG_PROJECT")


@pytest.mark.parametrize(
    ("graph", "expected"),
    [
        ("", "--graph: expected the path of a file or a directory, found nothing"),
        (
            "/nonexistent",
            "/nonexistent: expected an RDF file, the directory of a store, or the address of a",
        ),
        ("/nonexistent.ttl", "it is not there"),
        (str(ROOT / "tests"), "a directory without one"),
    ],
)
@pytest.mark.parametrize("command", [["ask", "figures"], ["sparql", "ASK {}"], ["check"]])
def test_a_graph_that_cannot_be_opened_is_said_in_one_line(
    graph: str, expected: str, command: list[str]
) -> None:
    result = run("--graph", graph, *command)
    assert_one_line(result, expected)
    assert "CURRENT" not in result.output


def test_a_picture_that_cannot_be_written_is_said_by_its_path() -> None:
    assert_one_line(run("stats", "--plot", "/nonexistent/a.svg"), "/nonexistent/a.svg: expected")


@pytest.mark.parametrize("arguments", [["ask"], ["ask", "themes-together"], ["stats"]])
def test_a_reader_who_has_read_enough_is_no_error(arguments: list[str]) -> None:
    program = Path(sys.executable).with_name("gcm-kg")
    with subprocess.Popen(
        [program, *arguments], stdout=subprocess.PIPE, stderr=subprocess.PIPE
    ) as process:
        assert process.stdout and process.stderr
        process.stdout.close()
        assert process.stderr.read() == b""
        assert process.wait(timeout=60) == 0


def test_check_refuses_a_file_that_is_not_there() -> None:
    assert_one_line(run("check", "nowhere.ttl"), "nowhere.ttl", "check the path")


def test_check_never_follows_imports(tmp_path: Path) -> None:
    path = tmp_path / "imports.ttl"
    imports = "<http://www.w3.org/2002/07/owl#imports>"
    path.write_text(f"<urn:x> a <urn:y> ; {imports} <file:///nowhere.ttl> .", "utf-8")
    assert run("check", "--profile", "light", str(path)).exit_code == 0


def test_the_program_runs_as_a_process() -> None:
    program = Path(sys.executable).with_name("gcm-kg")
    done = subprocess.run([program, "--version"], capture_output=True, text=True, check=True)
    assert done.stdout.startswith("gcm-kg, version ")
    assert cli.__doc__


@pytest.mark.parametrize(
    ("arguments", "code", "words"),
    [
        (["--version"], 0, "gcm-kg, version"),
        (["ask", "recommendations-per-section", "--format", "csv"], 0, "g. Data"),
        (["ask", "nothing"], 2, "expected the name of a question"),
        (["check", "nothing.ttl"], 2, "expected an RDF file"),
    ],
)
def test_the_program_ends_with_its_code_when_all_is_written(
    arguments: list[str], code: int, words: str
) -> None:
    program = str(Path(sys.executable).with_name("gcm-kg"))
    done = subprocess.run([program, *arguments], capture_output=True, text=True)
    assert done.returncode == code
    assert words in done.stdout + done.stderr
