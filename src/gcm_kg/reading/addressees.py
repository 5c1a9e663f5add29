"""Finds who is asked where a line, a heading or a bracket says so: “Addressed to: States”."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Sequence

from gcm_kg.reading.leaves import Leaf
from gcm_kg.reading.profiles import Profile
from gcm_kg.reading.segments import ASIDE, Segment, Span
from gcm_kg.reading.trailing_fields import start_of_fields
from gcm_kg.reading.wording import PURE

# Is “B. African Union”, not “Homes: for all”.
NAME = re.compile(
    r"\W*(?:[\dA-Z]{1,4}(?:\.\d+)*[.)]\s+)?(?:The\s+)?(?P<name>[A-Z][\w’'-]*(?:,?\s[\w’'-]+){0,7})\W{0,2}?"
)
# Is “the Government”, not “Government of Togo”.
GOVERNMENT = re.compile(
    r"\s*(?:the\s+)?(?:(?:national|competent|relevant|central)\s+|(?P<of>(?-i:[A-Z])[a-z]+)\s+)?"
    r"(?:Government|authorities|State(?:\s+party)?|country|(?:le\s+)?gouvernement|(?:el\s+)?gobierno"
    r"|(?:l[’'])?État|(?:el\s+)?Estado)\s*",
    re.I,
)
"""Who is asked, where the front says of which country."""
# Matches “urges the authorities to”, not “The Government of Togo”.
GOVERNMENT_ACTS = re.compile(
    r"(?:\A\W*(?:The\s+)?(?:Government|State|authorities)"
    r"|\b(?:recommends?(?:\s+that)?|urges?|calls?\s+(?:up)?on|invites?|encourages?|requests?|asks?)"
    r"\s+the\s+(?:Government|State|authorities))\s+(?:should|must|shall|needs?|to|(?:is|are)\s+\w+ed\s+to"
    r"|(?!of\b|and\b|or\b|in\b|for\b|has\b|have\b|was\b|were\b|is\b|are\b)[a-z]+\b)"
)
"""How a recommendation or what stands before its list asks the Government."""
# Is “the General Directorate of Prisons”, not “the Ministry of Justice”.
ORGAN = re.compile(
    r"\s*(?:the\s+)?(?:(?:General|National|Federal|Central|State)\s+)+"
    r"(?:Directorate|Department|Administration|Bureau|Service|Office|Agency)\b[^.;:]{0,80}"
)
"""Whose State the front names is asked, too: it is an organ of it."""
# Matches “⏎⏎” and “⏎ ⏎”, not “⏎”.
BLANK = re.compile(r"\n[^\S\n]*\n\s*")
STEM = 3
"""Letters that the name of a State and what is called after it have in common."""
# Matches “It grew. We recommend that”, not “We recommend that”.
RECOMMENDING = re.compile(
    r"[a-z)\d][.;]\s+(?=(?:We|I|It|The(?: [A-Z][\w’-]*){1,4})\s+"
    r"(?:(?:also|therefore|further|strongly|is|was)\s+)*"
    r"(?:recommend|urge|call|invite|encourage|request)(?:s|d|ed)?\b)"
)
"""The end of a sentence before one that recommends."""
THAT = ("that:", "that")
"""The end of what stands before items that are sentences without “should”."""


def is_government(words: str, place: Span, state: Span) -> bool:
    """Whether words say “the Government” or “the Togolese authorities” of a State that is named
    elsewhere."""
    said = GOVERNMENT.fullmatch(words, *place)
    if said is None or said["of"] is None:
        return said is not None
    return words[slice(*state)].casefold().find(said["of"][:STEM].casefold()) >= 0


# Matches “calls on:”, not “calls on all to:”.
CALLING = re.compile(
    r"\b(?:calls?\s+(?:up)?on|urges?|invites?|encourages?|appeals?\s+to|requests?|asks?)\s*:\Z",
    re.I,
)
# Begins “The Government to stop it”, not “To stop it”.
CALLED = re.compile(
    r"\W*(?:(?:[Tt]he|[Aa]ll)\s+)?(?P<to>(?!To\b)[A-Za-z][^.;:]{1,120}?)\s+to\s+(?!(?:the|a|an)\b)[a-z]+\b"
)
"""An item below such words: who is to do what."""


# Begins “Key action: ”, not “Action by: ”.
ANSWERING = re.compile(
    r"[\s(*_]*(?:(?:key|planned|agreed|follow-?up|proposed|management)\s+)?"
    r"(?:actions?(?:\s+(?:planned|taken))?|responses?|comments?)\s*:",
    re.I,
)
"""How a line begins that says what those who are asked answer, and who of them carries it out."""


class Addressees:
    """Knows of the lines that name who is asked. ``words`` is the text without furniture."""

    def __init__(
        self, words: str, segments: Sequence[Segment], headings: Collection[int], profile: Profile
    ) -> None:
        self.words, self.profile = words, profile
        self.by_line = dict(self._by_line(segments, headings))

    def of(self, leaf: Leaf, end: int) -> Span | None:
        """Where a line under or above a recommendation, or a bracket in it, names who is asked."""
        return self._found("addressee_fields", leaf.begin, end) or self.by_line.get(leaf.index)

    def subject(self, leaf: Leaf, end: int) -> Span | None:
        """Where a recommendation itself names who is to act: “The Ministry of Health should …”; it
        may have a title."""
        titled = BLANK.search(self.words, leaf.start, end)
        starts = [leaf.start, titled.end()] if titled else [leaf.start]
        starts += [match.end() for match in RECOMMENDING.finditer(self.words, leaf.start, end)]
        found = (self._found("addressee_subjects", start, end) for start in starts)
        return next(filter(None, found), None)

    def called_on(self, leaf: Leaf, end: int) -> Span | None:
        """Where a recommendation says who is to be asked: “Invite the Fund to pay”."""
        return self._found("addressee_calls", leaf.start, end)

    def acting(self, leaf: Leaf, end: int, lead: Segment | None) -> Span | None:
        """Where an item below words such as “recommends that:” begins with who is to act."""
        words = self.words[lead.start : lead.end].rstrip() if lead else ""
        if words.endswith(THAT):
            return self._found("addressee_that", leaf.start, end)
        called = CALLED.match(self.words, leaf.start, end) if CALLING.search(words) else None
        return called.span("to") if called else None

    def heading(self, heads: Sequence[Span]) -> Span | None:
        """The words of a short heading right below one of recommendations: they may be a name."""
        if len(heads) < 2 or not PURE.fullmatch(self.words[slice(*heads[-2])].strip()):
            return None
        named = NAME.fullmatch(self.words, *heads[-1])
        return named.span("name") if named else None

    def in_heads(self, heads: Iterable[Span]) -> Span | None:
        """Where the first of some headings, or paragraphs before lists, names who is asked."""
        return next(filter(None, (self._found("addressee_heads", *head) for head in heads)), None)

    def _by_line(
        self, segments: Sequence[Segment], headings: Collection[int]
    ) -> Iterator[tuple[int, Span]]:
        """The places of names by the segments of items. Where the first line of a section stands
        above its first item, all hold for the items below; else each for the item above."""
        item: int | None = None
        above: Span | None = None
        is_above = False
        for index, segment in enumerate(segments):
            if index in headings:
                item = above = None
            elif segment.role == "field":
                place = self._in_field(segment)
                is_above = is_above if above else item is None
                above = place if place and is_above else above
                if place and not is_above and item is not None:
                    yield item, place
            elif segment.role not in ASIDE and segment.mark:
                item = index
                if named := self._behind(segment) or above:
                    yield index, named
            elif not segment.role:
                above = self._found("addressee_heads", segment.start, segment.end)
                is_above = above is not None

    def _in_field(self, segment: Segment) -> Span | None:
        """Who is asked, where a line of its own says so; who carries out what is planned is not."""
        if ANSWERING.match(self.words, segment.start, segment.end):
            return None
        return self._found("addressee_fields", segment.start, segment.end)

    def _behind(self, segment: Segment) -> Span | None:
        """Where the fields behind an item name who is asked."""
        start = start_of_fields(self.words, segment.start, segment.end)
        return self._found("addressee_fields", start, segment.end) if start else None

    def _found(self, key: str, start: int, end: int) -> Span | None:
        return named_in(self.profile.patterns[key], self.words[start:end], start)


def named_in(pattern: re.Pattern[str], words: str, start: int, kind: str = "to") -> Span | None:
    """The place of the first group of a kind of a pattern that names somebody in words that begin
    at a start, in code points."""
    match = pattern.search(words)
    groups = [name for name in match.re.groupindex if name.startswith(kind)] if match else []
    spans = [match.span(group) for group in groups if match and match[group]]
    return (start + spans[0][0], start + spans[0][1]) if spans else None
