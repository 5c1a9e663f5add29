"""A deadline holds wherever in its answer a server is slow."""

from __future__ import annotations

import socket
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from urllib.parse import urlsplit

import pytest

from gcm_kg.store.remote import Endpoint, EndpointError, Slow, _same_server

BODY = b'{"head":{"vars":["s"]},"results":{"bindings":[]}}'
HEAD = b"HTTP/1.1 200 OK\r\nContent-Type: application/sparql-results+json\r\n"


@contextmanager
def dripping(quickly: bytes, slowly: bytes) -> Iterator[str]:
    """The address of a server that sends some bytes at once, and others one by one."""
    end = threading.Event()

    def serve() -> None:
        with suppress(OSError):
            connected, _ = listening.accept()
            connected.recv(65536)
            connected.sendall(quickly)
            for byte in slowly * 1_000:
                if end.wait(0.02):
                    break
                connected.sendall(bytes([byte]))
            end.wait(5)
            connected.close()

    with socket.create_server(("127.0.0.1", 0)) as listening:
        thread = threading.Thread(target=serve, daemon=True)
        thread.start()
        yield f"http://127.0.0.1:{listening.getsockname()[1]}/sparql"
        end.set()


@pytest.mark.parametrize(
    ("quickly", "slowly"),
    [
        (b"", b"HTTP/1.1 200 OK "),
        (HEAD, b"X-Header: x"),
        (b"HTTP/1.1 100 Continue\r\n\r\n", b"HTTP/1.1 100 Continue\r\n\r\n"),
        (HEAD + b"Transfer-Encoding: chunked\r\n\r\n", b"0"),
        (HEAD + b'Transfer-Encoding: chunked\r\n\r\n5\r\n{"hea\r\n0\r\n', b"X-Trailer: x"),
        (HEAD + b"Content-Length: 90000\r\n\r\n" + BODY[:9], b" "),
    ],
    ids=["status", "header", "continue", "chunk", "trailer", "body"],
)
def test_a_server_that_drips_is_given_up(quickly: bytes, slowly: bytes) -> None:
    with dripping(quickly, slowly) as url, pytest.raises(EndpointError) as error:
        list(Endpoint(url, time.monotonic() + 0.3).rows("SELECT ?s {}"))
    assert isinstance(error.value, Slow)


def test_an_answer_that_is_there_is_read() -> None:
    whole = HEAD + b"Content-Length: %d\r\n\r\n" % len(BODY) + BODY
    with dripping(whole, b"") as url:
        assert list(Endpoint(url, time.monotonic() + 20).rows("SELECT ?s {}")) == []


def test_terms_that_lie_too_deep_in_each_other_are_refused() -> None:
    deep = b'{"type":"triple","value":{"subject":' * 5_000
    body = b'{"head":{"vars":["s"]},"results":{"bindings":[{"s":' + deep
    whole = HEAD + b"Content-Length: %d\r\n\r\n" % len(body) + body
    with dripping(whole, b"") as url, pytest.raises(EndpointError, match="too deeply"):
        list(Endpoint(url, time.monotonic() + 20).rows("SELECT ?s {}"))


@pytest.mark.parametrize(
    ("old", "new", "same"),
    [
        ("http://e/a", "http://e/b", True),
        ("http://e/a", "http://e:80/b", True),
        ("http://e/a", "https://e/b", True),
        ("http://e/a", "http://e:8080/b", False),
        ("http://e:8080/a", "https://e/b", False),
        ("https://e/a", "http://e/b", False),
        ("http://e/a", "ftp://e/b", False),
    ],
)
def test_a_redirection_stays_with_the_server(old: str, new: str, same: bool) -> None:
    assert _same_server(urlsplit(old), urlsplit(new)) is same
