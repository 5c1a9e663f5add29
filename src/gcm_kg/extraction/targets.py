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
    r"|vocational\s+training|health\s*care|medical\s+care|(?:fair|impartial)\s+(?:trials?|hearings?)|due\s+process|rights|dignity"
    r"|conditions|visits|alternatives|bail|parole|early\s+release"
    r"|(?:death|capital)\s+(?:penalty|sentences?|punishment)|executions?|corporal\s+punishment|flogging"
    r"|torture|ill-treatment|life\s+(?:imprisonment|sentences?)|solitary\s+confinement|stoning)\s+"
    + PEOPLE,
    re.I,
)
# Matches “rehabilitate former ” and “offer ”, not “support prosecutors of ”.
GIVEN_TO = re.compile(
    r"\b(?:re-?integrat|rehabilitat|resociali[sz]|counsel|educat|retrain|offer|re-?educat)(?:e|es|ing|ling)?\s+"
    r"(?:(?:the|all|any|former|young|convicted|alleged|juvenile|first-time)\s+){0,3}\Z",
    re.I,
)
# Matches “deport all ” and “reduce the number of ”, not “deport those who harm ”.
AGAINST = re.compile(
    r"\b(?:(?:punish|fine|penali[sz]e|jail|imprison|arrest|deport|expel|evict"
    r"|blacklist|tax|(?:send|turn|push|drive|force)\s+(?:back|away|out|home)|keep\s+out)\s+"
    r"|(?:reduce|cut|lower|limit|curb|cap)\s+the\s+(?:numbers?|influx|inflow|intake|arrivals?|flows?)\s+of\s+"
    r"|(?:defend|guard|close|seal|secure|shut)\s+(?:[\w’'-]+\s+){1,4}(?:against|to)\s+)"
    r"(?:(?!(?:who|that|of|for|from|by|and|or|on|to|in|at|with|against|among|about)\b)[\w’'-]+\s+){0,3}\Z",
    re.I,
)
"""In front of a population that something is done against: it is not for it."""
# Matches “stop trying to ”, not “start to ”.
UNDONE = re.compile(
    r"\b(?:not|never|stop|cease|end|avoid|refrain|without|instead|rather|abolish|prohibit|ban|prevent"
    r"|no\s+longer|halt|suspend|nobody|no\s+one)\b[^.;:]{0,60}\Z",
    re.I,
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
        return None if done else ("benefits", "benefit")
    given = (p.search(document.words, low, mention.start) for p in (FOR_THEM, GIVEN_TO))
    return None if any(given) else ("targets", "target")
