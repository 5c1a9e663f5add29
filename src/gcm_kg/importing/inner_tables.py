"""Tells which tables within a document hold recommendations that its text does not say."""

from __future__ import annotations

import re
from collections.abc import Iterable

from gcm_kg.importing.columns import ColumnMap
from gcm_kg.importing.converted import Grid
from gcm_kg.importing.heads import key
from gcm_kg.model.document import Document
from gcm_kg.reading.footnotes import references

# Matches “recommendations made” and “asks”, not “tasks”.
RECOMMENDED = re.compile(r"recom|\b(?:asks?|proposals?|pledges?|commitments?)\b")
# Is “•”, not “1”.
BULLET = re.compile(r"[•▪●◦■‣∙*–—-]")
# Matches “freedoms 20.    The Fund”, not “by 2031. The Fund”.
NUMBERED = re.compile(r"\S\s+\d{1,3}\.\s{2,}[A-Z]")
"""A paragraph with its number within what looks like a cell, so that it is none."""

# Matches “Recommendations of 2019” and “Follow-up to the audit of 2019”, not “The audit of 2019”.
OF_YEAR = re.compile(
    r"\b(?:recommendations?|(?:follow-?up|status)\b.{0,40}\b(?:audit|evaluation|review|inspection"
    r"|visit)) (?:of|from|in|made in) (?P<year>(?:19|20)\d\d)\b",
    re.I,
)
LINES = 3
"""Lines above the first row of a table that may be its title, with its head."""
LONGEST_TITLE = 150
"""Code points of such a title."""


def _is_of_earlier(grid: Grid, columns: ColumnMap, text: str, date: str) -> bool:
    """Whether a table of a document of such a date (ISO 8601, or empty) says what was asked in an
    earlier year, by its headings or a title right above it in the text."""
    first = next((c.words for c in grid.cells if c.row == columns.header + 1), "")
    lines = [line for line in text[: max(0, text.find(first))].split("\n") if line.strip()]
    titles = (x for x in lines[-LINES:] if len(x) <= LONGEST_TITLE and not x.endswith((".", ":")))
    said = (*titles, *columns.headings.values())
    years = (int(found["year"]) for found in map(OF_YEAR.search, said) if found)
    return bool(date) and any(year < int(date[:4]) for year in years)


def own_tables(
    tables: Iterable[tuple[Grid, ColumnMap]], text: str, date: str
) -> tuple[list[tuple[Grid, ColumnMap]], list[str]]:
    """The tables within a document of such a text and date that hold what it recommends itself, and
    what to tell of those of an earlier year."""
    asking = [table for table in tables if is_of_recommendations(table[1])]
    earlier = [grid for grid, columns in asking if _is_of_earlier(grid, columns, text, date)]
    told = [
        f"{grid.name}: of an earlier year, and no recommendations of its own" for grid in earlier
    ]
    return [table for table in asking if table[0] not in earlier], told


def is_drawn(grid: Grid, columns: ColumnMap) -> bool:
    """Whether lines of a text that stand like cells are a table of recommendations: they have a
    head, or are more than numbers or bullets and paragraphs, and none holds the number of
    another."""
    if not is_of_recommendations(columns):
        return False
    if columns.header:
        return True
    listed = set(columns.roles) <= {"text", "identifier"} and "identifier" in columns.roles
    first = {cell.words for cell in grid.cells if cell.column == 1}
    listed = listed or (len(columns.roles) == 1 and all(map(BULLET.fullmatch, first)))
    return not listed and not any(NUMBERED.search(cell.words) for cell in grid.cells)


def is_of_recommendations(columns: ColumnMap) -> bool:
    """Whether the heading of the words of a table says that they are recommendations; without one,
    they ask for something."""
    headings = (columns.headings.get(c, "") for c in columns.roles["text"])
    return not columns.header or any(map(RECOMMENDED.search, map(key, headings)))


def is_of_notes(grid: Grid, text: str) -> bool:
    """Whether each row of a table begins with the number of a note to which the text refers."""
    first = {cell.row: cell.words for cell in reversed(grid.cells)}
    return set(first.values()) <= references(text)


def says(document: Document | None, grid: Grid, columns: ColumnMap) -> bool:
    """Whether a recommendation of a document has the words of a row; or a row those of one, where
    the table has no head, as lines of a text may look like cells."""
    if document is None:
        return False
    asked = [" ".join(document.words_of(p).split()) for p in document.recommendations()]
    rows = (c for c in grid.cells if c.row > columns.header and c.column in columns.roles["text"])
    cells = [" ".join(cell.words.split()) for cell in rows]
    within = not columns.header and any(each in cell for each in asked for cell in cells)
    said = "\n".join(asked)
    return within or any(cell in said for cell in cells)
