"""Finds the names of things in the words of a question."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass

from pyoxigraph import Literal, NamedNode

from gcm_kg.querying.names import below, kinds_of
from gcm_kg.rdf.namespaces import DCTERMS, GCM, SKOS, compress, expand
from gcm_kg.store.documents import documents
from gcm_kg.store.graph import Graph, text_of
from gcm_kg.text.characters import unaccented
from gcm_kg.text.spelling import stem

# Matches “III.a.1”, “work:122.4” and “non-refoulement”, not “?”.
WORD = re.compile(r"\w+(?:[.:'’/-]\w+)*")
# Is “III.a.1” and “s5:122.4”, not “U.S”.
IDENTIFIER = re.compile(r"(?:[\w.-]+:)?(?:[IVXL]+(?:\.\w+)*|\d+\.\d+)")
NAMING = [NamedNode(SKOS + name) for name in ("prefLabel", "altLabel", "hiddenLabel", "notation")]
IDENTIFIES = NamedNode(DCTERMS + "identifier")
LONGEST = 12
"""Words of the longest name that is looked for."""

Names = dict[tuple[str, ...], set[str]]
"""Things by the stems of the words of a name."""


@dataclass(frozen=True, slots=True)
class LinkedName:
    """Words of a question, by their numbers, with a thing that they name and the classes, of those
    that were looked for, in which it is; ``nested`` if they are a part of a longer name. ``role``
    says what an actor does in the question, where that was looked for and is known."""

    start: int
    end: int
    iri: str
    classes: tuple[str, ...]
    nested: bool = False
    role: str = ""


def words_of(text: str) -> list[str]:
    """The words of a question, in the order in which they stand."""
    return WORD.findall(text)


def linked_names(
    graph: Graph, words: Sequence[str], classes: Iterable[str], names: Names
) -> list[LinkedName]:
    """The things of some classes that words name, by the longest of ``names`` first.

    Names are compared by the stems of their words, without case and accents; several things of one
    name are all given. Parts are named by their identifiers.
    """
    below_of = {c: {*below(graph, NamedNode(expand(c)))} for c in classes if c.startswith("gcm:")}
    stems = [stemmed(word) for word in words]
    found: list[LinkedName] = []
    taken: set[int] = set()
    for start, end in _places(stems, names):
        nested = not taken.isdisjoint(range(start, end))
        linked = [
            LinkedName(start, end, iri, of, nested)
            for iri in sorted(names[tuple(stems[start:end])])
            if (of := _classes(graph, iri, below_of))
        ]
        found += linked
        taken.update(range(start, end) if linked else ())
    return found + _parts(graph, words, [c for c in below_of if c != "gcm:Part"])


def _places(stems: Sequence[str], names: Collection[tuple[str, ...]]) -> list[tuple[int, int]]:
    """Where names stand, the longest first."""
    return [
        (start, start + size)
        for size in range(min(LONGEST, len(stems)), 0, -1)
        for start in range(len(stems) - size + 1)
        if tuple(stems[start : start + size]) in names
    ]


def stemmed(word: str) -> str:
    """A word as names are compared: its stem, without case and accents, and without "’s"."""
    return stem(unaccented(word.casefold().removesuffix("'s").removesuffix("’s")))


def stemmed_names(graph: Graph) -> Names:
    """The things of a graph by the stems of the words of each of their names."""
    found: defaultdict[tuple[str, ...], set[str]] = defaultdict(set)
    for naming in NAMING:
        for triple in graph.triples(None, naming, None):
            key = tuple(map(stemmed, WORD.findall(text_of(triple.object))[: LONGEST + 1]))
            found[key].add(text_of(triple.subject))
    return dict(found)


def _classes(graph: Graph, iri: str, below_of: dict[str, set[str]]) -> tuple[str, ...]:
    kinds = kinds_of(graph, NamedNode(iri))
    return tuple(sorted(c for c, below in below_of.items() if not below.isdisjoint(kinds)))


def _parts(graph: Graph, words: Sequence[str], classes: Sequence[str]) -> list[LinkedName]:
    """The parts whose identifiers stand among the words, with or without the key of a document."""
    found = []
    for number, word in enumerate(words):
        if not IDENTIFIER.fullmatch(word):
            continue
        key, _, local = word.rpartition(":")
        document = documents(graph).keys.get(key.lower()) if key else None
        named = graph.triples(None, IDENTIFIES, Literal(local))
        things = sorted(text_of(triple.subject) for triple in named)
        for iri in [iri for iri in things if document is None or document.holds(iri)][:1]:
            kinds = {compress(kind) for kind in kinds_of(graph, NamedNode(iri)) if GCM in kind}
            if of := tuple(sorted(kinds & {*classes, "gcm:Part"})):
                found.append(LinkedName(number, number + 1, iri, of))
    return found
