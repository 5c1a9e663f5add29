"""English around names: what ties words to a name, what parts them, what denies them.

No grammar is worked out. Closed lists of small words say what may stand in a place; where anything
else stands there, the answer is no.
"""

from __future__ import annotations

import re
from functools import lru_cache

from gcm_kg.text.asides import (
    ASIDE,
    DONE_BY_THEN,
    HELD_BEHIND,
    KIND_OF_INSTRUMENT,
    MANNER,
    NOT_DONE_SO,
    NUMBERING,
    PINPOINT,
)

PREPOSITIONS = (
    "of|by|for|with|without|between|among|amongst|to|from|in|on|at|against|under|through|within|"
    "into|towards?|along|alongside|throughout|outside|inside|despite|beyond|around|upon|about|across|during|after|before|since|until|via|per|regarding|near|beside"
)
VERBS = (
    "is|are|was|were|be|been|has|have|had|do|does|did|can|could|may|might|must|shall|should|will|"
    "would"
)
LINKS = "that|which|who|whom|whose|while|when|where|if|whether|because|so|but|nor|not|than|as|what"
INCLUDING = (
    "including|particularly|especially|notably|namely|in particular|such as|as well as|inter alia|"
    "among others|starting with|beginning with"
)
CONJUNCTIONS = "and/or|and|or|but also"
QUALIFIERS = (
    "the|a|an|its|their|these|those|this|all|any|both|two|three|other|relevant|existing|applicable|"
    "additional|supplementary|respective|related|appropriate|competent|concerned|international|"
    "regional|national|local|specialized|dedicated|key|core|outstanding|remaining|pending|main|major|"
    "principal|most significant|most important|several|various"
)
"""Words before a name that leave it the thing that is spoken of."""
HEADS = (
    "actors?|agenc(?:y|ies)|authorit(?:y|ies)|bod(?:y|ies)|officials?|officers?|personnel|staff|"
    "organi[sz]ations?|institutions?|services|units?|experts?|representatives?|"
    "provisions|obligations|commitments|targets"
)
"""Nouns behind a name that leave it the thing that is meant: police officers, UNTOC provisions."""
AFTERWARDS = (
    "thereto|thereof|held|made|given|set|led|laid|found|drawn|taken|kept|built|borne|sent|etc|also|the|a|an|this|every|each|now|today|again|"
    "put|puts|gives?|gave|requires?|obliges?|prohibits?|forbids?|guarantees?|recogni[sz]es?|says?|applies|"
    "apply|contains?|defines?|allows?|entitles?|"
    "twice|more|both|how|what|why|responsible|concerned|involved|relevant|alike|they|we|it|he|she"
)


def _any(words: str) -> str:
    return rf"\b(?:{words.replace(' ', chr(92) + 's+')})\b"


# Matches “UNTOC and its Protocols”, not “UNTOC of 2000”.
AND = re.compile(
    rf",?\s*(?:&|{_any(f'{CONJUNCTIONS}|{INCLUDING}')},?)(?:\s+in\s+(?:the\s+)?light\s+of\b)?", re.I
)
# Is “ and to the ”, not “ to the ”.
AND_TO = re.compile(r"\s+and\s+(?:to|with|of)\s+(?:the\s+)?", re.I)
"""Behind a name to which a cue with this preposition belongs: the next has the same."""
# Is “relevant”, not “dangerous”.
PLAIN = re.compile(rf"[\s()\"“”‘*]|{_any(QUALIFIERS)}|\b(?:1[89]|20)\d\d\b|{MANNER}", re.I)
# Is “effectively”, not “effective”.
ADVERBS = re.compile(rf"[\s,)]|{_any('also|then|therefore|thus|further')}|\b\w+ly\b", re.I)
# Matches “that article 6 of the ”, not “provisions of the ”.
PLACE_OF = re.compile(rf"\b{PINPOINT}(?:,?\s+(?:and\s+)?{NUMBERING})*,?\s+of\s+(?:the\s+)?\Z", re.I)
NOT_DOING = r"(?!existing\b|outstanding\b|remaining\b)"
# Matches “ratify, with others”, not “ratify all existing”.
STOP = re.compile(
    rf"[.,;:?!–—]|{_any(f'{PREPOSITIONS}|{LINKS}|{VERBS}|never|no')}|\b{NOT_DOING}\w+ing\b", re.I
)
"""What begins another phrase or ends a clause."""
# Is “’s newly adopted ”, not “s of ”.
POSSESSIVE = re.compile(r"['’]s?\s+(?:(?:\w+ly|\w+ed|new|recent)\s+)*")
# Is “ in the relevant ”, not “ into ”.
INSIDE = re.compile(rf"\s+(?:in|within)\s+(?:{_any(QUALIFIERS)}\s+)*", re.I)
NOUN_IN_ING = (
    "(?!(?:training|building|funding|screening|smuggling|trafficking|monitoring|meeting)s?\\b)"
)
# Begins “ officers”, not “ traffic”.
FOLLOWING = re.compile(
    r"[¹²³⁰⁴-⁹]*\s*(?:\Z|[^\w\s'’-]|[–—])"
    rf"|[¹²³⁰⁴-⁹]*\s+(?:{_any(f'and|or|{PREPOSITIONS}|{LINKS}|{VERBS}|{HEADS}')}"
    rf"|{_any(AFTERWARDS)}"
    r"|\b(?:member\s+states|states\s+(?:had|have|must|should|shall))\b"
    rf"|\b{NOUN_IN_ING}\w+(?:ing|ed|ly)\b)",
    re.I,
)
"""What may follow a name that is meant itself; any other noun would be what is meant."""
# Matches “with the relevant ”, not “the relevant ”.
GOVERNED = re.compile(rf"(?:{_any(PREPOSITIONS)}|\b\w+ing)\s+(?:{_any(QUALIFIERS)}\s+)*\Z", re.I)

