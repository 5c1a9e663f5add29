"""Judgements: what a person who has read a text adds, rejects or confirms."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from gcm_kg.errors import InputError, shown
from gcm_kg.model.document import Part
from gcm_kg.rdf.namespaces import BASE

NOT_FOUND = BASE + "degree/not-found"
"""The degree of an uptake by no action; its object is the compact as a whole."""


@dataclass(frozen=True, slots=True)
class Row:
    """One row of a table, with the place in the source that its quote has (code points)."""

    iri: str
    table: str
    values: dict[str, str]
    part: Part
    span: tuple[int, int] | None
    file: Path
    line: int

    def entity(self, column: str) -> str:
        """The IRI in a column, or nothing."""
        value = self.values[column]
        return BASE + value if value else ""

    def fail(self, column: str, expected: str, advice: str) -> InputError:
        """The error to raise when the value of a column cannot be used."""
        found = f"{shown(self.values[column])} in column {column}"
        return InputError(self.file, expected, found, advice, line=self.line)


@dataclass(slots=True)
class Annotations:
    """The judgements about one document, by table."""

    rows: dict[str, list[Row]] = field(default_factory=dict)

    def __getitem__(self, table: str) -> list[Row]:
        return self.rows.get(table, [])

    def all(self) -> Iterator[Row]:
        """Every row, table by table."""
        for rows in self.rows.values():
            yield from rows
