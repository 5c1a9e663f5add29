"""Finds what is answered to recommendations behind all of them: “Recommendation 2: Accepted.”"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Collection, Iterator, Sequence

from gcm_kg.reading.answering_clauses import OF_SOME, answers
from gcm_kg.reading.exceptions import ranges_in
from gcm_kg.reading.leaves import Leaf
from gcm_kg.reading.segments import ASIDE, Segment, Span
from gcm_kg.reading.wording import ANSWER_ALONE
from gcm_kg.text.sentences import sentences

# Matches “Response of the Ministry” and “Views of the State”, not “Emergency response in Togo”.
RESPONSES = re.compile(
    r"^\W*(?:[\dA-Z]{1,5}[.)]\s+|chapter \w+[.:]?\s+|annex \w+[.:]?\s+)?(?:[\w’'-]+ ){0,3}"
    r"(?:responses?|replies|reply|views|comments|position)\b(?! (?:in|on the \w+)\b)",
    re.I,
)
"""The heading of a section in which those who are asked answer."""
# Begins “Recommendations 2 and 3: ” and “Paragraph 41 – ”, not “Paragraph 41 says”.
NAMED = re.compile(
    r"\W*(?:paragraphs?|paras?\.?|recommendations?|recs?\.?)\s+(?:nos?\.?\s*)?"
    r"(?P<numbers>\d+(?:\.\d+)*(?:(?:\s*(?:,|[-–—]|and\b|to\b)\s*)+\d+(?:\.\d+)*)*)\s*[:.–—-]\s+",
    re.I,
)
# Begins “The Government does not accept the recommendation”, not “It accepts the Convention”.
OF_IT = re.compile(
    r"\W*(?:(?:the |this |our )?[\w’'.-]+ (?:[\w’'.-]+ ){0,7}?)??"
    r"(?:(?:do(?:es)? not|did not|cannot|partially|partly|fully) )?"
    r"(?:accept(?:s|ed)?|agree[sd]?(?: (?:with|to))?|support(?:s|ed)?|note[sd]?|take[s]? note of"
    r"|reject(?:s|ed)?|disagree[sd]? with|endorse[sd]?|concur(?:s|red)? with) (?:in part )?"
    r"(?:with )?(?:this|the) recommendation\b(?! (?:of|that|by|in|to|on|for)\b)",
    re.I,
)
# Matches “recommendations 1 and 3”, not “recommendation 1.2”.
RECOMMENDED = re.compile(
    r"\brecommendations?\s+(?:nos?\.?\s*)?"
    r"(?P<numbers>\d+(?:(?:\s*(?:,|[-–—]|and\b|to\b)\s*)+\d+)*)(?!\.?\d|\.\d)",
    re.I,
)
# Matches “ and did not accept”, not “ and 3 are accepted”.
PARTED = re.compile(
    r"[,;]?\s+(?:and|but|while|whereas)\s+(?=(?:(?:it|the \w+)\s+)?(?:(?:did|does|do|has)\s+)?"
    r"(?:not\s+)?(?:(?:partially|partly|also)\s+)?"
    r"(?:accept|reject|support|note|declin|disagree|agree|recommendations?\b))",
    re.I,
)
"""Between clauses that each answer."""
MOST = 200
"""How many recommendations one answer may name."""


def answer_at(words: str, start: int, end: int) -> Span | None:
    """Where words begin with an answer: “Not accepted. The house is old.”"""
    first = next(sentences(words, start, end), None)
    if first is None:
        return None
    said = OF_IT.match(words, *first)
    if said:
        return said.span()
    return first if ANSWER_ALONE.fullmatch(words, *first) else None


class Responses:
    """Looks at the segments of a text. ``words`` is the text without furniture."""

    def __init__(self, words: str, segments: Sequence[Segment], headings: Collection[int]) -> None:
        self.words = words
        self.said: defaultdict[str, set[Span]] = defaultdict(set)
        self.found: set[int] = set()
        """The segments that are answers."""
        below = False
        for index, segment in enumerate(segments):
            if index in headings:
                below = bool(RESPONSES.search(words[segment.start : segment.end]))
            elif segment.role not in ASIDE:
                self._learn(index, segment, below)
        marks = (s.mark for i, s in enumerate(segments) if s.mark and i not in self.found)
        self.times = Counter((mark.key, mark.label) for mark in marks)

    def of(self, leaf: Leaf) -> Span | None:
        """Where the one answer to a recommendation stands that no other has the number of."""
        mark = leaf.mark
        if mark is None or mark.style == "bullet" or self.times[mark.key, mark.label] != 1:
            return None
        places = {place for place in self.said.get(mark.label, ()) if place[0] >= leaf.end}
        return places.pop() if len(places) == 1 else None

    def _learn(self, index: int, segment: Segment, below: bool) -> None:
        named = NAMED.match(self.words, segment.begin, segment.end)
        mark = segment.mark
        start = named.end() if named else segment.start
        numbers = list(_numbers(named["numbers"])) if named else []
        if not named and mark and (mark.style == "label" or (below and mark.style == "number")):
            numbers = [mark.label]
        place = answer_at(self.words, start, segment.end) if numbers else None
        for number in numbers if place else ():
            self.found.add(index)
            self.said[number].update([place] if place else [])
        if below and not numbers:
            for low, high in sentences(self.words, segment.start, segment.end):
                self._learn_clauses(low, high)

    def _learn_clauses(self, start: int, end: int) -> None:
        """Takes note of what each clause of a sentence answers to which numbers."""
        cuts = [m.span() for m in PARTED.finditer(self.words, start, end)]
        starts, ends = [start, *(b for _, b in cuts)], [*(a for a, _ in cuts), end]
        for low, high in zip(starts, ends, strict=True):
            said = self.words[low:high]
            named = RECOMMENDED.findall(said)
            if len(named) == 1 and answers(said) and not OF_SOME.search(said):
                for number in _numbers(named[0]):
                    self.said[number].add((low, high))


def _numbers(words: str) -> Iterator[str]:
    """Each number that words name, of ranges too."""
    for low, high in ranges_in(words):
        stem, _, first = low.rpartition(".")
        last = min(int(high.rpartition(".")[2]), int(first) + MOST)
        for number in range(int(first), last + 1):
            yield f"{stem}.{number}" if stem else str(number)
