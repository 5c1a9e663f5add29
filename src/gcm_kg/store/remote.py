"""The one client of SPARQL endpoints (SPARQL 1.1 Protocol, section 2.1.2: by POST)."""

from __future__ import annotations

import http.client
import time
import urllib.error
import urllib.parse
import urllib.request
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import IO, Any, cast

from pyoxigraph import QueryResultsFormat, QuerySolutions, parse_query_results

from gcm_kg.errors import shown
from gcm_kg.store.odd_rows import OddRow, usable
from gcm_kg.store.watching import Watch, WatchedHttp, WatchedHttps

LARGEST_ANSWER = 1_000_000_000
"""Bytes of one answer."""
CHUNK = 1 << 16
DEEP, MOST_DEEP = b'"triple"', 200
"""What a term of JSON says that holds others, and how deeply objects may lie in each other: deeper
ones end the process that reads them."""
ONE_ANSWER = 60.0
"""Seconds within which an answer has to come, however long the whole may take."""
MOST_SAID = 300
"""Bytes of what a server says of a mistake that are shown."""
AGENT = "gcm-kg (SPARQL client)"


class EndpointError(Exception):
    """What went wrong with one request, as words for a message."""


class Slow(EndpointError):
    """An answer that did not come in time: less at once may."""


class Failed(EndpointError):
    """An error of the server: less at once may go well."""


def _failure(error: urllib.error.HTTPError) -> EndpointError:
    if error.code in (301, 302, 303, 307, 308):
        return EndpointError("redirections that lead to no answer")
    kind = Failed if error.code >= 500 else EndpointError
    body: bytes | str = error.read(MOST_SAID)  # words where urllib gives a password up
    words = body if isinstance(body, str) else body.decode("utf-8", "replace")
    said = " ".join(words.split())
    plain = f": {said}" if said and not said.startswith("<") else ""
    return kind(f"HTTP {error.code} {error.reason}{plain}")


PORTS = {"http": 80, "https": 443}


def _same_server(old: urllib.parse.SplitResult, new: urllib.parse.SplitResult) -> bool:
    """Whether two addresses of a host are of one server: of one port, or the usual ones of http and
    then https."""
    if new.scheme not in PORTS:
        return False
    ports = [one.port or PORTS.get(one.scheme, 0) for one in (old, new)]
    return (old.scheme == new.scheme and ports[0] == ports[1]) or (
        (old.scheme, new.scheme) == ("http", "https") and ports == [80, 443]
    )


class _SameHost(urllib.request.HTTPRedirectHandler):
    """Follows a redirection on the same host, with the same question."""

    def redirect_request(
        self, req: urllib.request.Request, fp: IO[bytes], code: int, msg: str,
        headers: http.client.HTTPMessage, newurl: str,
    ) -> urllib.request.Request | None:  # fmt: skip
        old, new = (urllib.parse.urlsplit(url) for url in (req.full_url, newurl))
        if new.hostname != old.hostname or not _same_server(old, new):
            raise EndpointError(f"a redirection to {shown(newurl)}")
        return urllib.request.Request(newurl, data=req.data, headers=dict(req.header_items()))


class Endpoint:
    """An address that is asked until a deadline (of the monotonic clock, in seconds); no answer may
    take longer than ``longest`` seconds."""

    def __init__(self, url: str, deadline: float, longest: float = ONE_ANSWER) -> None:
        self.url, self.deadline, self.longest = url, deadline, longest

    def share(self, part: float) -> float:
        """The deadline of something that may take a part of the time that is left."""
        now = time.monotonic()
        return now + max(0.0, self.deadline - now) * part

    def rows(self, query: str) -> Iterator[Any]:
        """The rows of an answer, as they come."""
        with self.answer(query, QueryResultsFormat.JSON.media_type) as answer, _reading(answer):
            results = parse_query_results(cast(IO[bytes], answer), format=QueryResultsFormat.JSON)
            if not isinstance(results, QuerySolutions):
                raise EndpointError("an answer to another question")
            yield from results

    def usable_rows(self, query: str) -> tuple[list[Any], list[OddRow]]:
        """The rows of a whole answer that hold terms of RDF, and the others."""
        with self.answer(query, QueryResultsFormat.JSON.media_type) as answer:
            content = answer.whole()
            with _reading(answer):
                content, odd = usable(content)
                results = parse_query_results(content, format=QueryResultsFormat.JSON)
                if not isinstance(results, QuerySolutions):
                    raise EndpointError("an answer to another question")
                return list(results), odd

    def answer(self, query: str, accept: str, dataset: Sequence[tuple[str, str]] = ()) -> Answer:
        """What the server sends in a media type; ``dataset`` are parameters that name graphs
        (SPARQL 1.1 Protocol, section 2.1.4). Raises EndpointError."""
        left = self.deadline - time.monotonic()
        if left <= 0:
            raise EndpointError("that the time was over")
        headers = {"Accept": accept, "User-Agent": AGENT}
        data = urllib.parse.urlencode([("query", query), *dataset]).encode()
        request = request_to(self.url, data, headers, "POST")
        return opened(request, min(left, self.longest), _SameHost())


