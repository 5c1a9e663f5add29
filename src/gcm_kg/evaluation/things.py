"""The things that a gold table may speak of: those of the graph, by the classes of relations."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

from pyoxigraph import NamedNode

from gcm_kg.errors import InputError, shown
from gcm_kg.querying.names import all_named
from gcm_kg.rdf.namespaces import BASE, GCM, RDFS, short
from gcm_kg.store.graph import Graph, text_of

RANGE = NamedNode(RDFS + "range")
# Is “theme/slavery”, not “paragraph 17”.
PATH_BELOW_BASE = re.compile(r"[a-z]+/[\w.~!/-]+")


class Things:
    """The things of a graph, by relation and as people name them."""

    def __init__(self, graph: Graph) -> None:
        self._found = cache(lambda name, of: tuple(all_named(graph, name, of=of)))
        self._range = cache(lambda relation: _range(graph, relation))
        self._judging = next(graph.triples(NamedNode(GCM + "cites"), RANGE, None), None) is not None

    def value(self, path: Path, line: int, relation: str, name: str) -> str:
        """The IRI of what stands in a table for the value, or the detail, of a relation.

        Raises InputError, with the line, for what is no thing of the graph, or of another class
        than the relation leads to. A graph without the ontology does not say what things there are;
        then the IRI is taken as it is.
        """
        whole = BASE + name if PATH_BELOW_BASE.fullmatch(name) else name
        if not self._judging:
            return whole
        of = self._range(relation)
        expected = f"the name of a {of or 'thing of the graph'}"
        try:
            found = self._found(whole, of)
        except InputError as error:
            advice = str(error).rpartition("; ")[2]
            raise InputError(path, expected, shown(name), advice, line=line) from None
        if len(found) > 1:
            several = " or ".join(map(short, found))
            advice = f"say which: {several}"
            raise InputError(path, "the name of one thing", shown(name), advice, line=line)
        return found[0]


def _range(graph: Graph, relation: str) -> str:
    """The class, as a CURIE, to which a relation leads; empty where the graph does not say."""
    ranges = graph.triples(NamedNode(GCM + relation), RANGE, None)
    found = sorted(text_of(triple.object) for triple in ranges)
    return short(found[0]) if len(found) == 1 and found[0].startswith(GCM) else ""
