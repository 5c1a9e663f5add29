"""What became of recommendations as one table, a row for each action that took one up."""

from __future__ import annotations

from collections.abc import Iterable

from gcm_kg.store.documents import Documents
from gcm_kg.views.table import OURS, Table, table
from gcm_kg.views.uptake import Outcome, Trace

COLUMNS = (
    *("identifier", "recommendation", "degree", "action", "objective"),
    *("wordsTakenUp", "inItsOwnWords", "ourParaphraseLabel", "why"),
)
UNJUDGED = "not judged"
"""The degree of a recommendation of which nobody has said what became of it."""


def traced(found: Iterable[Trace], documents: Documents) -> Table:
    """Recommendations with their outcomes; those that nobody has judged have one row, too."""
    rows = [
        [documents.name(trace.part, trace.identifier), trace.text, *_cells(outcome)]
        for trace in found
        for outcome in (trace.outcomes or (None,))
    ]
    return table("What became of recommendations in the adopted Compact", COLUMNS, rows)


def _cells(outcome: Outcome | None) -> list[str]:
    if outcome is None:
        return [UNJUDGED, *[""] * 6]
    substance = outcome.substance if outcome.title else ""
    action = outcome.label if outcome.title or outcome.degree == "candidate" else ""
    return [
        *(outcome.degree, action, outcome.title, outcome.quote if outcome.title else ""),
        *(outcome.words, substance, outcome.reason),
    ]


def in_our_words(substance: str) -> str:
    """The paraphrase of an action, marked as ours."""
    return f"{OURS['ourParaphraseLabel']}: {substance}"
