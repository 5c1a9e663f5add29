"""Reads that a harm is not to be done, or that somebody is to be kept from it."""

from __future__ import annotations

import re

from gcm_kg.extraction.cue_kinds import CueReading
from gcm_kg.extraction.polarity_contexts import AVOID, PREVENT, REACH
from gcm_kg.model.document import Document
from gcm_kg.model.statements import Mention

SUFFERED = (
    r"(?:(?:subjected|exposed|vulnerable|condemned|submitted) to"
    r"|(?:driven|forced|sold|lured|pushed) into"
    r"|(?:put|placed|held|kept|sent|returned|detained) (?:to|into|in|at risk of|under)"
    r"|(?:become|becoming|falls?|falling|be|made) (?:victims? (?:of|to)|prey to|subject to))"
    r"(?: (?:any|the|further|all|such)(?: (?:form|kind|risk|danger)s? of)?)?"
    r"(?: (?!to\b|by\b)[\w-]+(?: or| and)?,?){0,2}?"
)
"""Between a denial and a harm: what somebody is not to undergo."""
# Matches “do not ” and “should no longer be ”, not “not only the ”.
DENIED = re.compile(
    r"\b(?:(?:in|under) no (?:case|circumstances|event)"
    r"|(?:do|does|did|must|should|shall|may|can|will|are|is|be|to|that) not|never|not to"
    r"|no longer"
    r"|(?:rather than|instead of|in place of)(?: being| having to be| to)?(?: the| any| their)?"
    rf"|cannot)(?: be)?(?: \w+ly)?(?: {SUFFERED})?(?=\s+\Z)",
    re.IGNORECASE,
)
"""In front of a verb that names a harm, or of what nobody is to suffer: it is not to be done."""
OTHER_DOING = (
    r"fight|struggle|combat|refrain|desist|abstain|prevent|stop|keep|remov|releas|withdraw|exclud"
    r"|benefit|flee|learn|draw"
)
"""How other words begin to which "from" or "against" may belong."""
ITEM = r"(?!and\b|or\b|of\b|in\b)[\w'’-]+"
# Matches “protects all staff from ” and “spare children ”, not “protect and ”.
PROTECTED = re.compile(
    r"\b(?:(?:(?:protect|shield|exempt)(?:s|ed|ing)?|spar(?:e|ing)|protection (?:of|for|to))"
    rf"(?:(?: (?!from\b|to\b|in\b|{OTHER_DOING})[\w'’-]+,?){{1,9}}? from"
    rf"|(?: (?!and\b|or\b|to\b|in\b|{OTHER_DOING})[\w'’-]+){{1,6}} against)"
    r"(?: (?:the|all|any|every|further|such)(?: (?:form|kind|act)s? of)?)?"
    rf"(?:(?: {ITEM}){{1,2}}(?:,| and| or)){{0,3}}(?:(?<=,) (?:and|or))?"
    r"(?:(?<=,)|(?<=and)|(?<=or)|(?<=from)|(?<=against))(?: [a-z-]+)??"
    r"|(?:keep|keeping|kept)(?: (?!and\b|or\b)[\w'’-]+){1,5}"
    r" (?:out|away|free|safe) (?:of|from)(?: the| any)?"
    r"|spar(?:e|ing)(?: (?!and\b|or\b|no\b)[\w'’-]+){1,5})(?=\s+\Z)",
    re.IGNORECASE,
)
"""In front of a harm: somebody is to be spared it."""
# Matches “migrants are not prosecuted” and “without being jailed”, not “workers without papers”.
SPARED = re.compile(
    r"\b(?:not|never|nor|spared?|exempt(?:ed)?|immun\w+|keep(?:s|ing)?\b[^.;:]*\bout\s+of"
    r"|without(?!\s+(?:(?:any|a|the|their|valid|regular|legal|residence|identity|travel|work"
    r"|proper)\s+){0,3}"
    r"(?:papers?|documents?|documentation|status|permits?|visas?|permission|authori[sz]ation"
    r"|nationality|citizenship)))\b",
    re.IGNORECASE,
)
"""In words that name a harm: it is not to be done."""

