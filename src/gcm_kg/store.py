"""Keeps the graph in a directory on disk, where Oxigraph answers from it.

A store is made aside, under a name of its own, and moved into place when it is whole; it never
changes afterwards. So a build that fails or is killed leaves the one before as it was, and readers,
who open it read-only, need no lock and see one graph from beginning to end. The name of a store is
made from the published files that it holds: which one is current follows from the files alone, and
a checkout that is new, or was updated, makes its store when it is first asked.
"""

from __future__ import annotations

import hashlib
import os
import shutil
import tempfile
import time
from contextlib import ExitStack, suppress
from pathlib import Path

from pyoxigraph import NamedNode, RdfFormat, Store

from gcm_kg.errors import InputError
from gcm_kg.iris import DESCRIPTION_GRAPH, QUESTION_GRAPH
from gcm_kg.project import Project
from gcm_kg.publish import DESCRIPTION, QUESTIONS, TRIG
from gcm_kg.rdf import parse_file

FORMAT = b"1"
"""Counted up when what a store directory holds changes."""
KEPT = 2
"""Stores that are kept: the current one, and the one before for those who still read it."""
ABANDONED = 3600
"""Seconds after which an unfinished store is taken for the leavings of a killed process."""
UNFINISHED = ".new-"
GRAPH, INDEX = "graph", "search.sqlite"
"""What a store directory holds: the triples, and the index of words."""

LOADED = {TRIG: "", DESCRIPTION: DESCRIPTION_GRAPH, QUESTIONS: QUESTION_GRAPH}
"""The published files that a store holds, with the graph of those that do not name any."""


def current(project: Project) -> Path:
    """The directory of the store of the published graph, whether or not it has been made.

    Raises InputError when no graph has been published.
    """
    return stores(project) / _name(project.graph)


def _name(folder: Path) -> str:
    """The name of the store of the published files in a folder."""
    digest = hashlib.sha256(FORMAT)
    for name in (DESCRIPTION, QUESTIONS):  # the description holds the digests of all the others
        path = folder / name
        if not path.is_file():
            raise InputError(path, "the built graph", "none", "run gcm-kg build")
        digest.update(path.read_bytes())
    return digest.hexdigest()[:16]


def stores(project: Project) -> Path:
    """The folder of stores: in a checkout beside the graph, else in the user's folder for caches."""
    if project.bundled:
        from platformdirs import user_cache_path

        return user_cache_path("gcm-kg") / "stores"
    return project.root / "data" / "store"


def open_store(project: Project) -> Store:
    """The published graph, read-only; its store is made from the published files where there is
    none, in memory if nothing can be written. Raises InputError for a damaged store."""
    place = current(project)
    if not place.is_dir():
        try:
            made = make(project.graph, place.parent)
        except OSError:
            return in_memory(project)
        put_in_place(made, place)
    return open_directory(place / GRAPH)


def open_directory(path: Path) -> Store:
    """An Oxigraph database, read-only. Raises InputError for a directory that is none, or damaged."""
    try:
        return Store.read_only(str(path))
    except (OSError, ValueError) as error:
        advice = f"remove {path.parent} and ask again"
        raise InputError(path, "an Oxigraph store", str(error), advice) from None


def open_file(path: Path) -> Store:
    """An RDF file, in memory. Raises InputError for one that cannot be read."""
    store = Store()
    store.bulk_extend(parse_file(path))
    return store


def in_memory(project: Project) -> Store:
    """The published files in memory. Raises InputError for one that cannot be read."""
    store = Store()
    load(store, project.graph)
    return store


def load(store: Store, folder: Path) -> None:
    """Puts the published files of a folder into an empty store."""
    for name, graph in LOADED.items():
        path = folder / name
        form = RdfFormat.TRIG if path.suffix == ".trig" else RdfFormat.TURTLE
        node = NamedNode(graph) if graph else None
        try:
            store.bulk_load(path=str(path), format=form, to_graph=node)
        except SyntaxError as error:
            found, advice = error.msg or "a mistake", "run gcm-kg build"
            raise InputError(path, form.name, found, advice, line=error.lineno) from None


def make(folder: Path, place: Path) -> Path:
    """Makes a store of published files under a name of its own, beside where it is to be, and gives
    its path. Raises OSError if it cannot be written."""
    from gcm_kg.search import index

    place.mkdir(parents=True, exist_ok=True)
    unfinished = Path(tempfile.mkdtemp(prefix=UNFINISHED, dir=place))
    with ExitStack() as failed:
        failed.callback(discard, unfinished)
        store = Store(str(unfinished / GRAPH))
        load(store, folder)
        index(store, unfinished / INDEX)
        del store  # releases the lock of the database
        failed.pop_all()
    return unfinished


def put_in_place(made: Path, place: Path) -> None:
    """Gives a store its name, if there is none of that name, and removes those out of use."""
    with suppress(OSError):  # there is one: it holds the same
        made.rename(place)
    discard(made)
    finished = [path for path in place.parent.iterdir() if not path.name.startswith(".")]
    finished.sort(key=lambda path: (path == place, path.stat().st_mtime), reverse=True)
    limit = time.time() - ABANDONED
    unfinished = [p for p in place.parent.glob(f"{UNFINISHED}*") if p.stat().st_mtime < limit]
    for path in [*finished[KEPT:], *unfinished]:
        discard(path)


def discard(made: Path) -> None:
    """Removes a store that was made and not put in place."""
    shutil.rmtree(made, ignore_errors=True)
