"""Finds which segments are headings, and how deep each stands."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from gcm_kg.reading.mark import Mark
from gcm_kg.reading.numbered_titles import in_capitals, series_of_titles, stands_between
from gcm_kg.reading.segments import ASIDE, WORD, Segment
from gcm_kg.reading.titles import may_name
from gcm_kg.reading.wording import WITHOUT_COLON
from gcm_kg.text.layout import NOTE_MARKS

LONGEST_PLAIN = 110
"""Code points of a heading that no number marks."""
LONGEST = 200
MOST_IN_A_ROW = 3
# Is “To the Ministry of Health” and “For States”, not “To train”.
TO_SOMEBODY = re.compile(
    r"(?:Recommendations? )?(?:To|For|to|for) (?:the |all )?[A-Z][^.:;,]{2,80}"
)
"""A heading that says who is asked, also where no blank line parts it from the items before."""
NUMBERED = ("roman", "capital", "number", "dotted", "letter", "label", "code")


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading: its segment, its depth from 1, and its own label ("II", "A", "2.1" or none)."""

    index: int
    depth: int
    label: str
    role: str = ""


class Headings:
    """Decides which segments of a text are headings."""

    def __init__(
        self,
        text: str,
        segments: Sequence[Segment],
        styles: frozenset[str],
        labels: frozenset[str],
        asking: re.Pattern[str],
    ) -> None:
        self.text, self.segments, self.styles, self.labels = text, segments, styles, labels
        self.asking = asking
        self.stack: list[tuple[str, str]] = []
        self.run = self._runs()
        self.titles = series_of_titles(segments, self._is_title, self._asks)

    def found(self) -> Iterator[Heading]:
        """The headings in order, each with its depth."""
        begin = self.front()
        numbers = self._numbers_that_head()
        for index in range(begin, len(self.segments)):
            segment = self.segments[index]
            if segment.role in ("contents", *ASIDE):
                continue
            if kind := self._kind(index, numbers):
                yield Heading(index, self._depth(kind), self._label(segment), segment.role)

    def front(self) -> int:
        """Where the front of the document ends, with its title: at the first numbered segment, or
        at a heading before it, behind the title, below which something is asked for."""
        numbered = self._first_numbered()
        before = (i for i in range(1, numbered) if self._is_plain(i))
        return next(
            (i for i in before if self.asking.search(self.words(self.segments[i]))), numbered
        )

    def _first_numbered(self) -> int:
        for index, segment in enumerate(self.segments):
            if segment.role == "contents":
                later = (i for i, s in enumerate(self.segments) if i > index and not s.role)
                return next(later, len(self.segments))
            mark = segment.mark
            if segment.level is not None or (
                mark and mark.style != "bullet" and mark.prefix not in ("()", ")")
            ):
                return index
        return 1

    def words(self, segment: Segment) -> str:
        """The words of a segment on one line."""
        return " ".join(self.text[segment.start : segment.end].split())

    def _kind(self, index: int, numbers: set[tuple[str, str]]) -> tuple[str, str] | None:
        """The style of the heading that a segment is."""
        segment = self.segments[index]
        if segment.role == "annex":
            return "annex", ""
        if segment.mark and segment.mark.style == "label" and segment.mark.prefix in self.labels:
            return None
        if segment.level == WORD:
            return None if self._leads_in(index) else self._plain(segment)
        if segment.level is not None:
            return ("hashes" if segment.level else "bold"), str(segment.level)
        if segment.mark is None:
            return self._plain(segment) if self._is_plain(index) else None
        return self._numbered(index, segment.mark, numbers)

    def _plain(self, segment: Segment) -> tuple[str, str]:
        """A heading without a number; in an annex, one in capitals stands above others."""
        capitals = self.stack[:1] == [("annex", "")] and in_capitals(self.words(segment))
        if capitals and ("plain", "") in self.stack:
            self.stack.remove(("plain", ""))
        return "plain", "capitals" if capitals else ""

    def _numbered(
        self, index: int, mark: Mark, numbers: set[tuple[str, str]]
    ) -> tuple[str, str] | None:
        segment = self.segments[index]
        if mark.style in ("roman", "capital") and mark.prefix != "()":
            return mark.key if self._looks(segment) else None
        if mark.style == "dotted":
            heads = mark.key in numbers and "dotted" in self.styles
            return ("dotted", str(mark.label.count("."))) if heads else None
        if (mark.key, segment.owner) in self.titles and self._looks(segment):
            return mark.key
        if mark.key not in numbers and mark.style == "number":
            heads = stands_between(self.segments, index) or in_capitals(self.words(segment))
            return ("number", "capitals") if heads and self._looks(segment) else None
        return mark.key if mark.key in numbers else None

    def _leads_in(self, index: int) -> bool:
        """Whether a word such as “Recommendations” in a numbered section stands before a list."""
        following = next((s for s in self.segments[index + 1 : index + 4] if not s.role), None)
        in_section = any(kind[0] in NUMBERED for kind in self.stack)
        listed = following is not None and following.mark is not None and following.level is None
        words = self.words(self.segments[index]).lower().rstrip(":*_ ")
        return in_section and listed and words.endswith(("recommendation", "recommendations"))

    def _looks(self, segment: Segment) -> bool:
        """Whether the words are short, begin as a title does and do not end as a sentence does."""
        words = self.words(segment).rstrip(f"*_ {NOTE_MARKS}")
        if not words or len(words) > LONGEST or words.endswith((".", ";", ",", ":")):
            return words.endswith("..") and len(words) <= LONGEST
        return not words[0].islower()

    def _numbers_that_head(self) -> set[tuple[str, str]]:
        """The series of numbers or letters that are headings: most of them have a text below."""
        seen: Counter[tuple[str, str]] = Counter()
        heads: Counter[tuple[str, str]] = Counter()
        for index, segment in enumerate(self.segments):
            mark = segment.mark
            if mark is None or mark.style not in ("number", "letter", "dotted", "code"):
                continue
            if segment.level is None and mark.prefix not in ("()", ")"):
                seen[mark.key] += 1
                heads[mark.key] += self._looks(segment) and self._has_text(index, mark)
        return {key for key, count in seen.items() if heads[key] * 3 >= count * 2}

    def _is_title(self, index: int) -> bool:
        mark = self.segments[index].mark
        return bool(mark and self._looks(self.segments[index]) and self._has_text(index, mark))

    def _asks(self, index: int) -> bool:
        return self.asking.search(self.words(self.segments[index])) is not None

    def _has_text(self, index: int, mark: Mark) -> bool:
        """Whether something other than the next number of the series comes below."""
        following = next((s for s in self.segments[index + 1 : index + 4] if not s.role), None)
        if following is None or following.level not in (None, WORD):
            return False
        if following.mark is None:
            return True
        return following.mark.key != mark.key and following.mark.style not in ("roman", "capital")

    def _is_plain(self, index: int) -> bool:
        if "plain" not in self.styles or not self._may_be_plain(index):
            return False
        below = self.segments[index + 1 : index + 4]
        following = next((segment for segment in below if segment.role not in ASIDE), None)
        if following is None or following.role:
            return False
        return self.run[index] < MOST_IN_A_ROW or not self.run[index + 1]

    def _may_be_plain(self, index: int) -> bool:
        segment = self.segments[index]
        if segment.mark or segment.level is not None or segment.role:
            return False
        if "\t" in self.text[segment.start : segment.end].strip():
            return False  # a row of a table
        words = self.words(segment)
        if not (segment.fresh or TO_SOMEBODY.fullmatch(words)):
            return False
        short = len(words) <= LONGEST_PLAIN and self._looks(segment)
        return short and may_name(words) and not WITHOUT_COLON.search(words)

    def _runs(self) -> list[int]:
        """How many short lines stand in a row at each segment: three or more are a table or a list,
        of which only the last may head what is below."""
        runs = [0] * (len(self.segments) + 1)
        begin = 0
        for index in range(len(self.segments) + 1):
            if index < len(self.segments) and self._may_be_plain(index):
                continue
            runs[begin:index] = [index - begin] * (index - begin)
            begin = index + 1
        return runs

    def _depth(self, kind: tuple[str, str]) -> int:
        """Puts the heading on the stack of open ones; gives its depth."""
        style = kind[0]
        if style == "annex":
            self.stack = [kind]
            return 1
        base = 1 if self.stack[:1] == [("annex", "")] else 0
        if style == "hashes":
            above = [k for k in self.stack if k[0] == "hashes" and k[1] < kind[1]]
            self.stack = self.stack[:base] + above
        elif kind in self.stack:
            del self.stack[self.stack.index(kind) :]
        elif style in NUMBERED:
            self.stack = self.stack[:base] + [k for k in self.stack[base:] if k[0] in NUMBERED]
            if style == "roman":
                del self.stack[base:]
        self.stack.append(kind)
        return len(self.stack)

    def _label(self, segment: Segment) -> str:
        return segment.mark.label if segment.mark else ""
