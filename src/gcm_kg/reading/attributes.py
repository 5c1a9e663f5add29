"""Finds the stretches in which the structure says who recommends, to whom, and what is answered."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Collection, Iterator, Sequence

from gcm_kg.model.document import WHOLE, Attribute
from gcm_kg.reading.addressees import GOVERNMENT_ACTS, ORGAN, Addressees, is_government, named_in
from gcm_kg.reading.answers_behind import AnswersBehind
from gcm_kg.reading.answers_below import THIS, AnswersBelow
from gcm_kg.reading.answers_by_number import AnswersByNumber, names_others
from gcm_kg.reading.between_rows import ANSWER, answer_in
from gcm_kg.reading.bodies import Bodies
from gcm_kg.reading.bracketed_makers import BracketedMakers
from gcm_kg.reading.exceptions import answer_within, is_excepted
from gcm_kg.reading.leaves import Leaf, lead_of
from gcm_kg.reading.makers import makers_in
from gcm_kg.reading.matters import is_matter
from gcm_kg.reading.profiles import START, Profile
from gcm_kg.reading.replies import reply_to
from gcm_kg.reading.responses import Responses
from gcm_kg.reading.segments import Segment, Span
from gcm_kg.text.sentences import sentences

# Begins “Mr. Doe said” and “The Chair said”, not “She said”.
SPEAKER = re.compile(
    r"\W*(?:(?:Mr|Mrs|Ms|Mme|Dr|Sir|Dame)\b|The (?:Chair|President|Secretar|Rapporteur|delegation))"
)
LONGEST_ANSWER = 100
"""Code points of a line that says what is answered to the items below."""
MOST_BEFORE = 6
"""Paragraphs before a sentence, with its own, in which its speaker is looked for."""
# Is “It”, not “Italy”.
PRONOUN = re.compile(r"(?:It|She|He|They)\b\W*")
# Is “same Committee”, not “Committee against Torture”.
SAME = re.compile(
    r"(?:the )?(?:same )?(?P<noun>(?:Sub)?committee|Special Rapporteur|Commissioner"
    r"|Independent Expert|Working Group)",
    re.I,
)
"""Who was named in full before."""
FAR_BEFORE = 16
"""Paragraphs before such words in which the full name is looked for."""


class Attributes:
    """Reads the attributes of recommendations. ``words`` is the text without furniture."""

    def __init__(
        self, words: str, segments: Sequence[Segment], headings: Collection[int], profile: Profile
    ) -> None:
        self.words, self.segments, self.profile = words, segments, profile
        self.headings = headings
        self.addressees = Addressees(words, segments, headings, profile)
        in_front = "addressed_in_front" in profile.flags
        self.front = self._addressee(0, min(len(words), START)) if in_front else None
        body = named_in(profile.patterns["body"], words[:START], 0, "body")
        self.bodies = Bodies(words, segments, body)
        self.government = self.front or named_in(profile.patterns["government"], words[:START], 0)
        self.bracketed = BracketedMakers(words, segments, profile)
        self.behind = AnswersBehind(words, segments)
        answered = segments if "position" in profile.flags else ()
        self.by_number = AnswersByNumber(words, answered)
        self.below = AnswersBelow(words, answered)
        self.responses = Responses(words, segments, headings)
        self.answers = [i for i, s in enumerate(segments) if self._answers(s)]

    def of(self, leaf: Leaf, end: int, heads: Sequence[Span]) -> Iterator[Attribute]:
        """The stretches that speak of a recommendation below headings, the innermost last."""
        flags, made = self.profile.flags, False
        if "makers" in flags:
            named = makers_in(self.words, leaf.start, end) or self._makers_in_label(leaf)
            yield from (Attribute("recommendedBy", *place) for place in named)
        elif place := self.bracketed.of(leaf.index, end, heads):
            yield Attribute("recommendedBy", *place)
            made = True
        yield from () if made else self._maker(leaf)
        lead = lead_of(self.words, self.segments, leaf)
        if answer := self._reply(leaf, lead, heads):
            yield Attribute("position", *answer)
        if addressee := self._asked(leaf, end, lead, heads):
            yield Attribute("addressedTo", *addressee)
            if self.front and ORGAN.fullmatch(self.words, *addressee):
                yield Attribute("addressedTo", *self.front)
        elif name := self.addressees.heading(heads):
            yield Attribute("addressedTo", *name, WHOLE)

    def _makers_in_label(self, leaf: Leaf) -> list[Span]:
        """The names in the brackets with which a label ends: “Recommendation 104.3 (Togo):”."""
        begin = self.segments[leaf.index].begin
        end = self.words.rfind(")", begin, leaf.start) + 1
        return makers_in(self.words, begin, end) if end > begin else []

    def _asked(
        self, leaf: Leaf, end: int, lead: Segment | None, heads: Sequence[Span]
    ) -> Span | None:
        """Who is asked: the nearest place that says it. In a review no item does."""
        named = self._named(leaf, end, lead, heads)
        if named and self.government and is_government(self.words, named, self.government):
            return self.government
        if named or self.front or "position" in self.profile.flags:
            return named or self.front
        places = [(s.start, s.end) for s in self._leads(leaf, lead)]
        told = (self.words[slice(*each)] for each in ((leaf.start, leaf.end), *places))
        if self.government and any(map(GOVERNMENT_ACTS.search, told)):
            return self.government
        return self.addressees.called_on(leaf, end)

    def _named(
        self, leaf: Leaf, end: int, lead: Segment | None, heads: Sequence[Span]
    ) -> Span | None:
        """Where a recommendation, or what stands above it, says who is asked."""
        reviewed = "position" in self.profile.flags
        before = [(each.start, each.end) for each in self._leads(leaf, lead)]
        return (
            self.addressees.of(leaf, end)
            or next(filter(None, (self._addressee(*place) for place in before)), None)
            or self.addressees.in_heads(before)
            or (None if reviewed else self._addressee(leaf.start, leaf.end))
            or (None if reviewed else self.addressees.subject(leaf, end))
            or (None if reviewed else self.addressees.acting(leaf, end, lead))
            or self.addressees.in_heads(reversed(heads))
        )

    def _leads(self, leaf: Leaf, lead: Segment | None) -> Iterator[Segment]:
        """What stands before a list; where that is a heading, or only says of what the points are,
        what leads over to it, too."""
        owner = self.segments[leaf.index].owner
        while lead:
            yield lead
            matter = is_matter(" ".join(self.words[lead.start : lead.end].split()))
            lead = self.segments[lead.owner] if matter and lead.owner is not None else None
        above = self.segments[owner - 1] if owner and owner in self.headings else None
        if above and self.words[above.start : above.end].rstrip().endswith(":"):
            yield above

    def _answers(self, segment: Segment) -> bool:
        """Whether a short line or one with a colon, such as “Recommendations noted”, says what is
        answered to the items below."""
        mark = segment.mark
        owner = self.segments[segment.owner] if segment.owner is not None else segment
        listed = owner is not segment and self.words[owner.start : owner.end].endswith(":")
        is_item = mark is not None and (listed or mark.key != ("number", "."))
        if "position" not in self.profile.flags or is_item or segment.role:
            return False
        is_line = mark is None and segment.end - segment.start <= LONGEST_ANSWER
        of_one = THIS.match(self.words, segment.start, segment.end)
        if of_one or len(list(sentences(self.words, segment.start, segment.end))) > 1:
            is_line = False  # it answers one, and says why
        leads = self.words[segment.start : segment.end].rstrip().endswith(":")
        return (is_line or leads) and bool(ANSWER.search(self.words, segment.start, segment.end))

    def _answer(self, leaf: Leaf) -> Segment | None:
        """The last such line between a recommendation and the paragraph that its list is under."""
        at = bisect_right(self.answers, leaf.index) - 1
        found = self.answers[at] if at >= 0 else -1
        return self.segments[found] if leaf.owner is not None and found > leaf.owner else None

    def _answered(self, leaf: Leaf, lead: Segment | None, heads: Sequence[Span]) -> Span | None:
        """Where the position to a recommendation is said: in a line above its items, before its
        list, or in the nearest heading that says one."""
        if line := self._answer(leaf):
            return line.start, line.end
        said = (lead.start, lead.end) if lead else None
        if said and ANSWER.search(self.words, *said):
            return said
        return answer_in(self.words, heads) or self.behind.of(leaf.owner) or said

    def _reply(self, leaf: Leaf, lead: Segment | None, heads: Sequence[Span]) -> Span | None:
        """What is said of the position to a recommendation: what is answered to its list, unless
        that leaves it out or says nothing; else what is answered to its number, or below it."""
        if "position" not in self.profile.flags:
            return reply_to(self.words, self.segments, leaf) or self.responses.of(leaf)
        if self.below.found:
            return self.below.of(leaf.index)
        label = leaf.mark.label if leaf.mark else ""
        answer = self._answered(leaf, lead, heads)
        said = self.words[slice(*answer)] if answer else ""
        if is_excepted(said, label) or names_others(said, label):
            answer = None
        if answer and ANSWER.search(self.words, *answer):
            return answer_within(self.words, *answer)
        return self.by_number.of(label) or (answer_within(self.words, *answer) if answer else None)

    def _maker(self, leaf: Leaf) -> Iterator[Attribute]:
        """Who made a recommendation, by its words, those before its list, or who spoke last."""
        pattern = self.profile.patterns["maker"]
        lead = self.segments[leaf.owner] if leaf.owner is not None else leaf
        for each in (leaf, lead):
            if match := pattern.search(self.words[each.start : each.end]):
                start, end = (each.start + place for place in match.span("maker"))
                same = SAME.fullmatch(" ".join(self.words[start:end].split()))
                named = not same and not PRONOUN.fullmatch(self.words, start, end)
                place = (start, end) if named else self._antecedent(each, same and same["noun"])
                place = (start, end) if same and place is None else place
                yield from [Attribute("recommendedBy", *place)] if place else []
                return
        if speaker := self._speaker(leaf) if "speakers" in self.profile.flags else None:
            yield Attribute("recommendedBy", *speaker)
        elif body := self.bodies.of(leaf.start):
            yield Attribute("recommendedBy", *body)

    def _antecedent(self, leaf: Leaf | Segment, noun: str | None) -> tuple[int, int] | None:
        """Who was named last before a sentence whose subject is a pronoun, in its paragraph or the
        one before; or in full before “the same Committee”."""
        pattern = self.profile.patterns["antecedent"]
        for segment in self._before(leaf.start, FAR_BEFORE if noun else 2):
            end = min(segment.end, leaf.start)
            found = list(pattern.finditer(self.words[segment.start : end]))
            for match in reversed(found):
                name = " ".join(match["maker"].split())
                same = SAME.fullmatch(name)
                if same and not noun:
                    return self._antecedent(leaf, same["noun"])
                if not same and (noun or "").casefold() in name.casefold():
                    low, high = match.span("maker")
                    return segment.start + low, segment.start + high
        return None

    def _before(self, place: int, count: int) -> list[Segment]:
        """The segment in which a place lies, and those before, so many of all."""
        at = bisect_right(self.segments, place, key=lambda segment: segment.start)
        return list(reversed(self.segments[max(0, at - count) : at]))

    def _speaker(self, leaf: Leaf) -> tuple[int, int] | None:
        """Who spoke last before a sentence, in its paragraph or in those before it; none where
        somebody else speaks of whom it is not said for whom."""
        pattern, end = self.profile.patterns["maker"], leaf.start
        for index in range(leaf.index, max(-1, leaf.index - MOST_BEFORE), -1):
            segment = self.segments[index]
            found = [m.span("maker") for m in pattern.finditer(self.words, segment.start, end)]
            if found:
                return found[-1]
            if SPEAKER.match(self.words, segment.start, segment.end):
                return None
            end = self.segments[index - 1].end
        return None

    def _addressee(self, start: int, end: int) -> tuple[int, int] | None:
        pattern = self.profile.patterns["addressee"]
        for match in pattern.finditer(self.words, start, end):
            spans = [match.span(group) for group in pattern.groupindex if match[group]]
            if spans:
                return spans[0]
        return None
