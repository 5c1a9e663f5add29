"""Representatives and envoys of a Secretary-General, who are named and not the latter, and whose
subject, in their name, is not spoken of.

The rule is that of longer names, in data/vocabulary/rules.ttl.
"""

from __future__ import annotations

import re

from gcm_kg.extraction.longer_names import replace_names
from gcm_kg.extraction.mentions import MentionIndex, matches
from gcm_kg.text.name_shapes import CAPITALIZED

# Matches “Special Envoy of the Secretary General on Ports and Boats”, not “envoys of the king”.
REPRESENTATIVE = re.compile(
    r"\b(?:(?:Deputy|Special|Personal|Senior|Executive)\s+)+"
    r"(?:Representatives?|Envoys?|Advis[eo]rs?|Coordinators?)\s+(?:of|to)\s+the\s+"
    r"(?:(?:UN|United\s+Nations|Council\s+of\s+Europe)\s+)?Secretary[\s-]General"
    rf"(?:\s+(?:on|for)\s+(?:the\s+)?{CAPITALIZED}"
    rf"(?:(?:,|,?\s+and|\s+in|\s+of|\s+against)?\s+(?:the\s+)?{CAPITALIZED})*)?"
)


def keep_representatives(found: MentionIndex) -> None:
    """Lets a representative who is not known be one unresolved name."""
    for match in matches(found, REPRESENTATIVE, "General"):
        start, end = match.span()
        if not any(
            m.start == start and "Secretary" in found.text[start : m.end]
            for m in found.between(start, end)
        ):
            replace_names(found, (start, end))
