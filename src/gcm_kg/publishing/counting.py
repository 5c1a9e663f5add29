"""Counts what a dataset holds: the things of a document as it is made, and those of which several
say something when all are there."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Container, Iterable, Mapping
from dataclasses import dataclass, field

from gcm_kg.rdf.canonical import split
from gcm_kg.rdf.described import Graphs, Said
from gcm_kg.rdf.namespaces import GCM, ONTOLOGY_GRAPH, OWL, RDF

TYPE, VERSION = (f"<{iri}>".encode() for iri in (RDF + "type", OWL + "versionInfo"))
SOURCE_TEXT, ONTOLOGY = (f"<{iri}>".encode() for iri in (GCM + "SourceText", ONTOLOGY_GRAPH))
TYPE_TERM, TEXT_TERM = TYPE.decode(), SOURCE_TEXT.decode()
Shape = tuple[tuple[str, ...], tuple[str, ...]]
"""The classes of a thing, and the predicates of its triples: many things have the same."""


@dataclass(slots=True)
class PartCounts:
    """Counts of things that nothing else describes: triples by graph, things by shape, and the
    texts among them."""

    graphs: Counter[str] = field(default_factory=Counter)
    shapes: Counter[Shape] = field(default_factory=Counter)
    sources: list[str] = field(default_factory=list)

    def count(self, graph: str, subject: str, said: Said) -> None:
        """Counts what is said of a thing, all in one graph."""
        names = [name for name, values in said.items() for _ in values]
        self.graphs[graph[1:-1]] += len(names)
        types = [value for value in said.get(TYPE_TERM, ()) if value[0] == "<"]
        self.shapes[tuple(types), tuple(names)] += 1
        if TEXT_TERM in types:
            self.sources.append(subject[1:-1])

    def packed(self) -> bytes:
        """The counts, to be kept."""
        shapes = [[*shape, number] for shape, number in self.shapes.items()]
        return json.dumps([self.graphs, shapes, self.sources]).encode()

    @classmethod
    def unpacked(cls, data: bytes) -> PartCounts:
        """Counts that were kept."""
        graphs, shapes, sources = json.loads(data)
        found = {(tuple(types), tuple(names)): number for types, names, number in shapes}
        return cls(Counter(graphs), Counter(found), sources)


def counted_apart(graphs: Graphs, own: str, others: Container[str]) -> tuple[PartCounts, Graphs]:
    """Counts of things whose IRIs begin with ``own`` (as N-Quads write it), and the rest: of that
    other documents may say something too. ``others`` are things that are of the rest all the same.
    """
    counts, rest = PartCounts(), Graphs()
    several = _in_several(graphs)
    for graph, subjects in graphs.items():
        for subject, said in subjects.items():
            if own and subject.startswith(own) and subject not in several and subject not in others:
                counts.count(graph, subject, said)
            else:
                rest.setdefault(graph, {})[subject] = said
    return counts, rest


def _in_several(graphs: Graphs) -> set[str]:
    """The subjects of several graphs."""
    if len(graphs) < 2:
        return set()
    seen = Counter(subject for subjects in graphs.values() for subject in subjects)
    return {subject for subject, number in seen.items() if number > 1}


@dataclass(slots=True)
class DatasetCounts:
    """Counts of what a dataset holds: of its graphs apart, and of all of them merged."""

    graphs: Counter[str] = field(default_factory=Counter)
    classes: Counter[str] = field(default_factory=Counter)
    used: Counter[tuple[str, str]] = field(default_factory=Counter)
    """The triples of the things of a class by property: by both their IRIs."""
    properties: Counter[str] = field(default_factory=Counter)
    triples: int = 0
    subjects: int = 0
    sources: list[str] = field(default_factory=list)
    version: str = ""

    def count(self, lines: Iterable[bytes]) -> None:
        """Counts the sorted distinct lines of canonical N-Quads, all there are of their subjects.

        Sorted, a triple stands beside itself in other graphs, and beside those of its subject.
        """
        graphs, shapes = Counter[bytes](), Counter[tuple[tuple[bytes, ...], tuple[bytes, ...]]]()
        graph, ending = b"", b"\n\n"
        subject, value, said, types = b"", b"", list[bytes](), list[bytes]()
        for line in lines:
            thing, predicate, rest = line.split(b" ", 2)
            if rest.endswith(ending):
                found = rest[: -len(ending)]
            else:
                *_, found, graph = split(line)
                ending = b" " + graph + b" .\n" if graph else b"\n\n"
            graphs[graph] += 1
            if thing != subject:
                shapes[tuple(types), tuple(said)] += 1
                subject, said, types = thing, [], []
            elif found == value and predicate == said[-1]:
                continue  # the same triple in another graph
            said.append(predicate)
            value = found
            if predicate == TYPE and value.startswith(b"<"):
                types.append(value)
                self.sources += [_iri(subject)] if value == SOURCE_TEXT else []
            elif predicate == VERSION and subject == ONTOLOGY:
                self.version = value.decode().strip('"')
        shapes[tuple(types), tuple(said)] += 1
        self.graphs.update({_iri(name): number for name, number in graphs.items()})
        self._add({_shape(*shape): number for shape, number in shapes.items() if shape[1]})

    def add(self, part: PartCounts) -> None:
        """Counts what was counted of things that nothing else in the dataset describes."""
        self.graphs.update(part.graphs)
        self.sources += part.sources
        self._add(part.shapes)

    def _add(self, shapes: Mapping[Shape, int]) -> None:
        """Counts things, given how many there are of the same classes and properties."""
        for (types, said), number in shapes.items():
            self.subjects += number
            self.triples += number * len(said)
            names = Counter(name[1:-1] for name in said)
            for name, times in names.items():
                self.properties[name] += times * number
            for kind in (kind[1:-1] for kind in types):
                self.classes[kind] += number
                for name, times in names.items():
                    self.used[kind, name] += times * number


def _shape(types: Iterable[bytes], said: Iterable[bytes]) -> Shape:
    return tuple(each.decode() for each in types), tuple(each.decode() for each in said)


def _iri(term: bytes) -> str:
    return term[1:-1].decode()
