"""Names the ministries of a Government that a recommendation names: "the Ministry of Labour".

The rule is described in data/vocabulary/rules.ttl. Which Government's they are is said by no word;
in a narrative, where they are spoken of and not asked, the name stays unresolved.
"""

from __future__ import annotations

import re

from gcm_kg.extraction.mentions import MentionIndex, matches
from gcm_kg.model.iris import rule_iri
from gcm_kg.rdf.namespaces import DCTERMS

NAME = r"[A-Z][\w'’-]+(?:\s+[A-Z][\w'’-]+)*"
# Matches “the Federal Ministry of Youth, Women and the Family”, not “the ministry of youth”.
MINISTRY = re.compile(
    r"\b(?:(?:Federal|National|State)\s+)?Ministr(?:y|ies)\s+(?:of|for)\s+(?:the\s+)?"
    rf"{NAME}(?:,\s+{NAME}){{0,3}}(?:,?\s+and\s+(?:the\s+)?{NAME})?"
)


def name_ministries(found: MentionIndex) -> None:
    """Gives the names of ministries in recommendations, where nothing is known of them, to
    ministries in general."""
    entities = tuple(found.vocabulary.get(rule_iri("ministry"), DCTERMS + "relation"))
    for match in matches(found, MINISTRY, "Ministr"):
        asked = found.part(match.start()).kind == "Recommendation"
        if asked and found.is_free("names", *match.span()):
            found.add(match.span(), entities, "names", "ministry")
