"""Reads what names and identifies things from a SPARQL endpoint, page by page, into a file.

The address is one that a user gave; no other host is asked. An endpoint that fails half-way leaves
what it gave before: the caller says so.
"""

from __future__ import annotations

import http.client
import time
import urllib.error
import urllib.parse
import urllib.request
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import IO, Any

from pyoxigraph import (
    Literal, NamedNode, QueryResultsFormat, QuerySolutions, parse_query_results,
)  # fmt: skip

from gcm_kg.errors import InputError, shown
from gcm_kg.iris import OWL, RDF, RDFS, SKOS
from gcm_kg.target import XL, use_of

LARGEST_ANSWER = 1_000_000_000
"""Bytes of one answer."""
CHUNK = 1 << 16
PAGE, SMALLEST_PAGE = 40_000, 500
"""Rows of a page, and of the smallest that is tried. A server that gives fewer is not at its end."""
MOST_AT_ONCE = 5_000_000
"""Rows that are asked for without pages."""
COLUMNS = "?s ?p ?o"
ONE_ANSWER = 60.0
"""Seconds within which an answer has to come, however long the whole may take."""
AGENT = "gcm-kg (link; SPARQL client)"
USUAL = tuple(
    NamedNode(iri)
    for iri in (
        SKOS + "prefLabel", SKOS + "altLabel", RDFS + "label", "http://schema.org/name",
        "https://schema.org/name", "http://purl.org/dc/terms/title",
        "http://purl.org/dc/terms/identifier", SKOS + "notation", SKOS + "exactMatch",
        SKOS + "closeMatch", OWL + "sameAs", SKOS + "broader", SKOS + "inScheme", RDF + "type",
    )
)  # fmt: skip
"""What is asked for where a server cannot say which properties it has."""


class EndpointError(Exception):
    """What went wrong with one request, as words for a message."""


@dataclass(frozen=True, slots=True)
class Spool:
    """What an endpoint gave, as a file of N-Triples, and what went wrong, if anything."""

    path: Path
    problem: str = ""


class _SameHost(urllib.request.HTTPRedirectHandler):
    """Follows a redirection on the same host, with the same question."""

    def redirect_request(
        self, req: urllib.request.Request, fp: IO[bytes], code: int, msg: str,
        headers: http.client.HTTPMessage, newurl: str,
    ) -> urllib.request.Request | None:  # fmt: skip
        old, new = (urllib.parse.urlsplit(url) for url in (req.full_url, newurl))
        if new.scheme not in ("http", "https") or new.hostname != old.hostname:
            raise EndpointError(f"a redirection to {shown(newurl)}")
        return urllib.request.Request(newurl, data=req.data, headers=dict(req.header_items()))


def is_endpoint(target: str) -> bool:
    """Whether a target is an address rather than a path."""
    return target.lower().startswith(("http://", "https://"))


def spooled(url: str, folder: Path, languages: Iterable[str], seconds: float) -> Spool:
    """Puts what an endpoint says that names, identifies, links and classes things into a file.

    Only names in the given languages, or in none, are asked for. ``seconds`` bounds the whole.
    Raises InputError if the endpoint gives nothing at all.
    """
    reading = _Reading(url, time.monotonic() + seconds)
    path, rows, problem = folder / "target.nt", 0, ""
    with path.open("w", encoding="utf-8") as file:
        try:
            query = reading.query(sorted(languages))
            if query and not reading.whole(query, file):
                file.seek(0)
                file.truncate()
                for line in reading.pages(query):
                    file.write(line)
        except EndpointError as error:
            problem = str(error)
        rows = file.tell()
    if problem and not rows:
        advice = "check the address, or try later; a file has to be downloaded first"
        raise InputError(shown(url), "answers of a SPARQL endpoint", problem, advice)
    return Spool(path, problem)


