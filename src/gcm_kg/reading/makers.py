"""Finds the names in brackets behind or before a recommendation, of those who made it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from gcm_kg.reading.segments import Span

# Begins “: Togo does not accept” and “ as soon as possible (”, not “ of the Act”.
BEHIND = re.compile(
    r"\s*(?:[\d⁰¹²³⁴⁵⁶⁷⁸⁹*]{0,3}(?:[;.,/:]|\Z)|\(|(?:and|or)\b|[–—-]\s"
    r"|(?:as soon as possible|already \w+(?: in \d{4})?"
    r"|without (?:further )?(?:delay|reservations?)"
    r"|at the earliest(?: \w+)?|in the near future|promptly|immediately|by \d{4})\s*\()"
)
# Is “); the possibility of (”, not “) and meet neighbours (”.
ALTERNATIVE = re.compile(r"\)\s*(?:[;,/]|\bor\b)\s*[\w-]+(?:\s[\w-]+){0,3}\s\(")
"""Between brackets with makers: who asks for one, and who for another, of what follows them."""
# Begins “No. 189”, “Act No. 14 of 2014” and “ILO Convention No. 29”, not “Norway”.
NUMBER = re.compile(
    r"\s*(?:Nos?\.|\d|arts?\.|paras?\.|see\b"
    r"|(?:\w+\s+)?(?:Act|Law|Decree|Bill|Regulation|Resolution|Directive|Order)\s+(?:Nos?\.?\s*)?\d"
    r"|(?:\w+\s+){0,4}(?:Convention|Protocol|Covenant)s?\s+(?:of\s+|Nos?\.?\s*)?\d)"
)
# Begins “Togo” and “the Gambia”, not “including sex”.
NAME = re.compile(r"\s*(?:the\s+)?(?:former\s+)?[^\W\da-z_]")
# Begins “Committee on CERD) (Ghana)”, not “Hungary) (Ghana)”.
EXPLAINING = re.compile(
    r"(?:[a-z]|(?:\w+\s){0,3}(?:Committee|Commission|Convention|Covenant|Protocol|Act|Law|Code|Court)\b)"
    r"[^()]*\)\s*\("
)
"""What stands in brackets right before others: it explains a word, and names no maker."""
# Is “OP.CAT”, not “Chile”.
SHORT_NAME = re.compile(r"\s*[A-Z][A-Z0-9]+(?:[-.\s][A-Z0-9]{2,})*\s*")


def makers_in(words: str, start: int, end: int) -> list[Span]:
    """The names in brackets; numbers of treaties are none, nor their short names before one."""
    found: list[Span] = []
    for low, high in brackets(words, start, end):
        joined = found and ALTERNATIVE.fullmatch(words, found[-1][1], low)
        if (joined or BEHIND.match(words, high + 1, end)) and _names(words, low, high, end):
            found.append((low, high))
    found = found or list(_makers_before(words, start, end))
    last = next((place for place in reversed(found) if not _is_short_name(words, place)), None)
    return [place for place in found if last is None or not _is_short_name(words, place)]


def _makers_before(words: str, start: int, end: int) -> Iterator[Span]:
    """The names in brackets with which a recommendation begins: “(Togo) Train judges”."""
    for low, high in brackets(words, start, end):
        if low == start + 1 and _names(words, low, high, end):
            yield low, high
        return


def _names(words: str, low: int, high: int, end: int) -> bool:
    """Whether what stands in brackets may be names of makers."""
    return (
        NAME.match(words, low, high) is not None
        and not NUMBER.match(words, low, high)
        and not EXPLAINING.match(words, low, end)
    )


def _is_short_name(words: str, place: Span) -> bool:
    return bool(SHORT_NAME.fullmatch(words, *place))


def brackets(words: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """What stands in each pair of outer brackets; brackets may stand in brackets."""
    depth = opened = 0
    for place in range(start, end):
        if words[place] == "(":
            opened = place + 1 if depth == 0 else opened
            depth += 1
        elif words[place] == ")" and depth:
            depth -= 1
            if depth == 0 and place > opened:
                yield opened, place
