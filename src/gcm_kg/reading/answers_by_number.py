"""Finds what is answered to recommendations by their numbers: “104.1–104.3 and 104.7 are noted”."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from functools import cached_property

from gcm_kg.model.document import Answer
from gcm_kg.reading.answering_clauses import NUMBERED, answering, answers
from gcm_kg.reading.between_rows import ANSWER
from gcm_kg.reading.exceptions import ranges_in
from gcm_kg.reading.legends import Legend
from gcm_kg.reading.responses import answer_at
from gcm_kg.reading.segments import ASIDE, Segment, Span

# Is “104.1–104.3, 104.7”, not “104.1 Train all”.
NUMBERS_ONLY = re.compile(
    r"\W*(?:recommendations?|nos?\.?)?\s*\d{1,3}\.\d{1,3}[.;]?(?:(?:\s*[-–—,;&]\s*|\s+(?:to|and)\s+)+"
    r"\d{1,3}(?:\.\d{1,3})?[.;]?)*\s*",
    re.I,
)
_NUMBERS = (
    r"(?P<named>\d{1,3}\.\d{1,3}"
    r"(?:(?:\s*[-–—,;&]\s*|,?\s+(?:to|and)\s+)+\d{1,3}(?:\.\d{1,3})?)*)"
)
# Begins “100.1: The law says it” and is “100.2 and 100.3.”, not “100.1 Train all”.
NUMBERS_FIRST = re.compile(
    rf"\W*(?:recommendations?|nos?\.?)?\s*{_NUMBERS}(?:\s*[:–—]\s|\.?\s*\Z|\.\s*\n)", re.I
)
# Begins “104.3 and 104.9 are supported”, not “104.3 Train all”.
NUMBERS_ANSWERED = re.compile(
    rf"\W*{_NUMBERS}\s+(?:is|are|was|were|has|have|will|enjoys?|do(?:es)?|did)\b", re.I
)
# Is “Response to recommendation 100.1 (Togo)”, not “Recommendation 100.1: Train all”.
HEADED = re.compile(
    rf"\W*(?:(?:response|reply|answer)s?\s+to\s+)?recommendations?\s+(?:nos?\.?\s*)?{_NUMBERS}"
    r"\s*(?:\([^()]*\)[\s,;]*)*[:.]?\s*",
    re.I,
)
LONGEST_CELL = 60
"""Code points of a cell that says nothing but an answer."""
LONGEST_LINE = 200
"""Code points of a line that says what is answered to the numbers below."""


class AnswersByNumber:
    """Looks through the sentences and rows of a text. ``words`` is it without furniture."""

    def __init__(self, words: str, segments: Sequence[Segment]) -> None:
        self.words = words
        self.segments = [s for s in segments if s.role not in ASIDE]
        self.said = tuple(
            answer for index in range(len(self.segments)) for answer in self._answers(index)
        )

    @cached_property
    def legend(self) -> Legend:
        """What lines say that codes in rows stand for."""
        return Legend(self.words, [(each.begin, each.end) for each in self.segments])

    def of(self, label: str) -> Span | None:
        """The place of the words that answer the recommendation with a number; None where none or
        several do."""
        return place_of(label, self.said)

    def without_words(self, labels: Collection[str]) -> list[str]:
        """The first numbers of what is answered to recommendations of which none has its words in
        the document; ``labels`` are the numbers of those that it has. A paragraph of its own, in
        which it tells of what was recommended, is known."""
        known = {stem_of(label) for label in labels}
        known.update(s.mark.label for s in self.segments if s.mark and s.mark.style == "number")
        lows = dict.fromkeys(answer.low for answer in self.said)
        return [low for low in lows if stem_of(low) and stem_of(low) not in known]

    def _answers(self, index: int) -> Iterator[Answer]:
        """What a segment answers to which numbers."""
        segment = self.segments[index]
        row = self.words[segment.begin : segment.end]
        if "\t" in row:
            yield from self._in_row(segment.begin, row)
        elif NUMBERS_ONLY.fullmatch(row):
            yield from self._below_answer(index, row)
        elif NUMBERS_ANSWERED.match(row):
            yield from answering(self.words, segment.begin, segment.end)
        elif segment.mark is None or segment.mark.style != "dotted":
            said = list(answering(self.words, segment.start, segment.end))
            first = NUMBERS_FIRST.match(self.words, segment.start, segment.end)
            yield from said or (self._below_answer(index, first["named"]) if first else ())
            headed = HEADED.fullmatch(self.words, segment.start, segment.end)
            yield from self._in_next(index, headed["named"]) if headed and not said else ()

    def _in_row(self, begin: int, row: str) -> Iterator[Answer]:
        """The answer of a row whose first cell holds nothing but numbers."""
        first, *cells = row.split("\t")
        if not NUMBERS_ONLY.fullmatch(first):
            return
        place = begin + len(first) + 1
        for cell in cells:
            short = len(cell) <= LONGEST_CELL and ANSWER.search(cell)
            if said := (place, place + len(cell)) if short else self.legend.of(cell):
                yield from _all(first, said)
                return
            place += len(cell) + 1

    def _in_next(self, index: int, named: str) -> Iterator[Answer]:
        """The answer with which the words below a line begin that names recommendations."""
        for below in self.segments[index + 1 : index + 2]:
            if place := answer_at(self.words, below.start, below.end):
                yield from _all(named, place)

    def _below_answer(self, index: int, named: str) -> Iterator[Answer]:
        """The answer in the last line above numbers that names none itself, where nothing but such
        numbers stands between: “Recommendations noted” above “3. 100.1: The law”."""
        for above in reversed(self.segments[:index]):
            words = self.words[above.start : above.end]
            if NUMBERS_FIRST.match(self.words, above.begin, above.end) or NUMBERS_FIRST.match(
                words
            ):
                continue
            short = above.end - above.start <= LONGEST_LINE and not NUMBERED.search(words)
            if short and answers(words):
                yield from _all(named, (above.start, above.end))
            return


def place_of(label: str, said: Sequence[Answer]) -> Span | None:
    """Where some answers answer the recommendation with a number; None where none or several do."""
    stem, number = stem_of(label), label.rpartition(".")[2]
    if not stem or not number.isdecimal():
        return None
    found = {
        (each.start, each.end)
        for each in said
        if _is_in(label, each.low, each.high)
        and not any(_is_in(label, low, high) for low, high in each.but)
    }
    return found.pop() if len(found) == 1 else None


def names_others(words: str, label: str) -> bool:
    """Whether words name recommendations by their numbers, and not the one with a number."""
    named = [each for each in ranges_in(words) if "." in each[0]] if NUMBERED.search(words) else []
    is_one = "." in label and label.rpartition(".")[2].isdecimal()
    return is_one and bool(named) and not any(_is_in(label, *each) for each in named)


def stem_of(number: str) -> str:
    """What stands before the last number: 104 of 104.1."""
    return number.rpartition(".")[0]


def _all(named: str, place: Span) -> Iterator[Answer]:
    return (Answer(low, high, *place) for low, high in ranges_in(named))


def _is_in(label: str, low: str, high: str) -> bool:
    stem, number = stem_of(label), int(label.rpartition(".")[2])
    last = int(high.rpartition(".")[2])
    same = stem_of(low) == stem and stem_of(high) in ("", stem)
    return same and int(low.rpartition(".")[2]) <= number <= last
