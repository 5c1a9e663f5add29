"""Finds who made the items of a list where their names stand in brackets at the ends: “(Togo)”."""

from __future__ import annotations

import re
from collections.abc import Sequence

from gcm_kg.reading.makers import NUMBER, brackets
from gcm_kg.reading.profiles import Profile
from gcm_kg.reading.segments import Segment, Span

FRONT = 800
"""Code points at the beginning of a text, where it is said of which meeting it is a report."""
_NAME = (
    r"(?:the\s+)?[A-ZÀ-Þ][\w’'.-]*"
    r"(?:[\s-]+(?:(?:of|and|for|the|on|de|du|des|la|to|against)\s+){0,2}[A-ZÀ-Þ(][\w’'.)-]*){0,9}"
    r"[*†]?"
)
# Is “Kenya, IOM and the Republic of Korea”, not “see below”.
NAMES = re.compile(rf"\s*{_NAME}(?:\s*(?:[,;/&]|,?\s+and\b)\s*{_NAME})*\s*")
# Is “Annex II”, not “Austria”.
NO_NAMES = re.compile(
    r"\s*(?:Annex|Article|Section|Chapter|Part|Table|Figure|Box|Goal|Objective|Target|Priority"
    r"|Recommendation|Paragraph|High|Medium|Low|Short|Long|Immediate|Urgent|Ongoing|New|Lead"
    r"|Responsible|Action|By|See|January|February|March|April|May|June|July|August|September"
    r"|October|November|December)\b.*",
    re.S,
)
# Is “; ”, not “ of the Act”.
AT_END = re.compile(r"[\s.;,]*")
# Matches “responsible actors in brackets”, not “responses”.
ACTING = re.compile(
    r"\b(?:responsib\w+|lead (?:agenc\w+|actors?|organi[sz]ations?|entit\w+)"
    r"|implement(?:ed|ers?|ing)|addresse[de]\w*|in charge|focal points?)\b",
    re.I,
)
FEWEST, MOST_OF = 2, 0.5
"""How many items of a list end so, and which share of them, where those are makers."""
# Matches “Labour Office”, not “work”.
CAPITAL = re.compile(r"\b[A-Z]")


class BracketedMakers:
    """Looks at the lists of a text that reports what was said in a meeting. ``words`` is the text
    without furniture; what says so are the patterns of a profile for the front, a heading or the
    paragraph before a list."""

    def __init__(self, words: str, segments: Sequence[Segment], profile: Profile) -> None:
        self.words, self.segments, self.profile = words, segments, profile
        self.told = self._tells(words[:FRONT])
        self.lists: dict[int | None, bool] = {}

    def of(self, index: int, end: int, heads: Sequence[Span]) -> Span | None:
        """The names behind an item of a list of which most end so."""
        segment = self.segments[index]
        place = self._names(segment.start, end)
        if place is None:
            return None
        lead = self.segments[segment.owner] if segment.owner is not None else None
        above = [self.words[slice(*each)] for each in heads]
        above += [self.words[lead.start : lead.end]] if lead else []
        if any(map(ACTING.search, above)) or not (self.told or any(map(self._tells, above))):
            return None
        return place if self._is_listed(segment) else None

    def _tells(self, words: str) -> bool:
        return self.profile.find("makers_behind", " ".join(words.split())) is not None

    def _is_listed(self, segment: Segment) -> bool:
        """Whether most items of the list of a segment end in names."""
        if segment.owner not in self.lists:
            items = [s for s in self.segments if s.owner == segment.owner and s.mark]
            named = [s for s in items if self._names(s.start, s.end)]
            self.lists[segment.owner] = len(named) >= max(FEWEST, MOST_OF * len(items))
        return self.lists[segment.owner]

    def _names(self, start: int, end: int) -> Span | None:
        """The last brackets of words, if nothing stands behind them and names stand in them."""
        place = next(reversed(list(brackets(self.words, start, end))), None)
        if place is None or not AT_END.fullmatch(self.words, place[1] + 1, end):
            return None
        said = self.words[slice(*place)]
        none = NUMBER.match(said) or NO_NAMES.fullmatch(said) or any(map(str.isdigit, said))
        if none or not NAMES.fullmatch(said) or self._is_short(start, place):
            return None
        return place

    def _is_short(self, start: int, place: Span) -> bool:
        """Whether brackets hold the initials of the words before them: “Labour Office (LO)”."""
        said = self.words[slice(*place)].strip()
        if not said.isupper() or not said.isalpha():
            return False
        initials = CAPITAL.findall(self.words, start, place[0] - 1)[-len(said) :]
        return any(_stands_for(initials[at:], said) for at in range(len(initials) - 1))


def _stands_for(initials: Sequence[str], said: str) -> bool:
    """Whether a short name begins as some words do, and has the initials of all in order."""
    letters = iter(said)
    return said[0] == initials[0] and all(each in letters for each in initials)
