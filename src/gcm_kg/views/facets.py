"""Selects recommendations by what is known of them, and counts what a further choice would leave.

Each value of a facet has the set of the recommendations that have it, as the bits of one integer:
a selection is made of these sets by AND, OR and NOT, and a count is the number of bits that two of
them share. So counts are those of the lists that they stand for.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property

from pyoxigraph import NamedNode

from gcm_kg.errors import InputError, shown
from gcm_kg.rdf.namespaces import short
from gcm_kg.rdf.sparql import shipped
from gcm_kg.store.graph import Graph
from gcm_kg.text.characters import compared
from gcm_kg.views.best_labels import labels_of
from gcm_kg.views.bit_sets import bits_of, places_of
from gcm_kg.views.qualified_facets import Chosen, QualifiedFacets


@dataclass(frozen=True, slots=True)
class Facet:
    """Something by which recommendations are told apart; ``pattern`` leads from ?part to ?value."""

    key: str
    label: str
    pattern: str


FACETS = (
    Facet("document", "Document", "?part gcm:partOf+ ?value . ?value a gcm:Document"
          " FILTER NOT EXISTS { ?value gcm:partOf ?whole }"),
    Facet("section", "Section", "?part gcm:partOf ?value"),
    Facet("theme", "Theme", "?part gcm:hasTheme ?value"),
    Facet("instrument", "Treaty or other text cited", "?part gcm:cites ?value"),
    Facet(
        "use", "What is asked of that text",
        "?s gcm:citingPart ?part ; gcm:citationFunction ?value",
    ),
    Facet("strength", "How strongly it asks", "?part gcm:strength ?value"),
    Facet("action", "What is to be done", "?part gcm:requestsAction ?value"),
    Facet("measure", "By what means", "?part gcm:requestsMeasure ?value"),
    Facet("principle", "Principle", "?part gcm:appliesPrinciple ?value"),
    Facet(
        "actor", "Who is named",
        "?part gcm:namesActor|gcm:callsOn|gcm:involves ?value"
        " FILTER NOT EXISTS { ?value a gcm:State }",
    ),
    Facet(
        "state", "State",
        "?part gcm:namesActor|gcm:callsOn|gcm:involves ?value . ?value a gcm:State",
    ),
    Facet("maker", "Who recommends it", "?part gcm:recommendedBy ?value"),
    Facet("addressee", "To whom it is addressed", "?part gcm:addressedTo ?value"),
    Facet("position", "Position on it", "?part gcm:position ?value"),
    Facet("population", "For whose sake", "?part gcm:benefits ?value"),
    Facet("target", "Against whom", "?part gcm:targets ?value"),
    Facet(
        "polarity", "To do or to avoid",
        "{ SELECT ?s ?value { ?s gcm:polarity ?value } } ?s gcm:statementSubject ?part",
    ),
    Facet(
        "fate", "What became of it in the Compact",
        "{ SELECT ?s ?value { ?s gcm:uptakeDegree ?value } } ?s gcm:statementSubject ?part",
    ),
)  # fmt: skip
"""The facets, in the order in which they are shown."""
SORTS = ("text", "strength", "theme")
"""The orders of recommendations: as they stand, or by a facet's labels."""


@dataclass(frozen=True, slots=True)
class Item:
    """A recommendation; ``section`` is the title of where it stands."""

    iri: str
    identifier: str
    text: str
    section: str


@dataclass(frozen=True)
class Selection:
    """What is chosen: recommendations that have, of each facet, ``some`` of its values, ``every``
    one of others and ``none`` of others; and in which ``words`` stand."""

    some: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    every: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    none: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    words: str = ""
    sort: str = SORTS[0]


@dataclass(frozen=True, slots=True)
class Choice:
    """A value of a facet, and how many recommendations it would leave."""

    value: str
    label: str
    count: int


