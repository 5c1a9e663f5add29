"""Counts what a graph holds: for a look at the whole, and for pictures."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from gcm_kg.rdf.sparql import shipped
from gcm_kg.store.documents import Documents, documents
from gcm_kg.store.graph import Graph, text_of


@dataclass(frozen=True, slots=True)
class Citation:
    """A part that cites an instrument, with the function, which may be empty."""

    part: str
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
    found = _rows(graph, shipped("views/statistics-sections"))
    known = documents(graph)
    names = _names(known, ((section, identifier) for section, identifier, *_ in found))
    sections = {names[section]: (title, int(n)) for section, _, title, n, *_ in found}
    themes: defaultdict[str, dict[str, int]] = defaultdict(dict)
    for section, _, label, number in _rows(graph, shipped("views/statistics-themes")):
        themes[names.get(section, section)][label] = int(number)
    cited = _rows(graph, shipped("views/statistics-citations"))
    parts = _names(known, ((part, identifier) for part, identifier, *_ in cited))
    citations = {Citation(parts[part], label, function) for part, _, _, label, function in cited}
    classes = {
        kind: int(number) for kind, number in _rows(graph, shipped("views/statistics-classes"))
    }
    ordered = sorted(citations, key=lambda c: (c.part, c.instrument, c.function))
    return Statistics(classes, sections, dict(themes), ordered)


def _names(known: Documents, identified: Iterable[tuple[str, str]]) -> dict[str, str]:
    """A name for each part, by its IRI: its identifier, with the key of its document where they are
    parts of several."""
    identifiers = dict(identified)
    several = len({known.of(iri) for iri in identifiers}) > 1
    return {
        iri: known.qualified(iri, name) if several else name for iri, name in identifiers.items()
    }


def _rows(graph: Graph, query: str) -> list[list[str]]:
    return [[text_of(term) for term in row] for row in graph.select(query)]
