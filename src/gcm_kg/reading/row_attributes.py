"""Finds what the cells of a row, and the lines above its table, say of the words of one cell."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from gcm_kg.model.document import Attribute
from gcm_kg.reading.cells import Cell
from gcm_kg.reading.initials import meant
from gcm_kg.reading.items_in_cells import Item, asked_in_line
from gcm_kg.reading.labels import separator_of, stretches
from gcm_kg.reading.legends import Legend
from gcm_kg.reading.segments import Span
from gcm_kg.reading.table_words import MAKERS, POSITION_OF, addressees_in, mechanism_in
from gcm_kg.reading.ticks import is_tick

# Is “- UPR”, not “Committee against Torture”.
REVIEW = re.compile(r"\W*(?:UPR|Universal Periodic Review)\b[^,;\n]{0,40}")
ATTRIBUTES = ("addressedTo", "recommendedBy", "position")
"""The roles of columns of which each cell is an attribute of the words in its row."""


class RowAttributes:
    """Reads rows of cells by column. ``columns`` are the columns of each role, ``headings`` the
    words of the row ``header``, ``above`` the places of the lines above it, ``beside`` those of
    other words of the table."""

    def __init__(
        self,
        text: str,
        rows: Mapping[int, Mapping[int, Cell]],
        columns: Mapping[str, Sequence[int]],
        headings: Mapping[int, str],
        header: int,
        above: Sequence[Span],
        beside: Sequence[Span],
    ) -> None:
        self.text, self.rows, self.columns, self.headings = text, rows, columns, headings
        self.heads = rows.get(header, {})
        body = [row for row in rows if row > header]
        self.separators = {c: self._separator(c, body) for c in columns["labels"]}
        self.addressees = tuple(self._addressees(above))
        self.legend = Legend(text, [*above, *beside])
        self.makers = [Attribute("recommendedBy", *p) for p in mechanism_in(text, above)]

    def of(
        self, rows: Sequence[int], cell: Cell, item: Item, answer: Span | None
    ) -> Iterator[Attribute]:
        """What the other cells say of an item of a cell, which may stand beside several rows;
        ``answer`` is what the lines above say that is answered to all."""
        review = self._is_of_review(rows)
        for role in ATTRIBUTES:
            for column, other in (each for row in rows for each in self._told(row, role)):
                if not (review and role == "recommendedBy"):
                    yield self._attribute(role, column, other)
        if not self.columns["addressedTo"]:
            in_line = [Attribute("addressedTo", *p) for p in asked_in_line(self.text, cell)]
            yield from in_line or self.addressees
        if answer and not (self.columns["position"] or self.columns["tickedPositions"]):
            yield Attribute("position", *answer)
        if review or not self.columns["recommendedBy"]:
            makers = MAKERS.search(self.text, item.start, item.end)
            in_words = [Attribute("recommendedBy", *makers.span("makers"))] if makers else []
            yield from in_words or self.makers
        for row in rows:
            yield from self._ticked(row)

    def labels(self, rows: Sequence[int]) -> Iterator[Attribute]:
        """The experts' labels of rows, each once."""
        cells = ((column, cell) for row in rows for column, cell in self._cell(row, "labels"))
        seen = set()
        for column, cell in dict.fromkeys(cells):
            for place in stretches(self.text, cell.start, cell.end, self.separators[column]):
                label = (self.headings.get(column, ""), self.text[slice(*place)])
                if label not in seen:
                    seen.add(label)
                    yield Attribute("labelledWith", *place, label[0])

    def _addressees(self, above: Sequence[Span]) -> Iterator[Attribute]:
        """The names behind words such as "UPR of" above the head, or in the heading of answers,
        where no column has them."""
        for place in () if self.columns["addressedTo"] else above:
            for span in addressees_in(self.text, place):
                yield Attribute("addressedTo", *span)
        heads = [self.heads[c] for c in self.columns["position"] if c in self.heads]
        for head in [] if self.columns["addressedTo"] else heads:
            if answering := POSITION_OF.fullmatch(self.text, head.start, head.end):
                yield Attribute("addressedTo", *answering.span("name"))

    def _is_of_review(self, rows: Sequence[int]) -> bool:
        """Whether the column of makers says of a row only that it is of the Universal Periodic
        Review, in which States recommend."""
        cells = [cell for row in rows for _, cell in self._told(row, "recommendedBy")]
        return any(REVIEW.fullmatch(self.text, cell.start, cell.end) for cell in cells)

    def _cell(self, row: int, role: str) -> Iterator[tuple[int, Cell]]:
        """The cells of a role in a row, with the columns."""
        cells = self.rows[row]
        return ((c, cells[c]) for c in self.columns[role] if c in cells)

    def _attribute(self, role: str, column: int, cell: Cell) -> Attribute:
        """What a cell says; of an answer with the heading, which may say what letters mean."""
        if role != "position":
            return Attribute(role, cell.start, cell.end)
        place = self._spelt_out(column, cell) or (cell.start, cell.end)
        return Attribute(role, *place, self.headings.get(column, ""))

    def _spelt_out(self, column: int, cell: Cell) -> Span | None:
        """Where the heading of a column, or a legend, says in full what a code in a cell stands
        for."""
        head = self.heads.get(column)
        words = self.text[cell.start : cell.end].strip(" .")
        if told := self.legend.of(words):
            return told
        return meant(self.text, (head.start, head.end), words) if head else None

    def _told(self, row: int, role: str) -> list[tuple[int, Cell]]:
        """The cells of a role in a row; of several columns of makers the first that is filled."""
        cells = list(self._cell(row, role))
        return cells[:1] if role == "recommendedBy" else cells

    def _separator(self, column: int, body: Sequence[int]) -> re.Pattern[str]:
        """What parts the labels of a column, by its cells; headings from side to side, and a head
        that comes again, are none of them."""
        cells = [self.rows[row].get(column) for row in body]
        words = [self.text[c.start : c.end] for c in cells if c and c.column == c.last_column]
        heading = self.headings.get(column, "")
        return separator_of(each for each in words if " ".join(each.split()) != heading)

    def _ticked(self, row: int) -> Iterator[Attribute]:
        """What ticks say: the heading of their column. Where no answer is ticked, the cell that
        says no stays words, as it does not say what the answer is."""
        heads, answers = self.heads, list(self._cell(row, "tickedPositions"))
        ticked = [heads[c] for c, x in answers if c in heads and self._is_ticked(x)]
        for cell in ticked or [cell for _, cell in answers][:1]:
            yield Attribute("position", cell.start, cell.end)
        for column, cell in self._cell(row, "tickedLabels"):
            if column in heads and self._is_ticked(cell):
                place = (heads[column].start, heads[column].end)
                yield Attribute("labelledWith", *place, self.headings[column])

    def _is_ticked(self, cell: Cell) -> bool:
        return is_tick(self.text[cell.start : cell.end])
