"""A graph at an endpoint, a real Oxigraph server, answers as the same graph does here."""

from __future__ import annotations

import json
import socket
import threading
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager
from dataclasses import replace
from functools import cache
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from publishing import drafted, several
from pyoxigraph import RdfFormat, serialize
from querying.asked import QUESTIONS
from querying.recorded import ELSEWHERE
from store.servers import oxigraph_server

from gcm_kg.cli.main import main
from gcm_kg.errors import InputError
from gcm_kg.knowledge_graph import KnowledgeGraph, open_knowledge_graph
from gcm_kg.project import LINKS, TRIG, this_project
from gcm_kg.store import endpoint
from gcm_kg.store.endpoint import RemoteGraph
from gcm_kg.store.graph import in_memory
from gcm_kg.store.graph_store import GraphStore

pytestmark = pytest.mark.slow

LITTLE = "children-round-table"


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Where servers have the graph."""
    return tmp_path_factory.mktemp("server")


@pytest.fixture(scope="module")
def address(folder: Path) -> Iterator[str]:
    """A server that holds the graph in named graphs, and gives only its default graph by itself."""
    with oxigraph_server(folder, drafted.path(TRIG), drafted.path(LINKS)) as found:
        yield found


@pytest.fixture(scope="module")
def little(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """A server that holds a small document alone."""
    folder = tmp_path_factory.mktemp("little")
    file = folder / "little.nq"
    file.write_bytes(serialize(several.quads(LITTLE), format=RdfFormat.N_QUADS) or b"")
    with oxigraph_server(folder, file) as found:
        yield found


@pytest.fixture(scope="module")
def together(folder: Path, address: str) -> Iterator[KnowledgeGraph]:
    """The same at a server that gives all graphs by itself, and has much less to do."""
    assert address, "what it holds is there"
    with oxigraph_server(folder, union=True) as found:
        yield open_knowledge_graph(found)


@pytest.fixture(scope="module")
def remote(address: str) -> KnowledgeGraph:
    return open_knowledge_graph(address)


@cache
def local() -> KnowledgeGraph:
    return KnowledgeGraph(drafted.graph(), this_project())


def run(*arguments: str) -> Result:
    return CliRunner().invoke(main, list(arguments))


@pytest.mark.parametrize("name", sorted(set(QUESTIONS) - ELSEWHERE))
def test_a_canned_question_has_the_same_answer_there(together: KnowledgeGraph, name: str) -> None:
    here, there = local().ask(name), together.ask(name)
    assert there.columns == here.columns and there.terms == here.terms
    assert set(there.triples or ()) == set(here.triples or ())
    assert there


@pytest.mark.parametrize("name", ["citation-network", "links-per-target", "recommendations-citing"])
def test_a_server_that_gives_its_default_graph_alone_has_the_same_answers(
    remote: KnowledgeGraph, name: str
) -> None:
    assert remote.ask(name).terms == local().ask(name).terms


def test_what_is_shown_explained_traced_and_counted_is_the_same(together: KnowledgeGraph) -> None:
    remote = together
    assert remote.find("Palermo Convention") == local().find("Palermo Convention")
    assert remote.show("UNTOC") == local().show("UNTOC")
    assert remote.explain("III.a.1", about="UNTOC") == local().explain("III.a.1", about="UNTOC")
    assert list(remote.trace("III.a.1")) == list(local().trace("III.a.1"))
    # an endpoint does not say which release it holds
    assert replace(remote.statistics(), source="") == replace(local().statistics(), source="")
    assert remote.search("debt bondage") == local().search("debt bondage")
    assert remote.tree("III.a.1") == local().tree("III.a.1")


@pytest.mark.parametrize("form", ["nquads", "turtle"])
def test_the_whole_graph_is_exported_as_it_is_here(little: str, form: str) -> None:
    here = KnowledgeGraph(in_memory(several.quads(LITTLE)), this_project())
    assert "".join(open_knowledge_graph(little).export(form)) == "".join(here.export(form))


def test_what_a_server_does_not_give_at_once_is_read_page_by_page(
    remote: KnowledgeGraph, monkeypatch: pytest.MonkeyPatch
) -> None:
    here = "".join(local().export("nquads", named_graph="graph/annotations"))
    monkeypatch.setattr(endpoint, "MOST_AT_ONCE", 0)
    monkeypatch.setattr(endpoint, "PAGE", here.count("\n") // 3)
    assert "".join(remote.export("nquads", named_graph="graph/annotations")) == here


def test_a_query_of_ones_own_has_prefixes_a_form_and_a_time(remote: KnowledgeGraph) -> None:
    query = "SELECT ?x { ?x a gcm:Principle } ORDER BY ?x"
    assert remote.sparql(query).rows == local().sparql(query).rows
    assert remote.sparql(query, timeout=30).rows == local().sparql(query).rows
    assert remote.sparql("ASK { ?x a gcm:Principle }").boolean is True
    triples = remote.sparql("CONSTRUCT WHERE { ?x a gcm:Principle }").triples
    assert set(triples or ()) == set(
        local().sparql("CONSTRUCT WHERE { ?x a gcm:Principle }").triples or ()
    )
    graphs = remote.sparql("SELECT DISTINCT ?g { GRAPH ?g { ?x a gcm:Principle } }")
    assert len(graphs) == 1


def test_a_named_graph_is_asked_alone_where_from_says_so(remote: KnowledgeGraph) -> None:
    query = "SELECT (COUNT(*) AS ?n) FROM <%s> { ?s ?p ?o }"
    name = "https://w3id.org/gcm-kg/id/graph/vocabulary"
    assert remote.sparql(query % name).rows == local().sparql(query % name).rows


@pytest.mark.parametrize(
    "arguments",
    [
        ("ask", "recommendations-per-section", "--format", "csv"),
        ("show", "UNTOC"),
        ("explain", "III.a.1"),
        ("search", "debt", "--format", "json"),
        ("trace", "III.a.1"),
        ("stats",),
        ("sparql", "SELECT ?x { ?x a gcm:Principle } ORDER BY ?x", "--format", "csv"),
        ("export", "--thing", "III.a.1"),
    ],
)
def test_the_command_line_asks_an_endpoint(address: str, arguments: tuple[str, ...]) -> None:
    there, here = run("--graph", address, *arguments), run(*arguments)
    assert (there.exit_code, there.output) == (0, here.output)


@pytest.mark.parametrize(
    "need",
    [lambda known: known.store, lambda known: known.graph, lambda known: known.merge([], "merged")],
    ids=["store", "graph", "merge"],
)
def test_what_needs_a_graph_of_this_machine_says_so_in_one_line(
    remote: KnowledgeGraph, need: Callable[[KnowledgeGraph], object]
) -> None:
    with pytest.raises(InputError, match="expected (a|the built) graph") as error:
        need(remote)
    assert "\n" not in str(error.value)


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("SELECT ?x { ?x a gcm:Principle", "a mistake at 1:31, at the end"),
        ("SELECT * { ?x nothing:known ?y }", "expected SPARQL 1.1"),
        ("SELECT ?x { SERVICE <http://example.org/> { ?x ?y ?z } }", "found SERVICE"),
        ("INSERT DATA { <urn:a> <urn:b> 1 }", "expected SELECT"),
    ],
)
def test_what_cannot_be_asked_is_refused_in_one_line(
    address: str, query: str, expected: str
) -> None:
    done = run("--graph", address, "sparql", query)
    assert (done.exit_code, done.output.count("\n")) == (2, 1) and expected in done.output


def test_an_endpoint_that_is_not_there_is_one_line() -> None:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        address = f"http://127.0.0.1:{free.getsockname()[1]}/query"
    done = run("--graph", address, "ask", "recommendations-per-section")
    assert (done.exit_code, done.output.count("\n")) == (2, 1)
    assert "expected an answer of the endpoint, found no connection" in done.output


def test_json_of_a_remote_answer_is_that_of_a_local_one(remote: KnowledgeGraph) -> None:
    name = "recommendations-per-section"
    assert json.loads(remote.ask(name).serialize("json")) == json.loads(
        local().ask(name).serialize("json")
    )


@pytest.fixture
def served(tmp_path: Path) -> Callable[[str], AbstractContextManager[str]]:
    """Serves some N-Quads."""

    def serve(quads: str) -> AbstractContextManager[str]:
        file = tmp_path / "given.nq"
        file.write_text(quads, "utf-8")
        return oxigraph_server(tmp_path, file)

    return serve


def test_an_answer_that_takes_too_long_is_given_up(
    served: Callable[[str], AbstractContextManager[str]],
) -> None:
    """At a server of its own, which goes on with the query until it is ended."""
    cross = " ".join(f"?a{i} ?b{i} ?c{i} ." for i in range(9))
    lines = "".join(f'<urn:a> <urn:b> "{n}" <urn:g> .\n' for n in range(50))
    with served(lines) as address:
        slow = RemoteGraph(address, seconds=0.05)
        with pytest.raises(InputError, match="in time"):
            slow.query(f"SELECT (COUNT(*) AS ?n) FROM <urn:g> {{ {cross} }}")


def test_a_default_graph_that_cannot_be_asked_beside_the_others_is_refused(
    served: Callable[[str], AbstractContextManager[str]],
) -> None:
    with (
        served("<urn:a> <urn:p> <urn:b> .\n<urn:c> <urn:p> <urn:d> <urn:g> .\n") as address,
        pytest.raises(InputError, match="expected a default graph that is empty, or all"),
    ):
        open_knowledge_graph(address).sparql("SELECT * { ?s ?p ?o }")


def test_what_the_default_graph_alone_holds_is_exported_too(
    served: Callable[[str], AbstractContextManager[str]],
) -> None:
    lines = "<urn:a> <urn:p> <urn:b> .\n<urn:c> <urn:p> <urn:d> <urn:g> .\n"
    with served(lines) as address:
        found = "".join(open_knowledge_graph(address).export("nquads"))
    assert set(found.splitlines()) == set(lines.splitlines())


def test_blank_nodes_of_two_graphs_stay_two(
    served: Callable[[str], AbstractContextManager[str]], monkeypatch: pytest.MonkeyPatch
) -> None:
    lines = [f'_:b{i} <urn:p> "{i}" <urn:g{i}> .\n_:b{i} <urn:q> "{i}" <urn:g{i}> .' for i in "12"]
    with served("\n".join(lines)) as address:
        quads = list(RemoteGraph(address).quads())
        assert len(quads) == 4 and len({quad.subject for quad in quads}) == 2
        monkeypatch.setattr(endpoint, "MOST_AT_ONCE", 0)
        with pytest.raises(InputError, match="blank nodes on pages"):
            list(RemoteGraph(address).quads())


class Broken(BaseHTTPRequestHandler):
    """Answers every question with what is no whole answer to it."""

    said = b""

    def do_POST(self) -> None:
        self.rfile.read(int(self.headers["Content-Length"]))
        self.send_response(200)
        self.end_headers()
        self.wfile.write(self.said)

    def log_message(self, *_: object) -> None:
        pass


@pytest.mark.parametrize(
    "said",
    [
        b'{"head":{"vars":["g"]},"results":{"bindings":[{"g":{"type":"uri","value":"urn:',
        b'{"head":{},"boolean":true}',
        b"<html>",
        b"",
    ],
)
@pytest.mark.parametrize(
    "command", [("stats",), ("export",), ("ask", "panels"), ("ask", "recommendations-citing")]
)
def test_an_answer_that_is_none_is_one_line_about_the_endpoint(
    said: bytes, command: tuple[str, ...]
) -> None:
    handler = type("Handler", (Broken,), {"said": said})
    with ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        threading.Thread(target=server.serve_forever, args=(0.01,), daemon=True).start()
        address = f"http://127.0.0.1:{server.server_port}/"
        done = run("--graph", address, *command)
        server.shutdown()
    assert (done.exit_code, done.output.count("\n")) == (2, 1)
    assert done.output.startswith(f"gcm-kg: {address}: expected a whole answer")


class Unmoved(Broken):
    """Asks for a password, whichever comes."""

    def do_GET(self) -> None:
        self.send_response(401)
        self.send_header("WWW-Authenticate", 'Digest realm="a", nonce="b", qop="auth"')
        self.end_headers()


def test_a_password_that_a_server_never_takes_is_said_in_a_line() -> None:
    with ThreadingHTTPServer(("127.0.0.1", 0), Unmoved) as server:
        threading.Thread(target=server.serve_forever, args=(0.01,), daemon=True).start()
        with pytest.raises(InputError, match="HTTP 401"):
            GraphStore(f"http://127.0.0.1:{server.server_port}/store", user=("dba", "wrong"))
        server.shutdown()


def test_check_takes_an_address(little: str) -> None:
    done = run("check", "--engine", "rust", little)
    assert done.exit_code == 0, done.output


def test_the_doctor_finds_nothing_amiss_at_a_server_that_answers_rightly(address: str) -> None:
    asked = ("recommendations-citing", "recommendations-per-section", "recommendation-as-graph")
    verdicts = list(local().doctor(address, *asked))
    assert [(verdict.question, verdict.right) for verdict in verdicts] == [
        (name, True) for name in asked
    ]