# Matches “no child may be ” and “ensure that nobody is ”, not “almost no cases are ”.
OF_NOBODY = re.compile(
    r"\b(?P<clause>(?:that|let)\s+)?(?:no|nobody|no\s+one|none)\b"
    r"(?:\s+(?!(?:to|that|who|which|longer)\b)[\w'’-]+){0,8}?\s+"
    r"(?:(?:should|must|shall|may|can)\s+(?:ever\s+)?be|(?(clause)(?:is|are|be)|(?!)))"
    rf"(?:\s+\w+ly)?(?:\s+(?P<suffered>{SUFFERED}))?(?=\s+\Z)",
    re.IGNORECASE,
)
"""In front of a harm, or of a participle that names it: nobody is to suffer it."""
# Matches “be schooled and not ”, not “and not the ”.
AND_NOT = re.compile(r"\b(?:and|but)\s+not(?=\s+\Z)", re.IGNORECASE)
"""In front of a participle that names a harm, behind another one."""
# Is “No girl who was sold should be ”, not “No girl should sail, and boys should be ”.
NOBODY_AT_ALL = re.compile(
    r"\W*(?:no|nobody|no\s+one|none)\b(?!\s+(?:later|less|fewer|more|longer)\b)"
    r"(?:(?!\b(?:should|must|shall|may|can|to)\b)[^.;:]){0,120}?"
    r"\s(?:should|must|shall|may|can)(?:\s+(?:ever|again|have\s+to))?(?:\s+be)?(?:\s+\w+ly)?\s+",
    re.IGNORECASE,
)
"""A recommendation up to a verb or participle that names a harm: nobody is to do or suffer it."""
# Is “No more ”, not “No exceptions: ”.
NONE_OF = re.compile(r"\W*no\s+(?P<more>(?:more|further|new)\s+)?(?:[\w-]+\s+)??", re.IGNORECASE)
"""A recommendation without a verb, up to a harm: there is to be none of it."""
# Matches “should”, not “of children”.
FINITE = re.compile(
    r"\b(?:should|must|shall|may|can|will|is|are|has|have|longer|beyond|unless|without|before|until"
    r"|except|more\s+than)\b",
    re.IGNORECASE,
)
"""Behind a harm: a verb says something of it, or only some of it is not to be."""
# Begins “detained”, not “detention”.
PARTICIPLE = re.compile(r"\w+ed\b", re.IGNORECASE)
# Begins “held behind bars”, not “hold”.
IRREGULAR = re.compile(r"(?:held|kept|put|sent|sold|taken|thrown|beaten|made|bought)\b", re.I)
"""In narratives, where nothing is asked, they are left alone."""
# Begins “ of children must never be applied”, not “ should not be delayed”.
LEFT_UNDONE = re.compile(
    r"(?:\s+(?:of|for)(?:\s+(?!that\b|which\b|who\b)[\w'’-]+){1,6}?)?\s+"
    r"(?:(?:should|must|shall|may|can|(?:is|are)(?:\s+to)?)\s+(?:not|never|no\s+longer"
    r"|under\s+no\s+circumstances)"
    r"(?:\s+be)?(?:\s+\w+ly)?|cannot\s+be)\s+"
    r"(?P<done>used|applied|imposed|resorted\s+to|ordered|carried\s+out|practi[sc]ed|employed"
    r"|prolonged"
    r"|inflicted|tolerated|allowed|permitted|accepted|condoned|take\s+place|happen|occur)\b",
    re.IGNORECASE,
)
"""Behind a harm: it is not to be done, or not to be borne."""
# Begins “ of boys is used only as a last resort”, not “. As a last resort”.
LAST_RESORT = re.compile(
    r"[^.;:,]{0,60}?\b(?:(?:as|is|are|be|remains?|only)\s+)an?\s+(?:measure\s+of\s+)?last\s+resort\b",
    re.IGNORECASE,
)
"""Behind a harm: it is to be done as little as can be."""
# Is “tolerated”, not “applied”.
BORNE = re.compile(r"tolerated|allowed|permitted|accepted|condoned", re.IGNORECASE)


def denied(document: Document, mention: Mention, *, verb: bool = False) -> CueReading | None:
    """The reading of a theme whose own verb is denied ("must not be detained"), or from which
    somebody is protected. A ``verb`` in its basic form opens a clause of its own behind "and"."""
    if spared := SPARED.search(document.words, mention.start, mention.end):
        return CueReading(AVOID, (spared.span(),))
    if undone := LEFT_UNDONE.match(document.words, mention.end, mention.part.end):
        meaning = PREVENT if BORNE.match(undone["done"]) else AVOID
        return CueReading(meaning, (undone.span(),))
    if last := LAST_RESORT.match(document.words, mention.end, mention.part.end):
        return CueReading(AVOID, (last.span(),))
    low, asked = (
        max(mention.part.start, mention.start - REACH),
        mention.part.kind == "Recommendation",
    )
    participles = (PARTICIPLE, IRREGULAR) if asked else (PARTICIPLE,)
    suffered = any(p.match(document.words, mention.start, mention.end) for p in participles)
    for pattern in (DENIED, PROTECTED, OF_NOBODY, *([AND_NOT] if suffered else [])):
        found = pattern.search(document.words, low, mention.start)
        if found and _says(found, pattern, suffered=suffered, verb=verb):
            return CueReading(AVOID, (found.span(),))
    if asked and (none := _none_of(document, mention)):
        return none
    near = asked and mention.start - mention.part.start < 2 * REACH
    if near and NOBODY_AT_ALL.fullmatch(document.words, mention.part.start, mention.start):
        return CueReading(AVOID, ((mention.part.start, mention.start - 1),))
    return None


def _says(found: re.Match[str], pattern: re.Pattern[str], *, suffered: bool, verb: bool) -> bool:
    """Whether words in front of a theme deny it: behind "and" no ``verb`` is meant, and of nobody
    only what is ``suffered``."""
    if verb and found[0].endswith((" and", " or")):
        return False
    return pattern is not OF_NOBODY or suffered or bool(found["suffered"])


def _none_of(document: Document, mention: Mention) -> CueReading | None:
    """The reading of a harm of which there is to be none: "No detention of children"."""
    part = mention.part
    none = NONE_OF.fullmatch(document.words, part.start, mention.start)
    sentence = document.words[mention.end : part.end].split(". ")[0]
    if not none or FINITE.search(sentence):
        return None
    return CueReading(PREVENT if none["more"] else AVOID, (none.span(),))
