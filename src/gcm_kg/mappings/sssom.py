"""Reads mapping tables of the Simple Standard for Sharing Ontology Mappings (SSSOM).

A table is tab-separated text below lines of YAML that begin with "#" (SSSOM/TSV, embedded mode), or
beside a file of YAML of the same name (external mode). Names in it are CURIEs of the prefixes that
its ``curie_map`` declares; here they are whole IRIs.
"""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from gcm_kg.errors import InputError, shown
from gcm_kg.files import load_text
from gcm_kg.mappings.metadata import ABSOLUTE, metadata_of
from gcm_kg.rdf.namespaces import OWL, RDF, RDFS, SEMAPV, SKOS, SSSOM, XSD
from gcm_kg.text.layout import BYTE_ORDER_MARK

BUILT_IN = {
    "owl": OWL,
    "rdf": RDF,
    "rdfs": RDFS,
    "semapv": SEMAPV,
    "skos": SKOS,
    "sssom": SSSOM,
    "xsd": XSD,
}
"""Prefixes that a table need not declare (SSSOM, "CURIEs and prefixes")."""
IDENTIFIERS = ("subject_id", "predicate_id", "object_id", "mapping_justification")
COLUMNS = (
    *("subject_id", "subject_label", "predicate_id", "object_id", "object_label"),
    *("mapping_justification", "confidence", "comment"),
)
"""The columns that are always written; others are where a table has them."""
TEXTS = ("subject_label", "object_label", "confidence", "comment")
NO_TERM = SSSOM + "No"
"""How terms begin that stand where a side has none that matches (SSSOM 1.1, "NoTermFound")."""
UNMATCHED = ("1:0", "0:1", "0:0")
"""Cardinalities of rows that say that one side has no term."""
CONFIDENCE = re.compile(r"\+?(?:[0-9]+\.?[0-9]*|\.[0-9]+)(?:[eE][+-]?[0-9]+)?")
"""A number that is not negative (XML Schema 1.1, 3.3.5, without INF and NaN)."""
AGREEMENT = re.compile(rf"-?{CONFIDENCE.pattern}")
CURIE = re.compile(r"(?P<prefix>[A-Za-z_][\w.-]*):(?P<local>\S+)")


@dataclass(frozen=True, slots=True)
class Mapping:
    """A row: that two things match, how, and why. ``subject`` and the like are IRIs.

    ``confidence`` is a number from 0 to 1 as it was written, or nothing; ``line`` counts from 1;
    ``reviewer``, the ``agreement`` of the reviewer (from -1 to 1, or nothing) and ``modifier``
    ("Not") are read from ``others``, which are all cells of further columns, with their names.
    """

    subject: str
    predicate: str
    object: str
    justification: str
    subject_label: str = ""
    object_label: str = ""
    confidence: str = ""
    comment: str = ""
    line: int = 0
    reviewer: str = ""
    modifier: str = ""
    agreement: str = ""
    others: tuple[tuple[str, str], ...] = ()

    @property
    def links(self) -> bool:
        """Whether the row says that two things match: it is not negated (SSSOM,
        predicate_modifier), both sides have a term, and no reviewer disagrees."""
        disagreed = bool(self.agreement) and float(self.agreement) < 0
        sides = (self.subject.casefold(), self.object.casefold())
        alone = any(side.startswith(NO_TERM.casefold()) for side in sides)
        alone = alone or dict(self.others).get("mapping_cardinality", "") in UNMATCHED
        return not (self.modifier or alone or disagreed)


@dataclass(slots=True)
class MappingSet:
    """A table: what it says of itself, the prefixes of its CURIEs, its columns, and its rows."""

    metadata: dict[str, Any] = field(default_factory=dict)
    prefixes: dict[str, str] = field(default_factory=dict)
    matches: list[Mapping] = field(default_factory=list)
    columns: list[str] = field(default_factory=list)

    @property
    def links(self) -> list[Mapping]:
        """The rows that say that two things match."""
        return [match for match in self.matches if match.links]


def load_mapping_set(path: Path) -> MappingSet:
    """A table from a file, with its metadata in it or in a file beside it.

    Rows end at a line feed, with or without a carriage return (RFC 4180); a row may leave out empty
    cells at its end. Raises InputError, with line and column name, for one that is not SSSOM/TSV:
    no metadata, a column that is missing or there twice, a quotation mark that is not closed, a
    cell that is empty or no CURIE of a declared prefix, a number beyond its range.
    """
    text = load_text(path).removeprefix(BYTE_ORDER_MARK)
    lines = [f"{line}\n" for line in re.split(r"\r?\n", text)]
    head = next((i for i, line in enumerate(lines) if not line.startswith("#")), len(lines))
    metadata = metadata_of(path, "".join(line[1:] for line in lines[:head]))
    prefixes = metadata.pop("curie_map", None) or {}
    rows = _Rows(path, head, {**BUILT_IN, **prefixes})
    matches = list(rows.matches(lines[head:]))
    return MappingSet(metadata, prefixes, matches, rows.columns)