def request_to(
    url: str, data: bytes | None, headers: dict[str, str], method: str
) -> urllib.request.Request:
    """A request to an address. Raises EndpointError for what is none."""
    try:
        return urllib.request.Request(url, data=data, headers=headers, method=method)
    except ValueError as error:
        raise EndpointError(f"no address ({error})") from None


def opened(
    request: urllib.request.Request, wait: float, *handlers: urllib.request.BaseHandler
) -> Answer:
    """What a server sends within some seconds. Raises EndpointError."""
    watch = Watch(wait)
    opener = urllib.request.build_opener(WatchedHttp(watch), WatchedHttps(watch), *handlers)
    try:
        return Answer(opener.open(request, timeout=wait), time.monotonic() + wait, watch)
    except urllib.error.HTTPError as error:
        raise _failure(error) from None
    except urllib.error.URLError as error:
        if isinstance(error.reason, TimeoutError) or watch.over:
            raise Slow("no answer in time") from None
        raise EndpointError(f"no connection ({error.reason})") from None
    except TimeoutError:
        raise Slow("no answer in time") from None
    except (OSError, http.client.HTTPException, ValueError) as error:
        if watch.over:
            raise Slow("no answer in time") from None
        raise EndpointError(f"a broken answer ({error or type(error).__name__})") from None


@contextmanager
def _reading(answer: Answer) -> Iterator[None]:
    """Raises EndpointError for an answer that breaks off or is none."""
    try:
        yield
    except (SyntaxError, ValueError) as error:
        if answer.watch.over:
            raise Slow("no end of an answer in time") from None
        html = answer.start.lstrip().startswith(b"<")
        raise EndpointError("a page of HTML" if html else f"broken JSON ({error})") from None
    except TimeoutError:
        raise Slow("no end of an answer in time") from None
    except (OSError, http.client.HTTPException) as error:
        if answer.watch.over:
            raise Slow("no end of an answer in time") from None
        raise EndpointError(f"a broken answer ({error or type(error).__name__})") from None


class Answer:
    """What a server sends, until a deadline, and up to a size; ``start`` is its beginning."""

    def __init__(self, response: http.client.HTTPResponse, deadline: float, watch: Watch) -> None:
        self.response, self.deadline, self.watch = response, deadline, watch
        self.start, self.size, self.depth = b"", 0, 0

    def __enter__(self) -> Answer:
        return self

    def __exit__(self, *_: object) -> None:
        self.watch.stop()
        self.response.close()

    def read(self, size: int = CHUNK) -> bytes:
        """The next bytes. Raises TimeoutError after the deadline, ValueError for too many."""
        if time.monotonic() > self.deadline:
            raise TimeoutError
        piece = self.response.read1(min(size, CHUNK) if size > 0 else CHUNK)  # what has come
        self.start = self.start or piece[:200]
        self.size += len(piece)
        if not piece and self.watch.over:
            raise TimeoutError
        if DEEP in piece:
            self.depth += piece.count(b"{") - piece.count(b"}")
            if self.depth > MOST_DEEP:
                raise ValueError("triples that lie in each other too deeply")
        if self.size > LARGEST_ANSWER:
            raise ValueError(f"more than {LARGEST_ANSWER:,} bytes")
        return piece

    def whole(self) -> bytes:
        """All that the server sends. Raises EndpointError for an answer that breaks off."""
        with _reading(self):
            return b"".join(iter(self.read, b""))
