"""Knows the recommendations of a report that an addendum repeats: they are counted there alone."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from gcm_kg.model.document import Document, Part, Source
from gcm_kg.reading.addenda import ADDENDUM, of_report
from gcm_kg.reading.restated import LEAST

# Matches “ (Peru) (Fiji);”, not “(Peru) in time”.
MAKERS = re.compile(r"(?:\s*\([^()]*\))+\W*\Z")
# Is “Train”, not “–”.
WORD = re.compile(r"\w+")
COUNTED = ("Paragraph", "Recommendation")
ALIKE = 0.5
"""The share of words from which on what has the number of a recommendation repeats it: a State may
put it into words of its own."""


def without_repeated(source: Source, others: Sequence[Source]) -> Source:
    """An addendum whose report is among the others with the recommendations that it repeats as
    paragraphs: they are no other ones."""
    if not ADDENDUM.search(source.symbol):
        return source
    known = {
        part.identifier: _words(each.document, part)
        for each in others
        if each.symbol == of_report(source.symbol)
        for part in each.document.recommendations()
    }
    said = {tuple(words) for words in known.values()}
    document = source.document
    repeated = {
        part
        for part in document.recommendations()
        if _is_repeated(part.identifier, _words(document, part), known)
        or _is_long(words := tuple(_words(document, part)))
        and words in said
    }
    if not repeated:
        return source
    parts = (
        replace(part, kind="Paragraph", attributes=()) if part in repeated else part
        for part in document.parts
    )
    return replace(source, document=replace(document, parts=tuple(_counted(parts))), numbering=())


def _counted(parts: Iterable[Part]) -> Iterator[Part]:
    """The parts, paragraphs and recommendations counted anew below each."""
    counts: Counter[tuple[str | None, str]] = Counter()
    for part in parts:
        if part.kind in COUNTED:
            counts[part.parent, part.kind] += 1
            part = replace(part, ordinal=counts[part.parent, part.kind])
        yield part


def _is_repeated(label: str, words: Sequence[str], known: Mapping[str, Sequence[str]]) -> bool:
    """Whether a recommendation has a number such as 104.7 of another one, and words of it."""
    other = known.get(label) or known.get(f"R{label}") or known.get(label.removeprefix("R"))
    if "." not in label or not other or not words:
        return False
    few, many = sorted((set(words), set(other)), key=len)
    return len(few & many) >= ALIKE * len(few)


def _is_long(words: Sequence[str]) -> bool:
    return len(" ".join(words)) >= LEAST


def _words(document: Document, part: Part) -> list[str]:
    """The words of a recommendation without those who made it."""
    words = " ".join(document.words_of(part).split())
    return WORD.findall(MAKERS.sub("", words).casefold())
