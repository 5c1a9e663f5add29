"""A graph is brought into stores of others, real ones: what has changed, and nothing twice."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

import pytest
from pyoxigraph import BlankNode, Literal, NamedNode, Quad, Triple
from store.servers import oxigraph_to_write, virtuoso

from gcm_kg.errors import InputError
from gcm_kg.publishing import pushing
from gcm_kg.publishing.pushing import RECORD, Brought, digest, push
from gcm_kg.store.graph import LocalGraph, in_memory
from gcm_kg.store.graph_store import GraphStore

pytestmark = pytest.mark.slow

SAYS = NamedNode("http://e.org/says")


def quads(graph: str, *words: str) -> list[Quad]:
    subject, name = NamedNode("http://e.org/a"), NamedNode(f"http://e.org/{graph}")
    return [Quad(subject, SAYS, Literal(word, language="en"), name) for word in words]


def graph(**graphs: Iterable[str]) -> LocalGraph:
    return in_memory([quad for name, words in graphs.items() for quad in quads(name, *words)])


def names(iris: Iterable[str]) -> set[str]:
    return {iri.rpartition("/")[2] for iri in iris}


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    with oxigraph_to_write(tmp_path_factory.mktemp("oxigraph")) as address:
        yield address


@pytest.fixture
def target(server: str) -> GraphStore:
    store = GraphStore(server)
    for row in store.rows("SELECT DISTINCT ?g { GRAPH ?g { ?s ?p ?o } }"):
        store.delete(row["g"].value)
    return store


class Failing(GraphStore):
    """A store whose connection breaks at a graph, in the middle of it."""

    at = ""

    def put(self, graph: str, triples: Iterable[Triple]) -> None:
        if graph.endswith(self.at):
            super().put(graph, list(triples)[:1])
            raise InputError(graph, "a connection", "none", "try again")
        super().put(graph, triples)


def test_only_what_has_changed_is_sent_and_what_is_gone_is_removed(target: GraphStore) -> None:
    target.put("http://e.org/theirs", [q.triple for q in quads("theirs", "kept")])
    first = push(graph(a=["x", "y"], b=["z"]), target)
    assert (names(first.written), first.unchanged, first.triples) == ({"a", "b"}, [], 3)
    second = push(graph(a=["x", "y"], c=["w"]), target)
    told = (names(second.written), names(second.unchanged), names(second.removed))
    assert told == ({"c"}, {"a"}, {"b"})
    rows = target.rows("SELECT DISTINCT ?g { GRAPH ?g { ?s ?p ?o } }")
    assert names(row["g"].value for row in rows) == {"a", "c", "theirs", "pushed"}


def test_a_graph_that_others_changed_there_is_brought_again(target: GraphStore) -> None:
    source = graph(a=["x", "y"], b=["z"])
    push(source, target)
    target.put("http://e.org/a", [q.triple for q in quads("a", "x")])
    assert names(push(source, target).written) == {"a"}
    assert target.size("http://e.org/a") == 2


def test_after_an_interruption_the_rest_is_brought(server: str, target: GraphStore) -> None:
    source, broken = graph(a=["x"], b=["y", "z"], c=["w"]), Failing(server)
    broken.at = "b"
    with pytest.raises(InputError, match="a connection"):
        push(source, broken)
    done = push(source, target)
    assert (names(done.unchanged), names(done.written)) == ({"a"}, {"b", "c"})


def test_a_killed_process_has_promised_nothing_that_it_left_half_done(
    server: str, target: GraphStore, monkeypatch: pytest.MonkeyPatch
) -> None:
    old, new = graph(a=["x", "y"]), graph(a=["v", "w"])
    push(old, target)
    broken = Failing(server)
    broken.at = "a"
    monkeypatch.setattr(pushing, "OFTEN", float("inf"))  # as if nothing ran at the end
    with pytest.raises(InputError):
        push(new, broken)
    monkeypatch.undo()
    assert names(push(old, target).written) == {"a"}
    assert {row["o"].value for row in target.rows("SELECT ?o { GRAPH ?g { ?s ?p ?o } }")} >= {"x"}


def test_a_store_that_keeps_less_than_was_sent_is_said(server: str, target: GraphStore) -> None:
    class Losing(GraphStore):
        def put(self, graph: str, triples: Iterable[Triple]) -> None:
            super().put(graph, list(triples)[:1])

    with pytest.raises(InputError, match="expected 2 triples, found 1 in the store"):
        push(graph(a=["x", "y"]), Losing(server))


def test_large_graphs_go_in_pieces(target: GraphStore, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("gcm_kg.store.graph_store.AT_ONCE", 2)
    push(graph(a=["1", "2", "3", "4", "5"]), target)
    assert target.size("http://e.org/a") == 5


def test_the_digest_is_that_of_a_set_and_of_every_term() -> None:
    one = quads("a", "x", "y")
    assert digest(one) == digest(reversed(one)) == digest(quads("b", "x", "y"))
    assert digest(one) not in (digest(one[:1]), digest(quads("a", "x", "z")))
    assert digest([]) == Brought("0" * 64, 0)


def test_a_graph_with_blank_nodes_is_refused(target: GraphStore) -> None:
    source = in_memory([Quad(BlankNode(), SAYS, Literal("x"), NamedNode("http://e.org/a"))])
    with pytest.raises(InputError, match="without blank nodes"):
        push(source, target)
    assert target.size(RECORD) == 0


def test_an_address_without_a_known_endpoint_asks_for_it() -> None:
    with pytest.raises(InputError, match="give that of queries by --query"):
        GraphStore("http://127.0.0.1:9/somewhere")
    assert GraphStore("http://127.0.0.1:9/x", "http://127.0.0.1:9/q").endpoint.endswith("/q")
    assert GraphStore("http://h/r/rdf-graphs/service/").endpoint == "http://h/r"
    assert GraphStore("http://h/sparql-graph-crud-auth").endpoint == "http://h/sparql"


@pytest.mark.parametrize("address", ["http://[::1/store", "x/store", "file:///etc/store"])
def test_an_address_that_is_none_is_said_in_one_line(address: str) -> None:
    with pytest.raises(InputError, match="expected") as error:
        push(graph(a=["x"]), GraphStore(address))
    assert "\n" not in str(error.value)


def test_a_store_where_nobody_listens_is_said_in_one_line() -> None:
    with pytest.raises(InputError, match="no connection"):
        push(graph(a=["x"]), GraphStore("http://127.0.0.1:9/store"))


def test_virtuoso_takes_it_with_a_password_and_not_without(tmp_path: Path) -> None:
    with virtuoso(tmp_path) as address:
        source = graph(a=[f"word {n}" for n in range(30_000)], b=["é", 'a "quote"'])
        for user in (None, ("dba", "wrong")):
            with pytest.raises(InputError, match="HTTP 401"):
                push(source, GraphStore(address, user=user))
        target = GraphStore(address, user=("dba", "dba"))
        assert names(push(source, target).written) == {"a", "b"}
        assert names(push(source, target).unchanged) == {"a", "b"}
        assert {
            r["o"].value for r in target.rows("SELECT ?o { GRAPH <http://e.org/b> { ?s ?p ?o } }")
        } == {"é", 'a "quote"'}
