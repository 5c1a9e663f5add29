"""Writes named graphs into a store of others, by the SPARQL 1.1 Graph Store HTTP Protocol, and
counts what it holds then by the SPARQL endpoint beside it."""

from __future__ import annotations

import time
import urllib.parse
import urllib.request
from collections.abc import Iterable, Iterator
from itertools import islice
from typing import Any

from pyoxigraph import Literal, NamedNode, RdfFormat, Triple, serialize

from gcm_kg.errors import InputError
from gcm_kg.store.authentication import authenticated
from gcm_kg.store.graph import is_address
from gcm_kg.store.remote import AGENT, Endpoint, EndpointError, opened, request_to

AT_ONCE = 20_000
"""Triples of one request: what every store takes."""
SECONDS = 600.0
"""Within which a store has to answer a request."""
BESIDE = {
    "/store": "/query",  # Oxigraph
    "/sparql-graph-crud": "/sparql", "/sparql-graph-crud-auth": "/sparql",  # Virtuoso
    "/data": "/sparql",  # Jena Fuseki
    "/rdf-graphs/service": "",  # RDF4J and GraphDB
}  # fmt: skip
"""How the address of a graph store ends, and that of its SPARQL endpoint then."""
FOUND = RdfFormat.N_TRIPLES


class _Stays(urllib.request.HTTPRedirectHandler):
    """Follows no redirection: what is written is written where it was said."""

    def redirect_request(self, *_: Any) -> None:
        return None


class GraphStore:
    """A store at an address, with the address of its SPARQL endpoint.

    ``user`` is a name and a password, for a server that asks for them (HTTP Basic or Digest).
    Raises InputError for an address whose endpoint is not known.
    """

    def __init__(
        self, address: str, endpoint: str = "", user: tuple[str, str] | None = None
    ) -> None:
        self.address = address.rstrip("/")
        self.endpoint = endpoint or self._beside()
        for given in (self.address, self.endpoint):
            if not is_address(given):
                raise InputError(given, "an address, http://…", "none", "give that of the store")
        self._handlers: list[urllib.request.BaseHandler] = [_Stays()]
        if user:
            self._handlers += authenticated(self.address, *user)
            self._request("GET", self.address, None, gone=True)  # is asked who we are, before PUT

    def _beside(self) -> str:
        for ending, beside in sorted(BESIDE.items(), key=lambda pair: -len(pair[0])):
            if self.address.endswith(ending):
                return self.address.removesuffix(ending) + beside
        expected = f"an address that ends with {' or '.join(BESIDE)}"
        raise InputError(self.address, expected, "another", "give that of queries by --query")

    def put(self, graph: str, triples: Iterable[Triple]) -> None:
        """Makes a named graph of these triples, whatever it was before, a piece at a time.

        Raises InputError for what the store refuses; the graph may be half written then.
        """
        method = "PUT"
        for some in _pieces(iter(triples)):
            self._request(method, graph, serialize(some, format=FOUND))
            method = "POST"  # adds to what is there (section 5.5)

    def delete(self, graph: str) -> None:
        """Removes a named graph, if it is there. Raises InputError."""
        self._request("DELETE", graph, None, gone=True)

    def _request(self, method: str, graph: str, data: bytes | None, *, gone: bool = False) -> None:
        url = f"{self.address}?{urllib.parse.urlencode({'graph': graph})}"
        headers = {"Content-Type": FOUND.media_type, "User-Agent": AGENT}
        try:
            request = request_to(url, data, headers, method)
            with opened(request, SECONDS, *self._handlers) as answer:
                answer.whole()
        except EndpointError as error:
            if gone and "HTTP 404" in str(error):
                return
            raise self._refused(str(error)) from None

    def rows(self, sparql: str) -> list[Any]:
        """The rows of a query, which names its graphs by GRAPH. Raises InputError."""
        try:
            return list(Endpoint(self.endpoint, time.monotonic() + SECONDS, SECONDS).rows(sparql))
        except EndpointError as error:
            raise InputError(
                self.endpoint, "an answer of the endpoint", str(error), "check its address"
            ) from None

    def size(self, graph: str) -> int:
        """How many triples the endpoint counts in a named graph."""
        counted = f"SELECT (COUNT(*) AS ?n) {{ GRAPH {NamedNode(graph)} {{ ?s ?p ?o }} }}"
        (row,) = self.rows(counted)
        return int(row["n"].value) if isinstance(row["n"], Literal) else 0

    def _refused(self, found: str) -> InputError:
        advice = "check the address and --user, and push again: what is there is kept"
        return InputError(self.address, "a store that takes graphs", found, advice)


def _pieces(triples: Iterator[Triple]) -> Iterator[list[Triple]]:
    while some := list(islice(triples, AT_ONCE)):
        yield some
