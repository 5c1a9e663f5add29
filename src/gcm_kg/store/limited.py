"""A graph of some of its documents alone.

An engine that is told which graphs to ask looks each pattern up in each of them, in a store that
holds all documents: the copy of one document answers hundreds of times as fast. Of the built graph
the copy is kept on disk.
"""

from __future__ import annotations

import hashlib
import shutil
from collections.abc import Iterable, Iterator, Sequence
from contextlib import suppress
from functools import cached_property
from pathlib import Path

from pyoxigraph import DefaultGraph, NamedNode, Quad, Store

from gcm_kg.errors import InputError
from gcm_kg.model.iris import document_graph
from gcm_kg.rdf.namespaces import ANNOTATION_GRAPH, BASE
from gcm_kg.store import directory
from gcm_kg.store.documents import KnownDocument, documents
from gcm_kg.store.endpoint import RemoteGraph
from gcm_kg.store.graph import CLOSURE, Graph, LocalGraph
from gcm_kg.store.unfinished import begin

SHARED = (DefaultGraph(), NamedNode(ANNOTATION_GRAPH))
"""The graphs in which something is said of several documents, beside what follows."""
FOLDER = "limited"
"""The folder beside the stores of the built graph in which copies are kept: a folder for each
choice of documents, and in it the copy under the name of the whole store."""
KEPT = 8
"""Choices of documents whose copies are kept: those that were made last."""


def limited(graph: Graph, names: Sequence[str]) -> Graph:
    """A graph of some documents alone, by their keys or IRIs, with all that documents share; by no
    keys, the whole graph.

    Of a graph of this machine it is a copy: of the built one in a store that is kept, of others in
    memory. An endpoint is asked for its other named graphs. Raises InputError for the key of no
    document, and for an endpoint that does not keep its documents apart.
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
    return _kept(graph, wanted, others) or _in_memory(graph, others)


def _in_memory(graph: Graph, others: Sequence[KnownDocument]) -> LocalGraph:
    store = Store()
    store.bulk_extend(_without(graph.store, others))
    return LocalGraph(store, graph.where)


def _kept(
    graph: Graph, wanted: Iterable[str], others: Sequence[KnownDocument]
) -> LocalGraph | None:
    """The copy that is kept, or is now, of the built graph; None of another, or where nothing can
    be written."""
    whole = graph.directory
    if graph.where or whole is None:
        return None
    choice = hashlib.sha256("\n".join(sorted(wanted)).encode()).hexdigest()[:16]
    place = whole.parent / FOLDER / choice / whole.name
    with suppress(OSError, RuntimeError):
        store = directory.whole(place)
        if store is None:
            _keep(graph.store, others, place)
            store = directory.whole(place)
        if store is not None:
            return LocalGraph(store, "", place)
    return None


def _keep(store: Store, others: Sequence[KnownDocument], place: Path) -> None:
    """Makes the store of a copy. Raises OSError or RuntimeError if it cannot be written."""
    choices = place.parent.parent
    place.parent.mkdir(parents=True, exist_ok=True)
    made = begin(place.parent, directory.UNFINISHED)
    try:
        copy = Store(str(made / directory.GRAPH))
        copy.bulk_extend(_without(store, others))
        quads = directory.indexed(copy, made)
        del copy  # which writes until it is let go
        directory.sealed(made, quads)
        directory.put_in_place(made, place)
    finally:
        directory.discard(made)
    before = sorted(choices.iterdir(), key=lambda path: path.stat().st_mtime, reverse=True)
    for path in before[KEPT:]:
        shutil.rmtree(path, ignore_errors=True)


def _without(store: Store, others: Sequence[KnownDocument]) -> Iterator[Quad]:
    """The quads of a store but those of some documents: graphs of these are not read at all; in
    those that documents share, what is said of a thing of theirs is left out. What follows is taken
    of the things that are: with a thousand documents, it is long to read."""
    left_out = {CLOSURE, *(_graph(document) for document in others)}
    named = [name for name in store.named_graphs() if name not in left_out]
    subjects = set()
    for name in (DefaultGraph(), *named):
        quads = store.quads_for_pattern(None, None, None, name)
        for quad in quads:
            if name in SHARED and _is_of(quad, others):
                continue
            subjects.add(quad.subject)
            yield quad
    for subject in subjects:
        yield from store.quads_for_pattern(subject, None, None, CLOSURE)


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
