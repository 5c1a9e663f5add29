"""Finds what a recommendation only asks to be considered: nothing there is yet to be furthered or
fought."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Collection, Mapping

from gcm_kg.extraction.cue_kinds import CueReading
from gcm_kg.model.document import Document
from gcm_kg.model.statements import Mention, Statement
from gcm_kg.rdf.namespaces import BASE

WEIGHED = {f"{BASE}strength/{name}" for name in ("consider", "contemplate", "explore")}
# Matches “fund to reduce fees”, not “given to the fund”.
PURPOSE = re.compile(
    r"\s(?:in order|so as|so that|with a view)\s"
    r"|\sto\s+(?!(?:the|an?|all|its|their|this|those|such)\b)(?=[a-z]+\s)",
    re.IGNORECASE,
)
"""Behind it stands what the thing is considered for, which is wanted."""


def without_weighed(
    document: Document,
    readings: Mapping[Mention, list[CueReading]],
    requests: Collection[Statement],
) -> dict[Mention, list[CueReading]]:
    """The readings of polarities without those whose words stand in what is only to be considered.

    ``requests`` are the statements on strengths and actions of the document's recommendations.
    """
    weighed = _stretches(document, requests)

    def decided(reading: CueReading, part: str) -> bool:
        low, high = weighed.get(part, (0, 0))
        return not any(low <= start < high for start, _ in reading.evidence[:1])

    kept = {m: [r for r in found if decided(r, m.part.identifier)] for m, found in readings.items()}
    return {mention: found for mention, found in kept.items() if found}


def _stretches(document: Document, requests: Collection[Statement]) -> dict[str, tuple[int, int]]:
    """From where to where each part asks for consideration: from its strength to its next verb that
    asks, or to what the thing is considered for."""
    stretches = {}
    verbs: defaultdict[str, list[int]] = defaultdict(list)
    for made in requests:
        if made.relation == "requestsAction":
            verbs[made.part.identifier].append(made.evidence[0][0])
    for strength in requests:
        if strength.relation == "strength" and strength.entity in WEIGHED:
            low, end = strength.evidence[0]
            behind = [verb for verb in verbs[strength.part.identifier] if verb > end]
            high = min(behind, default=strength.part.end)
            purpose = PURPOSE.search(document.words, end, high)
            stretches[strength.part.identifier] = (low, purpose.start() if purpose else high)
    return stretches
