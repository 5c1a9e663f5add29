"""Reads cues: words before or behind a name that say what is meant by naming it."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from gcm_kg.document import Document, Part
from gcm_kg.find import Finder, Label, Match
from gcm_kg.iris import GCM
from gcm_kg.mentions import Mention
from gcm_kg.vocabulary import Vocabulary

PLACE = "…"
LONGEST_GAP = 40
SHORT_GAP = 12
"""Code points between a cue and a name; for a cue of one word the shorter limit holds. Other names,
and the words that join the members of a list, are not counted."""
LIST_WORDS = re.compile(r"[\s,]+|\b(?:and|or|the|its|their|particularly|including)\b", re.I)
CLAUSE_BREAK = re.compile(r"[.;:?!](?:\s|\Z)|\b(?:that|which|who|while|when|in order to|to)\b", re.I)
"""What ends the reach of a cue."""
BEHIND_BREAK = re.compile(r"[.;:?!](?:\s|\Z)")
CONJUNCTION = re.compile(r"[\s,]*(?:and|or|and/or)\s+(?:effectively\s+|fully\s+)?", re.I)


@dataclass(frozen=True, slots=True)
class Reading:
    """What a cue means (the IRI of the thing that declares it) and the words that say so."""

    meaning: str
    evidence: tuple[tuple[int, int], ...]


class CueReader:
    """Finds the cues that some concepts or rules declare, and ties them to names."""

    def __init__(self, vocabulary: Vocabulary, meanings: Iterable[str]) -> None:
        labels: list[Label] = []
        for meaning in meanings:
            for name in ("cue", "imperativeCue"):
                for cue in vocabulary.get(meaning, GCM + name):
                    side = "behind" if cue.startswith(PLACE) else "before"
                    words = cue.replace(PLACE, " ").strip()
                    labels.append(Label(words, meaning, f"{side} {name} {meaning}"))
        self.finder = Finder(labels)

    def read(self, document: Document, names: Iterable[Mention]) -> dict[Mention, list[Reading]]:
        """What is said of each name in a document; a name of which nothing is said is not there.

        Of the cues before a name the nearest counts, and those joined to it by a conjunction;
        names that stand between do not part a cue from a later name, clauses do.
        """
        by_part: defaultdict[Part, list[Mention]] = defaultdict(list)
        for name in names:
            by_part[name.part].append(name)
        extents = [(part.start, part.end) for part in by_part]
        cues: defaultdict[int, list[Match]] = defaultdict(list)
        starts = [start for start, _ in extents]
        for cue in self.finder.find(document.text, document.folded, extents):
            cues[starts[bisect_right(starts, cue.start) - 1]].append(cue)
        readings: dict[Mention, list[Reading]] = {}
        for part, named in by_part.items():
            usable = [cue for cue in cues[part.start] if _counts(cue, part)]
            for name in named if usable else ():
                tied = _tied(document.text, usable, name, named)
                readings[name] = [Reading(c.label.entity, ((c.start, c.end),)) for c in tied]
        return readings


def _counts(cue: Match, part: Part) -> bool:
    """Whether a cue may be read in a part: an imperative one in recommendations only."""
    return part.kind == "Recommendation" or " imperativeCue " not in cue.label.layer


def _tied(text: str, cues: list[Match], name: Mention, names: list[Mention]) -> Iterator[Match]:
    before = [c for c in cues if c.label.layer.startswith("before") and c.end <= name.start]
    nearest = max(before, key=lambda c: (c.end, c.end - c.start), default=None)
    if nearest and _reaches(text, (nearest.end, name.start), names, CLAUSE_BREAK, _reach(nearest)):
        yield from _joined(text, before, nearest)
    for cue in cues:
        if cue.label.layer.startswith("behind") and cue.start >= name.end:
            if _reaches(text, (name.end, cue.start), names, BEHIND_BREAK, LONGEST_GAP):
                yield cue


def _joined(text: str, cues: list[Match], nearest: Match) -> list[Match]:
    """The nearest cue and those in front of it that a conjunction joins to it."""
    chain = [nearest]
    for cue in sorted(cues, key=lambda c: -c.end):
        if cue.end <= chain[-1].start and CONJUNCTION.fullmatch(text, cue.end, chain[-1].start):
            chain.append(cue)
    return chain[::-1]


def _reach(cue: Match) -> int:
    return LONGEST_GAP if " " in cue.label.text else SHORT_GAP


def _reaches(
    text: str, between: tuple[int, int], names: list[Mention], stop: re.Pattern[str], limit: int
) -> bool:
    """Whether few words, and no end of a clause, stand between two places besides names."""
    length = 0
    for low, high in _gaps(*between, names):
        if stop.search(text, low, high):
            return False
        length += len(LIST_WORDS.sub("", text[low:high]))
    return length <= limit


def _gaps(start: int, end: int, names: list[Mention]) -> Iterator[tuple[int, int]]:
    position = start
    for name in names:
        if name.start >= position and name.end <= end:
            yield position, name.start
            position = name.end
    yield position, end
