"""A graph of some of its documents alone."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cached_property

from pyoxigraph import DefaultGraph, NamedNode, Quad, Store

from gcm_kg.errors import InputError
from gcm_kg.model.iris import document_graph
from gcm_kg.rdf.namespaces import ANNOTATION_GRAPH, BASE, CLOSURE_GRAPH
from gcm_kg.store.documents import KnownDocument, documents
from gcm_kg.store.endpoint import RemoteGraph
from gcm_kg.store.graph import Graph, LocalGraph

SHARED = (DefaultGraph(), NamedNode(ANNOTATION_GRAPH), NamedNode(CLOSURE_GRAPH))
"""The graphs in which something is said of several documents."""


def limited(graph: Graph, names: Sequence[str]) -> Graph:
    """A graph of some documents alone, by their keys or IRIs, with all that documents share; by no
    keys, the whole graph.

    Of a graph of this machine it is a copy in memory; an endpoint is asked for its other named
    graphs. Raises InputError for the key of no document, and for an endpoint that does not keep its
    documents apart.
    """
    if not names:
        return graph
    known = documents(graph)
    wanted = {known.named(name).iri for name in names}
    others = [document for document in known if document.iri not in wanted]
    if not others:
        return graph
    if isinstance(graph, RemoteGraph):
        return _LimitedRemote(graph, others)
    store = Store()
    store.bulk_extend(_without(graph.store, others))
    return LocalGraph(store, graph.where)


def _without(store: Store, others: Sequence[KnownDocument]) -> Iterator[Quad]:
    """The quads of a store but those of some documents: graphs of these are not read at all; in
    those that documents share, what is said of a thing of theirs is left out."""
    left_out = {_graph(document) for document in others}
    named = [name for name in store.named_graphs() if name not in left_out]
    for name in (DefaultGraph(), *named):
        quads = store.quads_for_pattern(None, None, None, name)
        if name in SHARED:
            yield from (q for q in quads if not _is_of(q, others))
        else:
            yield from quads


def _graph(document: KnownDocument) -> NamedNode:
    return NamedNode(document_graph(document.iri.removeprefix(BASE)))


def _is_of(quad: Quad, others: Sequence[KnownDocument]) -> bool:
    subject = getattr(quad.subject, "value", "")
    return any(document.holds(subject) for document in others)


class _LimitedRemote(RemoteGraph):
    """An endpoint that is asked for its named graphs but those of some documents."""

    def __init__(self, graph: RemoteGraph, others: Sequence[KnownDocument]) -> None:
        super().__init__(graph.where, graph.seconds)
        self._others = {_graph(document).value for document in others}

    @cached_property
    def _dataset(self) -> list[tuple[str, str]]:
        names = self._names()
        if missing := sorted(self._others - set(names)):
            expected, advice = "a named graph for each document", "leave --document out"
            raise InputError(self.where, expected, f"none named {missing[0]}", advice)
        return [("default-graph-uri", name) for name in names if name not in self._others]
