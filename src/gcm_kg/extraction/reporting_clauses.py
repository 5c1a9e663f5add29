"""Finds the reporting clauses that govern a sentence: verbs of saying with subject or agent."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import chain

from gcm_kg.extraction.reporting_verbs import AFFIRM, PRONOUN, ReportingVerbs
from gcm_kg.rdf.namespaces import BASE
from gcm_kg.text.folding import fold

CITE, DENY, REPORT = (f"{BASE}speechact/{name}" for name in ("cite", "deny", "report"))
ALL, ONE = f"{BASE}support/all", f"{BASE}support/one"
SPEAKERS = f"{BASE}holder/speakers"
BACK = 60
"""Code points before a holder in which the words that count it are looked for."""
# Matches “measures that ”, not “while ”.
EMBEDDED = re.compile(
    r"\b(?:that|which|whom|how|what|why|whether|if|to|by|of|for|from|with|between|among|as|where) "
    r"(?:the |these |those |other )?\Z"
    r"|\b(?:consisting|comprising|including|composed|such as)\b[^,.;]*\Z"
)
"""In front of a subject: its clause is part of what is said."""
# Matches “, ”, not “it ”.
JOINED = re.compile(r"(?:[,;:]|\b(?:and|but|while|whereas|although)) ?\Z")
# Matches “ no ”, not “know ”.
NO_ONE = re.compile(r"(?:\A|\s)(?:no|none of the|neither) \Z")
# Is “they”, not “panelists”.
LOOKS_BACK = re.compile(PRONOUN)
HOLDER_BEFORE = ("his", "her", "their", "another")
"""Words that stand for the holder named last, whether a group or one of it."""
# Begins “ delegations to hand in”, not “ all to a dialogue”.
TO_DO = re.compile(r" [\w' -]{1,60}? to (?!an?\b|the\b|this\b|its\b|their\b)\w+")
"""Behind "invite": what those who are invited are asked to do."""
# Matches “ agreements as the tool that serves them”, not “ a project”.
AS = re.compile(r"^[^.;,]{1,80} as (?:an?|the|being)\b")
# Begins “drew attention to”, not “noted”.
POINTING = re.compile(r"(?:dr[ae]wn? attention|draws attention|mention)")
"""Verbs that cite where what they point to is an instrument or initiative."""
# Matches “some existing practices”, not “the value”.
CITABLE = re.compile(
    r"\b(?:practices?|initiatives?|examples?|plans?|frameworks?|experiences?|programmes?|projects?|"
    r"guidelines|mechanisms?|campaigns?|articles? \d|paragraphs? \d)\b"
)
"""What is cited without having a name."""


@dataclass(frozen=True, slots=True)
class Clause:
    """A reporting clause, from its subject, or from its verb, to the end of its verb or agent.

    ``words`` is what stands for the holder: a noun, a pronoun, or nothing.
    """

    start: int
    end: int
    act: str
    words: str = ""
    support: str = ""
    holders: tuple[str, ...] = ()


class Sentence:
    """The words of a sentence, folded, with the places of bodies that may be said to speak and of
    what may be cited (code points of the source)."""

    def __init__(
        self,
        words: str,
        start: int,
        bodies: list[tuple[int, int, str]],
        cited: list[tuple[int, int]],
        verbs: ReportingVerbs,
    ) -> None:
        self.start, self.end, self.verbs = start, start + len(words), verbs
        self.folding = fold(words)
        self.text = self.folding.text
        self.cited = any(start <= low < self.end for low, _ in cited)
        here = [body for body in bodies if start <= body[0] < self.end]
        self.bodies = [(self._folded(low), self._folded(high), body) for low, high, body in here]

    def assertions(self) -> list[tuple[int, int, Clause | None]]:
        """Start and end (code points) of each assertion, with the clause that governs it."""
        governing = list(self._governing())
        if not governing:
            return [(self.start, self.end, None)]
        starts = [0, *(clause.start for clause in governing[1:]), len(self.text)]
        found: list[tuple[int, int, Clause | None]] = []
        for index, clause in enumerate(governing):
            stretch = self.text[starts[index] : starts[index + 1]]
            lead = len(stretch) - len(stretch.lstrip(" ,;"))
            low, high = starts[index] + lead, starts[index] + len(stretch.rstrip(" ,;"))
            said = self._source(clause.start, clause.end)
            placed = replace(clause, start=said[0], end=said[1])
            found.append((*self._source(low, high), placed))
        return found

    def _source(self, low: int, high: int) -> tuple[int, int]:
        start, end = self.folding.span(low, high)
        return self.start + start, self.start + end

    def _folded(self, position: int) -> int:
        places = range(len(self.text))
        return bisect_left(places, position - self.start, key=self.folding.source)

    def _governing(self) -> Iterator[Clause]:
        """The first reporting clause, and those that are joined to it with another act."""
        last: Clause | None = None
        for clause in sorted(self._all(), key=lambda clause: (clause.start, -clause.end)):
            if last is None:
                last = clause
                yield clause
            elif clause.start >= last.end and JOINED.search(self.text[: clause.start]):
                yield from self._coordinated(last, clause.start)
                last = clause
                yield clause
        if last:
            yield from self._coordinated(last, len(self.text))

    def _coordinated(self, first: Clause, end: int) -> Iterator[Clause]:
        """Verbs behind "and" that have the subject of a clause before them, and another act."""
        act = first.act
        patterns = (self.verbs.joined, self.verbs.joined_did)
        for match in chain.from_iterable(p.finditer(self.text, first.end, end) for p in patterns):
            told = self._act(match)
            if (first.words or first.holders) and told != act:
                act = told
                yield replace(first, start=match.start(), end=match.end(), act=told)

    def _all(self) -> Iterator[Clause]:
        yield from self._active()
        yield from self._of_bodies()
        yield from self._passive()
        verbs = self.verbs
        for pattern in (verbs.absolute, verbs.led, verbs.participle, verbs.existing, verbs.uttered):
            yield from (self._clause(match) for match in pattern.finditer(self.text))
        yield from (self._clause(match) for match in verbs.several_calls.finditer(self.text))
        for match in verbs.nobody.finditer(self.text):
            yield replace(self._clause(match), support=ALL)
        yield from (self._clause(m, m["whose"]) for m in verbs.view.finditer(self.text))

    def _active(self) -> Iterator[Clause]:
        for match in self.verbs.active.finditer(self.text):
            first, others = self._subject(match.start())
            before = self.text[max(0, first - BACK) : first]
            counting = self.verbs.counting.search(before)
            start = first - (len(before) - counting.start() if counting else 0)
            if EMBEDDED.search(self.text[:start]):
                continue
            clause = self._clause(match)
            support = self.verbs.supports[counting["count"]] if counting else ""
            support = support or self.verbs.supports.get(match["head"], "") or clause.support
            if support == ONE and match["head"] not in self.verbs.holders:
                support = ONE if match["head"] in HOLDER_BEFORE else ""
            if NO_ONE.search(before):
                clause, support = replace(clause, act=DENY), ""
            holders = (*others, *(self._body(match) or clause.holders))
            yield replace(clause, start=start, support=support, holders=holders)

    def _subject(self, start: int) -> tuple[int, tuple[str, ...]]:
        """Where a subject begins, with the holders that are joined to its last head by "and"."""
        joined = self.verbs.joined_head.search(self.text, max(0, start - BACK), start)
        if not joined:
            return start, ()
        return joined.start("head"), (self.verbs.holders[joined["head"]],)

    def _body(self, match: re.Match[str]) -> tuple[str, ...]:
        """The body that the subject of a match names in full, or whose representative it is."""
        first, last = match.span("head")
        represents = self.verbs.holders.get(match["head"]) == SPEAKERS
        return tuple(
            body
            for start, end, body in self.bodies
            if (start < first and end == last)
            or (represents and last < start and end < match.start("verb"))
        )[:1]

    def _of_bodies(self) -> Iterator[Clause]:
        for start, end, body in self.bodies:
            match = self.verbs.behind_name.match(self.text, end)
            if match and not EMBEDDED.search(self.text[:start]):
                yield replace(self._clause(match), start=start, holders=(body,))

    def _passive(self) -> Iterator[Clause]:
        for match in self.verbs.passive.finditer(self.text):
            clause = self._clause(match)
            if agent := self.verbs.agent.match(self.text, match.end()):
                support = self.verbs.supports.get(agent["count"] or "", "") or clause.support
                told = self._clause(match, agent["head"])
                clause = replace(told, end=agent.end(), support=support)
            yield clause

    def _clause(self, match: re.Match[str], head: str = "") -> Clause:
        """What a match of a pattern says of the act, of who and of how many."""
        groups, verbs = match.groupdict(), self.verbs
        head = head or groups.get("head") or ""
        holders = (verbs.holders[head],) if head in verbs.holders else ()
        words = verbs.word_of_support.search(match[0])
        support = verbs.supports.get(groups.get("count") or (words[0] if words else ""), "")
        support = "" if support == ONE and not head else support
        act = DENY if groups.get("denied") else self._act(match)
        return Clause(match.start(), match.end(), act, head, support, holders)

    def _act(self, match: re.Match[str]) -> str:
        """The speech act of a match; to point to what is no instrument, initiative or practice is
        to say that it is so."""
        act, verb = self.verbs.act(match["verb"]), match["verb"]
        rest = self.text[match.end() :]
        if verb.startswith("invite") and not TO_DO.match(rest):
            return REPORT
        if verb.startswith("describe") and AS.search(rest):
            return AFFIRM
        if POINTING.match(verb) and self.cited and not rest.startswith(" that"):
            return CITE
        vague = act == CITE and not self.cited and not CITABLE.search(self.text)
        return AFFIRM if vague else act
