"""Finds the frame of a document of the kind: letters, contents, body sections, annex.

A document of the kind is the summary of a consultation session: sections numbered I, II, III …,
below them areas numbered 1, 2, … or lettered a, b, …, and lists of recommendations in the areas.
Letters, a table of contents and an annex may stand around that.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from gcm_kg.blocks import Block
from gcm_kg.errors import InputError, shown

ROMAN = ("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII")
CONTENTS = re.compile(r"(?:table of )?contents", re.IGNORECASE)
ANNEX = re.compile(r"annex\b(?!es)", re.IGNORECASE)
SALUTATION = re.compile(r"(?:Your )?Excellenc(?:y|ies),|Dear [^.]{1,80},")
VALEDICTION = re.compile(r"assurances? of|highest consideration|sincerely|respectfully", re.I)
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


def outline(text: str, blocks: Sequence[Block], place: str) -> Outline:
    """The frame of the document.

    Raises InputError, with the line, when the text is not of the kind, or when it lacks a section
    that its own table of contents announces.
    """
    first = _body_start(blocks, place)
    annex = _annex_start(text, blocks, first)
    headings = _headings(blocks, range(first, annex))
    contents = _contents_start(text, blocks, first)
    letters = _letters(text, blocks, contents)
    title = range(letters[-1].stop if letters else 0, contents)
    frame = Outline(
        letters,
        title,
        range(contents, first),
        headings,
        range(first, annex),
        range(annex, len(blocks)),
    )
    _refuse_missing(text, blocks, frame, place)
    return frame


def _words(text: str, block: Block) -> str:
    return text[block.start : block.end]


def _body_start(blocks: Sequence[Block], place: str) -> int:
    second = max((i for i, b in enumerate(blocks) if b.label == "II" and not b.is_item), default=-1)
    first = max((i for i in range(second) if blocks[i].label == "I"), default=None)
    if first is None or blocks[first].is_item:
        found = "none" if second < 0 else f"“II. {blocks[second].title}” without “I.” before it"
        raise InputError(
            place,
            "sections headed I., II., … as in a summary of a consultation session",
            found,
            "give the text of a summary, with each heading on a line of its own",
            line=blocks[max(second, 0)].line if blocks else 1,
        )
    return first


def _annex_start(text: str, blocks: Sequence[Block], first: int) -> int:
    starts = (i for i in range(first, len(blocks)) if _is_annex(text, blocks[i]))
    return next(starts, len(blocks))


def _is_annex(text: str, block: Block) -> bool:
    words = _words(text, block)
    return bool(ANNEX.match(words)) and len(words) < 120 and not words.endswith((".", ",", ";"))


def _headings(blocks: Sequence[Block], body: range) -> tuple[Heading, ...]:
    """The numbered lines of the body whose number is the next one due at its depth."""
    found: list[Heading] = []
    sections, area = 0, ""
    for index in body:
        label = "" if blocks[index].is_item else blocks[index].label
        if label and sections < len(ROMAN) and label == ROMAN[sections]:
            sections, area = sections + 1, ""
            found.append(Heading(index, 1, label))
        elif label and label in _due(area):
            area = label
            found.append(Heading(index, 2, label))
    return tuple(found)


def _due(area: str) -> tuple[str, ...]:
    if not area:
        return ("1", "a", "A")
    return (str(int(area) + 1),) if area.isdigit() else (chr(ord(area) + 1),)


def _contents_start(text: str, blocks: Sequence[Block], first: int) -> int:
    starts = (i for i in range(first) if CONTENTS.fullmatch(_words(text, blocks[i])))
    return next(starts, first)


def _letters(text: str, blocks: Sequence[Block], stop: int) -> tuple[range, ...]:
    greetings = [i for i in range(stop) if SALUTATION.fullmatch(_words(text, blocks[i]))]
    letters: list[range] = []
    begin = 0
    for greeting, bound in zip(greetings, [*greetings[1:], stop], strict=True):
        letters.append(range(begin, _letter_end(text, blocks, range(greeting + 1, bound))))
        begin = letters[-1].stop
    return tuple(letters)


def _letter_end(text: str, blocks: Sequence[Block], rest: range) -> int:
    """Behind the addressee, or behind the signature where no addressee is found."""
    closing = next((i for i in rest if VALEDICTION.search(_words(text, blocks[i]))), rest.start)
    after = range(closing + 1, rest.stop)
    addressee = next((i for i in after if ADDRESSEE.search(_words(text, blocks[i]))), None)
    return min((addressee if addressee is not None else closing + 1) + 1, rest.stop)


def _refuse_missing(text: str, blocks: Sequence[Block], frame: Outline, place: str) -> None:
    """Every entry of the contents must have its heading: a cut-off text is refused, not read."""
    labels = iter([heading.label for heading in frame.headings])
    last = blocks[-1].line
    for entry in (blocks[i] for i in frame.contents if blocks[i].is_numbered):
        if entry.label not in labels:
            raise InputError(
                place,
                f"a heading “{entry.label}. {entry.title}”, announced on line {entry.line}",
                f"none before the last line ({last})",
                "give the whole text",
                line=last,
            )
    announced = any(_is_annex(text, blocks[i]) for i in frame.contents)
    if announced and not frame.annex:
        raise InputError(
            place, "the annex that the contents announce", "none", "give the whole text", line=last
        )
    _refuse_gaps(blocks, frame, place)


def _refuse_gaps(blocks: Sequence[Block], frame: Outline, place: str) -> None:
    """A section number without its predecessor means that a heading is lost."""
    sections = [h.label for h in frame.headings if h.depth == 1]
    taken = {h.index for h in frame.headings}
    for index in frame.body:
        block = blocks[index]
        if index in taken or block.is_item or block.label not in ROMAN[len(sections) + 1 :]:
            continue
        if block.label == block.label.upper() and len(block.label) > 1:
            raise InputError(
                place,
                f"section {ROMAN[len(sections)]}. before section {block.label}.",
                shown(f"{block.label}. {block.title}"),
                "restore the missing heading",
                line=block.line,
            )
