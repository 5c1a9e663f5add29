"""What differs between two graphs: as an RDF patch, and in people's words."""

from __future__ import annotations

import tempfile
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import islice
from pathlib import Path

from pyoxigraph import NamedNode, Quad, RdfFormat, serialize

from gcm_kg.errors import InputError
from gcm_kg.rdf.canonical import Sorter, split
from gcm_kg.rdf.namespaces import BESIDE, DCTERMS, GCM, OA, RDF, RDFS, SKOS, short
from gcm_kg.store.documents import Documents, documents
from gcm_kg.store.graph import Graph, text_of

BATCH = 50_000
"""Quads that are written as lines at once."""
LABELS = (SKOS + "prefLabel", DCTERMS + "title", RDFS + "label")
Line = tuple[str, bytes]
"""A for a line that was added, D for one that was removed; and the line, canonical N-Quads."""


@dataclass(frozen=True, slots=True)
class Change:
    """A thing that is new, gone or changed: in which document (a key, or the name of a graph), of
    which class, what it is called, and which of its properties have other values."""

    kind: str
    document: str
    of_class: str
    name: str
    iri: str
    properties: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Difference:
    """The changes between two graphs in the order of documents, classes and names, and the number
    of quads that were added and removed."""

    changes: list[Change]
    added: int
    removed: int

    def counts(self) -> dict[tuple[str, str], Counter[str]]:
        """How many things of each document and class are added, removed and changed."""
        found: defaultdict[tuple[str, str], Counter[str]] = defaultdict(Counter)
        for change in self.changes:
            found[change.document, change.of_class][change.kind] += 1
        return dict(found)


def patch(old: Graph, new: Graph) -> Iterator[str]:
    """The lines of an RDF patch (A and D rows between TX and TC) that makes one graph the other.

    Raises InputError for a graph with blank nodes, which have no names to compare.
    """
    yield "TX .\n"
    for kind, line in lines(old, new):
        yield f"{kind} {line.decode()}"
    yield "TC .\n"


def difference(old: Graph, new: Graph) -> Difference:
    """What was added, removed and changed. Raises InputError as ``patch`` does."""
    touched: defaultdict[bytes, list[Line]] = defaultdict(list)
    total: Counter[str] = Counter()
    for kind, line in lines(old, new):
        total[kind] += 1
        touched[split(line)[0]].append((kind, line))
    names = _Names(old, new)
    changes = (names.change(subject, found) for subject, found in touched.items())
    known = [change for change in changes if change]
    known.sort(key=lambda c: (c.document, c.of_class, c.kind, c.name, c.iri))
    return Difference(known, total["A"], total["D"])


def lines(old: Graph, new: Graph) -> Iterator[Line]:
    """The quads that one graph has and the other has not, as lines, sorted by code points.

    What a store holds beside the dataset, its closure and description, makes no difference.
    Only a bounded number is held in memory: graphs are sorted in files.
    """
    with tempfile.TemporaryDirectory(prefix="gcm-kg-") as name:
        left, right = (_sorted(g, Path(name) / side) for g, side in ((old, "old"), (new, "new")))
        yield from _merged(left, right)


def _sorted(graph: Graph, folder: Path) -> Iterator[bytes]:
    folder.mkdir()
    sorter = Sorter(folder)
    quads = (q for q in graph.quads() if getattr(q.graph_name, "value", "") not in BESIDE)
    while batch := list(islice(quads, BATCH)):
        _refuse_blank_nodes(graph, batch)
        sorter.add(serialize(batch, format=RdfFormat.N_QUADS) or b"")
    return sorter.lines()


def _refuse_blank_nodes(graph: Graph, quads: Iterable[Quad]) -> None:
    for quad in quads:
        if not isinstance(quad.subject, NamedNode) or str(quad.object).startswith("_:"):
            where, advice = graph.where or "the built graph", "name the nodes"
            raise InputError(where, "a graph without blank nodes", str(quad.triple)[:80], advice)


def _merged(left: Iterator[bytes], right: Iterator[bytes]) -> Iterator[Line]:
    before, after = next(left, None), next(right, None)
    while before is not None or after is not None:
        if before == after:
            before, after = next(left, None), next(right, None)
        elif after is None or (before is not None and before < after):
            yield "D", before or b""
            before = next(left, None)
        else:
            yield "A", after
            after = next(right, None)


class _Names:
    """Says what things of two graphs are called, and where they belong."""

    def __init__(self, old: Graph, new: Graph) -> None:
        self.graphs = (new, old)
        self.documents = [documents(graph) for graph in self.graphs]

    def change(self, subject: bytes, found: list[Line]) -> Change | None:
        """The change of a thing, given the lines about it that differ; None for what is of no class
        of ours: the position of a quotation, say."""
        node = NamedNode(subject[1:-1].decode())
        if not (of_class := self._class(node)):
            return None
        new, old = (next(g.triples(node, None, None), None) is not None for g in self.graphs)
        kind = "changed" if new and old else "added" if new else "removed"
        parts = [split(line) for _, line in found]
        properties = {part[1] for part in parts} if kind == "changed" else ()
        shown = tuple(sorted(short(iri[1:-1].decode()) for iri in properties))
        graph = min(part[3] for part in parts)[1:-1].decode()
        return Change(
            kind, self._document(node.value, graph), of_class, self.name(node), node.value, shown
        )

    def _document(self, iri: str, graph: str) -> str:
        for known in self.documents:
            if document := self._of(known, iri):
                return document
        return short(graph)

    def _of(self, known: Documents, iri: str) -> str:
        found = known.of(iri)
        return found.key if found else ""

    def _class(self, node: NamedNode) -> str:
        types = sorted(t for t in self._values(node, RDF + "type") if t.startswith(GCM))
        return short(types[0]) if types else ""

    def name(self, node: NamedNode) -> str:
        """What a thing is called; of a statement, what it says."""
        subject = self._values(node, GCM + "statementSubject")
        if subject:
            thing = " ".join(map(self._label, self._values(node, GCM + "statementObject")))
            function = self._values(node, GCM + "citationFunction")
            to_what_end = f" ({self._label(function[0])})" if function else ""
            return f"{self._label(subject[0])}: {thing}{to_what_end}"
        if people := self._values(node, GCM + "participant"):
            return self._label(people[0])
        for selector in self._values(node, OA + "hasSelector"):
            if quoted := self._values(NamedNode(selector), OA + "exact"):
                return f"“{' '.join(quoted[0].split())}”"
        return self._label(node.value)

    def _label(self, iri: str) -> str:
        node = NamedNode(iri)
        if identifier := self._values(node, DCTERMS + "identifier"):
            if (document := self._document(iri, "")) and "/!" in iri:
                return f"{document}:{identifier[0]}"
            return identifier[0]
        labels = (value for name in LABELS for value in self._values(node, name))
        return next(labels, short(iri))

    def _values(self, node: NamedNode, predicate: str) -> list[str]:
        """The values in the new graph; in the old one where that has none."""
        for graph in self.graphs:
            found = [text_of(t.object) for t in graph.triples(node, NamedNode(predicate), None)]
            if found:
                return found
        return []
