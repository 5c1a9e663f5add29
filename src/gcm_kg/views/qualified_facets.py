"""Facets that say something of the values of another: what is asked of a text, or of a theme.

Where values of both are chosen, they have to be those of one statement.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable

QUALIFIED = {"use": "instrument", "polarity": "theme"}
"""Of the values of which facet a facet says something."""
QUALIFYING = {of: key for key, of in QUALIFIED.items()}
Chosen = tuple[str, Collection[str]]
"""A facet with values of which one is enough."""
Pairs = dict[tuple[str, str], int]
"""By a value and what is said of it, the recommendations, as bits."""


class QualifiedFacets:
    """The recommendations of each pair of a value and what is said of it, as bits."""

    def __init__(self, pairs: dict[str, Pairs]) -> None:
        self.pairs = pairs

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
