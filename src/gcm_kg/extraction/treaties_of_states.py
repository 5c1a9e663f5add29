"""Treaties that are cited together by who is party to them: "the treaties to which it is a party".

The rule is described in data/vocabulary/rules.ttl.
"""

from __future__ import annotations

import re

from gcm_kg.extraction.mentions import MentionIndex
from gcm_kg.rdf.namespaces import BASE

TREATIES = BASE + "instrument/treaties-of-a-state"
# Matches “conventions, to which Malta is not yet a party”, not “conventions to which it refers”.
JOINED = re.compile(
    r"\b(?P<name>(?:(?:core|main|major|relevant|international|regional|multilateral|human\s+rights)\s+)*"
    r"(?:treaties|conventions|covenants|instruments|agreements)"
    r"(?:\s+and\s+(?:protocols|conventions|treaties))?)"
    r"(?:,?\s+to\s+which\s+(?:[^\W\d_][\w'’-]*\s+){1,5}?(?:is|are|was|were|has|have)\s+"
    r"(?:not\s+)?(?:yet\s+|already\s+|currently\s+|become\s+)*(?:an?\s+)?part(?:y|ies)\b"
    r"|,?\s+(?:that\s+|which\s+)?(?:it|they)\s+(?:is|are)\s+"
    r"(?:not\s+)?(?:yet\s+)?(?:an?\s+)?part(?:y|ies)\s+to\b"
    r"|,?\s+(?:that\s+|which\s+)?(?:it|they)\s+(?:has|have)\s+(?:not\s+)?(?:yet\s+|already\s+)?"
    r"(?:ratified|acceded\s+to|signed)\b)",
    re.I,
)
# Begins “, including UNTOC”, not “ and UNTOC”.
NAMES_FOLLOW = re.compile(
    r",?\s+(?:including|in\s+particular|particularly|especially|namely|such\s+as|inter\s+alia)\b"
)


def name_treaties_of_states(found: MentionIndex) -> None:
    """Gives words for the treaties of a State the group that they mean, where nothing in them is
    the name of another thing and none of the treaties is named behind them."""
    for leaf in found.leaves:
        for match in JOINED.finditer(found.text, leaf.start, leaf.end):
            span = match.span("name")
            named = NAMES_FOLLOW.match(found.text, match.end(), leaf.end)
            if not named and found.is_free("names", *span):
                found.add(span, (TREATIES,), "names", "treaties-of-a-state")
