"""Finds tables of recommendations on the pages of a PDF file, by where their words stand.

The head of such a table has two cells or more, one of which says that recommendations stand below
it. Its rows begin where a number stands in the first column, or behind a wider space. Where no head
is, one long column beside short ones tells a table (``pdf_rows``).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from gcm_kg.importing import pdf_rows
from gcm_kg.importing.pages import Line
from gcm_kg.importing.pdf_cells import Column, Table, Word, words_of

# Is “Recommendations” and “Evaluation recommendation”, not “Recommendations are”.
HEAD = re.compile(
    r"(?:[\w-]+ ){0,2}recommendations?"
    r"(?: \(?[\w-]+\)?| and recommending (?:states?|countr(?:y|ies))(?:/\w+)?)?",
    re.I,
)
# Begins “Action by”, not “About us”.
OTHER = re.compile(
    r"\W*(?:no|nos|nr|number|ref|rec|id|para(?:graph)?s?|page|position|response|reply|status|state|"
    r"country|themes?|issues?|area|addresse[ed]s?|responsib\w+|actions?|deadline|due|date|"
    r"time ?(?:frame|line)|priority|importance|owner|lead|by|to|from|for|who|client|entity|unit|"
    r"agreed|accepted|supported|noted|comments?|management|implement\w+|level|type|category|sdgs?|"
    r"rationale|findings?|conclusions?|source|report|year|full|recommending|made|key|relevant"
    r"|human rights)\b|#",
    re.I,
)
"""How headings of the other columns begin."""
LONGEST_HEADING = 60
"""Code points of a heading of a column."""
BETWEEN = 1.1
"""The space between two cells, by the size of the letters."""
FEWEST = 3
"""Rows of a table, with its head."""


@dataclass(frozen=True, slots=True)
class _Level:
    """Words at one height of a page, parted where cells are; and the lines that they are of."""

    cells: list[list[Word]]
    lines: list[int]
    top: float
    size: float

    @property
    def said(self) -> list[str]:
        """The words of each cell."""
        return list(map(words_of, self.cells))


def tables_in(lines: Sequence[Line]) -> list[Table]:
    """The tables of recommendations of the lines of a file, in order. Takes time in proportion to
    the number of words, and a little more for sorting."""
    found: list[Table] = []
    above: Table | None = None
    for page in sorted({line.page for line in lines}):
        levels = list(_levels(lines, page))
        at = _gone_on(above, levels, page) if above else 0
        above = above if 0 < at == len(levels) else None
        while at < len(levels):
            make = _table if _is_head(levels[at]) else _without_head
            table, end = make(levels, at, page)
            found += [table] if table else []
            above = table if end == len(levels) else None
            at = end if table else at + 1
    return found


def _gone_on(table: Table, levels: Sequence[_Level], page: int) -> int:
    """Adds the rows with which a table goes on above on the next page, where its head comes again
    or not, and what stands before the first of them to the last row above; how many levels of the
    page they are."""
    again = (
        len(table.head) if [level.said for level in levels[: len(table.head)]] == table.head else 0
    )
    if not levels or (not again and _is_head(levels[0])):
        return 0
    columns = [Column(column.left, column.right) for column in table.columns]
    placed = []
    for level in levels[again:]:
        if not (places := _places(level, columns)):
            break
        placed.append((level, places))
    begin = [places[:1] == [0] and pdf_rows.begins_row(level.said[0]) for level, places in placed]
    end = again + len(placed)
    lines = sorted({i for level in levels[:end] for i in level.lines})
    rest = {i for level in levels[end:] for i in level.lines}
    if not any(begin) or not rest.isdisjoint(lines):
        return 0
    table.lines += lines
    first = begin.index(True)
    if first:
        table.tails[len(table.rows) - 1] = (page, _cells(placed[:first], len(table.columns)))
    _add_rows(table, placed[first:], page)
    return end


def _levels(lines: Sequence[Line], page: int) -> Iterator[_Level]:
    """The words of a page from above to below, those at one height together."""
    words = [(w, i) for i, line in enumerate(lines) if line.page == page for w in line.words]
    words.sort(key=lambda each: (each[0][1].bottom, each[0][1].left))
    level: list[tuple[Word, int]] = []
    for word, index in words:
        height = word[1].height
        if level and word[1].bottom - level[0][0][1].bottom > 0.4 * height:
            yield _level(level, lines)
            level = []
        level.append((word, index))
    if level:
        yield _level(level, lines)


def _level(words: list[tuple[Word, int]], lines: Sequence[Line]) -> _Level:
    size = max(lines[index].size for _, index in words)
    ordered = sorted((word for word, _ in words), key=lambda word: word[1].left)
    cells: list[list[Word]] = []
    for word in ordered:
        if cells and word[1].left - cells[-1][-1][1].right < BETWEEN * size:
            cells[-1].append(word)
        else:
            cells.append([word])
    top = min(word[1].top for word in ordered)
    return _Level(cells, sorted({index for _, index in words}), top, size)


def _is_head(level: _Level) -> bool:
    words = [words_of(cell) for cell in level.cells]
    short = all(len(each) <= LONGEST_HEADING for each in words)
    known = any(OTHER.match(each) and not HEAD.fullmatch(each) for each in words)
    return len(words) > 1 and short and known and any(map(HEAD.fullmatch, words))


def _table(levels: Sequence[_Level], start: int, page: int) -> tuple[Table | None, int]:
    """The table below a head, and where it ends; none where its rows cannot be told apart."""
    columns = [Column(cell[0][1].left, cell[-1][1].right) for cell in levels[start].cells]
    placed = [(levels[start], list(range(len(columns))))]
    end = start + 1
    while end < len(levels) and (places := _places(levels[end], columns)):
        placed.append((levels[end], places))
        end += 1
    table = Table(sorted({i for level, _ in placed for i in level.lines}), columns=columns)
    _add_rows(table, placed, page)
    table.head = [level.said for level, _ in placed[: _second(_begins(placed))]]
    whole = len(table.rows) >= FEWEST and not _shares_lines(levels, table, end)
    return (table if whole else None), end


def _without_head(levels: Sequence[_Level], start: int, page: int) -> tuple[Table | None, int]:
    """The table without a head that begins at a level, and where it ends."""
    if not pdf_rows.may_be_row([words_of(cell) for cell in levels[start].cells]):
        return None, start + 1
    columns = [Column(cell[0][1].left, cell[-1][1].right) for cell in levels[start].cells]
    placed = [(levels[start], list(range(len(columns))))]
    for level in levels[start + 1 :]:
        if not (places := _places(level, columns)):
            break
        placed.append((level, places))
    begins = [len(places) == len(columns) for _, places in placed]
    count = pdf_rows.last_row(begins, [level.top for level, _ in placed])
    table = Table(sorted({i for level, _ in placed[:count] for i in level.lines}), columns=columns)
    _add_rows(table, placed[:count], page, begins[:count])
    said = [[words_of(cell) for cell in row] for row in table.rows]
    whole = pdf_rows.are_rows(said) and not _shares_lines(levels, table, start + count)
    return (table, start + count) if whole else (None, start + 1)


def _add_rows(
    table: Table, placed: Sequence[tuple[_Level, list[int]]], page: int, begins: Sequence[bool] = ()
) -> None:
    starts = [at for at, is_first in enumerate(begins or _begins(placed)) if is_first]
    for low, high in pairwise([*starts, len(placed)]):
        table.rows.append(_cells(placed[low:high], len(table.columns)))
        table.pages.append(page)


def _cells(placed: Sequence[tuple[_Level, list[int]]], count: int) -> list[list[Word]]:
    """The words of so many cells on some levels."""
    cells: list[list[Word]] = [[] for _ in range(count)]
    for level, places in placed:
        for cell, column in zip(level.cells, places, strict=True):
            cells[column] += cell
    return cells


def _second(begins: Sequence[bool]) -> int:
    """Where the second row begins."""
    return next((at for at, is_first in enumerate(begins) if is_first and at), len(begins))


def _shares_lines(levels: Sequence[_Level], table: Table, end: int) -> bool:
    """Whether a line of the table has words below it, too."""
    return not set(table.lines).isdisjoint(i for level in levels[end:] for i in level.lines)


def _places(level: _Level, columns: list[Column]) -> list[int]:
    """The column of each cell; none where one reaches over several, or over a side."""
    places = []
    for cell in level.cells:
        left, right = cell[0][1].left, cell[-1][1].right
        over = [i for i, c in enumerate(columns) if left < c.right and right > c.left]
        before = [i for i, c in enumerate(columns) if c.left <= left + level.size]
        if len(over) > 1 or not (over or before):
            return []
        place = over[0] if over else before[-1]
        if place in places:
            return []
        places.append(place)
    for place, cell in zip(places, level.cells, strict=True):
        columns[place].left = min(columns[place].left, cell[0][1].left)
        columns[place].right = max(columns[place].right, cell[-1][1].right)
    return places


def _begins(placed: Sequence[tuple[_Level, list[int]]]) -> list[bool]:
    """Which of some levels begin a row."""
    firsts = [words_of(level.cells[p.index(0)]) if 0 in p else "" for level, p in placed]
    counts = [len(places) for _, places in placed]
    return pdf_rows.begins(firsts, counts, [level.top for level, _ in placed])
