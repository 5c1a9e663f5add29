"""Tells recommendations from other paragraphs and items, by the profile of the document."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from gcm_kg.reading.marks import Mark, marks_of
from gcm_kg.reading.profiles import Profile
from gcm_kg.reading.segments import Segment
from gcm_kg.text.sentences import sentences

LONGEST_LEAD_IN = 700
"""Code points at the end of a paragraph that tell whether it introduces recommendations."""
# Matches “States should ensure”, not “States ensured”.
ASKS = re.compile(
    r"\b(?:should|shall|must|recommend(?:s|ed)?|urges?|urged|call(?:s|ed)? (?:up)?on|encourages?d?"
    r"|invites?|requests?|needs? to|ought to)\b"
)
# Is “Recommendations”, not “Conclusions and recommendations”.
PURE = re.compile(r"\W*(?:\w+ ){0,2}recommendations?(?: (?:to|for|on|of|from|by)\b.*)?\W*", re.I)
# Matches “: (a) train”, not “paragraph 15 (a) and”.
INLINE = re.compile(
    r"(?:(?<=[:;,.)])|(?<=\band)|(?<=\bor))\s+(?=\((?:[a-z]|[ivx]{1,4}|\d{1,2})\)\s)"
)


@dataclass(frozen=True, slots=True)
class Leaf:
    """A stretch that becomes a part: ``begin`` is before its mark, ``start`` behind it.

    ``owner`` is the index of the paragraph that introduces its list; ``piece`` says that it is one
    sentence of a paragraph, ``joins`` that it goes on with the leaf before it.
    """

    index: int
    begin: int
    start: int
    end: int
    asks: bool
    mark: Mark | None = None
    owner: int | None = None
    piece: bool = False
    joins: bool = False


class Recommendations:
    """Turns the segments of sections into leaves. ``words`` is the text without furniture."""

    def __init__(
        self, words: str, segments: Sequence[Segment], headings: frozenset[int], profile: Profile
    ) -> None:
        self.words, self.segments, self.headings = words, segments, headings
        self.profile = profile
        self.introduced = {s.owner for s in segments if s.owner is not None} - headings
        self.asking: dict[int, bool] = {}
        """Whether the segments read so far are recommendations."""
        self.leading: dict[int, bool | None] = {}
        self.styles: set[tuple[str, str]] = set()
        """The marks of lists that a lead-in made recommendations: others like them are such too."""

    def leaves(self, indices: Sequence[int], titles: Sequence[str], areas: bool) -> Iterator[Leaf]:
        """The leaves of the segments right below a heading.

        ``titles`` are those of the section and the ones above it; ``areas`` says that the section
        is a lettered area.
        """
        find = self.profile.find
        silent = any(find("other_sections", title) for title in titles)
        asked = next((t for t in reversed(titles) if find("sections", t)), "")
        for index in indices:
            segment = self.segments[index]
            if segment.start >= segment.end:
                continue
            above = self._above(segment)
            if above is not None and self._nested(index, above):
                self.asking[index] = True
                yield Leaf(index, segment.begin, segment.begin, segment.end, True, joins=True)
                continue
            asks = not silent and self._asks(index, segment, asked, areas)
            self.asking[index] = asks
            yield from [self._leaf(index, asks)] if asks or silent else self._pieces(index)

    def _leaf(self, index: int, asks: bool) -> Leaf:
        s = self.segments[index]
        return Leaf(index, s.begin, s.start, s.end, asks, s.mark, self._above(s))

    def _above(self, segment: Segment) -> int | None:
        return None if segment.owner in self.headings else segment.owner

    def _nested(self, index: int, above: int) -> bool:
        """Whether it is a point within the recommendation just before it."""
        return self.asking.get(above, False) and all(
            self.asking.get(i, self.segments[i].role == "note") for i in range(above, index)
        )

    def _text(self, index: int) -> str:
        segment = self.segments[index]
        return " ".join(self.words[segment.start : segment.end].split())

    def leads(self, index: int) -> bool | None:
        """Whether a paragraph introduces recommendations, something else, or says neither."""
        if index not in self.leading:
            tail = self._text(index)[-LONGEST_LEAD_IN:]
            if tail.endswith(":"):
                tail = tail[max(0, *(tail.rfind(end) + 1 for end in (". ", "? ", "! "))) :]
            asks = self.profile.find("lead_ins", tail)
            other = self.profile.find("other_lead_ins", tail)
            if asks and other:
                self.leading[index] = asks.end() > other.end() or asks.start() > other.start()
            else:
                self.leading[index] = True if asks else False if other else None
        return self.leading[index]

    def _asks(self, index: int, segment: Segment, asked: str, areas: bool) -> bool:
        mark, flags, above = segment.mark, self.profile.flags, self._above(segment)
        if segment.role == "note":
            return False
        if mark and mark.style == "label":
            return mark.key[1].startswith(tuple(self.profile.labels))
        led = self.leads(above) if above is not None else None
        if index in self.introduced and self._introduces(index):
            return False
        if mark and led is not None:
            self.styles |= {mark.key} if led and mark.key != ("number", ".") else set()
            return led
        if mark and segment.owner in self.headings and mark.key in self.styles:
            return True
        if mark and mark.style == "dotted" and "dotted" in flags:
            return True
        bulleted = "bulleted" in flags or (areas and "lettered_areas" in flags)
        if mark and mark.style == "bullet" and (asked or bulleted):
            return True
        if asked and self._asks_in_section(segment, index, asked):
            return True
        return bool(self.profile.find("paragraphs", self._text(index)[:600]))

    def _introduces(self, index: int) -> bool:
        return self.leads(index) is not None or self._text(index).endswith(":")

    def _asks_in_section(self, segment: Segment, index: int, asked: str) -> bool:
        """In a section of recommendations: items, and paragraphs that say what should be done."""
        mark = segment.mark
        if mark and (mark.prefix in ("()", ")") or mark.style in ("letter", "small roman")):
            return True
        if mark and mark.style == "number" and PURE.fullmatch(asked) and self._restarts(index):
            return True
        return bool(ASKS.search(self._text(index)))

    def _restarts(self, index: int) -> bool:
        """Whether the series that a number belongs to begins with 1 behind the last heading."""
        key = self.segments[index].mark
        for i in range(index, -1, -1):
            mark = self.segments[i].mark
            if key and mark and mark.key == key.key and mark.value == 1:
                return True
            if i in self.headings:
                return False
        return False

    def _pieces(self, index: int) -> Iterator[Leaf]:
        """A paragraph of the narrative: whole, or parted at sentences that recommend."""
        whole = self._leaf(index, False)
        if index in self.introduced and self._introduces(index):
            yield whole
            return
        if inline := self._inline(index):
            self.asking[index] = False
            yield from inline
            return
        segment = self.segments[index]
        found = list(sentences(self.words, segment.start, segment.end))
        asking = [bool(self.profile.find("sentences", self._plain(*span))) for span in found]
        if not any(asking):
            yield whole
        elif len(found) == 1 or "whole_paragraphs" in self.profile.flags or self._bullet(segment):
            self.asking[index] = True
            yield self._leaf(index, True)
        elif "to_the_end" in self.profile.flags:
            first = asking.index(True)
            rest = (found[first][0], found[-1][1])
            before = [(found[0][0], found[first - 1][1])] if first else []
            yield from self._parted(index, [*before, rest], [False] * len(before) + [True])
        else:
            yield from self._parted(index, found, asking)

    def _bullet(self, segment: Segment) -> bool:
        return segment.mark is not None and segment.mark.style == "bullet"

    def _plain(self, start: int, end: int) -> str:
        return " ".join(self.words[start:end].split())

    def _parted(
        self, index: int, found: Sequence[tuple[int, int]], asking: Sequence[bool]
    ) -> Iterator[Leaf]:
        """Each sentence that recommends, and the stretches between them."""
        mark, begin = self.segments[index].mark, self.segments[index].begin
        if all(asking):
            self.asking[index] = True
        open_from = None
        for (start, end), asks in zip(found, asking, strict=True):
            if asks:
                if open_from is not None:
                    yield Leaf(index, open_from[0], open_from[0], open_from[1], False, piece=True)
                yield Leaf(index, start, start, end, True, piece=True)
                open_from = None
            else:
                open_from = (open_from[0] if open_from else start, end)
        if open_from is not None:
            yield Leaf(index, open_from[0], open_from[0], open_from[1], False, piece=True)

    def _inline(self, index: int) -> list[Leaf]:
        """A list in running text: “recommends that the State party: (a) …; (b) …”."""
        segment = self.segments[index]
        cuts = [m.end() for m in INLINE.finditer(self.words, segment.start, segment.end)]
        if len(cuts) < 2:
            return []
        series = list(_in_series(self.words, cuts))
        head = " ".join(self.words[segment.start : cuts[0]].split())
        if len(series) < 2 or series[0][1].value != 1 or not self._head_asks(head):
            return []
        ends = [place for place, _ in series[1:]] + [segment.end]
        end = _trim(self.words, cuts[0])
        leaves = [Leaf(index, segment.begin, segment.start, end, False, segment.mark)]
        for (place, mark), end in zip(series, ends, strict=True):
            start = place + mark.length
            end = _trim(self.words, end)
            leaves.append(Leaf(index, place, start, end, True, mark, index))
        return leaves

    def _head_asks(self, head: str) -> bool:
        tail = head[-LONGEST_LEAD_IN:]
        tail = tail if tail.endswith(":") else tail.rstrip(" ,;") + ":"
        asks = self.profile.find("lead_ins", tail)
        other = self.profile.find("other_lead_ins", tail)
        return bool(asks) and (not other or asks.start() > other.start())


def _trim(words: str, end: int) -> int:
    while end > 0 and words[end - 1].isspace():
        end -= 1
    return end


def _in_series(words: str, cuts: Sequence[int]) -> Iterator[tuple[int, Mark]]:
    """The places of marks that go on from each other: (a), (b), (c)."""
    last: Mark | None = None
    for place in cuts:
        for mark in marks_of(words[place : place + 12]):
            if (last is None and mark.value == 1) or (
                last and mark.key == last.key and mark.value == last.value + 1
            ):
                last = mark
                yield place, mark
                break


def series_of(leaves: Sequence[Leaf]) -> Mapping[tuple[object, ...], list[Leaf]]:
    """The numbered recommendations by the series that they belong to, in order."""
    series: dict[tuple[object, ...], list[Leaf]] = {}
    for leaf in leaves:
        if leaf.asks and leaf.mark and not leaf.joins and leaf.mark.style != "bullet":
            owner = leaf.owner if leaf.mark.style in ("number", "letter", "small roman") else None
            series.setdefault((*leaf.mark.key, owner), []).append(leaf)
    return series
