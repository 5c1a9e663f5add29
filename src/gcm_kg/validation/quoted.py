"""Remembers the words behind the things of a graph, so that findings about them can be read."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from pyoxigraph import Quad

from gcm_kg.rdf.namespaces import BASE, GCM, OA, expand
from gcm_kg.store.graph import text_of
from gcm_kg.validation.report import Finding

HOLDING = frozenset((f"{GCM}text", f"{OA}exact"))
"""What holds words."""
LEADING = frozenset((f"{GCM}evidence", f"{OA}hasSelector"))
"""What leads from a thing to its words: from a statement to its span, and on to its selectors."""
MOST_STEPS = 3
MOST_KEPT = 200
"""Code points that are kept of a text."""


class Quoted:
    """The words of the things of a graph, as they are read from its quads."""

    def __init__(self) -> None:
        self._held: dict[str, str] = {}
        self._leads: dict[str, list[str]] = {}

    def read(self, quad: Quad) -> None:
        """Keeps what a quad says of the words of a thing."""
        name = quad.predicate.value
        if name in HOLDING:
            self._held.setdefault(text_of(quad.subject), text_of(quad.object)[:MOST_KEPT])
        elif name in LEADING:
            self._leads.setdefault(text_of(quad.subject), []).append(text_of(quad.object))

    def words(self, thing: str) -> str:
        """The words of a thing, given by its IRI; empty where none are known."""
        known, names = {thing}, [thing]
        for _ in range(MOST_STEPS + 1):
            if found := next((self._held[name] for name in names if name in self._held), ""):
                return found
            names = [lead for name in names for lead in self._leads.get(name, ())]
            names = [name for name in names if name not in known]
            known.update(names)
        return ""

    def beside(self, findings: Iterable[Finding]) -> list[Finding]:
        """The findings, each with the words of the thing that it is about."""
        return [replace(each, words=self._of(each.focus)) for each in findings]

    def _of(self, focus: str) -> str:
        """The words of a thing, given as people are shown it."""
        names = (f"{BASE}{focus}", focus, expand(focus))
        return next((found for name in names if (found := self.words(name))), "")
