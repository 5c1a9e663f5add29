"""Makes trees of the graph: one thing, with all that a reader wants to see of it, in one object.

What is in a tree, and in which order, stands in the frames of ontology/frames, one for each class.
"""

from __future__ import annotations

import json
from collections.abc import Collection, Iterable, Iterator

from pyoxigraph import NamedNode

from gcm_kg.errors import InputError, shown
from gcm_kg.project import Project
from gcm_kg.querying.names import above, kinds_of
from gcm_kg.rdf.jsonld import DOCUMENT_TAIL, document_head, load_context
from gcm_kg.rdf.namespaces import GCM
from gcm_kg.rdf.sparql import shipped
from gcm_kg.store.graph import Graph
from gcm_kg.text.folding import folded
from gcm_kg.views.framing import Framer, Level, Tree, load_frame, natural

CONTEXT = "https://w3id.org/gcm-kg/ontology/context.jsonld"
"""The name of the context, which is the file ontology/context.jsonld."""


def trees(graph: Graph, project: Project, class_name: str) -> Iterator[Tree]:
    """A tree for each thing of a class, in the order of the document or else of their labels.

    Raises InputError as ``framed_class`` does, and for a frame that cannot be used.
    """
    framer, frame = _framer(graph, project, framed_class(graph, project, class_name))
    for iri in _things(graph, NamedNode(GCM + class_name.removeprefix("gcm:"))):
        yield framer.tree(iri, frame)


def tree(graph: Graph, project: Project, iri: str, class_name: str = "") -> Tree:
    """The tree of one thing, by the frame of a class, or else of the nearest of its classes.

    Raises InputError for a thing none of whose classes has a frame, and as ``trees`` does.
    """
    framed = framed_class(graph, project, class_name) if class_name else ""
    framer, frame = _framer(graph, project, framed or class_with_frame(graph, project, iri))
    return framer.tree(iri, frame)


def _framer(graph: Graph, project: Project, class_name: str) -> tuple[Framer, Level]:
    context = load_context(project.context)
    frame = load_frame(project.frames / f"{class_name}.jsonld", context)
    return Framer(graph, context), frame


def framed_text(graph: Graph, project: Project, class_name: str = "", iri: str = "") -> str:
    """A JSON-LD file with the trees of a class, or with that of one thing.

    The same graph is the same text. Raises InputError as ``trees`` and ``tree`` do.
    """
    found = [tree(graph, project, iri, class_name)] if iri else trees(graph, project, class_name)
    texts = (json.dumps(each, indent=1, ensure_ascii=False) for each in found)
    return document_head(load_context(project.context)) + ",\n".join(texts) + DOCUMENT_TAIL


def tree_text(graph: Graph, project: Project, iri: str) -> str:
    """A JSON-LD file with the tree of one thing, which comes first; behind it the context, by its
    name. Raises InputError as ``tree`` does."""
    content = {**tree(graph, project, iri), "@context": CONTEXT}
    return json.dumps(content, indent=1, ensure_ascii=False) + "\n"


def _things(graph: Graph, kind: NamedNode) -> list[str]:
    """The members of a class: parts by their place, other things by their label."""
    keys: dict[str, tuple[object, ...]] = {}
    for row in graph.select(shipped("views/tree-things"), kind=kind):
        iri, label, source = (
            str(getattr(row[n], "value", "")) for n in ("thing", "label", "source")
        )
        start, end = (int(row[n].value) if row[n] else 0 for n in ("start", "end"))
        key = (source, start, -end, folded(label), natural(iri))
        keys[iri] = min(key, keys.get(iri, key))
    return sorted(keys, key=keys.__getitem__)


def frame_classes(project: Project) -> list[str]:
    """The names of the classes that have a frame."""
    return sorted(path.stem for path in project.frames.glob("*.jsonld"))


def framed_class(graph: Graph, project: Project, class_name: str) -> str:
    """The name of the class whose frame is that of a class: itself, or the nearest above it.

    Raises InputError for a class that has none.
    """
    known, name = frame_classes(project), class_name.removeprefix("gcm:")
    try:
        kinds = above(graph, NamedNode(GCM + name))
    except ValueError:
        kinds = []
    if nearest := _nearest([GCM + name, *kinds], known):
        return nearest
    expected = f"one of {', '.join(known)}, or a class below one"
    raise InputError("the class", expected, shown(name), "choose one")


def class_with_frame(graph: Graph, project: Project, iri: str) -> str:
    """The name of the nearest class of a thing that has a frame.

    Raises InputError for a thing none of whose classes has one.
    """
    known = frame_classes(project)
    if nearest := _nearest(kinds_of(graph, NamedNode(iri)), known):
        return nearest
    raise InputError(iri, f"a thing of {', '.join(known)}", "another", "see ontology/frames")


def _nearest(kinds: Iterable[str], known: Collection[str]) -> str:
    """The first of some classes that has a frame; empty if none has."""
    names = (kind.removeprefix(GCM) for kind in kinds)
    return next((name for name in names if name in known), "")
