"""Ties the cues in one part to its names: how far a cue reaches, and what takes it back."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterator

from gcm_kg.extraction.cue_kinds import Cue, CueReading
from gcm_kg.extraction.cue_patterns import (
    ADDED,
    AND_OTHERS,
    ATTENDING,
    BESIDE_OTHERS,
    COMMA,
    CONJUNCTION,
    DASH,
    ETC,
    MEMBERS,
    OBJECT_OPEN,
    OF,
    OF_SUBJECT,
    PARTICIPLE,
    QUESTION,
    QUESTIONED,
    SET_OFF,
    TO_DO,
    behind_actor,
    is_of_parties,
)
from gcm_kg.extraction.listed_kinds import QUALIFIED, is_kind, not_qualifying
from gcm_kg.model.document import Document, Part
from gcm_kg.model.iris import rule_iri
from gcm_kg.model.statements import Mention
from gcm_kg.text.asides import ASIDE
from gcm_kg.text.folding import fold
from gcm_kg.text.number_lists import LISTED
from gcm_kg.text.phrases import (
    is_asked,
    is_beside,
    is_denied,
    is_governed,
    is_meant,
    is_near,
    is_qualifying,
    is_undecided,
    junction,
)

NUMBERED = frozenset(map(rule_iri, ("numbered-goal", "numbered-convention", "numbered-resolution")))
"""The rules by which the numbers of a list are names; whatever joins them, it is one list."""
LONGEST_GAP = 25
SHORT_GAP = 12
"""Code points between a cue and a name; for a cue of one word the shorter limit holds."""
REACH = 120
"""Code points before a cue in which it may be denied."""


class CueScope:
    """One part with its names and cues, both in the order of their places."""

    def __init__(
        self, document: Document, part: Part, names: list[Mention], cues: list[Cue], of: str
    ) -> None:
        self.text, self.part = document.words, part
        dash = DASH.search(self.text, part.start, part.end)
        words = document.words_of(part)
        self.folding = fold(DASH.sub("—", words)) if dash else document.folding_of(part)
        self.actors = of == "actors"
        self.names = list(_outermost(names))
        if of == "instruments":
            self.names = list(not_qualifying(self.text, self.names))
        self.starts = [name.start for name in self.names]
        self.runs = self._runs()
        self.before = [cue for cue in cues if not cue.kind.behind]
        self.ends = [self._reach(cue) for cue in self.before]
        self.behind = [cue for cue in cues if cue.kind.behind]

    def readings(self) -> dict[Mention, list[CueReading]]:
        """What each name is said to be; cues before a name first."""
        found: defaultdict[Mention, list[CueReading]] = defaultdict(list)
        for index, name in enumerate(self.names):
            found[name] += [_reading(cue) for cue in self._in_front(index)]
        for cue in self.behind:
            for name in self._in_back(cue):
                found[name].append(_reading(cue))
        return {name: readings for name, readings in found.items() if readings}

    def _runs(self) -> list[int]:
        """The number of the list to which each name belongs; what is said of one holds for all.

        A comma alone joins names only in a list that a conjunction or "etc." completes.
        """
        runs = [0] * len(self.names)
        complete = False
        for index in range(len(self.names) - 1, 0, -1):
            one, other = self.names[index - 1 : index + 1]
            complete = complete or self._is_completed(other.end)
            kind = "and"
            if one.end < other.start:
                kind = self._junction(one, other)
            complete = kind == "and" or (complete and kind == ",")
            runs[index - 1] = runs[index] if complete else runs[index] + 1
        return runs

    def _is_completed(self, position: int) -> bool:
        """Whether what stands behind a name completes the list that it ends."""
        more = self.actors and AND_OTHERS.match(self.text, position)
        return bool(more or ETC.match(self.text, position))

    def _junction(self, one: Mention, other: Mention) -> str:
        if OBJECT_OPEN.search(self.text, one.start, one.end):
            return ""
        if other.maker in NUMBERED and LISTED.fullmatch(self.text, one.end, other.start):
            return "and"
        unknown = other.entities and not one.entities
        if unknown and one.maker in NUMBERED and OF.fullmatch(self.text, one.end, other.start):
            return "and"
        between = self._words(one.end, other.start)
        if is_kind(self.text, one):
            between = QUALIFIED.sub("", between)
        between = MEMBERS.sub(" ", between) if self.actors else between
        return junction(between, inside=self.actors)

    def _in_front(self, index: int) -> Iterator[Cue]:
        """The nearest cue before a name and those joined to it, if they reach it."""
        name = self.names[index]
        last = bisect_right(self.ends, name.start) - 1
        if last < 0:
            return
        nearest = self.before[last]
        first = bisect_left(self.starts, self.ends[last])
        if self.runs[first] != self.runs[index] or not self._is_meant_by(nearest, name):
            return
        gap = self._words(self.ends[last], self.starts[first])
        if self._is_tied(nearest, self.names[first], gap):
            chain = self._joined(last)
            if self._is_said(chain[0]):
                yield from chain

    def _reach(self, cue: Cue) -> int:
        """Where that begins of which a cue before a name may speak."""
        return cue.end

    def _is_tied(self, cue: Cue, first: Mention, gap: str) -> bool:
        """Whether a cue reaches the first name behind it over the words between them."""
        if gap.startswith(", ") and SET_OFF.search(self._words(self.part.start, cue.start)):
            gap = gap[1:]
        limit = LONGEST_GAP if " " in self._words(cue.start, cue.end) else SHORT_GAP
        return is_near(gap, limit)

    def _joined(self, last: int) -> list[Cue]:
        """A cue with those in front of it that a conjunction joins to it, and their equals."""
        chain = [self.before[last]]
        for cue in reversed(self.before[:last]):
            between = ASIDE.sub(" ", self._words(cue.end, chain[0].start))
            listed = len(chain) > 1 and COMMA.fullmatch(between)
            if (cue.start, cue.end) == (chain[0].start, chain[0].end) or (
                cue.end < chain[0].start and (listed or CONJUNCTION.fullmatch(between))
            ):
                chain.insert(0, cue)
            else:
                break
        return chain

    def _in_back(self, cue: Cue) -> Iterator[Mention]:
        """The name in front of a cue and those listed with it, if the cue reaches them."""
        aside = self.actors and BESIDE_OTHERS.search(self.text, self.part.start, cue.start)
        end = aside.start() if aside else cue.start
        last = bisect_left(self.starts, end) - 1
        if last < 0 or self.names[last].end > end or not self._is_beside(self.names[last], end):
            return
        last -= self.actors and is_of_parties(self.text, self.names, last)
        first = bisect_left(self.runs, -self.runs[last], key=lambda run: -run)
        start = self.names[first].start
        subject = OF_SUBJECT.match(self.text, cue.start)
        before = self._in_front_of(start)
        if subject and (owners := self._owners(first)):
            yield from owners
        elif is_asked(before) and not (subject and is_governed(before)):
            yield from filter(self._is_meant, self.names[first:last])
            yield self.names[last]

    def _is_beside(self, name: Mention, position: int) -> bool:
        """Whether a cue behind a name reaches it over the words between them."""
        words = ADDED.sub("", self._words(name.end, position))
        if self.actors:
            words = behind_actor(words, self.text[position : position + len("should ")])
        return is_beside(words)

    def _owners(self, index: int) -> list[Mention]:
        """The goals of which a name says whose they are: objectives 8 and 21 of the Compact."""
        if index == 0 or self.names[index - 1].maker != rule_iri("numbered-goal"):
            return []
        one, other = self.names[index - 1 : index + 1]
        goals = [
            n for n, run in zip(self.names, self.runs, strict=True) if run == self.runs[index - 1]
        ]
        before = self._in_front_of(goals[0].start)
        free = is_asked(before) and not is_governed(before)
        return goals if free and OF.fullmatch(self.text, one.end, other.start) else []

    def _is_said(self, cue: Cue) -> bool:
        """Whether nothing in front of a cue takes it back."""
        before = self._in_front_of(cue.start)
        if not cue.kind.imperative:
            return not is_denied(before)
        words, front = self._words(cue.start, cue.end), self._words(self.part.start, cue.start)
        aside = ATTENDING.match(words) and front.rstrip().endswith(",")
        if PARTICIPLE.match(words) and not aside and is_undecided(front):
            return False
        return is_asked(before) and (self.actors or not is_qualifying(before))

    def _is_meant_by(self, cue: Cue, name: Mention) -> bool:
        """Whether a cue before a name means the name itself."""
        if QUESTIONED.match(self._words(cue.start, cue.end)) and QUESTION.match(
            self.text, name.end
        ):
            return False
        asked = self.actors and self.text.endswith("that", cue.start, cue.end)
        return self._is_meant(name) or bool(
            asked and TO_DO.match(self.text, name.end, self.part.end)
        )

    def _is_meant(self, name: Mention) -> bool:
        return is_meant(self.text, name.end, self.part.end, holding=not self.actors)

    def _in_front_of(self, position: int) -> str:
        return self._words(max(self.part.start, position - REACH), position)

    def _words(self, start: int, end: int) -> str:
        """The words between two places, without page breaks and hyphens."""
        low, high = (self.folding.index(at - self.part.start) for at in (start, end))
        return self.folding.text[low:high]


def _outermost(names: list[Mention]) -> Iterator[Mention]:
    """The names that are not part of another; of names joined by "and", all."""
    reached = -1
    for name in names:
        if name.end >= reached and name.maker != rule_iri("part-of-name"):
            reached = name.end
            yield name


def _reading(cue: Cue) -> CueReading:
    return CueReading(cue.kind.meaning, ((cue.start, cue.end),))
