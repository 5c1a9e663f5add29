"""Says what of the structure of a document names nothing that the vocabulary has."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping

from gcm_kg.extraction.attributions import Attributions
from gcm_kg.extraction.expert_labels import ExpertLabels
from gcm_kg.model.document import Document
from gcm_kg.model.vocabulary import Vocabulary


def not_understood(
    vocabulary: Vocabulary, meanings: Mapping[str, tuple[str, ...]], document: Document
) -> dict[str, Counter[str]]:
    """The words of makers, addressees, positions and experts' labels that mean nothing, by their
    relation, and how often each stands. A label is one of its column: "Issue: Other"."""
    found: defaultdict[str, Counter[str]] = defaultdict(Counter)
    for (relation, words), count in Attributions(vocabulary).unresolved(document).items():
        found[relation][" ".join(words.split())] += count
    for labelled in ExpertLabels(vocabulary, meanings).read_of(document):
        if not labelled.label.meanings:
            label = labelled.label
            found["labelledWith"][f"{label.column}: {label.text}"] += 1
    return dict(found)
