"""Joins what an addendum answers, in a file of its own, to the recommendations of its report.

An addendum is known by its symbol: A/HRC/9/8/Add.1 belongs to A/HRC/9/8.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path

from gcm_kg.model.document import Attribute, Part, Source
from gcm_kg.reading.answering_clauses import HIGHEST
from gcm_kg.reading.answers_by_number import place_of
from gcm_kg.reading.segments import Span

# Matches “/Add.1”, not “/Add.1/Rev.2”.
ADDENDUM = re.compile(r"/Add\.\d+\Z")
"""Behind the symbol of the document that an addendum belongs to."""
SHOWN = 5
"""How many numbers are named that no recommendation has."""
# Matches “symbol = "A/9/Add.1"”, not “#symbol = "A/9"”.
SYMBOL = re.compile(r"""^\s*symbol\s*=\s*["'](?P<symbol>[^"'\n]+)["']""", re.M)


def related(files: Iterable[Path]) -> dict[str, list[Path]]:
    """The files of metadata of what is read together with a document, by the symbol of that: of a
    report its addenda, of an addendum its report. They are looked through and not read: it is for
    who reads them to see what they are."""
    symbols = [(symbol, file) for file in sorted(files) if (symbol := symbol_in(file))]
    reports = {symbol: file for symbol, file in symbols if not ADDENDUM.search(symbol)}
    found: defaultdict[str, list[Path]] = defaultdict(list)
    for symbol, file in symbols:
        if ADDENDUM.search(symbol):
            found[of_report(symbol)].append(file)
            report = reports.get(of_report(symbol))
            found[symbol] = [report] if report else []
    return dict(found)


def of_report(symbol: str) -> str:
    """The symbol of the report that an addendum belongs to."""
    return ADDENDUM.sub("", symbol)


def symbol_in(file: Path) -> str:
    """The symbol that a file of metadata gives, or none."""
    if not file.is_file():
        return ""
    said = SYMBOL.search(file.read_bytes().decode("utf-8", "replace"))
    return said["symbol"] if said else ""


def files_beside(file: Path, known: Mapping[str, Sequence[Path]]) -> list[Path]:
    """The files of metadata of what is read together with the document of one, of those that are
    known."""
    return [each for each in known.get(symbol_in(file), ()) if each != file] if known else []


def joined(source: Source, others: Sequence[Source]) -> Source:
    """A report with what its addenda answer to its recommendations by their numbers. What several
    answer to the same one is joined to none; of what they answer to none of them, it is told."""
    own = [each for each in others if ADDENDUM.search(each.symbol)]
    own = [each for each in own if of_report(each.symbol) == source.symbol]
    own = [each for each in own if each.stem != source.stem]
    if not source.symbol or not own:
        return source
    parts = tuple(_answered(part, own) for part in source.document.parts)
    found = replace(source, document=replace(source.document, parts=parts))
    known, met = {part.identifier for part in source.document.recommendations()}, answering(found)
    told = [said for each in own if each.symbol in met for said in _unknown(each, known)]
    return replace(found, warnings=(*source.warnings, *told))


def _unknown(addendum: Source, known: Collection[str]) -> Iterator[str]:
    """What is said of the numbers that an addendum answers and no recommendation has."""
    said = [each for answer in addendum.answers for each in (answer.low, answer.high)]
    lost = [each for each in dict.fromkeys(said) if _is_lost(each, known)]
    if lost:
        more = f" and {len(lost) - SHOWN} more" if len(lost) > SHOWN else ""
        which = f"{', '.join(lost[:SHOWN])}{more}"
        where = f"{addendum.key} ({addendum.symbol})"
        what = "which no recommendation here has; look in both texts for damaged numbers"
        yield f"{where} answers {which}, {what}"


def _is_lost(number: str, known: Collection[str]) -> bool:
    """Whether a number is written in full, and that of no recommendation."""
    full = "." in number and not number.endswith(f".{HIGHEST}")
    return full and number not in known and f"R{number}" not in known


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
