"""The facets of a corpus in which few documents have changed, made of those before.

The recommendations of a document stand side by side in the order of all: the bits of a set move
together, in runs, and no recommendation of the other documents is looked at.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple, TypeVar

from gcm_kg.store.graph import Graph
from gcm_kg.views.best_labels import labels_of
from gcm_kg.views.facet_rows import Item, in_order
from gcm_kg.views.facets import FacetIndex
from gcm_kg.views.qualified_facets import QualifiedFacets

Value = TypeVar("Value", str, tuple[str, str])
OF_DOCUMENTS = ("document", "section")
"""The facets whose values are parts of documents, which no other document gives a label."""


class Run(NamedTuple):
    """Recommendations that follow each other in an index, from ``start``, and in the new one, from
    ``place``."""

    start: int
    length: int
    place: int


def renewed(
    graph: Graph, before: FacetIndex, gone: Collection[str], come: Sequence[FacetIndex]
) -> FacetIndex:
    """An index without the parts of some documents, given their IRIs, and with the recommendations
    of others; labels are those of the graph now."""
    indexes = [before, *come]
    items, runs = _joined(indexes, gone)
    found = FacetIndex(items, {}, {}, {})
    found.sets = {k: _moved([i.sets[k] for i in indexes], runs) for k in before.sets}
    said = [index.qualified.pairs for index in indexes]
    found.qualified = QualifiedFacets({k: _moved([s[k] for s in said], runs) for k in said[0]})
    old = {v for key in OF_DOCUMENTS for v in before.sets[key] if not _in(v, gone)}
    values = {value for sets in found.sets.values() for value in sets}
    kept = {value: before.labels[value] for value in values & old if value in before.labels}
    found.labels = kept | labels_of(graph, values - old)
    return found


def _joined(
    indexes: Sequence[FacetIndex], gone: Collection[str]
) -> tuple[list[Item], list[list[Run]]]:
    """The recommendations of all, in their order; for each index, where its own are in it."""
    listed = [
        (in_order(item), number, place)
        for number, index in enumerate(indexes)
        for place, item in enumerate(index.items)
        if number or not _in(item.iri, gone)
    ]
    listed.sort()
    runs: list[list[Run]] = [[] for _ in indexes]
    for new, (_, number, place) in enumerate(listed):
        last = runs[number][-1] if runs[number] else Run(0, 0, 0)
        if (place, new) == (last.start + last.length, last.place + last.length) and last.length:
            runs[number][-1] = last._replace(length=last.length + 1)
        else:
            runs[number].append(Run(place, 1, new))
    return [indexes[number].items[place] for _, number, place in listed], runs


def _moved(sets: Sequence[Mapping[Value, int]], runs: Sequence[Sequence[Run]]) -> dict[Value, int]:
    """The sets of several indexes as one, by value, without those of no recommendation."""
    found: dict[Value, int] = {}
    for bits_of_value, own in zip(sets, runs, strict=True):
        for value, bits in bits_of_value.items():
            if moved := sum(_pieces(bits, own)):
                found[value] = found.get(value, 0) | moved
    return {value: found[value] for value in sorted(found)}


def _pieces(bits: int, runs: Iterable[Run]) -> Iterator[int]:
    """The places of a set that are in runs, each where it is now."""
    low, high = (bits & -bits).bit_length() - 1, bits.bit_length()
    for start, length, place in runs:
        if start < high and start + length > low:
            yield (bits >> start & (1 << length) - 1) << place


def _in(part: str, documents: Collection[str]) -> bool:
    """Whether a part is one of some documents, or in one: its path begins with theirs."""
    while part:
        if part in documents:
            return True
        part = part.rpartition("/")[0]
    return False
