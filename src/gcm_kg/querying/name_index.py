"""All names of the things of a graph at hand: what is named so, and what is named nearly so.

For one name ``names.named`` asks the graph; where many are looked up, or a misspelt one, this
index answers in memory. Names are compared without regard to case, accents and punctuation.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Set
from dataclasses import dataclass
from functools import cached_property
from heapq import nlargest
from typing import Any

from pyoxigraph import Literal, NamedNode

from gcm_kg.rdf.namespaces import BASE, CLOSURE_GRAPH, short
from gcm_kg.store.graph import Graph
from gcm_kg.text.characters import compared

NAMES = """
SELECT ?thing ?name ?rank WHERE {
  VALUES (?naming ?rank) {
    (skos:prefLabel 0) (skos:notation 1) (skos:altLabel 2) (dcterms:title 2)
    (gcm:documentSymbol 2) (gcm:treatyNumber 3) (skos:hiddenLabel 4)
  }
  ?thing ?naming ?name .
}
"""
KINDS = f"""
SELECT ?thing ?kind WHERE {{
  {{ SELECT DISTINCT ?thing WHERE {{
    VALUES ?naming {{
      skos:prefLabel skos:notation skos:altLabel dcterms:title
      gcm:documentSymbol gcm:treatyNumber skos:hiddenLabel
    }}
    ?thing ?naming ?name
  }} }}
  OPTIONAL {{ ?thing a ?kind }}
  FILTER(BOUND(?kind))
  FILTER NOT EXISTS {{ GRAPH <{CLOSURE_GRAPH}> {{ ?thing a ?kind }} }}
}}
"""
"""OPTIONAL, so that classes are looked up thing by thing: most things have no name."""
LEAST = 0.45
"""The least likeness of a name that is nearly the one that is looked for."""


@dataclass(frozen=True, slots=True)
class Match:
    """A thing that has a name like the one that is looked for; ``score`` is 1 for the same."""

    iri: str
    label: str
    name: str
    score: float


class NameIndex:
    """The names of the things of a graph that have an IRI of ours, or any where ``ours`` is off."""

    def __init__(self, graph: Graph, ours: bool = True) -> None:
        self.labels: dict[str, str] = {}
        self._named: defaultdict[str, dict[str, tuple[int, str]]] = defaultdict(dict)
        for row in sorted(graph.select(NAMES), key=lambda row: int(row["rank"].value)):
            thing, name = row["thing"], row["name"]
            if not isinstance(thing, NamedNode) or not isinstance(name, Literal):
                continue
            if ours and not thing.value.startswith(BASE):
                continue
            self.labels.setdefault(thing.value, name.value)
            rank = int(row["rank"].value)
            self._named[plain(name.value)].setdefault(thing.value, (rank, name.value))
        self._graph = graph

    def as_json(self) -> dict[str, Any]:
        """All of it as ``of_json`` reads it."""
        kinds = {thing: sorted(found) for thing, found in self.kinds.items()}
        return {"labels": self.labels, "named": self._named, "kinds": kinds}

    @classmethod
    def of_json(cls, found: dict[str, Any]) -> NameIndex:
        """That of which ``as_json`` gave this."""
        made = cls.__new__(cls)
        made.labels, kinds = found["labels"], defaultdict[str, set[str]](set)
        kinds.update((thing, set(listed)) for thing, listed in found["kinds"].items())
        made._named = defaultdict(dict)
        for name, things in found["named"].items():
            made._named[name] = {t: (rank, spelt) for t, (rank, spelt) in things.items()}
        made.__dict__["kinds"] = kinds
        return made

    def __getstate__(self) -> dict[str, Any]:
        """Without the graph, which cannot be handed to another process: with what is made of it."""
        assert self.kinds is not None
        return {name: made for name, made in self.__dict__.items() if name != "_graph"}

    @cached_property
    def kinds(self) -> dict[str, set[str]]:
        """The classes of each thing that has a name."""
        found: defaultdict[str, set[str]] = defaultdict(set)
        for row in self._graph.select(KINDS):
            if (iri := getattr(row["thing"], "value", "")) in self.labels:
                found[iri].add(row["kind"].value)
        return found

    def exact(self, name: str) -> list[Match]:
        """The things that have a name, those first that it names best."""
        found = sorted(
            (rank, thing, spelt)
            for thing, (rank, spelt) in self._named.get(plain(name), {}).items()
        )
        if found:
            return [Match(t, self.labels[t], s, 1 - rank / 100) for rank, t, s in found]
        for iri in (name.strip("<> "), BASE + name.strip("/ ")):
            if iri in self.labels:
                return [Match(iri, self.labels[iri], short(iri), 1.0)]
        return []

    def near(self, name: str, limit: int = 5, among: Set[str] | None = None) -> list[Match]:
        """The things with that name, or names like it, the likest first; at most ``limit``.

        Likeness is the share of three letters in a row that two names have in common (Dice).
        ``among`` are the IRIs of the things that are looked at.
        """
        found = {match.iri: match for match in self.exact(name)}
        wanted = plain(name)
        counted = Counter(
            place for piece in set(_pieces(wanted)) for place in self._places.get(piece, ())
        )
        if among is not None:
            known = self._named
            counted = Counter(
                {p: n for p, n in counted.items() if known[self._names[p]].keys() & among}
            )
        best = nlargest(50, counted.items(), key=lambda pair: _dice(pair, self._sizes, wanted))
        for place, _ in best:
            score = _dice((place, counted[place]), self._sizes, wanted)
            spelling = self._names[place]
            score = max(score, 0.95 if _begins(wanted, spelling) else 0)
            if score < LEAST:
                continue
            for thing, (rank, spelt) in self._named[spelling].items():
                match = Match(thing, self.labels[thing], spelt, round(score - rank / 100, 4))
                if thing not in found or found[thing].score < match.score:
                    found[thing] = match
        kept = (m for m in found.values() if among is None or m.iri in among)
        return nlargest(limit, kept, key=lambda match: (match.score, match.iri))

    def beginning(self, prefix: str, limit: int = 10) -> list[Match]:
        """The things with a name that begins so, or of which a word does."""
        wanted = plain(prefix)
        found: dict[str, Match] = {}
        for known in self._names:
            if known.startswith(wanted) or f" {wanted}" in known:
                score = 1.0 if known.startswith(wanted) else 0.8
                score -= min(len(known), 100) / 1000
                for thing, (rank, spelt) in self._named[known].items():
                    match = Match(thing, self.labels[thing], spelt, score - rank / 100)
                    if thing not in found or found[thing].score < match.score:
                        found[thing] = match
        return nlargest(limit, found.values(), key=lambda match: (match.score, match.iri))

    def within(self, text: str, longest: int = 10) -> list[Match]:
        """The things that a text names, in its order; of names in each other, the longest."""
        words = plain(text).split()
        found: list[Match] = []
        place = 0
        while place < len(words):
            for length in range(min(longest, len(words) - place), 0, -1):
                matches = self.exact_plain(" ".join(words[place : place + length]))
                if matches:
                    found += matches
                    place += length - 1
                    break
            place += 1
        return found

    def exact_plain(self, name: str) -> list[Match]:
        """As ``exact``, for a name that is folded already; not by names of one or two letters."""
        if len(name) < 3:
            return []
        known = self._named.get(name) or self._named.get(name.removesuffix("s"), {})
        return [Match(t, self.labels[t], spelt, 1 - r / 100) for t, (r, spelt) in known.items()]

    @cached_property
    def _names(self) -> list[str]:
        return list(self._named)

    @cached_property
    def _sizes(self) -> list[int]:
        return [len(set(_pieces(name))) for name in self._names]

    @cached_property
    def _places(self) -> dict[str, list[int]]:
        found: defaultdict[str, list[int]] = defaultdict(list)
        for place, name in enumerate(self._names):
            for piece in set(_pieces(name)):
                found[piece].append(place)
        return found


def plain(name: str) -> str:
    """A name as it is compared: "Türkiye" is "turkiye", "U.N.T.O.C." is "u n t o c"."""
    text = compared(name)
    return " ".join("".join(c if c.isalnum() else " " for c in text).split())


def _pieces(name: str) -> Iterable[str]:
    padded = f"  {name} "
    return (padded[place : place + 3] for place in range(len(padded) - 2))


def _dice(pair: tuple[int, int], sizes: list[int], wanted: str) -> float:
    place, shared = pair
    return 2 * shared / (sizes[place] + len(set(_pieces(wanted))))


def _begins(wanted: str, known: str) -> bool:
    """Whether the words of a name are the first of another, and most of it."""
    return len(wanted) > 6 and known.startswith(wanted + " ") and len(wanted) * 2 > len(known)
