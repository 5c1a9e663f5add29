"""The graph as it is served: opened once, with what its pages share."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from functools import cached_property, partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from gcm_kg.errors import InputError
from gcm_kg.knowledge_graph import KnowledgeGraph
from gcm_kg.project import Project, this_project
from gcm_kg.querying.names import below
from gcm_kg.rdf.namespaces import GCM, short
from gcm_kg.serving.copies import of_copy
from gcm_kg.serving.kept import CODERS, read, write
from gcm_kg.serving.shared import SHARED, Shared
from gcm_kg.serving.states import state
from gcm_kg.store.directory import NAME, stores
from gcm_kg.store.graph import INDEX, LocalGraph, in_memory, is_address
from gcm_kg.store.opening import open_graph, refuse_damaged

if TYPE_CHECKING:
    from pyoxigraph import Store

MOST_IN_MEMORY = 2_000_000
"""Quads; more stay on disk."""
WORDS = re.compile(r"(?<=[a-z])(?=[A-Z])")
"""Where a name that is written as one word has another: "exactMatch"."""
PLAIN = {GCM + "CitationFunction": "what is asked of a text"}
"""What people are told for terms whose labels are those of experts."""


class Served(Shared):
    """A graph that is served, and the digest of its state.

    ``where`` names it as for ``open_graph``, the empty text the built one. With ``memory`` it is
    read into memory at once, unless it is too large; else it is opened by ``open``, in each process
    that answers from it. ``hosts`` are those that SERVICE may name. Raises InputError for what
    cannot be opened, and for a graph at an endpoint.
    """

    confined = False
    """Whether this process can be ended by another, at the deadline of what it does."""
    files = False
    """Whether pages are files, rather than answers."""
    engine = False
    """Whether pages of files have an engine beside them."""
    paged: frozenset[str] = frozenset()
    """Then, the things that have a page."""

    def __init__(
        self, where: str, memory: bool = True, hosts: Sequence[str] = (),
        project: Project | None = None,
    ) -> None:  # fmt: skip
        if is_address(where):
            advice = "it is served there already"
            raise InputError(where, "a graph in files or a store", "an endpoint", advice)
        self.where, self.hosts = where, tuple(hosts)
        self.project = project or this_project()
        self.digest = state(where, self.project)
        self._graph: LocalGraph | None = None
        self._below: dict[str, set[str]] = {}
        self._earlier: dict[str, Served] = {}
        if where and Path(where).is_dir():
            refuse_damaged(Path(where))  # before copies are made, which open it one by one
        self.kept = read(self.folder, self.project)
        if memory or not self.folder.is_dir():  # a file, or a graph whose store cannot be written
            self._graph = self._loaded()
            self.warm()

    @property
    def folder(self) -> Path:
        """The directory of its store, where it has one."""
        return Path(self.where) if self.where else stores(self.project) / self.digest

    def _loaded(self) -> LocalGraph | None:
        graph = open_graph(self.where or None, self.project)
        if graph.directory is None and isinstance(graph, LocalGraph):
            return graph  # in memory already
        if len(graph.store) > MOST_IN_MEMORY:
            return None
        copied = in_memory(graph.quads(), self.where)
        copied.directory = graph.directory
        return copied

    def at(self, digest: str) -> Served | None:
        """An earlier state of the built graph; None where it is not kept."""
        if digest in self._earlier:
            return self._earlier[digest]
        place = stores(self.project) / digest
        if self.where or not NAME.fullmatch(digest) or not (place / INDEX).is_file():
            return None
        other = Served(str(place), memory=False)
        other.digest, other.confined = digest, self.confined
        other.open()
        self._earlier = {digest: other}
        return other

    def open(self) -> None:
        """Opens the database of a graph that stays on disk."""
        if self._graph is None:
            graph = open_graph(self.where or None, self.project)
            assert isinstance(graph, LocalGraph)
            self._graph = graph

    def warm(self) -> None:
        """Makes what all pages share, before the process is copied, and keeps it."""
        from gcm_kg.serving.pages.layout import environment

        for name in CODERS if self.kept else ():
            getattr(self, name)
        if self._graph is None:
            self.__dict__.update(of_copy(self._made))
        else:
            self._made()
        self.names.near("warm")
        for facet in self.facets.sets if self.facets.items else ():
            self.facets.iris(self.facets.items[0], facet)
        for template in environment().list_templates():
            environment().get_template(template)

    def _made(self) -> dict[str, Any]:
        """What all pages share and is not there yet; with a graph on disk for a process that opens
        it for itself."""
        self.open()
        missing = [name for name in SHARED if name not in self.__dict__]
        for name in missing:
            getattr(self, name)
        assert self.names.kinds is not None and self.kg.questions is not None
        if not self.kept and self.graph.directory:
            write(self.graph.directory, self.project, partial(getattr, self))
        return {name: self.__dict__[name] for name in missing}

    @property
    def graph(self) -> LocalGraph:
        """The graph. Raises RuntimeError before it is opened."""
        if self._graph is None:
            raise RuntimeError("the graph is not open")
        return self._graph

    @property
    def store(self) -> Store:
        """The Oxigraph store of the graph."""
        return self.graph.store

    @cached_property
    def kg(self) -> KnowledgeGraph:
        """The graph as Python users have it."""
        return KnowledgeGraph(self.graph, self.project)

    def describe(self, iri: str) -> str:
        """The definition of a thing; nothing where it has none."""
        return self.definitions.get(iri, "")

    @cached_property
    def evaluations(self) -> list[dict[str, Any]]:
        """How right it is, by the gold tables of the project."""
        from gcm_kg.serving.pages.quality import evaluations

        return evaluations(self)

    def label(self, term: str) -> str:
        """What people are told for a property or class."""
        if term in PLAIN:
            return PLAIN[term]
        if term in self.terms:
            return self.terms[term]
        return WORDS.sub(" ", short(term).rpartition(":")[2]).lower()

    def classes_below(self, kind: str) -> set[str]:
        """The IRIs of a class and of all below it."""
        from pyoxigraph import NamedNode

        if kind not in self._below:
            self._below[kind] = set(below(self.graph, NamedNode(kind)))
        return self._below[kind]

    def labels(self, things: Collection[str]) -> dict[str, str]:
        """The labels of some things that have one."""
        from gcm_kg.views.best_labels import labels_of

        return labels_of(self.graph, things)
