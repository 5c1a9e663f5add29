"""Accepted rows come to the curated tables, all or none of them; and what the command says."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from linking.linked import PREFIXES, ROOT

from gcm_kg.cli.main import main
from gcm_kg.mappings.sssom import load_mapping_set

HEAD = """#mapping_set_id: https://w3id.org/gcm-kg/id/proposals/x
#license: https://creativecommons.org/licenses/by/4.0/
#curie_map:
#  id: https://w3id.org/gcm-kg/id/
#  t: http://example.org/t/
"""
COLUMNS = "subject_id predicate_id object_id mapping_justification confidence comment".split()
MANUAL, LEXICAL = "semapv:ManualMappingCuration", "semapv:LexicalMatching"
TABLE = "table.sssom.tsv"


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A project with our vocabularies and one table, of links to http://example.org/t/."""
    root = tmp_path / "project"
    for folder in ("ontology", "data/vocabulary"):
        shutil.copytree(ROOT / folder, root / folder)
    (root / "data" / "mappings").mkdir()
    text = HEAD.replace("proposals/x", "mappings/table") + "\t".join(COLUMNS) + "\n"
    row = ("id:theme/corruption", "skos:exactMatch", "t:1", MANUAL, "0.95", "Read.")
    (root / "data" / "mappings" / TABLE).write_text(text + "\t".join(row) + "\n", "utf-8")
    monkeypatch.setenv("GCM_KG_PROJECT", str(root))
    yield root


def review(tmp_path: Path, *rows: tuple[str, ...], columns: str = "", name: str = "") -> Result:
    path = tmp_path / "reviewed.sssom.tsv"
    lines = ["\t".join(columns.split() or COLUMNS), *("\t".join(row) for row in rows)]
    path.write_text(HEAD + "\n".join(lines) + "\n", encoding="utf-8")
    options = ["--name", name] if name else []
    return CliRunner().invoke(main, ["link", "--review", str(path), *options])


def held(project: Path, table: str = TABLE) -> set[tuple[str, str, str]]:
    matches = load_mapping_set(project / "data" / "mappings" / table).matches
    return {
        (m.subject.split("/id/")[1], m.predicate.split("#")[1], m.object.rsplit("/", 1)[1])
        for m in matches
    }


def row(subject: str, relation: str, other: str, justification: str = MANUAL) -> tuple[str, ...]:
    return (f"id:{subject}", f"skos:{relation}", f"t:{other}", justification, "0.9", "Read.")


def test_only_accepted_rows_are_added(project: Path, tmp_path: Path) -> None:
    result = review(
        tmp_path,
        row("theme/impunity", "exactMatch", "2"),
        row("theme/slavery", "closeMatch", "3", "semapv:MappingReview"),
        row("theme/health", "exactMatch", "4", LEXICAL),
    )
    assert result.exit_code == 0
    assert "2 added to table.sssom.tsv" in result.stderr
    assert "1 not accepted" in result.stderr
    assert held(project) == {
        ("theme/corruption", "exactMatch", "1"),
        ("theme/impunity", "exactMatch", "2"),
        ("theme/slavery", "closeMatch", "3"),
    }


def test_a_reviewer_accepts_and_a_negation_rejects(project: Path, tmp_path: Path) -> None:
    result = review(
        tmp_path,
        (*row("theme/impunity", "exactMatch", "2", LEXICAL), "A. Reviewer", ""),
        (*row("theme/health", "exactMatch", "4", LEXICAL), "A. Reviewer", "Not"),
        (*row("theme/slavery", "exactMatch", "5", LEXICAL), "", ""),
        columns=" ".join([*COLUMNS, "reviewer_label", "predicate_modifier"]),
    )
    assert result.exit_code == 0
    assert len(held(project)) == 2
    text = (project / "data" / "mappings" / TABLE).read_text("utf-8")
    assert "Read. (reviewed by A. Reviewer)" in text
    assert LEXICAL not in text


def test_what_is_there_already_is_not_added_again(project: Path, tmp_path: Path) -> None:
    before = (project / "data" / "mappings" / TABLE).read_text("utf-8")
    result = review(tmp_path, row("theme/corruption", "exactMatch", "1"))
    assert "1 were there already" in result.stderr
    assert (project / "data" / "mappings" / TABLE).read_text("utf-8") == before


def test_a_new_table_needs_a_name(project: Path, tmp_path: Path) -> None:
    other = ("id:theme/impunity", "skos:exactMatch", "skos:x", MANUAL, "0.9", "Read.")
    refused = review(tmp_path, other)
    assert refused.exit_code == 2
    assert "in column object_id" in refused.stderr
    assert "--name" in refused.stderr
    assert review(tmp_path, other, name="new-one").exit_code == 0
    table = load_mapping_set(project / "data" / "mappings" / "new-one.sssom.tsv")
    assert table.metadata["mapping_set_id"] == "https://w3id.org/gcm-kg/id/mappings/new-one"
    assert len(table.matches) == 1


