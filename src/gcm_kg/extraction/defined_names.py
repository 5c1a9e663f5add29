"""What "the Convention" means all over a document: by a definition in it, or by whose it is.

The rule is described with that of head nouns in data/vocabulary/rules.ttl.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from gcm_kg.extraction.document_bodies import makers
from gcm_kg.extraction.mentions import MentionIndex
from gcm_kg.extraction.treaty_bodies import acronyms_of_bodies
from gcm_kg.model.vocabulary import POSITIVE, Vocabulary
from gcm_kg.rdf.namespaces import GCM

# Begins “ (hereinafter “the Convention”)” and “ (the Covenant)”, not “ (in the Convention)”.
DEFINITION = re.compile(
    r"(?:,?\s+\([A-Z-]{2,12}\))?,?\s*\(?(?:hereinafter|hereafter|henceforth)?,?\s*"
    r"(?:(?:also\s+)?(?:referred\s+to|known|called|cited)\s+as\s+)?"
    r"(?P<mark>[(\"“‘'])?\s*(?:the\s+)?(?P<noun>[A-Z][a-z]+)[\"”’']?\s*\)"
)


def defined_names(found: MentionIndex, nouns: dict[str, str]) -> dict[str, list[tuple[int, str]]]:
    """The instruments that nouns mean, each with the place from which on they do; in order."""
    names: dict[str, list[tuple[int, str]]] = {}
    means = (*_by_body(found, nouns), *_by_definition(found, nouns), *_by_subject(found))
    for place, noun, entity in sorted(set(means)):
        names.setdefault(noun, []).append((place, entity))
    return names


def _by_subject(found: MentionIndex) -> Iterator[tuple[int, str, str]]:
    """ "the compact", all over a document that names one Compact only, its title page included."""
    text = " ".join(found.text.lower().split())
    compacts = found.vocabulary.of_kind("Compact")
    labels = {c: [n for p in POSITIVE for n in found.vocabulary.get(c, p)] for c in compacts}
    named = [c for c in compacts if any(_says(text, n) for n in labels[c])]
    others = found.vocabulary.get(named[0], GCM + "negativeLabel") if len(named) == 1 else []
    if len(named) == 1 and not any(_says(text, other) for other in others):
        yield 0, "Compact", named[0]


def _says(text: str, label: str) -> bool:
    """Whether a text says a label as words of their own."""
    return re.search(rf"\b{re.escape(label.lower())}\b", text) is not None


def _by_definition(found: MentionIndex, nouns: dict[str, str]) -> Iterator[tuple[int, str, str]]:
    """ "the Convention on X (hereinafter “the Convention”)"."""
    for mention in found.all():
        if len(mention.entities) != 1 or not found.vocabulary.is_a(
            mention.entities[0], "Instrument"
        ):
            continue
        match = DEFINITION.match(found.text, mention.end, mention.part.end)
        if match and match["noun"] in nouns:
            yield match.end(), match["noun"], mention.entities[0]


def _by_body(found: MentionIndex, nouns: dict[str, str]) -> Iterator[tuple[int, str, str]]:
    """The treaty of the committee that made all recommendations of a document, by its front."""
    treaties = found.vocabulary.prepared("treaties of bodies", _treaties_of_bodies)
    for body in makers(found.document, found.all(), found.vocabulary):
        if treaty := treaties.get(body):
            names = found.vocabulary.name(treaty).split()
            yield from ((0, noun, treaty) for noun in nouns if noun in names)


def _treaties_of_bodies(vocabulary: Vocabulary) -> dict[str, str]:
    """The treaty that each committee watches over: both have the same acronym."""
    treaties = vocabulary.by_label("Treaty")
    bodies = acronyms_of_bodies(vocabulary)
    return {
        body: treaties[acronym.lower()]
        for acronym, body in bodies.items()
        if acronym.lower() in treaties
    }
