"""Writes a graph, or a part of it, in the formats of other systems."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from functools import partial

from pyoxigraph import NamedNode, Quad, RdfFormat, serialize

from gcm_kg.errors import InputError, shown
from gcm_kg.project import JSON_LD, TRIG, TURTLE, Project
from gcm_kg.querying.results import graph_text
from gcm_kg.rdf.jsonld import load_context
from gcm_kg.rdf.namespaces import BASE, BESIDE, LINK_GRAPHS, PREFIXES, expand, short
from gcm_kg.store.graph import Graph

PUBLISHED = {"turtle": TURTLE, "trig": TRIG, "jsonld": JSON_LD}
"""Formats in which the built graph is published: these files are given as they are."""
APART = ("trig", "nquads")
"""Formats that keep named graphs apart."""
CHUNK = 1 << 20
"""Characters that are read at once."""


def exported(
    graph: Graph, form: str, name: str | None = None, *, project: Project, links: bool = False
) -> Iterator[str]:
    """A graph as text, in pieces; with a name, that named graph alone; ``links`` are those to other
    graphs, which are left out otherwise.

    Of the built graph the published files are given as they are. Raises InputError for a name of no
    graph.
    """
    if not graph.where and name is None and not links and form in PUBLISHED:
        with (project.graph / PUBLISHED[form]).open(encoding="utf-8", newline="") as file:
            while piece := file.read(CHUNK):
                yield piece
        return
    quads = _quads(graph, name, links=links)
    if form in APART:
        yield _apart(quads, form)
    else:
        context = partial(load_context, project.context)
        yield graph_text((quad.triple for quad in quads), form, context)


def _quads(graph: Graph, name: str | None, *, links: bool) -> Iterator[Quad]:
    if name is None:
        beside = _beside(graph, links=links)
        return (quad for quad in graph.quads() if quad.graph_name not in beside)
    return graph.quads(_named_graph(graph, name))


def _named_graph(graph: Graph, name: str) -> str:
    """The named graph of an IRI, a CURIE or a path below the base."""
    graphs = graph.named_graphs()
    for iri in (name.strip("<>"), expand(name), BASE + name):
        if iri in graphs:
            return iri
    expected = " or ".join(map(short, graphs)) or "no name, as there are no named graphs"
    raise InputError("--named-graph", expected, shown(name), "choose one")


def _beside(graph: Graph, *, links: bool) -> set[object]:
    """The named graphs of what is not the graph itself: its closure, description,
    questions and links."""
    names = graph.named_graphs()
    left_out = [name for name in names if name.startswith(LINK_GRAPHS) and not links]
    return {NamedNode(name) for name in (*BESIDE, *left_out)}


def _apart(quads: Iterable[Quad], form: str) -> str:
    """TriG or N-Quads, sorted, so that the same graph is the same text."""
    from gcm_kg.rdf import turtle

    if form == "nquads":
        return b"".join(_lines(quads)).decode()
    ordered = sorted(set(quads), key=lambda quad: (str(quad.graph_name), str(quad)))
    try:
        return turtle.trig(turtle.Layout().extend(ordered))
    except TypeError:  # another graph beside ours has blank nodes, which we do not publish
        return (serialize(ordered, format=RdfFormat.TRIG, prefixes=PREFIXES) or b"").decode()


def _lines(quads: Iterable[Quad]) -> Iterator[bytes]:
    """N-Quads, one graph after another, the lines of each sorted and each once."""
    graphs: defaultdict[object, list[Quad]] = defaultdict(list)
    for quad in quads:
        graphs[quad.graph_name].append(quad)
    for name in sorted(graphs, key=str):
        written = serialize(graphs[name], format=RdfFormat.N_QUADS) or b""
        yield from sorted(set(written.splitlines(keepends=True)))
