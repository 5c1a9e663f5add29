"""The graph as it is served: opened once, with what its pages share."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any

from gcm_kg.errors import InputError
from gcm_kg.knowledge_graph import KnowledgeGraph
from gcm_kg.project import Project, this_project
from gcm_kg.querying.names import below
from gcm_kg.rdf.namespaces import GCM, short
from gcm_kg.rdf.sparql import shipped
from gcm_kg.serving.copies import of_copy
from gcm_kg.serving.states import state
from gcm_kg.store.directory import NAME, stores
from gcm_kg.store.graph import INDEX, LocalGraph, in_memory, is_address, text_of
from gcm_kg.store.opening import open_graph, refuse_damaged

if TYPE_CHECKING:
    from pyoxigraph import Store

    from gcm_kg.querying.name_index import NameIndex
    from gcm_kg.views.facets import FacetIndex
    from gcm_kg.views.uptake import Outcome

MOST_IN_MEMORY = 2_000_000
"""Quads; more stay on disk."""
WORDS = re.compile(r"(?<=[a-z])(?=[A-Z])")
"""Where a name that is written as one word has another: "exactMatch"."""
PLAIN = {GCM + "CitationFunction": "what is asked of a text"}
"""What people are told for terms whose labels are those of experts."""
SHARED = (
    "terms",
    "facets",
    "codes",
    "definitions",
    "names",
    "context",
    "evaluations",
    "mentions",
    "outcomes",
    "assessed",
)
"""What is made once for all pages."""


class Served:
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

    def __init__(self, where: str, memory: bool = True, hosts: Sequence[str] = ()) -> None:
        if is_address(where):
            advice = "it is served there already"
            raise InputError(where, "a graph in files or a store", "an endpoint", advice)
        self.where, self.hosts = where, tuple(hosts)
        self.project: Project = this_project()
        self.digest = state(where, self.project)
        self._graph: LocalGraph | None = None
        self._below: dict[str, set[str]] = {}
        self._kept: dict[str, Served] = {}
        if memory or (where and Path(where).is_file()):
            self._graph = self._loaded()
            if self._graph is None:
                self.__dict__.update(of_copy(self._shared))
        if self._graph is not None:
            self.warm()
        elif where:
            refuse_damaged(Path(where))  # before copies are made, which open it one by one

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
        if digest in self._kept:
            return self._kept[digest]
        place = stores(self.project) / digest
        if self.where or not NAME.fullmatch(digest) or not (place / INDEX).is_file():
            return None
        other = Served(str(place), memory=False)
        other.digest, other.confined = digest, self.confined
        other.open()
        self._kept = {digest: other}
        return other

    def open(self) -> None:
        """Opens the database of a graph that stays on disk."""
        if self._graph is None:
            graph = open_graph(self.where or None, self.project)
            assert isinstance(graph, LocalGraph)
            self._graph = graph

    def _shared(self) -> dict[str, Any]:
        """What all pages share, made by a process that opens the database for itself."""
        self.open()
        self.warm()
        return {name: self.__dict__[name] for name in SHARED}

    def warm(self) -> None:
        """Makes what all pages share, before the process is copied."""
        from gcm_kg.serving.pages.layout import environment

        for name in SHARED:
            assert getattr(self, name) is not None
        assert self.names.kinds is not None and self.kg.questions is not None
        self.names.near("warm")
        for name in environment().list_templates():
            environment().get_template(name)

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

    @cached_property
    def facets(self) -> FacetIndex:
        """The recommendations by what is known of them."""
        from gcm_kg.views.facets import FacetIndex

        return FacetIndex(self.graph)

    @cached_property
    def names(self) -> NameIndex:
        """The names of all things."""
        from gcm_kg.querying.name_index import NameIndex

        return NameIndex(self.graph)

    @cached_property
    def codes(self) -> dict[str, set[tuple[str, str]]]:
        """By code, folded, the things that have it, each with the name of the property."""
        from gcm_kg.querying.name_index import plain

        found: dict[str, set[tuple[str, str]]] = {}
        for row in self.graph.select(shipped("serving/codes")):
            pair = row["thing"].value, short(row["property"].value).rpartition(":")[2]
            found.setdefault(plain(row["code"].value), set()).add(pair)
        return found

    @cached_property
    def definitions(self) -> dict[str, str]:
        """The definitions of things, on a line each."""
        found: dict[str, str] = {}
        for row in self.graph.select("SELECT ?thing ?text { ?thing skos:definition ?text }"):
            found.setdefault(row["thing"].value, " ".join(row["text"].value.split()))
        return found

    @cached_property
    def mentions(self) -> dict[str, int]:
        """How often the documents name each thing that they name."""
        rows = self.graph.select(shipped("serving/mentions"))
        return {text_of(row["thing"]): int(text_of(row["mentions"])) for row in rows}

    @cached_property
    def outcomes(self) -> dict[str, tuple[Outcome, ...]]:
        """What became of the recommendations of which somebody has judged it."""
        from gcm_kg.views.uptake import outcomes_of

        return outcomes_of(self.graph)

    @cached_property
    def assessed(self) -> dict[str, list[dict[str, Any]]]:
        """What the page of quality lists, by question."""
        from gcm_kg.serving.pages.quality import LISTED

        return {name: self.kg.ask(name).rows for name in LISTED}

    def describe(self, iri: str) -> str:
        """The definition of a thing; nothing where it has none."""
        return self.definitions.get(iri, "")

    @cached_property
    def evaluations(self) -> list[dict[str, Any]]:
        """How right it is, by the gold tables of the project."""
        from gcm_kg.serving.pages.quality import evaluations

        return evaluations(self)

    @cached_property
    def terms(self) -> dict[str, str]:
        """The labels of properties and classes."""
        rows = self.graph.select(shipped("serving/property-labels"))
        return {row["term"].value: row["label"].value for row in rows}

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

    @cached_property
    def context(self) -> dict[str, Any]:
        """The JSON-LD context of the project."""
        from gcm_kg.rdf.jsonld import load_context

        return load_context(self.project.context)
