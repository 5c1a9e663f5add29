"""Where a condition begins, and where words that could begin one tell a place or what is told."""

from __future__ import annotations

import re

from gcm_kg.extraction.passage_ends import FIRST

# Matches “where appropriate” and “when no pathways exist”, not “consistently with”.
CONDITION = re.compile(
    r"\b(?:(?:where|as|if|when|whenever|wherever) (?:appropriate|applicable|possible|necessary|"
    r"needed|feasible|practicable|relevant|required|available)\b|(?:in )?(?:as|so) far as(?= \w)"
    r"|to the (?:(?:fullest|full|maximum|greatest) )?extent (?:possible|feasible|practicable|"
    r"permitted|allowed|that)\b"
    r"|(?:(?:particularly|especially|only|except|even) )?(?:(?:if|as) and when|when|whenever|if"
    r"|unless|where|wherever|"
    r"until|once(?! (?:(?:an?|every|each) (?:day|week|month|year|quarter|decade)|again|more"
    r"|and for)\b)"
    r"|provided that|(?:for )?(?:as|so) long as|on condition that"
    r"|in (?:all )?cases where|in cases in "
    r"which|in the event (?:that|of)|in case of|assuming that|as soon as(?! (?:it is )?(?:possible"
    r"|practicable|feasible|they can|it can))) (?=\w)"
    r"|only after (?=\w)"
    r"|while (?=(?:they|he|she|(?:(?:their|his|her|an?|the|any|all) )?[\w-]+ (?:is|are)) )"
    r"|(?:in a manner )?(?:consistent|compatible) with\b"
    r"|in (?:full )?(?:accordance|conformity|compliance|keeping|line) with\b|in accordance to\b"
    r"|subject to\b"
    r"|in so far as\b|insofar as\b|pursuant to\b|depending on\b|in the absence of\b"
    r"|if need be\b|with (?:due|full) (?:regard|respect) (?:for|to)\b|resources permitting\b"
    r"|without (?:exposing|compromising|undermining|prejudicing|jeopardi[sz]ing|infringing|"
    r"endangering|violating|putting)\b|other than (?:for|where|when|in)\b"
    r"|while (?:fully )?(?:safeguarding|respecting|preserving|upholding|observing)\b"
    r"|(?:only )?in exceptional (?:cases|circumstances)\b"
    r"|on the basis of\b|without prejudice to\b"
    r"|(?:regardless|irrespective) of(?: (?:where|whether|when|how|if))?\b"
    r"|notwithstanding\b|(?:that|which|who) have not (?:yet )?done so\b"
    r"|(?:only )?as a last resort\b|as required by\b"
    r"|within (?:their|its) (?:respective )?(?:means|capacities|mandates?)\b"
    r"|at (?:the|its|their) request\b|(?:up)?on (?:(?:the|its|their) )?request\b"
    r"|with (?:the|their|his|her) (?:\w+ )?consent\b"
    r"|for the (?:length|duration) of\b"
    r"|(?<!\bthe )(?<!\bits )(?<!\ball )(?<!\bany )(?<!\btheir )(?<!\bof )(?<!\bother )\bpending"
    r" (?=(?:an?|the|its|their|his|her|any|final|full|further|such)\b|(?:[\w-]+ )?\w+(?:tion"
    r"|ment|al|ption|iew)\b)"
    r"|according to (?:national|domestic)\b"
    r"|save (?:where|when|if|in cases)\b|except (?:for|in|by)\b"
    r"|on a (?:voluntary|case-by-case) basis\b|within existing resources\b)"
)
# Matches “find out ” and “explain to children ”, not “help children ”.
ASKING = re.compile(
    r"\b(?:find out|establish|explain|show|know|ask|inquire|enquire|determine|ascertain|clarify|"
    r"tell|"
    r"inform|examine|study|specify|learn|record|publish|decide|say|state|verify|check|assess"
    r"|explore|"
    r"consider)(?:ing|s|d)?(?: (?:to )?(?!and\b|or\b)[\w'-]+){0,4} \Z"
)
"""In front of "where", "when" or "if": what is to be found out or told, and no condition."""
# Matches “as soon ”, not “soon ”.
AS_POSSIBLE = re.compile(r"\bas \w+ \Z")
"""In front of "as possible": how something is to be done."""
# Begins “where smugglers”, not “where appropriate”.
QUESTION = re.compile(
    r"(?:where|when|if|whether) (?!appropriate|applicable|possible|necessary|needed|feasible|"
    r"practicable|relevant|required|available)"
)
# Matches “the places ”, not “a ferry ”.
PLACES = re.compile(
    r"\b(?:places?|points?|rooms?|houses?|sites?|locations?|facilit(?:y|ies)|buildings?"
    r"|an? (?:country|state|territory)) \Z"
)
"""In front of "where": it says which place is meant."""
# Begins “where their parents work”, not “where their parents are dead”.
WHERE_ABOUTS = re.compile(
    r"where (?:[\w'’-]+ ){1,8}?(?:live|work|sleep|stay|cross|pass|arrive|gather|land|reside"
    r"|settle|study|meet"
    r"|stop|play|queue)s?(?=\W|\Z)"
)
"""It says which place is meant, unless it opens a sentence or a comma sets it off."""
# Begins “should a child”, not “should be”.
INVERTED = re.compile(
    r"\W*(?P<should>should (?:an?|the|any|such|there|they|he|she|it|this|that) )\w"
)
"""How a recommendation begins whose condition is told by the place of its verb."""
# Matches “tell workers whom to call ”, not “call those who are told, ”.
TELLING = re.compile(
    r"\b(?:tell|inform|advise|explain|show|teach|know)\b[^.;:]*?"
    r"\b(?:what|how|whom?|where|which)\b(?! (?:are|is|have|has|will|were|was)\b)[^.;:,]* \Z"
)
"""In front of a clause of time: it belongs to what is told."""
# Matches “officials who look the other way ”, not “see that children are heard ”.
OF_PERSONS = re.compile(r"\bwho(?:se)? [^,;:]*\Z")
# Begins “when minors”, not “when appropriate”.
OF_EVENT = re.compile(r"(?:when|whenever|once|until|while) (?!\w+(?:ate|ary|ible|ed)\b)")
"""A clause of time, which behind "who" says when they do it, not when something is asked."""


