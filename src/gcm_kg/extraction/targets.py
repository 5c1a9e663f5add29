"""Tells perpetrators against whom a recommendation is from those for whom it asks something.

The rule is described in data/vocabulary/rules.ttl. "Prosecute offenders" is against them; "provide
legal aid to offenders" and "abolish the death penalty for offenders" are not.
"""

from __future__ import annotations

import re

from gcm_kg.model.document import Document
from gcm_kg.model.statements import Mention

REACH = 120
"""Code points in front of perpetrators in which what is given to them, or done to them, stands."""
PEOPLE = r"(?:of|for|to|on|against)\s+(?:(?!and\b|or\b)[\w’'-]+\s+){0,4}\Z"
# Matches “prison conditions for ” and “death penalty for all ”, not “sentences for ”.
FOR_THEM = re.compile(
    r"\b(?:legal\s+aid|counsel(?:ling)?|treatment|rehabilitation|re-?integration|education"
    r"|vocational\s+training|health\s*care|medical\s+care|(?:fair|impartial)\s+(?:trials?"
    r"|hearings?)|due\s+process|rights|dignity"
    r"|conditions|visits|alternatives|bail|parole|early\s+release"
    r"|(?:death|capital)\s+(?:penalty|sentences?|punishment)|executions?|corporal\s+punishment"
    r"|flogging"
    r"|torture|ill-treatment|life\s+(?:imprisonment|sentences?)|solitary\s+confinement|stoning)\s+"
    + PEOPLE,
    re.I,
)
# Matches “rehabilitate former ” and “offer ”, not “support prosecutors of ”.
GIVEN_TO = re.compile(
    r"\b(?:re-?integrat|rehabilitat|resociali[sz]|counsel|educat|retrain|offer|re-?educat)(?:e"
    r"|es|ing|ling)?\s+"
    r"(?:(?:the|all|any|former|young|convicted|alleged|juvenile|first-time)\s+){0,3}\Z",
    re.I,
)
# Matches “deport all ” and “reduce the number of ”, not “deport those who harm ”.
AGAINST = re.compile(
    r"\b(?:(?:punish|fine|penali[sz]e|jail|imprison|arrest|deport|expel|evict"
    r"|blacklist|tax|(?:send|turn|push|drive|force)\s+(?:back|away|out|home)|keep\s+out)\s+"
    r"|(?:reduce|cut|lower|limit|curb|cap)\s+the\s+(?:numbers?|influx|inflow|intake|arrivals?"
    r"|flows?)\s+of\s+"
    r"|(?:defend|guard|close|seal|secure|shut)\s+(?:[\w’'-]+\s+){1,4}(?:against|to)\s+)"
    r"(?:(?!(?:who|that|of|for|from|by|and|or|on|to|in|at|with|against|among"
    r"|about)\b)[\w’'-]+\s+){0,3}\Z",
    re.I,
)
"""In front of a population that something is done against: it is not for it."""
# Matches “stop trying to ”, not “start to ”.
UNDONE = re.compile(
    r"\b(?:not|never|stop|cease|end|avoid|refrain|without|instead|rather|abolish|prohibit|ban"
    r"|prevent"
    r"|no\s+longer|halt|suspend|nobody|no\s+one)\b[^.;:]{0,60}\Z",
    re.I,
)
# Matches “in consultation with ” and “shelters run by ”, not “services for ”.
PARTAKING = re.compile(
    r"\b(?:(?:in\s+(?:\w+\s+)?(?:consultation|co-?operation|collaboration|dialogue|partnership"
    r"|coordination)"
    r"|together|jointly|(?:co-?)?designed|drawn\s+up|worked\s+out)\s+with"
    r"|with\s+the\s+(?:\w+\s+(?:and\s+\w+\s+)?)?participation\s+of"
    r"|(?:forum|platform|board|body|council|committee|meeting|process)\s+open\s+to"
    r"|(?:data|information|evidence|testimony|testimonies)\s+(?:\w+\s+)?(?:provided|given|supplied)\s+by"
    r"|\b(?:run|led|staffed|managed|headed|chaired|searched|interviewed|written|owned)\s+by)\s+"
    r"(?:[\w’'-]+\s+(?:and|or)\s+)?(?:(?:the|former|all|affected|other|concerned)\s+){0,2}\Z",
    re.I,
)
"""In front of people who have a part in what is done, which is not for them."""
# Matches “the children of ”, not “detention of ”.
RELATED_TO = re.compile(
    r"\b(?:children|sons|daughters|spouses|wives|husbands|widows|relatives|parents"
    r"|partners)\s+of\s+"
    r"(?:(?:the|all|these|those)\s+)?\Z",
    re.I,
)
"""In front of people by whom others are only told apart."""
# Matches “the families of ”, not “families against ”.
FAMILY_OF = re.compile(r"\bfamil(?:y|ies)\s+of\s+(?:the\s+)?\Z", re.I)
# Matches “, and not after the ”, not “and not only for the ”.
NOT_THEM = re.compile(
    r"\b(?:(?:and|but)\s+not|rather\s+than)\s+(?:after|against|at)\s+(?:the\s+)?"
    r"(?:(?!(?:for|to|and)\b)[\w’'-]+,?\s+|(?:and|or)\s+){0,5}\Z",
    re.I,
)
"""In front of people whom others are pursued instead of."""
# Is “families”, not “children”.
KIN = re.compile(r"parents?|famil(?:y|ies)|relatives|guardians?|mothers?|fathers?", re.I)
# Matches “remain with their ”, not “for their ”.
BESIDE_KIN = re.compile(
    r"\b(?:with|from|without|(?:status|papers|acts?|offences?|crimes?|nationality|debts?|consent|income)"
    r"\s+of)\s+(?:their|his|her)\s+\Z",
    re.I,
)
"""In front of kin with whom those are, or are not, of whom is spoken, or who did something."""
# Matches “run away from abusive ”, not “protect from ”.
FLED = re.compile(
    r"\b(?:run|runs|running|ran|flee|flees|fleeing|fled|escap(?:e|es|ed|ing))\s+(?:away\s+)?from\s+"
    r"(?:(?:their|the|abusive|violent|exploitative)\s+){0,2}\Z",
    re.I,
)
# Matches “the definition of “”, not “the definition of ”.
TERM = re.compile(
    r"\b(?:definition|meaning|term|notion|concept)\s+(?:of\s+)?[“\"'‘]\s*(?:a\s+)?\Z", re.I
)
"""In front of words of which is spoken, and not of people."""
# Matches “the same wages as ” and “equality with that of ”, not “rights of women as ”.
COMPARED = re.compile(
    r"\b(?:in\s+comparison\s+(?:with|to)|compared\s+(?:with|to)|equality\s+with|on\s+a\s+par\s+with"
    r"|(?:similar|comparable|identical|equivalent|equal)\s+to|(?:different(?:ly)?|separate(?:ly)?)\s+from"
    r"|on\s+(?:an?\s+|the\s+)?(?:equal|same)\s+(?:basis|footing|terms|conditions)\s+(?:with|as)|than"
    r"|same\s+(?:[\w’'-]+\s+){1,6}?(?:as|afforded\s+to|enjoyed\s+by)|(?:for|of)\s+women\s+as\s+for)\s+"
    r"(?:(?:that|those)\s+of\s+)?(?:(?:the\s+)?rest\s+of\s+)?(?:(?:the|all|other)\s+){0,2}\Z",
    re.I,
)
"""In front of people with whom those are compared of whom is spoken."""
# Matches “irrespective of their ”, not “because of the ”.
ON_GROUND_OF = re.compile(
    r"\b(?:(?:irrespective|regardless|independent(?:ly)?)\s+of|without\s+regard\s+to"
    r"|condition(?:ed|al)\s+(?:by|on|upon)|(?:based|depend(?:ent|ing|s)?)\s+(?:up)?on"
    r"|on\s+(?:the\s+)?(?:basis|grounds?)\s+of)\s+(?:(?:the|their|his|her|a)\s+)?\Z",
    re.I,
)
# Begins “ status”, not “ statutes”.
STATUS = re.compile(r"\s+status\b")
"""Behind people: what is not to count, or to count, where the words in front are those above."""
# Is “society at large”, not “the public at large”.
SOCIETY = re.compile(r"society\b.*", re.I | re.S)
# Matches “within ” and “in the ”, not “inform ”.
WITHIN = re.compile(r"\b(?:in|within|throughout|across)\s+(?:the\s+)?\Z", re.I)
"""In front of society: a place, and nobody who gets anything."""
# Matches “must be ”, not “must be given to ”.
REQUIRED = re.compile(r"\b(?:must|should|shall)\s+be\s+(?:(?:full|a)\s+)?\Z", re.I)
# Is “citizens”, not “women”.
BELONGING = re.compile(r"citizens?|nationals?", re.I)
"""What others are required to be."""
# Matches “900 fewer ”, not “few ”.
FEWER = re.compile(r"\bfewer\s+\Z", re.I)
# Begins “ under the age of 18”, not “ under arrest”.
MINORS = re.compile(
    r"\s+(?:under|below|younger\s+than)\s+(?:the\s+age\s+of\s+)?(?:1\d|eighteen|sixteen|fourteen)\b",
    re.I,
)
"""Behind offenders: they are children, and treated as such."""
# Matches “prosecute all ”, not “treat ”.
PROSECUTED = re.compile(
    r"\b(?:prosecut|punish|convict|indict|bring|try|trying|sanction|sentenc)\w*\s+(?:(?:the|all|any)\s+)?\Z",
    re.I,
)
BODIES = r"(?:associations?|groups?|organi[sz]ations?|unions?|networks?|councils?)\b"
# Begins “’ associations” and “ rights groups”, not “’ rights” and “ groups”.
OF_THEM = re.compile(
    rf"['’]s?\s+(?:\w+\s+)?{BODIES}|\s+(?:rights|support|aid|advocacy|self-help)\s+{BODIES}"
    r"|\s+(?:associations|organi[sz]ations|unions|networks)\b"
)


