"""Reads what a recommendation asks to be made, and how strongly it asks."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator
from itertools import chain

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
from gcm_kg.text.verb_forms import participle_in_ing, past_participle

ACT = f"{BASE}strength/act"
RULE = rule_iri("measure")
CONTEMPLATE = "contemplate"
REVIEW = f"{BASE}measure/review"
# Matches “States may wish to ”, not “States should ”.
MODAL = re.compile(
    r"\b(?P<modal>(?:may|might)(?: (?:wish|want|like) to)?|could)"
    r"(?: (?:also|further|therefore|usefully))? \Z"
)
"""Before the verb of what is only held out."""
# Matches “ways should be ”, not “to be”.
BE = re.compile(r"\b(?:should|could|must|shall|ought to|needs? to|may|might) (?:also )?be \Z")
Span = tuple[int, int]
"""Start and end of a stretch of the source, in code points."""
# Matches “ on migration” and “ that regulate”, not “common guidelines”.
OBJECT_END = re.compile(
    rf"(?:(?<= )(?:{PREPOSITIONS}|{LINKS}|{VERBS}|along|alongside|including|such as|"
    r"as|relating|related|carried|used|especially|particularly|according)\b"
    rf"|(?<= )(?:necessary|needed|required|available)(?=[,;.]|\Z| (?:{PREPOSITIONS})\b)"
    r"|[;:.()]|(?<= )(?:\w+ed|made|taken|undertaken|set|given|provided|drawn|held) "
    r"(?:by|in|for|at|on|under|with|to|up)\b)"
)
# Is “implementation”, not “mechanism”.
LIGHT = re.compile(
    r"implementation|development|establishment|adoption|application|creation|provision|use|set|"
    r"range|number|series|forms?|types?|quality|availability|introduction|expansion|conclusion|"
    r"strengthening|enhancement|improvement|design|drafting|opportunities|issuance|issuing|"
    r"collection|measures|possibility|option|merits?|desirability|feasibility|idea|effectiveness|efficiency|work|role|"
    r"mandate|functioning|coverage|scope|enactment|operation|enforcement|entry into force"
)
"""Nouns whose complement with "of" is what is meant."""
# Matches “awareness-raising activities”, not “activities of unions”.
EXERTION = re.compile(
    r" (?:activities|efforts?|measures|initiatives?|actions?|work|exercises?|interventions|"
    r"programming|opportunities)\Z"
)
"""Nouns that say nothing of what is meant; what stands before them does."""
# Matches “laws protecting women”, not “trust building measures”.
PARTICIPLE = re.compile(
    r" (?!(?:\w*-)?(?:mak|build|rais|monitor|report|shar|fund|train|gather|plan|find|set|enforc|"
    r"counsel|finance|hous|cod|process|screen|profil|mapp|messag|schedul|account|model|learn)ing\b)"
    r"(?:\w{3,}ing|aimed|intended|designed|dedicated|devoted) \w"
)
"""Behind the head of a noun phrase: “laws protecting women”."""
# Matches “ratify”, not “–”.
FIRST_WORD = re.compile(r"\w+")
# Is “call upon”, not “call off”.
OTHERS = re.compile(
    r"(?:call|appeal|prevail)(?:ing)? (?:on|upon|to)"
    r"|(?:invit|urg|encourag|mandat|motivat|oblig|requir|advis)(?:e|ing)"
    r"|(?:ask|request|instruct|remind|exhort|press|counsel|persuad)(?:e|ing)?|compel(?:ling)?|task"
)
"""Verbs by which somebody else is asked for what follows "to"."""
# Begins “ donors to increase”, not “ support”.
ASKED = re.compile(
    r" (?:(?!(?:to|assistance|support|help|aid|efforts|measures|steps)\b)[\w'’-]+,? ){1,14}?"
    r"to (?:also )?(?:\w+ly )?(?P<verb>[a-z-]+)\b"
)
# Begins “seek support” and “further support”, not “raise funds”.
OBTAIN = re.compile(r"(?:seek|request|ask|further|fully|\w+ly|continue)\b")
"""Verbs behind which somebody else's help stands, or none: what they end with is not made."""
# Matches “, introduce” and “ and”, not “ of”.
CHUNK = re.compile(r",? and/or |,? and |,? or |, |/")


