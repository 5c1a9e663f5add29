"""Finds mentions that state nothing: States that only tell where a place lies, actors by which only
a thing is named, populations that are named only within the name of something else or only qualify
others, and by what data are split."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Collection, Iterator
from itertools import pairwise

from gcm_kg.model.document import Document
from gcm_kg.model.iris import rule_iri
from gcm_kg.model.statements import Mention
from gcm_kg.model.vocabulary import Vocabulary
from gcm_kg.rdf.namespaces import DCTERMS, GCM

LOCATED_IN = GCM + "locatedIn"
# Is “, ”, not “ and ”.
LOCATED = re.compile(r"\s*[,(]\s*|\s+in\s+")
# Matches “gangs that kidnap ” and “treaties on torture and ”, not “laws on torture and ”.
QUALIFYING = re.compile(
    r"\b(?:(?:that|who|which)\s+(?:kidnap|exploit|smuggle|traffic|abuse|harm|deceive|sell|transport|"
    r"recruit|extort|cheat|trick|prey\s+(?:up)?on|profit\s+from)(?:ed|s)?"
    r"|(?<!owing\s)(?<!due\s)(?:to|from|in|through|(?<!procedure\s)(?<!scheme\s)by|on|under)\s+(?:which|whom)|on\s+account\s+of\s+(?:their|his|her)"
    r"|turn\s+to|who\s+(?:have|has|had|with)"
    r"|(?:laws?|acts?|bills?|codes?|legislation|statutes?)\s+(?:on|concerning|governing)"
    r"|(?:[Cc]onventions?|[Tt]reaty|[Tt]reaties|[Cc]ovenants?|[Ii]nstruments?)"
    r"(?:,?\s+(?:in\s+particular|notably|especially|including|namely|such\s+as)\s+(?:those|the\s+ones))?"
    r"\s+(?:on|concerning|regarding|relat(?:ing|ed)\s+to)"
    r"(?:\s+the\s+(?:rights|status|protection|situation)\s+of)?"
    r"(?P<listed>(?:\s+(?!(?:to|for|with|by|that|which|who|in|so)\b)[\w'’-]+,?"
    r"|\s+in\s+armed\s+conflicts?,?){0,8}?(?:(?<=,)|\s(?:and|or))(?:\s+(?:of|on))?)?)"
    r"\s+(?:the\s+)?\Z"
)
# Matches “Special Rapporteur on the right of ”, not “the rapporteur ”.
MANDATE = re.compile(
    r"\b(?:[Rr]apporteurs?|Representatives?|[Ii]ndependent\s+[Ee]xperts?)"
    r"(?:\s+of\s+the\s+Secretary-General)?\s+(?:on|for)"
    r"(?P<listed>(?:\s+(?!(?:to|with|by|that|which|who|should|must)\b)[\w'’-]+,?){0,10}?)\s+\Z"
)
"""In front of people whom the mandate of somebody names."""
# Matches “warn women about ” and “protect cooks from ”, not “protect women from violence against ”.
WARNED_OF = re.compile(
    r"\b(?:warn|alert|caution|protect|shield|save)\w*\s+(?:[\w'’-]+\s+){1,6}?"
    r"(?<!violence\s)(?<!discrimination\s)(?<!crimes\s)(?<!abuse\s)(?:about|against|from)\s+"
    r"(?:(?:the|any|all|such|other)\s+)?\Z",
    re.I,
)
"""In front of people who are a danger to others."""
# Begins “ convention”, not “ in conventions”.
TREATY = re.compile(r"\s+(?:convention|covenant|protocol|treaty|treaties)s?\b", re.I)
# Begins “ Act” and “s Health Act”, not “ act”.
NAMED_LAW = re.compile(
    r"(?:['’]s?)?\s+(?:[A-Z][\w-]+\s+){0,2}(?:Act|Law|Code|Bill|Ordinance|Decree|Statute)\b"
)
"""Behind people: a law that is named by them."""
# Matches “and protect”, not “protection and”.
JOINED = re.compile(r"(?:,|\band|\bor)\s+(?:\w+ly\s+)?(?P<word>\w+)")
# Matches “do not ”, “avoid cases of ” and “used to ”, not “notably ”.
DENIED = re.compile(
    r"\b(?:not(?:\s+to)?|never|cannot|used\s+to|(?:avoid|refrain|stop|halt|end|ceas|prevent|abolish)"
    r"\w*(?:\s+\w+){0,3}?)\s+\Z",
    re.I,
)
"""In front of the verb of what describes people: "do not punish those who fled"."""
# Begins “impunity for those who”, not “prosecution of those who”.
IMPUNITY = re.compile(r"impunity\b", re.I)
# Matches “disaggregated by ” and “broken down according to ”, not “disaggregated data ”.
BREAKDOWN = re.compile(
    r"\b(?:(?:dis|de)aggregated|broken\s+down|breakdown)\s+(?:at\s+least\s+)?"
    r"(?:by|according\s+to|on\s+the\s+basis\s+of)\s+",
    re.I,
)
# Matches “, in order to ” and “; ”, not “, age and country of ”.
END_OF_BREAKDOWN = re.compile(
    r"[.;:]|\b(?:to|in|on|for|with|from|that|which|about|while|without|so)\b", re.I
)
# Begins “ loan scheme” and “ liability law”, not “ and its scheme”.
THING = re.compile(
    r"\s+(?:(?!(?:and|or|of|in|on|to|for|with|by|from|at|that|which|who|is|are|was|were|has|have|should"
    r"|must|will|can|may|under|through|as|adopted|enacted|introduced)\b)[a-z][\w-]*\s+){0,2}"
    r"(?:programmes?|programs?|schemes?|scholarships?|acts?|laws?|bills?|codes?|statutes?|handbooks?"
    r"|manuals?|curricul(?:um|a)|liability|websites?|buildings?|premises|budgets?|bonds?|loans?|grants?"
    r"|subsid(?:y|ies)|pensions?|licen[cs]es?)\b"
)
"""Behind the name of an actor: a thing that is only named by it."""
# Matches “irrespective of sex, ” and “whatever their ”, not “whatever is ”.
WHATEVER = re.compile(
    r"\b(?:(?:irrespective|regardless)\s+of|on\s+account\s+of|without\s+regard\s+to"
    r"|(?:whatever|no\s+matter)(?:\s+what|\s+which)?(?:\s+(?:their|his|her|the))?)\s+"
    r"(?:(?!(?:is|are|to|in|for|by|that|which|who)\b)[\w-]+,?\s+){0,6}\Z",
    re.I,
)
NO_DIFFERENCE = rule_iri("no-difference")
SAYING_LITTLE = rule_iri("saying-little")
LIST_REACH = 160
"""Code points before a theme in which data may be said to be split by a list of things."""
REACH = 100
"""Code points before a population in which words may say that it only qualifies others."""


def silent_mentions(
    document: Document, mentions: list[Mention], vocabulary: Vocabulary
) -> set[Mention]:
    """Those of the mentions, given in their order, that state nothing of their parts."""
    named = [mention for mention in mentions if mention.layer == "names"]
    located = _locating(document, named, vocabulary)
    within = _qualifying_things(document, named, vocabulary)
    return {
        *located,
        *within,
        *_in_titles(mentions, vocabulary),
        *_breaking_down(document, mentions),
        *_making_no_difference(document, mentions, vocabulary),
        *_saying_little(document, mentions, vocabulary),
    }


def qualifying_populations(
    document: Document, mentions: list[Mention], verbs: Collection[str]
) -> set[Mention]:
    """Populations that only say of what others are spoken ("gangs that kidnap migrants", "treaties
    on torture and refugees"), and those described by what is not to be done to them.

    ``verbs`` are those that are no nouns: where one is joined, a list of what laws are on ends.
    """
    described = rule_iri("described")
    names = {m.start for m in mentions if m.layer == "names"}

    def states_nothing(mention: Mention) -> bool:
        words = document.words[mention.start : mention.end].lower()
        if words in ("female", "women", "woman") and mention.end + 1 in names:
            return True
        before = (document.words, max(0, mention.start - REACH), mention.start)
        spared = mention.maker == described and not IMPUNITY.match(document.words, mention.start)
        if spared and DENIED.search(*before):
            return True
        capital = document.words[mention.start].isupper()
        if capital and NAMED_LAW.match(document.words, mention.end):
            return True
        if TREATY.match(document.words, mention.end) or WARNED_OF.search(*before):
            return True
        found = QUALIFYING.search(*before) or MANDATE.search(*before)
        joined = JOINED.finditer(found["listed"] or "") if found else ()
        return found is not None and not any(word["word"].lower() in verbs for word in joined)

    return {m for m in mentions if m.layer == "populations" and states_nothing(m)}


def _breaking_down(document: Document, mentions: list[Mention]) -> Iterator[Mention]:
    """Themes by which data are only split: "disaggregated by sex, disability and nationality"."""
    for mention in mentions:
        if mention.layer == "themes":
            reach = max(mention.part.start, mention.start - LIST_REACH)
            for split in BREAKDOWN.finditer(document.words, reach, mention.start):
                if not END_OF_BREAKDOWN.search(document.words, split.end(), mention.start):
                    yield mention


def _making_no_difference(
    document: Document, mentions: list[Mention], vocabulary: Vocabulary
) -> Iterator[Mention]:
    """Themes that are only named as what makes no difference: "regardless of nationality"."""
    indifferent = set(vocabulary.get(NO_DIFFERENCE, DCTERMS + "relation"))
    for mention in mentions:
        if mention.layer == "themes" and indifferent.issuperset(mention.entities):
            low = max(mention.part.start, mention.start - REACH)
            if WHATEVER.search(document.words, low, mention.start):
                yield mention


def _saying_little(
    document: Document, mentions: list[Mention], vocabulary: Vocabulary
) -> Iterator[Mention]:
    """Themes so wide that beside another one they add nothing: "migration" where a sentence is
    about data."""
    wide = set(vocabulary.get(SAYING_LITTLE, DCTERMS + "relation"))
    themes = [mention for mention in mentions if mention.layer == "themes"]
    telling = [m for m in themes if not wide.issuperset(m.entities)]
    starts = [mention.start for mention in telling]
    for mention in themes:
        if wide.issuperset(mention.entities):
            here = document.sentences_of(mention.part)
            low, high = next((s for s in here if s[0] <= mention.start < s[1]), (0, 0))
            if bisect_left(starts, low) < bisect_left(starts, high):
                yield mention


def _locating(
    document: Document, named: list[Mention], vocabulary: Vocabulary
) -> Iterator[Mention]:
    """The names of States that only tell where a place lies: "Istanbul, Turkey"."""
    for place, state in pairwise(named):
        if LOCATED.fullmatch(document.words, place.end, state.start):
            within = {s for entity in place.entities for s in vocabulary.get(entity, LOCATED_IN)}
            if not within.isdisjoint(state.entities):
                yield state


def _qualifying_things(
    document: Document, named: list[Mention], vocabulary: Vocabulary
) -> Iterator[Mention]:
    """Actors whose name only says what kind of a thing is spoken of: "the trade union act"."""
    for mention in named:
        if THING.match(document.words, mention.end, mention.part.end):
            singular = not document.words[mention.start : mention.end].lower().endswith("s")
            is_a = all(vocabulary.is_a(entity, "Actor") for entity in mention.entities)
            kinds = any(vocabulary.is_a(entity, "Organization") for entity in mention.entities)
            if singular and mention.entities and is_a and not kinds:
                yield mention


def _in_titles(mentions: list[Mention], vocabulary: Vocabulary) -> Iterator[Mention]:
    """Populations that are named only within the name of an instrument, event or unknown."""
    reached = -1
    for mention in mentions:
        if mention.layer == "populations" and mention.end <= reached:
            yield mention
        elif mention.layer == "names" and not any(
            vocabulary.is_a(e, k) for e in mention.entities for k in ("Actor", "Place")
        ):
            reached = max(reached, mention.end)
