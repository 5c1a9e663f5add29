"""Says why an edge is there: the words, where they stand, and the rule or reader that drew it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Mapping
from dataclasses import dataclass

from pyoxigraph import NamedNode, QuerySolution

from gcm_kg.model.original import page_of, rectangle_of
from gcm_kg.rdf.sparql import shipped
from gcm_kg.store.graph import Graph


@dataclass(frozen=True, slots=True)
class Quote:
    """Words of a source with those around them; start and end in its code points.

    ``fragment`` says where they stand in the original: a page with a rectangle (RFC 8118), or a
    cell (RFC 7111); it is empty where that is not known. ``elsewhere`` is the key of the document
    that has the words, and ``document`` its IRI, where that is another than that of what is
    explained.
    """

    start: int
    end: int
    prefix: str
    exact: str
    suffix: str
    fragment: str = ""
    elsewhere: str = ""
    document: str = ""

    @property
    def place(self) -> str:
        """Where the words stand, for readers: "120–133", "120–133, page 7, of 9-add-1"."""
        other = f"of {self.elsewhere}" if self.elsewhere else ""
        parts = f"{self.start}–{self.end}", page_of(self.fragment), other
        return ", ".join(filter(None, parts))

    @property
    def rectangle(self) -> str:
        """Where on the page the words stand, for readers; empty where that is not known."""
        return rectangle_of(self.fragment)

    def __str__(self) -> str:
        """The words marked by guillemets, in their surroundings, on one line."""
        return " ".join(f"…{self.prefix}«{self.exact}»{self.suffix}…".split())


@dataclass(frozen=True, slots=True)
class Explanation:
    """Why a part has an edge: what it states of what, on which words, and what made it.

    Function and pinpoint are those of a citation, the polarity that of a theme, the degree that of
    an uptake; what a statement has not is "".
    """

    statement: str
    relation: str
    object: str
    object_label: str
    function: str
    polarity: str
    degree: str
    pinpoint: str
    made_by: str
    maker_label: str
    reason: str
    reviewed: bool
    quotes: tuple[Quote, ...]

    @property
    def qualification(self) -> str:
        """What the statement says beside its thing: "ratify, article 9", "prevent or combat"."""
        return ", ".join(filter(None, (self.function, self.pinpoint, self.polarity, self.degree)))

    def __str__(self) -> str:
        """Some lines for people."""
        told = f" ({self.qualification})" if self.qualification else ""
        head = f"{self.relation}: {self.object_label or self.object}{told}"
        quotes = [f"  at {q.place}: {q}" for q in self.quotes]
        reviewed = "reviewed" if self.reviewed else "not reviewed"
        label = self.maker_label or self.made_by
        return "\n".join([head, *quotes, f"  by {label}, {reviewed}: {self.reason}"])


def explain(graph: Graph, part: str, about: Collection[str] = ()) -> list[Explanation]:
    """Why a part has its edges, given its IRI; with ``about``, those to these things alone."""
    node = NamedNode(part)
    quotes = _quotes(graph, node)
    firsts: dict[tuple[str, str], QuerySolution] = {}
    for row in graph.select(
        shipped("views/explanation-statements"), part=node
    ):  # a thing with two labels has two rows
        firsts.setdefault((row["statement"].value, row["maker"].value), row)
    explained = (_explanation(row, quotes) for row in firsts.values())
    return [one for one in explained if not about or one.object in about]


def _quotes(graph: Graph, node: NamedNode) -> dict[str, list[Quote]]:
    """The words behind each statement about a part."""
    found: defaultdict[str, list[Quote]] = defaultdict(list)
    own = {row["source"] for row in graph.select(shipped("views/explanation-source"), part=node)}
    others = dict.fromkeys(own, ("", ""))
    for row in graph.select(shipped("views/explanation-quotes"), part=node):
        place = int(row["start"].value), int(row["end"].value)
        prefix, exact, suffix = (row[name].value for name in ("prefix", "exact", "suffix"))
        source = row["source"]
        if source is not None and source not in others:
            others[source] = _document(graph, source)
        origin = _value(row, "fragment"), *others.get(source, ("", ""))
        quote = Quote(*place, prefix, exact, suffix, *origin)
        same = found[row["statement"].value]
        if not same or (same[-1].start, same[-1].end) != place:  # it may go on on another page
            same.append(quote)
    return found


def _document(graph: Graph, source: NamedNode) -> tuple[str, str]:
    """The key and the IRI of the document whose words a source has."""
    rows = graph.select(shipped("views/explanation-document"), source=source)
    return next(((row["key"].value, row["document"].value) for row in rows), ("", ""))


def _explanation(row: QuerySolution, quotes: Mapping[str, list[Quote]]) -> Explanation:
    statement = row["statement"].value
    return Explanation(
        statement=statement,
        relation=row["relation"].value,
        object=row["object"].value,
        object_label=_value(row, "objectLabel"),
        function=_value(row, "functionLabel"),
        polarity=_value(row, "polarityLabel"),
        degree=_value(row, "degreeLabel"),
        pinpoint=_value(row, "pinpoint"),
        made_by=row["maker"].value,
        maker_label=_value(row, "makerLabel"),
        reason=_value(row, "reason"),
        reviewed=_value(row, "reviewed") == "true",
        quotes=tuple(dict.fromkeys(quotes.get(statement, ()))),
    )


def _value(row: QuerySolution, name: str) -> str:
    term = row[name]
    return "" if term is None else str(term.value)
