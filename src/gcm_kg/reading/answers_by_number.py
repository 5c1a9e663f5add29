"""Finds what is answered to recommendations by their numbers: “104.1–104.3 and 104.7 are noted”."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence

from gcm_kg.reading.between_rows import ANSWER
from gcm_kg.reading.exceptions import ranges_in
from gcm_kg.reading.segments import ASIDE, Segment, Span
from gcm_kg.text.sentences import sentences

# Matches “104.1–104.3” and “104.7”, not “No. 104” and “in 2034”.
NUMBERED = re.compile(r"(?<![\d.])\d{1,3}\.\d{1,3}(?![\d.]*\s?(?:per cent|%))")
# Is “104.1–104.3, 104.7”, not “104.1 Train all”.
NUMBERS_ONLY = re.compile(
    r"\W*(?:recommendations?|nos?\.?)?\s*\d{1,3}\.\d{1,3}[.;]?(?:(?:\s*[-–—,;&]\s*|\s+(?:to|and)\s+)+"
    r"\d{1,3}(?:\.\d{1,3})?[.;]?)*\s*",
    re.I,
)
# Matches “of which six were accepted” and begins “Of 104.1–104.7”, not “the support of Togo”.
OF_SOME = re.compile(
    r"\A\W*(?:out )?of\b|\b(?:of (?:which|them|these|those)|(?:some|most|majority|several|number"
    r"|half|previous|earlier|last|first|second) (?:of|cycle|review))\b",
    re.I,
)
# Matches “The Government accepts the following recommendations”, not “accepts that they are”.
SAYS = re.compile(
    r"\b(?:accepts?|supports?|rejects?|notes?)\s+(?:the\s+)?(?:following\s+)?recommendations?\b",
    re.I,
)
LONGEST_CELL = 60
"""Code points of a cell that says nothing but an answer."""


class AnswersByNumber:
    """Looks through the sentences and rows of a text. ``words`` is it without furniture."""

    def __init__(self, words: str, segments: Sequence[Segment]) -> None:
        self.words = words
        self.said = [
            (low, high, place)
            for segment in segments
            if segment.role not in ASIDE and _answers(words, segment.begin, segment.end)
            for place, named in self._answers(segment)
            for low, high in ranges_in(named)
        ]

    def of(self, label: str) -> Span | None:
        """The place of the words that answer the recommendation with a number; None where none or
        several do."""
        stem, _, number = label.rpartition(".")
        if not stem or not number.isdecimal():
            return None
        found = {
            place
            for low, high, place in self.said
            if _stem(low) == stem
            and _stem(high) in ("", stem)
            and _number(low) <= int(number) <= _number(high)
        }
        return found.pop() if len(found) == 1 else None

    def without_words(self, labels: Collection[str]) -> list[str]:
        """The first numbers of what is answered to recommendations of which none has its words in
        the document; ``labels`` are the numbers of those that it has."""
        known = {_stem(label) for label in labels}
        return [low for low, _, _ in self.said if _stem(low) and _stem(low) not in known]

    def _answers(self, segment: Segment) -> Iterator[tuple[Span, str]]:
        """The places of answers in a segment, with the words that name the recommendations."""
        row = self.words[segment.begin : segment.end]
        if "\t" in row:
            yield from self._in_row(segment.begin, row)
        elif segment.mark is None or segment.mark.style != "dotted":
            for start, end in sentences(self.words, segment.start, segment.end):
                named = self.words[start:end]
                numbered = NUMBERED.search(named) and not OF_SOME.search(named)
                if numbered and _answers(named, 0, len(named)):
                    yield (start, end), " ".join(NUMBERED.sub(r" \g<0> ", named).split())

    def _in_row(self, begin: int, row: str) -> Iterator[tuple[Span, str]]:
        """The answer of a row whose first cell holds nothing but numbers."""
        first, *cells = row.split("\t")
        if not NUMBERS_ONLY.fullmatch(first):
            return
        place = begin + len(first) + 1
        for cell in cells:
            if len(cell) <= LONGEST_CELL and ANSWER.search(cell):
                yield (place, place + len(cell)), first
                return
            place += len(cell) + 1


def _answers(words: str, start: int, end: int) -> bool:
    """Whether words say what is answered to recommendations."""
    return bool(ANSWER.search(words, start, end) or SAYS.search(words, start, end))


def _stem(number: str) -> str:
    return number.rpartition(".")[0]


def _number(number: str) -> int:
    return int(number.rpartition(".")[2])
