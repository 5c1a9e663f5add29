"""Joins what an addendum answers, in a file of its own, to the recommendations of its report.

An addendum is known by its symbol: A/HRC/9/8/Add.1 belongs to A/HRC/9/8.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from pathlib import Path

from gcm_kg.model.document import Attribute, Part, Source
from gcm_kg.reading.answers_by_number import place_of
from gcm_kg.reading.segments import Span

# Matches “/Add.1”, not “/Add.1/Rev.2”.
ADDENDUM = re.compile(r"/Add\.\d+\Z")
"""Behind the symbol of the document that an addendum belongs to."""
# Matches “symbol = "A/9/Add.1"”, not “#symbol = "A/9"”.
SYMBOL = re.compile(r"""^\s*symbol\s*=\s*["'](?P<symbol>[^"'\n]+)["']""", re.M)


def addenda(files: Iterable[Path]) -> dict[str, list[Path]]:
    """The files of metadata of addenda, by the symbol of the report that they belong to. They are
    looked through and not read: it is for who reads them to see what they are."""
    found: defaultdict[str, list[Path]] = defaultdict(list)
    for file in sorted(files):
        symbol = symbol_in(file)
        if ADDENDUM.search(symbol):
            found[ADDENDUM.sub("", symbol)].append(file)
    return dict(found)


def symbol_in(file: Path) -> str:
    """The symbol that a file of metadata gives, or none."""
    if not file.is_file():
        return ""
    said = SYMBOL.search(file.read_bytes().decode("utf-8", "replace"))
    return said["symbol"] if said else ""


def files_beside(file: Path, known: Mapping[str, Sequence[Path]]) -> list[Path]:
    """The files of metadata of the addenda of the document of one, of those that are known."""
    return [each for each in known.get(symbol_in(file), ()) if each != file] if known else []


def joined(source: Source, others: Sequence[Source]) -> Source:
    """A report with what its addenda answer to its recommendations by their numbers. What several
    answer to the same one is joined to none."""
    own = [each for each in others if ADDENDUM.sub("", each.symbol) == source.symbol]
    own = [each for each in own if each.stem != source.stem]
    if not source.symbol or not own:
        return source
    parts = tuple(_answered(part, own) for part in source.document.parts)
    return replace(source, document=replace(source.document, parts=parts))


def answering(source: Source) -> set[str]:
    """The symbols of the documents whose answers were joined to recommendations of a report."""
    return {
        attribute.elsewhere.symbol
        for part in source.document.recommendations()
        for attribute in part.attributes
        if attribute.elsewhere
    }


def _answered(part: Part, others: Sequence[Source]) -> Part:
    if part.kind != "Recommendation":
        return part
    places = ((other, _place_in(other, part.identifier)) for other in others)
    found = [Attribute("position", *place, elsewhere=other) for other, place in places if place]
    return replace(part, attributes=(*part.attributes, *found)) if len(found) == 1 else part


def _place_in(other: Source, label: str) -> Span | None:
    """Where an addendum answers the recommendation with a number: in words that name it, or in
    those below or above the same recommendation, if it repeats that."""
    names = (label, f"R{label}")
    repeated = next(filter(None, map(other.document.by_identifier.get, names)), None)
    said = [a for a in repeated.attributes if a.relation == "position"] if repeated else []
    repeats = "." in label and repeated is not None and repeated.kind == "Recommendation"
    by_number = place_of(label, other.answers)
    return by_number or ((said[0].start, said[0].end) if repeats and said else None)
