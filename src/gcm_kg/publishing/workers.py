"""Makes entries of documents in several processes; one that ends is replaced."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from multiprocessing import get_context
from pathlib import Path
from types import TracebackType
from typing import Self

from gcm_kg.errors import InputError
from gcm_kg.project import Project
from gcm_kg.publishing.cache import Cache
from gcm_kg.publishing.corpus import Corpus
from gcm_kg.publishing.entries import EntryMaker

AHEAD = 3
"""Documents for each process that are given out before the first of them is done."""
Task = tuple[Path, str]
"""A file of metadata, and the key of its entry."""
_maker: EntryMaker | None = None


class Workers:
    """Processes that make entries and keep them in a cache; a context manager."""

    def __init__(
        self, project: Project, engine: str | None, cache: Cache, jobs: int,
        make: Callable[[Path, str, Path], InputError | None] | None = None,
    ) -> None:  # fmt: skip
        self._make = make or made_for_cache
        self._given = (project, engine)
        self._cache, self._jobs = cache, jobs
        self._pool = self._pool_of(jobs)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._pool.shutdown(wait=False, cancel_futures=True)

    def made(self, tasks: Sequence[Task]) -> Iterator[InputError | None]:
        """For each document in order: nothing, once its entry is in the cache, or why it is not.

        Where a process ends in the middle, the document that was waited for is tried once more, by
        itself; if its process ends again, the document is left out.
        """
        waiting = deque(tasks)
        running: deque[tuple[Task, Future[InputError | None]]] = deque()
        while waiting or running:
            try:
                while waiting and len(running) < self._jobs * AHEAD:
                    running.append((waiting[0], self._send(waiting[0])))
                    waiting.popleft()
                yield running[0][1].result()
                running.popleft()
            except BrokenProcessPool:
                waiting.extendleft(task for task, _ in reversed(running))
                running.clear()
                yield self._once_more(waiting.popleft())

    def _send(self, task: Task) -> Future[InputError | None]:
        return self._pool.submit(self._make, *task, self._cache.folder)

    def _once_more(self, task: Task) -> InputError | None:
        self._pool.shutdown(wait=False, cancel_futures=True)
        try:
            with self._pool_of(1) as alone:
                return alone.submit(self._make, *task, self._cache.folder).result()
        except BrokenProcessPool:
            advice = "look at the text, or give more memory"
            return InputError(task[0], "a text that can be read", "a process that ended", advice)
        finally:
            self._pool = self._pool_of(self._jobs)

    def _pool_of(self, jobs: int) -> ProcessPoolExecutor:
        spawn = get_context("spawn")  # a fork of threads may wait for ever
        return ProcessPoolExecutor(jobs, spawn, _start, self._given)


def _start(project: Project, engine: str | None) -> None:
    global _maker
    _maker = EntryMaker(Corpus(project), engine)


def made_for_cache(file: Path, key: str, folder: Path) -> InputError | None:
    """Makes an entry, in a process that was started for it, and puts it into the cache of a folder;
    gives what is wrong with the document, if anything is."""
    assert _maker, "a worker that was started"
    try:
        Cache(folder).put(key, _maker.validated(_maker.made(file)))
    except InputError as error:
        return error
    return None
