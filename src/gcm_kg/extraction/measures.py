"""Reads what a recommendation asks to be made, and by what it is to be done."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator
from itertools import chain

from gcm_kg.extraction.acting_verbs import bare, behind_with, first_word, longest_cue, modal_verb
from gcm_kg.extraction.informing import is_measure
from gcm_kg.extraction.means import Means
from gcm_kg.extraction.noun_requests import noun_phrase
from gcm_kg.extraction.object_heads import IN_LAW, head_ends, heads
from gcm_kg.extraction.objects_elsewhere import AND_THAT, ENFORCED, ENFORCEMENT, elsewhere, is_there
from gcm_kg.extraction.operative_verbs import OTHER_VERBS
from gcm_kg.extraction.passive_requests import NOBODY, PassiveRequests, should_be_there
from gcm_kg.extraction.strengths import Strengths
from gcm_kg.model.document import Document, Part
from gcm_kg.model.iris import rule_iri
from gcm_kg.model.statements import Statement
from gcm_kg.model.vocabulary import NEGATIVE, Vocabulary
from gcm_kg.rdf.namespaces import BASE, GCM, SKOS
from gcm_kg.text.alternatives import alternatives
from gcm_kg.text.folding import Folded, folded
from gcm_kg.text.recipients import clause_or_object_start
from gcm_kg.text.verb_forms import participle_in_ing

RULE = rule_iri("measure")
NAMED_BY_WORDS = ("Instrument", "IntergovernmentalOrganization", "NonGovernmentalOrganization")
"""Classes of things in whose names words ask for nothing."""
OF_PEOPLE = tuple(f"{BASE}measure/{name}" for name in ("review", "training"))
"""Measures whose verbs have those as objects who are taught, or what is only looked at."""
Span = tuple[int, int]
"""Start and end of a stretch of the source, in code points."""
# Matches “must not be tolerated”, not “must be banned”.
UNDONE = re.compile(r"\b(?:must|should|shall|may|can) (?:not|never) (?:\w+ly )?be\b|\bcannot be\b")
"""In a sentence that opens with no verb: something is to be left undone."""
# Begins “not make”, not “not only”.
NOT = re.compile(r"\W*(?:not|never) (?!(?:only|just|merely)\b)")
# Is “call upon”, not “call off”.
OTHERS = re.compile(
    r"(?:call|appeal|prevail)(?:ing)? (?:on|upon|to)"
    r"|(?:invit|urg|encourag|mandat|motivat|oblig|requir|advis)(?:e|ing)"
    r"|(?:ask|request|instruct|remind|exhort|press|counsel|persuad)(?:e|ing)?|compel(?:ling)?|task"
)
"""Verbs by which somebody else is asked for what follows "to"."""
# Begins “ donors to increase” and “ donors not to cut”, not “ support”.
ASKED = re.compile(
    r" (?:(?!(?:to|assistance|support|help|aid|efforts|measures|steps)\b)[\w'’-]+,? ){1,14}?"
    r"(?P<denied>not )?to (?:also )?(?:\w+ly )?(?P<verb>[a-z-]+)\b"
)
# Begins “seek support” and “further support”, not “raise funds”.
OBTAIN = re.compile(r"(?:seek|request|ask|further|fully|\w+ly|continue)\b")
"""Verbs behind which somebody else's help stands, or none: what they end with is not made."""
# Begins “ whether ”, not “ that ”.
WHETHER = re.compile(r" (?:whether|if|how) ")
# Begins “offices could lend”, not “rules could be drafted”.
ABLE = re.compile(r"(?:[\w'’-]+,? ){1,12}?(?:can|could|may|might|would) (?!be )")
"""Behind "whether": its subject is not made, but may do something."""
# Begins “nobody gets”, not “none”.
NOT_ANYBODY = re.compile(r"(?:no|nobody|no one|none of|neither|never) ")
# Begins “all women can have access”, not “women have to”.
OBTAINED = re.compile(
    r"(?:(?!(?:not|never|no|nobody|none)\b)[\w'’-]+,? ){1,16}?"
    r"(?:(?:can|may|will|should|also|fully|effectively) ){0,2}"
    r"(?:receives?|enjoys?|obtains?|gets?|ha(?:s|ve)(?! (?:been|to|not|no|had|yet)\b)"
    r"|(?:is|are|be) (?:given|granted|offered|afforded|provided with)) (?=\w)"
)
"""Behind "ensure that": what somebody is to have."""
# Is “work with”, not “share”.
WITH_OTHERS = re.compile(r"involve|consult|engage|inform|notify|[a-z ]+ with")
"""Verbs whose object are those who take part: what they are called asks for nothing."""


