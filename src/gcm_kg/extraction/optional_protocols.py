"""Optional Protocols that are named by the treaty before them: "CEDAW and its Optional Protocol".

The rule is described in data/vocabulary/rules.ttl.
"""

from __future__ import annotations

import re
from collections import defaultdict

from gcm_kg.extraction.mentions import MentionIndex
from gcm_kg.model.vocabulary import POSITIVE, Vocabulary
from gcm_kg.rdf.namespaces import GCM

NUMBERS = {"two": 2, "both": 2, "three": 3}
ORDINALS = ("first", "second", "third")
# Begins “ (CAT) and its Optional Protocol”, not “ and its Optional Protocol on”.
BELONGING = re.compile(
    r"(?:\s*\([^()]{1,20}\))?,?\s+(?:and|with|as\s+well\s+as|including)\s+(?:to\s+)?"
    r"(?P<name>(?:its|the)\s+(?P<which>(?:first|second|third|two|both|three)\s+)?"
    r"(?:[Oo]ptional\s+)(?P<noun>[Pp]rotocols?)(?:\s+thereto)?)\b"
    r"(?!\s+(?:to|of|on|concerning|relating|regarding|aiming)\b)",
    re.I,
)


def name_optional_protocols(found: MentionIndex) -> None:
    """Gives "its Optional Protocol" behind a treaty the protocol, or protocols, that is meant.

    A treaty with several needs a number that agrees, or an ordinal; else nothing is certain.
    """
    optional = found.vocabulary.prepared("optional protocols", _of_treaties)
    for mention in found.all():
        treaty = mention.entities[0] if len(mention.entities) == 1 else ""
        if not optional.get(treaty):
            continue
        match = BELONGING.match(found.text, mention.end, mention.part.end)
        if match and found.is_free("names", *match.span("name")):
            entities = _meant(found.vocabulary, optional[treaty], match)
            found.add(match.span("name"), entities, "names", "optional-protocol")


def _meant(vocabulary: Vocabulary, protocols: list[str], match: re.Match[str]) -> tuple[str, ...]:
    which = (match["which"] or "").strip().lower()
    several = match["noun"].lower().endswith("s")
    if which in ORDINALS:
        protocols = [p for p in protocols if _begins(vocabulary, p, f"{which} optional protocol")]
        return tuple(protocols) if len(protocols) == 1 and not several else ()
    if several:
        return tuple(protocols) if len(protocols) == NUMBERS.get(which, 2) else ()
    return tuple(protocols) if len(protocols) == 1 and not which else ()


def _begins(vocabulary: Vocabulary, entity: str, words: str) -> bool:
    labels = (label for name in POSITIVE for label in vocabulary.get(entity, name))
    return any(label.lower().startswith(words) for label in labels)


def _of_treaties(vocabulary: Vocabulary) -> dict[str, list[str]]:
    """The Optional Protocols of each treaty."""
    found: defaultdict[str, list[str]] = defaultdict(list)
    for protocol in vocabulary.of_kind("Protocol"):
        if "Optional Protocol" in vocabulary.name(protocol):
            for treaty in vocabulary.get(protocol, GCM + "supplements"):
                found[treaty].append(protocol)
    return dict(found)
