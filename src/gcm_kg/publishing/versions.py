"""Opens an earlier version of the published graph by its tag, or any graph by what names it."""

from __future__ import annotations

import subprocess
from pathlib import Path

from pyoxigraph import RdfFormat, parse

from gcm_kg.errors import InputError
from gcm_kg.project import TRIG, Project
from gcm_kg.store.graph import Graph, in_memory, is_address
from gcm_kg.store.opening import open_graph

SECONDS = 60


def opened_version(where: str | None, project: Project) -> Graph:
    """The graph that a path, an address or a tag names; without one, the built graph.

    Raises InputError for what is none of these, and for a version that cannot be read.
    """
    if where is None or is_address(where) or Path(where).exists():
        return open_graph(where, project)
    path = (project.graph / TRIG).relative_to(project.root)
    content = _git(project.root, "show", "--end-of-options", f"{where}:{path.as_posix()}")
    if content is None:
        expected = "an RDF file, the directory of a store, an address, or a tag of the repository"
        raise InputError(where, expected, "none of these", "check the name")
    return in_memory(parse(content, format=RdfFormat.TRIG), where)


def _git(root: Path, *arguments: str) -> bytes | None:
    """What git prints; None where it is not there, refuses, or takes too long."""
    try:
        done = subprocess.run(
            ["git", "-C", str(root), *arguments], capture_output=True, timeout=SECONDS, check=False
        )
    except (OSError, subprocess.TimeoutExpired):
        return None
    return done.stdout if done.returncode == 0 else None
