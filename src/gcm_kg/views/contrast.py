"""Two selections of recommendations side by side."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict, dataclass

from gcm_kg.errors import InputError, shown
from gcm_kg.rdf.namespaces import short
from gcm_kg.views.best_labels import labels_of
from gcm_kg.views.criteria import ALIASES, CLASSES, Criterion
from gcm_kg.views.finding import Finder
from gcm_kg.views.table import Table, chosen_columns, table


@dataclass(frozen=True, slots=True)
class Difference:
    """A value of a facet in two selections: how many recommendations of each have it."""

    value: str
    label: str
    one: int
    other: int
    share: float
    other_share: float


@dataclass(frozen=True, slots=True)
class Comparison:
    """Two selections: their sizes, how many recommendations are in both, and the values of a facet
    by how much their shares differ; a value counts with what is narrower, as criteria do."""

    one: int
    other: int
    both: int
    differences: tuple[Difference, ...]


def compared(
    finder: Finder, one: Sequence[Criterion], other: Sequence[Criterion], facet: str = "theme"
) -> Comparison:
    """Compares two selections by the values of a facet, those first whose shares differ most.

    Raises InputError as ``Finder.selected`` does.
    """
    facet = ALIASES.get(facet, facet)
    if facet not in CLASSES:
        raise InputError("gcm-kg compare --by", " or ".join(CLASSES), shown(facet), "choose one")
    index = finder.index
    left, right = finder.selected(one), finder.selected(other)
    sizes = left.bit_count(), right.bit_count()
    rows = []
    found = finder.counted(facet)
    labels = index.labels | labels_of(finder.graph, found.keys() - index.labels.keys())
    for value, bits in found.items():
        counts = (bits & left).bit_count(), (bits & right).bit_count()
        shares = [count / size if size else 0.0 for count, size in zip(counts, sizes, strict=True)]
        if any(counts):
            label = labels.get(value, short(value))
            rows.append(Difference(value, label, *counts, shares[0], shares[1]))
    rows.sort(key=lambda row: (-abs(row.share - row.other_share), row.label))
    return Comparison(*sizes, (left & right).bit_count(), tuple(rows))


COLUMNS = ("value", "first", "shareOfFirst", "second", "shareOfSecond", "difference")


def compared_object(found: Comparison, wanted: Sequence[str] = ()) -> dict[str, object]:
    """A comparison for JSON; with ``wanted``, its differences have these columns alone."""
    whole = asdict(found)
    if wanted:
        names = chosen_columns(COLUMNS, wanted)
        cells = (dict(zip(COLUMNS, _cells(row), strict=True)) for row in found.differences)
        whole["differences"] = [{name: row[name] for name in names} for row in cells]
    return whole


def _cells(row: Difference) -> tuple[object, ...]:
    counts = row.label, row.one, row.share, row.other, row.other_share
    return (*counts, row.other_share - row.share)


def compared_table(
    found: Comparison, first: str, second: str, by: str, wanted: Sequence[str] = ()
) -> Table:
    """A comparison as people read it, the two selections with their sizes above."""
    rows = [
        [
            *(row.label, str(row.one), f"{row.share:.0%}", str(row.other)),
            *(f"{row.other_share:.0%}", f"{row.other_share - row.share:+.0%}"),
        ]
        for row in found.differences
    ]
    sizes = [f"first: {first.strip()} ({found.one})", f"second: {second.strip()} ({found.other})"]
    whole = "" if ALIASES.get(by, by) == "instrument" else ", with what is narrower or within"
    notes = [*sizes, f"in both: {found.both}", f"by: {by}{whole}"]
    title = "Which share of each selection has what?"
    return table(title, COLUMNS, rows, wanted=wanted, notes=notes)