def for_whom(document: Document, mention: Mention, *, targeted: bool) -> tuple[str, str] | None:
    """The relation in which a recommendation stands to a population that it names, and its rule.
    Perpetrators are ``targeted``, unless words in front say what they are to have, or to be spared:
    then nothing is said. Nor is anything of others that something is done against."""
    if mention.part.kind != "Recommendation":
        return None
    low = max(mention.part.start, mention.start - REACH)
    if not targeted:
        against = AGAINST.search(document.words, low, mention.start)
        done = against and not UNDONE.search(document.words, low, against.start())
        aside = done or _is_aside(document.words, mention, low)
        return None if aside else ("benefits", "benefit")
    spoken_of = (FOR_THEM, GIVEN_TO, RELATED_TO, FAMILY_OF)
    given = (p.search(document.words, low, mention.start) for p in spoken_of)
    young = MINORS.match(document.words, mention.end)
    spared = young and not PROSECUTED.search(document.words, low, mention.start)
    return None if spared or any(given) else ("targets", "target")


def _is_aside(words: str, mention: Mention, low: int) -> bool:
    """Whether people only have a part in what is done, or tell of whom is spoken."""
    if OF_THEM.match(words, mention.end):
        return True
    patterns = [PARTAKING, RELATED_TO, NOT_THEM, COMPARED, FEWER, FLED, TERM]
    place = (words, mention.start, mention.end)
    told = ((KIN, BESIDE_KIN), (SOCIETY, WITHIN), (BELONGING, REQUIRED))
    patterns += [before for people, before in told if people.fullmatch(*place)]
    if STATUS.match(words, mention.end):
        patterns.append(ON_GROUND_OF)
    return any(pattern.search(words, low, mention.start) for pattern in patterns)
