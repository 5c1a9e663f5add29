"""Things of a class of one's own below one of ours are found, whichever graph holds them."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from publishing import small
from pyoxigraph import NamedNode, Quad, Store

from gcm_kg.cli.main import main
from gcm_kg.rdf.namespaces import CLOSURE_GRAPH, GCM, RDF, RDFS
from gcm_kg.store.following import add_what_follows

OF_OTHERS = """@prefix my: <http://example.org/> .
@prefix gcm: <https://w3id.org/gcm-kg/ontology#> .
@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
@prefix skos: <http://www.w3.org/2004/02/skos/core#> .
@prefix dcterms: <http://purl.org/dc/terms/> .
my:Charter rdfs:subClassOf gcm:Treaty .
my:endorses rdfs:subPropertyOf gcm:cites .
my:harbours a my:Charter ; skos:prefLabel "Charter of Harbours"@en .
my:advice a gcm:Recommendation ; dcterms:identifier "9" ; my:endorses my:harbours .
my:words a gcm:Citation ; gcm:citingPart my:advice ; gcm:citedInstrument my:harbours .
"""
COUNT = "SELECT (COUNT(DISTINCT ?x) AS ?n) { ?x a gcm:Instrument ; skos:prefLabel ?l %s }"
ONLY_THEIRS = 'FILTER(STRSTARTS(STR(?x), "http://example.org/"))'


def run(*arguments: str | Path) -> Result:
    return CliRunner().invoke(main, [str(argument) for argument in arguments])


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "others.ttl"
    path.write_text(OF_OTHERS, "utf-8")
    return path


def test_a_file_of_others_is_asked_with_what_follows_from_it(file: Path) -> None:
    ask = ("--graph", file, "ask", "instruments-by-citations", "--format", "csv")
    assert "Charter of Harbours" in run(*ask).output
    rows = run("--graph", file, "sparql", "--format", "csv", COUNT % "").output.split()
    assert rows == ["n", "1"]
    cites = "SELECT ?y { ?x gcm:cites ?y }"
    assert "harbours" in run("--graph", file, "sparql", "--format", "csv", cites).output
    assert "Charter of Harbours" in run("--graph", file, "list", "Instrument").output
    assert "Charter of Harbours" in run("--graph", file, "list", "treaties").output


def test_what_follows_is_no_part_of_what_a_file_says(file: Path) -> None:
    lines = run("--graph", file, "export", "--format", "ntriples").output.splitlines()
    assert len(lines) == 10 and not any("gcm-kg/ontology#Instrument>" in line for line in lines)


def test_what_is_merged_is_found_with_what_follows_from_it(
    file: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("GCM_KG_PROJECT", str(small.published(tmp_path / "project").root))
    assert run("merge", file, "-o", tmp_path / "merged").exit_code == 0
    ask = ("--graph", tmp_path / "merged", "sparql", "--format", "csv", COUNT % ONLY_THEIRS)
    assert run(*ask).output.split() == ["n", "1"]
    ours = run("--graph", tmp_path / "merged", "sparql", "--format", "csv", COUNT % "")
    alone = run("sparql", "--format", "csv", COUNT % "")
    assert int(ours.output.split()[1]) == int(alone.output.split()[1]) + 1


def test_only_of_the_graphs_that_are_named_something_follows(tmp_path: Path) -> None:
    kind, below = NamedNode(GCM + "Treaty"), NamedNode("urn:Charter")
    store = Store()
    store.add(Quad(below, NamedNode(RDFS + "subClassOf"), kind, NamedNode("urn:one")))
    for thing, graph in (("urn:a", "urn:one"), ("urn:b", "urn:two")):
        store.add(Quad(NamedNode(thing), NamedNode(RDF + "type"), below, NamedNode(graph)))
    add_what_follows(store, tmp_path / "no-ontology.ttl", ["urn:two"])
    (found,) = store.quads_for_pattern(None, None, None, NamedNode(CLOSURE_GRAPH))
    assert found.triple == Quad(NamedNode("urn:b"), NamedNode(RDF + "type"), kind).triple
