"""Selects recommendations by what is known of them, and counts what a further choice would leave.

Each value of a facet has the set of the recommendations that have it, as the bits of one integer:
a selection is made of these sets by AND, OR and NOT, and a count is the number of bits that two of
them share. So counts are those of the lists that they stand for.
"""

from __future__ import annotations

from array import array
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any, TypeVar

from gcm_kg.errors import InputError, shown
from gcm_kg.rdf.namespaces import short
from gcm_kg.store.graph import Graph
from gcm_kg.text.characters import compared
from gcm_kg.views.best_labels import labels_of
from gcm_kg.views.bit_sets import bits_of, places_of, read, written
from gcm_kg.views.facet_rows import FACETS, QUALIFYING, Item, Over, items_of, pairs_of, said_of
from gcm_kg.views.qualified_facets import Chosen, Pairs, QualifiedFacets

Value = TypeVar("Value", str, tuple[str, str])
SORTS = ("text", "strength", "theme")
"""The orders of recommendations: as they stand, or by a facet's labels."""


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
    """The recommendations of a graph with the sets of those that have each value.

    ``sets`` are these, by facet and value; ``said`` those of pairs of a value and what is said of
    it (see ``QualifiedFacets``); ``labels`` are those of values.
    """

    def __init__(
        self, items: Sequence[Item], sets: dict[str, dict[str, int]], said: dict[str, Pairs],
        labels: dict[str, str],
    ) -> None:  # fmt: skip
        self.items, self.sets, self.labels = [*items], sets, labels
        self.place = {item.iri: place for place, item in enumerate(self.items)}
        self.all = (1 << len(self.items)) - 1
        self.qualified = QualifiedFacets(said)
        self._of: dict[str, dict[int, list[str]]] = {}

    @classmethod
    def of(cls, graph: Graph, over: Over | None = None) -> FacetIndex:
        """That of a graph; of one of this machine, of the graphs ``over`` alone. Of one facet after
        the other, so that no more than its pairs are held in memory."""
        made = cls(items_of(graph, over), {}, {}, {})
        made.sets = {each.key: made._sets(pairs_of(graph, each, over)) for each in FACETS}
        said = {key: made._sets(said_of(graph, key, over)) for key in QUALIFYING}
        made.qualified = QualifiedFacets(said)
        made.labels = labels_of(graph, {v for sets in made.sets.values() for v in sets})
        return made

    def _sets(self, pairs: Iterable[tuple[str, Value]]) -> dict[Value, int]:
        """The recommendations of each value, as bits."""
        members: dict[Value, array[int]] = {}
        for part, value in pairs:
            if part in self.place:
                members.setdefault(value, array("L")).append(self.place[part])
        return {value: bits_of(members.pop(value)) for value in sorted(members)}

    def as_json(self) -> dict[str, Any]:
        """All of it as ``of_json`` reads it: a set of bits as the zeros at its end, and the rest in
        hexadecimal digits."""
        sets = {k: [(v, *written(bits)) for v, bits in s.items()] for k, s in self.sets.items()}
        pairs = self.qualified.pairs
        return {
            "items": [[getattr(item, name) for name in Item.__slots__] for item in self.items],
            "sets": sets, "labels": self.labels,
            "said": {k: [(*v, *written(bits)) for v, bits in s.items()] for k, s in pairs.items()},
        }  # fmt: skip

    @classmethod
    def of_json(cls, found: dict[str, Any]) -> FacetIndex:
        """That of which ``as_json`` gave this."""
        sets = {k: {v: read(*bits) for v, *bits in s} for k, s in found["sets"].items()}
        said = {k: {(o, v): read(*bits) for o, v, *bits in s} for k, s in found["said"].items()}
        return cls([Item(*fields) for fields in found["items"]], sets, said, found["labels"])

    def having(self, places: Iterable[str]) -> int:
        """The set of some recommendations, given their IRIs."""
        known = (self.place[iri] for iri in places if iri in self.place)
        return bits_of([*known])

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
        if key not in self._of:
            of = self._of.setdefault(key, {})
            for value in sorted(self.sets[key]):
                for place in places_of(self.sets[key][value]):
                    of.setdefault(place, []).append(value)
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
