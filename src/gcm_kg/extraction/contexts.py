"""Everyday labels and wordings of themes, which count only where their matter is spoken of.

"Protection" is that of migrants and victims in a text about them; elsewhere people protect all
kinds of things. The rule, and what its matter is, are described in data/vocabulary/rules.ttl.
"""

from __future__ import annotations

from bisect import bisect_left

from gcm_kg.extraction.described_concepts import RULE as DESCRIBED
from gcm_kg.extraction.mentions import MentionIndex
from gcm_kg.model.iris import rule_iri
from gcm_kg.model.statements import Mention
from gcm_kg.model.vocabulary import Vocabulary
from gcm_kg.rdf.namespaces import DCTERMS, GCM
from gcm_kg.text.defining_words import Wording, wording
from gcm_kg.text.folding import folded
from gcm_kg.text.sentences import sentences
from gcm_kg.text.spelling import renderings

RULE = rule_iri("label-in-context")
ABOUT = 0.5
"""The share of a document's parts that speak of the matter from which on all of it does."""

Everyday = tuple[dict[str, set[str]], dict[str, list[Wording]]]
"""Folded labels, and patterns of defining words, of each theme."""


def keep_in_context(found: MentionIndex) -> None:
    """Takes back everyday labels in sentences without context, in a document about other things."""
    everyday, matter = found.vocabulary.prepared("contexts", _contexts)
    doubtful = [mention for mention in found.all() if _is_everyday(found, mention, everyday)]
    known = set(map(id, doubtful))
    telling = [m for m in found.all() if id(m) not in known and not matter.isdisjoint(m.entities)]
    if not doubtful or _is_about(found, telling):
        return
    ends = [e for leaf in found.leaves for _, e in sentences(found.text, leaf.start, leaf.end)]
    spoken = {bisect_left(ends, mention.end) for mention in telling}
    for mention in doubtful:
        if bisect_left(ends, mention.end) not in spoken:
            found.remove(mention)


def _is_about(found: MentionIndex, telling: list[Mention]) -> bool:
    """Whether enough parts of the document have one of these mentions."""
    parts = sum(leaf.kind != "Heading" for leaf in found.leaves)
    return len({m.part for m in telling if m.part.kind != "Heading"}) >= ABOUT * parts


def _is_everyday(found: MentionIndex, mention: Mention, everyday: Everyday) -> bool:
    words = folded(found.text[mention.start : mention.end])
    labels, patterns = everyday
    if mention.maker == rule_iri(DESCRIBED):
        known = (way for entity in mention.entities for way in patterns.get(entity, ()))
        return any(way.pattern.fullmatch(words) for way in known)
    return any(words in labels.get(entity, ()) for entity in mention.entities)


def _contexts(vocabulary: Vocabulary) -> tuple[Everyday, frozenset[str]]:
    """The folded everyday labels and the wordings of each theme, and what the matter is."""
    themes, get = vocabulary.of_kind("Theme"), vocabulary.get
    labels = {
        theme: {folded(text) for label in known for text in renderings(label)}
        for theme in themes
        if (known := get(theme, GCM + "contextualLabel"))
    }
    patterns = {t: [wording(cue) for cue in get(t, GCM + "contextualWords")] for t in themes}
    return (labels, patterns), vocabulary.with_narrower(get(RULE, DCTERMS + "relation"))
