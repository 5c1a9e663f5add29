"""Finds the themes of which lists and passives speak though other words part them from their verb:
"provide food, water and education", "the detention of children should be ended".
"""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping

from gcm_kg.extraction.causation import LISTED
from gcm_kg.extraction.cue_kinds import CueKind, CueReading
from gcm_kg.extraction.polarity_contexts import REACH
from gcm_kg.extraction.theme_gaps import PEOPLE, QUALITIES, QUALITY, TRANSPARENT
from gcm_kg.model.document import Document
from gcm_kg.model.statements import Mention
from gcm_kg.model.vocabulary import Label
from gcm_kg.text.phrases import LINKS, NOUN_IN_ING, STOP, VERBS, is_asked, is_near

# Begins “report on progress”, not “report”.
REPORTS = re.compile(r"report\s+(?:on|back|to|regularly|annually)\b", re.IGNORECASE)
PHRASE = 40
"""Code points of other words between a cue and a theme: "robust victim protection"."""
# Is “criminalizing”, not “smuggling”.
VERB_IN_ING = re.compile(rf"{NOUN_IN_ING}\w+ing", re.IGNORECASE)
# Is “ of irregular migration, including ”, not “ and protect victims, including ”.
INCLUDING = re.compile(
    r"(?:\s+(?:of|behind|for|against)\b(?:\s+(?!(?:and|or)\b)[\w'’-]+){1,8}?)?,?\s+"
    r"(?:including|such\s+as|notably|namely|particularly|especially|in\s+particular|like),?\s+"
    r"(?:(?:in\s+particular|notably|inter\s+alia),?\s+)?(?:in\s+(?:the\s+(?:areas?|fields?)\s+of\s+)?)?"
    r"(?:(?:the|all|their|its|extreme|widespread)\s+)?(?:rights?\s+(?:to|of)\s+(?:the\s+)?)?",
    re.IGNORECASE,
)
"""Between a theme and a further one of its kind."""
ITEM = r"(?!(?:and|or|to|also)\b)[\w’'-]+(?: (?!(?:and|or|to)\b)[\w’'-]+){0,2}"
# Is “ food, clean water and safe ”, not “ food ”.
OPENED = re.compile(
    rf" {ITEM}(?:, {ITEM}){{0,3}}(?:,?(?P<last> (?:and|or))|,)"
    rf" (?:(?:{QUALITY}|the|an?|other|their) ){{0,2}}",
    re.IGNORECASE,
)
"""Between a cue and a theme: a list begins with what is no theme."""
# Begins “, housing and ”, not “ in towns and ”.
GOES_ON = re.compile(rf"(?:, {ITEM}){{0,4}},? (?:and|or|as well as) ", re.IGNORECASE)
"""Behind an item of a list, which a conjunction completes."""
# Is “ of children in towns ”, not “ of children was ”.
OF_ANYTHING = re.compile(
    rf"\s+(?:of|for|against|among)(?:\s+(?!(?:{LINKS}|{VERBS}|and|or)\b)[\w'’-]+){{1,6}}\s+"
    r"(?:(?:also|therefore|now|\w+ly)\s+)?",
    re.IGNORECASE,
)
"""Between a theme and what is to be done with it: whose it is."""
# Matches “the use of ” and “perpetrators of ”, not “the reports on ”.
STANDING_FOR = re.compile(
    r"\b(?:use|practices?|imposition|resort|recourse|phenomen(?:on|a)|scourge|crimes?|problems?"
    r"|incidence|prevalence|forms?|perpetrators|organi[sz]ers)\s+(?:of|to)\s+(?:the\s+|any\s+)?\Z",
    re.IGNORECASE,
)
"""Before a theme that is meant: who ends its use ends it."""
# Begins “all cases of ” and “ those responsible for ”, not “ reports of ”.
INSTANCES = re.compile(
    r"\s*(?:(?:the|all|any|every|such|further|new|possible|other)\s+){0,2}"
    r"(?:(?:cases?|incidents?|instances?|acts?|occurrences?|practices?|forms?|risks?|dangers?|spread|scourge)\s+of"
    r"|(?:(?!and\b|or\b|to\b)[\w-]+\s+){1,3}(?:who\s+(?:are|is)\s+)?"
    r"(?:responsible\s+for|guilty\s+of|involved\s+in|who\s+commit))\s+"
    r"(?:(?:all|any)\s+(?:forms?|acts?|cases?)\s+of\s+)?(?:de\s+facto\s+)?",
    re.IGNORECASE,
)
"""Between a cue and what is fought or avoided: single ones of it."""
# Matches “should be promoted and all ”, not “should be promoted and must ”.
ANOTHER_DONE = re.compile(
    r"\b(?P<be>(?:should|must|shall|ought to|needs? to|(?:has|have|is|are) to) be)"
    r"(?: \w+ly)? \w*(?:[dtn]|made|done)\b"
    r"(?:(?! (?:is|are|was|were|has|have|that|which|who|if)\b)[^.;:])*?"
    r"(?:,|,? (?:and|while|but))\s+(?:(?:the|all|any|their|\w+(?:al|ive|ous|ble|ed|ic|ful))\s+)*\Z",
    re.IGNORECASE,
)
# Begins “ countered.” and “ fully protected and”, not “ promoted education”.
DONE_TOO = re.compile(
    r"\s+(?:\w+ly\s+)?(?P<done>[a-z]+)(?=\s*(?:[.,;]|\Z)|\s(?:and|by|in|at|to|with|through|on|as)\b)"
)
"""Behind a theme: what should be done with it, as something else with another one."""
# Begins “ of all children are effectively protected”, not “ protected”.
DONE_SO = re.compile(
    r"(?:\s+(?:of|for|against|among)(?:\s+(?!(?:and|or)\b)[\w'’-]+){1,6}?)?\s+"
    r"(?P<be>(?:(?P<asked>(?:should|must|shall|ought\s+to|needs?\s+to|to)\s+)(?:also\s+|always\s+)?)?(?:be|is|are))\s+"
    r"(?:(?:also|always|fully|better|\w+ly)\s+(?:and\s+\w+ly\s+)?){1,2}(?P<done>[a-z]+)\b",
    re.IGNORECASE,
)
"""Behind a theme: what should be done with it, and how."""


