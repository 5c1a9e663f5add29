"""Tells which speech act a verb stands for where its object or complement decides."""

from __future__ import annotations

import re
from collections.abc import Iterator

from gcm_kg.extraction.reporting_phrases import AFFIRM
from gcm_kg.extraction.reporting_verbs import ReportingVerbs
from gcm_kg.rdf.namespaces import BASE

CITE, REPORT = f"{BASE}speechact/cite", f"{BASE}speechact/report"
SHARE = f"{BASE}speechact/share"
CALL_FOR, SUPPORT = f"{BASE}speechact/call-for", f"{BASE}speechact/support"
EXPRESS_CONCERN = f"{BASE}speechact/express-concern"
# Begins “ that the fund be doubled”, not “ that fees are high”.
SUBJUNCTIVE = re.compile(
    r"^(?: that)? [^.;:]{1,90}? (?:be|should(?: not)?|ought to|must|need to)\b"
)
"""Behind "suggest": it is asked for, and not only said to be so."""
# Begins “ that the two be kept apart”, not “ that fees are high”.
BE = re.compile(r"^ that [^.;:,]{1,70}? (?<!to )(?<!should )(?<!must )be\b")
"""Behind "insist": it is asked for."""
# Begins “ push-backs incompatible with the law”, not “ ways to end them”.
COMPLEMENT = re.compile(
    r"^ (?!how\b|whether\b|what\b|why\b|ways\b|the question\b|issues\b|that\b)[^.;:,]{3,90}? "
    r"(?:in|un)?(?:compatible|consistent|essential|necessary|premature|vital|important|crucial|"
    r"acceptable|sufficient|appropriate|desirable|helpful|just|fair|lawful|key|urgent|to be)\b"
)
"""Behind "consider": that something is so."""
# Begins “ delegations to hand in”, not “ all to a dialogue”.
TO_DO = re.compile(
    r" [\w' -]{1,60}? to (?!an?\b|the\b|this\b|its\b|their\b)\w+"
    r"|(?: \w+)? to (?:do so\b|\w+ (?:it|them|an?|the|this|its|their|all)\b)"
)
"""Behind "invite": what those who are invited are asked to do."""
# Begins “ from the floor who would pay”, not “ all those who pay to leave”.
QUESTION = re.compile(
    r" (?:(?:from|in|by|at) (?:[\w'-]+ ){1,4}|(?:the|each) (?:[\w'-]+ ){1,2})?"
    r"(?:who|whether|why|how|what|when|where|if)\b"
)
"""Behind "ask": only what was asked is told."""
# Begins “ that it would ratify it”, not “ that the bill had passed”.
INTENT = re.compile(
    r"^ that (?:it|they|he|she|(?:its|their|his|her) [\w'-]+) "
    r"(?:would|will|(?:is|are|was|were) (?:going|planning|about) to"
    r"|(?:intend(?:s|ed)?|plan(?:s|ned)?) to)\b"
)
"""Behind "announce": one is ready to do something."""
# Matches “This view was ”, not “This plan was ”.
VIEW = re.compile(
    r"\b(?:view|opinion|position|assessment|belief|sentiment|perception"
    r"|(?P<worry>concern|worr(?:y|ie)|fear|unease|alarm))s?(?: (?:was|were|is|are|has been"
    r"|had been)(?: \w+ly| also)?)? ?\Z"
)
"""In front of "shared": it is no example."""
# Begins “ to disagree on quotas”, not “ to meet again”.
NO_AGREEMENT = re.compile(r"(?: to)? (?:disagree|differ)\b")
# Matches “ agreements as the tool that serves them”, not “ a project”.
AS = re.compile(r"^(?: as\b|[^.;,]{1,80} as (?:an?|the|being)\b)")
# Begins “drew attention to”, not “noted”.
POINTING = re.compile(r"(?:dr[ae]wn? attention|draws attention|mention|recall|invoke)")
"""Verbs that cite where what they point to is an instrument or initiative."""
# Matches “some existing practices”, not “the value”.
CITABLE = re.compile(
    r"\b(?:practices?|initiatives?|examples?|plans?|frameworks?|experiences?|programmes?|projects?|"
    r"guidelines|mechanisms?|campaigns?|articles? \d|paragraphs? \d)\b"
)
"""What is cited without having a name."""

DECIDED = (
    (("suggest", "propos"), SUBJUNCTIVE, CALL_FOR),
    (("insist", "stress", "emphasi"), BE, CALL_FOR),
    (("consider",), COMPLEMENT, AFFIRM),
    (("describe",), AS, AFFIRM),
    (("announc",), INTENT, SUPPORT),
)
"""How verbs begin whose act the words behind them decide."""


def speech_act(verbs: ReportingVerbs, text: str, match: re.Match[str], *, cited: bool) -> str:
    """The speech act of a verb found in a folded sentence; ``cited``: an instrument stands there.

    To point to what is no instrument, initiative or practice is to say that it is so; to invite to
    something that is no doing calls for nothing.
    """
    verb = match["verb"] or match["done"]
    act = verbs.act(verb)
    rest = text[match.end() :]
    if told := match.groupdict().get("about"):
        return AFFIRM if told == "that" else SHARE
    if _only_tells(verb, rest):
        return REPORT
    if verb == "shared" and (view := VIEW.search(text, 0, match.start())):
        return EXPRESS_CONCERN if view["worry"] else AFFIRM
    if by_rest := next((told for told in _by_rest(verb, rest)), ""):
        return by_rest
    if POINTING.match(verb) and cited and not rest.startswith(" that"):
        return CITE
    vague = act == CITE and not cited and not CITABLE.search(text)
    return AFFIRM if vague else act


def _by_rest(verb: str, rest: str) -> Iterator[str]:
    """The act of a verb that the words behind it decide, if they do."""
    for opening, pattern, act in DECIDED:
        if verb.startswith(opening) and pattern.search(rest):
            yield act


def _only_tells(verb: str, rest: str) -> bool:
    """Whether a verb of asking is one of a question, or of an invitation to no doing, or one of
    agreement says that there was none."""
    if verb.startswith("invite"):
        return not TO_DO.match(rest)
    if verb.startswith("agree"):
        return NO_AGREEMENT.match(rest) is not None
    return verb in ("ask", "asks", "asked", "asking") and QUESTION.match(rest) is not None
