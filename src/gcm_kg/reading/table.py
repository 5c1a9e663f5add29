"""Reads a table of recommendations: one row, one recommendation.

The text holds the cells one behind the other; places say which stretch is which cell, and columns
which cell holds the words, the addressee, the makers, the position, the number, experts' labels.
The words are the part; the other cells are stretches outside, and attributes of it.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterator, Mapping, Sequence
from itertools import chain, pairwise

from gcm_kg.errors import InputError, shown
from gcm_kg.model.document import HEADINGS_OF_COLUMNS, Document, Part
from gcm_kg.model.original import Original
from gcm_kg.reading.between_rows import (
    LAST,
    answer_in,
    are_sentences,
    feet_among,
    heads_among,
    heads_before,
    heads_by_number,
)
from gcm_kg.reading.cells import LETTERS, Cell, cells_of, numbers_of, only_once
from gcm_kg.reading.documents import Reading
from gcm_kg.reading.items_in_cells import Item, items_in
from gcm_kg.reading.repeated_rows import RepeatedRows
from gcm_kg.reading.row_attributes import ATTRIBUTES, RowAttributes
from gcm_kg.reading.row_kinds import RowKinds
from gcm_kg.reading.table_words import LINE, number_in

TABLE = "table"
"""The kind of a text that holds the cells of a table."""
Columns = Mapping[str, int | Sequence[int]]
"""The number of the row of headings ("header", 0 if there is none), and the columns of each role,
from 1."""
ROLES = (
    "text", "identifier", "addressedTo", "recommendedBy", "position", "labels",
    "tickedPositions", "tickedLabels", "kind",
)  # fmt: skip
SAME = ("text", *ATTRIBUTES, "tickedPositions")
"""The roles whose cells are the same where a row repeats another."""


def read(text: str, where: str, original: Original | None, columns: Columns) -> Reading:
    """The document that a table is. Raises InputError for one without a row that asks for
    something, without the places of its cells, and for columns that are not there."""
    if original is None or not original.places:
        expected, advice = "the places of the cells of a table", "add it again with gcm-kg add"
        raise InputError(where, expected, "none beside it", advice)
    numbers = [n for role, v in columns.items() if role != "header" for n in numbers_of(v)]
    if "text" not in columns or not all(type(n) is int and n > 0 for n in numbers):
        expected = "numbers of columns from 1 below [columns], that of text among them"
        raise InputError(where, expected, shown(str(dict(columns))), "correct the metadata")
    table = _Table(text, list(cells_of(original.places)), columns)
    parts = tuple(table.parts())
    if not any(part.kind == "Recommendation" for part in parts):
        found = f"none in column {columns['text']} below row {table.header}"
        advice = "correct [columns] beside the text"
        raise InputError(where, "rows with the words of a recommendation", found, advice)
    outside = tuple((cell.start, cell.end) for cell in table.cells)
    document = Document(text, parts, outside=outside)
    warnings = (*table.repeated.warnings(), *table.kinds.warnings())
    return Reading(document, TABLE, (), warnings, silent_rows=table.silent_rows)


class _Table:
    """Rows, columns and headings of a table, and its parts in order."""

    def __init__(self, text: str, cells: list[Cell], columns: Columns) -> None:
        self.text, self.cells = text, cells
        self.header = next(iter(numbers_of(columns.get("header", 1))), 1)
        self.columns = {role: numbers_of(columns.get(role, ())) for role in ROLES}
        self.rows: dict[int, dict[int, Cell]] = {}
        for cell in cells:
            for row in range(cell.row, cell.last_row + 1):
                across = range(cell.column, cell.last_column + 1)
                self.rows.setdefault(row, {}).update(dict.fromkeys(across, cell))
        self.headings = self._words(self.rows.get(self.header, {}))
        body = {row: self._words(self.rows[row]) for row in self._body()}
        numbers = {row: self._number(row) for row in body}
        same = [c for role in SAME for c in self.columns[role]]
        self.repeated = RepeatedRows(body, numbers, same)
        left_out = self.repeated.left_out
        self.kinds = RowKinds(body, self.columns["kind"])
        self.identifiers = only_once({r: n for r, n in numbers.items() if r not in left_out})
        self.named = set(self.identifiers.values())
        self.ordinals: Counter[str] = Counter()
        self.silent_rows = 0
        self.heads = heads_among(body, self.columns["text"])
        self.heads |= heads_before(body, self.columns["text"], self.headings)
        given = (body, self.columns["text"], self.columns["identifier"], numbers)
        self.numbered = heads_by_number(*given)
        """The rows that are headings with a number in the column of identifiers."""
        self.feet = set(feet_among(body))
        self.answer = answer_in(text, list(self._above())[-LAST:])
        self.attributes = RowAttributes(
            text, self.rows, self.columns, self.headings, self.header, list(self._above()),
            list(self._beside()),
        )  # fmt: skip

    def parts(self) -> Iterator[Part]:
        """The document, the lines above the head, the table, and its rows in order."""
        start, end = 0, len(self.text.rstrip())
        yield Part("Document", "document", "", "", None, 1, start, end)
        for number, place in enumerate(self._above(), 1):
            name, eid = f"document.p{number}", f"para_{number}"
            yield Part("Paragraph", name, "main", eid, "document", number, *place)
        head = [cell for cell in self.cells if cell.row == self.header]
        if head:
            yield Part("Section", "table", "main", "table", "document", 1, head[0].start, end)
            place = (head[0].start, head[-1].end)
            eid = HEADINGS_OF_COLUMNS
            yield Part("Heading", "table.heading", "main", eid, "table", 1, *place)
        yield from self._grouped(end, "table" if head else "document")

    def _words(self, cells: Mapping[int, Cell]) -> dict[int, str]:
        return {c: " ".join(self.text[x.start : x.end].split()) for c, x in cells.items()}

    def _body(self) -> Iterator[int]:
        return (row for row in self.rows if row > self.header)

    def _above(self) -> Iterator[tuple[int, int]]:
        """The lines above the table, and its cells above the head."""
        first = self.cells[0].start if self.cells else 0
        yield from (match.span() for match in LINE.finditer(self.text, 0, first))
        yield from ((c.start, c.end) for c in self.cells if c.last_row < self.header)

    def _beside(self) -> Iterator[tuple[int, int]]:
        """The rows above the head and the last ones, which say something of the table, and cells of
        columns of no role."""
        for row in (*(row for row in self.rows if row < self.header), *self.feet):
            cells = self.rows[row].values()
            yield min(cell.start for cell in cells), max(cell.end for cell in cells)
        known = {column for columns in self.columns.values() for column in columns}
        heads = known | self.headings.keys()
        yield from ((c.start, c.end) for c in self.cells if c.column not in heads)

    def _cell(self, row: int, role: str) -> Iterator[tuple[int, Cell]]:
        """The cells of a role in a row, with the columns."""
        cells = self.rows[row]
        return ((c, cells[c]) for c in self.columns[role] if c in cells)

    def _number(self, row: int) -> str:
        """What the table itself calls a row, if an identifier can look so."""
        for _, cell in self._cell(row, "identifier"):
            return number_in(self.text, cell, alone=True)
        for _, cell in self._cell(row, "text"):
            return number_in(self.text, cell, alone=False)
        return ""

    def _grouped(self, end: int, table: str) -> Iterator[Part]:
        """The rows below a part; one that is a heading from side to side begins a group of them."""
        groups = [r for r in self._body() if self._is_group(r) and not self._is_said(r)]
        reach = {row: self._start(after) for row, after in pairwise(groups)}
        numbers = {row: number for number, row in enumerate(groups, 1)}
        parent = table
        for row in self._body():
            if row in self.repeated.left_out:
                continue
            if self._is_said(row):
                part = self._paragraph(self.rows[row].values(), parent)
                self.answer = self.answer or answer_in(self.text, [(part.start, part.end)])
                yield part
            elif row in self.kinds.others:
                yield from (self._paragraph([c], parent) for _, c in self._cell(row, "text"))
            elif number := numbers.get(row):
                parent, eid = f"table.g{number}", f"table__group_{number}"
                cell = self._heading(row)
                place = (cell.start, reach.get(row, end))
                self.answer = answer_in(self.text, [(cell.start, cell.end)])
                yield Part("Section", parent, "main", eid, table, number, *place)
                heading, eid = f"{parent}.heading", f"{eid}__heading"
                yield Part("Heading", heading, "main", eid, parent, 1, cell.start, cell.end)
            else:
                made = tuple(self._recommendation(row, parent))
                self.silent_rows += not made and not self._is_told(row)
                yield from made

    def _paragraph(self, cells: Collection[Cell], parent: str) -> Part:
        """A row that is a sentence from side to side, or one of sums: words between the rows; or
        the words of one that asks for nothing by what another cell says of it."""
        start, end = min(cell.start for cell in cells), max(cell.end for cell in cells)
        self.ordinals[f"{parent}.p"] += 1
        number = self.ordinals[f"{parent}.p"]
        eid = f"{parent.replace('.g', '__group_')}__para_{number}"
        name = f"{parent}.p{number}"
        return Part("Paragraph", name, "main", eid, parent, number, start, end)

    def _heading(self, row: int) -> Cell:
        """The cell of the words of a row that is a heading."""
        found = next(self._cell(row, "text"), None) if row in self.numbered else None
        return found[1] if found else next(iter(self.rows[row].values()))

    def _start(self, row: int) -> int:
        return min(cell.start for cell in self.rows[row].values())

    def _is_group(self, row: int) -> bool:
        """Whether a row is one cell over all columns, or one in another column than the words, or
        a heading with a number."""
        if row in self.numbered:
            return True
        cells = set(self.rows[row].values())
        if len(cells) != 1:
            return False
        (cell,) = cells
        across = cell.last_column > cell.column
        elsewhere = cell.column not in self.columns["text"] or row in self.heads
        return cell.last_row == cell.row and (across or elsewhere)

    def _is_said(self, row: int) -> bool:
        """Whether a row is no heading, but sentences, or says something of the table above."""
        if row in self.feet or row in self.numbered or not self._is_group(row):
            return row in self.feet
        (cell,) = set(self.rows[row].values())
        words = self.text[cell.start : cell.end]
        return cell.last_column > cell.column and are_sentences(words)

    def _is_told(self, row: int) -> bool:
        """Whether the words of a row are those of a cell over several rows, or the head again."""
        cells = list(self._cell(row, "text"))
        return any(c.row < row or self._words({n: c})[n] == self.headings.get(n) for n, c in cells)

    def _recommendation(self, row: int, parent: str) -> Iterator[Part]:
        if self._is_told(row):
            return
        for _, cell in self._cell(row, "text"):
            covered = [r for r in range(row, cell.last_row + 1) if r in self.rows]
            for item in items_in(self.text, cell):
                if not LETTERS.search(self.text, item.start, item.end):
                    continue
                self.ordinals[parent] += 1
                given = self.attributes.of(covered, cell, item, self.answer)
                labels = self.attributes.labels([*covered, *self.repeated.of.get(row, ())])
                place = (item.start, item.end, tuple(dict.fromkeys(chain(given, labels))))
                name, eid = self._item_name(row, item), f"tr_{row}{item.eid}"
                ordinal = self.ordinals[parent]
                yield Part("Recommendation", name, "main", eid, parent, ordinal, *place)

    def _item_name(self, row: int, item: Item) -> str:
        """What the table calls an item, or its row, with the number of the item in its cell."""
        name = self.identifiers.get(row) or f"row-{row}"
        if item.whole and (item.whole == name or item.whole not in self.named):
            self.named.add(item.whole)
            return item.whole
        return f"{name}.{item.label}" if item.label else name
