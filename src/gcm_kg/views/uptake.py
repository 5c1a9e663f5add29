"""Traces recommendations into the adopted compact: what took them up, or what may have."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from pyoxigraph import QuerySolution

from gcm_kg.rdf.sparql import shipped
from gcm_kg.store.fulltext import ranked
from gcm_kg.store.graph import Graph

WORD = re.compile(r"[^\W\d_]{3,}")
MOST_WORDS = 200
"""Words of a recommendation that are compared; the longest one has 80."""
WORDING, SUBSTANCE, PARTLY = "wording kept", "substance kept", "partly"
DEGREES = (WORDING, SUBSTANCE, PARTLY)
"""From the most that is kept to the least; whatever else there is comes behind them."""

Key = tuple[int, str]
"""Number of the objective and letter of the action."""
Actions = Mapping[Key, str]
"""The words of the actions of a compact."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """An action and what it did with a recommendation.

    ``degree`` is "candidate" where nobody has judged; then ``score`` says how alike the words are
    (BM25; only to be compared with others of the same recommendation). ``words`` are those of the
    action itself, where its text was given, and ``substance`` says it in ours.
    """

    action: str
    label: str
    title: str
    degree: str
    substance: str
    words: str = ""
    quote: str = ""
    reason: str = ""
    score: float | None = None


@dataclass(frozen=True, slots=True)
class Trace:
    """A recommendation with its outcomes, the best first. No outcome: nobody has judged."""

    part: str
    identifier: str
    text: str
    outcomes: tuple[Outcome, ...]


def traces(
    graph: Graph, parts: list[str], against: Actions | None = None, candidates: int = 3
) -> Iterator[Trace]:
    """What became of recommendations, given by their IRIs, or of all in the order of their texts.

    With the words of the compact, they are quoted, and for a recommendation that nobody has judged
    as many candidates are given as are asked for, those first whose words are most alike.
    """
    judged = outcomes_of(graph, against)
    ranking = Ranking(graph, against) if against else None
    for row in graph.select(shipped("views/uptake-recommendations")):
        part, text = row["part"].value, " ".join(row["text"].value.split())
        if parts and part not in parts:
            continue
        outcomes = judged.get(part, ())
        if ranking and not outcomes:
            outcomes = tuple(ranking.candidates(text, candidates))
        yield Trace(part, row["identifier"].value, text, outcomes)


def outcomes_of(graph: Graph, against: Actions | None = None) -> dict[str, tuple[Outcome, ...]]:
    """What became of each recommendation of which somebody has judged it, the best first."""
    judged: dict[str, list[Outcome]] = {}
    for row in sorted(graph.select(shipped("views/uptake-outcomes")), key=_key):
        judged.setdefault(row["part"].value, []).append(_outcome(row, against))
    return {part: tuple(sorted(outcomes, key=_rank)) for part, outcomes in judged.items()}


def _rank(outcome: Outcome) -> int:
    known = outcome.degree in DEGREES
    return DEGREES.index(outcome.degree) if known else len(DEGREES)


class Ranking:
    """Ranks the actions of a compact by their likeness to a text (SQLite's BM25, English stems)."""

    def __init__(self, graph: Graph, compact: Actions) -> None:
        self._known = {
            _key(row): _outcome(row, compact)
            for row in graph.select(shipped("views/uptake-actions"))
        }
        self._compact = compact

    def candidates(self, text: str, limit: int) -> list[Outcome]:
        """The actions whose words are most like those of a text, the likest first."""
        words = list(dict.fromkeys(word.lower() for word in WORD.findall(text)))[:MOST_WORDS]
        if not words:
            return []
        texts = {f"{n}.{letter}": text for (n, letter), text in self._compact.items()}
        return [self._candidate(key, score) for key, score in ranked(texts, words, limit)]

    def _candidate(self, name: str, score: float) -> Outcome:
        number, _, letter = name.partition(".")
        key = int(number), letter
        if known := self._known.get(key):
            return replace(known, degree="candidate", score=round(score, 2))
        label = f"Objective {number}, action ({letter})"
        words = self._compact[key]
        return Outcome("", label, "", "candidate", "", words=words, score=round(score, 2))


def _outcome(row: QuerySolution, against: Actions | None) -> Outcome:
    words = against.get(_key(row), "") if against else ""
    fields = ("action", "label", "title", "degree", "substance")
    action, label, title, degree, substance = (_value(row, name) for name in fields)
    quote, reason = " ".join(_value(row, "quote").split()), _value(row, "reason")
    return Outcome(action, label, title, degree, substance, words, quote, reason)


def _key(row: QuerySolution) -> Key:
    return int(_value(row, "number") or 0), _value(row, "letter")


def _value(row: QuerySolution, name: str) -> str:
    try:
        term = row[name]
    except KeyError:  # the query has no such variable
        return ""
    return "" if term is None else str(term.value)
