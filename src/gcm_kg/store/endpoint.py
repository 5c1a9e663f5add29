"""A graph at a SPARQL endpoint of others, asked as our own store is."""

from __future__ import annotations

import time
from collections.abc import Iterator
from functools import cached_property
from typing import TYPE_CHECKING, cast

from pyoxigraph import (
    DefaultGraph,
    NamedNode,
    Quad,
    QueryResultsFormat,
    QuerySolution,
    QuerySolutions,
    RdfFormat,
    Triple,
    parse,
    parse_query_results,
)

from gcm_kg.errors import InputError
from gcm_kg.rdf.namespaces import WRITTEN
from gcm_kg.rdf.sparql import declared, form, words
from gcm_kg.store.graph import Graph, Result, Term
from gcm_kg.store.remote import Endpoint, EndpointError

if TYPE_CHECKING:
    import rdflib

PAGE = 10_000
"""Rows that are asked for at once; a server may give fewer, and have more."""
MOST_AT_ONCE = 500_000
"""Rows that are asked for without pages."""
SECONDS = 60.0
"""Within which each answer has to come."""
APART = "ASK { { SELECT * { GRAPH ?g { ?s ?p ?o } } LIMIT 1 } FILTER NOT EXISTS { ?s ?p ?o } }"
"""Whether the default graph of a server leaves out what its named graphs hold."""


class RemoteGraph(Graph):
    """A graph at an endpoint of SPARQL 1.1. Each question is one request, but for whole graphs,
    which are read page by page."""

    def __init__(self, address: str, seconds: float = SECONDS) -> None:
        self.where, self.seconds = address, seconds

    def query(self, sparql: str) -> Result:
        dataset = [] if "FROM" in words(sparql) else self._dataset
        return self._asked(declared(sparql, WRITTEN), dataset)

    def _asked(self, sparql: str, dataset: list[tuple[str, str]]) -> Result:
        is_graph = form(sparql) in ("CONSTRUCT", "DESCRIBE")
        kind = RdfFormat.N_TRIPLES if is_graph else QueryResultsFormat.JSON
        try:
            endpoint = Endpoint(self.where, time.monotonic() + self.seconds)
            with endpoint.answer(sparql, kind.media_type, dataset) as answer:
                content = answer.whole()
        except EndpointError as error:
            advice = "correct the query, or try later"
            raise InputError(self.where, "an answer of the endpoint", str(error), advice) from None
        return self._parsed(content, is_graph=is_graph)

    def _parsed(self, content: bytes, *, is_graph: bool) -> Result:
        try:
            if is_graph:
                quads = list(parse(content, format=RdfFormat.N_TRIPLES))
                return iter([quad.triple for quad in quads])
            results = parse_query_results(content, format=QueryResultsFormat.JSON)
        except (SyntaxError, ValueError) as error:
            expected, advice = "an answer of a SPARQL endpoint", "check the address"
            raise InputError(self.where, expected, str(error), advice) from None
        return results

    @cached_property
    def _dataset(self) -> list[tuple[str, str]]:
        """Parameters that make the named graphs the default one together, where a server does not
        do so by itself (SPARQL 1.1 Protocol, section 2.1.4)."""
        if not bool(self._asked(APART, [])):
            return []
        kinds = ("default-graph-uri", "named-graph-uri")
        return [(kind, graph) for graph in self.named_graphs() for kind in kinds]

    def named_graphs(self) -> list[str]:
        rows = self._select("SELECT DISTINCT ?g { GRAPH ?g { ?s ?p ?o } }")
        return sorted(row["g"].value for row in rows)

    def triples(
        self, subject: Term | None, predicate: NamedNode | None, value: Term | None
    ) -> Iterator[Triple]:
        given = (subject, predicate, value)
        terms = [f"?{name}" if t is None else str(t) for name, t in zip("spo", given, strict=True)]
        pattern = " ".join(terms)
        return self.construct(f"CONSTRUCT {{ {pattern} }} WHERE {{ {pattern} }}")

    def quads(self, graph: str | None = None) -> Iterator[Quad]:
        if graph is not None:
            node = NamedNode(graph)
            for row in self._rows(f"GRAPH {node} {{ ?s ?p ?o }}"):
                yield Quad(row["s"], row["p"], row["o"], node)
            return
        names = self.named_graphs()
        for name in names:
            yield from self.quads(name)
        for row in () if names else self._rows("?s ?p ?o"):
            yield Quad(row["s"], row["p"], row["o"], DefaultGraph())

    def _rows(self, pattern: str) -> Iterator[QuerySolution]:
        """All rows of a pattern: at once, where the server gives as many as it counts; else page by
        page, since many servers cut an answer off without a word."""
        (counted,) = self._select(f"SELECT (COUNT(*) AS ?n) {{ {pattern} }}")
        number = int(counted["n"].value)
        if number <= MOST_AT_ONCE:
            rows = self._select(f"SELECT ?s ?p ?o {{ {pattern} }}")
            if len(rows) == number:
                yield from rows
                return
        place = 0
        while place < number:
            page = f"ORDER BY ?s ?p ?o LIMIT {PAGE} OFFSET {place}"
            rows = self._select(f"SELECT ?s ?p ?o {{ {pattern} }} {page}")
            if not rows:
                found, advice = f"{place:,} of {number:,} rows", "try later"
                raise InputError(self.where, "all rows of a graph", found, advice)
            yield from rows
            place += len(rows)

    def _select(self, sparql: str) -> list[QuerySolution]:
        return list(cast(QuerySolutions, self._asked(sparql, [])))

    def dataset(self) -> rdflib.Dataset:
        import rdflib
        from rdflib.plugins.stores.sparqlstore import SPARQLStore

        return rdflib.Dataset(store=SPARQLStore(self.where), default_union=True)