class FacetIndex:
    """The recommendations of a graph with the sets of those that have each value."""

    def __init__(self, graph: Graph) -> None:
        self.items: list[Item] = []
        self.place: dict[str, int] = {}
        for row in graph.select(shipped("views/facets-recommendations")):
            iri = row["part"].value
            if iri not in self.place:
                self.place[iri] = len(self.items)
                text = " ".join(row["text"].value.split())
                section = "" if row["section"] is None else row["section"].value
                self.items.append(Item(iri, row["identifier"].value, text, section))
        self.all = (1 << len(self.items)) - 1
        self._of: dict[str, dict[int, list[str]]] = {facet.key: {} for facet in FACETS}
        self.sets = {facet.key: self._sets(graph, facet) for facet in FACETS}
        self.labels = labels_of(graph, {v for sets in self.sets.values() for v in sets})
        self.qualified = QualifiedFacets(graph, self.having)

    def _sets(self, graph: Graph, facet: Facet) -> dict[str, int]:
        """The recommendations of each value, as bits."""
        sparql = f"SELECT ?part ?value {{ ?part a gcm:Recommendation . {facet.pattern} }}"
        members: dict[str, set[int]] = {}
        for row in graph.select(sparql):
            place = self.place.get(row["part"].value)
            if place is not None and isinstance(row["value"], NamedNode):
                members.setdefault(row["value"].value, set()).add(place)
        of = self._of[facet.key]
        for value in sorted(members):
            for place in members[value]:
                of.setdefault(place, []).append(value)
        return {value: bits_of(places, len(self.items)) for value, places in members.items()}

    def having(self, places: Iterable[str]) -> int:
        """The set of some recommendations, given their IRIs."""
        known = (self.place[iri] for iri in places if iri in self.place)
        return bits_of(set(known), len(self.items))

    def selected(self, selection: Selection, found: int | None = None, beside: str = "") -> int:
        """The set of what is selected, of those ``found`` by their words; without what is chosen of
        the values of the facet ``beside`` of which some are enough."""
        bits = self.all if found is None else found
        for key, values in selection.some.items():
            if key != beside:
                bits &= self._union(key, values)
        for key, values in selection.every.items():
            for value in values:
                bits &= self.sets[key].get(value, 0)
        for key, values in selection.none.items():
            bits &= ~self._union(key, values)
        return self.qualified.joined(_chosen(selection, beside), bits)

    def _union(self, key: str, values: Collection[str]) -> int:
        bits = 0
        for value in values:
            bits |= self.sets[key].get(value, 0)
        return bits

    def choices(self, selection: Selection, found: int | None = None) -> dict[str, list[Choice]]:
        """The values of each facet, with the number of the recommendations that have them among
        those that all other choices leave; the most frequent first."""
        listed: dict[str, list[Choice]] = {}
        for facet in FACETS:
            rest = self.selected(selection, found, facet.key)
            counted = (
                Choice(value, self.labels.get(value, short(value)), bits.bit_count())
                for value, bits in self._offered(facet.key, selection, rest)
            )
            chosen = [choice for choice in counted if choice.count]
            listed[facet.key] = sorted(chosen, key=lambda choice: (-choice.count, choice.label))
        return listed

    def _offered(self, key: str, selection: Selection, rest: int) -> Iterator[tuple[str, int]]:
        """The values of a facet with those of some recommendations that they would leave."""
        others = _chosen(selection, key)
        joined = self.qualified.concerns(key, others)
        for value, bits in self.sets[key].items():
            left = bits & rest
            yield value, self.qualified.joined([*others, (key, (value,))], left) if joined else left

    def listed(self, bits: int, sort: str = SORTS[0]) -> list[Item]:
        """The recommendations of a set, in an order."""
        items = [self.items[place] for place in places_of(bits)]
        if sort == SORTS[0]:
            return items
        return sorted(items, key=lambda item: self.values(item, sort) or ["\U0010ffff"])

    def values(self, item: Item, key: str) -> list[str]:
        """The labels of the values of a facet that a recommendation has, sorted."""
        return sorted(self.labels.get(value, short(value)) for value in self.iris(item, key))

    def iris(self, item: Item, key: str) -> list[str]:
        """The values of a facet that a recommendation has, sorted."""
        return list(self._of[key].get(self.place[item.iri], ()))

    @cached_property
    def _names(self) -> dict[str, dict[str, str]]:
        """By facet, the value of each name."""
        return {
            key: {compared(name): value for value in sets for name in self._names_of(value)}
            for key, sets in self.sets.items()
        }

    def _names_of(self, value: str) -> tuple[str, ...]:
        path = short(value)
        return value, path, path.rpartition("/")[2], self.labels.get(value, path)

    def value(self, key: str, name: str) -> str:
        """The value of a facet, by its IRI, its path or its label. Raises InputError."""
        if name in self.sets[key]:
            return name
        if found := self._names[key].get(compared(name)):
            return found
        from difflib import get_close_matches

        close = get_close_matches(compared(name), self._names[key], n=1)
        nearest = self.labels.get(self._names[key][close[0]], "") if close else ""
        advice = f"did you mean {shown(nearest)}?" if nearest else "choose one of those listed"
        raise InputError(key, "a value that a recommendation has", shown(name), advice)


def _chosen(selection: Selection, beside: str) -> list[Chosen]:
    """What is chosen of each facet but one, values of which one is enough together."""
    some: list[Chosen] = [(k, values) for k, values in selection.some.items() if k != beside]
    return some + [(k, (value,)) for k, values in selection.every.items() for value in values]
