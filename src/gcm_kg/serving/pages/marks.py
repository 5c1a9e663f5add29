"""Marks the mentions in a text, each with what it names and why we say so."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from pyoxigraph import NamedNode, QuerySolution

from gcm_kg.rdf.namespaces import short
from gcm_kg.rdf.sparql import shipped
from gcm_kg.serving.served import Served
from gcm_kg.store.graph import text_of

RECENT = 8
"""Source texts whose marks are kept: whoever reads a part of one reads others."""


@dataclass(frozen=True, slots=True)
class Named:
    """A thing that words name; without an IRI, where nobody could say which one."""

    iri: str
    label: str
    kind: str
    rule: str
    why: str


@dataclass(frozen=True, slots=True)
class Mark:
    """Words that name one thing or several: from ``start`` to ``end``, in code points of the
    source."""

    start: int
    end: int
    named: tuple[Named, ...]

    @property
    def reason(self) -> str:
        """What is named and how it was found, on a line."""
        return "; ".join(
            f"{one.label} ({one.kind}), found by {one.rule or 'a reader'}" if one.iri
            else "a name that could not be resolved" for one in self.named
        )  # fmt: skip


@dataclass(frozen=True, slots=True)
class Piece:
    """A piece of a text, with the mark whose words it is."""

    text: str
    mark: Mark | None


@lru_cache(RECENT)
def marks(served: Served, source: str) -> list[Mark]:
    """The marks of a source text in their order, given its IRI."""
    found: dict[tuple[int, int], dict[str, Named]] = {}
    for row in served.graph.select(shipped("serving/document-mentions"), source=NamedNode(source)):
        place = int(text_of(row["start"])), int(text_of(row["end"]))
        named = _named(row, served)
        found.setdefault(place, {}).setdefault(named.iri, named)
    return [Mark(*place, tuple(named.values())) for place, named in found.items()]


def _named(row: QuerySolution, served: Served) -> Named:
    """What a mention names. Labels and kinds are at hand: asked for with the mentions, those of all
    things were put together first."""
    iri, rule, why = (text_of(row[name]) for name in ("thing", "rule", "why"))
    kinds = sorted(served.label(kind) for kind in served.names.kinds.get(iri, ()))
    label = served.names.labels.get(iri) or short(iri)
    return Named(iri, label if iri else "", next(iter(kinds), ""), rule, why)


def pieces(text: str, start: int, marked: Sequence[Mark]) -> Iterator[Piece]:
    """A text cut at the ends of its marks; ``start`` is where it begins in the source.

    Where marks lie in each other, words belong to the shortest.
    """
    end = start + len(text)
    inside = [mark for mark in marked if start <= mark.start < mark.end <= end]
    bounds = {start, end, *(m.start for m in inside), *(m.end for m in inside)}
    ordered = sorted(bounds)
    for left, right in zip(ordered, ordered[1:], strict=False):
        over = [mark for mark in inside if mark.start <= left and right <= mark.end]
        mark = min(over, key=lambda one: one.end - one.start, default=None)
        yield Piece(text[left - start : right - start], mark)