class Measures:
    """Reads measures with the labels of a vocabulary, which it prepares once."""

    def __init__(self, vocabulary: Vocabulary) -> None:
        others = (
            folded(label)
            for measure in vocabulary.of_kind("Measure")
            for label in vocabulary.get(measure, NEGATIVE)
        )
        self.measures = dict.fromkeys(others, "") | vocabulary.by_label("Measure")
        self.strengths = Strengths(vocabulary)
        # Is the end of a noun phrase.
        self.head = re.compile(rf"\b(?P<measure>{alternatives(self.measures)})\Z")
        self.ending = {folded(verb) for verb in vocabulary.get(RULE, SKOS + "hiddenLabel")}
        self.by_verb = {
            folded(cue.removesuffix("…")): measure
            for measure in vocabulary.of_kind("Measure")
            for cue in vocabulary.get(measure, GCM + "imperativeCue")
        }
        actions = vocabulary.by_label("Action")
        self.infinitives = {label.split(" ")[0] for label in actions} | OTHER_VERBS | {"write"}
        self.by_gerund = {participle_in_ing(verb): self.by_verb[verb] for verb in self.by_verb}
        known = [verb for verb in (*self.by_verb, *actions) if "…" not in verb]
        self.means, self.passives = Means(known), PassiveRequests(known)
        # Begins “ratifying the Convention”, not “ratification”.
        self.gerund = re.compile(
            rf"\s*(?:(?!early\b)\w+ly )?(?P<verb>{alternatives(self.by_gerund)})\b"
        )
        # Matches “plan of action”, not “plan of the ministry”.
        self.parted = re.compile(alternatives([name for name in self.measures if " of " in name]))

    def read(
        self, document: Document, part: Part, verbs: list[tuple[int, int]], names: Iterable[Span]
    ) -> Iterator[Statement]:
        """The statements about one recommendation, given the places of its operative verbs and of
        proper names in it: what stands in one is there already."""
        words = document.folding_of(part)
        if not (first := first_word(words, part)):
            return
        yield self.strengths.read(words, part, verbs[0] if verbs else first)
        if (
            NOBODY.match(words.text)
            or NOT.match(words.text)
            or (not verbs and UNDONE.search(words.text))
        ):
            return
        spans, named = verbs or [first], list(names)
        ends = [*(start for start, _ in spans[1:]), part.end]
        acting = verbs or [
            modal_verb(words, part) or noun_phrase(words, part, self.infinitives) or first
        ]
        asked = [[*self._asked(words, part, *one)] for one in zip(acting, ends, strict=True)]
        all_own = (self._own(words, part, *one) for one in zip(spans, asked, strict=True))
        own = [made for made in all_own if made]
        yield from own
        measured = {made.entity for made in own}
        done = self._done(words, part, spans[0])
        for made in (*chain.from_iterable(asked), *done, *self._means(words, part)):
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
        verb = bare(words.text[low:high])
        noun = self.measures.get(verb) if verb.endswith("ation") else None
        measure = longest_cue(self.by_verb, verb, words.text, low) or noun
        if not measure and ENFORCED.match(words.text, low):
            measure = ENFORCEMENT
        told = OTHERS.fullmatch(verb) and ASKED.match(words.text, high)
        other = told or (verb.startswith("sign") and objects)
        if not measure or other or not is_measure(measure, verb, words.text, high):
            return None
        return _stated(part, measure, span)

    def _asked(self, words: Folded, part: Part, span: Span, end: int) -> Iterator[Statement]:
        """The measures in the object of a verb, up to a place; where others are asked to do
        something, those of what they are to do."""
        low, high, until = (words.index(at - part.start) for at in (*span, end))
        verb = bare(words.text[low:high])
        asked = ASKED.match(words.text, high, until) if OTHERS.fullmatch(verb) else None
        if asked and asked["denied"]:
            return
        told = asked and asked["verb"] in self.infinitives
        verb_at = asked.start("verb") if asked and told else low
        if asked and told:
            verb, high = asked["verb"], asked.end()
            first, last = words.span(*asked.span("verb"))
            own = self._own(words, part, (part.start + first, part.start + last))
            yield from [own] if own else []
        if not (verb in self.ending or WITH_OTHERS.fullmatch(verb)) and (
            self.by_verb.get(verb) not in OF_PEOPLE
        ):
            yield from self._object(words, part, behind_with(words.text, verb, high), until)
        for position in elsewhere(words.text, verb_at, until):
            yield from self._heads(words, part, position, until)
        yield from self._noun(words, part, low, words.index(span[1] - part.start))

    def _done(self, words: Folded, part: Part, first: Span) -> Iterator[Statement]:
        """The measures that should be taken: "shelters should be opened"."""
        for made in self.passives.taken(words.text, words.index(first[0] - part.start)):
            measure = self.by_verb.get(made.verb)
            before = f" {words.text[slice(*made.subject)]}"
            if measure and is_measure(measure, made.verb, before, 0):
                low, high = words.span(*made.done)
                yield _stated(part, measure, (part.start + low, part.start + high))
            if made.verb not in self.ending and measure not in OF_PEOPLE:
                yield from self._heads(words, part, *made.subject)
        if there := should_be_there(words.text):
            yield from self._heads(words, part, *there)

    def _means(self, words: Folded, part: Part) -> Iterator[Statement]:
        """The measures by which something is to be done: "by training midwives"."""
        for verb, low, high, end in self.means.gerunds(words.text):
            if measure := self.by_verb.get(verb):
                first, last = words.span(low, high)
                span = (part.start + first, part.start + last)
                yield _stated(part, measure, span)
            elif verb not in self.ending:
                yield from self._noun(words, part, low, high)
                yield from self._object(words, part, high, end)
        for position in self.means.nouns(words.text):
            yield from self._object(words, part, position, len(words.text))

    def _noun(self, words: Folded, part: Part, low: int, high: int) -> Iterator[Statement]:
        """The measure that the noun names with which a verb ends: "carry out a study"."""
        found = None if OBTAIN.match(words.text, low) else self.head.search(words.text, low, high)
        if found and found.start() > low and bare(words.text[low:high]) not in self.ending:
            first, last = words.span(*found.span())
            span = (part.start + first, part.start + last)
            if measure := self.measures[found["measure"]]:
                yield _stated(part, measure, span)

    def _object(self, words: Folded, part: Part, low: int, high: int) -> Iterator[Statement]:
        """The measures at the heads of the object between two places of the folded text."""
        position = clause_or_object_start(words.text, low, high)
        if WHETHER.match(words.text, low) and ABLE.match(words.text, position, high):
            return
        that = words.text[low:position] == " that "
        if that and NOT_ANYBODY.match(words.text, position):
            return
        given = OBTAINED.match(words.text, position, high) if that else None
        position = given.end() if given else position
        yield from self._heads(words, part, position, high)
        for further in AND_THAT.finditer(words.text, position, high) if that else ():
            if not NOT_ANYBODY.match(words.text, further.end()):
                yield from self._heads(words, part, further.end(), high)

    def _heads(self, words: Folded, part: Part, position: int, high: int) -> Iterator[Statement]:
        """The measures at the heads of the noun phrases between two places of the folded text."""
        whole = [found.span() for found in self.parted.finditer(words.text, position, high)]
        for at, end in heads(words.text, position, high, whole):
            if (found := self._named(words.text, at, end)) and not is_there(found[0], words, at):
                first, last = words.span(*found[1])
                yield _stated(part, found[0], (part.start + first, part.start + last))

    def _named(self, text: str, start: int, end: int) -> tuple[str, Span] | None:
        """The measure of a noun phrase of a folded text, with the place of its name: a gerund in
        front, or else the head, which may stand before what adds nothing or qualifies it."""
        if gerund := self.gerund.match(text, start, end):
            return self.by_gerund[gerund["verb"]], gerund.span("verb")
        for until in head_ends(text, start, end):
            found = self.head.search(text, start, until)
            if found and not IN_LAW.match(text, found.start()):
                measure = self.measures[found["measure"]]
                return (measure, found.span()) if measure else None
        return None


def _stated(part: Part, measure: str, span: tuple[int, int]) -> Statement:
    return Statement(part, "requestsMeasure", measure, "", (span,), RULE)
