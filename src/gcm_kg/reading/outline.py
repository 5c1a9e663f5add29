"""Finds the outline of a document of the kind: letters, contents, body sections, annex.

A document of the kind is the summary of a consultation session: sections numbered I, II, III …,
below them areas numbered 1, 2, … or lettered a, b, …, and lists of recommendations in the areas.
Letters, a table of contents and an annex may stand around that.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from gcm_kg.errors import InputError
from gcm_kg.reading.blocks import Block
from gcm_kg.reading.lines import CONTENTS, SALUTATION

TENS, UNITS = ("", "X", "XX", "XXX"), ("", "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX")
ROMAN = tuple(ten + unit for ten in TENS for unit in UNITS)[1:]
"""The numbers of sections, in order."""
# Begins “Annex I”, not “Annexed”.
ANNEX = re.compile(r"annex\b", re.I)
LONGEST_LINE = 120
"""Code points of a line that names an annex or an addressee."""
# Matches “Please accept the assurances of our highest consideration”, not “Dear Sir”.
VALEDICTION = re.compile(r"assurances? of|highest consideration|sincerely|respectfully", re.I)
# Matches “All Permanent Representatives”, not “permanent residents”.
ADDRESSEE = re.compile(r"Permanent .*(?:Missions|Representatives|Observers)|Missions to the")


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading of the body: depth 1 for a section, 2 for an area within it."""

    index: int
    depth: int
    label: str


@dataclass(frozen=True, slots=True)
class Outline:
    """Indices into the blocks of a text; letters, contents and annex may be empty ranges."""

    letters: tuple[range, ...]
    title: range
    contents: range
    headings: tuple[Heading, ...]
    body: range
    annex: range


def outline_of(text: str, blocks: Sequence[Block], where: str) -> Outline:
    """The outline of the document.

    Raises InputError, with the line, when no sections follow each other as in a summary.
    """
    contents = next((i for i, b in enumerate(blocks) if CONTENTS.fullmatch(_words(text, b))), None)
    first = _body_start(blocks, contents, where)
    annex = _annex_start(text, blocks, first)
    body = range(first, annex)
    stop = first if contents is None or contents > first else contents
    letters = _letters(text, blocks, stop)
    title = range(letters[-1].stop if letters else 0, stop)
    rest = range(annex, len(blocks))
    return Outline(letters, title, range(stop, first), _headings(blocks, body), body, rest)


def _words(text: str, block: Block) -> str:
    return text[block.start : block.end]


def _body_start(blocks: Sequence[Block], contents: int | None, where: str) -> int:
    """Where the first "I." stands that sections with list items follow.

    The lines of a table of contents look like the headings that they announce; but below them
    stand no list items that have no number.
    """
    starts = first_sections(blocks)
    if contents is not None and _is_announcement(blocks, starts, contents):
        announced = blocks[starts.pop(0)]
        if not starts:
            expected = f"the sections I., II., … that line {announced.line} and others announce"
            found, last = "fewer than two of them", blocks[-1].line
            raise InputError(where, expected, found, "give the whole text", line=last)
    if not starts:
        second = next((block for block in blocks if block.label == "II"), None)
        found = f"“II. {second.title}” without “I.” before it" if second else "none"
        raise InputError(
            where,
            "sections headed I., II., … as in a summary of a consultation session",
            found,
            "give the text of a summary, with each heading on a line of its own",
            line=second.line if second else 1,
        )
    return next(with_items(blocks, starts), starts[-1])


def _is_announcement(blocks: Sequence[Block], starts: Sequence[int], contents: int) -> bool:
    """Whether the first "I." is a line of the contents.

    It is the body's own where the contents have no numbers, or are list items: then neither "I."
    nor "II." comes again.
    """
    behind = range(contents, len(blocks))
    if starts[:1] != [next((i for i in behind if blocks[i].label == "I"), None)]:
        return False
    numbers = [blocks[i].label for i in behind if not blocks[i].is_item]
    again = numbers.count("I") > 1 or numbers.count("II") > 1
    return again or not any(with_items(blocks, starts))


def first_sections(blocks: Sequence[Block]) -> list[int]:
    """Where a line numbered "I." stands that is the last one before a line numbered "II."."""
    starts: list[int] = []
    latest = None
    for index, block in enumerate(blocks):
        if block.label == "I" and not block.is_item:
            latest = index
        elif block.label == "II" and not block.is_item and latest is not None:
            starts.append(latest)
            latest = None
    return starts


def with_items(blocks: Sequence[Block], starts: Sequence[int]) -> Iterator[int]:
    """The starts between which and the next one stand list items without numbers."""
    for start, stop in pairwise([*starts, len(blocks)]):
        if any(blocks[i].is_item and not blocks[i].is_numbered for i in range(start, stop)):
            yield start


def _annex_start(text: str, blocks: Sequence[Block], first: int) -> int:
    """Where the annex begins. A list item is none: "- Annex the list to …" asks for something."""
    later = (i for i in range(first, len(blocks)) if not blocks[i].is_item)
    return next((i for i in later if is_annex(text, blocks[i])), len(blocks))


def is_annex(text: str, block: Block) -> bool:
    """Whether a block is the heading of an annex, or the line of the contents that names it."""
    if block.end - block.start > LONGEST_LINE:
        return False
    words = _words(text, block)
    return bool(ANNEX.match(words)) and not words.endswith((".", ",", ";"))


def _headings(blocks: Sequence[Block], body: range) -> tuple[Heading, ...]:
    """The numbered lines of the body whose number is the next one due at its depth."""
    found: list[Heading] = []
    sections, area = 0, ""
    for index in body:
        label = "" if blocks[index].is_item else blocks[index].label
        if label and sections < len(ROMAN) and label == ROMAN[sections]:
            sections, area = sections + 1, ""
            found.append(Heading(index, 1, label))
        elif label and label in due(area):
            area = label
            found.append(Heading(index, 2, label))
    return tuple(found)


def due(area: str) -> tuple[str, ...]:
    """The numbers that an area may have behind an area, or behind none."""
    if not area:
        return ("1", "a", "A")
    return (str(int(area) + 1),) if area.isdigit() else (chr(ord(area) + 1),)


def _letters(text: str, blocks: Sequence[Block], stop: int) -> tuple[range, ...]:
    greetings = [i for i in range(stop) if SALUTATION.fullmatch(_words(text, blocks[i]))]
    letters: list[range] = []
    begin = 0
    for greeting, bound in pairwise([*greetings, stop]):
        letters.append(range(begin, _letter_end(text, blocks, range(greeting + 1, bound))))
        begin = letters[-1].stop
    return tuple(letters)


def _letter_end(text: str, blocks: Sequence[Block], rest: range) -> int:
    """Behind the addressee, or behind the signature where no addressee is found."""
    closings = (i for i in reversed(rest) if VALEDICTION.search(_words(text, blocks[i])))
    closing = next(closings, rest.start)
    after = range(closing + 1, rest.stop)
    addressee = next((i for i in after if _is_addressee(text, blocks[i])), closing + 1)
    return min(addressee + 1, rest.stop)


def _is_addressee(text: str, block: Block) -> bool:
    return block.end - block.start <= LONGEST_LINE and bool(ADDRESSEE.search(_words(text, block)))
