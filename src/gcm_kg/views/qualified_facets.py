"""Facets that say something of the values of another: what is asked of a text, or of a theme.

Where values of both are chosen, they have to be those of one statement.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator

from pyoxigraph import NamedNode

from gcm_kg.store.graph import Graph

QUALIFIED = {"use": "instrument", "polarity": "theme"}
"""Of the values of which facet a facet says something."""
PATTERNS = {
    key: f"{{ SELECT ?s ?value {{ ?s gcm:{said} ?value }} }}"
    " OPTIONAL { ?s gcm:statementSubject ?part } OPTIONAL { ?s gcm:statementObject ?of }"
    " FILTER(BOUND(?of)) FILTER EXISTS { ?part a gcm:Recommendation }"
    for key, said in (("use", "citationFunction"), ("polarity", "polarity"))
}
"""What is said comes first, as few statements say it; the rest is looked up for each of them."""
QUALIFYING = {of: key for key, of in QUALIFIED.items()}
Chosen = tuple[str, Collection[str]]
"""A facet with values of which one is enough."""


class QualifiedFacets:
    """The recommendations of each pair of a value and what is said of it, as bits."""

    def __init__(self, graph: Graph, bits: Callable[[Iterable[str]], int]) -> None:
        self.pairs = {key: dict(_pairs(graph, pattern, bits)) for key, pattern in PATTERNS.items()}

    def joined(self, chosen: Iterable[Chosen], found: int) -> int:
        """Those of some recommendations that have chosen values of two such facets in one
        statement."""
        choices = list(chosen)
        for key, of in QUALIFIED.items():
            for things in (values for facet, values in choices if facet == of):
                for said in (values for facet, values in choices if facet == key):
                    found &= self._union(key, things, said)
        return found

    def concerns(self, facet: str, chosen: Iterable[Chosen]) -> bool:
        """Whether something is chosen of the facet of which another says something, or that says
        something of it."""
        other = QUALIFIED.get(facet) or QUALIFYING.get(facet)
        return any(key == other for key, _ in chosen)

    def _union(self, key: str, things: Collection[str], said: Collection[str]) -> int:
        pairs, bits = self.pairs[key], 0
        for thing in things:
            for value in said:
                bits |= pairs.get((thing, value), 0)
        return bits


def _pairs(
    graph: Graph, pattern: str, bits: Callable[[Iterable[str]], int]
) -> Iterator[tuple[tuple[str, str], int]]:
    members: dict[tuple[str, str], list[str]] = {}
    for row in graph.select(f"SELECT ?part ?of ?value {{ {pattern} }}"):
        of, value = row["of"], row["value"]
        if isinstance(of, NamedNode) and isinstance(value, NamedNode):
            members.setdefault((of.value, value.value), []).append(row["part"].value)
    for pair, parts in members.items():
        yield pair, bits(parts)
