"""A graph at a SPARQL endpoint of others, asked as our own store is."""

from __future__ import annotations

import time
import warnings
from collections import defaultdict
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cached_property
from typing import TYPE_CHECKING, cast

from pyoxigraph import (
    BlankNode,
    DefaultGraph,
    NamedNode,
    Quad,
    QueryBoolean,
    QueryResultsFormat,
    QuerySolution,
    QuerySolutions,
    RdfFormat,
    Triple,
    parse,
    parse_query_results,
)

from gcm_kg.errors import IncompleteAnswer, InputError
from gcm_kg.rdf.namespaces import WRITTEN
from gcm_kg.rdf.sparql import declared, form, words
from gcm_kg.store.graph import CLOSURE, PLACE, Graph, Result, Term, mistake
from gcm_kg.store.odd_rows import said_of, usable
from gcm_kg.store.remote import Endpoint, EndpointError

if TYPE_CHECKING:
    import rdflib

PAGE = 10_000
"""Rows that are asked for at once; a server may give fewer, and have more."""
MOST_AT_ONCE = 500_000
"""Rows that are asked for without pages."""
SECONDS = 60.0
"""Within which an answer has to come, with all that is asked for it."""
SAMPLE, MOST_SAMPLED = 20, 100
"""Triples of a named graph, and named graphs, of which is asked whether the default graph has them
too: a server gives a graph as a part of its default one wholly, or not at all."""
OF_ITS_OWN = "ASK { ?s ?p ?o FILTER NOT EXISTS { GRAPH ?g { ?s ?p ?o } } }"
"""Whether the default graph of a server holds what no named graph does."""