CONTRADICTIONS = {
    "an object that is matched exactly": row("theme/impunity", "exactMatch", "1"),
    "a second exact match in one scheme": row("theme/corruption", "exactMatch", "2"),
    "another relation of the same two": row("theme/corruption", "closeMatch", "1"),
    "a thing that is not ours": row("theme/nothing", "exactMatch", "2"),
    "a relation that is no match": (
        "id:theme/impunity",
        "rdfs:label",
        "t:2",
        MANUAL,
        "0.9",
        "Read.",
    ),
    "a justification that is none": (
        "id:theme/impunity",
        "skos:exactMatch",
        "t:2",
        "semapv:MappingRevue",
        "0.9",
        "Read.",
        "A. Reviewer",
    ),
    "a prefix that is not declared": ("no:x", "skos:exactMatch", "t:2", MANUAL, "0.9", "Read."),
    "a confidence that is none": ("id:theme/x", "skos:exactMatch", "t:2", MANUAL, "2", "Read."),
    "too few cells": ("id:theme/impunity", "skos:exactMatch"),
}


@pytest.mark.parametrize("bad", CONTRADICTIONS.values(), ids=CONTRADICTIONS)
def test_one_bad_row_and_none_is_added(project: Path, tmp_path: Path, bad: tuple[str, ...]) -> None:
    before = (project / "data" / "mappings" / TABLE).read_text("utf-8")
    columns = " ".join([*COLUMNS, "reviewer_label"]) if len(bad) > len(COLUMNS) else ""
    good = (*row("theme/health", "exactMatch", "7"), "")[: len(columns.split()) or len(COLUMNS)]
    result = review(tmp_path, good, bad, columns=columns)
    assert result.exit_code == 2
    assert result.stderr.startswith(f"gcm-kg: {tmp_path / 'reviewed.sssom.tsv'}:8: expected ")
    assert len(result.stderr.strip().splitlines()) == 1
    assert "column" in result.stderr
    assert (project / "data" / "mappings" / TABLE).read_text("utf-8") == before


def test_rows_that_contradict_each_other_are_refused(project: Path, tmp_path: Path) -> None:
    rows = (row("theme/health", "exactMatch", "7"), row("theme/impunity", "exactMatch", "7"))
    assert "no contradiction to" in review(tmp_path, *rows).stderr


def test_a_file_of_proposals_is_valid_sssom_and_can_be_accepted(
    project: Path, tmp_path: Path
) -> None:
    target, output = tmp_path / "target.ttl", tmp_path / "out.sssom.tsv"
    target.write_text(f'{PREFIXES} x:1 skos:prefLabel "impunity"@en .', encoding="utf-8")
    run = CliRunner().invoke(main, ["link", str(target), "-o", str(output)])
    assert run.exit_code == 0
    text = output.read_text("utf-8")
    output.write_text(text.replace(LEXICAL, MANUAL), encoding="utf-8")
    added = CliRunner().invoke(main, ["link", "--review", str(output), "--name", "target"])
    assert "1 added to target.sssom.tsv" in added.stderr
    again = CliRunner().invoke(main, ["link", str(target)])
    assert "1 more are curated already" in again.stderr


@pytest.mark.filterwarnings("ignore:The (inplace|copy) keyword")
def test_sssom_py_finds_no_fault_in_proposals(tmp_path: Path) -> None:
    validators = pytest.importorskip("sssom.validators", reason="make test installs sssom")
    parsers = pytest.importorskip("sssom.parsers")
    constants = pytest.importorskip("sssom.constants")
    target, output = tmp_path / "target.ttl", tmp_path / "out.sssom.tsv"
    labels = '"impunity"@en . x:2 skos:prefLabel "organised crime"@en . x:3 schema:name "Interpol"'
    target.write_text(f"{PREFIXES} x:1 skos:prefLabel {labels} .", encoding="utf-8")
    assert CliRunner().invoke(main, ["link", str(target), "-o", str(output)]).exit_code == 0
    table = parsers.parse_sssom_table(str(output))
    assert len(table.df) == 3
    for report in validators.validate(table, constants.DEFAULT_VALIDATION_TYPES).values():
        assert not report.results


BAD_TARGETS = {
    "missing.ttl": None,
    "text.ttl": b"This is no Turtle.",
    "page.rdf": b"<!DOCTYPE html><html></html>",
    "photo.jpg": b"\xff\xd8",
    "broken.nt.gz": b"not packed",
    "empty.ttl": b"",
    "nameless.ttl": b"<http://e.org/1> <http://e.org/weight> 7 .",
}


