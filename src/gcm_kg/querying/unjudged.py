"""Says in which documents nobody has judged what became of their recommendations in the Compact."""

from __future__ import annotations

from gcm_kg.querying.questions import Question
from gcm_kg.rdf.sparql import tokens
from gcm_kg.store.documents import documents
from gcm_kg.store.graph import Graph, text_of

UPTAKE = frozenset({"gcm:Uptake", "gcm:uptakeDegree", "gcm:takenUpBy"})
"""Of which queries speak whose answers rest on such judgements."""
JUDGED = "SELECT DISTINCT ?part { ?uptake a gcm:Uptake ; gcm:statementSubject ?part }"
MOST = 4
"""Documents that are named."""


def unjudged(graph: Graph, question: Question) -> list[str]:
    """The line "nobody has judged uptake in …" for a question that rests on what was judged; none
    where all documents were judged, and for other questions."""
    if UPTAKE.isdisjoint(text for _, text in tokens(question.sparql)):
        return []
    known = documents(graph)
    judged = {known.of(text_of(row["part"])) for row in graph.select(JUDGED)}
    keys = [document.key for document in known if document not in judged]
    more = len(keys) - MOST
    named = keys if more <= 1 else [*keys[:MOST], f"{more} more documents"]
    if not named:
        return []
    listed = f"{', '.join(named[:-1])} and {named[-1]}" if named[1:] else named[0]
    return [f"nobody has judged uptake in {listed}"]
