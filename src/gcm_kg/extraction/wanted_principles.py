"""Tells where words that name a principle and a theme alike only name the theme.

"Difficult access to justice" is what is spoken of; only where it is wanted is a principle applied.
The principles for which this holds stand in data/vocabulary/rules.ttl.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping

from gcm_kg.extraction.cue_scope import CueReading
from gcm_kg.extraction.polarity_contexts import PRESERVE, PROMOTE
from gcm_kg.model.document import Document
from gcm_kg.model.iris import rule_iri
from gcm_kg.model.statements import Mention
from gcm_kg.model.vocabulary import Vocabulary
from gcm_kg.rdf.namespaces import DCTERMS

RULE = rule_iri("wanted-principle")
# Matches “the right of ”, not “righteous ”.
CALLED = re.compile(r"\b(?:rights?|principles?|norms?|standards?|for all|ethical)\b", re.IGNORECASE)
# Matches “the importance of work and ”, not “important. ”.
VALUED = re.compile(r"\b(?:importance of|need for|commitment to)\b[^.;:]*\Z", re.IGNORECASE)
FAR = 250
"""Code points before a name in which its importance may be spoken of, in the same sentence."""
NEAR = 25
"""Code points before a name in which it may be called a right or a principle."""


class WantedPrinciples:
    """The principles of a vocabulary that are themes as well, prepared once."""

    def __init__(self, vocabulary: Vocabulary) -> None:
        self.principles = frozenset(vocabulary.get(RULE, DCTERMS + "relation"))

    def unwanted(
        self,
        document: Document,
        mentions: Collection[Mention],
        polarities: Mapping[Mention, list[CueReading]],
    ) -> set[Mention]:
        """The mentions of such principles in a narrative that does not say that they are wanted."""
        wanted = [
            (mention.start, mention.end)
            for mention, readings in polarities.items()
            if any(reading.meaning in (PROMOTE, PRESERVE) for reading in readings)
        ]
        return {
            mention
            for mention in mentions
            if mention.layer == "principles"
            and mention.part.kind != "Recommendation"
            and not self.principles.isdisjoint(mention.entities)
            and not CALLED.search(document.words, max(0, mention.start - NEAR), mention.end)
            and not VALUED.search(document.words, max(0, mention.start - FAR), mention.start)
            and not any(a < mention.end and mention.start < b for a, b in wanted)
        }