@pytest.mark.parametrize("name", BAD_TARGETS)
def test_a_target_that_cannot_be_read_is_one_line_and_no_file(tmp_path: Path, name: str) -> None:
    content = BAD_TARGETS[name]
    if content is not None:
        (tmp_path / name).write_bytes(content)
    output = tmp_path / "out.tsv"
    result = CliRunner().invoke(main, ["link", str(tmp_path / name), "-o", str(output)])
    assert result.exit_code == 2
    assert len(result.stderr.strip().splitlines()) == 1
    assert name in result.stderr
    assert not output.exists()


def test_a_folder_without_rdf_is_one_line(tmp_path: Path) -> None:
    result = CliRunner().invoke(main, ["link", str(tmp_path)])
    assert result.exit_code == 2
    assert "expected RDF files, found none" in result.stderr


@pytest.mark.parametrize("arguments", [[], ["x.ttl", "--review", "y.tsv"]])
def test_a_target_or_a_review_is_needed_and_not_both(arguments: list[str]) -> None:
    assert CliRunner().invoke(main, ["link", *arguments]).exit_code == 2


def test_what_is_left_open_is_a_table_of_reasons(tmp_path: Path) -> None:
    target, left = tmp_path / "target.ttl", tmp_path / "open.tsv"
    target.write_text(f'{PREFIXES} x:1 rdfs:label "ILO" .', encoding="utf-8")
    result = CliRunner().invoke(main, ["link", str(target), "--abstained", str(left)])
    assert "1 left open: see" in result.stderr
    header, line = left.read_text("utf-8").splitlines()
    assert header.split("\t")[-1] == "reason"
    assert line.split("\t")[-1] == "the acronym ILO alone"


def test_the_least_confidence_leaves_the_less_sure_out(tmp_path: Path) -> None:
    target = tmp_path / "target.ttl"
    labels = (
        'x:1 rdfs:label "Vienna" . x:2 rdfs:label "Hostilities" ; skos:altLabel "armed conflicts"'
    )
    target.write_text(f"{PREFIXES} {labels} .", encoding="utf-8")
    result = CliRunner().invoke(main, ["link", str(target), "--anew", "--min-confidence", "0.98"])
    assert "place/vienna" in result.stdout
    assert "theme/armed-conflict" not in result.stdout


def test_a_device_is_written_to_and_not_replaced(tmp_path: Path) -> None:
    target, link = tmp_path / "target.ttl", tmp_path / "link.tsv"
    target.write_text(f'{PREFIXES} x:1 rdfs:label "impunity" .', encoding="utf-8")
    link.symlink_to("/dev/null")
    result = CliRunner().invoke(main, ["link", str(target), "-o", str(link)])
    assert result.exit_code == 0
    assert link.is_symlink()


def test_a_label_of_another_thing_is_refused(project: Path, tmp_path: Path) -> None:
    columns = " ".join([*COLUMNS, "subject_label"])
    good = (*row("theme/health", "exactMatch", "7"), "Health")
    bad = (*row("theme/impunity", "exactMatch", "8"), "corruption")
    result = review(tmp_path, good, bad, columns=columns)
    assert result.exit_code == 2
    assert "reviewed.sssom.tsv:8: expected a label of " in result.stderr
    assert "found “corruption” in column subject_label" in result.stderr
    assert len(held(project)) == 1
    assert review(tmp_path, good, columns=columns).exit_code == 0


def test_added_rows_have_to_be_built(project: Path, tmp_path: Path) -> None:
    one = row("theme/impunity", "exactMatch", "2")
    assert "run gcm-kg build" in review(tmp_path, one).stderr
    assert "run gcm-kg build" not in review(tmp_path, one).stderr


OVERWRITING = [
    ["t/a.ttl", "-o", "t/a.ttl"],
    ["t/a.ttl", "--abstained", "t/../t/a.ttl"],
    ["t", "-o", "t/a.ttl"],
    ["t/a.ttl", "-o", "link.ttl"],
    ["t/a.ttl", "-o", "x", "--abstained", "./x"],
]


@pytest.mark.parametrize("arguments", OVERWRITING, ids=" ".join)
def test_nothing_that_is_read_or_written_is_overwritten(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, arguments: list[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    target = tmp_path / "t" / "a.ttl"
    target.parent.mkdir()
    target.write_text(f'{PREFIXES} x:1 rdfs:label "impunity" .', encoding="utf-8")
    before = target.read_text("utf-8")
    (tmp_path / "link.ttl").symlink_to(target)
    result = CliRunner().invoke(main, ["link", *arguments])
    assert result.exit_code == 2
    assert len(result.stderr.strip().splitlines()) == 1
    assert target.read_text("utf-8") == before
    assert not (tmp_path / "x").exists()
