"""Reads what names and identifies things from a SPARQL endpoint, page by page, into a file.

The address is one that a user gave; no other host is asked. An endpoint that fails half-way leaves
what it gave before: the caller says so.
"""

from __future__ import annotations

import time
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import IO

from pyoxigraph import Literal, NamedNode

from gcm_kg.errors import InputError, shown
from gcm_kg.linking.candidates import node
from gcm_kg.linking.predicates import XL, use_of
from gcm_kg.rdf.namespaces import OWL, RDF, RDFS, SKOS
from gcm_kg.store.odd_rows import OddRow, said_of
from gcm_kg.store.remote import Endpoint, EndpointError, Failed, Slow

PAGE, SMALLEST_PAGE = 40_000, 500
"""Rows of a page, and of the smallest that is tried. A server that gives fewer may have more."""
PART = 0.25
"""The share of the time in which a server may say what its named graphs hold alone."""
MOST_AT_ONCE = 5_000_000
"""Rows that are asked for without pages."""
COLUMNS = "?s ?p ?o"
DEFAULT, NAMED = "?s ?p ?o", "GRAPH ?g { ?s ?p ?o }"
"""What the default graph says, and what the named ones do."""
BOTH = f"{{ {DEFAULT} }} UNION {{ {NAMED} }}"
UNREAD = "named graphs not read: the endpoint does not say what they hold"
USUAL = tuple(
    NamedNode(iri)
    for iri in (
        SKOS + "prefLabel", SKOS + "altLabel", RDFS + "label", "http://schema.org/name",
        "https://schema.org/name", "http://purl.org/dc/terms/title",
        "http://purl.org/dc/terms/identifier", SKOS + "notation", SKOS + "exactMatch",
        SKOS + "closeMatch", OWL + "sameAs", SKOS + "broader", SKOS + "inScheme", RDF + "type",
        OWL + "deprecated",
    )
)  # fmt: skip
"""What is asked for where a server cannot say which properties it has."""


@dataclass(frozen=True, slots=True)
class Spool:
    """What an endpoint gave, as a file of N-Triples, and what went wrong, if anything.

    ``note`` is what was left out although nothing went wrong.
    """

    path: Path
    problem: str = ""
    note: str = ""


def spooled(url: str, folder: Path, languages: Iterable[str], seconds: float) -> Spool:
    """Puts what an endpoint says that names, identifies, links and classes things into a file.

    Only names in the given languages, or in none, are asked for. ``seconds`` bounds the whole.
    Raises InputError if the endpoint gives nothing at all.
    """
    reading = _Reading(Endpoint(url, time.monotonic() + seconds))
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
        raise InputError(url, "answers of a SPARQL endpoint", problem, advice)
    return Spool(path, problem, reading.said())


class _Reading:
    """Reads one endpoint."""

    def __init__(self, endpoint: Endpoint) -> None:
        self.endpoint = endpoint
        self.note = ""
        self.odd: dict[OddRow, None] = {}  # each once: pages overlap

    def said(self) -> str:
        """What was left out although nothing went wrong."""
        odd = str(said_of(self.odd)) if self.odd else ""
        return "; ".join(filter(None, (self.note, odd)))

    def query(self, languages: list[str]) -> str:
        """The question for all that is wanted of what the endpoint has; "" if it has nothing."""
        pattern = DEFAULT
        try:
            properties = self._properties(DEFAULT)
            if not properties:
                pattern, properties = NAMED, self._properties(NAMED)
            elif named := self._only_named():
                pattern, properties = BOTH, list(dict.fromkeys([*properties, *named]))
        except (Slow, Failed):
            properties, self.note = list(USUAL), UNREAD
        if not properties:
            return ""
        wanted = _pattern(pattern, properties, languages)
        return wanted if pattern == DEFAULT else f"{{ SELECT DISTINCT {COLUMNS} {{ {wanted} }} }}"

    def _properties(self, pattern: str) -> list[object]:
        """The wanted properties of what a pattern matches."""
        found = self.endpoint.rows(f"SELECT DISTINCT ?p WHERE {{ {pattern} }}")
        return [row[0] for row in found if _wanted(row[0])]

    def _only_named(self) -> list[object]:
        """The wanted properties of what named graphs say and the default graph does not.

        Many servers give all graphs as the default one: these have none, and are asked for each
        statement once. A server may take a part of the time to say so.
        """
        part = Endpoint(self.endpoint.url, self.endpoint.share(PART))
        try:
            pattern = f"{NAMED} FILTER NOT EXISTS {{ {DEFAULT} }}"
            found = part.rows(f"SELECT DISTINCT ?p WHERE {{ {pattern} }}")
            return [row[0] for row in found if _wanted(row[0])]
        except EndpointError:
            self.note = UNREAD
            return []

    def whole(self, query: str, file: IO[str]) -> bool:
        """Puts the answer to the whole question into a file; whether it is all that there is.

        Many servers cut answers off without a word, so the rows are counted first. What a server
        cannot give at once, it may give in pages.
        """
        try:
            counted = list(self.endpoint.rows(f"SELECT (COUNT(*) AS ?n) WHERE {{ {query} }}"))
            number = int(counted[0][0].value) if counted else 0
            if number > MOST_AT_ONCE:
                return False
            rows = 0
            for s, p, o in self.endpoint.rows(f"SELECT {COLUMNS} {{ {query} }}"):
                file.write(f"{s} {p} {o} .\n")
                rows += 1
        except (EndpointError, ValueError):
            return False
        return rows == number

    def pages(self, query: str) -> Iterator[str]:
        """All pages; each begins with the subject with which the one before it ended."""
        last, seen, size = "", set[str](), PAGE
        while True:
            page, number, size = self._page(query, last, size)
            if last and (not page or page[0][0] != last):
                raise EndpointError("pages that do not follow on from each other")
            fresh = [line for subject, line in page if subject != last or line not in seen]
            yield from fresh
            if not fresh:
                if number >= size or (last and self._beyond(query, last)):
                    raise EndpointError(f"more about {shown(last)} than one page holds")
                return
            last = page[-1][0]
            seen = {line for subject, line in page if subject == last}

    def _beyond(self, query: str, last: str) -> bool:
        """Whether there are subjects behind the last one."""
        after = f"FILTER(STR(?s) > {Literal(last)})"
        return bool(list(self.endpoint.rows(f"SELECT {COLUMNS} {{ {query} {after} }} LIMIT 1")))

    def _page(self, query: str, last: str, size: int) -> tuple[list[tuple[str, str]], int, int]:
        """A page, how many rows the server gave, some of which may be left out, and the size with
        which it was got: a smaller one where a larger one failed."""
        while True:
            try:
                after = f"FILTER(STR(?s) >= {Literal(last)})" if last else ""
                ordered = f"ORDER BY STR(?s) LIMIT {size}"
                page = f"SELECT {COLUMNS} {{ {query} {after} }} {ordered}"
                rows, odd = self.endpoint.usable_rows(page)
                self.odd.update(dict.fromkeys(odd))
                found = [(node(s), f"{s} {p} {o} .\n") for s, p, o in rows]
                return found, len(rows) + len(odd), size
            except (Slow, Failed):
                if size // 4 < SMALLEST_PAGE:
                    raise
                size //= 4


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
