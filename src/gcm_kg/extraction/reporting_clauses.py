"""Finds the reporting clauses that govern a sentence: verbs of saying with subject or agent."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import chain, islice

from gcm_kg.extraction.adopters import NOBODY, Speakers
from gcm_kg.extraction.clause_holders import (
    ALL,
    HOLDER_BEFORE,
    MOST,
    NO_ONE,
    NONE_OF,
    SOME,
    Clause,
    denied,
    of_nearly_all,
)
from gcm_kg.extraction.clause_joints import (
    EMBEDDED,
    FROM_THEM,
    REACH,
    is_done,
    is_joined,
    joint_start,
)
from gcm_kg.extraction.clause_reading import ClauseReading
from gcm_kg.extraction.reporting_nouns import ReportingNouns
from gcm_kg.extraction.reporting_phrases import AFFIRM, DENY
from gcm_kg.extraction.speaking_bodies import BACK, ONE, SpeakingBodies
from gcm_kg.extraction.speech_acts import speech_act
from gcm_kg.extraction.unknown_speakers import KNOWN_AND
from gcm_kg.text.folding import fold

NEAR = 120
"""Code points behind a body in which its verb is looked for."""
# Matches “the undisputed principle”, not “not undisputed”.
UNDISPUTED = re.compile(r"\b(?<!not )(?:undisputed|uncontested)\b")


class Sentence(ClauseReading):
    """The words of a sentence, folded, with the places of bodies that may be said to speak and of
    what may be cited (code points of the source)."""

    def __init__(
        self,
        words: str,
        start: int,
        bodies: list[tuple[int, int, str]],
        cited: list[tuple[int, int]],
        nouns: ReportingNouns,
    ) -> None:
        self.words, self.start, self.end = words, start, start + len(words)
        self.nouns, self.verbs = nouns, nouns.verbs
        self.folding = fold(words)
        self.text = self.folding.text
        self.cited = any(start <= low < self.end for low, _ in cited)
        here = [body for body in bodies if start <= body[0] < self.end]
        self.bodies = [(self._folded(low), self._folded(high), body) for low, high, body in here]
        self.speaking = SpeakingBodies(self.text, self.bodies, self.verbs, self._is_in_name)

    def assertions(self, speakers: Speakers = NOBODY) -> list[tuple[int, int, Clause | None]]:
        """Start and end (code points) of each assertion, and its clause; of whose document."""
        governing = [*self._of_document(speakers.body)] or list(self._governing(speakers.we))
        if not governing:
            return [(self.start, self.end, None)]
        joints = [joint_start(self.text, clause, self.verbs) for clause in governing[1:]]
        starts = [0, *joints, len(self.text)]
        found: list[tuple[int, int, Clause | None]] = []
        for index, clause in enumerate(governing):
            stretch = self.text[starts[index] : starts[index + 1]]
            lead = len(stretch) - len(stretch.lstrip(" ,;"))
            low, high = starts[index] + lead, starts[index] + len(stretch.rstrip(" ,;"))
            first, last = self._source(clause.start, clause.end)
            support = clause.support or (ALL if UNDISPUTED.search(stretch) else "")
            placed = replace(clause, start=first, end=last, support=support)
            found.append((*self._source(low, high), placed))
        return found

    def _source(self, low: int, high: int) -> tuple[int, int]:
        start, end = self.folding.span(low, high)
        return self.start + start, self.start + end

    def _folded(self, position: int) -> int:
        return self.folding.index(position - self.start)

    def _governing(self, we: tuple[str, ...] | None) -> Iterator[Clause]:
        """The first reporting clause, and those that are joined to it with another act."""
        clauses = sorted([*self._all(), *self._of_us(we)], key=lambda c: (c.start, c.end))
        if (told := self._told()) and not (clauses and clauses[0].start >= told.end):
            clauses = [told, *(clause for clause in clauses if clause.start >= told.end)]
        if behind := next(self._behind(), None):
            yield behind
            return
        unknown = next(self._unknown(), None)
        if unknown and not (clauses and clauses[0].start < unknown.end):
            clauses = [unknown, *clauses]
        clauses = clauses or [*islice(self._relative(), 1)]
        last: Clause | None = None
        for clause in self._with_others(clauses):
            if last is None:
                last = clause
                yield clause
            elif clause.start >= last.end and is_joined(self.text, last, clause, self.verbs):
                yield from self._coordinated(last, clause.start)
                last = clause
                yield clause
        if last:
            yield from self._coordinated(last, len(self.text))

    def _with_others(self, clauses: list[Clause]) -> list[Clause]:
        """Some clauses, and behind the first those in which somebody else, who is not known, says
        something."""
        if not clauses:
            return clauses
        joined = self.nouns.unknown.joined_to(self.text, clauses[0].end)
        others = [
            replace(self._clause(m), start=m.start("subject"), words="?", support="")
            for m in joined
        ]
        taken = [(c.start, c.end) for c in clauses]
        free = [o for o in others if not any(s < o.end and o.start < e for s, e in taken)]
        return sorted([*clauses, *free], key=lambda c: (c.start, c.end))

    def _of_document(self, body: str) -> Iterator[Clause]:
        """The clause of a verb that begins a paragraph of a resolution: "Recalling the Charter"."""
        if body and (match := self.verbs.opening.match(self.text)):
            told, act = self._clause(match), self.verbs.openings[match["verb"]]
            yield replace(told, act=act if told.act == AFFIRM else told.act, holders=(body,))

    def _behind(self) -> Iterator[Clause]:
        """The clause that names who speaks behind what was said: "…, said the delegate"."""
        for match, end, bodies in self.nouns.quoted.find(self.text, self.bodies):
            clause = self._clause(match)
            yield replace(clause, end=end, holders=bodies or clause.holders)

    def _told(self) -> Clause | None:
        """The clause of a subject that is itself what was said: "other points raised include"."""
        subject = self.nouns.subject(self.text)
        return Clause(subject[0].start(), subject[0].end(), subject[1]) if subject else None

    def _unknown(self) -> Iterator[Clause]:
        """The clause of a subject that is no known holder."""
        if found := self.nouns.unknown.match(self.text):
            clause = self._clause(found)
            support = clause.support.replace(ONE, "")
            with_others = KNOWN_AND.search(self.text, 0, found.start("verb"))
            known = self.verbs.holders.get(with_others["known"], "") if with_others else ""
            holders = (known,) if known else clause.holders
            yield replace(clause, words="?", support=support, holders=holders)

    def _coordinated(self, first: Clause, end: int) -> Iterator[Clause]:
        """Verbs behind "and" that have the subject of a clause before them, and another act."""
        act = first.act
        patterns = (self.verbs.joined, self.verbs.joined_did, self.verbs.while_saying)
        for match in chain.from_iterable(
            self.verbs.find(p, self.text, first.end, end) for p in patterns
        ):
            told = speech_act(self.verbs, self.text, match, cited=self.cited)
            if (first.words or first.holders) and told != act:
                act = told
                yield replace(first, start=match.start(), end=match.end(), act=told)

    def _of_us(self, we: tuple[str, ...] | None) -> Iterator[Clause]:
        """The clauses in which those who adopt the document speak: "we affirm"."""
        for match in self.verbs.first_person.finditer(self.text) if we is not None else ():
            yield replace(
                self._clause(match), start=match.start("we"), words="we", holders=we or ()
            )

    def _all(self) -> Iterator[Clause]:
        verbs = self.verbs
        if said := [*verbs.verb.finditer(self.text)]:
            yield from chain(self._active(), self._of_bodies(said))
        yield from map(self._of_agent, verbs.passive.finditer(self.text))
        for pattern in (verbs.absolute, verbs.led, verbs.participle):
            yield from (self._clause(match) for match in self._found(pattern))
        for match, act in self.nouns.find(self.text):
            told = replace(self._of_source(match, self._of_agent(match)), act=act)
            yield of_nearly_all(told, match)
        yield from self._according()
        yield from self._interposed()
        for match in self._found(verbs.nobody):
            clause = self._clause(match, match["any"] or "")
            holders = tuple(verbs.groups.get(holder, holder) for holder in clause.holders)
            support = MOST if match["almost"] or match["hardly"] else ALL
            yield replace(clause, act=AFFIRM, support=support, holders=holders)
        for match in self._found(verbs.said_by_nobody):
            that = ALL if self.text.startswith(" that", match.end()) else ""
            yield replace(self._clause(match), act=DENY, support=that, holders=(), words="")
        yield from (self._clause(m, m["whose"]) for m in self._found(verbs.view))

    def _active(self) -> Iterator[Clause]:
        verbs = self.verbs
        for match in verbs.active.finditer(self.text):
            own, count = self.speaking.counted_from(self.speaking.owned_from(match.start()))
            others = self.speaking.listed(own)
            first = others[0][0] if others else own
            start, counted = self.speaking.counted_from(first) if others else (own, count)
            count, head = count or counted, first if others else match.start()
            mixed = self.speaking.differ((*(at for at, _ in others), match.start()))
            before = self.text[max(0, head - BACK) : head]
            front = self.text[max(0, start - REACH) : start]
            if FROM_THEM.fullmatch(self.text, 0, own) and not others:
                yield replace(self._clause(match), support=count, holders=(), words="?")
                continue
            named = any(s <= match.start() and match.end("head") < e for s, e, _ in self.bodies)
            if named or EMBEDDED.search(front) or verbs.said_before.search(front):
                continue
            clause = self._clause(match)
            support = count or verbs.supports.get(match["head"], "") or clause.support
            support = "" if mixed else support
            if support == ONE and match["head"] not in self.verbs.holders:
                support = ONE if match["head"] in (*HOLDER_BEFORE, "one") else ""
            if NO_ONE.search(before):
                disputed = clause.act == DENY
                clause = replace(clause, act=AFFIRM if disputed else DENY)
                support = ALL if disputed else ""
            elif self._not_all(match, before):
                clause, support = denied(clause), SOME
            holders = (
                *(name for _, name in others),
                *(self.speaking.of_subject(match) or (*self._known(clause, before),)),
                *self.speaking.backing(match.end("head")),
            )
            yield replace(clause, start=start, support=support, holders=holders)

    def _not_all(self, match: re.Match[str], before: str) -> bool:
        """Whether a subject behind some words is "not every delegation" or "not everyone"."""
        found = self.verbs.not_all.search(before)
        return bool(found and (found[0] != "not " or match["head"].startswith("every")))

    def _of_bodies(self, said: list[re.Match[str]]) -> Iterator[Clause]:
        """Bodies with the first verb of saying that may be theirs."""
        for start, end, body in self.bodies:
            name = self.verbs.behind_name
            near = [v for v in said if end < v.start() < end + NEAR and not is_done(self.text, v)]
            behind = ((v, name.fullmatch(self.text, end, v.start())) for v in near)
            verb, gap = next(((v, gap) for v, gap in behind if gap), (None, None))
            if verb and gap and self.speaking.may_speak(start):
                clause = self._clause(verb)
                none = NONE_OF.search(self.text[max(0, start - BACK) : start])
                clause = denied(clause) if gap["denied"] or none else clause
                holders, support = self.speaking.speaking((start, end, body), verb.start())
                support = ALL if none else support or ("" if gap["denied"] else clause.support)
                yield replace(clause, start=start, support=support, holders=holders)
