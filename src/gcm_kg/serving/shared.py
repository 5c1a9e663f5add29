"""What all pages share: made once for a graph, or taken from what is kept beside its store."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, Any

from gcm_kg.rdf.namespaces import short
from gcm_kg.rdf.sparql import shipped
from gcm_kg.serving.kept import CODERS, LISTED, Kept
from gcm_kg.store.graph import LocalGraph, text_of

if TYPE_CHECKING:
    from gcm_kg.knowledge_graph import KnowledgeGraph
    from gcm_kg.project import Project
    from gcm_kg.querying.name_index import NameIndex
    from gcm_kg.views.facets import FacetIndex
    from gcm_kg.views.uptake import Outcome

BESIDE = ("context", "evaluations")
"""What is not kept: it depends on files of the project, too."""
SHARED = (*CODERS, *BESIDE)
"""What is made once for all pages."""


if TYPE_CHECKING:
    kept_property = cached_property
else:

    class kept_property(cached_property):  # noqa: N801 - it stands where cached_property does
        """A cached property whose value is taken from what is kept, where it is."""

        def __get__(self, instance: Any, owner: type | None = None) -> Any:
            if instance is not None and self.attrname not in instance.__dict__:
                found = instance.kept.get(self.attrname)
                if found is not None:
                    instance.__dict__[self.attrname] = found
            return super().__get__(instance, owner)


class Shared:
    """What all pages of a graph share."""

    kept: Kept
    """What is kept of it."""
    project: Project

    @property
    def graph(self) -> LocalGraph:
        """The graph."""
        raise NotImplementedError

    @property
    def kg(self) -> KnowledgeGraph:
        """The graph as Python users have it."""
        raise NotImplementedError

    @kept_property
    def facets(self) -> FacetIndex:
        """The recommendations by what is known of them."""
        from gcm_kg.views.facets import FacetIndex

        return FacetIndex.of(self.graph)

    @kept_property
    def names(self) -> NameIndex:
        """The names of all things."""
        from gcm_kg.querying.name_index import NameIndex

        return NameIndex(self.graph)

    @kept_property
    def codes(self) -> dict[str, set[tuple[str, str]]]:
        """By code, folded, the things that have it, each with the name of the property."""
        from gcm_kg.querying.name_index import plain

        found: dict[str, set[tuple[str, str]]] = {}
        for row in self.graph.select(shipped("serving/codes")):
            pair = row["thing"].value, short(row["property"].value).rpartition(":")[2]
            found.setdefault(plain(row["code"].value), set()).add(pair)
        return found

    @kept_property
    def definitions(self) -> dict[str, str]:
        """The definitions of things, on a line each."""
        found: dict[str, str] = {}
        for row in self.graph.select("SELECT ?thing ?text { ?thing skos:definition ?text }"):
            found.setdefault(row["thing"].value, " ".join(row["text"].value.split()))
        return found

    @kept_property
    def mentions(self) -> dict[str, int]:
        """How often the documents name each thing that they name."""
        rows = self.graph.select(shipped("serving/mentions"))
        return {text_of(row["thing"]): int(text_of(row["mentions"])) for row in rows}

    @kept_property
    def stated(self) -> dict[str, int]:
        """How many statements are made of each thing of which there is one."""
        rows = self.graph.select(shipped("serving/stated"))
        return {text_of(row["thing"]): int(text_of(row["statements"])) for row in rows}

    @kept_property
    def outcomes(self) -> dict[str, tuple[Outcome, ...]]:
        """What became of the recommendations of which somebody has judged it."""
        from gcm_kg.views.uptake import outcomes_of

        return outcomes_of(self.graph)

    @kept_property
    def assessed(self) -> dict[str, list[dict[str, Any]]]:
        """What the page of quality lists, by question."""
        return {n: self.kg.ask(n).rows if n in self.kg.questions else [] for n in LISTED}

    @kept_property
    def terms(self) -> dict[str, str]:
        """The labels of properties and classes."""
        rows = self.graph.select(shipped("serving/property-labels"))
        return {row["term"].value: row["label"].value for row in rows}

    @cached_property
    def dated(self) -> str:
        """Of which days, or years, the documents are, in words; nothing where their IRIs do not
        say it (Akoma Ntoso Naming Convention 1.0, section 4.4)."""
        from gcm_kg.views.citation_styles import day_of
        from gcm_kg.views.reference import DATE_IN_PATH

        named = [
            text_of(row["document"]) for row in self.graph.select(shipped("serving/documents"))
        ]
        days = sorted({found[1] for iri in named if (found := DATE_IN_PATH.search(f"{iri}/"))})
        if len(days) < 2:
            return f"document of {day_of(days[0], american=False)}" if days else ""
        first, last = days[0][:4], days[-1][:4]
        return f"documents of {first}" if first == last else f"documents of {first} to {last}"

    @cached_property
    def context(self) -> dict[str, Any]:
        """The JSON-LD context of the project."""
        from gcm_kg.rdf.jsonld import load_context

        return load_context(self.project.context)
