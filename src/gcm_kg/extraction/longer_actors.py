"""Knows what stands around the name of an actor that is only a part of the name of another."""

from __future__ import annotations

import re

_BODY = (
    r"(?:commission|committee|council|institute|ombuds\w+|forum|centre|association|network|society)"
)
# Begins “ Human Rights Commission”, not “ recommended”.
BODY_BEHIND = re.compile(rf"(?:[’']s)?(?:\s+[A-Z][\w’'-]*){{0,4}}\s+(?i:{_BODY})\b")
# Matches “Human Rights Commission of ”, not “Government of ”.
BODY_BEFORE = re.compile(rf"\b(?i:{_BODY})\s+(?:of|in|for)\s+(?:the\s+)?\Z")
# Matches “Independent Expert on human rights in ”, not “Expert; ”.
MANDATE = re.compile(
    r"\b(?:Rapporteur|Expert|Representative|Envoy|Group|Mission|Panel|Mechanism)s?\s+"
    r"(?:on|of|for|in|to)\s[^;,()]{0,160}\Z"
)
"""Who is no State, though a State is in its name."""
# Begins “ of Employers”, not “ of migrants”.
NAME_BEHIND = re.compile(r"\s+(?:(?:of|for|on)\s+(?:the\s+)?)?(?P<name>[A-Z][\w’'-]+)")
# Begins “ Migration Forum”, not “ of Employers”.
NAME_RIGHT_BEHIND = re.compile(r"\s+(?P<name>[A-Z][a-z’'-]+)")
# Matches “Federation of ”, not “Representatives of ”.
NAME_BEFORE = re.compile(
    r"\b(?!Representative|Delegat|Member|Government|Ministr)[A-Z][\w’'-]+\s+(?:of|for|on|against)\s+"
    r"(?:the\s+)?\Z"
)
# Begins “authorities of Togo”, not “employers of Togo”.
OF_THE_STATE = re.compile(
    r"(?:(?:\w+\s+)?authorities|governments?)\s+of\s+(?:the\s+)?(?=[A-Z])", re.I
)
"""Words that are the State that is named behind them."""
# Is “ country office in ”, not “, ”.
OFFICE = re.compile(
    r"[^\S\n]+(?:(?:\w+[^\S\n]+){0,2}(?:[Oo]ffice|[Rr]epresentation|[Mm]ission|[Bb]ureau|[Oo]peration)s?"
    r"[^\S\n]+)?(?:(?:in|for)[^\S\n]+(?:the[^\S\n]+)?|[–-][^\S\n]+)?"
)
# Matches “on his official visit to the ”, not “on visits and the ”.
VISIT_TO = re.compile(r"\b(?:[Vv]isits?|[Mm]issions?)\s+(?:to|in)\s+(?:the\s+)?\Z")
"""Before a State: it is visited by the one who is named before."""
# Is “ of the ”, not “ and the ”.
WHOSE = re.compile(r"\s+of\s+(?:the\s+)?(?:[Mm]ember\s+|[Pp]articipating\s+)?")
"""Between those who are asked and an organization that only tells whose they are."""
