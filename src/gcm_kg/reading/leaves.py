"""The leaves of a document: paragraphs and recommendations, before they become parts."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from gcm_kg.reading.mark import Mark
from gcm_kg.reading.marks import marks_of
from gcm_kg.reading.segments import Segment, Span

# Matches “: (a) train” and “;(b)Train”, not “paragraph 15 (a) and”.
INLINE = re.compile(
    r"(?:(?<=[:;,.)])|(?<=\band)|(?<=\bor))\s+(?=\((?:[a-z]|[ivx]{1,4}|\d{1,2})\)\s)"
    r"|(?<=[:;])(?=\((?:[a-z]|[ivx]{1,4}|\d{1,2})\)[A-Z])"
)


@dataclass(frozen=True, slots=True)
class Leaf:
    """A stretch that becomes a part: ``begin`` is before its mark, ``start`` behind it.

    ``owner`` is the index of the paragraph that introduces its list; ``piece`` says that it is one
    sentence of a paragraph, ``joins`` that it goes on with the leaf before it, ``note`` that it is
    a note, or one of a list of references. ``holes`` are lines between it and what it goes on with
    that are no part of either.
    """

    index: int
    begin: int
    start: int
    end: int
    asks: bool
    mark: Mark | None = None
    owner: int | None = None
    piece: bool = False
    joins: bool = False
    note: bool = False
    holes: tuple[Span, ...] = ()


def over_fields(leaves: Iterable[Leaf], segments: Sequence[Segment]) -> Iterator[Leaf]:
    """The leaves; lines such as "Priority: high" between the title of a recommendation and what it
    asks for are holes in it."""
    fields: list[Leaf] = []
    for leaf in leaves:
        if segments[leaf.index].role == "field":
            fields.append(leaf)
            continue
        if leaf.joins:
            leaf = replace(leaf, holes=tuple((field.begin, field.end) for field in fields))
        else:
            yield from fields
        fields = []
        yield leaf
    yield from fields


Series = dict[tuple[object, ...], list[Leaf]]


def series_of(leaves: Sequence[Leaf]) -> Series:
    """The numbered recommendations by the series that they belong to, in order."""
    series: Series = {}
    for leaf in leaves:
        if (
            leaf.asks
            and leaf.mark
            and not (leaf.joins or leaf.piece)
            and leaf.mark.style != "bullet"
        ):
            owner = leaf.owner if leaf.mark.style in ("number", "letter", "small roman") else None
            series.setdefault((*leaf.mark.key, owner), []).append(leaf)
    return _with_one_numbering(series)


def _with_one_numbering(series: Series) -> Series:
    """Series of labels as one, where their words change and their numbers go on: behind
    “Recommendation 1” stands “Action 2”."""
    labels = [key for key in series if key[0] == "label"]
    leaves = sorted((x for key in labels for x in series[key]), key=lambda leaf: leaf.start)
    values = [leaf.mark.value for leaf in leaves if leaf.mark]
    if len(labels) < 2 or values != list(range(1, len(values) + 1)):
        return series
    return {**{k: x for k, x in series.items() if k[0] != "label"}, ("label",): leaves}


def points_in(words: str, start: int, end: int) -> list[tuple[int, Mark]]:
    """The places and marks of a list in running text: “… the State party: (a) …; (b) …”.

    Two points at least, of which the first is (a), (i) or (1); else none.
    """
    cuts = [match.end() for match in INLINE.finditer(words, start, end)]
    points = list(_in_series(words, cuts))
    return points if len(points) > 1 else []


def lead_of(words: str, segments: Sequence[Segment], leaf: Leaf) -> Segment | None:
    """The paragraph that introduces the list of a leaf; of one with the list in it, what stands
    before the first point."""
    lead = segments[leaf.owner] if leaf.owner is not None else None
    points = points_in(words, lead.start, lead.end) if lead and leaf.owner == leaf.index else []
    return replace(lead, end=trimmed(words, points[0][0])) if lead and points else lead


def trimmed(words: str, end: int) -> int:
    """The place behind the last word before a place."""
    while end > 0 and words[end - 1].isspace():
        end -= 1
    return end


def _in_series(words: str, cuts: Sequence[int]) -> Iterator[tuple[int, Mark]]:
    """The places of marks that go on from each other: (a), (b), (c)."""
    last: Mark | None = None
    for place in cuts:
        for mark in marks_of(words[place : place + 12]):
            if (last is None and mark.value == 1) or (
                last and mark.key == last.key and mark.value == last.value + 1
            ):
                last = mark
                yield place, mark
                break


def shape_of(title: str) -> str:
    """What headings of one series have in common: how they are numbered, or their first word."""
    first = title.split()[0] if title.split() else ""
    label = first.strip(".)(")
    if label == first:
        return first.lower()
    return "digit" if label[:1].isdigit() else "lower" if label.islower() else "upper"
