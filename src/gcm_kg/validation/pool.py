"""Validates beside the rest of a build: a document each time, in threads.

The engine in Rust works without the interpreter's lock, so that the build goes on meanwhile.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable
from concurrent.futures import Future, ThreadPoolExecutor
from pathlib import Path
from types import TracebackType
from typing import Self

from gcm_kg.project import Project
from gcm_kg.validation.check import check_lines
from gcm_kg.validation.report import Finding, ranked

WAITING = 4
"""Documents that may wait to be validated at once; more would fill the memory."""


class ValidatorPool:
    """Validates documents one by one, each with what is common to all; a context manager."""

    def __init__(self, project: Project, engine: str) -> None:
        self.project, self.engine = project, engine
        self.common = b""
        """What every document is validated with, as N-Quads: ontology and vocabularies."""
        self._found: set[Finding] = set()
        self._pending: deque[Future[list[Finding]]] = deque()
        self._pool = ThreadPoolExecutor(1)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._pool.shutdown(wait=True, cancel_futures=True)

    def submit(self, lines: bytes) -> None:
        """Validates a document, given as N-Quads, some time, with what is common to all.

        One document at a time: constraints that compare things with each other take the square of
        the time when two stand together.
        """
        self._send(self.project.shapes, self.common + lines)
        while len(self._pending) > WAITING:
            self._take()

    def submit_links(self, lines: bytes) -> None:
        """Validates links to other graphs by the shapes of links, alone."""
        self._send(self.project.link_shapes, lines)

    def _send(self, shapes: Path, lines: bytes) -> None:
        self._pending.append(self._pool.submit(check_lines, (shapes,), lines, self.engine))

    def findings(self) -> list[Finding]:
        """All findings, the heaviest first. Raises InputError for shapes that cannot be used."""
        while self._pending:
            self._take()
        return ranked(self._found)

    def _take(self) -> None:
        found: Iterable[Finding] = self._pending.popleft().result()
        self._found.update(found)
