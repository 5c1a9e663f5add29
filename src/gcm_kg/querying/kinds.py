"""Says which classes are below or above one, after the ontology, and which of them has a frame."""

from __future__ import annotations

from collections.abc import Collection, Iterable

from pyoxigraph import NamedNode, QuerySolutions, Store

from gcm_kg.errors import InputError, shown
from gcm_kg.project import Project
from gcm_kg.rdf.namespaces import GCM, RDF, RDFS

BELOW = f"SELECT ?kind {{ ?kind <{RDFS}subClassOf>* %s }}"
ABOVE = f"""
SELECT ?kind (COUNT(DISTINCT ?above) AS ?depth) WHERE {{
  %s ?kind . ?kind <{RDFS}subClassOf>* ?above
}} GROUP BY ?kind ORDER BY DESC(?depth) ?kind
"""


def below(store: Store, kind: NamedNode) -> list[str]:
    """The IRIs of a class and of all below it."""
    return _kinds(store, BELOW % kind)


def above(store: Store, kind: NamedNode) -> list[str]:
    """The IRIs of a class and of all above it, the nearest first."""
    return _kinds(store, ABOVE % f"{kind} <{RDFS}subClassOf>*")


def kinds_of(store: Store, thing: NamedNode) -> list[str]:
    """The IRIs of the classes of a thing and of all above them, the nearest first."""
    return _kinds(store, ABOVE % f"{thing} <{RDF}type>/<{RDFS}subClassOf>*")


def frame_classes(project: Project) -> list[str]:
    """The names of the classes that have a frame."""
    return sorted(path.stem for path in project.frames.glob("*.jsonld"))


def framed_class(store: Store, project: Project, class_name: str) -> str:
    """The name of the class whose frame is that of a class: itself, or the nearest above it.

    Raises InputError for a class that has none.
    """
    known, name = frame_classes(project), class_name.removeprefix("gcm:")
    try:
        kinds = above(store, NamedNode(GCM + name))
    except ValueError:
        kinds = []
    if nearest := _nearest([GCM + name, *kinds], known):
        return nearest
    expected = f"one of {', '.join(known)}, or a class below one"
    raise InputError("the class", expected, shown(name), "choose one")


def class_with_frame(store: Store, project: Project, iri: str) -> str:
    """The name of the nearest class of a thing that has a frame.

    Raises InputError for a thing none of whose classes has one.
    """
    known = frame_classes(project)
    if nearest := _nearest(kinds_of(store, NamedNode(iri)), known):
        return nearest
    raise InputError(iri, f"a thing of {', '.join(known)}", "another", "see ontology/frames")


def _kinds(store: Store, sparql: str) -> list[str]:
    answer = store.query(sparql, use_default_graph_as_union=True)
    assert isinstance(answer, QuerySolutions)
    return [str(getattr(row["kind"], "value", "")) for row in answer]


def _nearest(kinds: Iterable[str], known: Collection[str]) -> str:
    """The first of some classes that has a frame; empty if none has."""
    names = (kind.removeprefix(GCM) for kind in kinds)
    return next((name for name in names if name in known), "")
