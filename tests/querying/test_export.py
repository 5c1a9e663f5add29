"""Exports: the published bytes, or the same triples in another format."""

from __future__ import annotations

import json
import shlex
from functools import cache
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from pyoxigraph import Quad, RdfFormat, Triple, parse

import gcm_kg
from gcm_kg.cli.main import main
from gcm_kg.knowledge_graph import KnowledgeGraph
from gcm_kg.project import JSON_LD, TRIG, TURTLE
from gcm_kg.rdf.namespaces import ANNOTATION_GRAPH

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


@pytest.mark.slow
@pytest.mark.parametrize("form", ["ntriples", "rdfxml"])
def test_the_other_formats_hold_the_same_triples(form: str) -> None:
    assert triples(run("--format", form).output, form) == {quad.triple for quad in quads()}


def test_n_quads_keep_the_named_graphs_and_are_sorted() -> None:
    text = run("--format", "nquads").output
    assert set(parse(text.encode(), format=RdfFormat.N_QUADS)) == quads()
    assert len(text.splitlines()) == len(quads())


@pytest.mark.parametrize("form", FORMATS)
def test_one_named_graph_can_be_exported_alone(form: str) -> None:
    expected = {quad.triple for quad in quads() if quad.graph_name.value == ANNOTATION_GRAPH}  # type: ignore[union-attr]
    result = run("--named-graph", ANNOTATION_GRAPH, "--format", form)
    assert triples(result.output, form) == expected and expected


@pytest.mark.parametrize("name", ["graph/annotations", "id:graph/annotations"])
def test_a_named_graph_is_known_by_its_short_names(name: str) -> None:
    assert run("--named-graph", name).output == run("--named-graph", ANNOTATION_GRAPH).output
    assert run("--named-graph", name).exit_code == 0


@pytest.mark.parametrize("name", ["urn:none", "bogus", "a b", "<", ""])
def test_a_graph_that_is_not_there_is_refused_in_one_line(name: str) -> None:
    result = run("--named-graph", name)
    assert result.exit_code == 2
    assert result.output.count("\n") == 1
    assert "graph/vocabulary" in result.output


@pytest.mark.parametrize(
    ("options", "expected"),
    [
        ("--thing UNTOC --format turtle", "JSON-LD with --thing, found --format turtle"),
        ("--class Theme --format nquads", "JSON-LD with --class, found --format nquads"),
        ("--class Theme --named-graph graph/vocabulary", "--named-graph alone, found --class"),
        ("--thing UNTOC --named-graph graph/vocabulary", "--named-graph alone, found --thing"),
        ("--with-links --named-graph graph/vocabulary", "--named-graph alone, found --with-links"),
        ("--with-links --thing UNTOC", "--thing alone, found --with-links"),
        ("--thing UNTOC --class Theme", "the name of a gcm:Theme, found “UNTOC”"),
        ("--class Nothing", "a class below one, found “Nothing”"),
        ("--class Nothing --thing UNTOC", "a class below one, found “Nothing”"),
        ("--thing ''", "the name of a thing, found nothing"),
        ("--class ''", "a class below one"),
        ("--thing 'private sector'", "actor/private-sector or theme/private-sector"),
    ],
)
def test_options_that_do_not_go_together_are_refused_in_one_line(
    options: str, expected: str
) -> None:
    result = run(*shlex.split(options))
    assert result.exit_code == 2
    assert result.output.count("\n") == 1
    assert expected in result.output


def test_a_class_says_which_of_two_things_of_a_name_is_meant() -> None:
    for options in (["--class", "Actor"], ["--class", "gcm:Theme", "--format", "jsonld"]):
        (tree,) = json.loads(run("--thing", "private sector", *options).output)["@graph"]
        assert tree["id"].startswith(options[1].removeprefix("gcm:").lower())


def test_a_file_is_written_whole_and_nothing_beside_it(tmp_path: Path) -> None:
    path = tmp_path / "out.nt"
    options = ("--format", "ntriples", "--named-graph", ANNOTATION_GRAPH)
    assert run(*options, "-o", str(path)).exit_code == 0
    assert [p.name for p in tmp_path.iterdir()] == ["out.nt"]
    assert path.read_text("utf-8") == run(*options).output != ""


def test_a_folder_that_is_not_there_is_said_in_one_line(tmp_path: Path) -> None:
    result = run("-o", str(tmp_path / "none" / "out.ttl"))
    assert result.exit_code == 2
    assert result.output.count("\n") == 1
    assert str(tmp_path / "none" / "out.ttl") in result.output


def test_another_graph_can_be_exported(tmp_path: Path) -> None:
    path = tmp_path / "other.ttl"
    path.write_text("<urn:a> <urn:b> [ <urn:c> 1 ] .", "utf-8")
    result = CliRunner().invoke(main, ["--graph", str(path), "export", "--format", "ntriples"])
    assert result.exit_code == 0, result.output
    assert len(result.output.splitlines()) == 2
