"""Reads cues that other words part: "accede, if they have not done so, to UNTOC".

A cue with … within it, "(accede+|accession) … to …", is looked for in front of a name of which
nothing else is said. At each … an insertion between commas may part its words, or a few words and
what "of" or "by" adds; where "and" follows, a list: "align … and … with".
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable
from functools import cache

from gcm_kg.extraction.cue_kinds import CueReading
from gcm_kg.model.document import Document
from gcm_kg.model.statements import Mention
from gcm_kg.model.vocabulary import Vocabulary
from gcm_kg.rdf.namespaces import GCM
from gcm_kg.text.asides import DONE_BY_THEN, FURTHER, PINPOINT
from gcm_kg.text.defining_words import alternatives_of, unfolded
from gcm_kg.text.phrases import is_asked, is_denied, is_qualifying, is_undecided

PLACE = "…"
# Is “accede”, not “ ”.
WORD = re.compile(r"[\w'’-]+")
REACH = 200
"""Code points before a name in which such a cue may begin."""
# Is “, within the framework of the 2030 Agenda,” and “ of all States”, not “ and adopt”.
PARTED = (
    r"(?:\s*,[^,.;:]{1,90},(?:\s+(?:the|its|their|all|any))*"
    r"|(?:\s+(?!and\b)[\w’'-]+){0,6}?(?:\s+(?:of|by|for)(?:\s+[^\s,.;:]+){1,10}?)?,?)\s+"
)
# Matches “ to the two optional protocols ”, not “ of all States ”.
OF_ANOTHER = re.compile(
    r"\b(?:protocols?|conventions?|amendments?|committees?|part(?:y|ies)|conferences?|annex(?:es)?|"
    r"reservations?|objections?|declarations?"
    r"|in\s+(?:\w+\s+)?(?:line|accordance|compliance|conformity|keeping)|consistent|compatible|faced|dealing)\s+\Z",
    re.I,
)
"""Before the last words of a cue: they belong to another thing, or to other words."""
# Begins “freed ”, not “free ”.
DONE = re.compile(r"(?:freed|\w+[^e]ed|drawn|taken)\b", re.I)
# Matches “be ” and “that it has ”, not “it ”.
BE = re.compile(
    r"\b(?:be|been|being|is|are|was|were|has|have|had|get|gets|having)\s+(?:\w+ly\s+|not\s+)?\Z",
    re.I,
)
LIST = r"(?:\s+(?!and\b)[\w’'-]+,?){1,12}\s+"
"""Before "and" in a cue: that which it joins is the last of a list."""
HELD = (
    r"(?:(?:provisions|principles|obligations|commitments|requirements|standards|norms|rules)\s+"
    r"(?:and\s+(?:principles|obligations|commitments|requirements|standards|norms)\s+)?"
    r"(?:(?:set\s+out|laid\s+down|enshrined|contained|contemplated|established)\s+)?(?:of|in|under|(?:arising|flowing)\s+from)\s+)?"
)
"""What an instrument holds, for which it may be named."""
BEFORE_NAME = (
    rf"\s+(?:the\s+|its\s+|their\s+)?{HELD}(?:(?:the\s+|its\s+)?(?:{PINPOINT}(?:{FURTHER}){{0,8}},?\s+(?:of|to|in)\s+)?)"
    r"(?:the\s+|its\s+|their\s+|that\s+|this\s+)?(?:\w+\s+){0,1}?\Z"
)


class PartedCues:
    """The parted cues of some concepts, prepared once."""

    def __init__(self, vocabulary: Vocabulary, meanings: Iterable[str]) -> None:
        self.cues = [
            (meaning, name == "imperativeCue", _words_of(cue), cue)
            for meaning in meanings
            for name in ("cue", "imperativeCue")
            for cue in vocabulary.get(meaning, GCM + name)
            if is_parted(cue)
        ]
        self.by_word: defaultdict[str, list[int]] = defaultdict(list)
        for number, (_, _, (words, _), _) in enumerate(self.cues):
            for word in words:
                self.by_word[word].append(number)

    def read(self, document: Document, name: Mention) -> list[CueReading]:
        """What the words before a name say of it; the nearest cue counts, if it is not within the
        last words of another ("laws that do not comply with")."""
        low = max(name.part.start, name.start - REACH)
        recommended = name.part.kind == "Recommendation"
        words = frozenset(WORD.findall(document.words[low : name.start].lower()))
        here = {number for word in self.by_word.keys() & words for number in self.by_word[word]}
        possible = sorted(number for number in here if self.cues[number][2][1] & words)
        found = [
            (match.start("cue"), meaning, match)
            for meaning, imperative, _, cue in map(self.cues.__getitem__, possible)
            if recommended or not imperative
            for match in _pattern(cue).finditer(document.words, low, name.start)
            if not OF_ANOTHER.search(match["gap"])
            and not (recommended and _is_described(document.words, low, match.start("cue")))
            and not DONE_BY_THEN.search(document.words, low, match.start("cue"))
        ]
        if not found:
            return []
        ends = [match.span("end") for _, _, match in found]
        alone = (one for one in found if not any(low < one[0] < high for low, high in ends))
        start, meaning, match = max(alone, key=lambda one: one[0])
        before = document.words[name.part.start : start]
        if is_denied(before) or is_undecided(before) or is_qualifying(before):
            return []
        if recommended and not is_asked(before):
            return []
        return [CueReading(meaning, (match.span("cue"), match.span("end")))]


def _is_described(words: str, low: int, start: int) -> bool:
    """Whether a participle at a place says of which people or things is spoken: "workers freed
    from bondage" asks for nothing."""
    return bool(DONE.match(words, start)) and not BE.search(words, low, start)


def is_parted(cue: str) -> bool:
    """Whether words may stand within a cue, where it has … too."""
    return PLACE in cue.strip(f"{PLACE} ")


AND = unfolded("and")


def _words_of(cue: str) -> tuple[frozenset[str], frozenset[str]]:
    """The words of which one stands wherever a cue does: those with which it may begin, and those
    with which its last words may."""
    pieces = [piece for piece in cue.split(PLACE) if piece.strip()]
    return _openings(pieces[0]), _openings(pieces[-1])


def _openings(piece: str) -> frozenset[str]:
    """The words with which a piece of a cue may begin."""
    words: set[str] = set()
    for ways in alternatives_of(piece.strip()):
        words.update(way.split(" ")[0] for way in ways if way)
        if "" not in ways:
            break
    return frozenset(words)


@cache
def _pattern(cue: str) -> re.Pattern[str]:
    """Made when a document has a word with which the cue may begin."""
    first, *more, last = map(unfolded, cue.removesuffix(PLACE).rstrip(f"{PLACE} ").split(PLACE))
    within = "".join(f"{LIST if words == AND else PARTED}(?:{words})" for words in more)
    return re.compile(
        rf"\b(?P<cue>{first})\b{within}(?P<gap>{PARTED})(?P<end>{last}){BEFORE_NAME}", re.I
    )