class _Reading:
    """Asks one endpoint until a deadline (of the monotonic clock, in seconds)."""

    def __init__(self, url: str, deadline: float) -> None:
        self.url, self.deadline = url, deadline
        self.opener = urllib.request.build_opener(_SameHost)

    def query(self, languages: list[str]) -> str:
        """The question for all that is wanted of what the endpoint has; "" if it has nothing."""
        pattern = "?s ?p ?o"
        try:
            found = list(self._rows("SELECT DISTINCT ?p WHERE { ?s ?p ?o }"))
            if not found:
                pattern = "GRAPH ?g { ?s ?p ?o }"
                found = list(self._rows(f"SELECT DISTINCT ?p WHERE {{ {pattern} }}"))
            properties = [row[0] for row in found if _wanted(row[0])]
        except (_Slow, _Failed):
            properties = list(USUAL)
        return _pattern(pattern, properties, languages) if properties else ""

    def whole(self, query: str, file: IO[str]) -> bool:
        """Puts the answer to the whole question into a file; whether it is all that there is.

        Many servers cut answers off without a word, so the rows are counted first. What a server
        cannot give at once, it may give in pages.
        """
        try:
            counted = list(self._rows(f"SELECT (COUNT(*) AS ?n) WHERE {{ {query} }}"))
            number = int(counted[0][0].value) if counted else 0
            if number > MOST_AT_ONCE:
                return False
            rows = 0
            for rows, (s, p, o) in enumerate(self._rows(f"SELECT {COLUMNS} {{ {query} }}"), 1):
                file.write(f"{s} {p} {o} .\n")
        except (EndpointError, ValueError):
            return False
        return rows == number

    def pages(self, query: str) -> Iterator[str]:
        """All pages; each begins with the subject with which the one before it ended."""
        last, seen, size = "", set[str](), PAGE
        while True:
            page, size = self._page(query, last, size)
            if last and (not page or page[0][0] != last):
                raise EndpointError("pages that do not follow on from each other")
            fresh = [line for subject, line in page if subject != last or line not in seen]
            yield from fresh
            if not fresh:
                return
            if page[-1][0] == last:
                raise EndpointError(f"more about {shown(last)} than one page holds")
            last = page[-1][0]
            seen = {line for subject, line in page if subject == last}

    def _page(self, query: str, last: str, size: int) -> tuple[list[tuple[str, str]], int]:
        """A page and the size with which it was got: a smaller one where a larger one failed."""
        while True:
            try:
                after = f"FILTER(STR(?s) >= {Literal(last)})" if last else ""
                ordered = f"ORDER BY STR(?s) LIMIT {size}"
                rows = self._rows(f"SELECT {COLUMNS} {{ {query} {after} }} {ordered}")
                return [(_iri(s), f"{s} {p} {o} .\n") for s, p, o in rows], size
            except (_Slow, _Failed):
                if size // 4 < SMALLEST_PAGE:
                    raise
                size //= 4

    def _rows(self, query: str) -> Iterator[Any]:
        """The rows of an answer, as they come."""
        with self._asked(query) as answer:
            try:
                results = parse_query_results(answer, format=QueryResultsFormat.JSON)
                if not isinstance(results, QuerySolutions):
                    raise EndpointError("an answer to another question")
                yield from results
            except (SyntaxError, ValueError) as error:
                html = answer.start.lstrip().startswith(b"<")
                what = "a page of HTML" if html else f"broken JSON ({error})"
                raise EndpointError(what) from None
            except TimeoutError:
                raise _Slow("no end of an answer in time") from None
            except (OSError, http.client.HTTPException) as error:
                raise EndpointError(f"a broken answer ({error or type(error).__name__})") from None

    def _asked(self, query: str) -> _Answer:
        left = self.deadline - time.monotonic()
        if left <= 0:
            raise EndpointError("that the time was over")
        wait = min(left, ONE_ANSWER)
        headers = {"Accept": "application/sparql-results+json", "User-Agent": AGENT}
        data = urllib.parse.urlencode({"query": query}).encode()
        try:
            request = urllib.request.Request(self.url, data=data, headers=headers)
            return _Answer(self.opener.open(request, timeout=wait), time.monotonic() + wait)
        except urllib.error.HTTPError as error:
            raise _failure(error) from None
        except urllib.error.URLError as error:
            if isinstance(error.reason, TimeoutError):
                raise _Slow("no answer in time") from None
            raise EndpointError(f"no connection ({error.reason})") from None
        except TimeoutError:
            raise _Slow("no answer in time") from None
        except (OSError, http.client.HTTPException, ValueError) as error:
            raise EndpointError(f"a broken answer ({error or type(error).__name__})") from None


class _Answer:
    """What a server sends, until a deadline, and up to a size; ``start`` is its beginning."""

    def __init__(self, response: IO[bytes], deadline: float) -> None:
        self.response, self.deadline = response, deadline
        self.start, self.size = b"", 0

    def __enter__(self) -> _Answer:
        return self

    def __exit__(self, *_: object) -> None:
        self.response.close()

    def read(self, size: int = CHUNK) -> bytes:
        """The next bytes. Raises TimeoutError after the deadline, ValueError for too many."""
        if time.monotonic() > self.deadline:
            raise TimeoutError
        piece = self.response.read(min(size, CHUNK)) if size > 0 else self.response.read(CHUNK)
        self.start = self.start or piece[:200]
        self.size += len(piece)
        if self.size > LARGEST_ANSWER:
            raise ValueError(f"more than {LARGEST_ANSWER:,} bytes")
        return piece


class _Slow(EndpointError):
    """An answer that did not come in time: less at once may."""


class _Failed(EndpointError):
    """An error of the server: less at once may go well."""


def _failure(error: urllib.error.HTTPError) -> EndpointError:
    if error.code in (301, 302, 303, 307, 308):
        return EndpointError("redirections without end")
    kind = _Failed if error.code >= 500 else EndpointError
    return kind(f"HTTP {error.code} {error.reason}")


def _iri(term: object) -> str:
    return term.value if isinstance(term, NamedNode) else str(term)


def _wanted(term: object) -> bool:
    return isinstance(term, NamedNode) and bool(use_of(term.value) or term.value.startswith(XL))


def _pattern(pattern: str, properties: list[object], languages: list[str]) -> str:
    """The pattern of all wanted statements about IRIs, with names in some languages alone."""
    spoken = " || ".join(f'LANGMATCHES(LANG(?o), "{language}")' for language in languages)
    values = " ".join(map(str, properties))
    return (
        f"VALUES ?p {{ {values} }} {pattern} FILTER(ISIRI(?s) && !ISBLANK(?o))"
        f' FILTER(!ISLITERAL(?o) || LANG(?o) = "" || {spoken})'
    )
