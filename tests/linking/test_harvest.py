"""Links to SPARQL endpoints: a real server, and servers that misbehave."""

from __future__ import annotations

import json
import socket
import threading
import time
import urllib.error
import urllib.parse
import urllib.request
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from linking.linked import PREFIXES, ours, pairs
from pyoxigraph import NamedNode, QueryResultsFormat, QuerySolutions, RdfFormat, Store
from store.servers import oxigraph_server

from gcm_kg.cli.main import main
from gcm_kg.errors import InputError
from gcm_kg.linking import harvest as endpoint
from gcm_kg.linking.claims import Proposals
from gcm_kg.linking.proposals import linked
from gcm_kg.rdf.namespaces import SKOS
from gcm_kg.store import remote as protocol

TURTLE = PREFIXES + "\n".join(
    f'x:{n} a skos:Concept ; skos:prefLabel "{label}"@en ; skos:altLabel "{label} studies"@en .'
    for n, label in enumerate(
        ["impunity", "forced labour", "debt bondage", "refugee", "ships", "corruption", "terrorism",
         "statelessness", "weather", "prostitution", "servitude", "mixed migration"]
    )
)  # fmt: skip
FOUND, FOUND_NAMES = 10, 12
"""How many of these are the same as ours, and how many have two names."""
PAUSE = 0.05
"""Seconds between the bytes of an answer that drips."""
THIRD = 6
"""The request for the third page: before it are three that prepare, and two pages."""
IN_TIME = "in time|the time was over"
Answer = tuple[int, dict[str, str], bytes]
Misbehaviour = Callable[[int, str], Answer | None]
JSON = {"Content-Type": "application/sparql-results+json"}


def store() -> Store:
    held = Store()
    held.load(TURTLE.encode(), format=RdfFormat.TURTLE)
    return held


def answered(held: Store, query: str) -> bytes:
    solutions = held.query(query)
    assert isinstance(solutions, QuerySolutions)
    text = solutions.serialize(format=QueryResultsFormat.JSON)
    assert text is not None
    return text


@contextmanager
def served(misbehave: Misbehaviour, held: Store | None = None) -> Iterator[tuple[str, list[str]]]:
    """A server on loopback that answers, unless ``misbehave`` answers in its place."""
    graph, asked = held or store(), list[str]()

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            body = self.rfile.read(int(self.headers["Content-Length"])).decode()
            query = urllib.parse.parse_qs(body)["query"][0]
            asked.append(query)
            code, headers, data = misbehave(len(asked), query) or (
                200,
                JSON,
                answered(graph, query),
            )
            self.send_response(code)
            for name, value in headers.items():
                self.send_header(name, value)
            self.send_header("Content-Length", headers.get("Content-Length", str(len(data))))
            self.end_headers()
            with suppress(OSError):  # of a client that has given up
                for start in range(0, len(data), self.piece(headers, data)):
                    self.wfile.write(data[start : start + self.piece(headers, data)])
                    time.sleep(PAUSE if "Drip" in headers else 0)

        def piece(self, headers: dict[str, str], data: bytes) -> int:
            """How many bytes are sent at once."""
            return 1 if "Drip" in headers else len(data) or 1

        def log_message(self, *_: object) -> None:
            pass

    with ThreadingHTTPServer(("127.0.0.1", 0), Handler) as server:
        thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
        thread.start()
        try:
            yield f"http://127.0.0.1:{server.server_port}/sparql", asked
        finally:
            server.shutdown()
            thread.join()


@pytest.fixture(autouse=True)
def read_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """The vocabulary is read once for all of these tests: what they are about is the other side."""
    monkeypatch.setattr("gcm_kg.linking.proposals.our_side", lambda *_, **__: ours())


def run(url: str, *options: str) -> Result:
    return CliRunner().invoke(main, ["link", url, "--anew", *options])


def rows(text: str) -> int:
    """The exact matches of a table."""
    return text.count("	skos:exactMatch	")


def same(found: Proposals) -> int:
    """How many exact matches are proposed."""
    return sum(predicate == "exactMatch" for _, predicate, _ in pairs(found))