class RemoteGraph(Graph):
    """A graph at an endpoint of SPARQL 1.1. Each question is one request, but for whole graphs,
    which are read page by page."""

    def __init__(self, address: str, seconds: float = SECONDS) -> None:
        self.where, self.seconds = address, seconds
        self._deadline = 0.0

    def query(self, sparql: str) -> Result:
        self._deadline = time.monotonic() + self.seconds
        dataset = [] if "FROM" in words(sparql) else self._dataset
        whole = declared(sparql, WRITTEN)
        content = self._asked(whole, dataset, before=len(whole) - len(sparql))
        if form(sparql) in ("CONSTRUCT", "DESCRIBE"):
            with self._reading():
                quads = list(parse(content, format=RdfFormat.N_TRIPLES))
            return iter([quad.triple for quad in quads])
        return self._results(content, ask=form(sparql) == "ASK")[0]

    def _asked(self, sparql: str, dataset: list[tuple[str, str]], before: int = 0) -> bytes:
        """What the endpoint answers; ``before`` are the characters that we put before a query."""
        is_graph = form(sparql) in ("CONSTRUCT", "DESCRIBE")
        kind = RdfFormat.N_TRIPLES if is_graph else QueryResultsFormat.JSON
        endpoint = Endpoint(self.where, self._deadline, self.seconds)
        try:
            with endpoint.answer(sparql, kind.media_type, dataset) as answer:
                return answer.whole()
        except EndpointError as error:
            if place := PLACE.search(str(error)):
                found = mistake(sparql, str(error)[place.start() :], before)
                raise InputError("the query", "SPARQL 1.1", found, "correct it") from None
            advice = "correct the query, or try later"
            raise InputError(self.where, "an answer of the endpoint", str(error), advice) from None

    def _results(
        self, content: bytes, *, ask: bool = False
    ) -> tuple[QuerySolutions | QueryBoolean, int]:
        """An answer that was read to its end, before a row of it is used, and the number of its
        rows that cannot be used, of which it warns.

        Raises InputError for an answer that is broken, or of another kind.
        """
        with self._reading():
            content, odd = usable(content)
            results = parse_query_results(content, format=QueryResultsFormat.JSON)
            if isinstance(results, QueryBoolean) != ask:
                raise ValueError("an answer to another question")
        if odd:
            warnings.warn(f"{self.where}: {said_of(odd)}", IncompleteAnswer, stacklevel=2)
        return results, len(odd)

    def _rows(self, content: bytes) -> tuple[list[QuerySolution], int]:
        results, odd = self._results(content)
        return list(cast(QuerySolutions, results)), odd

    @contextmanager
    def _reading(self) -> Iterator[None]:
        try:
            yield
        except (SyntaxError, ValueError) as error:
            expected, advice = (
                "a whole answer of a SPARQL endpoint",
                "check the address, or try later",
            )
            raise InputError(self.where, expected, str(error), advice) from None

    @cached_property
    def _dataset(self) -> list[tuple[str, str]]:
        """Parameters that make the named graphs the default one together, where a server does not
        do so by itself (SPARQL 1.1 Protocol, section 2.1.4).

        Raises InputError for a server whose default graph cannot be asked beside them.
        """
        names = self._names()
        if not self._are_apart(names):
            return []
        if self._ask(OF_ITS_OWN):
            found = "one that holds more, and does not hold what named graphs do"
            advice = "let the server give their union, or name graphs by FROM"
            raise InputError(self.where, "a default graph that is empty, or all", found, advice)
        kinds = ("default-graph-uri", "named-graph-uri")
        return [(kind, graph) for graph in names for kind in kinds]

    def _are_apart(self, names: list[str]) -> bool:
        """Whether the default graph leaves out what named graphs hold."""
        samples = (
            f"{{ SELECT * {{ GRAPH {NamedNode(name)} {{ ?s ?p ?o }} }} LIMIT {SAMPLE} }}"
            for name in names[:MOST_SAMPLED]
        )
        union = " UNION ".join(samples)
        return bool(names) and self._ask(f"ASK {{ {union} FILTER NOT EXISTS {{ ?s ?p ?o }} }}")

    def _ask(self, sparql: str) -> bool:
        with self._reading():
            found = parse_query_results(self._asked(sparql, []), format=QueryResultsFormat.JSON)
        return isinstance(found, QueryBoolean) and bool(found)

    def named_graphs(self) -> list[str]:
        self._deadline = time.monotonic() + self.seconds
        return self._names()

    def _names(self) -> list[str]:
        # Virtuoso 7.2 takes a minute for the same by DISTINCT
        rows, _ = self._rows(self._asked("SELECT ?g { GRAPH ?g { ?s ?p ?o } } GROUP BY ?g", []))
        with self._reading():
            if any(row["g"] is None for row in rows):
                raise ValueError("an answer to another question")
        return sorted(row["g"].value for row in rows)

    def triples(
        self, subject: Term | None, predicate: NamedNode | None, value: Term | None
    ) -> Iterator[Triple]:
        given = (subject, predicate, value)
        terms = [f"?{name}" if t is None else str(t) for name, t in zip("spo", given, strict=True)]
        pattern = " ".join(terms)
        stated = f"FILTER NOT EXISTS {{ GRAPH {CLOSURE} {{ {pattern} }} }}"
        return self.construct(f"CONSTRUCT {{ {pattern} }} WHERE {{ {pattern} {stated} }}")

    def quads(self, graph: str | None = None) -> Iterator[Quad]:
        if graph is not None:
            node = NamedNode(graph)
            yield from self._quads(f"GRAPH {node} {{ ?s ?p ?o }}", node)
            return
        names = self.named_graphs()
        for name in names:
            yield from self.quads(name)
        if not names or self._are_apart(names):
            yield from self._quads("?s ?p ?o", DefaultGraph())

    def _quads(self, pattern: str, graph: NamedNode | DefaultGraph) -> Iterator[Quad]:
        """The quads of a pattern: at once, where the server gives as many rows as it counts; else
        page by page, since many servers cut an answer off without a word."""
        ((counted,), _) = self._select(f"SELECT (COUNT(*) AS ?n) {{ {pattern} }}")
        number = int(counted["n"].value)
        if number <= MOST_AT_ONCE:
            rows, odd = self._select(f"SELECT ?s ?p ?o {{ {pattern} }}")
            if len(rows) + odd == number:
                fresh: defaultdict[str, BlankNode] = defaultdict(BlankNode)
                yield from (_quad(row, graph, fresh) for row in rows)
                return
        yield from self._paged(pattern, graph, number)

    def _paged(self, pattern: str, graph: NamedNode | DefaultGraph, number: int) -> Iterator[Quad]:
        place = 0
        while place < number:
            page = f"ORDER BY ?s ?p ?o LIMIT {PAGE} OFFSET {place}"
            rows, odd = self._select(f"SELECT ?s ?p ?o {{ {pattern} }} {page}")
            if not rows or any(isinstance(term, BlankNode) for row in rows for term in row):
                found = f"{place:,} of {number:,} rows" if not rows else "blank nodes on pages"
                advice = "download the graph and give the file"
                raise InputError(self.where, "all rows of a graph", found, advice)
            yield from (_quad(row, graph, defaultdict(BlankNode)) for row in rows)
            place += len(rows) + odd

    def _select(self, sparql: str) -> tuple[list[QuerySolution], int]:
        self._deadline = time.monotonic() + self.seconds
        return self._rows(self._asked(sparql, []))

    def dataset(self) -> rdflib.Dataset:
        advice = "ask by .sparql(), or download the graph and give the file"
        raise InputError(self.where, "a graph on this machine, for rdflib", "an address", advice)


def _quad(
    row: QuerySolution, graph: NamedNode | DefaultGraph, fresh: defaultdict[str, BlankNode]
) -> Quad:
    """The quad of a row; blank nodes get labels that no other answer has given (SPARQL 1.1 Query
    Results JSON, section 3.2.2: a label is one within its document alone)."""
    s, p, o = (fresh[t.value] if isinstance(t, BlankNode) else t for t in row)
    return Quad(s, cast(NamedNode, p), o, graph)
