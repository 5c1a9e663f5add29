"""Opens a graph by what names it: nothing, a file, the directory of a store, or an address."""

from __future__ import annotations

from pathlib import Path

from gcm_kg.errors import InputError
from gcm_kg.project import Project
from gcm_kg.store import manifest
from gcm_kg.store.directory import EXPECTED, database, open_directory, opened
from gcm_kg.store.following import add_what_follows
from gcm_kg.store.graph import Graph, LocalGraph, in_memory, is_address


def refuse_damaged(path: Path) -> None:
    """Raises InputError for the directory of a store that is not as it was made."""
    if (path / manifest.NAME).is_file() and (found := manifest.damage(path)):
        raise InputError(path, "a store that is whole", found, "make it anew")


def open_graph(where: str | Path | None, project: Project) -> Graph:
    """A graph by what names it: nothing, for the built one; an RDF file, which is read into memory,
    with what follows from it; the directory of a store; or the address of a SPARQL endpoint.

    Raises InputError for what cannot be read, and for a graph that has not been built.
    """
    if where is None:
        store, kept = opened(project)
        return LocalGraph(store, "", kept)
    if is_address(str(where)):
        from gcm_kg.store.endpoint import RemoteGraph

        return RemoteGraph(str(where))
    path = Path(where)
    if path.is_dir():
        refuse_damaged(path)
        return LocalGraph(open_directory(database(path)), str(where), path)
    if not path.exists():
        raise InputError(path, EXPECTED, "nothing: it is not there", "check the path")
    from gcm_kg.rdf.parsing import parse_file

    graph = in_memory(parse_file(path), str(where))
    add_what_follows(graph.store, project.ontology)
    return graph