class _Rows:
    """Reads the rows of a table, whose header stands behind ``head`` lines."""

    def __init__(self, path: Path, head: int, prefixes: dict[str, str]) -> None:
        self.path, self.head, self.prefixes = path, head, prefixes
        self.columns: list[str] = []

    def matches(self, lines: list[str]) -> Iterator[Mapping]:
        rows = self._rows(lines)
        _, cells = next(rows, (0, []))
        self.columns = [cell.strip() for cell in cells]
        for column in IDENTIFIERS:
            if column not in self.columns:
                found = shown(" ".join(self.columns)) if self.columns else "no header"
                raise self._fail(self.head + 1, f"a column {column}", found, "add it")
        if twice := {name for name in self.columns if name and self.columns.count(name) > 1}:
            found = f"two of {' '.join(sorted(twice))}"
            raise self._fail(self.head + 1, "columns of different names", found, "rename one")
        for line, cells in rows:
            if any(cell.strip() for cell in cells):
                yield self._match(line, cells)

    def _rows(self, lines: list[str]) -> Iterator[tuple[int, list[str]]]:
        """The cells of each row, with the line in which it begins.

        A cell in quotation marks that goes over a line's end and has a tab is one that was not
        closed: it has swallowed rows.
        """
        reader = csv.reader(lines, delimiter="\t", strict=True)
        first = 0
        try:
            for cells in reader:
                line, first = self.head + first + 1, reader.line_num
                if any("\n" in cell and "\t" in cell for cell in cells):
                    raise self._unclosed(line)
                yield line, cells
        except csv.Error as error:
            if "field" not in str(error) or '"' in "".join(lines[first : first + 1]):
                raise self._unclosed(self.head + first + 1) from None
            found = str(error).partition(" - ")[0]
            line = self.head + reader.line_num
            raise self._fail(line, "cells separated by tabs", found, "correct it") from None

    def _unclosed(self, line: int) -> InputError:
        advice = "close it, or double every quotation mark of a cell that begins with one"
        return self._fail(line, "cells as RFC 4180 has them", "an open quotation mark", advice)

    def _match(self, line: int, cells: list[str]) -> Mapping:
        wide = len(self.columns)
        if any(cell.strip() for cell in cells[wide:]):
            expected = f"{wide} columns separated by tabs"
            raise self._fail(line, expected, str(len(cells)), "correct the row")
        cells = [*cells, *[""] * wide][:wide]
        row = {name: cell.strip() for name, cell in zip(self.columns, cells, strict=True)}
        self._number(line, row, "confidence", CONFIDENCE, "a number from 0 to 1")
        self._number(line, row, "reviewer_agreement", AGREEMENT, "a number from -1 to 1")
        modifier = row.get("predicate_modifier", "")
        if modifier and modifier.lower() != "not":
            found = f"{shown(modifier)} in column predicate_modifier"
            raise self._fail(line, "Not, or nothing", found, "correct the cell")
        others = ((k, v) for k, v in row.items() if v and k and k not in COLUMNS)
        subject, predicate, object_, justification = (
            self._iri(line, column, row[column]) for column in IDENTIFIERS
        )
        label, other, confidence, comment = (row.get(name, "") for name in TEXTS)
        return Mapping(
            *(subject, predicate, object_, justification, label, other, confidence, comment),
            line=line,
            reviewer=row.get("reviewer_label", "") or row.get("reviewer_id", ""),
            modifier=modifier,
            agreement=row.get("reviewer_agreement", ""),
            others=tuple(others),
        )

    def _number(
        self, line: int, row: dict[str, str], column: str, form: re.Pattern[str], expected: str
    ) -> None:
        value = row.get(column, "")
        if value and not (form.fullmatch(value) and -1 <= float(value) <= 1):
            found = f"{shown(value)} in column {column}"
            raise self._fail(line, expected, found, "correct the cell")

    def _iri(self, line: int, column: str, cell: str) -> str:
        found = f"{shown(cell) if cell else 'nothing'} in column {column}"
        curie = CURIE.fullmatch(cell)
        if not curie:
            raise self._fail(line, "a CURIE such as skos:exactMatch", found, "correct the cell")
        if curie["prefix"] not in self.prefixes:
            advice = "declare it in curie_map, or correct the cell"
            raise self._fail(line, "a CURIE of a declared prefix", found, advice)
        iri = self.prefixes[curie["prefix"]] + curie["local"]
        if not ABSOLUTE.fullmatch(iri):
            raise self._fail(line, "a CURIE of an IRI", found, "correct the cell")
        return iri

    def _fail(self, line: int, expected: str, found: str, advice: str) -> InputError:
        return InputError(self.path, expected, found, advice, line=line)
