"""Resolves what refers back to concepts: "the two crimes" are the last two that were named.

The rule and the concepts that can be meant stand in data/vocabulary/rules.ttl.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right

from gcm_kg.extraction.mentions import MentionIndex
from gcm_kg.model.iris import rule_iri
from gcm_kg.rdf.namespaces import DCTERMS

RULE = "these-phenomena"
# Matches “the two phenomena”, not “the phenomena of”.
PHRASE = re.compile(
    r"\b(?:(?:the|these|those)\s+two|both|these|those)\s+(?:\w+\s+)?"
    r"(?:phenomena|crimes|offences|offenses|concepts)\b(?!\s+(?:of|that|which|committed)\b)",
    re.IGNORECASE,
)
FAR = 1500
"""Code points in which what is referred back to is looked for."""


def these_phenomena(found: MentionIndex) -> None:
    """The two concepts that were named last, where the words stand beside all names, or the two
    that such words in the same part meant last.

    There must be two different ones; the concepts that can be meant are those to which the rule is
    related.
    """
    possible = set(found.vocabulary.get(rule_iri(RULE), DCTERMS + "relation"))
    named = [m for m in found.all() if m.layer == "themes" and possible.intersection(m.entities)]
    starts = [mention.start for mention in named]
    for leaf in found.leaves:
        meant: tuple[str, ...] = ()
        for match in PHRASE.finditer(found.text, leaf.start, leaf.end):
            first = bisect_right(starts, match.start() - FAR)
            near = reversed(named[first : bisect_left(starts, match.start())])
            last = list(dict.fromkeys(e for m in near for e in m.entities if e in possible))[:2]
            if (meant or len(last) == 2) and found.is_free("themes", *match.span()):
                meant = meant or tuple(sorted(last))
                found.add(match.span(), meant, "themes", RULE)
