"""Exports: the published bytes, or the same triples in another format."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from pyoxigraph import Quad, RdfFormat, Triple, parse

import gcm_kg
from gcm_kg.cli import main
from gcm_kg.iris import VOCABULARY_GRAPH
from gcm_kg.knowledge_graph import KnowledgeGraph
from gcm_kg.project import JSON_LD, TRIG, TURTLE

FORMATS = {
    "turtle": RdfFormat.TURTLE,
    "trig": RdfFormat.TRIG,
    "jsonld": RdfFormat.JSON_LD,
    "ntriples": RdfFormat.N_TRIPLES,
    "nquads": RdfFormat.N_QUADS,
    "rdfxml": RdfFormat.RDF_XML,
}


def run(*arguments: str) -> Result:
    return CliRunner().invoke(main, ["export", *arguments])


@cache
def graph() -> KnowledgeGraph:
    return gcm_kg.open()


@cache
def quads() -> set[Quad]:
    return set(parse(path=str(graph().project.graph / TRIG), format=RdfFormat.TRIG))


def triples(text: str, form: str) -> set[Triple]:
    return {quad.triple for quad in parse(text.encode(), format=FORMATS[form])}


@pytest.mark.parametrize(
    ("form", "name"), [("turtle", TURTLE), ("trig", TRIG), ("jsonld", JSON_LD)]
)
def test_the_published_files_are_given_as_they_are(form: str, name: str) -> None:
    assert run("--format", form).output == (graph().project.graph / name).read_text("utf-8")


@pytest.mark.parametrize("form", ["ntriples", "nquads", "rdfxml"])
def test_the_other_formats_hold_the_same_triples(form: str) -> None:
    assert triples(run("--format", form).output, form) == {quad.triple for quad in quads()}


def test_n_quads_keep_the_named_graphs_and_are_sorted() -> None:
    text = run("--format", "nquads").output
    assert set(parse(text.encode(), format=RdfFormat.N_QUADS)) == quads()
    assert len(text.splitlines()) == len(quads())


@pytest.mark.parametrize("form", FORMATS)
def test_one_named_graph_can_be_exported_alone(form: str) -> None:
    expected = {quad.triple for quad in quads() if quad.graph_name.value == VOCABULARY_GRAPH}  # type: ignore[union-attr]
    result = run("--named-graph", VOCABULARY_GRAPH, "--format", form)
    assert triples(result.output, form) == expected


def test_a_graph_that_is_not_there_is_refused_in_one_line() -> None:
    result = run("--named-graph", "urn:none")
    assert result.exit_code == 2
    assert result.output.count("\n") == 1
    assert VOCABULARY_GRAPH in result.output


def test_a_file_is_written_whole_and_nothing_beside_it(tmp_path: Path) -> None:
    path = tmp_path / "out.nt"
    assert run("--format", "ntriples", "-o", str(path)).exit_code == 0
    assert [p.name for p in tmp_path.iterdir()] == ["out.nt"]
    assert len(path.read_text("utf-8").splitlines()) == len({quad.triple for quad in quads()})


def test_a_folder_that_is_not_there_is_said_in_one_line(tmp_path: Path) -> None:
    result = run("-o", str(tmp_path / "none" / "out.ttl"))
    assert result.exit_code == 2
    assert result.output.count("\n") == 1


def test_another_graph_can_be_exported(tmp_path: Path) -> None:
    path = tmp_path / "other.ttl"
    path.write_text("<urn:a> <urn:b> [ <urn:c> 1 ] .", "utf-8")
    result = CliRunner().invoke(main, ["--graph", str(path), "export", "--format", "ntriples"])
    assert result.exit_code == 0, result.output
    assert len(result.output.splitlines()) == 2
