"""Citations of what the rows of an answer hold."""

from __future__ import annotations

from pyoxigraph import NamedNode

from gcm_kg.querying.answers import Answer
from gcm_kg.querying.results import Terms
from gcm_kg.rdf.namespaces import BASE, GCM
from gcm_kg.store.graph import Graph
from gcm_kg.views.citation_styles import FOOTNOTES
from gcm_kg.views.reference import INSTRUMENT, Reference, reference

ORDINAL = NamedNode(GCM + "ordinal")
"""What every part of a document has, and nothing else."""


def footnotes(graph: Graph, answer: Answer, style: str) -> list[str]:
    """A footnote for each row of an answer: for its part of a document, or else its instrument;
    empty for a row that has neither."""
    made: dict[str, str] = {"": ""}
    notes = []
    for row in answer.terms:
        iri = next(iter(_citable(graph, row)), "")
        if iri not in made:
            made[iri] = FOOTNOTES[style](reference(graph, iri))
        notes.append(made[iri])
    return notes


def cited_things(graph: Graph, answer: Answer) -> list[Reference]:
    """The parts of documents and the instruments of an answer, in the order of its rows."""
    found = dict.fromkeys(iri for row in answer.terms for iri in _citable(graph, row))
    return [reference(graph, iri) for iri in found]


def _citable(graph: Graph, row: Terms) -> list[str]:
    """The IRIs in a row of what can be cited, parts of documents first."""
    nodes = [term for term in row if isinstance(term, NamedNode) and term.value.startswith(BASE)]
    parts = [n.value for n in nodes if next(graph.triples(n, ORDINAL, None), None)]
    return parts + [node.value for node in nodes if node.value.startswith(INSTRUMENT)]
