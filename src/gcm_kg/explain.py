"""Says why an edge is there: the words, where they stand, and the rule or reader that drew it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby

from pyoxigraph import NamedNode, QuerySolution, QuerySolutions, Store

from gcm_kg.iris import DCTERMS, GCM, OA, RDFS, SKOS

STATEMENTS = f"""
PREFIX gcm: <{GCM}> PREFIX oa: <{OA}> PREFIX skos: <{SKOS}> PREFIX dcterms: <{DCTERMS}>
PREFIX rdfs: <{RDFS}>
SELECT ?statement ?relation ?object ?objectLabel ?functionLabel ?reviewed ?maker ?makerLabel ?reason
  ?start ?end ?exact ?prefix ?suffix
WHERE {{
  ?statement gcm:statementSubject %s ; gcm:statementObject ?object ; a/rdfs:label ?relation .
  OPTIONAL {{ ?object skos:prefLabel ?objectLabel }}
  OPTIONAL {{ ?statement gcm:citationFunction/skos:prefLabel ?functionLabel }}
  OPTIONAL {{ ?statement gcm:reviewed ?reviewed }}
  ?statement gcm:madeBy ?maker .
  OPTIONAL {{ ?maker skos:prefLabel|rdfs:label ?makerLabel }}
  OPTIONAL {{ ?maker gcm:reason|skos:definition ?reason }}
  OPTIONAL {{
    ?statement gcm:evidence ?evidence . ?evidence oa:hasSelector ?placed, ?quoted .
    ?placed oa:start ?start ; oa:end ?end .
    ?quoted oa:exact ?exact ; oa:prefix ?prefix ; oa:suffix ?suffix .
  }}
}} ORDER BY ?relation ?object ?statement ?maker ?start
"""


@dataclass(frozen=True, slots=True)
class Quote:
    """Words of a source with those around them; start and end in its code points."""

    start: int
    end: int
    prefix: str
    exact: str
    suffix: str

    def __str__(self) -> str:
        """The words marked by guillemets, in their surroundings, on one line."""
        return " ".join(f"…{self.prefix}«{self.exact}»{self.suffix}…".split())


@dataclass(frozen=True, slots=True)
class Explanation:
    """Why a part has an edge: what it states of what, on which words, and what made it."""

    statement: str
    relation: str
    object: str
    object_label: str
    function: str
    made_by: str
    maker_label: str
    reason: str
    reviewed: bool
    quotes: tuple[Quote, ...]

    def __str__(self) -> str:
        """Some lines for people."""
        function = f" ({self.function})" if self.function else ""
        head = f"{self.relation}: {self.object_label or self.object}{function}"
        quotes = [f"  at {q.start}–{q.end}: {q}" for q in self.quotes]
        reviewed = "reviewed" if self.reviewed else "not reviewed"
        label = self.maker_label or self.made_by
        return "\n".join([head, *quotes, f"  by {label}, {reviewed}: {self.reason}"])


def explain(store: Store, part: str, about: str = "") -> list[Explanation]:
    """Why a part has its edges, given its IRI; with ``about``, those to that thing alone."""
    node = NamedNode(part)
    answer = store.query(STATEMENTS % node, use_default_graph_as_union=True)
    assert isinstance(answer, QuerySolutions)
    explained = (_explanation(list(rows)) for _, rows in groupby(answer, _key))
    return [one for one in explained if about in ("", one.object)]


def _key(row: QuerySolution) -> tuple[str, str]:
    return row["statement"].value, row["maker"].value


def _explanation(rows: list[QuerySolution]) -> Explanation:
    first = rows[0]
    return Explanation(
        statement=first["statement"].value,
        relation=first["relation"].value,
        object=first["object"].value,
        object_label=_value(first, "objectLabel"),
        function=_value(first, "functionLabel"),
        made_by=first["maker"].value,
        maker_label=_value(first, "makerLabel"),
        reason=_value(first, "reason"),
        reviewed=_value(first, "reviewed") == "true",
        quotes=tuple(dict.fromkeys(_quotes(rows))),
    )


def _quotes(rows: list[QuerySolution]) -> Iterator[Quote]:
    for row in rows:
        if row["exact"] is not None:
            place = int(_value(row, "start")), int(_value(row, "end"))
            yield Quote(*place, *(_value(row, name) for name in ("prefix", "exact", "suffix")))


def _value(row: QuerySolution, name: str) -> str:
    term = row[name]
    return "" if term is None else str(term.value)
