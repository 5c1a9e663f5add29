"""Queries of users: answered within their time, or ended; and shut in."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

import gcm_kg
from gcm_kg.cli.main import main
from gcm_kg.errors import InputError
from gcm_kg.knowledge_graph import KnowledgeGraph
from gcm_kg.project import this_project
from gcm_kg.querying import process as sparql
from gcm_kg.store.graph import in_memory

pytestmark = pytest.mark.slow

LINUX = pytest.mark.skipif(sys.platform != "linux", reason="limits and seccomp are Linux's")
COUNT = "SELECT (COUNT(*) AS ?n) { ?s ?p ?o }"
CROSS = COUNT.replace("?s ?p ?o", " ".join(f"?a{i} ?b{i} ?c{i} ." for i in range(9)))
CHOICES = "{ ?x%d <urn:p> ?x%d } UNION { ?x%d <urn:q> ?x%d }"
PLANNED = COUNT.replace("?s ?p ?o", " ".join(CHOICES % (i, i + 1, i, i + 1) for i in range(500)))
DOUBLED = " ".join(f"BIND (CONCAT(?x{i}, ?x{i}) AS ?x{i + 1})" for i in range(40))
GROWING = f"SELECT ?x40 {{ BIND ('{'x' * 1000}' AS ?x0) {DOUBLED} }}"
TOLD = {
    "head": {"vars": ["x"]},
    "results": {"bindings": [{"x": {"type": "uri", "value": "urn:told"}}]},
}
MOST_SECONDS = 6
"""How long a query with a limit of one second may take, its process and a busy machine included."""


@pytest.fixture(scope="module")
def graph(tmp_path_factory: pytest.TempPathFactory) -> str:
    """A small graph in a file."""
    path = tmp_path_factory.mktemp("graph") / "graph.ttl"
    path.write_text("".join(f"<urn:s{i}> <urn:p> {i} .\n" for i in range(300)), "utf-8")
    return str(path)


def run(*arguments: str, given: str | bytes | None = None) -> Result:
    return CliRunner().invoke(main, list(arguments), input=given)


def assert_one_line(result: Result, *expected: str) -> None:
    assert result.exit_code == 2, result.output
    assert result.output.count("\n") == 1
    for words in expected:
        assert words in result.output


def children() -> list[str]:
    """The command lines of the processes that this one has started and that are still there."""
    found = []
    for stat in Path("/proc").glob("[0-9]*/stat"):
        try:
            parent = stat.read_text().rpartition(")")[2].split()[1]
            if int(parent) == os.getpid():
                found.append(stat.with_name("cmdline").read_text())
        except OSError:  # it has ended meanwhile
            continue
    return [line for line in found if "gcm_kg.querying.sandbox" in line]


@LINUX
@pytest.mark.parametrize("query", [CROSS, PLANNED], ids=["a cross product", "planning without end"])
def test_a_query_without_end_is_ended_and_leaves_no_process(graph: str, query: str) -> None:
    start = time.perf_counter()
    assert_one_line(run("--graph", graph, "sparql", query, "--timeout", "1"), "within 1 seconds")
    assert 1 <= time.perf_counter() - start < MOST_SECONDS
    assert not children()


@LINUX
def test_python_users_can_bound_a_query_too(graph: str) -> None:
    known = gcm_kg.open(graph)
    assert known.sparql(COUNT, timeout=30).rows == known.sparql(COUNT).rows
    found = known.sparql("CONSTRUCT WHERE { ?s ?p 7 }", timeout=30)
    assert found.triples == known.sparql("CONSTRUCT WHERE { ?s ?p 7 }").triples
    with pytest.raises(InputError, match="within 1 seconds"):
        known.sparql(CROSS, timeout=1)
    assert not children()


def test_a_graph_that_is_in_memory_alone_cannot_be_asked_by_another_process() -> None:
    known = KnowledgeGraph(in_memory([]), this_project())
    assert known.sparql("ASK { ?s ?p ?o }").boolean is False
    with pytest.raises(InputError, match="a graph in a file or store, found one in memory"):
        known.sparql("ASK { ?s ?p ?o }", timeout=1)


def worker(setting: str, query: str, graph: str, *flags: str) -> subprocess.CompletedProcess[str]:
    """The worker alone, without the checks of its parent."""
    code = f"import sys, gcm_kg.querying.sandbox as w; {setting}; sys.exit(w.main(sys.argv[1:]))"
    return subprocess.run(
        [sys.executable, "-c", code, "json", graph, *flags],
        input=query, capture_output=True, text=True, timeout=60, check=False,
    )  # fmt: skip


@LINUX
def test_a_worker_whose_parent_is_gone_ends_by_itself(graph: str) -> None:
    start = time.perf_counter()
    done = worker("w.GRACE = 1", CROSS, graph, "0")
    assert done.returncode == -14, "SIGALRM"
    assert time.perf_counter() - start < MOST_SECONDS


@LINUX
def test_a_query_that_takes_too_much_memory_is_ended(graph: str) -> None:
    done = worker("0", GROWING, graph, "30", "--memory=200")
    assert done.returncode not in (0, 2, -14)
    assert "memory" in done.stderr
    assert worker("0", COUNT, graph, "30").returncode == 0


@LINUX
def test_a_query_may_take_a_gigabyte_or_what_is_said() -> None:
    code = (
        "import resource, gcm_kg.querying.sandbox as w; w.limit(5);"
        "a = resource.getrlimit(resource.RLIMIT_DATA)[0]; w.limit(5, 300);"
        "print((a, resource.getrlimit(resource.RLIMIT_DATA)[0]) == (10**9, 3 * 10**8))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout == "True\n"


@pytest.mark.parametrize("depth", [1_000, 100_000])
@pytest.mark.parametrize(("opened", "closed"), [("{ ", " }"), ("FILTER (", ")")])
def test_deep_nesting_ends_in_one_line(graph: str, depth: int, opened: str, closed: str) -> None:
    query = f"SELECT * {{ {opened * depth} {closed * depth} }}"
    result = run("--graph", graph, "sparql", "-", given=query)
    if result.exit_code:
        assert_one_line(result, "the query: expected")


class Endpoint(BaseHTTPRequestHandler):
    """A SPARQL endpoint that has one answer."""

    asked: list[str]

    def do_GET(self) -> None:
        self.asked.append(self.path)
        self.rfile.read(int(self.headers.get("Content-Length") or 0))
        body = json.dumps(TOLD).encode()
        self.send_response(200)
        self.send_header("Content-Type", "application/sparql-results+json")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    do_POST = do_GET  # noqa: N815

    def log_message(self, *_: object) -> None:
        """Says nothing."""


@pytest.fixture
def endpoint() -> Iterator[tuple[str, list[str]]]:
    """The address of an endpoint on this machine, and what it was asked."""
    asked: list[str] = []
    handler = type("Handler", (Endpoint,), {"asked": asked})
    with ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        thread = threading.Thread(target=server.serve_forever, args=(0.01,))
        thread.start()
        yield f"http://127.0.0.1:{server.server_port}/", asked
        server.shutdown()
        thread.join()


def test_service_is_refused_by_its_name(graph: str, endpoint: tuple[str, list[str]]) -> None:
    address, asked = endpoint
    for query in (
        f"SELECT * {{ SERVICE <{address}> {{ ?x ?y ?z }} }}",
        f"SELECT * {{ service silent <{address}> {{ ?x ?y ?z }} }}",
        f"PREFIX a: <{address}> SELECT * {{ FILTER (trueSERVICE a:) }}",
        f"SELECT * {{ BIND (<{address}> AS ?at) SERVICE ?at {{ ?x ?y ?z }} }}",
    ):
        assert_one_line(run("--graph", graph, "sparql", query), "SERVICE", "--allow-service")
        with pytest.raises(InputError, match="found SERVICE"):
            gcm_kg.open(graph).sparql(query)
    assert not asked


def test_service_asks_its_endpoint_where_it_is_allowed(
    graph: str, endpoint: tuple[str, list[str]]
) -> None:
    address, asked = endpoint
    query = f"SELECT ?x {{ SERVICE <{address}> {{ ?x ?y ?z }} }}"
    result = run("--graph", graph, "sparql", query, "--allow-service", "--format", "csv")
    assert result.output.split() == ["x", "urn:told"]
    assert asked


@LINUX
def test_a_worker_can_open_no_connection_even_where_the_name_was_overlooked(
    graph: str, endpoint: tuple[str, list[str]]
) -> None:
    address, asked = endpoint
    query = f"SELECT ?x {{ SERVICE <{address}> {{ ?x ?y ?z }} }}"
    done = worker("0", query, graph, "30")
    assert done.returncode != 0 and not asked
    assert worker("0", query, graph, "30", "--outward").returncode == 0 and asked


@LINUX
@pytest.mark.parametrize("kind", ["AF_INET", "AF_INET6", "AF_UNIX"])
def test_who_is_denied_sockets_opens_none(kind: str) -> None:
    denied = "import socket, gcm_kg.querying.sandbox as w; w.deny_sockets()"
    code = f"{denied}; socket.socket(socket.{kind})"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert "PermissionError" in done.stderr


@pytest.mark.parametrize(
    "update",
    [
        "LOAD <file:///etc/hostname>",
        "INSERT DATA { <urn:a> <urn:b> 1 }",
        "DELETE WHERE { ?s ?p ?o }",
        "CLEAR ALL",
        "DROP ALL",
        "CREATE GRAPH <urn:a>",
        "PREFIX a: <urn:> INSERT { ?s ?p ?o } WHERE { ?s ?p ?o }",
        "SELECT * { ?s ?p ?o } ; CLEAR ALL",
    ],
)
def test_the_graph_cannot_be_changed(graph: str, update: str) -> None:
    assert_one_line(run("--graph", graph, "sparql", update), "the query: expected")
    known = gcm_kg.open(graph)
    with pytest.raises(InputError, match="the query: expected"):
        known.sparql(update)
    assert known.sparql(COUNT).rows == [{"n": 300}]


def test_from_reads_no_file_and_asks_no_server(
    graph: str, endpoint: tuple[str, list[str]], tmp_path: Path
) -> None:
    secret = tmp_path / "secret.ttl"
    secret.write_text("<urn:a> <urn:b> <urn:c> .", "utf-8")
    for place in (secret.as_uri(), endpoint[0]):
        for clause in (f"FROM <{place}>", f"FROM NAMED <{place}>"):
            query = f"SELECT * {clause} {{ {{ ?s ?p ?o }} UNION {{ GRAPH ?g {{ ?s ?p ?o }} }} }}"
            result = run("--graph", graph, "sparql", query, "--format", "csv")
            assert result.exit_code == 0
            assert len(result.stdout.splitlines()) == 1, "the heading alone"
    assert not endpoint[1]


def test_a_query_is_given_as_text_as_a_file_or_on_standard_input(
    graph: str, tmp_path: Path
) -> None:
    path = tmp_path / "query.rq"
    path.write_bytes(b"\xef\xbb\xbf" + COUNT.encode())
    expected = run("--graph", graph, "sparql", COUNT)
    assert expected.exit_code == 0 and "300" in expected.output
    assert run("--graph", graph, "sparql", str(path)).output == expected.output
    assert run("--graph", graph, "sparql", "-", given=COUNT).output == expected.output
    assert run("--graph", graph, "sparql", given=COUNT).output == expected.output


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        ("nowhere.rq", "expected a query, or the path of a file that holds one"),
        ("SELECT ?x { ?x a gcm:Principle ", "a mistake at 1:32, at the end"),
        ("SELECT ?x {\n  ?x a gcm:Principle } FOO", "a mistake at 2:"),
        ('SELECT ?x { ?x ?y "a }', "close the string"),
        ("SELECT ?x { ?x a nothing:Known }", "expected SPARQL 1.1"),
        ("", "expected"),
    ],
)
def test_what_is_no_query_is_refused_in_one_line(graph: str, given: str, expected: str) -> None:
    assert_one_line(run("--graph", graph, "sparql", given), expected)


def test_a_query_in_another_encoding_is_refused_in_one_line(graph: str) -> None:
    assert_one_line(run("--graph", graph, "sparql", "-", given=b"\xff\xfe"), "text in UTF-8")


def test_a_mistake_is_placed_in_the_text_as_it_was_typed() -> None:
    text = "SELECT ?x WHER { ?x a gcm:Principle }"
    assert_one_line(run("sparql", text), "a mistake at 1:16, before “{ ?x a gcm:Principle }”")
    assert_one_line(run("sparql", f"#\n{text}"), "a mistake at 2:16, before “{")


def test_the_prefixes_of_the_project_need_not_be_declared_and_may_be_declared_anew() -> None:
    query = "SELECT ?x { BIND (id:instrument\\/untoc AS ?x) ?x a gcm:Treaty }"
    assert "instrument/untoc" in run("sparql", query).output
    other = "PREFIX id: <urn:other:> SELECT ?x { BIND (id:a AS ?x) }"
    assert "urn:other:a" in run("sparql", other, "--format", "csv").output


@pytest.mark.parametrize("seconds", ["0", "-1", "nan", "soon"])
def test_a_limit_that_is_none_is_refused(graph: str, seconds: str) -> None:
    result = run("--graph", graph, "sparql", COUNT, "--timeout", seconds)
    assert result.exit_code == 2
    assert "--timeout" in result.output


def test_a_very_long_limit_is_a_limit(graph: str) -> None:
    assert run("--graph", graph, "sparql", COUNT, "--timeout", "inf").exit_code == 0


@pytest.mark.parametrize(
    ("query", "form", "expected"),
    [
        (COUNT, "csv", "n\r\n300\r\n"),
        (COUNT, "markdown", "| n |\n| --- |\n| 300 |\n"),
        ("ASK { <urn:s1> <urn:p> 1 }", "table", "true\n"),
        ("CONSTRUCT { ?s ?p ?o } WHERE { VALUES ?o { 1 } ?s ?p ?o }", "ntriples", None),
    ],
)
def test_an_answer_has_the_format_that_is_asked_for(
    graph: str, query: str, form: str, expected: str | None
) -> None:
    output = sparql.answered(graph, query, form)
    if expected is None:
        expected = '<urn:s1> <urn:p> "1"^^<http://www.w3.org/2001/XMLSchema#integer> .\n'
    assert output == expected


@pytest.mark.parametrize(("query", "form"), [(COUNT, "turtle"), ("DESCRIBE <urn:s1>", "csv")])
def test_a_format_that_an_answer_has_not_is_refused(graph: str, query: str, form: str) -> None:
    assert_one_line(
        run("--graph", graph, "sparql", query, "--format", form), "the format: expected"
    )
