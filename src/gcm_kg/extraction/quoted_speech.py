"""Finds who is named behind what was said: “"…", said the representative of Ghana”."""

from __future__ import annotations

import re
from collections.abc import Iterator

from gcm_kg.extraction.persons_of_bodies import PERSON
from gcm_kg.extraction.reporting_phrases import SAID
from gcm_kg.extraction.reporting_verbs import ReportingVerbs
from gcm_kg.extraction.speaking_bodies import Body
from gcm_kg.text.alternatives import alternatives
from gcm_kg.text.lazy_patterns import LazyPattern

# Is “ the representative of the ”, not “ in the statement of ”.
FOR_BODY = re.compile(
    rf" (?:(?:the|an?|one|another) )?(?:(?:[\w-]+ )?{PERSON} (?:of|from|for|at) (?:the )?)?"
)
# Is “ joy ofori, director at the ”, not “ in closing, ”.
NAMED_OF = re.compile(
    r" (?!(?:in|at|on|by|to|that|with|during|before|after|and)\b)[^,;:()]{2,60}(?: \([^()]*\))?, "
    r"(?:(?:[\w'-]+ ){0,4}(?:of|from|for|at|with) )?(?:the )?"
)
# Is “ ms. mensah (”, not “ fees (”.
IN_BRACKETS = re.compile(
    r" (?:(?:mr|mrs|ms|dr|prof|sir|lady|h\.e\.)\.? [^,;:()]{2,60}|(?:the )?representative) \("
)
# Begins “.”, “ in closing” and “)”, not “ boats”.
CLOSES = re.compile(r"\)?(?: \([^()]*\))?(?:[,.;:]|\Z| (?:in|at|on|during|when|while|as|and|to)\b)")
# Begins “ executive secretary rola dashti.”, not “ executives were late.”.
TITLE_AND_NAME = re.compile(
    r"(?: (?!(?:is|was|are|were|has|had|to|of|for)\b)[\w'-]+){2,6}(?:[.,;]|\Z)"
)
PLAIN = f"{SAID}|says|noted|stressed|recalled"
"""Verbs that may stand behind what is said without being quoted."""
NEEDED = ('" ', "' ", '", ', *(f", {verb} " for verb in PLAIN.split("|")))
"""Of these one stands wherever somebody is named behind what is said."""


class QuotedSpeech:
    """The pattern of a verb of saying behind what was said, made from a vocabulary, of folded text.

    Its groups are ``verb``, ``quoted``, and, where a group speaks, ``head`` and ``count``.
    """

    def __init__(self, verbs: ReportingVerbs) -> None:
        head, count = alternatives(verbs.holders), alternatives(verbs.supports)
        said = alternatives(["says", *(form for form in verbs.past if " " not in form)])
        self.pattern = LazyPattern(
            rf"(?P<verb>(?:(?<=[,.!?]\" )|(?<=[,.!?]' )|(?<=\", ))(?:{said})|(?<=, )(?:{PLAIN}))"
            rf"(?= (?:(?P<count>{count}) )?(?:(?:the|another|other) )?(?:[\w'-]+ )??"
            rf"(?P<head>{head})[,.;]|(?= ))"
        )

    def find(
        self, text: str, bodies: list[Body]
    ) -> Iterator[tuple[re.Match[str], int, tuple[str, ...]]]:
        """Each match, with where the words that name the speaker end, and the body, if it is one.

        Where a sentence does not begin with what is quoted, it has to be known who speaks.
        """
        if not any(sign in text for sign in NEEDED):
            return
        for match in self.pattern.finditer(text):
            opens, parted = text[:1] in "\"'", text[match.start() - 3 : match.start()]
            if parted == '", ' and not opens:
                continue
            end, holders = _body(text, match.end(), bodies)
            if match["head"]:
                yield match, match.end("head"), ()
            elif holders or (opens and not {*"\"'"}.isdisjoint(parted)):
                yield match, end, holders


def _body(text: str, start: int, bodies: list[Body]) -> tuple[int, tuple[str, ...]]:
    """Where a body ends that words behind a verb name, or whose person they do, and its IRI."""
    for pattern in (FOR_BODY, NAMED_OF, IN_BRACKETS):
        for first, end, body in bodies:
            closed = CLOSES.match(text, end) or (
                text[start:first] in (" ", " the ") and TITLE_AND_NAME.match(text, end)
            )
            if closed and pattern.fullmatch(text, start, first):
                return end, (body,)
    return start, ()
