"""Finds tables in plain text whose cells stand one below the other, parted by blanks or by bars.

A table is a run of lines with two or more columns that no word crosses: “Peru   Train all   Noted”,
also with rules of dashes or “+---+” between them. Lines of a cell that goes on are put together.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby, pairwise

from gcm_kg.importing import media
from gcm_kg.importing.converted import SIDE_BY_SIDE, Converted, Grid, GridCell, tidy
from gcm_kg.importing.delimited import parts_marks

FEWEST = 3
"""Rows from which on lines are a table."""
WIDEST = 30
"""Columns of a table in plain text at most."""
_CORNERS = "+|│┌┬┐├┼┤└┴┘║╔╦╗╠╬╣╚╩╝"
_DRAWN, _PARTING = "[-=_─━═]{2,}", f"[{_CORNERS} ]"
# Is “+----+----+” and “----- -----”, not “- item” nor “-----x”.
RULE = re.compile(rf" *[{_CORNERS}]?{_DRAWN}(?:{_PARTING}+{_DRAWN})*{_PARTING}*")
# Begins “| Peru | Train all |”, not “Peru | Togo”.
BAR = re.compile(r"\s*[|│║]")
# Matches “+---+---+”, not “|---|---|”.
BOX = re.compile(r"^[^\S\n]*[+├╠][-=+─═┼╬]+[+┤╣][^\S\n]*$", re.M)
# Matches “Peru  Train” and “   Train”, not “Peru Train”.
GAP = re.compile(r"(?:^|\S) {2,}(?=\S)")


@dataclass(frozen=True, slots=True)
class FixedTable:
    """A table with the place of its first line and the place behind its last one, from 0."""

    grid: Grid
    start: int
    end: int


def has_boxes(text: str) -> bool:
    """Whether lines such as “+---+---+” part the rows of a text."""
    return len(BOX.findall(text)) > 1


def with_tables(content: Converted, is_known: Callable[[Grid], bool]) -> Converted:
    """The content of a plain text with its tables of recommendations, tabs between the
    cells of their rows; other tables stay lines of the text."""
    if content.media_type != media.PLAIN or content.grids:
        return content
    found = [table for table in fixed_tables(content.text) if is_known(table.grid)]
    if not found:
        return content
    lines = content.text.splitlines()
    for table in reversed(found):
        rows = groupby(table.grid.cells, key=lambda cell: cell.row)
        words = ["\t".join(cell.words for cell in cells) for _, cells in rows]
        lines[table.start : table.end] = ["", "\n\n".join(words), ""]
    notes = [note for note in content.notes if note != SIDE_BY_SIDE]
    grids = [table.grid for table in found]
    return replace(content, text="\n".join((*lines, "")), grids=grids, notes=notes)


def fixed_tables(text: str) -> Iterator[FixedTable]:
    """The tables of a text, in order. Takes time in proportion to its length."""
    lines = [line.expandtabs().rstrip() for line in text.splitlines()]
    number = 0
    for start, end in _regions(lines):
        rows = _barred(lines[start:end]) if BAR.match(_first(lines[start:end])) else None
        rows = _aligned(lines[start:end]) if rows is None else rows
        width = max(map(len, rows), default=0)
        if len(rows) >= FEWEST and 1 < width <= WIDEST and not parts_marks(rows):
            number += 1
            yield FixedTable(Grid(f"table {number}", list(_cells(rows))), start, end)


def _first(lines: Sequence[str]) -> str:
    return next((line for line in lines if line.strip() and not RULE.fullmatch(line)), "")


def _regions(lines: Sequence[str]) -> Iterator[tuple[int, int]]:
    """Runs of lines that may be rows: with gaps, bars or rules; single blank lines between them."""
    start = last = -1
    for index, line in enumerate((*lines, "", "", "x")):
        if _may_be_row(line):
            start = index if start < 0 else start
            last = index
        elif start >= 0 and (line.strip() or index > last + 2):
            yield start, last + 1
            start = -1


def _may_be_row(line: str) -> bool:
    return bool(GAP.search(line) or BAR.match(line) or (line and RULE.fullmatch(line)))


def _barred(lines: Sequence[str]) -> list[list[str]]:
    """The rows of a table with bars; where rules part most rows, lines between two are one row."""
    parts = [list(group) for rule, group in groupby(lines, _is_between) if not rule]
    cells = [[_split(line) for line in part] for part in parts]
    if any(len(part) > 1 for part in cells) and len(cells) < FEWEST:
        return [row for part in cells for row in part]
    return [_joined(part) for part in cells]


def _is_between(line: str) -> bool:
    return not line.strip() or bool(RULE.fullmatch(line))


def _split(line: str) -> list[str]:
    return [cell.strip() for cell in re.split("[|│║]", line.strip().strip("|│║"))]


def _aligned(lines: Sequence[str]) -> list[list[str]]:
    """The rows of a table whose columns are parted by blanks that no word crosses."""
    starts = _starts([line for line in lines if line.strip()])
    parts = [list(group) for rule, group in groupby(lines, _is_between) if not rule]
    cut = [[_sliced(line, starts) for line in part] for part in parts]
    if len(cut) >= FEWEST and any(len(part) > 1 for part in cut):
        return [_joined(part) for part in cut]
    return [_joined(row) for part in cut for row in _begun(part)]


def _begun(lines: Sequence[Sequence[str]]) -> Iterator[list[Sequence[str]]]:
    """The lines of each row, which begins where its first cell does and its words begin anew."""
    lengths = [sum(len(line[at]) for line in lines) for at in range(len(lines[0]))]
    widest = lengths.index(max(lengths))
    row: list[Sequence[str]] = []
    for line in lines:
        if row and line[0] and line[widest] and not line[widest][0].islower():
            yield row
            row = []
        row.append(line)
    if row:
        yield row


def _starts(lines: Sequence[str]) -> list[int]:
    """Where the columns begin: behind two or more places at which no line has a word, or where the
    stretches of a rule begin."""
    rule = next((line for line in lines if RULE.fullmatch(line) and " " in line.strip()), "")
    if rule:
        return [match.start() for match in re.finditer(r"\S+", rule)]
    words = [line for line in lines if not RULE.fullmatch(line)]
    width = max(map(len, words), default=0)
    taken = [False] * width
    for line in words:
        for match in re.finditer(r"\S+(?: \S+)*", line):
            taken[match.start() : match.end()] = [True] * (match.end() - match.start())
    begins = [at for at in range(width) if taken[at] and (at < 1 or not taken[at - 1])]
    return [at for at in begins if at == begins[0] or (at > 1 and not taken[at - 2])]


def _sliced(line: str, starts: Sequence[int]) -> list[str]:
    edges = [0, *starts[1:], max(len(line), starts[-1] if starts else 0)]
    return [line[low:high].strip() for low, high in pairwise(edges)]


def _joined(lines: Sequence[Sequence[str]]) -> list[str]:
    """Lines of one row as one: the words of each column, one behind the other."""
    width = max(map(len, lines), default=0)
    return [
        " ".join(line[at] for line in lines if at < len(line) and line[at]) for at in range(width)
    ]


def _cells(rows: Sequence[Sequence[str]]) -> Iterator[GridCell]:
    for number, row in enumerate(rows, 1):
        for column, cell in enumerate(row, 1):
            if words := tidy(cell):
                yield GridCell(words, number, column)
