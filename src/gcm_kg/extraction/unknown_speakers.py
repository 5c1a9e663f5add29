"""Finds the reporting clauses whose subject is no known holder: “European leaders reiterated that”.

Such a subject may be anything, so that its verb has to tell that something was said.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from gcm_kg.extraction.reporting_phrases import (
    ADVERB,
    ASIDE,
    BIT,
    FRONTED,
    LIGHT,
    NO_VERB,
    NOT_DONE,
    OF_WEIGHT,
    PERSON_NAMED,
    SAID,
    URGES,
)
from gcm_kg.extraction.reporting_verbs import ReportingVerbs
from gcm_kg.text.alternatives import alternatives
from gcm_kg.text.lazy_patterns import LazyPattern

OUTSPOKEN = ("call-for", "express-concern", "deny", "stress")
"""Acts whose verbs tell, whoever the subject may be, that something was said."""
BODY = (
    r"(?:committee|subcommittee|assembly|council|conference|board|rapporteur|independent expert|"
    r"commission|working group|forum|congress)"
)
"""What may speak, though which is meant is not known."""
IN_SPEECH = (
    r"(?: (?:today|yesterday|here|again|this (?:morning|afternoon)))?"
    r"(?: in (?:his|her|its|their) (?:\w+ ){0,2}?"
    r"(?:remarks|speech|statement|address|intervention))?"
)
"""What may stand between a verb and "that"."""
# Matches “many delegates and ”, not “the delegates’ boats and ”.
KNOWN_AND = re.compile(r"(?:\A|, )(?:[\w-]+ ){0,3}?(?P<known>[\w-]+) (?:and|as well as) [^,]*\Z")
"""In a subject: those who are known with others who are not."""
JOINTS = (", while ", ", whereas ", ", but ", ", and ", "; ")


class UnknownSpeakers:
    """The patterns of such clauses at the beginning of a sentence, of folded text. Their groups are
    those of ``ReportingVerbs``."""

    def __init__(self, verbs: ReportingVerbs) -> None:
        noun, count = alternatives(verbs.nouns), alternatives(verbs.supports)
        past, forms = alternatives(verbs.past), {**verbs.past, **verbs.third}
        strong = [f for f, act in verbs.past.items() if act.rpartition("/")[2] in OUTSPOKEN]
        that = alternatives([form for form in forms if form.endswith(" that")])
        told = rf"{that}|(?:{alternatives(forms)})(?={IN_SPEECH} that\b)"
        told = rf"{told}|(?:{past})(?= (?:how|why|what)\b)"
        spoken = rf"{LIGHT}{BIT} {noun}\b|{told}|{OF_WEIGHT}|{URGES}"
        self.subject = LazyPattern(
            rf"\A{FRONTED}(?:(?P<count>{count}) )?"
            rf"{NO_VERB}[\w'-]+(?: {NO_VERB}[\w'-]+){{0,13}}?{ASIDE},? "
            r"(?:(?:did|do|does|had|have) (?:not )?)?"
            rf"(?P<verb>{spoken}|{alternatives(strong)}\b{NOT_DONE})\b"
        )
        self.person = LazyPattern(
            rf"\A{FRONTED}{PERSON_NAMED} (?:{ADVERB} )?"
            rf"(?P<verb>{spoken}|{alternatives(verbs.acts)}\b{NOT_DONE})\b"
        )
        self.aside = LazyPattern(rf", {PERSON_NAMED} (?P<verb>{SAID}|stated|noted|stressed)(?=,)")
        self.relative = LazyPattern(
            rf", (?:who|which) (?:{ADVERB} )?"
            rf"(?P<verb>{spoken}|said|{alternatives(strong)}\b{NOT_DONE})\b"
        )
        self.body = LazyPattern(
            rf"\A{FRONTED}(?:the |its |an? )?(?:{NO_VERB}[\w'-]+ ){{0,3}}?{BODY}"
            rf"(?: (?:of|on|for|against) [^,;:.]{{1,80}}?)?? (?:{ADVERB} )?"
            rf"(?P<verb>{verbs.adjectives.pattern}|{alternatives(verbs.acts)})\b{NOT_DONE}"
        )
        self.joined = LazyPattern(
            r"(?:[,;] (?:while|whereas|but|and)|;) "
            r"(?P<subject>(?:the|an?|some|other|another|its|their|both) "
            rf"(?:{NO_VERB}[\w'-]+ ){{1,7}}?)"
            rf"(?P<verb>{spoken}|{alternatives(strong)}\b{NOT_DONE})\b"
        )

    def joined_to(self, text: str, start: int) -> Iterator[re.Match[str]]:
        """The beginnings of clauses, behind a place, in which somebody else says something:
        "…, while the union replied that"."""
        if any(joint in text for joint in JOINTS):
            yield from self.joined.finditer(text, start)

    def match(self, text: str) -> re.Match[str] | None:
        """The beginning of a sentence in which somebody unknown says something, up to the verb."""
        patterns = (self.subject, self.person, self.body)
        found = next(filter(None, (pattern.match(text) for pattern in patterns)), None)
        return found or (self.aside.search(text) if ", m" in text or ", dr" in text else None)
