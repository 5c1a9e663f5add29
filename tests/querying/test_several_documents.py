"""Three documents that use the same numbering are told apart, wherever a part is named."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from publishing import drafted, several
from pyoxigraph import Literal, NamedNode, Quad, Store

from gcm_kg.cli.main import main
from gcm_kg.errors import InputError
from gcm_kg.evaluation.comparison import evaluate
from gcm_kg.knowledge_graph import KnowledgeGraph
from gcm_kg.project import this_project
from gcm_kg.querying.names import all_named, named
from gcm_kg.rdf.namespaces import BASE, DCTERMS, GCM, RDF
from gcm_kg.store.documents import Documents, KnownDocument, documents
from gcm_kg.store.graph import LocalGraph, in_memory
from gcm_kg.views.statistics import statistics

WORK = f"{BASE}un/test/decent-work-consultation/eng"
HEADER = "part\trelation\tvalue\tdetail\twords\n"


def known() -> KnowledgeGraph:
    return KnowledgeGraph(several.graph(), this_project())


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A directory with the graph of the three."""
    directory = tmp_path_factory.mktemp("several") / "store"
    made = Store(str(directory))
    made.bulk_extend(several.graph().store)
    made.flush()
    del made
    return directory


def run(store: Path, *arguments: str) -> Result:
    return CliRunner().invoke(main, ["--graph", str(store), *arguments])


def test_the_key_of_a_document_is_declared_or_the_end_of_its_path() -> None:
    assert [document.key for document in documents(several.graph())] == ["children", "s5", "work"]
    assert several.source("sea-and-land-routes-hearing").key == "sea-and-land-routes-hearing"


@pytest.mark.parametrize("name", ["work:III.a.1", "WORK:iii.a.1", f"{WORK}/!main~sec_III"])
def test_a_part_is_named_behind_the_key_of_its_document(name: str) -> None:
    assert named(several.graph(), name).startswith(f"{WORK}/!main~sec_III")


def test_a_document_is_named_by_its_key() -> None:
    assert named(several.graph(), "work", of="gcm:Document") == WORK


def test_a_name_of_three_parts_is_refused_with_names_that_work() -> None:
    with pytest.raises(InputError) as error:
        named(several.graph(), "III.a.1", where="here")
    names = str(error.value).partition("say which: ")[2].split(" or ")
    assert sorted(names) == ["children:III.a.1", "s5:III.a.1", "work:III.a.1"]
    assert len({named(several.graph(), name) for name in names}) == 3


def test_near_misses_in_a_document_are_of_this_document() -> None:
    with pytest.raises(InputError, match=r"in work, found “III.a.77”; did you mean work:III"):
        named(several.graph(), "work:III.a.77")


def test_a_colon_in_a_name_need_not_stand_behind_a_key() -> None:
    with pytest.raises(InputError, match="the name of a thing in the graph"):
        all_named(several.graph(), "nobody:III.a.1")
    assert named(several.graph(), "id:instrument/untoc") == f"{BASE}instrument/untoc"


def test_what_an_error_offers_can_be_pasted_into_a_shell() -> None:
    with pytest.raises(InputError, match="did you mean 'Smuggling Protocol'"):
        named(several.graph(), "Smugling Protocol")


def test_a_graph_of_one_document_answers_as_if_there_were_no_other() -> None:
    one, alone = known().of("s5"), KnowledgeGraph(drafted.graph(), this_project())
    for name in (
        "recommendations-citing",
        "judgements",
        "things-lost",
        "concepts-by-recommendations",
    ):
        assert one.ask(name).texts() == alone.ask(name).texts()
    hits = [len(graph.search("trafficking", limit=500)) for graph in (one, known())]
    assert 0 < hits[0] < hits[1]


def test_a_graph_without_named_graphs_can_be_limited_too() -> None:
    flat = in_memory(quad.triple for quad in several.graph().quads())
    one = KnowledgeGraph(flat, this_project()).of("work")
    assert {d.key for d in one.documents} == {"work"}
    assert (
        one.ask("recommendations-citing").texts()
        == known().of("work").ask("recommendations-citing").texts()
    )


def test_several_documents_are_those_and_no_other() -> None:
    two = known().of("work", "children")
    assert [document.key for document in two.documents] == ["children", "work"]
    counts = [
        len(known().of(key).ask("recommendations-per-section")) for key in ("work", "children")
    ]
    assert len(two.ask("recommendations-per-section")) == sum(counts)


def test_an_unknown_key_is_refused_with_the_known_ones() -> None:
    with pytest.raises(InputError, match="the key of a document: children or s5 or work"):
        known().of("geneva")


