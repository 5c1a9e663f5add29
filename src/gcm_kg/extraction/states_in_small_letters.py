"""Names the States where they have no capital: "urge member states to", "governments should".

The rule is described in data/vocabulary/rules.ttl. "States" without a capital may be the verb, so
that something beside it has to show that it is not.
"""

from __future__ import annotations

import re

from gcm_kg.extraction.mentions import MentionIndex, matches
from gcm_kg.model.iris import rule_iri
from gcm_kg.rdf.namespaces import DCTERMS

# Matches “member states” and “States parties”, not “the report states”.
TOGETHER = re.compile(
    r"\b(?:[Mm]ember\s+states|[Ss]tates?\s+parties|[Pp]articipating\s+states|[Aa]ll\s+states"
    r"|[Ss]overeign\s+states)\b(?!\s+of\b(?!\s+the\b))"
)
# Matches “urge states to” and “by states in”, not “the law states to”.
ALONE = re.compile(
    r"\b(?:(?:on|upon|by|between|among|amongst|for|to|from|other|many|most|some|several|few|these"
    r"|those|both|two|which|where|how|as|and|recommends?|recommended|that|[Uu]rg(?:e|es|ed|ing)"
    r"|[Ee]ncourag(?:e|es|ed|ing)|[Ii]nvit(?:e|es|ed|ing)|[Rr]equir(?:e|es|ed|ing)"
    r"|[Aa]sk(?:s|ed|ing)?|[Rr]equest(?:s|ed|ing)?|[Rr]emind(?:s|ed|ing)?|[Hh]elp(?:s|ed|ing)?"
    r"|[Aa]ssist(?:s|ed|ing)?|[Ss]upport(?:s|ed|ing)?|[Ee]nabl(?:e|es|ed|ing)"
    r"|[Ee]nsur(?:e|es|ed|ing)|[Aa]llow(?:s|ed|ing)?|[Oo]blig(?:e|es|ed|ing))\s+)(?P<states>states)"
    r"(?=\s+(?:to|should|must|shall|have|are|were|can|could|may|will|would|in|which|who|do|did|not"
    r"|also|need|with|from|of\s+(?:origin|destination|transit))\b|\s*[,.;]|\s*\Z)"
    r"|\b[Rr]ecommend(?:s|ed)?\s+that\s+(?P<asked>states)\b"
)
# Matches “national governments”, not “local governments”.
GOVERNMENTS = re.compile(
    r"(?<!\b[Ll]ocal\s)(?<!\b[Rr]egional\s)(?<!\b[Mm]unicipal\s)(?<!\b[Pp]rovincial\s)(?<!\b[Cc]ity\s)"
    r"(?<!\b[Ss]tate\s)(?<!erritorial\s)(?<!\b[Cc]ounty\s)(?<!\band\s)(?<!\b[Ss]ubnational\s)(?<!-)"
    r"\b(?:[Nn]ational\s+)?governments\b(?!\s+of\b)"
)
# Matches “urge all countries to”, not “in other countries”.
COUNTRIES = re.compile(
    r"\b(?:[Cc]all(?:s|ed)?\s+(?:up)?on|[Uu]rge[sd]?|[Ee]ncourage[sd]?|[Ii]nvite[sd]?"
    r"|[Rr]ecommend(?:s|ed)?\s+that)\s+(?P<asked>(?:all\s+)?countries)(?=\s+(?!of\b|in\b)\w)"
    r"|\b(?P<subject>(?:All\s+c|C)ountries)(?=\s+(?:should|must|shall)\b)"
)
RULE = "states-in-small-letters"
PATTERNS = (
    (TOGETHER, ("tates", "tate parties")),
    (ALONE, ("states",)),
    (GOVERNMENTS, ("governments",)),
    (COUNTRIES, ("ountries",)),
)


def name_states_in_small_letters(found: MentionIndex) -> None:
    """Adds the States where they are named without a capital, and nothing else is found."""
    entities = tuple(found.vocabulary.get(rule_iri(RULE), DCTERMS + "relation"))
    for pattern, words in PATTERNS:
        for match in matches(found, pattern, *words):
            span = match.span(match.lastgroup or 0)
            if _of_a_federation(found, span[0]):
                continue
            if all(found.is_free(layer, *span) for layer in ("names", "not names")):
                found.add(span, entities, "names", RULE)


def _of_a_federation(found: MentionIndex, place: int) -> bool:
    """Whether a part speaks of a federation, whose states are no States."""
    part = found.part(place)
    return "federal" in found.text[part.start : part.end].lower()