class Measures:
    """Reads measures and strengths with the labels of a vocabulary, which it prepares once."""

    def __init__(self, vocabulary: Vocabulary) -> None:
        self.measures = vocabulary.by_label("Measure")
        self.strengths = vocabulary.by_label("Strength")
        # Is the end of a noun phrase.
        self.head = re.compile(rf"\b(?P<measure>{alternatives(self.measures)})\Z")
        self.done = {past_participle(verb): verb for verb in self.strengths if " " not in verb}
        self.opening = re.compile(rf"(?:{alternatives(self.strengths)})\b")
        self.ending = {folded(verb) for verb in vocabulary.get(RULE, SKOS + "hiddenLabel")}
        self.by_verb = {
            folded(cue.removesuffix("…")): measure
            for measure in vocabulary.of_kind("Measure")
            for cue in vocabulary.get(measure, GCM + "imperativeCue")
        }
        self.infinitives = {label.split(" ")[0] for label in vocabulary.by_label("Action")}
        self.by_gerund = {participle_in_ing(verb): self.by_verb[verb] for verb in self.by_verb}
        # Begins “ratifying the Convention”, not “ratification”.
        self.gerund = re.compile(rf"\s*(?:\w+ly )?(?P<verb>{alternatives(self.by_gerund)})\b")
        # Matches “plan of action”, not “plan of the ministry”.
        self.parted = re.compile(alternatives([name for name in self.measures if " of " in name]))

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
        ends = [*(start for start, _ in spans[1:]), part.end]
        asked = [[*self._asked(words, part, *one)] for one in zip(spans, ends, strict=True)]
        all_own = (self._own(words, part, *one) for one in zip(spans, asked, strict=True))
        own = [made for made in all_own if made]
        yield from own
        measured = {made.entity for made in own}
        for made in chain.from_iterable(asked):
            (start, end), *_ = made.evidence
            inside = any(low <= start and end <= high for low, high in named)
            if made.entity not in measured and not inside:
                measured.add(made.entity)
                yield made

    def _own(
        self, words: Folded, part: Part, span: Span, objects: Collection[Statement] = ()
    ) -> Statement | None:
        """The measure for which a verb asks by itself: "ratify", and "sign" without objects."""
        low, high = (words.index(at - part.start) for at in span)
        measure = self.by_verb.get(verb := words.text[low:high])
        told = OTHERS.fullmatch(verb) and ASKED.match(words.text, high)
        other = told or (verb.startswith("sign") and objects)
        return _stated(part, "requestsMeasure", measure, span) if measure and not other else None

    def _asked(self, words: Folded, part: Part, span: Span, end: int) -> Iterator[Statement]:
        """The measures in the object of a verb, up to a place; where others are asked to do
        something, those of what they are to do."""
        low, high, until = (words.index(at - part.start) for at in (*span, end))
        verb = words.text[low:high]
        asked = ASKED.match(words.text, high, until) if OTHERS.fullmatch(verb) else None
        if asked and asked["verb"] in self.infinitives:
            verb, high = asked["verb"], asked.end()
            first, last = words.span(*asked.span("verb"))
            own = self._own(words, part, (part.start + first, part.start + last))
            yield from [own] if own else []
        if verb not in self.ending and self.by_verb.get(verb) != REVIEW:
            yield from self._object(words, part, high, until)
        yield from self._noun(words, part, span)

    def _noun(self, words: Folded, part: Part, verb: Span) -> Iterator[Statement]:
        """The measure that the noun names with which a verb ends: "carry out a study"."""
        low, high = (words.index(at - part.start) for at in verb)
        found = None if OBTAIN.match(words.text, low) else self.head.search(words.text, low, high)
        if found and found.start() > low and words.text[low:high] not in self.ending:
            first, last = words.span(*found.span())
            span = (part.start + first, part.start + last)
            yield _stated(part, "requestsMeasure", self.measures[found["measure"]], span)

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
        if modal := MODAL.search(text, 0, first):
            yield CONTEMPLATE, *modal.span("modal")
        if passive := BE.search(text, 0, first):
            done = FIRST_WORD.match(text, first)
            if done and done[0] in self.done:
                yield self.done[done[0]], passive.start(), done.end()
        asking = asking_verb(text, first)
        if asking and (base := asking[0].removesuffix("d").removesuffix("s")) in self.strengths:
            yield base, *asking.span()

    def _object(self, words: Folded, part: Part, low: int, high: int) -> Iterator[Statement]:
        """The measures at the heads of the object between two places of the folded text."""
        position = clause_or_object_start(words.text, low, high)
        whole = [found.span() for found in self.parted.finditer(words.text, position, high)]
        for start, end in _heads(words.text, position, high, whole):
            if found := self._named(words.text, start, end):
                first, last = words.span(*found[1])
                yield _stated(
                    part, "requestsMeasure", found[0], (part.start + first, part.start + last)
                )

    def _named(self, text: str, start: int, end: int) -> tuple[str, Span] | None:
        """The measure of a noun phrase of a folded text, with the place of its name: a gerund in
        front, or else the head, which may stand before what adds nothing or qualifies it."""
        if gerund := self.gerund.match(text, start, end):
            return self.by_gerund[gerund["verb"]], gerund.span("verb")
        ends = [end]
        if light := EXERTION.search(text, start, end):
            ends.append(light.start())
        ends += [found.start() for found in PARTICIPLE.finditer(text, start, end)]
        for until in ends:
            if found := self.head.search(text, start, until):
                return self.measures[found["measure"]], found.span()
        return None


def _heads(text: str, position: int, high: int, whole: list[Span]) -> Iterator[Span]:
    """The noun phrases of an object, without what qualifies them; their last words are heads.

    ``whole`` are the places of names that no preposition in them ends: "plan of action".
    """
    stops = OBJECT_END.finditer(text, position, high)
    inside = (s for s in stops if not any(low < s.start() < end for low, end in whole))
    stop = next(inside, None)
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
        yield from _heads(text, stop.end(), high, whole)


def _first_word(words: Folded, part: Part) -> tuple[int, int] | None:
    found = FIRST_WORD.search(words.text)
    if not found:
        return None
    low, high = words.span(*found.span())
    return part.start + low, part.start + high


def _stated(part: Part, relation: str, entity: str, span: tuple[int, int]) -> Statement:
    rule = rule_iri("strength" if relation == "strength" else "measure")
    return Statement(part, relation, entity, "", (span,), rule)
