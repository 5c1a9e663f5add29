"""The server's front: methods, limits, caching, headers, log. What it answers, workers make."""

from __future__ import annotations

import asyncio
import json
import re
import sys
import time
from collections import Counter, OrderedDict
from collections.abc import Awaitable, Callable, MutableMapping
from dataclasses import replace
from hashlib import blake2b
from typing import Any

from gcm_kg.serving.messages import Refused, Request, Response, decoded_path
from gcm_kg.serving.routes import methods
from gcm_kg.serving.workers import Workers

Scope = MutableMapping[str, Any]
Receive = Callable[[], Awaitable[MutableMapping[str, Any]]]
Send = Callable[[MutableMapping[str, Any]], Awaitable[None]]
LONGEST_BODY = 1_000_000
"""Bytes of what is sent."""
LONGEST_ADDRESS = 60_000
"""Bytes of a path with its query string."""
CACHE = 64_000_000
"""Bytes of answers that are kept."""
LARGEST_KEPT = 4_000_000
HOST = re.compile(r"[A-Za-z0-9.-]+(:\d{1,5})?|\[[0-9A-Fa-f:.]+\](:\d{1,5})?")
"""What a Host header may hold (RFC 9110, section 7.2)."""
ALWAYS = {
    "Access-Control-Allow-Origin": "*",
    "Access-Control-Expose-Headers": "ETag, Link, Location, Retry-After",
    "Content-Security-Policy": "default-src 'none'; style-src 'self'; img-src 'self' data:;"
    " script-src 'self' 'wasm-unsafe-eval'; connect-src 'self'; form-action 'self';"
    " base-uri 'none'; frame-ancestors 'none'",
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
}
"""The headers of all answers: nothing is run, shown or asked that is not of this server."""


class Cache:
    """Answers by what they depend on, those that were used last, up to a number of bytes."""

    def __init__(self, most: int = CACHE) -> None:
        self._kept: OrderedDict[tuple[object, ...], tuple[Response, str]] = OrderedDict()
        self._most, self._size = most, 0
        self.hits = 0

    def get(self, key: tuple[object, ...]) -> tuple[Response, str] | None:
        """The answer and its entity tag; None where it is not kept."""
        found = self._kept.get(key)
        if found:
            self.hits += 1
            self._kept.move_to_end(key)
        return found

    def put(self, key: tuple[object, ...], response: Response, tag: str) -> None:
        """Keeps an answer."""
        if len(response.body) > LARGEST_KEPT or key in self._kept:
            return
        self._kept[key] = (response, tag)
        self._size += len(response.body) + 1000
        while self._size > self._most:
            _, (oldest, _) = self._kept.popitem(last=False)
            self._size -= len(oldest.body) + 1000


