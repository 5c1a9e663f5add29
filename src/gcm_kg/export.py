"""Writes a graph, or a part of it, in the formats of other systems."""

from __future__ import annotations

import shutil
import sys
import tempfile
from collections.abc import Iterable, Iterator
from pathlib import Path

from pyoxigraph import DefaultGraph, NamedNode, Quad

from gcm_kg.errors import InputError, shown
from gcm_kg.iris import DESCRIPTION_GRAPH, LINK_GRAPHS, QUESTION_GRAPH
from gcm_kg.knowledge_graph import KnowledgeGraph
from gcm_kg.names import expanded
from gcm_kg.project import JSON_LD, TRIG, TURTLE
from gcm_kg.results import graph_text

PUBLISHED = {"turtle": TURTLE, "trig": TRIG, "jsonld": JSON_LD}
"""Formats in which the built graph is published: these files are given as they are."""
APART = ("trig", "nquads")
"""Formats that keep named graphs apart."""
CHUNK = 1 << 20
"""Characters that are read at once."""


def exported(
    known: KnowledgeGraph, form: str, name: str = "", *, built: bool, links: bool = False
) -> Iterator[str]:
    """A graph as text, in pieces; with a name, that named graph alone; ``links`` are those to other
    graphs, which are left out otherwise.

    ``built`` says that it is the published graph, whose files are given as they are. Raises
    InputError for a name of no graph.
    """
    if built and not name and not links and form in PUBLISHED:
        with (known.project.graph / PUBLISHED[form]).open(encoding="utf-8", newline="") as file:
            while piece := file.read(CHUNK):
                yield piece
        return
    quads = _quads(known, name, links=links)
    if form in APART:
        yield _apart(quads, form)
    else:
        yield graph_text((quad.triple for quad in quads), form)


def _quads(known: KnowledgeGraph, name: str, *, links: bool) -> Iterator[Quad]:
    if not name:
        beside = _beside(known, links=links)
        return (quad for quad in known.store if quad.graph_name not in beside)
    node = NamedNode(expanded(name))
    if not known.store.contains_named_graph(node):
        graphs = " ".join(sorted(str(graph) for graph in known.store.named_graphs()))
        raise InputError("--named-graph", f"one of {graphs}", shown(name), "choose one")
    return known.store.quads_for_pattern(None, None, None, node)


def _beside(known: KnowledgeGraph, *, links: bool) -> set[object]:
    """The named graphs of what is not the graph itself: its description, questions and links."""
    names = {str(graph)[1:-1] for graph in known.store.named_graphs()}
    left_out = {name for name in names if name.startswith(LINK_GRAPHS) and not links}
    return {NamedNode(name) for name in (DESCRIPTION_GRAPH, QUESTION_GRAPH, *left_out)}


def _apart(quads: Iterable[Quad], form: str) -> str:
    """TriG or N-Quads, sorted, so that the same graph is the same text."""
    from gcm_kg import turtle

    ordered = sorted(set(quads), key=lambda quad: (str(quad.graph_name), str(quad)))
    if form == "nquads":
        return "".join(f"{_line(quad)} .\n" for quad in ordered)
    return turtle.trig(turtle.Layout().extend(ordered))


def _line(quad: Quad) -> str:
    return str(quad.triple if quad.graph_name == DefaultGraph() else quad)


def trees(known: KnowledgeGraph, class_name: str, thing: str) -> Iterator[str]:
    """Framed JSON-LD: a tree for the thing, or for each thing of the class.

    Raises InputError for a name of nothing, and for a class that has no frame.
    """
    from gcm_kg.frame import framed_text

    iri = known.find(thing) if thing else ""
    yield framed_text(known.store, known.project, class_name, iri)


def written(pieces: Iterable[str], path: Path | None) -> None:
    """Writes pieces of text to standard output, or to a file, which is replaced as a whole.

    What is no file, such as /dev/stdout, is written to and never replaced; behind a symbolic link,
    the file that it leads to is.
    """
    if path is None:
        sys.stdout.writelines(pieces)
        return
    if path.exists() and not path.is_file():
        with path.open("w", encoding="utf-8", newline="") as device:
            device.writelines(pieces)
        return
    path = path.resolve()
    with tempfile.TemporaryDirectory(prefix=".gcm-kg-", dir=path.parent) as folder:
        unfinished = Path(folder) / path.name
        with unfinished.open("w", encoding="utf-8", newline="") as file:
            file.writelines(pieces)
        shutil.move(unfinished, path)
