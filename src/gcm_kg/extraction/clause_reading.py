"""Reads what single matches of patterns say in a sentence: who says something, how many they are,
and what they do by it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from gcm_kg.extraction.clause_holders import Clause, denied
from gcm_kg.extraction.degrees_of_support import support_of
from gcm_kg.extraction.reporting_nouns import ReportingNouns
from gcm_kg.extraction.reporting_verbs import ReportingVerbs
from gcm_kg.extraction.speaking_bodies import Body, SpeakingBodies
from gcm_kg.extraction.speech_acts import speech_act
from gcm_kg.extraction.viewpoints import is_viewpoint, seen_by
from gcm_kg.text.folding import Folded
from gcm_kg.text.lazy_patterns import LazyPattern

# Matches “the special ”, not “especially ”.
SPECIAL = re.compile(r"\bspecial \Z")


class ClauseReading:
    """A folded sentence whose clauses are read one by one."""

    words: str
    text: str
    folding: Folded
    nouns: ReportingNouns
    verbs: ReportingVerbs
    bodies: list[Body]
    speaking: SpeakingBodies
    cited: bool

    def _is_in_name(self, position: int) -> bool:
        """Whether a word of the folded text has a capital that no sentence begins with."""
        start, _ = self.folding.span(position, position + 1)
        return start > 0 and self.words[start].isupper()

    def _found(self, pattern: LazyPattern) -> Iterator[re.Match[str]]:
        return self.verbs.find(pattern, self.text)

    def _according(self) -> Iterator[Clause]:
        """ "In the view of one panellist", "for IOM, the key was": the holder behind the words."""
        for match in self._found(self.verbs.according):
            if is_viewpoint(self.text, match):
                clause = self._clause(match)
                support = self.verbs.supports.get(match["some"], clause.support)
                told = seen_by(self.text, match, replace(clause, support=support), self.bodies)
                yield from map(self._joined, told)

    def _interposed(self) -> Iterator[Clause]:
        """ "As several speakers pointed out", "as noted by IOM", "boats, said one speaker, are"."""
        for match in self._found(self.verbs.as_said):
            if match["verb"]:
                yield self._clause(match)
            elif (clause := self._of_agent(match)).holders:
                yield replace(clause, act=self.verbs.act(match["done"]))
        yield from (self._clause(match) for match in self._found(self.verbs.interposed))

    def _known(self, clause: Clause, before: str) -> tuple[str, ...]:
        """The holders of a clause, of whose subject some words stand before; "the Special
        Representative" is one, who is not known, and not any representative."""
        return () if SPECIAL.search(before) else clause.holders

    def _relative(self) -> Iterator[Clause]:
        """ "Among them was one panellist, who said that", "they heard from IOM, which said"."""
        for match in self.nouns.unknown.relative.finditer(self.text):
            found = self.speaking.ending_at(match.start())
            if found and self.speaking.introduced(found[0]):
                yield replace(self._clause(match), start=found[0], holders=(found[1],), words="?")

    def _of_agent(self, match: re.Match[str]) -> Clause:
        """The clause of a verb in the passive, with those by whom it was said."""
        clause = self._clause(match)
        if told := self.speaking.agent(match.end()):
            return self._joined(replace(clause, end=told[1], holders=(told[2],)))
        if agent := self.verbs.agent.match(self.text, match.end()):
            count = agent["some"] or agent["count"] or ""
            support = self.verbs.supports.get(count, "") or clause.support
            told_by = self._clause(match, agent["head"] or "")
            return self._joined(replace(told_by, end=agent.end(), support=support))
        return clause

    def _of_source(self, match: re.Match[str], clause: Clause) -> Clause:
        """The clause of a noun, with those from whom it came: "calls for ships from several"."""
        if clause.holders:
            return clause
        came = self.verbs.source.match(self.text, match.end())
        came = came or self.verbs.late_agent.match(self.text, match.end())
        if not came:
            body = self.speaking.source(match.end())
            return replace(clause, holders=(body[2],)) if body else clause
        support = self.verbs.supports.get(came["count"] or "", "") or clause.support
        return replace(self._clause(match, came["head"]), support=support)

    def _joined(self, clause: Clause) -> Clause:
        """A clause that ends with its holder, with those that are listed behind that one."""
        end, others = self.speaking.following(clause.end)
        return replace(clause, end=end, holders=(*clause.holders, *others))

    def _clause(self, match: re.Match[str], head: str = "") -> Clause:
        """What a match of a pattern says of the act, of who and of how many."""
        groups, verbs = match.groupdict(), self.verbs
        head = head or groups.get("head") or ""
        holders = (verbs.holders[head],) if head in verbs.holders else ()
        support = support_of(verbs, self.text, match, head, self._is_in_name)
        act = speech_act(verbs, self.text, match, cited=self.cited)
        clause = Clause(match.start(), match.end(), act, head, support, holders)
        return denied(clause) if groups.get("denied") else clause