class Application:
    """An ASGI application that has workers answer, and keeps what they said."""

    def __init__(self, workers: Workers, *, log: bool = True, mcp: bool = False) -> None:
        self.workers, self.log, self.mcp, self.cache = workers, log, mcp, Cache()
        self.statuses: Counter[int] = Counter()
        self.seconds = 0.0

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answers one request."""
        if scope["type"] != "http":
            return
        began = time.perf_counter()
        headers = {name.decode("latin-1"): value for name, value in scope["headers"]}
        try:
            response, tag = await self._response(scope, headers, receive)
        except Refused as refused:
            response, tag = refused.response(), ""
        except asyncio.CancelledError:  # it is cut off, as it takes longer than the end may
            line = "the server: it is ending; try again"
            response, tag = Refused(503, line, Retry_After="5").response(), ""
        if tag and _matches(headers.get("if-none-match", b"").decode("latin-1"), tag):
            response = replace(response, status=304, body=b"")
        await _send(response, tag, scope["method"] == "HEAD", send)
        self._note(scope, response, time.perf_counter() - began)

    async def _response(
        self, scope: Scope, headers: dict[str, bytes], receive: Receive
    ) -> tuple[Response, str]:
        raw = scope.get("raw_path") or scope["path"].encode()
        if len(raw) + len(scope["query_string"]) > LONGEST_ADDRESS:
            raise Refused(414, f"the address: expected at most {LONGEST_ADDRESS:,} bytes; use POST")
        root = scope.get("root_path", "").rstrip("/")
        path = decoded_path(raw.decode("latin-1").partition("?")[0]).removeprefix(root) or "/"
        allowed = methods(path)
        if scope["method"] == "OPTIONS":
            return _options(allowed), ""
        if scope["method"] not in allowed:
            raise Refused(405, f"expected {' or '.join(allowed)}", Allow=", ".join(allowed))
        if path == "/mcp":
            self._refuse_agents(headers)
        if path in ("/health", "/metrics"):
            return (self._health() if path == "/health" else self._metrics()), ""
        return await self._asked(_request(scope, path, root, headers, await _body(receive)))

    def _refuse_agents(self, headers: dict[str, bytes]) -> None:
        """Raises Refused where agents are not served, and for pages of other hosts, which must not
        use them unseen (Model Context Protocol, "Security Warning" of its transports)."""
        if not self.mcp:
            raise Refused(404, "/mcp: agents are served with gcm-kg serve --mcp")
        origin = headers.get("origin", b"")
        if origin and origin.partition(b"://")[2] != headers.get("host", b""):
            raise Refused(403, "Origin: expected a page of this server")

    async def _asked(self, request: Request) -> tuple[Response, str]:
        """The answer to a request, kept or new, and its entity tag."""
        sent = (request.content_type, request.body) if request.method == "POST" else ()
        key = (self.workers.digest, *request.key, *sent)
        if kept := self.cache.get(key):
            return kept
        response = await self.workers.answer(request)
        if response.status != 200 or not response.lasting:
            return response, ""
        tag = f'"{blake2b(response.body, digest_size=12).hexdigest()}"'
        self.cache.put(key, response, tag)
        return response, tag

    def _health(self) -> Response:
        text = json.dumps({"status": "ok", "digest": self.workers.digest}) + "\n"
        return Response(text.encode(), "application/json", lasting=False)

    def _metrics(self) -> Response:
        """Counts in Prometheus' text format, version 0.0.4."""
        counts = {
            "cache_hits_total": self.cache.hits,
            "queries_killed_total": self.workers.killed,
            "workers_ended_total": self.workers.ended,
            "request_seconds_total": round(self.seconds, 6),
        }
        lines = ["# TYPE gcm_kg_requests_total counter"]
        lines += [
            f'gcm_kg_requests_total{{status="{status}"}} {count}'
            for status, count in sorted(self.statuses.items())
        ]
        for name, value in counts.items():
            lines += [f"# TYPE gcm_kg_{name} counter", f"gcm_kg_{name} {value}"]
        lines += ["# TYPE gcm_kg_requests_waiting gauge"]
        lines += [f"gcm_kg_requests_waiting {self.workers.waiting}", ""]
        kind = "text/plain; version=0.0.4; charset=utf-8"
        return Response("\n".join(lines).encode(), kind, lasting=False)

    def _note(self, scope: Scope, response: Response, seconds: float) -> None:
        self.statuses[response.status] += 1
        self.seconds += seconds
        if self.log:
            line = {
                "time": time.strftime("%Y-%m-%dT%H:%M:%SZ", time.gmtime()),
                "method": scope["method"],
                "path": scope["path"],
                "status": response.status,
                "bytes": len(response.body),
                "ms": round(seconds * 1000, 1),
            }
            sys.stderr.write(json.dumps(line) + "\n")


def _request(scope: Scope, path: str, root: str, headers: dict[str, bytes], body: bytes) -> Request:
    host = headers.get("host", b"localhost").decode("latin-1")
    if not HOST.fullmatch(host):
        raise Refused(400, "Host: expected a name or an address")
    texts = {name: headers.get(name, b"").decode("latin-1") for name in ("accept", "content-type")}
    return Request(
        "POST" if scope["method"] == "POST" else "GET", path,
        scope["query_string"].decode("latin-1"), texts["accept"], texts["content-type"], body,
        f"{scope['scheme']}://{host}{root}",
    )  # fmt: skip


async def _body(receive: Receive) -> bytes:
    """What is sent with a request. Raises Refused for more than may be."""
    pieces, size, more = [], 0, True
    while more:
        message = await receive()
        pieces.append(message.get("body", b""))
        size += len(pieces[-1])
        more = message.get("more_body", False)
        if size > LONGEST_BODY:
            line = f"the body: expected at most {LONGEST_BODY:,} bytes"
            raise Refused(413, line, Connection="close")
    return b"".join(pieces)


def _options(allowed: tuple[str, ...]) -> Response:
    """What may be asked from pages of other hosts (Fetch Standard, section 3.2)."""
    methods = ", ".join(allowed)
    headers = {
        "Allow": methods,
        "Access-Control-Allow-Methods": methods,
        "Access-Control-Allow-Headers": "Accept, Content-Type, If-None-Match",
        "Access-Control-Max-Age": "86400",
    }
    return Response(status=204, headers=headers, lasting=False)


def _matches(given: str, tag: str) -> bool:
    """Whether a client has the answer already (RFC 9110, section 13.1.2)."""
    tags = [one.strip().removeprefix("W/") for one in given.split(",")]
    return tag in tags or tags == ["*"]


async def _send(response: Response, tag: str, without_body: bool, send: Send) -> None:
    headers = {**ALWAYS, **response.headers}
    if response.status not in (204, 304):
        headers["Content-Type"] = response.content_type
        headers["Content-Length"] = str(len(response.body))
    if tag:
        headers |= {"ETag": tag, "Cache-Control": "public, max-age=0, must-revalidate"}
    elif not response.lasting:
        headers["Cache-Control"] = "no-store"
    raw = [(name.lower().encode(), value.encode("latin-1")) for name, value in headers.items()]
    await send({"type": "http.response.start", "status": response.status, "headers": raw})
    body = b"" if without_body else response.body
    await send({"type": "http.response.body", "body": body})
