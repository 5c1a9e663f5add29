"""Parts the quads of a document into portions that can be made, written and validated one by one.

A document of some hundred recommendations is one portion. Of a table of thousands, the first holds
what all rows need (the document, its head, its labels, stretches that several rows rest on), each
other one some hundred rows: so memory does not grow with the table, nor the time of constraints
that compare things with each other.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from itertools import chain

from gcm_kg.extraction.expert_labels import Labelled
from gcm_kg.extraction.pipeline import Extraction
from gcm_kg.model.statements import Statement
from gcm_kg.publishing.judgements import judgements
from gcm_kg.publishing.originals import given_quads, label_quads, labelled_quads, original_quads
from gcm_kg.publishing.quads import DocumentQuads
from gcm_kg.rdf.described import Line

MOST = 600
"""Recommendations of a document that is one portion."""
ROWS = 500
"""Recommendations of a portion of a longer one."""


def portions(found: Extraction) -> Iterator[Iterator[Line]]:
    """The quads of what was extracted from a document, portion by portion; each holds all there
    are of its subjects, and what a later one needs beside its own is in the first."""
    source = found.source
    quads = DocumentQuads(source)
    quads.keep(found.mentions, found.statements, found.passages)
    rows = list(source.document.recommendations())
    if len(rows) <= MOST:
        parts, shared, rows = source.document.parts, set[tuple[int, int]](), []
    else:
        parts = tuple(p for p in source.document.parts if p.kind != "Recommendation")
        shared = _shared(found.statements)
    labels: defaultdict[str, list[Labelled]] = defaultdict(list)
    for each in found.labels:
        labels[each.part.identifier if rows else ""].append(each)
    notes, given = found.annotations, found.labels
    del found  # of a long table, what is written need not be held any longer
    yield chain(
        quads.of_source(),
        quads.of_parts(parts),
        chain.from_iterable(quads.spans.quote(*span) for span in sorted(shared)),
        quads.of_notes(notes),
        original_quads(source),
        label_quads(source, given),
        labelled_quads(source, labels[""]),
        given_quads(source, (each for each in given if not rows or each.span in shared)),
        judgements(notes),
    )
    del given
    for start in range(0, len(rows), ROWS):
        some = rows[start : start + ROWS]
        theirs = [each for part in some for each in labels.pop(part.identifier, ())]
        own = (each for each in theirs if each.span not in shared)
        yield chain(quads.of_parts(some), labelled_quads(source, theirs), given_quads(source, own))


def _shared(statements: list[Statement]) -> set[tuple[int, int]]:
    """The stretches that statements of several parts rest on: a title, a cell of several rows."""
    first: dict[tuple[int, int], str] = {}
    own = [each for each in statements if not each.elsewhere]
    for statement in own:
        for span in statement.evidence:
            first.setdefault(span, statement.part.identifier)
    return {
        span
        for statement in own
        for span in statement.evidence
        if first[span] != statement.part.identifier
    }
