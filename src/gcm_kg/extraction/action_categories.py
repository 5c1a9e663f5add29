"""Tells by how a recommendation opens what kind of action it asks for: to consider, to act, …

The categories and the words of each stand in data/vocabulary/action-categories.ttl.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from itertools import islice

from gcm_kg.extraction.reported_requests import request_starts
from gcm_kg.model.document import Document, Part
from gcm_kg.model.iris import rule_iri
from gcm_kg.model.statements import Statement
from gcm_kg.model.vocabulary import Vocabulary
from gcm_kg.text.folding import folded
from gcm_kg.text.phrases import PREPOSITIONS
from gcm_kg.text.verb_forms import participle_in_ing, past_forms

GAP = "…"
BETWEEN = rf"(?: (?!(?:{PREPOSITIONS}|that|which|who)\b)[\w'/]+,?){{0,6}}?"
"""A few words of one noun phrase."""
# Begins “recommended that the ”, not “ratify”.
FRAME = re.compile(
    r"\W*(?:(?:also|\w+ly|it (?:is|was|be)|would|further) )*"
    r"(?:(?:recommend(?:s|ed|ing)?|suggest(?:s|ed)?|propos(?:es|ed)|urg(?:es|ed)|encourag(?:es|ed))"
    r"(?: to [^,]{1,40}?)?(?: that)?|that)(?: (?:the|an?))? "
)
"""Words that only say that something is recommended."""
# Begins “the committee invites”, not “invite”.
REPORTED = re.compile(
    r"\W*(?:the [\w' -]{1,60} )?(?:(?:also|further|again|once more|\w+ly) )?"
    r"(?:calls (?:up)?on|urges|invites|requests|encourages|exhorts|asks|appeals to|recommends)\b"
)
"""How a sentence begins that reports of a request, as operative paragraphs do."""
# Begins “while noting progress”, not “ratify”.
LEAD = re.compile(
    r"\W*(?:while|in|with|within|as|given|on|upon|consistent|pursuant|following|considering|taking|"
    r"noting|having|bearing|through|for|under|regarding|concerning|by|despite|although|if|where|when|"
    r"at|based|building|recalling|recognizing|welcoming|after|before|since|because|due|until)\b"
)
"""How a clause begins that stands before the verb that asks."""
# Is “to fully and promptly ”, not “supply ”.
ADVERBS = re.compile(
    r"\W*(?:to )?(?:(?:(?!(?:apply|comply|supply|reply|rely|multiply)\b)\w+ly|better|also|further|"
    r"as soon as possible|without delay|where appropriate)(?:,? and |, | ))*"
)
# Matches “, to ” and “ it was recommended that ”, not “ and”.
CLAUSE = re.compile(r"[,;:.] (?:and )?(?:to )?| it (?:is|was) recommended (?:that|to) ")
MODAL = r"(?:should|must|shall|ought to|needs? to|has to|have to)"
# Matches “should be established” and “must allow”, not “to the”.
BEHIND_SUBJECT = re.compile(
    rf"\b(?:{MODAL} )?(?:be|being) (?:\w+ly )?(?P<done>\w+)"
    rf"|\b(?:{MODAL}|(?:encouraged|urged|invited) to) (?:\w+ly |also )*(?P<do>\w+)"
)
# Is “ratify”, not “,”.
WORD = re.compile(r"\w+")
MOST_WORDS = 8
"""Words of a subject between "that" and its verb."""


@dataclass(frozen=True)
class _Cue:
    """How a recommendation opens, and the category it tells."""

    words: str
    category: str

    @cached_property
    def letters(self) -> int:
        """The letters that count."""
        return sum(len(piece.strip()) for piece in self.words.split(GAP))

    @cached_property
    def pattern(self) -> re.Pattern[str]:
        """Made when it is first asked for: there are thousands, and few verbs are used."""
        pieces = (re.escape(piece.strip()) for piece in self.words.split(GAP))
        return re.compile(rf"{(BETWEEN + ' ').join(pieces)}\b")

    def end_at(self, text: str, start: int) -> int | None:
        """Where it ends that stands at a place of a folded text; most need no pattern for that."""
        first, gap, _ = self.words.partition(GAP)
        if not text.startswith(first.strip(), start):
            return None
        if gap:
            match = self.pattern.match(text, start)
            return match.end() if match else None
        end = start + len(self.words)
        return None if WORD.match(text, end) else end


class ActionCategories:
    """Reads categories of action with the labels of a vocabulary, which it prepares once."""

    def __init__(self, vocabulary: Vocabulary) -> None:
        self.cues: defaultdict[str, list[_Cue]] = defaultdict(list)
        self.bases: dict[str, str] = {}
        for words, category in vocabulary.by_label("ActionCategory").items():
            self._add(words, category)
        self._add_actions(vocabulary)

    def _add(self, words: str, category: str) -> None:
        verb, _, rest = words.partition(" ")
        self.bases.update((form, verb) for form in past_forms(verb))
        for form in (verb, participle_in_ing(verb)):
            self.cues[form].append(_Cue(f"{form} {rest}".rstrip(), category))
            self.cues[form].sort(key=lambda cue: -cue.letters)

    def _add_actions(self, vocabulary: Vocabulary) -> None:
        """Other verbs of an action have the category that its preferred label has."""
        for words, action in vocabulary.by_label("Action").items():
            known = self._at(folded(vocabulary.name(action)), 0)
            if known and not self._at(words, 0):
                self._add(words, known[0])

    def read(self, document: Document, part: Part) -> Iterator[Statement]:
        """The category of one recommendation, with the words that tell it; none where none do."""
        words = document.folding_of(part)
        if found := self._category(words.text):
            category, start, end = found
            low, high = words.span(start, end)
            span = (part.start + low, part.start + high)
            rule = rule_iri("action-category")
            yield Statement(part, "actionCategory", category, "", (span,), rule)

    def _category(self, text: str) -> tuple[str, int, int] | None:
        for start in _starts(text):
            opening = ADVERBS.match(text, start)
            for position in (opening.end() if opening else start, start):
                if found := self._at(text, position):
                    return found
        frame = FRAME.search(text)
        return self._behind_subject(text, frame.end() if frame else 0, framed=frame is not None)

    def _at(self, text: str, position: int) -> tuple[str, int, int] | None:
        """The category that the words at a place tell, with where they begin and end."""
        word = WORD.match(text, position)
        for cue in self.cues.get(word[0], ()) if word else ():
            if (end := cue.end_at(text, position)) is not None:
                return cue.category, position, end
        return None

    def _behind_subject(self, text: str, low: int, *, framed: bool) -> tuple[str, int, int] | None:
        """What a verb behind a subject tells: "that a commission be established"."""
        passive = False
        for match in BEHIND_SUBJECT.finditer(text, low):
            passive = passive or match["done"] is not None
            verb = match["do"] or self.bases.get(match["done"], "")
            if match["do"] and (found := self._at(text, match.start("do"))):
                return found
            if verb and (found := self._at(verb, 0)):
                return found[0], *match.span("do" if match["do"] else "done")
        words = WORD.finditer(text, low) if framed and not passive else iter(())
        for word in islice(words, 1, MOST_WORDS):
            if found := self._at(text, word.start()):
                return found
        return None


def _starts(text: str) -> Iterator[int]:
    """Where the verb may stand: at the beginning, behind a frame, behind clauses before it."""
    if REPORTED.match(text):
        yield from request_starts(text)
    yield 0
    if (frame := FRAME.match(text)) and "that" not in frame[0]:
        yield frame.end()
    for clause in CLAUSE.finditer(text) if LEAD.match(text) else ():
        yield clause.end()
        if frame := FRAME.match(text, clause.end()):
            yield frame.end()
