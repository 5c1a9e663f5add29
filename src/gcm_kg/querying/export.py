"""Writes a graph, or a part of it, in the formats of other systems."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from pathlib import Path

from pyoxigraph import DefaultGraph, NamedNode, Quad, RdfFormat, serialize

from gcm_kg.errors import InputError, shown
from gcm_kg.files import write_whole
from gcm_kg.knowledge_graph import KnowledgeGraph
from gcm_kg.project import JSON_LD, TRIG, TURTLE
from gcm_kg.querying.results import graph_text
from gcm_kg.rdf.namespaces import (
    BASE,
    DESCRIPTION_GRAPH,
    LINK_GRAPHS,
    PREFIXES,
    QUESTION_GRAPH,
    expand,
    short,
)

PUBLISHED = {"turtle": TURTLE, "trig": TRIG, "jsonld": JSON_LD}
"""Formats in which the built graph is published: these files are given as they are."""
APART = ("trig", "nquads")
"""Formats that keep named graphs apart."""
CHUNK = 1 << 20
"""Characters that are read at once."""


def refuse_together(
    form: str | None, class_name: str | None, thing: str | None, name: str | None, *, links: bool
) -> None:
    """Raises InputError for options that do not go together: a format, a class, a thing, the name
    of a graph, and links; None is for an option that is not given."""
    tree = "--thing" if thing is not None else "--class" if class_name is not None else ""
    if tree and form not in (None, "jsonld"):
        found = f"--format {form}"
        raise InputError("gcm-kg export", f"JSON-LD with {tree}", found, "leave out one of the two")
    if name is not None and (tree or links):
        found = f"{tree or '--with-links'} too"
        raise InputError("gcm-kg export", "--named-graph alone", found, "leave out one of the two")
    if tree and links:
        found = "--with-links too"
        raise InputError("gcm-kg export", f"{tree} alone", found, "leave out one of the two")


def exported(
    known: KnowledgeGraph, form: str, name: str | None = None, *, built: bool, links: bool = False
) -> Iterator[str]:
    """A graph as text, in pieces; with a name, that named graph alone; ``links`` are those to other
    graphs, which are left out otherwise.

    ``built`` says that it is the published graph, whose files are given as they are. Raises
    InputError for a name of no graph.
    """
    if built and name is None and not links and form in PUBLISHED:
        with (known.project.graph / PUBLISHED[form]).open(encoding="utf-8", newline="") as file:
            while piece := file.read(CHUNK):
                yield piece
        return
    quads = _quads(known, name, links=links)
    if form in APART:
        yield _apart(quads, form)
    else:
        yield graph_text((quad.triple for quad in quads), form)


def _quads(known: KnowledgeGraph, name: str | None, *, links: bool) -> Iterator[Quad]:
    if name is None:
        beside = _beside(known, links=links)
        return (quad for quad in known.store if quad.graph_name not in beside)
    return known.store.quads_for_pattern(None, None, None, _named_graph(known, name))


def _named_graph(known: KnowledgeGraph, name: str) -> NamedNode:
    """The named graph of an IRI, a CURIE or a path below the base."""
    graphs = {str(getattr(g, "value", g)) for g in known.store.named_graphs()}
    for iri in (name.strip("<>"), expand(name), BASE + name):
        if iri in graphs:
            return NamedNode(iri)
    expected = " or ".join(sorted(map(short, graphs))) or "no name, as there are no named graphs"
    raise InputError("--named-graph", expected, shown(name), "choose one")


def _beside(known: KnowledgeGraph, *, links: bool) -> set[object]:
    """The named graphs of what is not the graph itself: its description, questions and links."""
    names = {str(graph)[1:-1] for graph in known.store.named_graphs()}
    left_out = {name for name in names if name.startswith(LINK_GRAPHS) and not links}
    return {NamedNode(name) for name in (DESCRIPTION_GRAPH, QUESTION_GRAPH, *left_out)}


def _apart(quads: Iterable[Quad], form: str) -> str:
    """TriG or N-Quads, sorted, so that the same graph is the same text."""
    from gcm_kg.rdf import turtle

    ordered = sorted(set(quads), key=lambda quad: (str(quad.graph_name), str(quad)))
    if form == "nquads":
        return "".join(f"{_line(quad)} .\n" for quad in ordered)
    try:
        return turtle.trig(turtle.Layout().extend(ordered))
    except TypeError:  # another graph beside ours has blank nodes, which we do not publish
        return (serialize(ordered, format=RdfFormat.TRIG, prefixes=PREFIXES) or b"").decode()


def _line(quad: Quad) -> str:
    return str(quad.triple if quad.graph_name == DefaultGraph() else quad)


def trees(known: KnowledgeGraph, class_name: str | None, thing: str | None) -> Iterator[str]:
    """Framed JSON-LD: a tree for the thing, or for each thing of the class.

    Raises InputError for a name of nothing, or of nothing in the class where one is given too, and
    for a class that has no frame.
    """
    from gcm_kg.views.tree import framed_class, framed_text

    of = ""
    if class_name is not None:
        framed_class(known.store, known.project, class_name)
        of = f"gcm:{class_name.removeprefix('gcm:')}"
    iri = "" if thing is None else known.find(thing, of=of, hint=", or give its class by --class")
    yield framed_text(known.store, known.project, class_name or "", iri)


def written(pieces: Iterable[str], path: Path | None) -> None:
    """Writes pieces of text to standard output, or to a file, which is replaced as a whole.

    What is no file, such as /dev/stdout, is written to and never replaced; behind a symbolic link,
    the file that it leads to is.
    """
    if path is None:
        sys.stdout.writelines(pieces)
    elif path.exists() and not path.is_file():
        with path.open("w", encoding="utf-8", newline="") as device:
            device.writelines(pieces)
    else:
        write_whole(path, pieces)
