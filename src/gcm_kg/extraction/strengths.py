"""Reads how strongly a recommendation asks for what it asks."""

from __future__ import annotations

import re
from collections.abc import Iterator

from gcm_kg.extraction.openings import OPENING
from gcm_kg.extraction.reported_requests import asking_verb
from gcm_kg.model.document import Part
from gcm_kg.model.iris import rule_iri
from gcm_kg.model.statements import Statement
from gcm_kg.model.vocabulary import Vocabulary
from gcm_kg.rdf.namespaces import BASE
from gcm_kg.text.alternatives import alternatives
from gcm_kg.text.folding import Folded
from gcm_kg.text.verb_forms import past_participle

ACT = f"{BASE}strength/act"
CONTEMPLATE = "contemplate"
# Matches “States may wish to ”, not “States should ”.
MODAL = re.compile(
    r"\b(?P<modal>(?:may|might)(?: (?:wish|want|like) to)?|could)"
    r"(?: (?:also|further|therefore|usefully))? \Z"
)
"""Before the verb of what is only held out."""
# Matches “ways should be ”, not “to be”.
BE = re.compile(r"\b(?:should|could|must|shall|ought to|needs? to|may|might) (?:also )?be \Z")
# Begins “ every complaint about”, not “ ways of doing so”.
CASES = re.compile(
    r" (?:(?:all|every|each|any|the|these|such|those|alleged|reported) )*"
    r"(?:claims?|allegations?|complaints?|deaths?|cases|incidents?|abuses?|crimes?|violations?|killings?|reports)"
    r" (?:of|that|about|in|by|against|made)\b"
)
"""Behind a verb of finding out: what is looked into is a case, and no possibility."""
# Begins “ States to join”, not “ and full access”.
TO_DO = re.compile(r" (?!and\b|or\b)(?:[\w’'-]+,? ){1,12}?to\b")
"""Behind a verb that is an adjective, too, “prompt”: who is to do what."""
# Matches “ratify”, not “–”.
FIRST_WORD = re.compile(r"\w+")


class Strengths:
    """Reads strengths with the labels of a vocabulary, which it prepares once."""

    def __init__(self, vocabulary: Vocabulary) -> None:
        self.strengths = vocabulary.by_label("Strength")
        self.done = {past_participle(verb): verb for verb in self.strengths if " " not in verb}
        self.opening = re.compile(rf"(?:{alternatives(self.strengths)})\b")

    def read(self, words: Folded, part: Part, verb: tuple[int, int]) -> Statement:
        """The strength of a recommendation, given the place of its first operative verb."""
        first = words.index(verb[0] - part.start)
        weaker = next(self._weaker(words.text, first), None)
        if not weaker:
            return Statement(part, "strength", ACT, "", (verb,), rule_iri("strength"))
        low, high = words.span(*weaker[1:])
        span = (part.start + low, part.start + high)
        strength = self.strengths[weaker[0]]
        return Statement(part, "strength", strength, "", (span,), rule_iri("strength"))

    def _weaker(self, text: str, first: int) -> Iterator[tuple[str, int, int]]:
        """Labels that ask for less than doing, with their places: where the text opens, at its
        first operative verb, and of who asks for it: “encourages States to …”."""
        opening = OPENING.match(text)
        for position in (opening.end() if opening else 0, first):
            found = self.opening.match(text, position)
            if found and not CASES.match(text, found.end()) and _moves(text, found):
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


def _moves(text: str, found: re.Match[str]) -> bool:
    """Whether a label is a verb where it may be an adjective: "prompt investigations"."""
    return found[0] != "prompt" or TO_DO.match(text, found.end()) is not None
