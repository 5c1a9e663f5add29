"""How a reporting clause is joined to the words before it, or is part of what they say."""

from __future__ import annotations

import re

from gcm_kg.extraction.clause_holders import Clause
from gcm_kg.extraction.reporting_phrases import NO_VERB
from gcm_kg.extraction.reporting_verbs import ReportingVerbs

REACH = 600
"""Code points before a clause that are looked at."""
# Matches “measures that ”, not “while ”.
EMBEDDED = re.compile(
    r"\b(?:that|which|whom|how|what|why|whether|if|to|by|of|for|from|with|between|among|as|where|on"
    r"|at|in|unlike|like|than|except|besides|nor|echoing|following|quoting|thanking|citing) "
    r"(?:the |these |those |other )?\Z"
    r"|\b(?:would|will) (?:have|see|let) (?:the |all )?\Z"
    r"|\b(?:consisting|comprising|including|composed|such as)\b[^,.;]*\Z"
)
"""In front of a subject: its clause is part of what is said."""
# Is “young people from six ”, not “speakers said that six ”.
FROM_THEM = re.compile(
    rf"(?:{NO_VERB}[\w'-]+ ){{1,4}}(?:from|of|in) (?:the )?"
    r"(?:(?:some|several|many|most|all|both|various|\d+|two|three|four|five|six|seven|eight|nine|ten"
    r"|twelve|a (?:few|number of|dozen)) )?"
)
"""The words in front of a group at the beginning of a sentence: others speak who are from it."""
HE_OR_SHE = ("he", "she", "they")
# Begins “, he remarked,”, not “, he remarked that”.
INTERPOSED = re.compile(r", (?:he|she|they) (?:\w+ly )?\w+(?: \w+)?,")
# Matches “, ”, not “it ”.
JOINED = re.compile(r"(?:[,;:]|\b(?:and|but|while|whereas|although)) ?\Z")
# Is “ that, although fees are high, ”, not “ that fees are high, ”.
SUBORDINATE = re.compile(
    r" that,? (?:if|when|where|while|although|though|even if|despite|since|because|as|unless|in|"
    r"with|without|given|once|until|before|after)\b[^,;:]*, "
)
"""Between a clause and another: the other is told, too."""
# Matches “, while ”, not “as and when it ”.
CONJUNCTION = re.compile(r"\b(?:and|but|yet|while|whereas|although|though) \Z")


def is_done(text: str, verb: re.Match[str]) -> bool:
    """Whether a verb says what others do to its subject: "supported by Mali"."""
    return text.startswith(" by ", verb.end())


def joint_start(text: str, clause: Clause, verbs: ReportingVerbs) -> int:
    """Where the words begin that belong to a clause that is joined to another: with the
    conjunction before it, or with its own subject, "…, and a fund was proposed"."""
    start = clause.start
    if not clause.words and not clause.holders:
        low = max(0, start - REACH)
        if subject := verbs.joined_subject.search(text[low:start]):
            return low + subject.start() + len(", ")
    joint = CONJUNCTION.search(text, max(0, start - len(" although ")), start)
    return joint.start() if joint else start


def is_joined(text: str, last: Clause, clause: Clause, verbs: ReportingVerbs) -> bool:
    """Whether a clause is joined to the last one before it, with its own subject or without.

    One that two commas set off, ", she added,", belongs to what it interrupts, and one behind a
    subordinate clause to what is told: "said that, although they had no boats, they helped".
    """
    if SUBORDINATE.fullmatch(text, last.end, clause.start):
        return False
    if clause.words in HE_OR_SHE and INTERPOSED.match(text, clause.start - 2):
        return False
    before = text[max(0, clause.start - REACH) : clause.start]
    own = not clause.words and not clause.holders and verbs.joined_subject.search(before)
    return bool(own or JOINED.search(before))
