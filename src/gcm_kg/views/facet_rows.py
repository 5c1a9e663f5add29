"""What facets are made of: the recommendations of a graph, and the values that each has.

They are read of a whole graph, or of some of its documents alone. Pairs of a recommendation and a
value are many, and passed on one by one.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
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


def items_of(graph: Graph, over: Over | None = None) -> list[Item]:
    """The recommendations of a graph, in the order of their texts; of one of this machine, of the
    graphs ``over`` alone."""
    items = {item.iri: item for item in sorted(_items(graph, over), key=in_order, reverse=True)}
    return sorted(items.values(), key=in_order)


def pairs_of(graph: Graph, facet: Facet, over: Over | None = None) -> Iterator[tuple[str, str]]:
    """Recommendations, by their IRIs, and a value of a facet that each has."""
    sparql = f"SELECT ?part ?value {{ ?part a gcm:Recommendation . {facet.pattern} }}"
    found = _named(graph, sparql, ("part", "value"), over)
    return ((part, value) for part, value in found)


def said_of(
    graph: Graph, key: str, over: Over | None = None
) -> Iterator[tuple[str, tuple[str, str]]]:
    """Recommendations with a value of another facet, and what a facet says of it there."""
    found = _named(graph, QUALIFYING[key], SAID, over)
    return ((part, (of, value)) for part, of, value in found)


def in_order(item: Item) -> tuple[str, int, str, str]:
    """What recommendations are sorted by."""
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
