"""Reads that somebody is to get something, or to be able to do it: what they get is furthered."""

from __future__ import annotations

import re

from gcm_kg.extraction.cue_kinds import CueReading
from gcm_kg.extraction.polarity_contexts import PROMOTE, REACH
from gcm_kg.model.document import Document
from gcm_kg.model.statements import Mention
from gcm_kg.text.phrases import is_asked

# Matches “ensure that all arrivals ”, not “ensure that ”.
ENSURED = re.compile(
    r"\b(?:ensur(?:e|es|ing)|guarantee(?:s|ing)?|mak(?:e|es|ing)\s+(?:sure|certain)|see(?:s|ing)?\s+to\s+it)\s+"
    r"that\s+(?:(?!not\b|never\b|no\b|nobody\b|none\b)[\w'’-]+,?\s+){1,12}\Z",
    re.IGNORECASE,
)
# Matches “allow domestic workers to ”, not “allow for visits to ”.
ENABLED = re.compile(
    r"\b(?P<easy>mak(?:e|ing)\s+it\s+(?:easier|possible|simpler|safe|safer|cheaper|easy)"
    r"(?:\s+for\s+(?:(?!to\b|not\b)[\w’'-]+,?\s+){1,12}?)?\s*)to\s+(?:be\s+)?\Z"
    r"|\b(?P<enable>(?:allow|enabl|permit|entitl|empower|help|authori[sz])(?:e|es|s|ing|ting)?)\s+"
    r"(?!for\b|of\b|in\b)(?:(?!to\b|not\b|no\b|nobody\b|and\b|or\b)[\w’'-]+,?\s+){1,8}to\s+\Z"
    r"|\b(?P<give>(?:giv|grant|offer|accord|afford)(?:e|es|s|ing)?)\s+"
    r"(?:(?!to\b|not\b|no\b|nobody\b|for\b|of\b)[\w’'-]+,?\s+){1,8}?"
    r"(?:the|an?)\s+(?:\w+\s+)?(?:right|power|chance|opportunity|option|means|possibility|freedom|choice)\s+"
    r"to\s+\Z",
    re.IGNORECASE,
)
"""In front of a theme that is named by what somebody does."""
# Begins “receive information” and “have access”, not “reception”.
GETS = re.compile(r"(?:receiv|obtain|hav|enjoy|get|know|understand|access|benefit)(?:e|ing)?\b")
"""How a theme begins that somebody is to get or have."""
# Matches “let children ”, not “let no child ”.
LET = re.compile(
    r"\b(?P<let>let|letting)\s+"
    r"(?:(?!no\b|nobody\b|not\b|go\b|alone\b|and\b|or\b)[\w’'-]+,?\s+){0,7}"
    r"(?!(?:no|nobody|not|go|alone|any|an?|the|on|in|to|of|for|with|their|his|her|its|your|and|or)\b)"
    r"[\w’'-]+\s+\Z",
    re.IGNORECASE,
)
# Matches “let children of cooks sit ”, not “let children of cooks ”.
LET_DO = re.compile(
    r"\b(?P<let>let|letting)\s+"
    r"(?:(?!no\b|nobody\b|not\b|go\b|alone\b|and\b|or\b)[\w’'-]+,?\s+){1,8}?"
    r"(?:sit|take|use|get|have|receive|enter|join|attend|open|keep|choose|see)\s+"
    r"(?:(?:the|an?|their|own|any|all)\s+){0,2}\Z",
    re.IGNORECASE,
)
# Matches “cooks can ”, not “cooks cannot ”.
ABLE = re.compile(r"\b(?:can|may|able\s+to)\s+(?:\w+ly\s+)?\Z", re.IGNORECASE)
# Begins “attend school”, not “schools”.
DOES = re.compile(
    r"(?:work|stay|remain|return|attend|go|form|join|marry|study|learn|rent|open|send|move|travel|leave|vote"
    r"|see|sleep|live|register|claim|seek|apply|appeal|complain|organi[sz]e|speak|keep|choose|decide)\b",
    re.IGNORECASE,
)
"""How a theme begins that is what people do whom somebody lets."""
# Matches “women should be able to ”, not “women are able to ”.
SHOULD = re.compile(
    r"\b(?P<should>(?:should|must|shall)\s+(?:(?:all|also|still|always|\w+ly)\s+)*"
    r"(?P<able>be\s+(?:\w+ly\s+)?(?:able|allowed|free|entitled|permitted|enabled|authori[sz]ed)\s+to\s+)?)\Z",
    re.IGNORECASE,
)
# Matches “that no ferry ”, not “ferries ”.
NOBODY = re.compile(
    r"(?:\A\W*|[.;:]\s+|\bthat\s+|\band\s+)(?:nobody|no\s+one|none|neither"
    r"|no(?!\s+(?:later|less|fewer|more|longer|doubt)\b))\b[^.;:,]*\Z",
    re.IGNORECASE,
)
"""In front of what is to be done: nobody is to do it."""

