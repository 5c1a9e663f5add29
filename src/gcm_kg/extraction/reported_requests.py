"""Finds where the verb may stand that a sentence asks for: “recommends that States ratify …”."""

from __future__ import annotations

import re
from collections.abc import Iterator

# Matches “urges states to”, not “urgent” nor “take note of the request”.
ASKS = re.compile(
    r"\b(?:(?:urge|invite|encourage|advise|require)[sd]?"
    r"|(?:call(?:s|ed)? (?:up)?on|(?<!of the )(?<!of a )(?<!to the )(?<!to a )"
    r"(?:request|ask|exhort|appeal|remind)(?:s|ed)?)|invitation|(?:is|are|be) recommended(?= to)"
    r"|(?:commit|undertake|pledge|resolve|agree|decide|intend|plan|aim)s?)\b"
)
# Matches “recommended that states” and begins “that states pay”, not “recommended more”.
THAT = re.compile(
    r"(?:\b(?:recommend|suggest|propose|request)(?:s|ed)?(?: \w+ly)?(?:,[^,]{1,40},)?|\A\W*) ?"
    r"\bthat "
)
# Matches “states should pay”, not “shoulder”.
OUGHT = re.compile(
    r"\b(?:should|must|shall|will|needs? to|ought to|(?:is|are) to|"
    r"m(?:ay|ight) (?:wish|want|like) to)(?:,[^,;:.]{1,120},)?(?: (?:also|further|therefore))? "
    r"|\A\W*(?:(?!(?:should|must|shall|will|that|which|who|whether)\b)[\w'’-]+ ){1,8}?"
    r"(?:could|m(?:ay|ight)(?! (?:wish|want|like) to))"
    r"(?: (?:also|further|therefore|usefully))? "
)
# Matches “states to pay”, not “into”.
TO = re.compile(r"\bto ")
# Matches “in order ” and “the steps taken ”, not “parties ”.
DONE_FOR = re.compile(
    r"\b(?:in order|so as|taken|undertaken|adopted|designed|needed|necessary|required|measures"
    r"|steps|efforts|action|due|according|relating|related) \Z"
)
"""In front of "to": what something is done for is not asked for."""
# Is “party ”, not “the ”.
WORD = re.compile(r"(?!(?:the|an?|its|of|and|their|all)\b)\b[\w'-]+ ")
# Is “be”, not “being”.
BE = re.compile(r"\bbe\b")
REACH = 160
"""Code points behind a word that asks, within which its verb may stand."""
SUBJECT = 90
"""Code points that the subject may have behind “recommends that”."""


def request_starts(text: str) -> Iterator[int]:
    """The places in folded text where the verb that is asked for may begin, the likeliest first:
    behind “to” where somebody is urged, behind “should”, behind the subject of a clause with
    “that”."""
    found = [
        (match.start(), pattern, match) for pattern in KINDS for match in pattern.finditer(text)
    ]
    for _, pattern, match in sorted(found, key=lambda each: each[0]):
        yield from KINDS[pattern](text, match.end())


def asking_verb(text: str, end: int) -> re.Match[str] | None:
    """The last word before a place in folded text by which somebody asks for something."""
    found = ASKS.finditer(text, max(0, end - REACH), end)
    return next(reversed([*found]), None)


def _behind_to(text: str, start: int) -> Iterator[int]:
    for match in TO.finditer(text, start, _sentence_end(text, start, REACH)):
        denied = text.endswith(("not ", "nor "), start, match.start())
        if not denied and not DONE_FOR.search(text, start, match.start()):
            yield match.end()


def _behind_subject(text: str, start: int) -> Iterator[int]:
    """Behind each word of a subject; behind “be” stand what is to be done and its circumstances."""
    end = _sentence_end(text, start, SUBJECT)
    passive = BE.search(text, start, end)
    words = WORD.finditer(text, start, passive.start() if passive else end)
    return (match.end() for match in words)


def _here(text: str, start: int) -> Iterator[int]:
    yield start


def _sentence_end(text: str, start: int, reach: int) -> int:
    end = text.find(". ", start, start + reach)
    return end if end >= 0 else min(len(text), start + reach)


KINDS = {ASKS: _behind_to, THAT: _behind_subject, OUGHT: _here}
"""What may begin where, by the words that ask."""
