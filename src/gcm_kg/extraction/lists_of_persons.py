"""Lines of lists that name a person with an office: the office says nothing of themes.

“Ms. Doe, Director, Office of Policy Analysis;” is no word on policy.
"""

from __future__ import annotations

import re

from gcm_kg.extraction.mentions import MentionIndex

# Is “Ms. Doe, Director of Policy;”, not “Ms. Doe, of the Fund, was worried.”.
PERSON = re.compile(
    r"\W*(?:H\.?\s?E\.?\s+)?(?:The\s+Hon(?:ou?rable|\.)\s+)?(?:Mr|Mrs|Ms|Mme|Dr|Prof|Sr|Sra|Amb)\.?\s+"
    r"(?:[A-Z][\w’'.-]*\s*){1,8}[,–—-]\s"
    r"(?:(?!\b(?:is|was|were|are|has|have|had|will|would|should|said|noted|stated|asked|spoke|"
    r"stressed|explained|presented|welcomed|thanked|called)\b)[^.;:]){2,200}[.;,]?\s*(?:and)?\s*"
)


def drop_concepts_of_offices(found: MentionIndex) -> None:
    """Takes back what concepts the offices of persons in lists seem to name."""
    for leaf in found.leaves:
        if PERSON.fullmatch(found.text, leaf.start, leaf.end):
            for mention in found.inside(leaf.start, leaf.end):
                if mention.layer in ("themes", "principles", "populations"):
                    found.remove(mention)
