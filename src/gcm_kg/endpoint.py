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
from typing import IO

from pyoxigraph import (
    BlankNode, Literal, NamedNode, QueryResultsFormat, QuerySolutions, parse_query_results,
)  # fmt: skip

from gcm_kg.errors import InputError, shown
from gcm_kg.iris import OWL, RDF, RDFS, SKOS
from gcm_kg.target import XL, use_of

LARGEST_ANSWER = 200_000_000
"""Bytes of one answer."""
CHUNK = 1 << 16
PAGE, SMALLEST_PAGE = 10_000, 500
"""Rows that are asked for at once: what the strictest of the common servers gives."""
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
    """What an endpoint gave: a file of N-Triples, how many rows, and what went wrong, if anything."""

    path: Path
    rows: int
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
            for line in reading.statements(sorted(languages)):
                file.write(line)
                rows += 1
        except EndpointError as error:
            problem = str(error)
    if problem and not rows:
        advice = "check the address, or try later; a file has to be downloaded first"
        raise InputError(shown(url), "answers of a SPARQL endpoint", problem, advice)
    return Spool(path, rows, problem)


class _Reading:
    """Asks one endpoint until a deadline (of the monotonic clock, in seconds)."""

    def __init__(self, url: str, deadline: float) -> None:
        self.url, self.deadline = url, deadline
        self.opener = urllib.request.build_opener(_SameHost)

    def statements(self, languages: list[str]) -> Iterator[str]:
        """Lines of N-Triples, in the order of their subjects."""
        pattern = "?s ?p ?o"
        try:
            found = list(self._rows("SELECT DISTINCT ?p WHERE { ?s ?p ?o }"))
            if not found:
                pattern = "GRAPH ?g { ?s ?p ?o }"
                found = list(self._rows(f"SELECT DISTINCT ?p WHERE {{ {pattern} }}"))
            properties = [row[0] for row in found if _wanted(row[0])]
        except _Slow:
            properties = list(USUAL)
        if properties:
            yield from self._pages(_query(pattern, properties, languages))

    def _pages(self, query: str) -> Iterator[str]:
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
                rows = self._rows(query % (Literal(last), size))
                return [(_iri(s), f"{s} {p} {o} .\n") for s, p, o in rows], size
            except (_Slow, _Failed):
                if size // 4 < SMALLEST_PAGE:
                    raise
                size //= 4

    def _rows(self, query: str) -> Iterator[tuple[NamedNode | BlankNode | Literal, ...]]:
        answer = self._ask(query)
        try:
            results = parse_query_results(answer, format=QueryResultsFormat.JSON)
            if isinstance(results, QuerySolutions):
                rows = [tuple(solution) for solution in results]
            else:
                rows = []
        except (SyntaxError, ValueError) as error:
            start = answer[:200].lstrip().decode("utf-8", "replace")
            what = "a page of HTML" if start.startswith("<") else f"broken JSON ({error})"
            raise EndpointError(what) from None
        yield from rows  # type: ignore[misc]

    def _ask(self, query: str) -> bytes:
        left = self.deadline - time.monotonic()
        if left <= 0:
            raise EndpointError("that the time was over")
        headers = {"Accept": "application/sparql-results+json", "User-Agent": AGENT}
        data = urllib.parse.urlencode({"query": query}).encode()
        try:
            request = urllib.request.Request(self.url, data=data, headers=headers)
            with self.opener.open(request, timeout=min(left, ONE_ANSWER)) as response:
                return self._read(response)
        except urllib.error.HTTPError as error:
            raise _failure(error) from None
        except TimeoutError:
            raise _Slow("no answer in time") from None
        except urllib.error.URLError as error:
            if isinstance(error.reason, TimeoutError):
                raise _Slow("no answer in time") from None
            raise EndpointError(f"no connection ({error.reason})") from None
        except (OSError, http.client.HTTPException, ValueError) as error:
            raise EndpointError(f"a broken answer ({error or type(error).__name__})") from None

    def _read(self, response: IO[bytes]) -> bytes:
        """The whole answer, within the time and the size that one may have."""
        end = min(self.deadline, time.monotonic() + ONE_ANSWER)
        pieces, size = [], 0
        while piece := response.read(CHUNK):
            pieces.append(piece)
            size += len(piece)
            if size > LARGEST_ANSWER:
                raise EndpointError(f"an answer of more than {LARGEST_ANSWER:,} bytes")
            if time.monotonic() > end:
                raise _Slow("no end of an answer in time")
        return b"".join(pieces)


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


def _query(pattern: str, properties: list[object], languages: list[str]) -> str:
    """The question for a page, with places for the first subject and the number of rows."""
    spoken = " || ".join(f'LANGMATCHES(LANG(?o), "{language}")' for language in languages)
    values = " ".join(map(str, properties))
    return (
        f"SELECT DISTINCT ?s ?p ?o WHERE {{ VALUES ?p {{ {values} }} {pattern}"
        f' FILTER(ISIRI(?s) && !ISBLANK(?o)) FILTER(LANG(?o) = "" || !ISLITERAL(?o) || {spoken})'
    ).replace("%", "%%") + " FILTER(STR(?s) >= %s) } ORDER BY STR(?s) ?p ?o LIMIT %d"
