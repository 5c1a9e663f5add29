"""Counts what was read in a document, for people who want to know what was not understood."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import asdict, dataclass, replace
from typing import TYPE_CHECKING, Any

from gcm_kg.model.languages import not_read
from gcm_kg.rdf.namespaces import short
from gcm_kg.reading.addenda import ADDENDUM, answering
from gcm_kg.reading.documents import UNMET

if TYPE_CHECKING:
    from gcm_kg.extraction.pipeline import Extraction
    from gcm_kg.model.document import Document, Part, Source
    from gcm_kg.model.vocabulary import Vocabulary


SHOWN = 5
"""How many unknown verbs, or missing numbers, are named."""
# Matches “Curb” in “(a) Curb it”, not “122.1”.
WORD = re.compile(r"[^\W\d_][\w’-]+")


@dataclass(frozen=True, slots=True)
class Overview:
    """What was read in one document, and what of it was not understood.

    ``promised`` counts the recommendations that its numbers promise, ``numbering`` says it series
    by series; ``warnings`` are sentences, each with what to do. ``joined`` are the symbols of the
    addenda whose answers were joined to its recommendations.
    """

    document: str
    kind: str
    sections: int
    recommendations: int
    promised: int
    statements: int
    unresolved: int
    numbering: tuple[str, ...]
    warnings: tuple[str, ...]
    symbol: str = ""
    language: str = "en"
    joined: tuple[str, ...] = ()

    def as_dict(self) -> dict[str, Any]:
        """The overview for JSON."""
        return asdict(self)


def overview(extraction: Extraction, told: Iterable[str] = ()) -> Overview:
    """The overview of one document, with what else is told of it."""
    source, document = extraction.source, extraction.source.document
    unresolved = {(m.start, m.end) for m in extraction.mentions if not m.entities}
    return Overview(
        document=source.key,
        kind=source.kind,
        sections=sum(1 for part in document.parts if part.kind == "Section"),
        recommendations=sum(1 for _ in document.recommendations()),
        promised=source.promised,
        statements=len(extraction.statements),
        unresolved=len(unresolved),
        numbering=tuple(map(str, source.numbering)),
        warnings=(*_lost(source), *told, *_warnings(extraction)),
        symbol=source.symbol,
        language=source.language,
        joined=tuple(sorted(answering(source))),
    )


def _warnings(extraction: Extraction) -> Iterator[str]:
    """What was not understood; of a text that is not in English, that alone."""
    if said := not_read(extraction.source.language):
        yield said
        return
    yield from extraction.source.warnings
    yield from _not_understood(extraction)


def counted_twice(overviews: Iterable[Overview]) -> Iterator[str]:
    """A sentence for each symbol that several documents have, as one document in two files."""
    by_symbol: defaultdict[str, list[str]] = defaultdict(list)
    for each in overviews:
        if each.symbol:
            by_symbol[each.symbol].append(each.document)
    for symbol, documents in by_symbol.items():
        if len(documents) > 1:
            what = "if they are one document, what it says is counted twice; remove the others"
            yield f"{' and '.join(documents)} have one symbol, {symbol}: {what}"


def answered_apart(overviews: Iterable[Overview]) -> Iterator[str]:
    """A sentence for each addendum whose answers by number are joined to no recommendation of the
    report that it belongs to."""
    known = list(overviews)
    by_symbol = {each.symbol: each for each in known if each.symbol and each.recommendations}
    for each in known:
        report = by_symbol.get(ADDENDUM.sub("", each.symbol))
        joined = report and each.symbol in report.joined
        if report and not joined and report is not each and any(map(_is_unmet, each.warnings)):
            what = "which has none of these numbers; look in both texts for damaged numbers"
            yield f"{each.document} answers recommendations of {report.document}, {what}"


def with_joined(overviews: Sequence[Overview]) -> Iterator[Overview]:
    """The overviews, those of addenda whose answers were joined to their reports without what was
    said of these answers when they were read alone."""
    met = {symbol for each in overviews for symbol in each.joined}
    for each in overviews:
        rest = tuple(said for said in each.warnings if not _is_unmet(said))
        yield replace(each, warnings=rest) if each.symbol in met else each


def _is_unmet(warning: str) -> bool:
    return UNMET in warning


def without_english(vocabulary: Vocabulary) -> Iterator[str]:
    """A sentence on the things that have a name in other languages alone."""
    things = vocabulary.without_english()
    if things:
        named = _listed(f"“{vocabulary.name(each)}” ({short(each)})" for each in things)
        have = "thing has" if len(things) == 1 else "things have"
        yield (
            f"{len(things)} {have} no name in English: {named}; add a skos:prefLabel in English,"
            " as English texts are read for English names, and questions are answered in English"
        )


def _lost(source: Source) -> Iterator[str]:
    """The numbers that are missing, series by series."""
    for series in source.numbering:
        if series.missing:
            lost = f"{_listed(series.missing)} of {series.first}–{series.last}"
            yield f"no recommendation is numbered {lost}; look in the text for a damaged number"


def _not_understood(extraction: Extraction) -> Iterator[str]:
    """How many recommendations have no theme, and how many no action, with their first words."""
    document = extraction.source.document
    known: dict[str, set[str]] = {"hasTheme": set(), "requestsAction": set()}
    for statement in extraction.statements:
        if statement.relation in known:
            known[statement.relation].add(statement.part.identifier)
    asked = list(document.recommendations())
    without = [part for part in asked if part.identifier not in known["hasTheme"]]
    if without:
        where = "add a label of a theme to data/vocabulary/themes.ttl"
        parts = _listed([part.identifier for part in without])
        yield f"{len(without)} of {len(asked)} have no theme of ours ({parts}); {where}"
    without = [part for part in asked if part.identifier not in known["requestsAction"]]
    if without:
        where = "add the verb to data/vocabulary/actions.ttl"
        verbs = Counter(filter(None, (_first_word(document, part) for part in without)))
        listed = _listed([f"“{verb}” ({count})" for verb, count in verbs.most_common()])
        yield f"{len(without)} of {len(asked)} have no action of ours: {listed}; {where}"


def _first_word(document: Document, part: Part) -> str:
    word = WORD.search(document.words, part.start, part.end)
    return word[0] if word else ""


def _listed(names: Iterable[str]) -> str:
    """Some of the names, and how many more there are."""
    listed = list(names)
    more = f" and {len(listed) - SHOWN} more" if len(listed) > SHOWN else ""
    return ", ".join(listed[:SHOWN]) + more
