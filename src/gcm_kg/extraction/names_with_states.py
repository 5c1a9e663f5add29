"""Names of institutions and people in which that of a State stands: they are not the State.

The rule is that of longer names in data/vocabulary/rules.ttl. What a State's own organ is called
("the Government of Ghana", "the Supreme Court of Ghana") names the State.
"""

from __future__ import annotations

import re

from gcm_kg.extraction.longer_names import replace_names
from gcm_kg.extraction.mentions import MentionIndex
from gcm_kg.model.statements import Mention
from gcm_kg.text.name_shapes import CAPITALIZED

FURTHER = r"(?:\s+(?:of|for|on|against|and)\s+(?:the\s+)?[A-Z][\w’'-]*(?:\s+[A-Z][\w’'-]*)*)*"
# Begins “ National Commission on Human Rights”, not “ should fund the Commission”.
INSTITUTION = re.compile(
    rf"(?:\s+{CAPITALIZED}){{0,4}}?\s+(?:Commission|University|Bank|Institute|Agency|Cent(?:re|er)"
    r"|Association|Society|Foundation|Network|Fund|Forum|Programme|Project|Plan|Strategy|Initiative"
    r"|Union|Federation|Confederation|Alliance|Coalition|Consortium|Movement|Company|Corporation"
    rf"|Red\s+(?:Cross|Crescent)|Islands?|Basin|Papers|Point|Act)\b{FURTHER}"
)
# Matches “the Central Bank of ”, not “the Parliament of ”.
INSTITUTION_OF = re.compile(
    rf"\b(?:{CAPITALIZED}\s+){{0,3}}(?:University|Bank|Institute|Academy|College|Museum|Church"
    r"|Red\s+(?:Cross|Crescent)|Chamber\s+of\s+Commerce|Bar\s+Association|Law\s+Society"
    r"|Confederation|Association|Society|League|Alliance|Network|Coalition)\s+of\s+(?:the\s+)?\Z"
)
# Matches “Ms. ” and “Dr. Anna ”, not “Ms. Anna and ”.
PERSON = re.compile(
    rf"\b(?:Mr|Mrs|Ms|Dr|Prof|Sir|Lady|Madam|Judge|Rev)\.?\s+(?:(?:{CAPITALIZED}|[A-Z]\.)\s+){{0,2}}\Z"
)
# Begins “ Oman”, not “ and”.
SURNAME = re.compile(rf"(?:\s+{CAPITALIZED})+")
REACH = 100
"""Code points before a State in which the name of an institution may begin."""


def keep_names_with_states(found: MentionIndex) -> None:
    """Takes back States that the name of an institution or person only contains. The whole name
    stays, unresolved, where nothing else in it is known."""
    for mention in found.all():
        if len(mention.entities) != 1 or not found.vocabulary.is_a(mention.entities[0], "State"):
            continue
        place, span = (mention.start, mention.end), _whole_name(found, mention)
        if span == place:
            continue
        if any(other != mention and other.layer == "names" for other in found.inside(*span)):
            found.remove(mention)  # "Mexico National Human Rights Commission" is such a body
            found.take("names", place)
        else:
            replace_names(found, span)


def _whole_name(found: MentionIndex, mention: Mention) -> tuple[int, int]:
    low = max(mention.part.start, mention.start - REACH)
    before = found.text[low : mention.start]
    if person := PERSON.search(before):
        behind = SURNAME.match(found.text, mention.end, mention.part.end)
        return low + person.start(), behind.end() if behind else mention.end
    institution = INSTITUTION_OF.search(before)
    behind = INSTITUTION.match(found.text, mention.end, mention.part.end)
    start = low + institution.start() if institution else mention.start
    return start, behind.end() if behind else mention.end
