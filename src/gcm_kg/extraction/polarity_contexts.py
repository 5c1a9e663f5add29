"""Reads what around a theme says for, against or nothing of it, besides cues."""

from __future__ import annotations

import re
from collections.abc import Collection
from dataclasses import replace
from itertools import pairwise

from gcm_kg.extraction.cue_kinds import CueReading
from gcm_kg.model.document import Document
from gcm_kg.model.statements import Mention
from gcm_kg.rdf.namespaces import BASE
from gcm_kg.text.phrases import STOP, is_asked

PROMOTE, PREVENT, AVOID, PRESERVE = (
    f"{BASE}polarity/{name}" for name in ("promote", "prevent-or-combat", "avoid", "preserve")
)
# Matches “capacities” and “the use”, not “monitoring”.
MEASURE = re.compile(
    r"\b(?:capacit(?:y|ies)|availability|quality|access|effectiveness|use|provision|delivery|training|causes)\Z",
    re.IGNORECASE,
)
# Is “ of the ”, not “ by ”.
OF_THEME = re.compile(
    r"\s+(?:of|to|for)\s+(?:(?:the|all|their|its|national|local)\s+)?", re.IGNORECASE
)
"""Between a measure and a theme: who improves the first furthers the second."""
# Matches “Roll back measures that ” and “withdraw support from agencies which ”, not “laws that ”.
OPPOSED_CLAUSE = re.compile(
    r"\b(?:abolish|repeal|remov|eliminat|stop|halt|ceas|withdraw|roll(?:ing)? back|dismantl|reject"
    r"|condemn|combat|fight|counter|avoid|prevent|discourag|prohibit|bann?|revok|lift|revers|amend"
    r"|end(?=s|ed|ing|\b)|reform|revis|review|refrain)\w*[^.;:]{1,60}\b(?:that|which|who)\s"
    r"(?:[^.;:,]{0,40}\s)?\Z",
    re.IGNORECASE,
)
"""Before a cue: what it says is what those do who, or what, are themselves opposed."""
# Begins “Repeal, where they exist, ” and “roll back”, not “Avoid”.
ENDS = re.compile(
    r"(?:repeal|abolish|roll(?:ing)? back|withdraw|do(?:ing)? away|remov|revok|end(?=s|ed|ing|\b)"
    r"|eliminat|put an end|dismantl|scrap|rescind|annul|lift|decriminali[sz])",
    re.IGNORECASE,
)
# Begins “criminalizing”, not “crime”.
GERUND = re.compile(r"\w+ing\b")
# Matches “ensure that ”, not “that of ”.
SUBJECT = re.compile(r"\b(?:that|whether|if|because)\s+\Z", re.IGNORECASE)
"""In front of a verb in -ing that is the subject of what follows, and not asked for."""
# Begins “ strictly apart from” and “, schools and shelters confidential”, not “ and in place”.
KEPT_SO = re.compile(
    r"(?:,\s+[\w-]+(?:\s+[\w-]+)?){0,4}?(?:,?\s+(?:and|or)\s+[\w-]+(?:\s+[\w-]+)?)??"
    r"\s+(?:\w+ly\s+)?(?:apart|separate|separated|distinct|confidential|secret|private|away|out\s+of"
    r"|free\s+(?:of|from)|open|closed|low|short|up\s+to\s+date|informed|safe\s+from"
    r"|under\s+(?:review|control|observation|surveillance|scrutiny|watch)"
    r"|from\s+\w+ing|in\s+(?!place\b|force\b|operation\b)\w+)\b",
    re.IGNORECASE,
)
"""Behind a theme that is kept: it is to be made so, and nothing says that it is to stay."""
# Begins “ to tell ages only when”, not “ for those only”.
SPARINGLY = re.compile(r"[^.;:,]{0,60}?\bonly\s+(?:when|if|where|as|in|after|with)\b")
"""Behind what is to be used: it is to be used less."""
# Matches “make basic ” and “rendering ”, not “made a law on ”.
MAKE = re.compile(
    r"\b(?P<make>mak(?:e|es|ing)|render(?:s|ing)?)(?:\s+(?!and\b|an?\b|that\b)[\w'’-]+){0,5}\s+\Z",
    re.IGNORECASE,
)
# Begins “ generally accessible” and “ easier to obtain”, not “ available funds”.
MADE_EASY = re.compile(
    r"\s+(?:\w+ly\s+)?(?:easier|cheaper|simpler|quicker|faster|safer"
    r"|(?:(?:more|equally|freely)\s+)*(?:accessible|available|affordable|inclusive|effective)"
    r"|a\s+(?:priority|reality))\b(?!\s+(?!to\b|for\b|and\b|or\b|in\b|by\b|as\b|throughout\b)\w)",
    re.IGNORECASE,
)
"""Behind a theme that is made so: it is furthered."""
# Is “, such as shelter, phone access, ”, not “ of ”.
LIST_GAP = re.compile(
    r",?\s+(?:and|or|as\s+well\s+as)\s+(?:[\w-]+\s+){0,4}"
    r"|,\s+(?:(?:such\s+as|including)\s+)?(?:[\w-]+(?:\s+[\w-]+){0,2},\s+){0,4}?"
    r"(?:(?:and|or|as\s+well\s+as)\s+(?:[\w-]+\s+){0,4})?",
    re.IGNORECASE,
)
# Matches “ such as ”, not “ suchlike ”.
JOINING = re.compile(r"\s(?:and|or|as\s+well\s+as|such\s+as|including)(?=\s)")
# Begins “stopping” and “put an end to”, not “address”.
ENDED = re.compile(
    r"bann?|prohibit|outlaw|forbid|stop|halt|ceas|discontinu|abolish|moratorium|phas(?:e|ing) out"
    r"|scrap|suspen|end(?:s|ed|ing)?\b|an end to|(?:put|bring)\w* (?:an|a|to)\b",
    re.IGNORECASE,
)
"""How cues begin by which what is no harm may be ended, too."""
# Matches “gender-sensitive”, not “gender sensitivity”.
QUALIFYING_THEME = re.compile(
    r"(?:sensitive|based|disaggregated|responsive|centred|centered|specific|oriented|led|friendly)\Z"
)
# Matches “agents that ”, not “measures that ”.
CRIMINALS_WHO = re.compile(
    r"\b(?:agents|intermediaries|gangs|rings|smugglers|traffickers|criminals)\s+(?:that|who)\s+"
    r"(?:(?:may|can|\w+ly)\s+)*\Z",
    re.IGNORECASE,
)
"""In front of a verb: what they further is not asked to be furthered."""
# Matches “the revision of ”, not “the work of ”.
CHANGE = re.compile(
    r"\b(?:revision|reform|harmoni[sz]ation|review|moderni[sz]ation|amendment|overhaul|adaptation|"
    r"transformation|process\s+of)\s",
    re.IGNORECASE,
)
"""Between what is to go on and a theme: who goes on with it does not keep the theme as it is."""
# Begins “strengthening the courts”, not “training”.
FURTHERING = re.compile(
    r"(?:strengthen|improv|enhanc|promot|expand|develop|reinforc|increas|consolidat|build|implement"
    r"|ratify|provid|support|establish|reform|moderni[sz]|harmoni[sz])ing\s",
    re.IGNORECASE,
)
"""How a theme begins that is itself what goes on."""
# Matches “anti-”, “counter ” and “Counter-”, not “encounter ”.
COUNTERED = re.compile(r"\b(?:anti|counter)(?:-\s?| )\Z", re.IGNORECASE)
"""In front of a harm, or how the words that name it begin: what bears that name is against it."""
# Begins “anti-smuggling”, not “antique”.
OPENING_COUNTER = re.compile(r"(?:anti|counter)(?:[- ]|(?!que)\w)", re.IGNORECASE)
# Is “- and counter-”, not “, and ”.
COUNTERED_TOO = re.compile(r"-?\s+(?:and|or)\s+(?:-|counter-|anti-)?|/", re.IGNORECASE)
NOT = ("non-", "non ", "decriminal", "freedom from", "alternatives to", "alternative to")
"""How words begin that name the absence of a harm: to promote it is to avoid the harm."""
ENDING = ("moratorium", "abolition", "prohibition", "prevention", "elimination", "reduc", "ban ")
"""How words begin that name the end of a harm: to promote it is to combat the harm, and of those
who are not to do without it nothing is said."""
REACH = 80
"""Code points before a theme in which its verb may be denied, or somebody protected."""