# Matches “was said. They”, not “A/RES/71/1”.
CLAUSE_END = re.compile(r"[.;:?!]\s")
NEGATIONS = r"\b(?:not(?!\s+only\b)|never|neither|nor)\b"
BETWEEN = (
    r"\s+(?:(?:to|of|on|in|the|a|from|for|with|than|about|regarding|concerning|its|their|made|"
    r"learned|further|using|considering|treating|do|have|States|\w+ly)\s+)*\Z"
)
UNDECIDED = (
    r"(?:consider|contemplate|explore|examine|envisage|envision|weigh|study|analy[sz]e|discuss|assess|"
    r"evaluate|debate|reconsider|reflect\w*\s+(?:up)?on|think\s+(?:about|of)|look\w*\s+(?:into|at)|"
    r"consideration\s+(?:to|of)|discussions?\s+(?:on|about)|debates?\s+(?:on|about))(?:ing|ed|s)?"
)
"""Verbs and nouns of thinking about something that may be done."""
POSSIBILITY = (
    r"(?:possibility|possibilities|feasibility|advisability|option|prospects?|question|"
    r"merits?|usefulness|desirability|idea)\s+(?:of|to|for)\s+(?:\w+ly\s+|early\s+|eventual\s+)*"
)
# Begins “favourably consider, with others, ”, not “ratify and consider”.
OPENS_UNDECIDED = re.compile(rf"\W*(?:to )?(?:\w+ly )?{UNDECIDED}\b", re.I)
# Begins “ (C188) and”, not “ (see below)”.
SHORT_NAME = re.compile(
    r"\A\s*\((?:No\.\s*)?[A-Z]{0,8}[ -]?\d{0,4}\)(?=\s*(?:,|and\b|or\b|as\b))", re.I
)
# Matches “should not yet ” and “asked them not to ”, not “States should not only ”.
DENIED = re.compile(
    rf"(?:{NEGATIONS}|\b(?:no|nobody|no one|little|without|hardly))"
    r"\s+(?:(?:always|yet|longer|to|be|been|any|very|much|a|\w+ly)\s+)*\Z"
    r"|\b(?:disagree\w*\s+with|oppos\w+|reject\w*|object\w*\s+to|disput\w+)\s+(?:the\s+|any\s+)?"
    r"(?:proposals?|calls?|suggestions?|ideas?|plans?|demands?|attempts?)\s+(?:to|for|of)\s+\Z",
    re.I,
)
# Matches “challenges in ”, not “without delay ”.
NOT_ASKED = re.compile(
    rf"{NEGATIONS}\s+(?:(?!and\b)[\w-]+,?\s+){{0,3}}\Z"
    r"|\b(?:without(?!\s+(?:further\s+|undue\s+)?delay)|refrain\w*|avoid\w*|instead|rather|fail\w*|"
    r"unable|unwilling|cease|stop|halt|suspend|end|refus\w+|declin\w+|"
    r"(?<!without )(?<!further )(?<!undue )delay\w*|"
    r"obstacles?|barriers?|challenges?|gaps?|impediments?|hinder\w*|lack\w*|absence|oppos\w+|"
    r"(?:limit|restrict|curtail|imped|undermin|hamper|weaken)(?:e|s|es|ed|ing)?|"
    rf"reject\w*|prior|before|until|unless|whether|if){BETWEEN}"
    rf"|\b{UNDECIDED}\s+(?:(?:the|a|of|to|for|further|early|possibility|feasibility|options?|ways|"
    r"means|its|their|steps|taking|measures|towards|full|effective|prompt|speedy|\w+ly|process|"
    r"(?:accelerat|expedit|complet|finali[sz]|initiat|start|begin|conclud|speed)\w*)\s+)*\Z"
    rf"|\b{POSSIBILITY}\Z|\b(?:has|have|had|is|are)\s+yet\s+to\s+\Z",
    re.I,
)
"""In front of a verb: it is denied or put in doubt."""
# Matches “Consider, with the help of others, ”, not “Consider it, and, with others, ”.
SET_APART = re.compile(rf"\b{UNDECIDED},[^,.;:]{{1,90}},\s+(?:(?:the|an?|early)\s+)*\Z", re.I)
"""In front of a verb: an insertion parts it from the one that puts it in doubt."""
# Matches “States that have ”, not “States to ”.
QUALIFYING = re.compile(r"\b(?:that|which|who)\s+(?:(?:do|have|\w+ly)\s+)*\Z", re.I)
"""In front of a verb: it only qualifies a noun."""
# Matches “exchange of experiences in ” and “report to the Assembly on ”, not “States to ”.
ONLY_TOPIC = re.compile(
    r"\b(?:report\w*|review\w*|stud(?:y|ies)|research|assess\w*|evaluat\w*|monitor\w*|discuss\w*|"
    r"examin\w*|experiences?|lessons|information|data|progress|status|levels?|impacts?)"
    r"(?:\s+(?:regularly\s+|back\s+)?to\s+(?:[\w-]+\s+){1,4}?(?=on\b))?"
    rf"\s*\b(?:of|on|in|about|regarding|concerning|from|with)\b(?:{BETWEEN}|\s+\Z)",
    re.I,
)


