"""Finds the recommendations that meet several criteria, and says on which words they do."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from pyoxigraph import Literal, NamedNode

from gcm_kg.errors import InputError, shown
from gcm_kg.querying.names import all_named, named
from gcm_kg.querying.results import Terms, rows_text
from gcm_kg.rdf.namespaces import short
from gcm_kg.store.documents import Documents, documents
from gcm_kg.store.fulltext import search_graph
from gcm_kg.store.graph import Graph, text_of
from gcm_kg.views.criteria import ABOUT, ALIKE, CLASSES, WORDS, Criterion
from gcm_kg.views.explanation import Explanation, explain
from gcm_kg.views.facet_rows import Item
from gcm_kg.views.facets import FacetIndex
from gcm_kg.views.table import Table, chosen_columns, table

NARROWER = "SELECT DISTINCT ?thing { ?thing (skos:broader|gcm:partOf)* ?_wider }"
FAMILY = "SELECT DISTINCT ?thing { ?thing (gcm:supplements|gcm:partOf)* ?_wider }"
"""The things that count for one: what is narrower, or a part of it, or supplements it."""
WIDER = """
SELECT DISTINCT ?value ?wider {
  VALUES ?value { %s } ?value (skos:broader|gcm:partOf)+ ?wider . ?wider a/rdfs:subClassOf* %s
}
"""
"""For which things of a class some things count."""
STATES = "SELECT DISTINCT ?state { ?kind rdfs:subClassOf* gcm:State . ?state a ?kind }"
MOST = 1_000_000


@dataclass(frozen=True, slots=True)
class Found:
    """A recommendation that meets all criteria, where it stands (code points), and why it does."""

    part: str
    identifier: str
    text: str
    section: str
    reasons: tuple[Explanation, ...]

    @property
    def why(self) -> str:
        """What it has of that for which was looked, with the words, on one line."""
        by_thing: dict[str, list[Explanation]] = {}
        for one in self.reasons:
            by_thing.setdefault(one.object, []).append(one)
        return "; ".join(_reason(same) for same in by_thing.values())


def _reason(same: Sequence[Explanation]) -> str:
    """What is said of one thing, with the words in the order of the text."""
    quotes = sorted({(q.start, " ".join(q.exact.split())) for one in same for q in one.quotes})
    words = " … ".join(dict.fromkeys(quote for _, quote in quotes))
    told = ", ".join(dict.fromkeys(one.qualification for one in same if one.qualification))
    label = same[0].object_label or short(same[0].object)
    label += f" ({told})" if told else ""
    return f"{label}: “{words}”" if words else label


@dataclass(frozen=True, slots=True)
class Alone:
    """A criterion, how many recommendations meet it, and how many meet all the others."""

    criterion: Criterion
    alone: int
    without: int


class Finder:
    """Finds recommendations of a graph; what it knows of them is read once."""

    def __init__(self, graph: Graph) -> None:
        self.graph = graph
        self.index = FacetIndex.of(graph)

    @cached_property
    def documents(self) -> Documents:
        """The documents of the graph."""
        return documents(self.graph)

    def selected(self, criteria: Iterable[Criterion], *, family: bool = False) -> int:
        """The set of the recommendations that meet all criteria, as bits of ``FacetIndex``.

        With ``family`` an instrument stands for what supplements it, too. Raises InputError for a
        facet that is not known, and for a name of nothing or of two things. A function is that of
        an instrument that is wanted beside it, a polarity that of a theme.
        """
        bits = self.index.all
        chosen: list[tuple[str, set[str]]] = []
        for criterion in criteria:
            met = self._meeting(criterion, family=family)
            bits &= ~met if criterion.excluded else met
            if not criterion.excluded and criterion.facet in CLASSES:
                names = criterion.names
                values = (self._counting(criterion.facet, n, family=family) for n in names)
                chosen.append((criterion.facet, set().union(*values)))
        return self.index.qualified.joined(chosen, bits)

    def alone(self, criteria: Sequence[Criterion], *, family: bool = False) -> list[Alone]:
        """How many recommendations meet each criterion, and how many all the others."""
        sets = {c: self.selected([c], family=family) for c in criteria}
        others = (self.selected([o for o in criteria if o != c], family=family) for c in criteria)
        counts = zip(sets.items(), others, strict=True)
        return [Alone(c, bits.bit_count(), rest.bit_count()) for (c, bits), rest in counts]

    def found(self, criteria: Sequence[Criterion], *, family: bool = False) -> Iterator[Found]:
        """The recommendations that meet all criteria, in the order of their texts."""
        things = self.things(criteria, family=family)
        for item in self.index.listed(self.selected(criteria, family=family)):
            yield self._described(item, things)

    def counted(self, facet: str) -> dict[str, int]:
        """The recommendations of each value of a facet, as bits, each value with what is narrower
        or a part of it, as ``selected`` counts them."""
        sets: dict[str, int] = {}
        for key in self._keys(facet):
            sets |= {v: bits | sets.get(v, 0) for v, bits in self.index.sets[key].items()}
        if facet == "instrument":
            return sets
        if facet == "state":  # others recommend, too
            states = {text_of(row["state"]) for row in self.graph.select(STATES)}
            return {value: bits for value, bits in sets.items() if value in states}
        whole: dict[str, int] = {}
        values = " ".join(str(NamedNode(iri)) for iri in sets)
        for row in self.graph.select(WIDER % (values, CLASSES[facet])):
            value, wider = text_of(row["value"]), text_of(row["wider"])
            whole[wider] = whole.get(wider, 0) | sets[value]
        return {value: sets.get(value, 0) | whole.get(value, 0) for value in {**sets, **whole}}

    def things(self, criteria: Iterable[Criterion], *, family: bool = False) -> set[str]:
        """The things of which a recommendation that meets the criteria has one, for each."""
        wanted = (c for c in criteria if not c.excluded and c.facet != WORDS)
        return {
            iri for c in wanted for name in c.names
            for iri in self._counting(c.facet, name, family=family)
        }  # fmt: skip

    def _described(self, item: Item, things: set[str]) -> Found:
        reasons = explain(self.graph, item.iri, things) if things else []
        name = self.documents.name(item.iri, item.identifier)
        return Found(item.iri, name, item.text, item.section, tuple(reasons))

    def _meeting(self, criterion: Criterion, *, family: bool) -> int:
        bits = 0
        for name in criterion.names:
            if criterion.facet == WORDS:
                hits = search_graph(self.graph, name, kind="Recommendation", limit=MOST)
                bits |= self.index.having([hit.part for hit in hits])
                continue
            values = self._counting(criterion.facet, name, family=family)
            for key in self._keys(criterion.facet):
                for value in values:
                    bits |= self.index.sets.get(key, {}).get(value, 0)
        return bits

    def _keys(self, facet: str) -> tuple[str, ...]:
        return tuple(CLASSES) if facet == ABOUT else ALIKE.get(facet, (facet,))

    def _counting(self, facet: str, name: str, *, family: bool) -> set[str]:
        """The things that count for the one of a name."""
        if facet == ABOUT:
            found = all_named(self.graph, name, where=f"the criterion {facet}")
        elif facet in CLASSES:
            of = CLASSES[facet]
            found = [named(self.graph, name, of=of, where=f"the criterion {facet}")]
        else:
            known = " or ".join((*CLASSES, ABOUT, WORDS))
            raise InputError("a criterion", known, shown(facet), "choose one")
        query = FAMILY if family else NARROWER
        if facet == "instrument" and not family:
            return set(found)
        return {
            row["thing"].value
            for iri in found
            for row in self.graph.select(query, wider=NamedNode(iri))
            if isinstance(row["thing"], NamedNode)
        } | set(found)


COLUMNS = ("recommendation", "identifier", "section", "text", "why")


def found_table(
    found: Sequence[Found], criteria: Sequence[Criterion], wanted: Sequence[str] = ()
) -> Table:
    """What was found as people read it, below what was looked for."""
    title = "; ".join(map(str, criteria)) or "all recommendations"
    usual = ["identifier", "text", "why" if any(one.why for one in found) else "section"]
    return table(title, COLUMNS, [_row(one) for one in found], wanted=wanted or usual)


def found_text(found: Sequence[Found], form: str, wanted: Sequence[str] = ()) -> str:
    """What was found in one of the formats of rows; ``wanted`` names the columns."""
    rows: list[Terms] = [(NamedNode(one.part), *map(Literal, _row(one)[1:])) for one in found]
    names = chosen_columns(COLUMNS, wanted, variables=True) if wanted else [*COLUMNS]
    places = [COLUMNS.index(name) for name in names]
    return rows_text(names, [[row[i] for i in places] for row in rows], form)


def _row(one: Found) -> list[str]:
    return [one.part, one.identifier, one.section, one.text, one.why]
