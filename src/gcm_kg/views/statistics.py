"""Counts what a graph holds: for a look at the whole, and for pictures."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field

from gcm_kg.rdf.sparql import shipped
from gcm_kg.store.documents import Documents, documents
from gcm_kg.store.graph import Graph, text_of
from gcm_kg.views.reference import reference, released
from gcm_kg.views.uptake import DEGREES


@dataclass(frozen=True, slots=True)
class Citation:
    """A part that cites an instrument, with the function, which may be empty."""

    part: str
    instrument: str
    function: str


@dataclass(frozen=True, slots=True)
class Statistics:
    """Numbers of things by class, of recommendations by section, of those by theme; citations.

    ``documents`` are titles with dates by key; ``uptake`` is the number of recommendations of each
    section by the best degree in which the Compact took them up; ``source`` is the release.
    """

    classes: dict[str, int]
    sections: dict[str, tuple[str, int]]
    themes: dict[str, dict[str, int]]
    citations: list[Citation]
    documents: dict[str, str] = field(default_factory=dict)
    uptake: dict[str, dict[str, int]] = field(default_factory=dict)
    source: str = ""

    @property
    def recommendations(self) -> int:
        """The number of all recommendations."""
        return sum(number for _, number in self.sections.values())

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
    dates = {document.key: reference(graph, document.iri).date for document in known}
    titles = {d.key: f"{d.title} ({dates[d.key]})" if dates[d.key] else d.title for d in known}
    return Statistics(
        classes, sections, dict(themes), ordered, titles, _uptake(graph, names), released(graph)
    )


def _uptake(graph: Graph, names: dict[str, str]) -> dict[str, dict[str, int]]:
    """The recommendations of each section by the best degree in which they were taken up."""
    best: dict[tuple[str, str], str] = {}
    order = [*DEGREES]
    for section, part, degree in _rows(graph, shipped("views/statistics-uptake")):
        known = best.get((section, part))
        ranks = [order.index(each) if each in order else len(order) for each in (known, degree)]
        best[section, part] = degree if known is None or ranks[1] < ranks[0] else known
    counted: defaultdict[str, Counter[str]] = defaultdict(Counter)
    for (section, _), degree in best.items():
        counted[names.get(section, section)][degree] += 1
    return {name: dict(counted[name]) for name in names.values() if name in counted}


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
