"""Knows which paragraphs and items lead over to recommendations below them."""

from __future__ import annotations

import re
from collections.abc import Sequence

from gcm_kg.reading.asking_series import ends_open, introduces
from gcm_kg.reading.matters import is_matter
from gcm_kg.reading.profiles import Profile
from gcm_kg.reading.segments import Segment
from gcm_kg.reading.wording import ILLUSTRATING, asks_for, is_title, leads, recommends

# Matches “States to:”, not “States:”.
ASKING = re.compile(r"\b(?:to|that)\s*:\W*\Z")

# Begins “extending the limit”, not “water”.
STEP = re.compile(r"\W*(?:and\s+)?[A-Za-z]{2,}ing\s")
OPERATIVE = 600
"""Code points of an item that are looked at for what it does."""
MOST_POINTS = 60
"""Segments below a paragraph among which its points are looked for."""

OPENING, CLOSING = '“"«', '”"»'


class LeadIns:
    """Looks at the segments of a text. ``words`` is the text without furniture."""

    def __init__(
        self, words: str, segments: Sequence[Segment], headings: frozenset[int], profile: Profile
    ) -> None:
        self.words, self.segments, self.profile = words, segments, profile
        self.introduced = {s.owner for s in segments if s.owner is not None} - headings
        self.leading: dict[int, bool | None] = {}
        self.opening: dict[int, bool] = {}
        self.opened: tuple[str, str] | None = None
        """The marks of headings that part a list from what leads over to it."""

    def leads(self, index: int) -> bool | None:
        """Whether a paragraph introduces recommendations, something else, or says neither."""
        if index not in self.leading:
            above = self.segments[index].owner if self.is_matter(index) else None
            given = leads(self.profile, self._text(index)) if above is None else self.leads(above)
            self.leading[index] = given
        return self.leading[index]

    def of(self, index: int | None, segment: Segment) -> bool | None:
        """What a paragraph says of an item below it; an item that has an operative verb of its own
        (“in this regard: (a) Urges States …”) says it itself. A title that stands between what
        leads over to recommendations and their list says nothing else of those that say what
        should be."""
        words = " ".join(self.words[segment.start : segment.end].split())
        own = index is not None and not words.endswith(":")
        if own and self.profile.find("operative", words[:OPERATIVE]):
            return self.profile.find("paragraphs", words[:OPERATIVE]) is not None
        led = self.leads(index) if index is not None else None
        if led is None and index and self._is_title(index) and self.opens(index - 1):
            return asks_for(self.profile, self.words[segment.start : segment.end]) or None
        return led

    def _is_title(self, index: int) -> bool:
        segment, words = self.segments[index], self._text(index)
        return not (segment.mark or segment.role) and words[:1].isupper() and is_title(words)

    def is_matter(self, index: int) -> bool:
        """Whether an item with points below it only says of what they are."""
        return index in self.introduced and is_matter(self._text(index))

    def opens(self, index: int) -> bool:
        """Whether a paragraph leads over to recommendations, even if a heading comes between."""
        if index not in self.opening:
            mark = self.segments[index].mark
            is_paragraph = mark is None or mark.key == ("number", ".")
            text = self._text(index)
            self.opening[index] = is_paragraph and ends_open(text) and bool(self.leads(index))
        return self.opening[index]

    def lead_of(self, index: int) -> int | None:
        """The paragraph that ends in “to:” or “that:”, where the one below it without a mark says
        in small letters what it asks for."""
        goes_on = not self.segments[index].mark and self._text(index)[:1].islower()
        leads = goes_on and index > 0 and ASKING.search(self._text(index - 1))
        return index - 1 if leads and self.opens(index - 1) else None

    def quotes(self, index: int) -> bool:
        """Whether a paragraph only quotes what, as the one before it tells, others recommended."""
        words = self._text(index)
        quoted = words[:1] in OPENING and words.rstrip(".")[-1:] in CLOSING
        told = quoted and index > 0 and self._text(index - 1)
        return bool(told) and self.profile.find("other_sentences", str(told)) is not None

    def parts(self, index: int) -> bool:
        """Whether a heading parts a list from what leads over to it, or is one of several that do:
        “a. States to”, “b. Donors to”."""
        mark = self.segments[index].mark
        if self.opens(index - 1):
            self.opened = mark.key if mark else None
            return True
        if mark is None or mark.key != self.opened:
            return False
        if mark.value == 1:
            self.opened = None  # another series begins
        return self.opened is not None

    def is_one(self, index: int) -> bool:
        """Whether a paragraph or item stands before a list, and is no recommendation itself; one
        whose last sentence recommends, and only illustrates it by the list, is one, unless the
        points of a paragraph are steps: “in particular by: – extending …”."""
        mark, text = self.segments[index].mark, self._text(index)
        last = text[text.rfind(". ") + 1 :]
        if ILLUSTRATING.search(last) and recommends(self.profile, last):
            return self._is_by_steps(index)
        if self.opens(index):
            return True
        return index in self.introduced and introduces(self.profile, mark, text, self.leads(index))

    def _is_by_steps(self, index: int) -> bool:
        """Whether each of several points below a paragraph begins with what is to be done."""
        mark = self.segments[index].mark
        below = range(index + 1, min(len(self.segments), index + 1 + MOST_POINTS))
        points = (i for i in below if self.segments[i].owner == index)
        texts = [self._text(i) for i in points]
        is_paragraph = mark is None or mark.key == ("number", ".")
        return is_paragraph and len(texts) > 1 and all(map(STEP.match, texts))

    def _text(self, index: int) -> str:
        segment = self.segments[index]
        return " ".join(self.words[segment.start : segment.end].split())
