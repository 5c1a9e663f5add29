"""Reads and writes mapping tables of the Simple Standard for Sharing Ontology Mappings (SSSOM).

A table is tab-separated text below lines of YAML that begin with "#" (SSSOM/TSV, embedded mode).
Names in it are CURIEs of the prefixes that its ``curie_map`` declares; here they are whole IRIs.
"""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import yaml

from gcm_kg.errors import InputError, shown
from gcm_kg.files import load_text
from gcm_kg.rdf.namespaces import OWL, RDF, RDFS, SEMAPV, SKOS, SSSOM, XSD, compress
from gcm_kg.text.layout import BYTE_ORDER_MARK

LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
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
REQUIRED = ("subject_id", "predicate_id", "object_id", "mapping_justification")
COLUMNS = (
    *("subject_id", "subject_label", "predicate_id", "object_id", "object_label"),
    *("mapping_justification", "confidence", "comment"),
)
"""The columns that are written; others are read over."""
IDENTIFIERS = ("subject_id", "predicate_id", "object_id", "mapping_justification")
METADATA = ("mapping_set_id", "license")
"""What a table must say of itself."""
CONFIDENCE = re.compile(r"0(?:\.\d+)?|1(?:\.0+)?")
CURIE = re.compile(r"(?P<prefix>[A-Za-z_][\w.-]*):(?P<local>\S+)")
FORBIDDEN = re.compile(r'[\x00-\x20<>"{}|^`\\]')
"""What no IRI holds (RFC 3987; RDF 1.1 Turtle, IRIREF)."""


