"""Builds the graph: sources in, checked and published files out."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from pyoxigraph import Quad, Store

from gcm_kg import publish
from gcm_kg.pipeline import build_quads
from gcm_kg.project import Project


@dataclass(frozen=True, slots=True)
class Built:
    """A built graph: its quads in document order, in a store, and as the files to publish."""

    quads: list[Quad]
    store: Store
    files: dict[str, str]

    @property
    def digest(self) -> str:
        """The canonical digest (RDFC-1.0, SHA-256)."""
        return self.files["gcm-kg.rdfc10.sha256"].strip()


def build(project: Project) -> Built:
    """Everything from the project's sources, nothing written yet.

    The quads stream from the interpreter into the store; those on the way are kept for the files,
    because a store has no order. Raises InputError for input that cannot be used.
    """
    store = Store()
    kept: list[Quad] = []

    def passing() -> Iterator[Quad]:
        for quad in build_quads(project):
            kept.append(quad)
            yield quad

    store.bulk_extend(passing())
    return Built(kept, store, publish.files(kept))


def stale_files(project: Project, built: Built) -> list[Path]:
    """The committed files that differ from what the sources give now."""
    return [project.graph / name for name in publish.stale(project.graph, built.files)]
