"""Reads a text of any kind into a document, as the profile of its kind says."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from gcm_kg.errors import InputError
from gcm_kg.model.document import Answer, Document, Numbering, blanked
from gcm_kg.reading import summary
from gcm_kg.reading.addressees_of_lists import addressed
from gcm_kg.reading.answers_elsewhere import answers_elsewhere
from gcm_kg.reading.assembly import Assembly
from gcm_kg.reading.attributes import Attributes
from gcm_kg.reading.contents_tables import contents_of
from gcm_kg.reading.cutting import Cutter
from gcm_kg.reading.headings import Headings
from gcm_kg.reading.pages import pages_of, text_lines
from gcm_kg.reading.profiles import GENERAL, Profile, best
from gcm_kg.reading.recommendations import Recommendations

SUMMARY = "consultation-summary"
ASKING_NOTHING = ("treaty",)
"""Kinds of documents that have no recommendations; one of another kind in which none is found may
be taken for it by its words alone."""
LONGEST_PART = 200_000
"""Code points of a line, and of a paragraph or recommendation; whole reports have as many."""
UNMET = "it answers recommendations whose words it does not have"
"""What is said of a document that answers those of another, by their numbers."""
# Matches “⏎a. Sea”, not “⏎A. Frameworks”.
LOWER_AREA = re.compile(r"^[^\S\n]*a\. +\S", re.M)
# Matches “⏎A. Frameworks”, not “⏎a. Sea”.
CAPITAL_AREA = re.compile(r"^[^\S\n]*A\. +\S", re.M)


@dataclass(frozen=True, slots=True)
class Reading:
    """A document with the profile that it was read by, and what its numbers promise."""

    document: Document
    profile: str
    numbering: tuple[Numbering, ...]
    warnings: tuple[str, ...]
    answers: tuple[Answer, ...] = ()
    silent_rows: int = 0
    """Rows of a table that hold words, and are no recommendation and no heading."""


def read_as(
    text: str, profiles: Mapping[str, Profile], where: str = "text", kind: str = ""
) -> Reading:
    """The document that a text holds, read by the profile of a kind, or by the best for it.

    Takes time in proportion to the length of the text. Raises InputError, in one line that names
    ``where``, for an empty text, and for a line or part longer than ``LONGEST_PART``.
    """
    if not text.strip("\ufeff \t\r\n\f\v"):
        raise InputError(where, "a text", "nothing", "give the text of a document", line=1)
    for number, line in enumerate(text.split("\n"), 1):
        _refuse_longer(len(line), number, where)
    reading = _read(text, profiles, kind)
    for leaf in reading.document.leaves():
        if leaf.end - leaf.start > LONGEST_PART:
            _refuse_longer(leaf.end - leaf.start, text.count("\n", 0, leaf.start) + 1, where)
    return reading


def _refuse_longer(size: int, line: int, where: str) -> None:
    """Raises InputError for a line or part of more code points than ``LONGEST_PART``."""
    if size > LONGEST_PART:
        expected = f"lines and paragraphs of at most {LONGEST_PART:,} characters"
        advice = "part it by blank lines, or leave out what is no text"
        raise InputError(where, expected, f"one of {size:,}", advice, line=line)


def _read(text: str, profiles: Mapping[str, Profile], kind: str) -> Reading:
    profile = profiles[kind] if kind else best(profiles, text)[0]
    may_be = profile.name == SUMMARY or (profile.name == GENERAL and not kind)
    whole = _whole_summary(text) if may_be else None
    if whole:
        whole = addressed(whole, profiles[GENERAL].patterns["addressee_heads"])
    if whole and profile.name == SUMMARY:
        return Reading(whole, SUMMARY, (), ())
    reading = _Reader(text, profile).reading()
    document = reading.document
    if whole and _number(whole) > _number(document):
        return Reading(whole, SUMMARY, (), ())
    if any(document.recommendations()):
        return reading
    if not kind and profile.name not in (GENERAL, *ASKING_NOTHING):
        general = _Reader(text, profiles[GENERAL]).reading()
        if _number(general.document) > 1:
            return general
    none = "no recommendation was recognised: name another kind in the metadata, or its lead-ins"
    return replace(reading, warnings=reading.warnings or (f"{none} in a profile",))


def _number(document: Document) -> int:
    """How many recommendations there are."""
    return sum(1 for _ in document.recommendations())


def _whole_summary(text: str) -> Document | None:
    """A summary in which every area is in its place, with the letters before it and the annex."""
    if pages_of(text, text_lines(text)).notes or CAPITAL_AREA.search(text):
        return None
    if not LOWER_AREA.search(text):
        return None
    try:
        return summary.read(text)
    except InputError:
        return None


class _Reader:
    def __init__(self, text: str, profile: Profile) -> None:
        self.text, self.profile = text, profile

    def reading(self) -> Reading:
        text, profile = self.text, self.profile
        lines = text_lines(text)
        pages = pages_of(text, lines)
        fields = profile.patterns["addressee_fields"]
        cutter = Cutter(text, pages, profile.patterns["heading_words"], fields)
        segments = cutter.cut(lines, contents_of(lines))
        asking = profile.patterns["sections"]
        outline = Headings(text, segments, profile.styles, profile.labels, asking)
        headings = list(outline.found())
        holes = [hole for segment in segments for hole in segment.holes]
        words = blanked(text, cutter.skipped + holes)
        heads = frozenset(heading.index for heading in headings)
        found = Recommendations(words, segments, heads, profile)
        assembly = Assembly(segments, headings, words)
        attributes = Attributes(words, segments, heads, profile)
        assembly.assemble(found)
        skipped = (*cutter.skipped, *holes, *assembly.skipped)
        document = Document(text, tuple(assembly.parts(attributes)), tuple(sorted(skipped)))
        numbering = tuple(assembly.numbering())
        unmet, said = list(_unmet(document, attributes)), attributes.by_number.said
        if "position" in profile.flags:
            unmet += answers_elsewhere(words, 0, len(words))
        return Reading(document, profile.name, numbering, tuple(unmet), said)


def _unmet(document: Document, attributes: Attributes) -> Iterator[str]:
    """What is said of answers to recommendations of which the document has no words."""
    labels = {part.identifier for part in document.recommendations()}
    if numbers := attributes.by_number.without_words(labels):
        which = f"{', '.join(numbers[:3])}{' …' if len(numbers) > 3 else ''}"
        yield f"{UNMET} ({which}): they are joined to its report, where that is in the project"