def test_counts_are_by_document() -> None:
    counts = statistics(several.graph())
    assert counts.sections["s5:III.a"][1] == 11
    assert {name.partition(":")[0] for name in counts.sections} == {"s5", "children", "work"}


def test_lists_of_identifiers_have_keys() -> None:
    rows = known().ask("themes-together", least=1).rows
    names = {name for row in rows for name in str(row["identifiers"]).split(", ")}
    assert {name.partition(":")[0] for name in names} == {"s5", "children", "work"}
    identifier = NamedNode(DCTERMS + "identifier")
    for name in names:
        iri = named(several.graph(), name, of="gcm:Recommendation")
        (own,) = several.graph().triples(NamedNode(iri), identifier, None)
        assert str(own.object) == f'"{name.partition(":")[2]}"'


def test_a_gold_table_may_name_a_part_behind_a_key(tmp_path: Path) -> None:
    row = "\trequestsAction\taction/promote\t\t\n"
    table = tmp_path / "gold.tsv"
    table.write_text(HEADER + "work:III.a.1" + row, "utf-8")
    found = evaluate(several.graph(), table)
    assert {d.identifier.partition(":")[0] for d in found.differences} <= {"work"}
    table.write_text(HEADER + "III.a.1" + row, "utf-8")
    with pytest.raises(InputError, match="put the key of its document before it"):
        evaluate(several.graph(), table)


def test_tables_show_the_key_as_soon_as_there_are_two_documents(store: Path) -> None:
    both = run(store, "ask", "recommendations-per-section")
    assert "s5:III.a" in both.output and "work:III.a" in both.output
    one = run(store, "ask", "recommendations-per-section", "--document", "s5")
    assert "III.a" in one.output and "s5:" not in one.output


@pytest.mark.parametrize(
    "arguments",
    [
        ("explain", "work:III.a.1"),
        ("show", "work:III.a.1"),
        ("ask", "themes-of-section", "--section", "work:III.a"),
        ("ask", "themes-of-section", "--section", "III.a", "--document", "work"),
        ("--document", "work", "explain", "III.a.1"),
        ("search", "workers", "--document", "work"),
        ("sparql", "ASK { ?x a gcm:Part }", "--document", "work"),
        ("stats", "--document", "work"),
    ],
)
def test_a_part_and_a_document_are_named_in_every_command(
    store: Path, arguments: tuple[str, ...]
) -> None:
    found = run(store, *arguments)
    assert found.exit_code == 0, found.output
    assert "s5" not in found.output


def test_a_name_stands_in_one_piece_above_what_became_of_it(
    store: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", "40")
    assert "children:III.b.1" in run(store, "trace", "children:III.b.1").output.split()


def test_making_and_merging_refuse_a_document(store: Path) -> None:
    found = CliRunner().invoke(main, ["--document", "work", "build"])
    assert found.exit_code == 2 and "all documents" in found.output


def test_the_key_is_a_property_of_the_whole_document() -> None:
    keys = list(several.graph().triples(None, NamedNode(GCM + "key"), None))
    assert {triple.subject for triple in keys} >= {NamedNode(WORK)} and len(keys) == 3


def test_a_document_is_chosen_by_its_symbol_too() -> None:
    found = Documents([KnownDocument(f"{BASE}x", "a-hrc-11-27"), KnownDocument(f"{BASE}y", "y")])
    for name in ("A/HRC/11/27", "a-hrc-11-27", f"<{BASE}x>"):
        assert found.named(name).iri == f"{BASE}x"
    with pytest.raises(InputError, match="the key of a document"):
        found.named("A/HRC/11/28")


def test_a_symbol_of_an_instrument_and_of_its_text_is_cited_as_the_instrument() -> None:
    text = Store()
    text.bulk_extend(drafted.graph().store)
    document, symbol = NamedNode(f"{BASE}akn/un/doc/compact/eng"), Literal("A/RES/73/195")
    for name, value in (("identifier", symbol), ("title", Literal("The text", language="en"))):
        text.add(Quad(document, NamedNode(DCTERMS + name), value))
    text.add(Quad(document, NamedNode(RDF + "type"), NamedNode(GCM + "Document")))
    text.add(Quad(document, NamedNode(GCM + "key"), Literal("compact")))
    both = KnowledgeGraph(LocalGraph(text), this_project())
    assert "Global Compact" in both.cite("A/RES/73/195")
    with pytest.raises(InputError, match="say which: compact or GCM"):
        both.find("A/RES/73/195")
