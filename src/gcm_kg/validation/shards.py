"""Puts together what is validated at once: a graph with the ontology and vocabularies it uses."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import chain
from pathlib import Path

from pyoxigraph import NamedNode, Quad

from gcm_kg.errors import InputError
from gcm_kg.knowledge_graph import open_graph
from gcm_kg.project import LINKS, TURTLE, Project
from gcm_kg.rdf.namespaces import OTHER_GRAPHS
from gcm_kg.rdf.parsing import parse_file
from gcm_kg.reading.vocabulary import load_vocabulary


def shard(project: Project, files: Sequence[Path]) -> Iterator[Quad]:
    """The quads of the files, or of directories of stores, with the project's ontology and
    vocabularies; without any, the built graph, which holds them, with its links to other graphs.
    Raises InputError for what cannot be read."""
    if not files:
        paths = [project.graph / name for name in (TURTLE, LINKS)]
        for path in paths:
            if not path.is_file():
                raise InputError(path, "the built graph", "none", "run gcm-kg build")
        return chain.from_iterable(map(parse_file, paths))
    vocabulary = load_vocabulary(project.ontology, project.vocabulary)
    return chain(vocabulary.ontology, vocabulary.quads, *map(_ours, files))


def _ours(path: Path) -> Iterator[Quad]:
    """The quads of a file or store, but for those of graphs that were merged beside ours."""
    for quad in open_graph(path).store:
        graph = quad.graph_name
        if not (isinstance(graph, NamedNode) and graph.value.startswith(OTHER_GRAPHS)):
            yield quad