def asks_nothing(document: Document, mention: Mention, readings: list[CueReading]) -> bool:
    """Whether cues say nothing of what is asked: they tell what somebody does who is opposed, to
    what people are at risk of being put, or how something is to be kept."""
    words = [document.words[slice(*r.evidence[0])].lower() for r in readings if r.evidence]
    if all(word == "risk of" for word in words):
        return not GERUND.match(document.words, mention.start, mention.end)
    first = min(start for reading in readings for start, _ in reading.evidence)
    low = max(mention.part.start, first - REACH)
    if GERUND.match(document.words, first) and SUBJECT.search(document.words, low, first):
        return True
    if all(word.startswith("continu") for word in words):
        at = max(end for reading in readings for _, end in reading.evidence)
        if FURTHERING.match(document.words, mention.start, mention.end):
            return True
        return CHANGE.search(document.words, at, mention.start) is not None
    if all(word.startswith(("keep", "kept")) for word in words):
        return KEPT_SO.match(document.words, mention.end, mention.part.end) is not None
    if all(word in ("use", "using") for word in words):
        return SPARINGLY.match(document.words, mention.end, mention.part.end) is not None
    return _of_the_opposed(document, mention, readings)


def made_easy(document: Document, mention: Mention) -> CueReading | None:
    """The reading of a theme that is to be made easier, cheaper or accessible."""
    low = max(mention.part.start, mention.start - REACH)
    made = MAKE.search(document.words, low, mention.start)
    so = MADE_EASY.match(document.words, mention.end, mention.part.end)
    if not made or not so or not is_asked(document.words[mention.part.start : made.start()]):
        return None
    return CueReading(PROMOTE, (made.span("make"), so.span()))


