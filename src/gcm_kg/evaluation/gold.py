"""Reads gold tables: what people say that a text states, relation by relation.

A table is tab-separated text in UTF-8 with the header of ``COLUMNS``; docs/gold.md describes it.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from gcm_kg.errors import InputError, shown
from gcm_kg.evaluation.things import Things
from gcm_kg.files import load_text

COLUMNS = ("part", "relation", "value", "detail", "words")
EDGES = (
    *("cites", "appliesPrinciple", "callsOn", "involves", "namesActor", "benefits", "targets"),
    *("hasTheme", "requestsAction", "requestsMeasure", "strength"),
    *("recommendedBy", "addressedTo", "position"),
)
"""Relations of a part to a thing, which is their value."""
DETAILED = {"citationFunction": "", "pinpoint": "cites", "polarity": "hasTheme"}
"""Relations of a part to a thing that have a detail beside the thing, and the relation to that
thing, where it is always the same."""
IN_WORDS = ("pinpoint",)
"""Relations whose detail is a text."""
VALUED = ("holder", "support", "speechAct")
"""Relations of ``PLACED`` that have a value."""
PLACED = ("condition", "means", "purpose", "assertion", "holder", "support", "speechAct")
"""Relations of which a part has several: the words say which is meant."""
NOTHING = "nothing"
"""What is written in the column of relations for a part that was read and says nothing."""
RELATIONS = (*EDGES, *DETAILED, *PLACED)
BYTE_ORDER_MARK = "\ufeff"


@dataclass(frozen=True, slots=True)
class Part:
    """A part of the graph: its IRI, its words, and where they begin in the source (code points)."""

    iri: str
    text: str
    start: int


@dataclass(frozen=True, slots=True)
class Row:
    """A row of a gold table, or what a graph has in its stead.

    ``span`` is where the words stand in the source, of relations in ``PLACED`` only.
    """

    part: str
    relation: str
    value: str
    detail: str
    words: str = ""
    span: tuple[int, int] | None = None


def load_gold(
    path: Path, parts: Mapping[str, list[Part]], things: Things
) -> tuple[list[Row], set[str]]:
    """The rows of a table, and the IRIs of all parts that it speaks of.

    ``parts`` are those of the graph by identifier, ``things`` what its values may be. Raises
    InputError with the line for a header, part, relation or value that cannot be used, and for
    words that do not stand in their part.
    """
    lines = load_text(path).removeprefix(BYTE_ORDER_MARK).split("\n")
    if tuple(lines[0].rstrip("\r").split("\t")) != COLUMNS:
        expected = "the columns " + ", ".join(COLUMNS)
        raise InputError(path, expected, shown(lines[0]), "correct the header", line=1)
    rows: list[Row] = []
    read: set[str] = set()
    for line, text in enumerate(lines[1:], 2):
        if cells := text.rstrip("\r").split("\t") if text.strip() else []:
            row = _row(path, line, cells, parts, things)
            read.add(row.part)
            rows += [row] if row.relation != NOTHING else []
    if not rows:
        raise InputError(path, "a row with a relation", "none", "add what the text says")
    return rows, read


def _row(
    path: Path, line: int, cells: list[str], parts: Mapping[str, list[Part]], things: Things
) -> Row:
    if len(cells) != len(COLUMNS):
        found = f"{len(cells)} of them"
        raise InputError(path, f"{len(COLUMNS)} cells", found, "add or remove tabs", line=line)
    name, relation, value, detail, words = (cell.strip() for cell in cells)
    part = _part(path, line, name, parts)
    if relation not in (*RELATIONS, NOTHING):
        known = "one of " + ", ".join((*RELATIONS, NOTHING))
        raise InputError(path, known, shown(relation), "correct the relation", line=line)
    span = place(words, part) if relation in PLACED else None
    if relation in PLACED and span is None:
        advice = "copy them from there"
        raise InputError(path, f"words of {name}", shown(words), advice, line=line)
    if relation == NOTHING:
        return Row(part.iri, relation, "", "")
    value, detail = _values(path, line, relation, (value, detail), things)
    return Row(part.iri, relation, value, detail, words, span)


def _values(
    path: Path, line: int, relation: str, cells: tuple[str, str], things: Things
) -> tuple[str, str]:
    """The IRIs of value and detail; the words of a detail that is a text.

    Raises InputError, with the line, for a cell that is empty where the relation has something, or
    the other way round, and for what is no thing of the graph.
    """
    wanted = (relation in (*EDGES, *DETAILED, *VALUED), relation in DETAILED)
    for cell, name, is_wanted in zip(cells, COLUMNS[2:4], wanted, strict=True):
        if bool(cell) != is_wanted:
            expected = f"a {name}" if is_wanted else f"no {name}"
            found, advice = shown(cell) if cell else "none", "see docs/gold.md"
            raise InputError(path, f"{expected} of {relation}", found, advice, line=line)
    value, detail = cells
    if value:
        value = things.value(path, line, DETAILED.get(relation, relation), value)
    if detail and relation not in IN_WORDS:
        detail = things.value(path, line, relation, detail)
    return value, detail


def _part(path: Path, line: int, name: str, parts: Mapping[str, list[Part]]) -> Part:
    """The part of an identifier or an IRI."""
    found = parts.get(name, [])
    if len(found) == 1:
        return found[0]
    expected = "a part of the graph" if not found else "a part of one document"
    several = "put the key of its document before it, as in s5:III.a.1"
    advice = several if found else "give the identifier or IRI of one"
    what = f"{shown(name)} in {len(found)} documents" if found else shown(name)
    raise InputError(path, expected, what, advice, line=line)


def place(words: str, part: Part) -> tuple[int, int] | None:
    """Where words stand in the text of a part, in code points of the source; white space of any
    kind is one blank."""
    pattern = r"\s+".join(map(re.escape, words.split()))
    found = re.search(pattern, part.text) if pattern else None
    return (part.start + found.start(), part.start + found.end()) if found else None
