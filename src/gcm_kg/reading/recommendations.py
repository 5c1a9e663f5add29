"""Tells recommendations from other paragraphs and items, by the profile of the document."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from gcm_kg.reading.asking_marks import asks_or_acts, is_marked
from gcm_kg.reading.asking_sections import AskingSections
from gcm_kg.reading.asking_series import asking_series
from gcm_kg.reading.joined import Joined
from gcm_kg.reading.label_marks import BARE
from gcm_kg.reading.lead_ins import LeadIns
from gcm_kg.reading.leaves import Leaf, shape_of
from gcm_kg.reading.mark import Mark
from gcm_kg.reading.narrating import narrates
from gcm_kg.reading.profiles import Profile
from gcm_kg.reading.responses import answer_at
from gcm_kg.reading.restated import Restated
from gcm_kg.reading.running_lists import inline_list, pieces, running_points
from gcm_kg.reading.segments import ASIDE, Segment
from gcm_kg.reading.trailing_fields import without_fields
from gcm_kg.reading.wording import (
    FINDINGS,
    MUST,
    PURE,
    STEPS,
    THANKS,
    TO_DO,
    asks_for,
    is_of_answers,
    is_row,
    tells,
)

SAME = 24
"""Code points by which two recommendations with one label are taken to be the same."""


class Recommendations:
    """Turns the segments of sections into leaves. ``words`` is the text without furniture."""

    def __init__(
        self, words: str, segments: Sequence[Segment], headings: frozenset[int], profile: Profile
    ) -> None:
        self.words, self.segments, self.headings, self.profile = words, segments, headings, profile
        self.lead_ins = LeadIns(words, segments, headings, profile)
        self.one_numbering = False
        """Whether the words of labels change in one numbering: “Recommendation 1”, “Action 2”."""
        self.one_numbering = self._counts_on([s.mark for s in segments if s.mark])
        self.labelled = {
            self._said(index): index
            for index, segment in enumerate(segments)
            if segment.mark and self._is_label(segment.mark) and self._is_one(index, segment.mark)
        }
        """Where each labelled recommendation stands last: a summary may say it before."""
        self.labels = {*self.labelled.values()}
        marked = (i for i, s in enumerate(segments) if s.mark and s.mark.key == ("number", "()"))
        numbered = (i for i in marked if "()" in profile.asking_marks)
        self.restated = Restated({*self.labels, *numbered}, self._text, len(segments))
        front = min(headings, default=len(segments))
        self.sections = AskingSections(profile, labelled=min(self.labels, default=front) < front)
        self.begun: set[tuple[str, str]] = set()
        """The series of marks that begin below the last heading below which items ask."""
        self.joined = Joined(words, segments, headings, profile)
        self.joined.one_numbering = self.one_numbering
        self.told: set[tuple[str, str]] = set()
        """The marks of lists below headings that ask for nothing."""
        self.shape, self.finding = "", False
        """Whether the heading is one of conclusions or lessons, whose codes mark what was found."""
        self.styles: set[tuple[str, str, str]] = set()
        """The marks of lists that a lead-in made recommendations, with the shape of the heading:
        others like them, below headings of that shape, are such too."""

    def learn(self, titles: Sequence[str], indices: Sequence[int]) -> None:
        """Takes note of a section before any is read."""
        marks = ((index, self.segments[index].mark) for index in indices)
        marked = any(m and m.style == "number" and self._is_marked(i, m) for i, m in marks)
        labelled = not self.labels.isdisjoint(indices)
        self.sections.learn(titles, map(self._text, indices), marked=marked, labelled=labelled)

    def leaves(self, indices: range, titles: Sequence[str], areas: bool) -> Iterator[Leaf]:
        """The leaves of the segments right below a heading.

        ``titles`` are those of the section and the ones above it; ``areas`` says that the section
        is a lettered area.
        """
        silent = any(map(self.sections.is_silent, titles))
        if any(self.profile.find("note_sections", title) for title in titles):
            yield from self._notes(indices)
            return
        head = self.segments[indices.start - 1].mark if indices.start else None
        asked, anew = self.sections.enter(titles, is_empty=not indices, mark=head)
        if anew:
            self.begun.clear()
        self.begun.update(self._asking_series(indices))
        self.shape = shape_of(titles[-1]) if titles else ""
        self.finding = bool(titles and FINDINGS.search(titles[-1]))
        last: int | None = None
        for index in indices:
            segment = self.segments[index]
            if segment.start >= segment.end:
                continue
            if segment.mark and segment.mark.value == 1:
                self.begun.add(segment.mark.key)
            if self.joined.goes_on(index, last):
                yield Leaf(index, segment.begin, segment.begin, segment.end, True, joins=True)
                continue
            told = silent or self.restated.holds(index, self._text(index))
            asks = not told and self._asks(index, segment, asked, areas)
            whole = asks or told or segment.role in ASIDE
            points = [] if told else self._points(index, asks, bool(asked))
            leaves = points or ([self._leaf(index, asks)] if whole else list(self._pieces(index)))
            yield from (part for leaf in leaves for part in without_fields(self.words, leaf))
            if segment.role not in ASIDE:
                last = index if leaves[-1].asks and leaves[-1].owner != index else None

    def _points(self, index: int, asks: bool, asked: bool) -> list[Leaf]:
        """The points of a paragraph that asks for several things: “The Board recommends: (a) …”, or
        that stands where recommendations do, with bullets or semicolons within its lines."""
        segment, points = self.segments[index], list[Leaf]()
        if asks and (segment.mark is None or segment.mark.key == ("number", ".")):
            points = list(inline_list(self.profile, self.words, index, segment))
        if points or segment.mark or segment.role in ASIDE:
            return points
        led = asked or (index > 0 and self.lead_ins.opens(index - 1))
        whole = self._leaf(index, True)
        return running_points(self.profile, self.words, whole) if led else []

    def _asking_series(self, indices: Sequence[int]) -> Iterator[tuple[str, str]]:
        here = [self.segments[index] for index in indices]
        return asking_series(self.profile, here, [self._text(index) for index in indices])

    def _notes(self, indices: Sequence[int]) -> Iterator[Leaf]:
        """The leaves of a section of notes or references: each is one."""
        full = (i for i in indices if self.segments[i].start < self.segments[i].end)
        yield from (replace(self._leaf(index, False), note=True) for index in full)

    def _leaf(self, index: int, asks: bool) -> Leaf:
        s = self.segments[index]
        is_note = s.role == "note"
        above = self.lead_ins.lead_of(index) if asks and not s.mark else self._above(s)
        return Leaf(index, s.begin, s.start, s.end, asks, s.mark, above, note=is_note)

    def _above(self, segment: Segment) -> int | None:
        return None if segment.owner in self.headings else segment.owner

    def _counts_on(self, marks: Sequence[Mark]) -> bool:
        labels = [mark for mark in marks if mark.style == "label"]
        counts = [mark.value for mark in labels] == list(range(1, len(labels) + 1))
        return counts and len({m.prefix for m in labels}) > 1 and any(map(self._is_label, labels))

    def _is_label(self, mark: Mark) -> bool:
        known = mark.prefix.startswith(tuple(self.profile.labels))
        return mark.style == "label" and (known or self.one_numbering)

    def _is_one(self, index: int, mark: Mark) -> bool:
        """Whether the words behind a label ask; without a sign between, they may tell of it, and
        they may be an answer to it."""
        text = self._text(index)
        told = mark.loose and tells(self.profile, text)
        return not told and answer_at(text, 0, len(text)) is None

    def _said(self, index: int) -> tuple[str, str]:
        """The label of a segment with its first words: what is said twice is the same."""
        mark = self.segments[index].mark
        return mark.label if mark else "", self._text(index)[:SAME].lower()

    def _text(self, index: int) -> str:
        segment = self.segments[index]
        return " ".join(self.words[segment.start : segment.end].split())

    def _asks(self, index: int, segment: Segment, asked: str, areas: bool) -> bool:
        mark = segment.mark
        if segment.role in ASIDE or is_row(self.words[segment.start : segment.end]):
            return False
        if mark and self._is_label(mark):
            return self.labelled.get(self._said(index)) == index
        if self.lead_ins.is_matter(index) or is_of_answers(self._text(index)):
            return False
        led = (
            self._led(segment, mark) if mark else (self.lead_ins.lead_of(index) is not None or None)
        )
        if led or self.lead_ins.is_one(index):
            return bool(led) and not THANKS.match(self._text(index))
        if led is not None or self._asks_here(index, mark, asked, areas):
            return led is None
        return bool(self.profile.find("paragraphs", self._text(index)[:600]))

    def _asks_here(self, index: int, mark: Mark | None, asked: str, areas: bool) -> bool:
        """Whether a leaf is a recommendation by its section, or by its mark."""
        if asked and self.profile.find("asking_sections", asked):
            acts = asks_or_acts(self.profile, mark, self._text(index))
            acts = acts or self.joined.is_planned(index)
            return acts and not self.joined.is_told(index, mixed=True)
        if mark and (self._is_item(mark, asked, areas) or self._is_marked(index, mark)):
            return True
        return bool(asked) and self._asks_in_section(index, mark, asked)

    def _led(self, segment: Segment, mark: Mark) -> bool | None:
        """What the paragraph before the list says; in its absence, one before such a list."""
        above = self._above(segment)
        led = self.lead_ins.of(above, segment)
        if led and self.labelled and above is not None and STEPS.fullmatch(self._text(above)):
            return False
        if led and mark.key != ("number", "."):
            self.styles.add((*mark.key, self.shape))
        if segment.owner not in self.headings:
            return led
        if segment.owner and self.lead_ins.parts(segment.owner):
            return True
        if (*mark.key, self.shape) in self.styles and mark.key not in self.told:
            return True
        self.told.add(mark.key)
        return None

    def _is_item(self, mark: Mark, asked: str, areas: bool) -> bool:
        flags = self.profile.flags
        if mark.prefix == BARE:
            return True
        if mark.style == "dotted":
            return "dotted" in flags
        listed = asked or "bulleted" in flags or (areas and "lettered_areas" in flags)
        return mark.style == "bullet" and bool(listed)

    def _is_marked(self, index: int, mark: Mark) -> bool:
        return is_marked(self.profile, mark, self._text(index), self.finding, bool(self.labels))

    def _asks_in_section(self, index: int, mark: Mark | None, asked: str) -> bool:
        """In a section of recommendations: items, and paragraphs that say what should be done."""
        text, pure = self._text(index), PURE.fullmatch(asked)
        if THANKS.match(text) or self.joined.is_told(index, mixed=False):
            return False
        text = MUST.sub("", text) if asked in self.sections.over else text  # it concludes
        if not mark:
            return asks_for(self.profile, text)
        if mark.prefix in ("()", ")") or mark.style in ("letter", "small roman"):
            return True
        if mark.style in ("number", "dotted") and pure and mark.key in self.begun:
            return not narrates(self.profile, text)
        return bool(pure and TO_DO.match(text)) or asks_for(self.profile, text)

    def _pieces(self, index: int) -> Iterator[Leaf]:
        """A paragraph of the narrative: whole, or parted at sentences that recommend."""
        if self.lead_ins.is_one(index) or self.lead_ins.quotes(index):
            yield self._leaf(index, False)
        else:
            yield from pieces(
                self.profile, self.words, self.segments[index], self._leaf(index, False)
            )