def participles(kinds: Mapping[Label, CueKind]) -> dict[str, str]:
    """The participles of the verbs among cues ("should be banned"), each with its polarity."""
    texts = {label.text: kind.meaning for label, kind in kinds.items() if kind.behind}
    be = "should be "
    return {text.removeprefix(be): texts[text] for text in texts if text.startswith(be)}


def is_by_verb(words: str, verbs: Collection[str], nouns: Collection[str]) -> bool:
    """Whether the words of a theme begin with a verb in its basic form: with one of ``verbs`` that
    is none of the ``nouns``, or with "report on"."""
    first = words.split(" ")[0].lower()
    return first in verbs and (first not in nouns or REPORTS.match(words) is not None)


def is_reached(gap: str, first: str, behind: str, verbs: Collection[str]) -> bool:
    """Whether the words between a cue and the theme that begins with ``first`` keep them together;
    ``behind`` are the words behind it, where a comma parts them."""
    near = QUALITIES.sub("", gap, count=1) if QUALITIES.match(gap) else gap
    if is_near(near, PHRASE) or "," not in gap or VERB_IN_ING.match(first):
        return is_near(near, PHRASE)
    return _opens_list(gap, behind, verbs)


def _opens_list(gap: str, behind: str, verbs: Collection[str]) -> bool:
    """Whether a cue speaks of a theme that stands in a list of things that are none."""
    found = OPENED.fullmatch(gap)
    if not found or not (found["last"] or GOES_ON.match(behind)):
        return False
    words = gap.replace(",", " ").lower()
    return not (
        STOP.search(words)
        or any(PEOPLE.search(f"{item.strip()} ") for item in gap.split(","))
        or any(word in verbs for word in words.split())
    )


def without_owner(gap: str) -> str:
    """What stands between a theme and a cue behind it, without the words that say whose it is."""
    return " " if OF_ANYTHING.fullmatch(gap) else gap


def without_measures(gap: str, *, opposed: bool) -> tuple[str, bool]:
    """What stands between a cue and a theme, without measures of it, or single cases of what is
    ``opposed``; and whether the theme is what such a measure does ("statements that")."""
    cases = INSTANCES.match(gap) if opposed else None
    gap, found = (gap[cases.end() :] if cases else gap), None
    transparent = TRANSPARENT.match(gap)
    while transparent:
        gap, found = gap[transparent.end() :], transparent
        transparent = TRANSPARENT.match(gap)
    return gap, bool(found and found["doing"] and not gap)


def without_standing_for(before: str) -> str:
    """The words before a theme without those that stand for it: "the use of"."""
    return STANDING_FOR.sub("", before)


def done_too(document: Document, mention: Mention, done: Mapping[str, str]) -> CueReading | None:
    """The reading of a theme with which something should be done, where the words say it of another
    one only: "education should be promoted and child labour banned". ``done`` are the participles
    that say so, each with its polarity."""
    behind = DONE_TOO.match(document.words, mention.end, mention.part.end)
    meaning = done.get(behind["done"]) if behind else None
    if not behind or not meaning:
        return None
    low = max(mention.part.start, mention.start - 2 * REACH)
    other = ANOTHER_DONE.search(document.words, low, mention.start)
    if not other or not is_asked(document.words[mention.part.start : other.start()]):
        return None
    return CueReading(meaning, (other.span("be"), behind.span("done")))


def done_so(document: Document, mention: Mention, done: Mapping[str, str]) -> CueReading | None:
    """The reading of a theme with which something should be done in some way: "freedom of
    expression is fully respected". ``done`` are the participles that say so. In a narrative, what
    is done is only reported."""
    behind = DONE_SO.match(document.words, mention.end, mention.part.end)
    meaning = done.get(behind["done"].lower()) if behind else None
    if not behind or not meaning:
        return None
    if not behind["asked"] and mention.part.kind != "Recommendation":
        return None
    if not is_asked(document.words[mention.part.start : mention.start]):
        return None
    return CueReading(meaning, (behind.span("be"), behind.span("done")))


def of_kinds(
    document: Document, harms: list[Mention], read: Mapping[Mention, list[CueReading]]
) -> dict[Mention, list[CueReading]]:
    """The readings of harms, in their order, that are of the kind that another one before them
    names: "root causes of it, including poverty and corruption"."""
    found: dict[Mention, list[CueReading]] = {}
    for at, other in enumerate(harms):
        for one in () if other in read else harms[max(0, at - 3) : at]:
            gap = (document.words, one.end, other.start)
            further = one in found and LISTED.fullmatch(*gap)
            if one.part is other.part and (further or (one in read and INCLUDING.fullmatch(*gap))):
                found[other] = found.get(one) or read[one]
    return found
