"""A graph that rdflib walks in memory and that Oxigraph answers queries about.

pySHACL looks at single triples many thousand times, which rdflib's own memory does fastest, and it
runs the shapes' SPARQL constraints, which take rdflib's evaluator ten times as long as Oxigraph.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

import rdflib
from oxrdflib.store import OxigraphStore
from pyoxigraph import Quad, Store
from rdflib.graph import DATASET_DEFAULT_GRAPH_ID
from rdflib.plugins.stores.memory import Memory
from rdflib.query import Result

from gcm_kg.rdf import fill


class TwinStore(Memory):
    """rdflib's store in memory, with a twin in Oxigraph for queries. The two never change apart:
    nothing is added after they are made."""

    def __init__(self, quads: Iterable[Quad]) -> None:
        super().__init__()
        twin = Store()
        twin.bulk_extend(Quad(quad.subject, quad.predicate, quad.object) for quad in quads)
        self._twin = OxigraphStore(store=twin)

    def query(
        self,
        query: Any,
        initNs: Mapping[str, Any],  # noqa: N803
        initBindings: Mapping[str, Any],  # noqa: N803
        queryGraph: str,  # noqa: N803, ARG002
        **kwargs: object,
    ) -> Result:
        """The answer of Oxigraph, as rdflib's Store.query gives it."""
        return self._twin.query(query, initNs, initBindings, DATASET_DEFAULT_GRAPH_ID, **kwargs)


def twin_graph(quads: Iterable[Quad]) -> rdflib.Graph:
    """The triples of some quads, whatever graph they are in, as one graph."""
    kept = list(quads)
    graph = rdflib.Graph(store=TwinStore(kept))
    fill(graph, kept)
    return graph