def one_line(result: Result) -> str:
    """The message of a run that came to nothing."""
    assert result.exit_code == 2
    lines = result.stderr.strip().splitlines()
    assert len(lines) == 1
    assert not result.stdout
    return lines[0]


@pytest.fixture
def by_pages(monkeypatch: pytest.MonkeyPatch) -> None:
    """No answer is asked for as a whole, and pages are small."""
    monkeypatch.setattr(endpoint, "MOST_AT_ONCE", 0)
    monkeypatch.setattr(endpoint, "PAGE", 8)
    monkeypatch.setattr(endpoint, "SMALLEST_PAGE", 4)


@pytest.fixture(scope="module")
def oxigraph(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of a real Oxigraph server with the vocabulary."""
    folder = tmp_path_factory.mktemp("oxigraph")
    (folder / "target.ttl").write_text(TURTLE, encoding="utf-8")
    with oxigraph_server(folder, folder / "target.ttl") as address:
        yield address


def test_an_endpoint_gives_what_its_file_gives(oxigraph: str, tmp_path: Path) -> None:
    path = tmp_path / "target.ttl"
    path.write_text(TURTLE, encoding="utf-8")
    found = linked(oxigraph, ours())
    assert found.proposals == linked(str(path), ours()).proposals
    assert same(found.proposals) == FOUND
    assert not found.problem


def test_pages_give_what_the_whole_gives(oxigraph: str, by_pages: None) -> None:
    assert same(linked(oxigraph, ours()).proposals) == FOUND


def test_a_graph_with_a_name_is_asked_too(by_pages: None) -> None:
    held = Store()
    graph = NamedNode("http://e.org/g")
    held.load(TURTLE.encode(), format=RdfFormat.TURTLE, to_graph=graph)
    with served(lambda n, query: None, held) as (url, _):
        assert same(linked(url, ours()).proposals) == FOUND


@pytest.mark.parametrize("most", [0, 5_000_000])
def test_graphs_with_names_are_asked_beside_the_default_one(
    monkeypatch: pytest.MonkeyPatch, most: int
) -> None:
    monkeypatch.setattr(endpoint, "MOST_AT_ONCE", most)
    held, graph = store(), NamedNode("http://e.org/g")
    held.load(TURTLE.encode(), format=RdfFormat.TURTLE, to_graph=graph)
    more = f'{PREFIXES} x:20 skos:prefLabel "labour migration"@en ; rdfs:label "labour migration" .'
    held.load(more.encode(), format=RdfFormat.TURTLE, to_graph=graph)
    with served(lambda n, query: None, held) as (url, _):
        found = linked(url, ours())
    assert same(found.proposals) == FOUND + 1
    assert found.names == 2 * FOUND_NAMES + 2
    assert not found.problem
    assert not found.note


def test_graphs_with_names_that_are_not_read_are_said() -> None:
    def refuse(number: int, query: str) -> Answer | None:
        return (400, {}, b"") if "GRAPH" in query else None

    with served(refuse) as (url, _):
        result = run(url)
    assert result.exit_code == 0
    assert "named graphs not read" in result.stderr
    assert rows(result.stdout) == FOUND


@pytest.mark.parametrize("size", [40_000, 8])
def test_rows_that_are_none_are_left_out_each_counted_once(
    monkeypatch: pytest.MonkeyPatch, size: int
) -> None:
    monkeypatch.setattr(endpoint, "PAGE", size)
    monkeypatch.setattr(endpoint, "SMALLEST_PAGE", 4)
    held = store()

    def spoil(number: int, query: str) -> Answer | None:
        if "COUNT" in query or "DISTINCT ?p" in query:
            return None
        text = answered(held, query)
        odd = json.loads(text)
        for row in odd["results"]["bindings"]:
            if row["p"]["value"].endswith("altLabel"):
                row["o"]["xml:lang"] = "e n"
        return 200, JSON, json.dumps(odd).encode()

    alternatives = len(list(held.quads_for_pattern(None, NamedNode(SKOS + "altLabel"), None)))
    with served(spoil, held) as (url, _):
        result = run(url)
    assert result.exit_code == 0
    assert alternatives > 1
    assert f"left out {alternatives} rows that are no RDF" in result.stderr
    assert rows(result.stdout) > 0


def test_answers_that_are_cut_off_are_gone_on_with(monkeypatch: pytest.MonkeyPatch) -> None:
    held = store()

    def cut(number: int, query: str) -> Answer | None:
        if "ORDER BY" in query:
            query = query.rsplit("LIMIT", 1)[0] + "LIMIT 7"
        elif not {"COUNT", "DISTINCT", "LIMIT"} & set(query.replace("(", " ").split()):
            query += " LIMIT 7"
        return 200, JSON, answered(held, query)

    with served(cut) as (url, _):
        found = linked(url, ours())
    assert same(found.proposals) == FOUND
    assert not found.problem


def test_only_names_in_our_languages_are_asked_for() -> None:
    with served(lambda n, query: None) as (url, asked):
        linked(url, ours())
    assert 'LANGMATCHES(LANG(?o), "en")' in asked[-1]
    assert '"ja"' not in asked[-1]


def test_an_error_on_the_third_page_keeps_what_was_found(by_pages: None, tmp_path: Path) -> None:
    def fail(number: int, query: str) -> Answer | None:
        return (500, {}, b"out of memory") if number >= THIRD else None

    with served(fail) as (url, _):
        result = run(url, "-o", str(tmp_path / "out.tsv"))
    assert result.exit_code == 1
    assert "incomplete: the endpoint broke off with HTTP 500" in result.stderr
    assert 0 < rows((tmp_path / "out.tsv").read_text("utf-8")) < FOUND
    assert [path.name for path in tmp_path.iterdir()] == ["out.tsv"]


def test_json_that_breaks_off_on_a_page_keeps_what_was_found(by_pages: None) -> None:
    held = store()

    def cut(number: int, query: str) -> Answer | None:
        return (200, JSON, answered(held, query)[:-150]) if number >= THIRD else None

    with served(cut) as (url, _):
        result = run(url)
    assert result.exit_code == 1
    assert "incomplete: the endpoint broke off with broken JSON" in result.stderr
    assert rows(result.stdout) > 0


def test_an_answer_shorter_than_it_says_is_no_whole_answer(by_pages: None) -> None:
    def short(number: int, query: str) -> Answer | None:
        if number < THIRD:
            return None
        return 200, JSON | {"Content-Length": "10000"}, b'{"head": {"vars": ["s"'

    with served(short) as (url, _):
        assert run(url).exit_code == 1


def test_pages_that_do_not_follow_on_end_in_words(by_pages: None) -> None:
    held = store()

    def same(number: int, query: str) -> Answer | None:
        first = query.split("FILTER(STR(?s) >=")[0] + " } ORDER BY STR(?s) LIMIT 8"
        return (200, JSON, answered(held, first)) if "STR(?s) >=" in query else None

    with served(same) as (url, _):
        result = run(url)
    assert result.exit_code == 1
    assert "pages that do not follow on" in result.stderr


def test_more_about_one_thing_than_a_page_holds_ends_in_words(by_pages: None) -> None:
    held = Store()
    names = ", ".join(f'"name {n}"@en' for n in range(20))
    held.load(f"{PREFIXES} x:1 rdfs:label {names} .".encode(), format=RdfFormat.TURTLE)
    with served(lambda n, query: None, held) as (url, _):
        result = run(url)
    assert result.exit_code == 1
    assert "more about “http://example.org/x/1” than one page holds" in result.stderr


@pytest.mark.parametrize(
    ("answer", "words"),
    [
        ((200, {"Content-Type": "text/html"}, b"<!DOCTYPE html><p>Welcome"), "a page of HTML"),
        ((200, JSON, b'{"head": {"vars": ["p"]}, "results": {"bindings": ['), "broken JSON"),
        ((200, JSON, b'{"head": {}, "boolean": true}'), "an answer to another question"),
        ((404, {}, b""), "HTTP 404"),
        ((401, {}, b""), "HTTP 401"),
        ((302, {"Location": "/sparql"}, b""), "redirections that lead to no answer"),
        ((302, {"Location": "http://other.example.org/sparql"}, b""), "a redirection to"),
        ((302, {"Location": "file:///etc/passwd"}, b""), "redirections that lead to no answer"),
    ],
)  # fmt: skip
def test_an_answer_that_is_none_is_one_line(answer: Answer, words: str) -> None:
    with served(lambda n, query: answer) as (url, _):
        assert words in one_line(run(url))


def test_a_redirection_on_the_same_host_is_followed() -> None:
    moved = {"Location": "/moved"}
    with served(lambda n, query: (301, moved, b"") if n == 1 else None) as (url, _):
        assert rows(run(url).stdout) == FOUND


def test_a_slow_endpoint_is_given_up_in_time() -> None:
    begun, over = threading.Event(), threading.Event()

    def wait(number: int, query: str) -> Answer | None:
        begun.set()
        over.wait(60)  # the server would answer after a minute
        return None

    things = ours()
    with served(wait) as (url, _):
        with pytest.raises(InputError, match=IN_TIME):
            linked(url, things, seconds=0.3)
        assert begun.is_set()
        over.set()


def test_an_answer_that_drips_is_given_up_in_time() -> None:
    things = ours()
    drips = JSON | {"Drip": "yes"}
    answer = b'{"head": {"vars": []}}' + b" " * 2000  # takes 100 seconds
    with (
        served(lambda n, query: (200, drips, answer)) as (url, _),
        pytest.raises(InputError, match=IN_TIME),
    ):
        linked(url, things, seconds=0.4)


def test_a_page_that_is_too_large_for_a_server_is_asked_for_in_smaller_ones(
    monkeypatch: pytest.MonkeyPatch, by_pages: None
) -> None:
    monkeypatch.setattr(endpoint, "PAGE", 64)

    def fail(number: int, query: str) -> Answer | None:
        return (503, {}, b"") if "LIMIT 64" in query else None

    with served(fail) as (url, _):
        assert rows(run(url).stdout) == FOUND


def test_an_endpoint_that_cannot_count_is_asked_in_pages() -> None:
    def refuse(number: int, query: str) -> Answer | None:
        return (500, {}, b"") if "COUNT" in query or "DISTINCT ?p" in query else None

    with served(refuse) as (url, asked):
        assert rows(run(url).stdout) == FOUND
    assert any("ORDER BY" in query for query in asked)


def test_nobody_there_is_one_line() -> None:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    assert "no connection" in one_line(run(f"http://127.0.0.1:{port}/sparql"))


def test_an_address_that_is_none_is_one_line() -> None:
    assert "expected answers of a SPARQL endpoint" in one_line(run("http://[::1/sparql"))


def test_an_answer_that_is_too_large_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(protocol, "LARGEST_ANSWER", 100)
    with served(lambda n, query: None) as (url, _):
        assert "more than 100 bytes" in one_line(run(url))


def test_an_endpoint_without_names_is_one_line() -> None:
    held = Store()
    held.load(f"{PREFIXES} x:1 x:weight 7 .".encode(), format=RdfFormat.TURTLE)
    with served(lambda n, query: None, held) as (url, _):
        assert "expected names of things, found none" in one_line(run(url))


def test_no_address_is_asked_but_the_one_that_was_given() -> None:
    with served(lambda n, query: None) as (url, asked):
        run(url)
    assert not any("SERVICE" in query or "FROM" in query for query in asked)


def test_what_an_endpoint_has_withdrawn_is_left_open() -> None:
    held = store()
    turtle = f"{PREFIXES} x:0 owl:deprecated true ."
    held.load(turtle.encode(), format=RdfFormat.TURTLE)
    with served(lambda *_: None, held) as (url, _):
        found = linked(url, ours()).proposals
    assert ("theme/impunity", "withdrawn there") in {
        (a.subject.split("/id/")[1], a.reason) for a in found.abstained
    }
    assert same(found) == FOUND - 1
