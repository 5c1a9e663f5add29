"""Names the states of a graph that is served."""

from __future__ import annotations

import hashlib
from pathlib import Path

from gcm_kg.errors import InputError
from gcm_kg.project import Project
from gcm_kg.store.directory import current, opened

DIGEST = 16
"""Hexadecimal digits that name a state of the graph."""
KEPT = "pages.json"
"""What is kept beside a store for pages: it follows from the rest."""


def state(where: str, project: Project) -> str:
    """The digest of what is served: the name of the store of the built graph, else that of the
    files. Raises InputError where there is nothing."""
    if not where:
        name = current(project)
        if not name.is_dir():
            opened(project)
        return name.name
    path = Path(where)
    try:
        files = sorted(path.rglob("*")) if path.is_dir() else [path]
        files = [f for f in files if KEPT not in f.name and f.is_file()]
        stats = [(str(f), f.stat().st_size, f.stat().st_mtime_ns) for f in files]
    except OSError as error:
        raise InputError(path, "a graph", str(error.strerror), "check the path") from None
    return hashlib.sha256(repr(stats).encode()).hexdigest()[:DIGEST]