def countered(document: Document, themes: list[Mention]) -> dict[Mention, CueReading]:
    """The readings of themes, in their order, by the name of what is against them:
    "anti-trafficking and smuggling laws", "counter-corruption measures"."""
    found: dict[Mention, CueReading] = {}
    for theme in themes:
        low = max(theme.part.start, theme.start - len("counter-  "))
        opening = OPENING_COUNTER.match(document.words, theme.start, theme.end)
        if before := COUNTERED.search(document.words, low, theme.start) or opening:
            found[theme] = CueReading(PREVENT, (before.span(),))
    for one, other in pairwise(themes):
        apart = one in found and other not in found and one.end < other.start
        if apart and COUNTERED_TOO.fullmatch(document.words, one.end, other.start):
            found[other] = found[one]
    return found


def listed_behind(document: Document, one: Mention, other: Mention, verbs: Collection[str]) -> bool:
    """Whether a theme is a further item of the list that another one opens, whose own words hold
    the verb of both: "provide services, such as food, legal aid and visas". ``verbs``
    open clauses."""
    if one.part != other.part or one.end >= other.start:
        return False
    first = other.start + (document.words[other.start : other.end] + " ").index(" ")
    gap = LIST_GAP.fullmatch(document.words, one.end, other.start)
    items = JOINING.sub(" ", document.words[one.end : first].replace(",", " ").lower())
    if gap is None or STOP.search(items):
        return False
    return not any(word in verbs for word in items.split())


def is_quality(document: Document, mention: Mention) -> bool:
    """Whether the words of a theme only say of what kind something is: "gender-sensitive"."""
    return QUALIFYING_THEME.search(document.words, mention.start, mention.end) is not None


def is_opposed(document: Document, reading: CueReading) -> bool:
    """Whether a reading says of what is no harm that it is to be avoided, or to end."""
    (start, end), *_ = reading.evidence
    ended = ENDED.match(document.words, start, end)
    return reading.meaning == AVOID or (reading.meaning == PREVENT and ended is not None)


def goes_on(document: Document, one: Mention, other: Mention) -> bool:
    """Whether what is said of one theme is said of the next, of which it is a measure."""
    if one.part != other.part or one.end >= other.start:
        return False
    measure = MEASURE.search(document.words, one.start, one.end)
    return bool(measure and OF_THEME.fullmatch(document.words, one.end, other.start))


def _of_the_opposed(document: Document, mention: Mention, readings: list[CueReading]) -> bool:
    """Whether cues say what something does that is opposed: "repeal laws that punish entry"."""
    at = min(start for reading in readings for start, _ in reading.evidence)
    low = max(mention.part.start, at - 2 * REACH)
    return bool(OPPOSED_CLAUSE.search(document.words, low, at))


def encourages(document: Document, readings: list[CueReading]) -> bool:
    """Whether cues only say that those who are named are to be moved to something."""
    words = (document.words[slice(*span)].lower() for r in readings for span in r.evidence)
    return all(word.startswith("encourag") for word in words)


def turned(document: Document, mention: Mention, reading: CueReading) -> CueReading:
    """A reading of the absence of a harm, or of its end, as one of the harm."""
    words = document.words[mention.start : mention.end].lower()
    if words.startswith(NOT) and reading.meaning in (PROMOTE, PRESERVE):
        return replace(reading, meaning=AVOID)
    if words.startswith(ENDING):
        return replace(reading, meaning=PREVENT)
    return reading
