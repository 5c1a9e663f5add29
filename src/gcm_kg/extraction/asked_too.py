"""Finds those whom the verb before others asks, too: "asks unions to count boats, and employers to
repair them".
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Mapping

from gcm_kg.extraction.cue_kinds import CueReading
from gcm_kg.model.document import Document
from gcm_kg.model.iris import rule_iri
from gcm_kg.model.statements import Mention

CALLED_ON = rule_iri("actor-called-on")
# Matches “, and the ” and “ and on ”, not “ and the ”.
AND = re.compile(
    r"(?:[,;]\s+and\s+(?:also\s+)?(?:(?:up)?on\s+)?|\s+and\s+(?:up)?on\s+)"
    r"(?:(?:the|all|other|member|relevant|competent)\s+)*\Z",
    re.I,
)
# Begins “ to fully support”, not “ in support”.
TO_DO = re.compile(
    r"(?:,?\s+(?:in\s+particular|especially)[^,.;]{1,60},)?\s+to\s+(?:\w+ly\s+)?(?P<verb>\w+)"
)
# Begins “calls upon”, not “should”.
ASKING = re.compile(
    r"(?:ask|urg|call|invit|encourag|request|appeal|exhort|remind|recommend)\w*\b(?!.*\bthat\b)",
    re.I,
)
# Matches “. Then”, not “e.g.”.
SENTENCE_END = re.compile(r"[.?!]\s+[A-Z]")


def with_asked_too(
    document: Document,
    named: Iterable[Mention],
    roles: Mapping[Mention, list[CueReading]],
    verbs: Collection[str],
) -> dict[Mention, list[CueReading]]:
    """The roles of actors, with that of those of whom "and … to" says that they are asked as well.

    ``verbs`` are those of actions: "to courts" asks nobody for anything.
    """
    told = dict(roles)
    asked: tuple[Mention, CueReading] | None = None
    for mention in named:
        found = [r for r in told.get(mention, []) if r.meaning == CALLED_ON]
        if found and ASKING.match(document.words, *found[0].evidence[0]):
            asked = (mention, found[0])
        elif asked and not told.get(mention) and _is_asked(document, asked[0], mention, verbs):
            told[mention] = [asked[1]]
    return told


def _is_asked(document: Document, one: Mention, other: Mention, verbs: Collection[str]) -> bool:
    if one.part is not other.part or other.start <= one.end:
        return False
    if SENTENCE_END.search(document.words, one.end, other.start):
        return False
    done = TO_DO.match(document.words, other.end, other.part.end)
    joined = AND.search(document.words, one.end, other.start)
    return bool(done and joined and done["verb"].lower() in verbs)
