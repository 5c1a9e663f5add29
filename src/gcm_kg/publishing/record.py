"""Remembers what the last build was made from, so that one with nothing changed does nothing."""

from __future__ import annotations

import hashlib
import json
from contextlib import suppress
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

from gcm_kg.project import FILES, Project
from gcm_kg.publishing.inputs import Inputs
from gcm_kg.store import directory

if TYPE_CHECKING:
    from gcm_kg.publishing.overview import Overview

NAME = "built.json"
MOST_READ = 200_000_000
"""Bytes of published files, and of a store, that are read to see whether they are as they were
made, which takes a tenth of a second; of more, size and time are looked at."""


@dataclass(frozen=True, slots=True)
class Told:
    """What a build tells: the number of quads, the canonical digest, what was read in documents,
    and warnings on no document alone."""

    quads: int
    digest: str
    overviews: list[Overview]
    warnings: list[str] = field(default_factory=list)


def remember(project: Project, key: str, told: Told, digests: dict[str, str] | None = None) -> None:
    """Puts down that the published files, as they are now, were made from input of this digest;
    ``digests`` are those of files, by name, that are known and so need not be read."""
    known = {"key": key, "files": _files(project, digests or {}), "told": asdict(told)}
    place = directory.stores(project) / NAME
    with suppress(OSError):
        place.parent.mkdir(parents=True, exist_ok=True)
        unfinished = place.with_name(f".{NAME}.new")
        unfinished.write_text(json.dumps(known, ensure_ascii=False), "utf-8")
        unfinished.replace(place)


def unchanged(project: Project, engine: str | None) -> Told | None:
    """What the last build told, where it was made from the same input, and what it published is in
    place; None where a build has something to do."""
    return remembered(
        project, Inputs(project, engine).of_all(sorted(project.sources.glob("*.toml")))
    )


def remembered(project: Project, key: str) -> Told | None:
    """What the build told that made the published files from input of this digest; None where the
    files are not those, or their store is not whole."""
    try:
        known: dict[str, Any] = json.loads((directory.stores(project) / NAME).read_text("utf-8"))
        small = sum(path.stat().st_size for path in _paths(project)) < MOST_READ
        if known["key"] != key or not _are_those(project, known["files"], thorough=small):
            return None
        if not directory.holds(directory.stores(project), project.graph, thorough=small):
            return None
        from gcm_kg.publishing.overview import Overview

        told = known["told"]
        overviews = [Overview(**overview) for overview in told["overviews"]]
        return Told(told["quads"], told["digest"], overviews, told["warnings"])
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        return None


def _paths(project: Project) -> list[Path]:
    """The published files."""
    return [*(project.graph / name for name in FILES), project.context]


def _files(project: Project, known: dict[str, str]) -> dict[str, tuple[int, int, str]]:
    """The sizes, times and digests of the published files."""
    return {
        path.name: (*_state(path), known.get(path.name) or _digest(path))
        for path in _paths(project)
    }


def _are_those(project: Project, known: dict[str, Any], *, thorough: bool) -> bool:
    """Whether the published files are as they were put down; they are read where size or time is
    another, and all of them if ``thorough``."""
    for path in _paths(project):
        size, time, digest = known[path.name]
        if (thorough or _state(path) != (size, time)) and _digest(path) != digest:
            return False
    return True


def _state(path: Path) -> tuple[int, int]:
    state = path.stat()
    return state.st_size, state.st_mtime_ns


def _digest(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()
