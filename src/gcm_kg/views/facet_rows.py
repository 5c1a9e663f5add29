"""What facets are made of: the recommendations of a graph, and the values that each has.

Rows are read of a whole graph, or of some of its documents alone: so those of a corpus in which few
documents have changed are made of the ones before.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any, cast

from pyoxigraph import NamedNode

from gcm_kg.rdf.sparql import shipped
from gcm_kg.store.graph import Graph, LocalGraph, text_of

Over = tuple[Sequence[str], Sequence[str]]
"""The IRIs of graphs that are asked as one, and of those that are asked by name."""


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
SAID = ("part", "of", "value")
"""The columns of what is said of the values of another facet."""
QUALIFYING = {
    key: f"SELECT ?part ?of ?value {{ {{ SELECT ?s ?value {{ ?s gcm:{said} ?value }} }}"
    " OPTIONAL { ?s gcm:statementSubject ?part } OPTIONAL { ?s gcm:statementObject ?of }"
    " FILTER(BOUND(?of)) FILTER EXISTS { ?part a gcm:Recommendation } }"
    for key, said in (("use", "citationFunction"), ("polarity", "polarity"))
}
"""What is said comes first, as few statements say it; the rest is looked up for each of them."""


@dataclass(frozen=True, slots=True)
class Item:
    """A recommendation; ``section`` is the title of where it stands, ``source`` the IRI of the text
    in which its words begin at ``start``, in code points."""

    iri: str
    identifier: str
    text: str
    section: str
    source: str
    start: int


@dataclass(frozen=True)
class FacetRows:
    """Recommendations in the order of their texts; by facet, pairs of one and a value that it has;
    by what is said of a value, recommendations with what it is said of, and what is said."""

    items: list[Item]
    pairs: dict[str, list[tuple[str, str]]]
    said: dict[str, list[tuple[str, str, str]]]

    @classmethod
    def of(cls, graph: Graph, over: Over | None = None) -> FacetRows:
        """The rows of a graph; of one of this machine, of the graphs ``over`` alone."""
        items = {item.iri: item for item in sorted(_items(graph, over), key=_order, reverse=True)}
        one = {iri: iri for iri in items}  # each IRI once, however many rows it is in
        pairs: dict[str, list[tuple[str, str]]] = {}
        for facet in FACETS:
            sparql = f"SELECT ?part ?value {{ ?part a gcm:Recommendation . {facet.pattern} }}"
            found = _named(graph, sparql, ("part", "value"), over)
            pairs[facet.key] = [(one[p], one.setdefault(v, v)) for p, v in found if p in items]
        said = {
            key: [
                (one.setdefault(part, part), one.setdefault(of, of), one.setdefault(value, value))
                for part, of, value in _named(graph, sparql, SAID, over)
            ]
            for key, sparql in QUALIFYING.items()
        }
        return cls(sorted(items.values(), key=_order), pairs, said)

    def with_others(self, gone: Collection[str], come: Iterable[FacetRows]) -> FacetRows:
        """These rows without those of the parts of some documents, given their IRIs, and with
        others."""
        kept = [self._without(gone), *come]
        items = [item for rows in kept for item in rows.items]
        return FacetRows(
            sorted(items, key=_order),
            {key: [pair for rows in kept for pair in rows.pairs[key]] for key in self.pairs},
            {key: [row for rows in kept for row in rows.said[key]] for key in self.said},
        )

    def _without(self, documents: Collection[str]) -> FacetRows:
        left = {item.iri for item in self.items if not _in(item.iri, documents)}
        return FacetRows(
            [item for item in self.items if item.iri in left],
            {k: [pair for pair in pairs if pair[0] in left] for k, pairs in self.pairs.items()},
            {k: [row for row in rows if row[0] in left] for k, rows in self.said.items()},
        )


def _in(part: str, documents: Collection[str]) -> bool:
    """Whether a part is one of some documents: its path begins with theirs."""
    while part:
        if part in documents:
            return True
        part = part.rpartition("/")[0]
    return False


def _order(item: Item) -> tuple[str, int, str, str]:
    return item.source, item.start, item.iri, item.section


def _items(graph: Graph, over: Over | None) -> Iterator[Item]:
    names = ("part", "identifier", "text", "section", "source", "start")
    for row in _asked(graph, shipped("views/facets-recommendations"), over):
        part, identifier, text, section, source, start = (text_of(row[name]) for name in names)
        yield Item(part, identifier, " ".join(text.split()), section, source, int(start))


def _named(
    graph: Graph, sparql: str, names: Sequence[str], over: Over | None
) -> Iterator[tuple[str, ...]]:
    """The rows of a query in which there is an IRI in each of some columns."""
    for row in _asked(graph, sparql, over):
        terms = [row[name] for name in names]
        if all(isinstance(term, NamedNode) for term in terms):
            yield tuple(term.value for term in terms)


def _asked(graph: Graph, sparql: str, over: Over | None) -> Iterator[Any]:
    if over is None:
        return graph.select(sparql)
    return iter(cast("Iterable[Any]", cast(LocalGraph, graph).query(sparql, over)))
