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
from rdflib.query import Result

from gcm_kg.rdf.interop import fill
from gcm_kg.rdf.one_graph import OneGraph


class HybridStore(OneGraph):
    """rdflib's store in memory, with a hybrid in Oxigraph for queries. The two never change apart:
    nothing is added after they are made."""

    def __init__(self, quads: Iterable[Quad]) -> None:
        super().__init__()
        hybrid = Store()
        hybrid.bulk_extend(Quad(quad.subject, quad.predicate, quad.object) for quad in quads)
        self._hybrid = OxigraphStore(store=hybrid)

    def query(
        self,
        query: Any,
        initNs: Mapping[str, Any],  # noqa: N803
        initBindings: Mapping[str, Any],  # noqa: N803
        queryGraph: str,  # noqa: N803
        **kwargs: object,
    ) -> Result:
        """The answer of Oxigraph, as rdflib's Store.query gives it."""
        return self._hybrid.query(query, initNs, initBindings, DATASET_DEFAULT_GRAPH_ID, **kwargs)


def hybrid_graph(quads: Iterable[Quad]) -> rdflib.Graph:
    """The triples of some quads, whatever graph they are in, as one graph."""
    kept = list(quads)
    graph = rdflib.Graph(store=HybridStore(kept))
    fill(graph, kept)
    return graph
