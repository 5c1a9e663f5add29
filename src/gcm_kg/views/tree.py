"""Makes trees of the graph: one thing, with all that a reader wants to see of it, in one object.

What is in a tree, and in which order, stands in the frames of ontology/frames, one for each class
(JSON-LD 1.1 Framing). A frame is read twice: it says which triples to take out of the graph, and it
is what PyLD, a JSON-LD processor, makes a tree of them by. The flags at its top hold on all levels.
"""

from __future__ import annotations

import json
import re
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from pyoxigraph import NamedNode, Triple

from gcm_kg.errors import InputError, shown
from gcm_kg.project import Project
from gcm_kg.querying.names import above, kinds_of
from gcm_kg.rdf.jsonld import DOCUMENT_TAIL, document_head, load_context
from gcm_kg.rdf.namespaces import GCM, RDF, compress
from gcm_kg.rdf.sparql import shipped
from gcm_kg.store.graph import Graph
from gcm_kg.text.folding import folded

Tree = dict[str, Any]
TYPE = NamedNode(RDF + "type")
CONTEXT = "https://w3id.org/gcm-kg/ontology/context.jsonld"
"""The name of the context, which is the file ontology/context.jsonld."""
FLAGS = ("@embed", "@explicit", "@omitDefault")
"""What the top of a frame says of all its levels; the options of a processor have these names."""


def trees(graph: Graph, project: Project, class_name: str) -> Iterator[Tree]:
    """A tree for each thing of a class, in the order of the document or else of their labels.

    Raises InputError as ``framed_class`` does, and for a frame that cannot be used.
    """
    frame = _load(project, framed_class(graph, project, class_name))
    for iri in _things(graph, NamedNode(GCM + class_name.removeprefix("gcm:"))):
        yield _tree(graph, frame, iri)


def tree(graph: Graph, project: Project, iri: str, class_name: str = "") -> Tree:
    """The tree of one thing, by the frame of a class, or else of the nearest of its classes.

    Raises InputError for a thing none of whose classes has a frame, and as ``trees`` does.
    """
    framed = framed_class(graph, project, class_name) if class_name else ""
    return _tree(graph, _load(project, framed or class_with_frame(graph, project, iri)), iri)


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


@dataclass(frozen=True, slots=True)
class _Frame:
    """A frame as it is written, without context, type and flags, and as it is in full."""

    path: Path
    written: dict[str, Any]
    expanded: dict[str, Any]
    context: dict[str, Any]
    options: dict[str, Any]


def _load(project: Project, name: str) -> _Frame:
    path, context = project.frames / f"{name}.jsonld", load_context(project.context)
    try:
        written = json.loads(path.read_text("utf-8-sig"))
        flags = {flag[1:]: written.pop(flag) for flag in FLAGS}
        kind = written.pop("type")
        del written["@context"]
    except (OSError, ValueError, KeyError, TypeError, AttributeError) as error:
        expected = f"a frame: JSON with @context, type, {', '.join(FLAGS)}"
        found = str(error) or type(error).__name__
        raise InputError(path, expected, found, "correct it") from None
    if kind != name or context.get(name) != compress(GCM + name):
        raise InputError(path, f"{name}, a class of ours, for type", shown(str(kind)), "correct it")
    with _processor(path) as pyld:
        framing = {"@context": context, **written, "id": {}}
        (expanded,) = pyld.expand(framing, {"isFrame": True, "documentLoader": _refuse})
    options = {**flags, "documentLoader": _refuse}
    return _Frame(path, written, expanded, context, options)


@contextmanager
def _processor(path: Path) -> Iterator[Any]:
    """PyLD; what it cannot do with a frame becomes one line."""
    from pyld import jsonld

    try:
        yield jsonld
    except (jsonld.JsonLdError, ValueError) as error:
        cause: BaseException | None = error
        while cause and not isinstance(cause, InputError):
            cause = cause.__cause__
        found = str(cause or getattr(error, "code", None) or type(error).__name__)
        raise InputError(path, "a frame of JSON-LD 1.1", found, "correct it") from None


def _refuse(url: str, options: object) -> object:
    """The document loader: nothing that a frame names is fetched."""
    raise InputError(url, "terms of the project's own context", "a document", "take it out")


def _things(graph: Graph, kind: NamedNode) -> list[str]:
    """The members of a class: parts by their place, other things by their label."""
    keys: dict[str, tuple[object, ...]] = {}
    for row in graph.select(shipped("views/tree-things"), kind=kind):
        iri, label, source = (
            str(getattr(row[n], "value", "")) for n in ("thing", "label", "source")
        )
        start, end = (int(row[n].value) if row[n] else 0 for n in ("start", "end"))
        key = (source, start, -end, folded(label), _natural(iri))
        keys[iri] = min(key, keys.get(iri, key))
    return sorted(keys, key=keys.__getitem__)


def _tree(graph: Graph, frame: _Frame, iri: str) -> Tree:
    found: dict[Triple, None] = {}
    _gather(graph, NamedNode(iri), frame.expanded, found)
    if not found:
        raise InputError(iri, "a thing of the graph", "nothing said of it", "name another one")
    with _processor(frame.path) as pyld:
        framing = {"@context": frame.context, **frame.written, "id": iri}
        lines = "".join(f"{triple} .\n" for triple in found)
        nodes = pyld.from_rdf(lines, {"useNativeTypes": True})
        framed = pyld.frame(nodes, framing, frame.options)
    framed.pop("@context", None)
    ordered: Tree = _ordered(framed, frame.written)
    return ordered


def _gather(
    graph: Graph, node: NamedNode, frame: dict[str, Any], found: dict[Triple, None]
) -> None:
    """The triples of a thing that a frame in full asks for, and of the things that it nests."""
    said: defaultdict[str, list[Triple]] = defaultdict(list)
    for triple in graph.triples(node, None, None):
        said[triple.predicate.value].append(triple)
    found.update(dict.fromkeys(said[TYPE.value]))
    for name, nested in frame.items():
        if name == "@reverse":
            for reverse, (inner,) in nested.items():
                triples = graph.triples(None, NamedNode(reverse), node)
                _follow(graph, triples, "subject", inner, found)
        elif not name.startswith("@"):
            _follow(graph, said[name], "object", nested[0], found)


def _follow(
    graph: Graph,
    triples: Iterable[Triple],
    end: str,
    frame: dict[str, Any],
    found: dict[Triple, None],
) -> None:
    for triple in triples:
        found[triple] = None
        other = getattr(triple, end)
        if isinstance(other, NamedNode) and "@embed" not in frame:
            _gather(graph, other, frame, found)


def _ordered(value: Any, frame: Any) -> Any:
    """The same with keys in the order of the frame and lists in the order of their names."""
    if isinstance(value, list):
        return sorted((_ordered(each, frame) for each in value), key=_name)
    if not isinstance(value, dict):
        return value
    inner = frame if isinstance(frame, dict) else {}
    places = {name: at for at, name in enumerate(dict.fromkeys(("id", "type", *inner)))}
    keys = sorted(value, key=lambda key: (places.get(key, len(places)), key))
    return {key: _ordered(value[key], inner.get(key)) for key in keys}


def _name(value: Any) -> tuple[object, ...]:
    text = value.get("id") or json.dumps(value) if isinstance(value, dict) else str(value)
    return _natural(text)


def _natural(text: str) -> tuple[object, ...]:
    """A key by which item 2 comes before item 10."""
    pieces = re.split(r"([0-9]+)", text)
    return tuple(int(piece) if place % 2 else piece for place, piece in enumerate(pieces))


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
