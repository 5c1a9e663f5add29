"""Other graphs beside ours: whole or not there, never mixed, and one question over all of them."""

from __future__ import annotations

import gzip
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from publishing import built, small

from gcm_kg.cli.main import main
from gcm_kg.knowledge_graph import KnowledgeGraph, open_knowledge_graph
from gcm_kg.rdf.namespaces import OTHER_GRAPHS

pytestmark = pytest.mark.slow

ROOT = Path(__file__).resolve().parents[2]
OTHERS = ROOT / "tests" / "querying" / "federation"
QUERIES = ROOT / "queries" / "federation"


def run(*arguments: str | Path) -> Result:
    return CliRunner().invoke(main, [str(argument) for argument in arguments])


@pytest.fixture(scope="module")
def merged(tmp_path_factory: pytest.TempPathFactory) -> Path:
    target = tmp_path_factory.mktemp("merge") / "merged"
    done = run("merge", *sorted(OTHERS.glob("*.ttl")), "-o", target)
    assert done.exit_code == 0, done.output
    return target


@pytest.fixture(scope="module")
def known(merged: Path) -> KnowledgeGraph:
    return open_knowledge_graph(merged)


@pytest.fixture(scope="module")
def checked_out(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return small.published(tmp_path_factory.mktemp("small") / "project").root


@pytest.fixture
def little(checked_out: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Makes a small project that of the commands."""
    monkeypatch.setenv("GCM_KG_PROJECT", str(checked_out))


def asked(known: KnowledgeGraph, name: str) -> list[tuple[object, ...]]:
    rows = known.sparql((QUERIES / f"{name}.rq").read_text("utf-8"))
    return [tuple(row.values()) for row in rows]


def test_each_of_the_others_is_in_a_graph_of_its_own_and_ours_are_as_they_were(
    known: KnowledgeGraph,
) -> None:
    ours = built.known()
    for graph in ours.store.named_graphs():
        before = set(ours.store.quads_for_pattern(None, None, None, graph))
        assert set(known.store.quads_for_pattern(None, None, None, graph)) == before
    names = {str(graph)[1:-1] for graph in known.store.named_graphs()}
    added = names - {str(graph)[1:-1] for graph in ours.store.named_graphs()}
    assert added == {f"{OTHER_GRAPHS}{name}" for name in ("sdg", "eu-acts", "unbis")}


def test_the_names_of_goals_stand_beside_the_passages_that_cite_them(known: KnowledgeGraph) -> None:
    found = {(row[0], row[2], row[3]) for row in asked(known, "sdg-targets")}
    assert ("III.g.p1", "end forced labour", 1) in found
    assert ("II.2.p2", "protect children", 0) in found
    assert all(name != "fin du travail forcé" for _, name, _ in found)


def test_an_act_described_in_eli_is_found_by_its_celex_number(known: KnowledgeGraph) -> None:
    rows = asked(known, "eu-acts")
    assert [(row[0], row[3], row[4], row[5]) for row in rows] == [
        (
            *("III.a.1", "http://example.org/eli/dec-2004-579"),
            *("2004-04-29", "A decision on a convention"),
        )
    ]


def test_broader_terms_of_a_thesaurus_widen_a_question_about_a_theme(known: KnowledgeGraph) -> None:
    rows = asked(known, "wider-themes")
    labels = {row[1] for row in rows}
    assert "human rights" in labels, "the concept itself"
    assert "best interests of the child" in labels, "what lies below it"
    assert "slavery" not in labels


def test_the_questions_of_ours_have_the_answers_that_they_have_alone(merged: Path) -> None:
    for name in ("recommendations-citing", "recommendations-per-section", "uptake-per-section"):
        alone = run("ask", name, "--format", "csv")
        beside = run("--graph", merged, "ask", name, "--format", "csv")
        assert beside.exit_code == 0 and beside.output == alone.output


@pytest.mark.usefixtures("little")
def test_a_folder_is_one_graph_and_its_blank_nodes_stay_apart(tmp_path: Path) -> None:
    folder = tmp_path / "Other Data"
    folder.mkdir()
    for name in ("a", "b"):
        (folder / f"{name}.nt").write_text(f'_:x <urn:p> "{name}" .\n', "utf-8")
    with gzip.open(folder / "c.nt.gz", "wt") as packed:
        packed.write('_:x <urn:p> "c" .\n')
    (folder / "notes.txt").write_text("no RDF", "utf-8")
    assert run("merge", folder, "-o", tmp_path / "merged").exit_code == 0
    store = open_knowledge_graph(tmp_path / "merged").store
    found = list(store.quads_for_pattern(None, None, None, None))
    theirs = [quad for quad in found if quad.predicate.value == "urn:p"]
    assert {str(quad.graph_name) for quad in theirs} == {f"<{OTHER_GRAPHS}other-data>"}
    assert len({quad.subject for quad in theirs}) == 3


@pytest.mark.usefixtures("little")
def test_quads_of_a_file_never_enter_a_graph_of_ours(tmp_path: Path) -> None:
    theirs = tmp_path / "theirs.nq"
    graph = "https://w3id.org/gcm-kg/id/graph/vocabulary"
    theirs.write_text(f"<urn:a> <urn:b> <urn:c> <{graph}> .\n", "utf-8")
    assert run("merge", theirs, "-o", tmp_path / "merged").exit_code == 0
    store = open_knowledge_graph(tmp_path / "merged").store
    (quad,) = (quad for quad in store if quad.predicate.value == "urn:b")
    assert str(quad.graph_name) == f"<{OTHER_GRAPHS}theirs>"


@pytest.mark.usefixtures("little")
@pytest.mark.parametrize(
    ("content", "message"),
    [
        (None, "expected an RDF file, found none"),
        ("<urn:a> <urn:b> .", "other.ttl:1: expected Turtle"),
        ("<html></html>", "other.ttl:1: expected Turtle"),
    ],
)
def test_what_cannot_be_read_is_one_line_and_leaves_nothing_behind(
    tmp_path: Path, content: str | None, message: str
) -> None:
    other = tmp_path / "other.ttl"
    if content:
        other.write_text(content, "utf-8")
    done = run("merge", OTHERS / "sdg.ttl", other, "-o", tmp_path / "out" / "merged")
    assert done.exit_code == 2
    assert message in done.output and done.output.count("\n") == 1
    assert not list((tmp_path / "out").glob("*"))


def test_a_directory_that_is_there_and_names_that_collide_are_refused(tmp_path: Path) -> None:
    (tmp_path / "there").mkdir()
    done = run("merge", OTHERS / "sdg.ttl", "-o", tmp_path / "there")
    assert done.exit_code == 2 and "a directory that is not there yet" in done.output
    done = run("merge", OTHERS / "sdg.ttl", OTHERS / "sdg.ttl", "-o", tmp_path / "new")
    assert done.exit_code == 2 and "a name that no other one has" in done.output
    assert not (tmp_path / "new").exists()
    done = run("--graph", "x.ttl", "merge", OTHERS / "sdg.ttl", "-o", tmp_path / "new")
    assert done.exit_code == 2 and "leave --graph out" in done.output


@pytest.mark.usefixtures("little")
def test_what_other_graphs_hold_is_neither_judged_nor_taken_for_a_name_of_ours(
    tmp_path: Path,
) -> None:
    other = tmp_path / "other.ttl"
    other.write_text(
        "@prefix skos: <http://www.w3.org/2004/02/skos/core#> .\n"
        '<http://example.org/untoc> a skos:Concept ; skos:prefLabel "UNTOC"@en ;\n'
        "  skos:related [ a skos:Concept ] .\n",
        "utf-8",
    )
    target = tmp_path / "merged"
    assert run("merge", other, "-o", target).exit_code == 0
    shown = run("--graph", target, "show", "UNTOC")
    assert shown.exit_code == 0, shown.output
    assert "instrument/untoc" in shown.output
    checked = run("--graph", target, "check", "--engine", "rust")
    assert "instrument/" in checked.output, "what the small vocabulary leaves open is found"
    assert "example.org" not in checked.output
    exported = run("--graph", target, "export", "--format", "trig")
    assert exported.exit_code == 0 and "example.org/untoc" in exported.output


@pytest.mark.usefixtures("little")
def test_a_graph_that_speaks_of_things_of_ours_is_said_to(tmp_path: Path) -> None:
    other = tmp_path / "other.ttl"
    untoc = "https://w3id.org/gcm-kg/id/instrument/untoc"
    other.write_text(f'<{untoc}> <urn:label> "another" .\n', "utf-8")
    done = run("merge", other, "-o", tmp_path / "merged")
    assert done.exit_code == 0
    assert "1 of them describe things of ours" in done.stderr


@pytest.mark.usefixtures("little")
def test_a_term_that_is_too_large_to_read_is_one_line(tmp_path: Path) -> None:
    huge = tmp_path / "huge.nt"
    huge.write_text(f'<urn:a> <urn:b> "{"x" * 20_000_000}" .\n', "utf-8")
    done = run("merge", huge, "-o", tmp_path / "merged")
    assert done.exit_code == 2 and "terms of at most 16 MB" in done.output
    assert done.output.count("\n") == 1
