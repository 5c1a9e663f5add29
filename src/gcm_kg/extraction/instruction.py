"""Tells those who are taught something from those who are told to do it: "instruct police in first
aid" asks nothing of them, nor does "recommends that unions be consulted"; and finds those who are
given a power.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import replace
from itertools import pairwise

from gcm_kg.extraction.cue_kinds import CueReading
from gcm_kg.extraction.cue_patterns import TO_DO
from gcm_kg.model.document import Document
from gcm_kg.model.iris import rule_iri
from gcm_kg.model.statements import Mention
from gcm_kg.text.phrases import is_asked, junction

CALLED_ON, INVOLVED = rule_iri("actor-called-on"), rule_iri("actor-involved")
# Begins “ and guards in the handling of boats”, not “ in border towns to stop”.
TAUGHT = re.compile(
    r"(?:(?!\bto\b|\bthat\b)[^.;:]){0,80}?\s(?:in|on|about|regarding)\s"
    r"(?:how\b|\w+ing\b|the\s+\w+(?:ing|tion|ment|se)\s+of\b|(?=[a-z])(?![^.;:]*\sto\s))"
)
"""Behind those who are instructed: what they are taught."""

# Begins “ should be consulted”, not “ be urged”.
UNDERGO = re.compile(
    r"\s+(?:(?:should|must|shall)\s+)?(?:also\s+)?be\s+(?:\w+ly\s+)?"
    r"(?!(?:encouraged|urged|invited|requested|asked|called|required|obliged|mandated|reminded|instructed"
    r"|tasked|allowed|enabled|empowered|prepared|committed|determined|interested|concerned)\b)"
    r"(?P<done>\w+(?:ed|en)|held|heard|made|set|kept|paid|put|brought|built|sent|told|taught|found)\b",
    re.I,
)
"""Behind an actor: what is to be done to it or with it."""
# Is “consulted”, not “established”.
INVOLVING = re.compile(r"consulted|involved|engaged|included|associated|trained|heard|taught", re.I)
# Is “, teachers and cooks”, not “ of cooks”.
LISTED_WITH = re.compile(
    r"(?:,\s+(?:the\s+)?[\w'’-]+(?:\s+(?!and\b)[\w'’-]+)?)*"
    r"(?:,?\s+(?:and|or)\s+(?:the\s+)?[\w'’-]+)?"
)
"""Behind those who are to do something: others who are, too."""
# Begins “ on torture to conduct a visit” and “ for a visit.”, not “ to send guards on a visit”.
GUEST = re.compile(
    r"(?:(?!\s(?:to|for)\b)[^.;:]){0,90}?"
    r"(?:\s+to\s+(?:\w+ly\s+)?(?:visit|come|return|attend(?!\s+to)|participate|take\s+part|(?:an?|the)\s+(?:[\w-]+\s+){0,2}?(?:dialogue|meeting|discussion|workshop|forum|session|conference|seminar|hearing)s?\b"
    r"|(?:make|pay|conduct|undertake|carry\s+out)\s+(?:(?!and\b)[\w’'-]+\s+){0,4}?(?:visits?|missions?)\b)"
    r"|\s+for\s+(?:an?\s+)?(?:[\w-]+\s+)?(?:visits?|missions?|talks|consultations?)\b"
    r"|(?:\s+as\s+soon\s+as\s+possible|\s+without\s+delay)?\s*[.;]?\s*\Z)"
)
"""Behind those who are invited: as guests, and not to do what is asked."""
REACH = 40
"""Code points before an actor in which the verb of giving may stand."""
# Begins “ a list of boats”, not “ who swim”.
RECEIVES = re.compile(
    r"\s+(?:an?|the|all|any|their|its|copies|data|information|lists?|reports?|home|back|away)\b",
    re.I,
)
"""Behind those who are sent something, or sent away: they are not sent to do anything."""

# Matches “grant the ”, not “grant visas to ”.
GIVE = re.compile(
    r"\b(?P<give>giv(?:e|ing)|grant(?:ing)?|accord(?:ing)?)\s+(?:(?:the|all|any|every|each)\s+)*\Z",
    re.I,
)
# Begins “ the power to search”, not “ the power of arrest”.
POWER = re.compile(
    r"\s+(?:the|an?)\s+(?:\w+\s+)?(?:rights?|powers?|authority|mandate|means|tools|competence)\s+to\s",
    re.I,
)
"""Behind those who are given it: they are to use it."""


def with_taught(
    document: Document, named: Iterable[Mention], roles: Mapping[Mention, list[CueReading]]
) -> dict[Mention, list[CueReading]]:
    """The roles of actors, where those who are instructed in something, or are given a power, are
    involved."""

    def is_role(mention: Mention, reading: CueReading) -> bool:
        if reading.meaning == CALLED_ON and UNDERGO.match(document.words, mention.end):
            return False
        cue = document.words[slice(*reading.evidence[0])].lower()
        if reading.meaning == INVOLVED and cue.endswith(" that"):
            listed = LISTED_WITH.match(document.words, mention.end, mention.part.end)
            end = listed.end() if listed else mention.end
            return TO_DO.match(document.words, end, mention.part.end) is not None
        sent = document.words[slice(*reading.evidence[0])].lower() in ("send", "sending")
        return not (sent and RECEIVES.match(document.words, mention.end, mention.part.end))

    def read(mention: Mention, reading: CueReading) -> CueReading:
        told = reading.meaning == CALLED_ON and document.words[slice(*reading.evidence[0])].lower()
        if told and told.startswith("invit") and _is_guest(document, mention):
            return replace(reading, meaning=INVOLVED)
        taught = told in ("instruct", "instructing") and TAUGHT.match(
            document.words, mention.end, mention.part.end
        )
        return replace(reading, meaning=INVOLVED) if taught else reading

    named = list(named)
    own = {m: [g] for m in named if (g := _empowered(document, m) or _undergoing(document, m))}
    for one, other in reversed([*pairwise(named)]):
        if one not in own and _undergoes_too(document, one, other):
            own |= {one: own[other]} if other in own else {}
    return own | {
        mention: [read(mention, one) for one in found if is_role(mention, one)]
        for mention, found in roles.items()
        if mention not in own
    }


def _is_guest(document: Document, mention: Mention) -> bool:
    """Whether a recommendation asks to have somebody come, who is not asked anything else by it."""
    asks = mention.part.kind == "Recommendation"
    return asks and GUEST.match(document.words, mention.end, mention.part.end) is not None


def _undergoing(document: Document, mention: Mention) -> CueReading | None:
    """The role of an actor who should be consulted, trained or the like."""
    found = UNDERGO.match(document.words, mention.end, mention.part.end)
    if mention.part.kind != "Recommendation" or not found or not INVOLVING.fullmatch(found["done"]):
        return None
    return CueReading(INVOLVED, (found.span(),))


def _undergoes_too(document: Document, one: Mention, other: Mention) -> bool:
    """Whether what is to be done to an actor is to be done to the one before it."""
    if one.part is not other.part or one.end >= other.start or other.entities == one.entities:
        return False
    between = document.words[one.end : other.start]
    return (
        bool(UNDERGO.match(document.words, other.end)) and junction(between, inside=False) == "and"
    )


def _empowered(document: Document, mention: Mention) -> CueReading | None:
    """The role of an actor who is to be given a power: "give inspectors the right to enter"."""
    if not POWER.match(document.words, mention.end, mention.part.end):
        return None
    low = max(mention.part.start, mention.start - REACH)
    given = GIVE.search(document.words, low, mention.start)
    if not given or not is_asked(document.words[mention.part.start : given.start()]):
        return None
    return CueReading(INVOLVED, (given.span("give"),))