# Matches “the law is fully ” and “bring the law ”, not “bring them to justice ”.
PREDICATE = re.compile(
    r"\b(?:is|are|be|being|was|were|remains?|stays?|(?:bring(?:s|ing)?|brought|put|keep(?:ing)?)"
    r"(?: (?!(?:to|and|or|in)\b)[\w'’-]+){1,12})(?: \w+ly)? \Z"
)
# Begins “in full conformity with”, not “in the event of”.
AGREEING = re.compile(
    r"in (?:full )?(?:accordance|conformity|compliance|keeping|line) with|in accordance to"
    r"|(?:consistent|compatible) with"
)
"""Behind such words it is what is to be so, and not how."""


def is_told(text: str, start: int, before: str) -> bool:
    """Whether what could begin a condition tells a place, what is to be found out, told or so, or
    what people do of whom is spoken. ``before`` are the words in front of it."""
    if AS_POSSIBLE.search(before) and text.startswith("as ", start):
        return True
    if QUESTION.match(text, start) and ASKING.search(before):
        return True
    if AGREEING.match(text, start) and PREDICATE.search(before):
        return True
    if text.startswith("where ", start) and _is_place(text, start, before):
        return True
    of_event = OF_EVENT.match(text, start)
    return bool(of_event and (TELLING.search(before) or OF_PERSONS.search(before)))


def _is_place(text: str, start: int, before: str) -> bool:
    """Whether a clause with "where" says which place is meant."""
    free = start < FIRST or before.rstrip().endswith(",")
    return bool(PLACES.search(before)) or bool(not free and WHERE_ABOUTS.match(text, start))