# Matches “Towns urgently need more ”, not “those who need ” nor “the special needs ”.
NEEDED = re.compile(
    r"(?<!\bwho )(?<!\bthat )(?<!\bwhich )(?<!\bin )(?<!\bthe )(?<!\btheir )(?<!\bof )(?<!\bno )"
    r"(?<!\bspecial )(?<!\bany )(?<!\bwhat )(?<!\bmay )\b(?P<need>needs?|requires?)\s+"
    r"(?:(?:more|better|enough|\w+ly|\w+able|\w+al|the|an?|their|own|safe|fair|good|proper|equal)\s+)"
    r"{0,3}\Z",
    re.IGNORECASE,
)
"""In front of a theme: those who are named are to get it."""


def entitled(document: Document, mention: Mention) -> CueReading | None:
    """The reading of a theme that is what somebody is to get, or to be able to do."""
    return (
        _ensured(document, mention)
        or _enabled(document, mention)
        or (_let(document, mention) if mention.part.kind == "Recommendation" else None)
    )


def _let(document: Document, mention: Mention) -> CueReading | None:
    """The reading of a theme that people should be let do, or should do: "let girls go to school",
    "girls should be able to go to school"."""
    low = max(mention.part.start, mention.start - REACH)
    if NOBODY.search(document.words[mention.part.start : mention.start]):
        return None
    does = DOES.match(document.words, mention.start, mention.end)
    if let := (LET if does else LET_DO).search(document.words, low, mention.start):
        asked = is_asked(document.words[mention.part.start : let.start()])
        return CueReading(PROMOTE, (let.span("let"),)) if asked else None
    if need := NEEDED.search(document.words, low, mention.start):
        asked = is_asked(document.words[mention.part.start : need.start()])
        return CueReading(PROMOTE, (need.span("need"),)) if asked else None
    should = SHOULD.search(document.words, low, mention.start)
    if should and (should["able"] or GETS.match(document.words, mention.start, mention.end)):
        return CueReading(PROMOTE, (should.span("should"),))
    return None


def _ensured(document: Document, mention: Mention) -> CueReading | None:
    """The reading of a theme whose own verb says what is to be ensured that somebody gets."""
    low = max(mention.part.start, mention.start - 2 * REACH)
    able = ABLE.search(document.words, low, mention.start)
    if not able and not GETS.match(document.words, mention.start, mention.end):
        return None
    asked = ENSURED.search(document.words, low, mention.start)
    if not asked or not is_asked(document.words[mention.part.start : asked.start()]):
        return None
    return CueReading(PROMOTE, (asked.span(),))


def _enabled(document: Document, mention: Mention) -> CueReading | None:
    """The reading of a theme that somebody is to be allowed to do: "allow cooks to form unions"."""
    low = max(mention.part.start, mention.start - REACH)
    asked = ENABLED.search(document.words, low, mention.start)
    if not asked or not is_asked(document.words[mention.part.start : asked.start()]):
        return None
    return CueReading(PROMOTE, (asked.span(asked.lastgroup or 0),))
