"""Finds the numbers that begin paragraphs and items inside lines that hold many of them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

# Matches “(Togo);  96.2 Pay” and “: 1. ⇥Train”, not “paragraph 7.2 of”.
NUMBER = re.compile(
    r"(?:\A\s*|(?:(?<=[^\s,(])|(?<=\),))(?P<blank>\s+)|(?<=[a-z.;:”)])(?<!\d\.))"
    r"(?:(?P<list>\d{1,3})\.(?P<part>\d{1,3})(?:\.\s*|\s+)|(?P<number>\d{1,3})\.\s*)(?=[A-Z“\"])"
)
# Matches “ports; and”, not “paragraph”.
ENDED = re.compile(r"(?:(?:[.;:)”?!]|\),)(?:\s*(?:and|or))?|(?i:recommendations))\s*\Z")
BEFORE = 24
"""Code points before a number that tell whether something has ended."""
MOST_MISSING = 2
"""Numbers in a row that a list may lack: they are damaged, or were left out."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """A number that may begin something: of “96.1” the list is “96”, of “1.” it is “”."""

    of: str
    number: int
    place: int
    ended: bool
    """Whether what stands before it has ended."""

    def leads_to(self, behind: Candidate) -> bool:
        """Whether what is numbered next goes on from this number, or is the first below it."""
        below = behind.number == 1 and behind.of in ("", str(self.number))
        return below or (behind.of == self.of and behind.number == self.number + 1)


@dataclass(slots=True)
class Series:
    """A list of numbers that go on from each other, with the line and the place of each."""

    of: str
    last: int
    places: list[tuple[int, int]] = field(default_factory=list)
    below: bool = False
    """Whether it is of the paragraph that it stands below: 96.1 below 96."""

    @property
    def is_list(self) -> bool:
        """Whether it is one, and no number alone."""
        return len(self.places) > 1 or self.below

    def goes_on(self, found: Candidate, may_lack: bool) -> bool:
        """Whether a number is the next, or behind an end one of the next."""
        missing = MOST_MISSING if may_lack and found.ended and len(self.places) > 1 else 0
        return found.of == self.of and 0 < found.number - self.last <= 1 + missing

    def is_before(self, found: Candidate) -> bool:
        """Whether a number behind an end is a later one of this list."""
        return found.ended and found.of == self.of and found.number > self.last


def numbered(lines: Iterable[tuple[str, bool]]) -> list[list[int]]:
    """Where in each line what is numbered begins: paragraphs whose numbers go on from each other,
    and lists between them that begin at 1, each with two numbers or more.

    With a line comes whether numbers are looked for inside it, and not at its beginning only.
    """
    found = [list(_candidates(text, inside)) for text, inside in lines]
    numbers = [(line, each) for line, in_line in enumerate(found) for each in in_line]
    opened, closed = list[Series](), list[Series]()
    for index, (line, each) in enumerate(numbers):
        behind = numbers[index + 1][1] if index + 1 < len(numbers) else each
        _add(opened, closed, each, line, leaps=each.leads_to(behind))
    places: list[list[int]] = [[] for _ in found]
    for series in (*closed, *opened):
        for line, place in series.places if series.is_list else ():
            places[line].append(place)
    return [sorted(each) for each in places]


def _add(
    opened: list[Series], closed: list[Series], found: Candidate, line: int, leaps: bool
) -> None:
    """Adds a number to the open list that it goes on with, or to one that it opens."""
    depth = _depth(opened, found)
    if depth is None and leaps and opened and opened[0].is_before(found):
        depth = 0
    if depth is None and not _opens(opened, found, leaps):
        return
    if depth is None:
        if opened and len(opened[-1].places) == 1 and found.number != 1:
            opened.pop()
        below = bool(opened) and found.of == str(opened[-1].last)
        opened.append(Series(found.of, found.number, below=below and found.number == 1))
    else:
        closed += opened[depth + 1 :]
        del opened[depth + 1 :]
    opened[-1].last = found.number
    opened[-1].places.append((line, found.place))


def _candidates(text: str, inside: bool) -> Iterator[Candidate]:
    first = NUMBER.match(text)
    for match in NUMBER.finditer(text) if inside else [first] if first else []:
        place = match.end("blank") if match["blank"] else match.start()
        ended = place == 0 or ENDED.search(text, max(0, place - BEFORE), place) is not None
        number = int(match["part"] or match["number"])
        yield Candidate(match["list"] or "", number, place, ended)


def _depth(opened: list[Series], found: Candidate) -> int | None:
    """Which of the open lists a number goes on with: as the next, or else with some missing."""
    for may_lack in (False, True):
        for depth in range(len(opened) - 1, -1, -1):
            if opened[depth].goes_on(found, may_lack):
                return depth
    return None


def _opens(opened: list[Series], found: Candidate, leads: bool) -> bool:
    """Whether a number may begin a list: the first of all, or 1 behind an end or before 2."""
    alone = not opened or (len(opened) == 1 and len(opened[0].places) == 1)
    return alone or (found.number == 1 and (found.ended or leads or bool(found.of)))