LONGEST_GAP = 2_000
"""Code points between a cue and a name, whatever they are, beyond which nothing keeps these
together."""


@lru_cache(maxsize=20_000)
def is_near(gap: str, limit: int) -> bool:
    """Whether the words between a cue and a name keep them together.

    Beside small words and asides there may stand words of ``limit`` code points in all.
    """
    if len(gap) > LONGEST_GAP:
        return False
    *first, last = AND.split(ASIDE.sub(" ", gap.removeprefix(":")))
    first = ["" if KIND_OF_INSTRUMENT.fullmatch(piece) else piece for piece in first]
    if KIND_OF_INSTRUMENT.fullmatch(last.rstrip("( ")) and last.rstrip().endswith("("):
        last = ""
    if any(STOP.search(piece) for piece in (*first, last)):
        return False
    if first and PLAIN.sub("", last):
        return False
    return len(PLAIN.sub("", "".join(first) or last)) <= limit


def is_beside(gap: str) -> bool:
    """Whether between a name and a cue behind it stand adverbs and asides only."""
    return not ADVERBS.sub("", ASIDE.sub(" ", gap))


@lru_cache(maxsize=20_000)
def junction(between: str, *, inside: bool) -> str:
    """How a name goes on in the next one: "and", "," or "" where it does not.

    One that qualifies or explains the next counts as "and"; with ``inside``, also one in the next.
    """
    if not between.strip(" \n(") or POSSESSIVE.fullmatch(between) or between == "/":
        return "and"
    if inside and INSIDE.fullmatch(between):
        return "and"
    between = SHORT_NAME.sub("", between)
    rest = PLAIN.sub("", AND.sub("", AND_TO.sub(" and ", ASIDE.sub(" ", between))))
    return rest or "and" if rest in ("", ",") else ""


def is_meant(text: str, position: int, end: int, *, holding: bool = False) -> bool:
    """Whether a name that ends at a place is meant itself, and not a noun behind it; with
    ``holding``, also where that noun is what an instrument holds: "the CEDAW principles"."""
    held = holding and HELD_BEHIND.match(text, position, end)
    return bool(held or FOLLOWING.match(text, position, end))


def is_governed(before: str) -> bool:
    """Whether a preposition or another verb has the name behind these words.

    That a place of an instrument is spoken of, "article 6 of", leaves it free.
    """
    return GOVERNED.search(PLACE_OF.sub(" ", before)) is not None


def is_denied(before: str) -> bool:
    """Whether the words before a cue take back what it says."""
    return DENIED.search(_clause(before)) is not None


def is_asked(before: str) -> bool:
    """Whether the words before a verb leave it something that is asked for.

    What is denied, doubted or only reported on is not.
    """
    if SET_APART.search(before) or DONE_BY_THEN.search(before):
        return False
    clause = _clause(before)
    return not any(pattern.search(clause) for pattern in (DENIED, NOT_ASKED, ONLY_TOPIC))


def is_undecided(before: str) -> bool:
    """Whether the clause before a participle ("ratifying") opens with a verb of thinking about."""
    return OPENS_UNDECIDED.match(_clause(before)) is not None


def is_qualifying(before: str) -> bool:
    """Whether a verb behind these words only says of which things is spoken."""
    return QUALIFYING.search(before) is not None


def _clause(before: str) -> str:
    return NOT_DONE_SO.sub("", CLAUSE_END.split(before)[-1])
