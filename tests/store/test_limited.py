"""A graph of some documents is copied once, and kept beside the store of the built graph."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

import pytest
from publishing import several
from pyoxigraph import Literal, NamedNode, Quad, Store

from gcm_kg.rdf.namespaces import ANNOTATION_GRAPH, BASE, GCM, RDFS
from gcm_kg.store import fulltext, limited
from gcm_kg.store.fulltext import search_graph
from gcm_kg.store.graph import CLOSURE, Graph, LocalGraph

OTHERS = {"hearing": "sea-and-land-routes-hearing", **several.OTHERS}
"""The documents, by their keys."""
CHOICES = [["work"], ["work", "hearing"]]
PROPERTY, LABEL = NamedNode(GCM + "derived"), NamedNode(RDFS + "label")
SHARED = NamedNode(f"{BASE}theme/shared")
ANNOTATIONS = NamedNode(ANNOTATION_GRAPH)


@pytest.fixture(scope="module")
def both() -> Store:
    """A graph of several documents, with what follows of each and what was judged of two."""
    store = Store()
    for key, stem in OTHERS.items():
        store.bulk_extend(several.quads(stem, key))
    store.add(Quad(SHARED, LABEL, Literal("of all"), NamedNode(f"{BASE}graph/vocabulary")))
    found = Literal("follows")
    for subject in {quad.subject for quad in store}:
        store.add(Quad(subject, PROPERTY, found, CLOSURE))
    for stem in ("decent-work-consultation", "children-round-table"):
        judged = NamedNode(f"{BASE}un/test/{stem}/eng/annotation/1")
        store.add(Quad(judged, LABEL, Literal("judged"), ANNOTATIONS))
        store.add(Quad(judged, PROPERTY, found, CLOSURE))
    return store


@pytest.fixture
def built(both: Store, tmp_path: Path) -> LocalGraph:
    """The same as a graph that was built, whose store is in a folder of stores."""
    return LocalGraph(both, "", tmp_path / "stores" / "0123456789abcdef")


def kept(stores: Path) -> list[Path]:
    return sorted((stores / limited.FOLDER).glob("*/*"))


def all_of(graph: Graph) -> set[Quad]:
    return set(graph.quads())


@pytest.mark.parametrize("keys", CHOICES)
def test_a_copy_on_disk_and_one_in_memory_hold_the_same(
    both: Store, built: LocalGraph, keys: list[str]
) -> None:
    on_disk, in_memory = limited.limited(built, keys), limited.limited(LocalGraph(both), keys)
    assert on_disk.directory and in_memory.directory is None
    assert all_of(on_disk) == all_of(in_memory)


def test_what_follows_and_what_was_judged_is_that_of_the_chosen_documents(
    built: LocalGraph,
) -> None:
    quads = all_of(limited.limited(built, ["work"]))
    stated = {quad.subject for quad in quads if quad.graph_name != CLOSURE}
    assert {quad.subject for quad in quads if quad.graph_name == CLOSURE} == stated
    assert SHARED in stated
    (judged,) = (quad.subject for quad in quads if quad.graph_name == ANNOTATIONS)
    assert "decent-work" in str(judged)


def test_a_copy_is_made_once(built: LocalGraph, monkeypatch: pytest.MonkeyPatch) -> None:
    first = limited.limited(built, ["work"])
    monkeypatch.delattr(limited, "_without")
    again = limited.limited(built, [f"<{BASE}un/test/decent-work-consultation/eng>"])
    assert again.directory == first.directory and all_of(again) == all_of(first)
    assert len(search_graph(again, "workers")) > 0


def test_another_state_of_the_graph_has_another_copy(both: Store, built: LocalGraph) -> None:
    assert built.directory
    limited.limited(built, ["work"])
    newer = LocalGraph(both, "", built.directory.with_name("fedcba9876543210"))
    copy = limited.limited(newer, ["work"])
    assert copy.directory and copy.directory.name == "fedcba9876543210"
    assert len(kept(built.directory.parent)) == 2


def test_copies_that_were_made_long_ago_are_removed(
    built: LocalGraph, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert built.directory
    monkeypatch.setattr(limited, "KEPT", 1)
    first = limited.limited(built, ["work"]).directory
    assert first
    os.utime(first.parent, (0, 0))
    last = limited.limited(built, ["hearing"]).directory
    assert kept(built.directory.parent) == [last]


def test_a_damaged_copy_is_made_again(built: LocalGraph) -> None:
    copy = limited.limited(built, ["work"])
    wanted, place = all_of(copy), copy.directory
    assert place
    del copy
    shutil.rmtree(place / "graph")
    assert all_of(limited.limited(built, ["work"])) == wanted


def test_where_nothing_can_be_written_a_copy_is_in_memory(both: Store, tmp_path: Path) -> None:
    (tmp_path / "stores").write_text("a file where a folder is to be")
    built = LocalGraph(both, "", tmp_path / "stores" / "0123456789abcdef")
    copy = limited.limited(built, ["work"])
    assert copy.directory is None and len(all_of(copy)) > 0


def test_a_graph_that_was_not_built_here_is_copied_in_memory(both: Store, tmp_path: Path) -> None:
    other = LocalGraph(both, str(tmp_path), tmp_path)
    assert limited.limited(other, ["work"]).directory is None
    assert [*tmp_path.iterdir()] == []


def test_the_words_of_a_graph_in_memory_are_indexed_once(
    both: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    graph = limited.limited(LocalGraph(both), ["work"])
    hits = search_graph(graph, "workers")
    monkeypatch.delattr(fulltext, "index")
    assert hits and search_graph(graph, "workers") == hits
