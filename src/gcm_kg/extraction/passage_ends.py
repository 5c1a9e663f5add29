"""Reads how far a condition, means or purpose reaches within its sentence."""

from __future__ import annotations

import re
from collections.abc import Collection

from gcm_kg.extraction.openings import LEAD

# Matches “; and”, not “, or” nor “no. 189”.
CLAUSE_END = re.compile(r"[;:]|(?<!\bno)(?<!\bart)\.(?=\s|\Z)|\s[-–—]\s")
# Matches “, and then deploy officers” and “, and that records”, not “, and support for”.
RESUMED = re.compile(
    r",\s+(?:and|or|but)\s+(?:(?:also|then|\w+ly)\s+)?(?P<verb>\w+)"
    r"(?=\s+(?!(?:for|of|from|by|in|with|and|or)\b)\w)"
)
"""Where what is asked may go on behind a passage: "(by tracing payments), and use the assets"."""
# Matches “, seek justice”, not “, and seek justice”.
IN_SERIES = re.compile(r",\s+(?!and\b|or\b)(?:\w+ly\s+)?(?P<verb>\w+)(?=\s+\w)")
# Begins “where they exist” and “if possible”, not “in line with”.
ADVERBIAL = re.compile(
    r"(?:\w+ )?(?:where|when|whenever|wherever|if|unless|once|until|as \w+(?=,)|as soon as|while"
    r"|to the|"
    r"(?:at|on|upon)(?: \w+)? request|resources permitting"
    r"|(?:regardless|irrespective) of|whatever)\b"
)
# Matches “, are given”, not “, and are”.
GOES_ON = re.compile(r",\s+(?:is|are|was|were|has|have|can|should|must|may|shall|will|do|does)\b")
"""Behind a condition without a verb: that of what is asked."""
# Begins “until the case”, not “in line with”.
OF_TIME = re.compile(r"(?:until|as soon as|while|when|whenever|once|if|unless|where|wherever)\b")
# Is “, including ”, not “ including ”.
INCLUDING = re.compile(r",\s+including\s+")
"""Behind a condition: what is asked goes on."""
# Begins “, repeal”, not “, and” nor “, especially in”.
OVER = re.compile(r",\s+(?!(?:and|or|nor|but|including|especially|particularly|in particular)\b)\w")
# Is “adopt and enforce, ”, not “prepare a plan, ”.
VERBS_ALONE = re.compile(r"\W*(?:to )?(?:\w+ly )?(?P<verb>\w+)(?:,? and (?P<other>\w+))?, ?")
"""What stands before a passage that parts verbs from their object."""
# Is “that have not yet done so”, not “that have not ratified”.
WHOLE = re.compile(
    r"(?:that|which|who) have not (?:yet )?done so|(?:up)?on (?:\w+ )?request|resources permitting"
)
"""Words that open a passage and end it as well."""
# Is “and”, not “land”.
JOINING = re.compile(
    r"\b(?:and|or|including|in particular|especially|particularly|notably|such as)\Z"
)
LONGEST_JOINING = 14
FIRST = 3
"""Code points before which a clause opens a recommendation."""
OFFSET = ",("
"""Signs that set an adverbial clause off from the words before it."""


def passage_end(
    text: str, start: int, least: int, limit: int, kind: str, verbs: Collection[str]
) -> int:
    """Where a passage that begins at ``start`` ends, in code points of a folded text: behind
    ``least``, which is the end of the words that open it, and no later than the limit."""
    if WHOLE.fullmatch(text, start, least):
        return least
    lead = LEAD.match(text) if start < FIRST else None
    limit = min(limit, lead.end()) if lead else limit
    parting = VERBS_ALONE.fullmatch(text, 0, start)
    parted = parting and all(verb in verbs for verb in parting.groups() if verb)
    if (start < FIRST and kind != "Condition") or parted:
        limit = min(limit, text.find(",", least) if "," in text[least:limit] else limit)
    stop = CLAUSE_END.search(text, least, limit)
    limit = stop.start() if stop else limit
    limit = _resumed(text, least, limit, kind, verbs)
    if (
        kind == "Condition"
        and text[:start].rstrip()[-1:] in OFFSET
        and ADVERBIAL.match(text, start)
    ):
        comma = OVER.search(text, least, limit)
        limit = comma.start() if comma else limit
    elif kind == "Condition":
        over = INCLUDING if OF_TIME.match(text, start) else GOES_ON
        comma = over.search(text, least, limit)
        limit = comma.start() if comma else limit
    return start + _trimmed_and_unjoined(text[start:limit])


def _resumed(text: str, least: int, limit: int, kind: str, verbs: Collection[str]) -> int:
    """Where what is asked goes on with a verb, or the limit.

    The last verb of a series of purposes, "to share stories, seek justice, and obtain help", does
    not ask.
    """
    for found in RESUMED.finditer(text, least, limit):
        verb = found["verb"]
        if verb == "that":
            return found.start()
        if verb not in verbs or (verb.endswith("ing") and verb != "bring"):
            continue
        series = (other["verb"] for other in IN_SERIES.finditer(text, least, found.start()))
        if kind != "Purpose" or not any(other in verbs for other in series):
            return found.start()
    return limit


def _trimmed_and_unjoined(words: str) -> int:
    """The length of words without a conjunction and signs at their end."""
    end = _trimmed(words, ",.")
    if joining := JOINING.search(words, max(0, end - LONGEST_JOINING), end):
        end = _trimmed(words[: joining.start()], ",")
    return end


def _trimmed(words: str, signs: str) -> int:
    """The length of words without white space and some signs at their end."""
    end = len(words)
    while end and (words[end - 1].isspace() or words[end - 1] in signs):
        end -= 1
    return end
