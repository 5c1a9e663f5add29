"""Validates in processes of its own, while the rest of a build goes on."""

from __future__ import annotations

import multiprocessing
from collections import deque
from collections.abc import Iterable
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from functools import cache
from pathlib import Path
from types import TracebackType
from typing import Self

from pyoxigraph import Quad, RdfFormat, parse, serialize

from gcm_kg.errors import InputError
from gcm_kg.project import Project
from gcm_kg.validation.check import check
from gcm_kg.validation.report import Finding, ranked

WAITING = 4
"""Shards that may wait for a judge at once; more would fill the memory."""


class Judge:
    """Validates shards one by one, each with what is common to all; used as a context manager."""

    def __init__(self, project: Project, engine: str, workers: int = 1) -> None:
        self.project, self.engine = project, engine
        self.findings: set[Finding] = set()
        self._common = b""
        self._pending: deque[Future[list[Finding] | str]] = deque()
        # A new interpreter in each process: a fork would copy locks of the store's threads.
        start = multiprocessing.get_context("spawn")
        self._pool = ProcessPoolExecutor(workers, start, _end_with_parent)
        self._ready = [self._pool.submit(_prepare, engine) for _ in range(workers)]

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._pool.shutdown(wait=True, cancel_futures=True)

    def share(self, quads: Iterable[Quad]) -> None:
        """Sets what every shard is validated with: ontology and vocabularies."""
        self._common = serialize(quads, format=RdfFormat.N_QUADS) or b""

    def submit(self, quads: Iterable[Quad]) -> None:
        """Validates a document, some time, with what is common to all.

        One document is one shard: constraints that compare things with each other take the square
        of the time when two stand together.
        """
        self._send(self.project.shapes, self._common, quads)
        while len(self._pending) > WAITING:
            self._take()

    def submit_links(self, quads: Iterable[Quad]) -> None:
        """Validates links to other graphs by the shapes of links, alone."""
        self._send(self.project.link_shapes, b"", quads)

    def _send(self, shapes: Path, common: bytes, quads: Iterable[Quad]) -> None:
        shard = serialize(quads, format=RdfFormat.N_QUADS) or b""
        arguments = (self.project.root, (shapes,), self.engine, common, shard)
        self._pending.append(self._pool.submit(_judge, *arguments))

    def verdict(self) -> list[Finding]:
        """All findings, the heaviest first. Raises InputError for shapes that cannot be used, and
        if a judge did not live to answer."""
        while self._pending:
            self._take()
        return ranked(self.findings)

    def _take(self) -> None:
        try:
            found = self._pending.popleft().result()
        except BrokenProcessPool:
            found, advice = "that it ended before its time", "try again with more memory"
            raise InputError("SHACL", "a verdict of the validator", found, advice) from None
        if isinstance(found, str):
            raise Refused(found)
        self.findings.update(found)


class Refused(InputError):
    """What a judge said of its shapes, in its own process: a line already."""

    def __init__(self, line: str) -> None:
        Exception.__init__(self, line)


def _end_with_parent() -> None:
    """Ends this process when the one that started it is gone, were it killed."""
    import os
    import threading

    def follow() -> None:
        if parent := multiprocessing.parent_process():
            parent.join()
            os._exit(1)

    threading.Thread(target=follow, daemon=True).start()


def _prepare(engine: str) -> None:
    """Imports what validation needs, while the first shard is being made."""
    import gc

    gc.disable()  # a shard makes much and frees little before it ends
    if engine == "pyshacl":
        import pyshacl  # noqa: F401

        import gcm_kg.validation.hybrid_graph  # noqa: F401


@cache
def _parsed(common: bytes) -> list[Quad]:
    return list(parse(common, format=RdfFormat.N_QUADS))


def _judge(
    root: Path, shapes: tuple[Path, ...], engine: str, common: bytes, shard: bytes
) -> list[Finding] | str:
    """The findings; the line of an InputError, which cannot be sent from process to process."""
    quads = [*_parsed(common), *parse(shard, format=RdfFormat.N_QUADS)]
    try:
        return check(Project(root), quads, engine, shapes).findings
    except InputError as error:
        return str(error)
