"""Pages of one document take no longer where there are many."""

from __future__ import annotations

import time

import pytest
from pyoxigraph import NamedNode, RdfFormat, Store, serialize

from gcm_kg.rdf.namespaces import BASE
from gcm_kg.rdf.sparql import shipped
from gcm_kg.serving.served import Served
from gcm_kg.store.graph import LocalGraph

DOCUMENT = "akn/un/doc/2017-10-05/gcm-thematic-session-5/eng"
PART = f"{BASE}{DOCUMENT}/!main~sec_III__subsec_f__item_1"
COPIES = 5
ASKED = {
    "views/explanation-statements": {"part": PART},
    "serving/document-of": {"part": PART},
    "serving/document-mentions": {"source": f"{BASE}{DOCUMENT}.txt"},
    "serving/document-parts": {"source": f"{BASE}{DOCUMENT}.txt"},
}
"""What the pages of a document and of its parts ask."""


@pytest.fixture(scope="module")
def many(served: Served) -> LocalGraph:
    """The built graph, and copies of its document with IRIs of their own."""
    store, name = Store(), DOCUMENT.encode()
    quads = serialize(served.graph.quads(), format=RdfFormat.N_QUADS) or b""
    ours = b"".join(line for line in quads.splitlines(True) if name in line.partition(b" ")[0])
    copied = (ours.replace(b"session-5", b"session-5-copy-%d" % n) for n in range(COPIES))
    store.bulk_load(b"".join([quads, *copied]), RdfFormat.N_QUADS)
    return LocalGraph(store)


def taken(graph: LocalGraph, name: str, rows: int) -> float:
    """The least seconds of the processor that a query takes."""
    terms = {key: NamedNode(value) for key, value in ASKED[name].items()}
    least = 60.0
    for _ in range(3):
        before = time.process_time()
        assert len(list(graph.select(shipped(name), **terms))) == rows
        least = min(least, time.process_time() - before)
    return least


@pytest.mark.slow
@pytest.mark.parametrize("name", ASKED)
def test_what_is_asked_of_one_document_is_not_looked_for_in_all(
    name: str, served: Served, many: LocalGraph
) -> None:
    terms = {key: NamedNode(value) for key, value in ASKED[name].items()}
    rows = len(list(served.graph.select(shipped(name), **terms)))
    assert rows
    assert taken(many, name, rows) < 2 * taken(served.graph, name, rows) + 0.002
