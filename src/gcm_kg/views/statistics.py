"""Counts what a graph holds: for a look at the whole, and for pictures."""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass

from gcm_kg.rdf.sparql import shipped
from gcm_kg.store.graph import Graph, text_of


@dataclass(frozen=True, slots=True)
class Citation:
    """A part that cites an instrument, with the function, which may be empty."""

    part: str
    section: str
    instrument: str
    function: str


@dataclass(frozen=True, slots=True)
class Statistics:
    """Numbers of things by class, of recommendations by section, of those by theme; citations."""

    classes: dict[str, int]
    sections: dict[str, tuple[str, int]]
    themes: dict[str, dict[str, int]]
    citations: list[Citation]

    def citations_by_instrument(self) -> dict[str, int]:
        """How many parts cite each instrument, the most cited first."""
        parts: defaultdict[str, set[str]] = defaultdict(set)
        for citation in self.citations:
            parts[citation.instrument].add(citation.part)
        return dict(sorted(((i, len(p)) for i, p in parts.items()), key=lambda x: (-x[1], x[0])))

    def most_frequent_themes(self, most: int) -> list[str]:
        """The themes of the most recommendations."""
        totals: Counter[str] = Counter()
        for by_section in self.themes.values():
            totals.update(by_section)
        return [name for name, _ in sorted(totals.items(), key=lambda x: (-x[1], x[0]))][:most]


def statistics(graph: Graph) -> Statistics:
    """Counts what a graph holds, over all its named graphs together."""
    sections = {
        s: (title, int(n)) for s, title, n, _ in _rows(graph, shipped("views/statistics-sections"))
    }
    themes: defaultdict[str, dict[str, int]] = defaultdict(dict)
    for section, _, label, number in _rows(graph, shipped("views/statistics-themes")):
        themes[section][label] = int(number)
    citations = {
        Citation(part, section, label, function)
        for part, label, function, section in _rows(graph, shipped("views/statistics-citations"))
    }
    classes = {
        kind: int(number) for kind, number in _rows(graph, shipped("views/statistics-classes"))
    }
    ordered = sorted(citations, key=lambda c: (c.part, c.instrument, c.function))
    return Statistics(classes, sections, dict(themes), ordered)


def _rows(graph: Graph, query: str) -> list[list[str]]:
    return [[text_of(term) for term in row] for row in graph.select(query)]
