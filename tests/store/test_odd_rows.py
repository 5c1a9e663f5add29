"""Rows of an endpoint that hold no terms of RDF are left out and said; the others are given."""

from __future__ import annotations

import json
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest
from click.testing import CliRunner
from hypothesis import given
from hypothesis import strategies as st

import gcm_kg
from gcm_kg.cli.main import main
from gcm_kg.errors import IncompleteAnswer, InputError
from gcm_kg.store.odd_rows import usable

ODD = (
    {"type": "uri", "value": "no iri"}, {"type": "literal", "value": "x", "xml:lang": "e n"},
    {"value": "x"}, None,
)  # fmt: skip
GOOD = ({"type": "uri", "value": "urn:a"}, {"type": "literal", "value": "x", "xml:lang": ""})
QUERY = "SELECT ?s FROM <urn:g> { ?s ?p ?o }"


def answer(*terms: object) -> bytes:
    """An answer with a row for each term."""
    rows = [{"s": term} for term in terms]
    return json.dumps({"head": {"vars": ["s"]}, "results": {"bindings": rows}}).encode()


@contextmanager
def answering(said: bytes) -> Iterator[str]:
    """The address of a server that answers every question alike."""

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            self.rfile.read(int(self.headers["Content-Length"]))
            self.send_response(200)
            self.end_headers()
            self.wfile.write(said)

        def log_message(self, *_: object) -> None:
            pass

    with ThreadingHTTPServer(("127.0.0.1", 0), Handler) as server:
        threading.Thread(target=server.serve_forever, args=(0.01,), daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}/"
        server.shutdown()


@pytest.mark.parametrize("odd", [*((term,) for term in ODD), ODD])
def test_rows_that_are_none_are_left_out_and_said(odd: tuple[object, ...]) -> None:
    with answering(answer(GOOD[0], *odd, GOOD[1])) as address:
        done = CliRunner().invoke(main, ["--graph", address, "sparql", QUERY, "--format", "csv"])
        with pytest.warns(IncompleteAnswer, match=f"left out {len(odd)} rows that are no RDF"):
            rows = gcm_kg.open(address).sparql(QUERY).rows
    assert done.exit_code == 0
    assert done.stdout.splitlines() == ["s", "urn:a", "x"]
    assert done.stderr.startswith(f"gcm-kg: {address}: left out {len(odd)} rows")
    assert done.stderr.count("\n") == 1
    assert [row["s"] for row in rows] == ["urn:a", "x"]


def test_an_answer_of_which_no_row_can_be_used_is_refused() -> None:
    with (
        answering(answer(*ODD)) as address,
        pytest.raises(InputError, match="expected a whole answer of a SPARQL endpoint"),
    ):
        gcm_kg.open(address).sparql(QUERY)


@given(st.binary(max_size=60) | st.text(alphabet='{}[]":,headrsultbindingsv', max_size=60))
def test_what_is_no_answer_is_refused_and_never_made_one(text: bytes | str) -> None:
    content = text if isinstance(text, bytes) else text.encode()
    with suppress(SyntaxError):
        assert usable(content) == (content, [])
