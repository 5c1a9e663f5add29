"""Tells which paragraphs and points go on with the recommendation before them."""

from __future__ import annotations

import re
from collections.abc import Sequence

from gcm_kg.reading.profiles import Profile
from gcm_kg.reading.segments import ASIDE, Segment
from gcm_kg.reading.wording import MUST, asks_for, is_title, says_more

# Matches “all children (Chile) (Fiji);”, not “the Convention (No. 189);”.
MADE = re.compile(r"\([^\W\d_][^()\d]*(?:\([^()]*\)[^()]*)?\)\W*\Z")

# Matches “must pay, but many cannot”, not “must pay, but not fees”.
BROKEN = re.compile(
    r"\b(?:must|shall|needs? to|ought to)\b.*"
    r"\b(?:yet|but|although|though|however|in (?:practice|fact|reality)),? "
    r"(?:they|it|few|many|most|some|only|none|nobody|\d[\d,.]*|the \w+ (?:is|are|do))\b"
)
"""What says of a rule that it is not kept."""
# Begins “Many migrants must choose”, not “Many States must act”.
BURDEN = re.compile(
    r"\W*(?:Many|Most|Some|Few|Several|(?:Thousands|Millions|Hundreds) of) "
    r"(?!(?:\w+ )?(?:[Ss]tates|[Gg]overnments|[Cc]ountries|[Aa]uthorities|[Mm]embers)\b)"
    r"[^.;:]{2,60}?\b(?:must|needs? to)\b"
)
"""How it is told what people have to bear."""
# Matches “must be seen in the context”, not “must be open”.
SEEN = re.compile(
    r"\bmust (?:also )?be (?:seen (?:in|against|as)|understood (?:in|as)|viewed|noted|recalled|said"
    r"|stressed|acknowledged|recogni[sz]ed that)\b"
)
"""What asks readers to think, and nobody to act."""
# Is “Togo will:”, not “Togo will act”.
PLANNED = re.compile(r"[^.;:]{2,80}\b(?:will|shall)\W*:\W*")
"""What stands before points that somebody means to carry out."""


class Joined:
    """Knows the recommendations to which others belong. ``words`` is the text without furniture."""

    def __init__(
        self, words: str, segments: Sequence[Segment], headings: frozenset[int], profile: Profile
    ) -> None:
        self.words, self.segments, self.headings = words, segments, headings
        self.profile = profile
        self.one_numbering = False
        """Whether the words of labels change in one numbering, so that none is within another."""
        self.within: dict[int, int] = {}
        """The recommendation that a point stands in, by their segments."""
        self.said: set[int] = set()
        """The recommendations with a title of which it is known what they ask for."""

    def goes_on(self, index: int, last: int | None) -> bool:
        """Whether a segment belongs to the recommendation right before it: as a point in it, as
        another line with those who made it, or since that one is a title only."""
        above = self.segments[index].owner
        if above is not None and self._is_of_the_same_kind(index, above):
            return False
        root = None if above is None or above in self.headings else self.within.get(above, above)
        if root is not None and root == last and not (root == above and self._is_beside(index)):
            self.within[index] = root
            return True
        if last is None or self.segments[index].mark or self.segments[index].role in ASIDE:
            return False
        if "makers" in self.profile.flags and MADE.search(self._text(index)):
            return True
        if last in self.said or not self._is_titled(last):
            return False
        asks = asks_for(self.profile, self._text(last))
        says = (says_more if asks else asks_for)(self.profile, self._text(index))
        self.said.update([last] if says else [])
        return says

    def is_told(self, index: int, *, mixed: bool) -> bool:
        """Whether a paragraph only says what must be, as a rule or a fact: that it is not kept, or
        a list below says what should be done about it, in a section that is ``mixed``."""
        below, text = index + 1, self._text(index)
        listed = below < len(self.segments) and self.segments[below].owner == index
        beside = mixed and listed and self._is_beside(below)
        told = BROKEN.search(text) or BURDEN.match(text) or SEEN.search(text) or beside
        return bool(told) and not asks_for(self.profile, MUST.sub("", text))

    def is_planned(self, index: int) -> bool:
        """Whether a point is one of what somebody will do: “Togo will: (a) open homes”."""
        owner = self.segments[index].owner
        return owner is not None and PLANNED.fullmatch(self._text(owner)) is not None

    def _is_beside(self, index: int) -> bool:
        """Whether a point stands below a paragraph that does not lead over to it, and says by
        itself what should be done."""
        segment = self.segments[index]
        above = self.segments[segment.owner] if segment.owner is not None else None
        if above is None or above.mark or not segment.mark or segment.mark.style != "bullet":
            return False
        ended = self.words[above.start : above.end].rstrip().endswith(".")
        return ended and asks_for(self.profile, self._text(index))

    def _is_of_the_same_kind(self, index: int, above: int) -> bool:
        """Whether the number of a segment is written as that above it, so that it is none of its
        points: “1. Information” below “11. It asks for it.”; labels are within labels alone."""
        one, other = self.segments[index].mark, self.segments[above].mark
        if one is None or other is None:
            return False
        if one.style == "label":
            return other.style != "label" or self.one_numbering
        if one.style == other.style == "code":
            return not one.prefix.startswith(other.label)
        if one.style == "bullet":
            return False  # those within others stand further in
        return one.key == other.key and not self._text(above).endswith(":")

    def _is_titled(self, index: int) -> bool:
        """Whether a labelled recommendation is only a title: “Recommendation 1 – Design”."""
        mark, words = self.segments[index].mark, self._text(index)
        return bool(mark and mark.style == "label") and is_title(words)

    def _text(self, index: int) -> str:
        segment = self.segments[index]
        return " ".join(self.words[segment.start : segment.end].split())
