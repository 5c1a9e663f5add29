"""Puts breaks into the front of a text that lost them, so that its lines can be told apart."""

from __future__ import annotations

import re

LONG = 1_000
"""Code points of a first line that lost its breaks."""
# Matches “30Advance”, “General3” and “EnglishHuman”, not “A/HRC/45”.
GLUED = re.compile(
    r"(?<=\d)(?=[A-Z][a-z])|(?<=[a-z])(?=\d{1,2}\s[A-Z])|(?<=[a-z*])(?=[A-Z][a-z]{2})"
)
# Matches “ Distr.: General”, “ Twentieth session” and “ * Reissued”, not “ the session”.
FURNITURE = re.compile(
    r"\s+(?=(?:(?i:United Nations\s+(?:A\s+)?General Assembly|General Assembly\s+Distr"
    r"|Distr\.|Original ?:"
    r"|(?<!\bthe\s)Human Rights Council(?= [A-Z])|(?<!\bthe\s)Universal\s+Periodic Review\b"
    r"|Agenda items? \d|Contents (?:Chapter|Page|Paragraph|Introduction))"
    r"|Economic and Social Council Distr|[A-Z][a-z-]+ session\b"
    r"|Report of the\b|Note by the\b|Summary (?=The\b|In\b)|Contents\b"
    r"|[IVX]{1,4}\. (?=[A-Z])|GE\.\d|\*{1,3}\s+[A-Z]))"
)
FEW = 3
"""Such places in a line of any length from which on it is one of several that lost their breaks."""
# Is “A/HRC/20/24 ” before “United” and “4 March”, not “HRC ”.
SYMBOL = re.compile(r"(?<![\w/])(?P<symbol>[A-Z]{1,6}(?:/[A-Z0-9.]{1,8}){2,6})\s+(?=[A-Z\d])")
# Matches “English Human”, “2012 Original” and “3 The”, not “3 rights”.
BEHIND = re.compile(
    r"(?:(?<=as received\.)|(?<=technical reasons\.))\s+(?=[A-Z])"
    r"|(?<=English|session) (?=[A-Z\d])|(?<=General) (?=\d)|(?<=Agenda item \d) (?=[A-Z])"
)


def front_with_breaks(head: str) -> str:
    """The beginning of a text, each line of its front on a line of its own; it may have other signs
    than the text, and tells no places."""
    first, *others = head.split("\n", 1)
    if len(first) < LONG and len(FURNITURE.findall(first)) < FEW:
        return head
    words = SYMBOL.sub(r"\n\g<symbol>\n", GLUED.sub("\n", first), count=1)
    return "\n".join((FURNITURE.sub("\n", BEHIND.sub("\n", words)), *others))
