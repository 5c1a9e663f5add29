"""Keeps the graph in a directory on disk, where Oxigraph answers from it.

A store is made aside, under a name of its own, and moved into place when it is whole; it never
changes afterwards. So a build that fails or is killed leaves the one before as it was, and readers,
who open it read-only, need no lock and see one graph from beginning to end. The name of a store is
made from the published files that it holds: which one is current follows from the files alone, and
a checkout that is new, or was updated, makes its store when it is first asked. A store that has
been damaged is made anew.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Callable
from contextlib import ExitStack, suppress
from functools import partial
from pathlib import Path
from types import TracebackType

from pyoxigraph import Store

from gcm_kg.errors import InputError
from gcm_kg.project import DESCRIPTION, QUESTIONS, Project
from gcm_kg.store import manifest
from gcm_kg.store.graph import INDEX, LocalGraph
from gcm_kg.store.unfinished import begin, end, let_go, remove_abandoned

FORMAT = b"4"
"""Counted up when what a store directory holds changes."""
KEPT = 2
"""Stores that are kept: the current one, and the one before for those who still read it."""
NAME = re.compile(r"[0-9a-f]{16}")
"""What a finished store is called; nothing else in the folder of stores is ever removed."""
TRIES = 3
"""How often a store is made before it is taken for impossible; a build may be replacing files."""
UNFINISHED = ".new-"
DATABASE = "CURRENT"
"""The file that every database of Oxigraph's has."""
EXPECTED = "an RDF file, the directory of a store, or the address of a SPARQL endpoint"
GRAPH = "graph"
"""Where in a store directory the triples are, beside the index of words."""


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


def holds(stores: Path, folder: Path, *, thorough: bool = True) -> bool:
    """Whether among stores there is a whole one of the published files in a folder: each of its
    files is as it was made, and opens. Unless ``thorough``, those are read whose size or time is
    another."""
    place = stores / _name(folder)
    return not manifest.damage(place, thorough=thorough) and whole(place) is not None


def stores(project: Project) -> Path:
    """The folder of stores: in a checkout beside the graph, else in the user's cache."""
    if project.bundled:
        from platformdirs import user_cache_path

        return user_cache_path("gcm-kg") / "stores"
    return project.root / "data" / "store"


def opened(project: Project) -> tuple[Store, Path | None]:
    """The published graph, read-only, with the directory of its store.

    The store is made from the published files where there is none that can be opened; in memory,
    without a directory, if nothing can be written. Raises InputError for files that are missing or
    damaged.
    """
    with suppress(OSError, RuntimeError):
        for _ in range(TRIES):
            place = current(project)
            store = whole(place)
            if store is None:
                store = _made(project, place)
            if store is not None:
                return store, place
    return loaded(project), None


def _made(project: Project, place: Path) -> Store | None:
    """The store that was made of the published files; None if they changed meanwhile."""
    made = make(project.graph, place.parent)
    if current(project) == place:
        put_in_place(made, place)
    discard(made)
    return whole(place)


def whole(place: Path) -> Store | None:
    """The store of a directory; None if there is none, or it is damaged."""
    if manifest.damage(place):
        return None
    try:
        store = open_directory(place / GRAPH)
        wanted = manifest.number_to_hold(place)
        return store if wanted is None or len(store) == wanted else None
    except (InputError, OSError, RuntimeError):
        return None


def open_directory(path: Path) -> Store:
    """An Oxigraph database, read-only. Raises InputError for a directory that is no whole one."""
    try:
        return Store.read_only(str(path))
    except (OSError, ValueError, RuntimeError) as error:
        advice = "give the directory of a store, or an RDF file"
        raise InputError(path, "an Oxigraph store", str(error), advice) from None


def database(path: Path) -> Path:
    """The directory of the database in that of a store. Raises InputError where there is none."""
    for directory in (path / GRAPH, path):
        if (directory / DATABASE).is_file():
            return directory
    advice = "give a directory below data/store, or a file"
    raise InputError(path, EXPECTED, "a directory without one", advice)


def loaded(project: Project) -> Store:
    """The published files in memory. Raises InputError for one that cannot be read."""
    from gcm_kg.store.loading import load

    store = Store()
    load(store, project.graph)
    return store


def make(folder: Path, place: Path, beside: Callable[[Store], None] = lambda _: None) -> Path:
    """Makes a store of published files under a name of its own, beside where it is to be, and gives
    its path. ``beside`` puts something more into it.

    Raises OSError or RuntimeError if it cannot be written.
    """
    place.mkdir(parents=True, exist_ok=True)
    unfinished = begin(place, UNFINISHED)
    with ExitStack() as errors:
        errors.push(partial(broken_off, unfinished))
        _fill(unfinished, folder, beside)
        errors.pop_all()
    return unfinished


def _fill(unfinished: Path, folder: Path, beside: Callable[[Store], None]) -> None:
    """Writes the graph and its index; the lock of the database is released at the end."""
    from gcm_kg.store.loading import load

    store = Store(str(unfinished / GRAPH))
    load(store, folder)
    beside(store)
    quads = indexed(store, unfinished)
    del store  # which writes until it is let go
    sealed(unfinished, quads)


def indexed(store: Store, unfinished: Path) -> int:
    """Writes the index of words of a store, and gives the number of its quads."""
    from gcm_kg.store.fulltext import index

    index(LocalGraph(store), unfinished / INDEX)
    return len(store)


def sealed(unfinished: Path, quads: int) -> None:
    """Puts down what a store holds, once its database has been let go."""
    manifest.write(unfinished, quads=quads)


def broken_off(
    unfinished: Path,
    kind: type[BaseException] | None,
    error: BaseException | None,
    traceback: TracebackType | None,
) -> None:
    """Removes a store whose making was broken off, by whatever.

    The frames of the error hold the database, which writes to its directory until it is let go.
    """
    from traceback import clear_frames

    if traceback:
        clear_frames(traceback)
    discard(unfinished)


def put_in_place(made: Path, place: Path) -> None:
    """Gives a store its name, unless a whole one has it, and removes those out of use."""
    if manifest.damage(place, thorough=True) or whole(place) is None:
        damaged = made.with_name(f"{made.name}-damaged")
        with suppress(OSError):  # there is none
            place.rename(damaged)
        with suppress(OSError):  # another process has put it there: it holds the same
            made.rename(place)
            let_go(made)
        discard(damaged)
    discard(made)
    _tidy(place)


def _tidy(place: Path) -> None:
    """Removes the stores that are out of use, and what killed processes have left."""
    others = [path for path in place.parent.iterdir() if NAME.fullmatch(path.name)]
    others = sorted((path for path in others if path != place), key=_made_at, reverse=True)
    for path in others[KEPT - 1 :]:
        discard(path)
    remove_abandoned(place.parent, UNFINISHED)


def _made_at(path: Path) -> float:
    try:
        return path.stat().st_mtime
    except OSError:  # another process has removed it
        return 0


def discard(made: Path) -> None:
    """Removes a store that was made and not put in place."""
    end(made)
