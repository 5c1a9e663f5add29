"""Tells where words that name a principle and a theme alike only name the theme.

"Difficult access to justice" is what is spoken of; only where it is wanted is a principle applied.
The principles for which this holds stand in data/vocabulary/rules.ttl.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping

from gcm_kg.extraction.cue_kinds import CueReading
from gcm_kg.extraction.polarity_contexts import PRESERVE, PROMOTE
from gcm_kg.model.document import Document
from gcm_kg.model.iris import rule_iri
from gcm_kg.model.statements import Mention
from gcm_kg.model.vocabulary import Vocabulary
from gcm_kg.rdf.namespaces import DCTERMS
from gcm_kg.text.spans import Spans

RULE = rule_iri("wanted-principle")
# Matches “the right of ”, not “righteous ”.
CALLED = re.compile(r"\b(?:rights?|principles?|norms?|standards?|for all|ethical)\b", re.IGNORECASE)
# Matches “the importance of work and ”, not “important. ”.
VALUED = re.compile(r"\b(?:importance of|need for|commitment to)\b[^.;:]*\Z", re.IGNORECASE)
# Matches “did not accept that the ”, not “did not accept the plan. The ”.
DISPUTED = re.compile(
    r"\b(?:(?:(?:do|does|did|could|would|can)\s+not|cannot|never|no\s+longer|declined\s+to"
    r"|refused\s+to|was\s+unable\s+to|were\s+unable\s+to)\s+(?:\w+ly\s+)?"
    r"(?:accept|agree|recogni[sz]e|acknowledge|endorse|support|subscribe|consider|believe|share)"
    r"|reject(?:s|ed|ing)|oppos(?:es|ed|ing)|object(?:s|ed|ing)\s+to|disput(?:es|ed|ing)"
    r"|disagree(?:s|d)?|took\s+issue|contest(?:ed|ing))\b(?!\s+(?:measures|laws|policies|attempts))"
    r"(?:(?!\bbut\b|\band\b|\bwhile\b|\bviolat|\bbreach|\bcontrary|\bincompatib|\binconsisten"
    r"|\bundermin)[^.;:,]){0,120}\Z",
    re.IGNORECASE,
)
"""Before a principle in a narrative: somebody is said not to hold it."""
# Matches “refrain from invoking the principle of ”, not “refrain from violating the ”.
INVOKED = re.compile(
    r"\b(?:(?:refrain|desist|abstain)\w*\s+from|avoid|stop|cease|instead\s+of|rather\s+than|not|never)\s+"
    r"(?:\w+ly\s+)?(?:invok|us|rely|cit|hid|plead|abus|misus|appeal)\w*\s+(?:(?:up)?on\s+|behind\s+|to\s+)?"
    r"(?:(?:the|any|their|its)\s+)?(?:(?:principles?|norms?|notions?|pretext|excuse|grounds?)\s+of\s+)?\Z",
    re.IGNORECASE,
)
"""Before a principle in a recommendation: nobody is to lean on it."""
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
        """The mentions of principles in a narrative that are none of it: of such ones where it does
        not say that they are wanted, and of any where somebody disputes it; and in recommendations
        those on which nobody is to lean."""
        invoked = {
            mention
            for mention in mentions
            if mention.layer == "principles" and mention.part.kind == "Recommendation"
            if INVOKED.search(
                document.words, max(mention.part.start, mention.start - FAR), mention.start
            )
        }
        wanted = Spans(
            (mention.start, mention.end)
            for mention, readings in polarities.items()
            if any(reading.meaning in (PROMOTE, PRESERVE) for reading in readings)
        )
        told = [
            mention
            for mention in mentions
            if mention.layer == "principles" and mention.part.kind != "Recommendation"
        ]
        disputed = {
            mention
            for mention in told
            if DISPUTED.search(
                document.words, max(mention.part.start, mention.start - FAR), mention.start
            )
        }
        return (
            disputed
            | invoked
            | {
                mention
                for mention in told
                if not self.principles.isdisjoint(mention.entities)
                and not CALLED.search(document.words, max(0, mention.start - NEAR), mention.end)
                and not VALUED.search(document.words, max(0, mention.start - FAR), mention.start)
                and not wanted.overlap(mention.start, mention.end)
            }
        )
