"""Reads what a recommendation asks to be made, and how strongly it asks."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from gcm_kg.extraction.operative_verbs import OPENING
from gcm_kg.extraction.reported_requests import asking_verb
from gcm_kg.model.document import Document, Part
from gcm_kg.model.iris import rule_iri
from gcm_kg.model.statements import Statement
from gcm_kg.model.vocabulary import Vocabulary
from gcm_kg.rdf.namespaces import BASE, GCM, SKOS
from gcm_kg.text.alternatives import alternatives
from gcm_kg.text.folding import Folded, folded
from gcm_kg.text.phrases import LINKS, PREPOSITIONS, VERBS
from gcm_kg.text.recipients import clause_or_object_start

ACT = f"{BASE}strength/act"
RULE = rule_iri("measure")
Span = tuple[int, int]
"""Start and end of a stretch of the source, in code points."""
# Matches “ on migration” and “ that regulate”, not “common guidelines”.
OBJECT_END = re.compile(
    rf"(?:(?<= )(?:{PREPOSITIONS}|{LINKS}|{VERBS}|along|alongside|including|such as|"
    r"as|relating|related|carried|used)\b"
    r"|[;:.()]|(?<= )\w+ed (?:by|in|for)\b)"
)
# Is “implementation”, not “mechanism”.
LIGHT = re.compile(
    r"implementation|development|establishment|adoption|application|creation|provision|use|set|"
    r"range|number|series|forms?|types?|quality|availability|introduction|expansion|conclusion|"
    r"strengthening|enhancement|improvement|design|drafting|opportunities|issuance|issuing|"
    r"collection|measures"
)
"""Nouns whose complement with "of" is what is meant."""
# Matches “ratify”, not “–”.
FIRST_WORD = re.compile(r"\w+")
# Matches “, introduce” and “ and”, not “ of”.
CHUNK = re.compile(r",? and/or |,? and |,? or |, |/")


class Measures:
    """Reads measures and strengths with the labels of a vocabulary, which it prepares once."""

    def __init__(self, vocabulary: Vocabulary) -> None:
        self.measures = vocabulary.by_label("Measure")
        self.strengths = vocabulary.by_label("Strength")
        # Is the end of a noun phrase.
        self.head = re.compile(rf"\b(?P<measure>{alternatives(self.measures)})\Z")
        self.opening = re.compile(rf"(?:{alternatives(self.strengths)})\b")
        self.ending = {folded(verb) for verb in vocabulary.get(RULE, SKOS + "hiddenLabel")}
        self.by_verb = {
            folded(cue.removesuffix("…")): measure
            for measure in vocabulary.of_kind("Measure")
            for cue in vocabulary.get(measure, GCM + "imperativeCue")
        }

    def read(
        self, document: Document, part: Part, verbs: list[tuple[int, int]], names: Iterable[Span]
    ) -> Iterator[Statement]:
        """The statements about one recommendation, given the places of its operative verbs and of
        the names of instruments in it: what stands in such a name is there already."""
        words = document.folding_of(part)
        if not (first := _first_word(words, part)):
            return
        yield self._strength(words, part, [*verbs, first])
        spans, named = verbs or [first], list(names)
        measured: set[str] = set()
        for start, end in spans:
            if measure := self.by_verb.get(folded(document.words[start:end])):
                measured.add(measure)
                yield _stated(part, "requestsMeasure", measure, (start, end))
        for this, following in zip(spans, [*spans[1:], (part.end, part.end)], strict=True):
            if folded(document.words[slice(*this)]) in self.ending:
                continue
            low, high = (words.index(at - part.start) for at in (this[1], following[0]))
            for found in self._object(words, part, low, high):
                inside = any(_holds(name, found.evidence[0]) for name in named)
                if found.entity not in measured and not inside:
                    measured.add(found.entity)
                    yield found

    def _strength(self, words: Folded, part: Part, verbs: list[tuple[int, int]]) -> Statement:
        first = words.index(verbs[0][0] - part.start)
        weaker = next(self._weaker(words.text, first), None)
        if not weaker:
            return _stated(part, "strength", ACT, verbs[0])
        low, high = words.span(*weaker[1:])
        span = (part.start + low, part.start + high)
        return _stated(part, "strength", self.strengths[weaker[0]], span)

    def _weaker(self, text: str, first: int) -> Iterator[tuple[str, int, int]]:
        """Labels that ask for less than doing, with their places: where the text opens, at its
        first operative verb, and of who asks for it: “encourages States to …”."""
        opening = OPENING.match(text)
        for position in (opening.end() if opening else 0, first):
            if found := self.opening.match(text, position):
                yield found[0], *found.span()
        asking = asking_verb(text, first)
        if asking and (base := asking[0].removesuffix("d").removesuffix("s")) in self.strengths:
            yield base, *asking.span()

    def _object(self, words: Folded, part: Part, low: int, high: int) -> Iterator[Statement]:
        """The measures at the heads of the object between two places of the folded text."""
        for start, end in _heads(words.text, clause_or_object_start(words.text, low, high), high):
            if found := self.head.search(words.text, start, end):
                first, last = words.span(*found.span())
                span = (part.start + first, part.start + last)
                yield _stated(part, "requestsMeasure", self.measures[found["measure"]], span)


def _heads(text: str, position: int, high: int) -> Iterator[tuple[int, int]]:
    """The noun phrases of an object, without what qualifies them; their last words are heads."""
    stop = OBJECT_END.search(text, position, high)
    end = stop.start() if stop else high
    start = position
    for chunk in (*CHUNK.finditer(text, position, end), None):
        until = chunk.start() if chunk else end
        phrase = text[start:until].rstrip()
        yield start, start + len(phrase)
        start = chunk.end() if chunk else end
    last = text[position:end].split()
    goes_on = stop and stop[0] in ("of", "for", "on", "relating", "related", "regarding")
    if stop and goes_on and last and LIGHT.fullmatch(last[-1]):
        yield from _heads(text, stop.end(), high)


def _holds(name: Span, span: Span) -> bool:
    return name[0] <= span[0] and span[1] <= name[1]


def _first_word(words: Folded, part: Part) -> tuple[int, int] | None:
    found = FIRST_WORD.search(words.text)
    if not found:
        return None
    low, high = words.span(*found.span())
    return part.start + low, part.start + high


def _stated(part: Part, relation: str, entity: str, span: tuple[int, int]) -> Statement:
    rule = rule_iri("strength" if relation == "strength" else "measure")
    return Statement(part, relation, entity, "", (span,), rule)
