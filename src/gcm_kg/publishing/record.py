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


@dataclass(frozen=True, slots=True)
class Told:
    """What a build tells: the number of quads, the canonical digest, what was read in documents,
    and warnings on no document alone."""

    quads: int
    digest: str
    overviews: list[Overview]
    warnings: list[str] = field(default_factory=list)


def remember(project: Project, key: str, told: Told) -> None:
    """Puts down that the published files, as they are now, were made from input of this digest."""
    known = {"key": key, "files": _files(project), "told": asdict(told)}
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
        if known["key"] != key or known["files"] != _files(project):
            return None
        if not directory.holds(directory.stores(project), project.graph):
            return None
        from gcm_kg.publishing.overview import Overview

        told = known["told"]
        overviews = [Overview(**overview) for overview in told["overviews"]]
        return Told(told["quads"], told["digest"], overviews, told["warnings"])
    except (OSError, ValueError, KeyError, TypeError):
        return None


def _files(project: Project) -> dict[str, str]:
    """The digests of the published files."""
    paths = [*(project.graph / name for name in FILES), project.context]
    return {path.name: _digest(path) for path in paths}


def _digest(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()
