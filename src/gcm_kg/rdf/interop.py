"""The border between Oxigraph and rdflib."""

from __future__ import annotations

import hashlib
import logging
import warnings
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from pyoxigraph import Literal, NamedNode, Quad, Triple

if TYPE_CHECKING:
    import rdflib


@contextmanager
def quiet_literals() -> Iterator[None]:
    """Lets rdflib say nothing of literals whose values its datatypes have not: it prints a
    traceback for each, also for dates that XML Schema has and Python has not."""
    logger = logging.getLogger("rdflib.term")
    level = logger.level
    logger.setLevel(logging.CRITICAL)
    try:
        with warnings.catch_warnings():
            warnings.filterwarnings("ignore", module=r"rdflib\.")
            yield
    finally:
        logger.setLevel(level)


def to_rdflib(quads: Iterable[Quad | Triple]) -> rdflib.Graph:
    """Triples, or those of some quads, as an rdflib graph in memory, whatever graph they are in."""
    import rdflib

    from gcm_kg.rdf.one_graph import OneGraph

    graph = rdflib.Graph(store=OneGraph())
    fill(graph, quads)
    return graph


def fill(graph: rdflib.Graph, quads: Iterable[Quad | Triple]) -> None:
    """Puts triples, or those of some quads, into an rdflib graph."""
    terms: dict[object, rdflib.term.Node] = {}

    def term(ours: object) -> rdflib.term.Node:
        theirs = terms.get(ours)
        if theirs is None:
            theirs = terms[ours] = _to_rdflib_term(ours)
        return theirs

    add = graph.store.add  # beside Graph.add, which checks each term that we have just made
    with quiet_literals():
        for quad in quads:
            triple = (term(quad.subject), term(quad.predicate), term(quad.object))
            add(triple, graph)


def _to_rdflib_term(term: object) -> rdflib.term.Node:
    import rdflib

    if isinstance(term, NamedNode):
        return rdflib.URIRef(term.value)
    if isinstance(term, Literal):
        datatype = None if term.language else rdflib.URIRef(term.datatype.value)
        if term.datatype.value == "http://www.w3.org/2001/XMLSchema#string":
            datatype = None
        return rdflib.Literal(term.value, term.language, datatype, normalize=False)
    if isinstance(term, Triple):  # which rdflib has not: a node, the same for the same triple
        return rdflib.BNode(f"t{hashlib.sha256(str(term).encode()).hexdigest()}")
    return rdflib.BNode(str(getattr(term, "value", term)))