@dataclass(frozen=True, slots=True)
class Mapping:
    """A row: that two things match, how, and why. ``subject`` and the like are IRIs.

    ``confidence`` is a number from 0 to 1 as it was written, or nothing; ``line`` counts from 1;
    ``reviewer`` and ``modifier`` ("Not") are read and not written.
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


@dataclass(slots=True)
class MappingSet:
    """A table: what it says of itself, the prefixes of its CURIEs, and its rows."""

    metadata: dict[str, Any] = field(default_factory=dict)
    prefixes: dict[str, str] = field(default_factory=dict)
    matches: list[Mapping] = field(default_factory=list)


def load_mapping_set(path: Path) -> MappingSet:
    """A table from a file.

    Raises InputError, with line and column name, for one that is not SSSOM/TSV: no metadata, a
    column that is missing, a cell that is empty or no CURIE of a declared prefix, a confidence that
    is no number from 0 to 1.
    """
    lines = load_text(path).removeprefix(BYTE_ORDER_MARK).splitlines(keepends=True)
    head = next((i for i, line in enumerate(lines) if not line.startswith("#")), len(lines))
    metadata = _metadata(path, lines[:head])
    prefixes = metadata.pop("curie_map", {})
    table = MappingSet(metadata, prefixes)
    table.matches = list(_Rows(path, head, {**BUILT_IN, **prefixes}).matches(lines[head:]))
    return table


def _metadata(path: Path, lines: list[str]) -> dict[str, Any]:
    try:
        metadata = yaml.load("".join(line[1:] for line in lines), Loader=LOADER)
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        number = min(mark.line + 1, len(lines)) if mark else 1
        found = str(getattr(error, "problem", "") or "a mistake")
        raise InputError(path, "YAML behind #", found, "correct the line", line=number) from None
    if not isinstance(metadata, dict):
        advice = "begin the file with its metadata"
        raise InputError(path, f"#{METADATA[0]}: and other metadata", "none", advice, line=1)
    for key in METADATA:
        if not metadata.get(key) or not isinstance(metadata[key], str):
            raise InputError(path, f"#{key}: with a value", "none", "add it", line=1)
    prefixes = metadata.get("curie_map", {})
    if not (isinstance(prefixes, dict) and all(isinstance(v, str) for v in prefixes.values())):
        found = shown(str(prefixes))
        raise InputError(path, "#curie_map: with prefixes", found, "correct it", line=1)
    return metadata


class _Rows:
    """Reads the rows of a table, whose header stands behind ``head`` lines."""

    def __init__(self, path: Path, head: int, prefixes: dict[str, str]) -> None:
        self.path, self.head, self.prefixes = path, head, prefixes

    def matches(self, lines: list[str]) -> Iterator[Mapping]:
        reader = csv.reader(lines, delimiter="\t")
        columns = next(reader, [])
        for column in REQUIRED:
            if column not in columns:
                found = shown(" ".join(columns)) if columns else "no header"
                raise self._fail(self.head + 1, f"a column {column}", found, "add it")
        try:
            for cells in reader:
                line = self.head + reader.line_num
                if any(cell.strip() for cell in cells):
                    yield self._match(line, columns, cells)
        except csv.Error as error:
            line = self.head + reader.line_num
            raise self._fail(line, "cells separated by tabs", str(error), "correct it") from None

    def _match(self, line: int, columns: list[str], cells: list[str]) -> Mapping:
        if len(cells) != len(columns):
            expected = f"{len(columns)} columns separated by tabs"
            raise self._fail(line, expected, str(len(cells)), "correct the row")
        row = {name: cell.strip() for name, cell in zip(columns, cells, strict=True)}
        confidence = row.get("confidence", "")
        if confidence and not CONFIDENCE.fullmatch(confidence):
            found = f"{shown(confidence)} in column confidence"
            raise self._fail(line, "a number from 0 to 1", found, "correct the cell")
        subject, predicate, object_, justification = (
            self._iri(line, column, row[column]) for column in IDENTIFIERS
        )
        labels = row.get("subject_label", ""), row.get("object_label", "")
        texts = (*labels, confidence, row.get("comment", ""))
        reviewer = row.get("reviewer_label", "") or row.get("reviewer_id", "")
        modifier = row.get("predicate_modifier", "")
        return Mapping(
            subject, predicate, object_, justification, *texts, line, reviewer, modifier
        )  # fmt: skip

    def _iri(self, line: int, column: str, cell: str) -> str:
        found = f"{shown(cell) if cell else 'nothing'} in column {column}"
        curie = CURIE.fullmatch(cell)
        if not curie:
            raise self._fail(line, "a CURIE such as skos:exactMatch", found, "correct the cell")
        if curie["prefix"] not in self.prefixes:
            advice = "declare it in curie_map, or correct the cell"
            raise self._fail(line, "a CURIE of a declared prefix", found, advice)
        iri = self.prefixes[curie["prefix"]] + curie["local"]
        if FORBIDDEN.search(iri):
            raise self._fail(line, "a CURIE of an IRI", found, "correct the cell")
        return iri

    def _fail(self, line: int, expected: str, found: str, advice: str) -> InputError:
        return InputError(self.path, expected, found, advice, line=line)


def serialized(table: MappingSet) -> str:
    """A table as text: metadata, header and rows in the order in which they are."""
    used = {**BUILT_IN, **table.prefixes}
    metadata = {**table.metadata, "curie_map": dict(sorted(table.prefixes.items()))}
    head = yaml.safe_dump(metadata, sort_keys=False, allow_unicode=True, width=10**6)
    text = io.StringIO()
    text.writelines(f"#{line}\n" for line in head.splitlines())
    writer = csv.writer(text, delimiter="\t", lineterminator="\n")
    writer.writerow(COLUMNS)
    writer.writerows(_cells(match, used) for match in table.matches)
    return text.getvalue()


def _cells(match: Mapping, prefixes: dict[str, str]) -> Iterable[str]:
    cells = (
        *(compress(match.subject, prefixes), match.subject_label),
        *(compress(match.predicate, prefixes), compress(match.object, prefixes)),
        *(match.object_label, compress(match.justification, prefixes)),
        *(match.confidence, match.comment),
    )
    return (" ".join(cell.split()) for cell in cells)
