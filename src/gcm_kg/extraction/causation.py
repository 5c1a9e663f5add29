"""Reads what is said of a harm by naming what brings it about: "repeal laws that fuel hatred",
"dismantle networks that engage in trafficking".
"""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping
from itertools import pairwise

from gcm_kg.extraction.cue_kinds import CueReading
from gcm_kg.extraction.polarity_contexts import AVOID, ENDS, PREVENT
from gcm_kg.model.document import Document
from gcm_kg.model.statements import Mention
from gcm_kg.text.phrases import is_asked

OPPOSED = (
    r"\b(?P<opposed>(?:abolish|repeal|remov|eliminat|stop|halt|ceas|withdraw|roll(?:ing)? back"
    r"|dismantl|reject|condemn|combat|counter|avoid|prevent|discourag|prohibit|bann?|revok|lift|revers"
    r"|amend|eschew|shun|end(?=s|ed|ing|\b)|reform|revis|review|refrain|reconsider|scrap"
    r"|phas(?:e|ing) out)\w*)"
)
BRINGS_ABOUT = (
    r"(?:feed|fuel|stok|creat|caus|produc|breed|aggravat|exacerbat|perpetuat|trigger|deepen|entail|entrench"
    r"|reinforc|heighten|worsen|foster|encourag|promot|incit|facilitat|enabl|permit|condon|tolerat|justif"
    r"|allow|driv|stir|increas|invit|legitimi[sz]|normali[sz]|spread)\w*(?: (?:up|for|rise to))?"
    r"|(?:contribut|amount|lead|giv)\w* (?:rise )?to|result\w* in|constitut\w*"
)
# Begins “amounts” and “constitute”, not “fuel”.
AMOUNT = re.compile(r"amount|constitut", re.IGNORECASE)
# Matches “laws that ”, not “laws on ”.
CLAUSE = re.compile(r"\b(?:that|which)\s")
# Matches “Roll back practices that unintentionally increase the risk of ”, not “laws that fuel ”.
CAUSED = re.compile(
    rf"{OPPOSED} (?!that\b|which\b)\w[^.;:]{{1,60}}? (?:that|which)\s(?P<between>[^.;:]{{0,70}}?)"
    rf"\b(?P<caused>{BRINGS_ABOUT})"
    r"(?: (?:the|a|any|further|greater|more|new|such))?"
    r"(?: (?:risks?|likelihood|danger|incidence|forms?|cases?) of)?"
    r"(?: (?!and\b|or\b|that\b|to\b)[\w-]+)??\s+\Z",
    re.IGNORECASE,
)
"""In front of a harm: what brings it about is to be ended, or looked through for it."""
# Is “ or other ”, not “ of ”.
LISTED = re.compile(r",?\s+(?:and|or)\s+(?:other\s+|further\s+)?|,\s+")
# Is “ that engage in ”, not “ and ”.
OF_DOERS = re.compile(
    r",?\s+(?:(?:that|who|which)\s+(?:(?:\w+ly|also)\s+)?(?:engag\w+\s+in|commit\w*|carry\s+out|organi[sz]e|run|practi[sc]e"
    r"|profit\s+from|benefit\s+from|liv\w+\s+off|are\s+(?:involved\s+in|engaged\s+in|behind|responsible\s+for)"
    r"|take\s+part\s+in|facilitate|resort\s+to|perpetrate|finance)"
    r"|behind|involved\s+in|engag(?:ed|ing)\s+in|responsible\s+for|profiting\s+from|active\s+in|guilty\s+of"
    r"|convicted\s+of|running|organi[sz]ing|committing|practi[sc]ing|of)\s+(?:the\s+|all\s+|any\s+|such\s+)?"
    r"(?:(?:acts?|forms?|cases?|crimes?|offen[cs]es?)\s+of\s+)?",
    re.IGNORECASE,
)
"""Between perpetrators who are to be countered and the harm that they do."""
# Begins “those responsible for ” and “perpetrators of acts of ”, not “networks that exploit ”.
RESPONSIBLE = re.compile(
    r"(?:[\w-]+\s+){0,4}?(?:responsible\s+for|(?:guilty|perpetrators|suspected|accused|convicted)\s+of)\s",
    re.IGNORECASE,
)
"""How perpetrators are named by the harm that they are to answer for."""
REACH = 220
"""Code points before a harm in which what brings it about may be named."""


def caused(document: Document, harms: list[Mention]) -> dict[Mention, CueReading]:
    """The readings of harms, in their order, that what is opposed brings about: they are to be
    avoided; ended where what is to be ended amounts to them."""
    found: dict[Mention, CueReading] = {}
    for harm in harms:
        low = max(harm.part.start, harm.start - REACH)
        before = document.words[low : harm.start]
        cause = CLAUSE.search(before) and CAUSED.search(document.words, low, harm.start)
        if cause and is_asked(document.words[harm.part.start : cause.start()]):
            ended = ENDS.match(cause["opposed"]) and AMOUNT.match(cause["caused"])
            spans = (cause.span("opposed"), cause.span("caused"))
            found[harm] = CueReading(PREVENT if ended else AVOID, spans)
    for one, other in pairwise(harms):
        apart = one in found and other not in found and one.end < other.start
        if apart and LISTED.fullmatch(document.words, one.end, other.start):
            found[other] = found[one]
    return found


def done_by(
    document: Document,
    named: Collection[Mention],
    doers: Collection[Mention],
    read: Mapping[Mention, list[CueReading]],
) -> dict[Mention, list[CueReading]]:
    """The readings of those of the named harms that stand behind perpetrators who are to be
    countered, or within their name, as what these do."""
    done: dict[Mention, list[CueReading]] = {}
    doer, known = None, set(doers)
    for mention in sorted({*named, *doers}, key=lambda m: (m.start, -m.end)):
        if mention in known:
            doer = mention
        elif doer and doer.part == mention.part and mention not in read:
            countered = read.get(doer, [])
            named_by = RESPONSIBLE.match(document.words, doer.start, mention.start)
            within = named_by is not None and mention.start < doer.end
            if all(reading.meaning == PREVENT for reading in countered) and (
                within or OF_DOERS.fullmatch(document.words, doer.end, mention.start)
            ):
                done |= {mention: countered} if countered else {}
    return done
