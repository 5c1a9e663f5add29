"""Finds what should be done to something, and to what: "shelters should be opened".

Such a clause may be the whole of a recommendation, or stand behind one that opens with a verb:
"ratify the Convention, and shelters should be opened".
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from gcm_kg.extraction.openings import LEAD
from gcm_kg.text.phrases import VERBS
from gcm_kg.text.verb_forms import past_participle

Span = tuple[int, int]
MODAL = r"(?:should|must|shall|ought to|needs? to)"
# Matches “ should be opened”, not “ should open”.
DONE = re.compile(
    rf"(?: {MODAL} (?:also |further |then |\w+ly )?|(?P<bare>) )be (?:\w+ly )?"
    r"(?P<done>[\w-]+(?: [\w-]+){0,2})"
)
# Matches “opened, and that ”, not “women who ”.
BEGINNING = re.compile(
    r"(?P<clause>[;:] (?:and )?|[,.] and (?:that )?| and that |[.] )"
    rf"|\b(?:that|whereby) (?!(?:{VERBS})\b)"
)
"""In front of the subject of a clause."""
# Begins “nobody who”, not “no later than”.
NOBODY = re.compile(
    r"\W*(?:nobody|no one|none|neither|never|nothing|no(?! (?:later|less|fewer|more)\b))\b"
)
# Begins “where it is lawful, the ”, not “training”.
ADVERBIAL = re.compile(
    r"\W*(?:if|where|when|unless|although|while|as|in|to|for|by|with|at|on|before|after|since|because|so)\b"
)


# Matches “noting that ”, not “recommends that ”.
ONLY_SAID = re.compile(
    r"\b(?:recall|not|recogni[sz]|acknowledg|consider|believ|agree|argu)(?:e|es|ed|s|ing) that \Z"
    r"|\b(?:in mind|aware|conscious|convinced) that \Z"
)
# Matches “can” and “will soon”, not “plans”.
POSSIBLE = re.compile(
    rf"\b(?:{VERBS}|to|not|cannot)(?: (?:\w+ly|soon|also|then|not|only|never))?\Z"
)
"""In front of "be": nothing is asked to be done."""


# Begins “legal aid should be available”, not “nobody should be free”.
THERE = re.compile(
    r"(?P<subject>(?:(?!(?:no|nobody|none|nothing|never|not|that|which|who)\b)"
    rf"(?!(?:{VERBS})\b)[\w'’-]+ ){{1,8}}?)"
    rf"{MODAL} (?:also |\w+ly )?(?:start|begin|exist"
    r"|be (?:\w+ly )?(?:available|accessible|free|open|in place|on hand|there|within reach"
    r"|at hand))\b"
)
"""What should begin or be there."""


# Matches “ensure that all cooks are trained”, not “ensure that cooks who are trained”.
ENSURED = re.compile(
    r"\b(?:ensur(?:e|ing)|guarantee(?:ing)?|mak(?:e|ing) (?:sure|certain)|see(?:ing)? to it) that "
    r"(?P<subject>(?!(?:no|nobody|none|neither|not)\b)"
    r"(?:(?!\b(?:who|which|that|whose|where|when|if)\b)[^.;:,]){1,120}?) (?:is|are|be) "
    r"(?:\w+ly |also )?(?P<done>[\w-]+(?: [\w-]+){0,2})"
)
"""What is to be ensured that it is done to somebody or something."""


class Request(NamedTuple):
    """A verb in its basic form, the places of its participle and of its subject, and whether its
    clause stands behind another one of the same rank."""

    verb: str
    done: Span
    subject: Span
    joined: bool


class PassiveRequests:
    """Finds such clauses in folded text, knowing some verbs in their basic form."""

    def __init__(self, verbs: Iterable[str]) -> None:
        self.verbs = {past_participle(verb): verb for verb in verbs}

    def read(self, text: str, first: int) -> Iterator[Request]:
        """The clauses in their order, given where the first operative verb begins; none of which
        somebody says that nobody is to do it."""
        reached = 0
        for found in DONE.finditer(text):
            if not (participle := self._participle(found["done"])):
                continue
            *_, begin = (None, *BEGINNING.finditer(text, reached, found.start()))
            start, low = _subject_start(text, begin), found.start("done")
            subject, done = (start, found.start()), (low, low + len(participle))
            reached = done[1]
            if done[0] < first or (begin is None and done[0] > first):
                continue
            if _is_asked(text, subject, bare=found["bare"] is not None):
                joined = begin is not None and begin["clause"] is not None
                yield Request(self.verbs[participle], done, subject, joined)

    def taken(self, text: str, first: int) -> Iterator[Request]:
        """The same clauses, and those in which it is to be ensured that something is done."""
        yield from self.read(text, first)
        for found in ENSURED.finditer(text):
            if participle := self._participle(found["done"]):
                low = found.start("done")
                done = (low, low + len(participle))
                yield Request(self.verbs[participle], done, found.span("subject"), joined=False)

    def _participle(self, words: str) -> str:
        """The longest participle that is known and with which some words begin, if any."""
        while words and words not in self.verbs:
            words = words.rpartition(" ")[0]
        return words


def should_be_there(text: str) -> Span | None:
    """The place of what a recommendation asks to begin or to be there, with which it begins."""
    lead = LEAD.match(text)
    start = lead.end() if lead else 0
    found = None if ADVERBIAL.match(text, start) else THERE.match(text, start)
    return found.span("subject") if found else None


def _subject_start(text: str, begin: re.Match[str] | None) -> int:
    """Where the subject of a passive verb begins: behind what begins its clause, if anything."""
    lead = begin or LEAD.match(text)
    return lead.end() if lead else 0


def _is_asked(text: str, subject: Span, *, bare: bool) -> bool:
    """Whether what should be done to a subject is asked for, and neither denied nor only said.
    Before a ``bare`` "be" no verb may stand that makes something else of it."""
    start, end = subject
    if ONLY_SAID.search(text, 0, start) or (bare and POSSIBLE.search(text, start, end)):
        return False
    return not NOBODY.match(text, start) and not ADVERBIAL.match(text, start)
