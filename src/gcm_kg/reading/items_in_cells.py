"""Finds the numbered items that one cell of a table holds, and who is asked below them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from gcm_kg.reading.cells import Cell, asked_in
from gcm_kg.reading.mark import Mark
from gcm_kg.reading.marks import marks_of

STYLES = ("number", "dotted", "label", "code")
"""Styles of marks that may stand on one line; others begin lines."""
# Matches “a b) Train”, not “a b Train”.
EDGE = re.compile(r"\n\s*|(?<=[.;:)])\s+|\s+(?=\(?[b-z]\) [A-Z])")
# Begins “a) Train” and “(b) train”, not “a train”.
LETTERED = re.compile(r"\(?[a-z]\)\s")
LONGEST_MARK = 40
"""Code points of a mark."""
# Matches “⏎Addressed to: Peru”, not “addressed to Peru”.
ASKED = re.compile(
    r"(?:\n|\A|[(\[])\W{0,8}(?:(?:addressed|directed) to|addressees?|(?:for )?action by|responsible"
    r"(?: \w+)?|implementing \w+|lead \w+)\s?:\s*(?P<to>[^\n()\[\].]{2,200})",
    re.I,
)


@dataclass(frozen=True, slots=True)
class Item:
    """An item with its number as it is written; without one where the cell is one item."""

    start: int
    end: int
    label: str = ""
    whole: str = ""
    """Its number, where that counts through the document, such as 140.7."""

    @property
    def eid(self) -> str:
        """The end of its identifier in the component; empty for the whole cell."""
        return f"__item_{self.label.replace('.', '_')}" if self.label else ""


def items_in(text: str, cell: Cell) -> list[Item]:
    """The items of a cell: those of a run of numbers that begins it, or the cell as one.

    Letters number items at the beginnings of lines, behind a semicolon or a full stop, and before
    capitals: “(a) train and (b) pay” is one item.
    """
    found = list(_run(text, cell))
    if len(found) < 2:
        return [Item(*asked_in(text, cell))]
    ends = [place for place, _ in found[1:]] + [asked_in(text, cell)[1]]
    items = []
    for (place, mark), end in zip(found, ends, strict=True):
        stop = place + len(text[place:end].rstrip())
        whole = mark.label if mark.style == "dotted" else ""
        items.append(Item(min(place + mark.length, stop), stop, mark.label, whole))
    return items


def _run(text: str, cell: Cell) -> Iterator[tuple[int, Mark]]:
    """The places and marks of a run of numbers from the beginning of a cell."""
    last: Mark | None = None
    edges = [cell.start, *(m.end() for m in EDGE.finditer(text, cell.start, cell.end))]
    for place in edges:
        begins = place == cell.start or "\n" in text[max(cell.start, place - 4) : place]
        begins = begins or bool(LETTERED.match(text, place, cell.end))
        for mark in marks_of(text[place : min(cell.end, place + LONGEST_MARK)]):
            if (begins or mark.style in STYLES) and _fits(mark, last):
                last = mark
                yield place, mark
                break
        if last is None:
            return


def _fits(mark: Mark, last: Mark | None) -> bool:
    if mark.style == "bullet":
        return False
    if last is None:
        return mark.value == 1 or mark.style == "dotted"
    return mark.key == last.key and mark.value == last.value + 1


def asked_in_line(text: str, cell: Cell) -> Iterator[tuple[int, int]]:
    """Where lines or brackets of a cell name who is asked."""
    for match in ASKED.finditer(text, cell.start, cell.end):
        start, end = match.span("to")
        yield start, start + len(text[start:end].rstrip(" .;,"))
