"""Finds the rows of a table that may hold its headings."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import lru_cache

from gcm_kg.importing.contents import Names
from gcm_kg.importing.converted import Grid
from gcm_kg.importing.symbols import LIKELY, SYMBOL
from gcm_kg.text.characters import unaccented

TRIED = 40
"""Rows in which a head is looked for."""
LONGEST_HEADING = 120
# Is “Recommendation”, not “/”.
NUMBER_SIGNS = re.compile("[#№]|(?<!\\w)[Nn][°º]")
# Matches “(s)” in “State(s)” and “/s” in “State/s”, not “(SDG)”.
PLURAL = re.compile(r"(?<=\w)\s?[(/]s\b\)?|(?<=\w)y\s?\(ies\)|(?<=\w)\s?\(ies\)")
SIGNS = re.compile(r"[\W_]+")
# Matches “AffectedPersons” between its words, not “SDGs”.
CAMEL = re.compile(r"(?<=[a-z]{2})(?=[A-Z][a-z]{2})|(?<=[a-z]{2})(?=Id\b)")

Row = Mapping[int, str]
"""The words of the cells of a row by column; those of a cell over several columns at each."""


def rows_of(grid: Grid) -> dict[int, Row]:
    """The first rows of a table, by their numbers."""
    rows: dict[int, dict[int, str]] = {}
    for cell in grid.cells:
        for row in range(cell.row, max(cell.row, cell.last_row) + 1):
            across = range(cell.column, max(cell.column, cell.last_column) + 1)
            rows.setdefault(row, {}).update(dict.fromkeys(across, " ".join(cell.words.split())))
        if len(rows) > TRIED + 1:
            break
    return {number: rows[number] for number in sorted(rows)[:TRIED]}


def heads(grid: Grid, rows: Mapping[int, Row], number: int, names: Names) -> Iterator[Row]:
    """The headings that a row may be, alone or below one with cells over several columns: joined
    to the words above them, or in their place (“Response” above “Supported” and “Noted”).

    A row of one cell, or one that names a State or has the symbol of a document in a cell, is no
    head: it is a title above the table, or says something of one recommendation or of all.
    """
    words = rows[number]
    if _is_title(words, rows) or any(_is_no_heading(text, names) for text in words.values()):
        return
    above = rows.get(number - 1, {})
    wide = any(c.row == number - 1 and c.last_column > c.column for c in grid.cells[:200])
    if wide and not _is_title(above, rows):
        yield {c: _both(above.get(c, ""), words.get(c, "")) for c in sorted({*above, *words})}
        yield {**above, **words}
    yield words


def _is_title(row: Row, rows: Mapping[int, Row]) -> bool:
    """Whether a row has the same words in all its cells, and other rows have several."""
    return len(set(row.values())) == 1 and any(len(set(r.values())) > 1 for r in rows.values())


def _is_no_heading(words: str, names: Names) -> bool:
    symbol = SYMBOL.fullmatch(words) and LIKELY.fullmatch(words)  # the head of a first page
    return len(words) > LONGEST_HEADING or names.is_state(words) or symbol is not None


def _both(above: str, below: str) -> str:
    """A heading of two rows; a cell over both rows is one heading."""
    return below if above == below else f"{above} {below}".strip()


@lru_cache(4096)  # the headings that profiles know are compared with those of every row
def key(heading: str) -> str:
    """A heading as it is compared: without capitals, accents and signs, "State(s)" as "states", and
    "AffectedPersons" as "affected persons"."""
    words = NUMBER_SIGNS.sub(" no ", CAMEL.sub(" ", heading).casefold())
    plural = PLURAL.sub(lambda match: "ies" if match[0].startswith("y") else "s", words)
    return SIGNS.sub(" ", unaccented(plural)).strip()
