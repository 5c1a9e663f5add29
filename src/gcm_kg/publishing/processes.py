"""Gives tasks to several processes, in order; a process that ends is replaced."""

from __future__ import annotations

import os
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from multiprocessing import get_context, parent_process
from multiprocessing.connection import wait
from threading import Thread
from types import TracebackType
from typing import Any, Self

Task = tuple[Any, ...]
"""What is given to a process: the arguments of what it does."""


class Ended:
    """In the place of a result: the process that made it ended, twice."""


class Processes:
    """Processes that begin with ``start``, called with what is ``given``; a context manager.

    ``ahead`` is the number of tasks that are given out before the first of them is done.
    """

    def __init__(
        self, jobs: int, start: Callable[..., None], given: tuple[Any, ...], ahead: int
    ) -> None:
        self._jobs, self._ahead = jobs, ahead
        self._start, self._given = start, given
        self._pool = self._pool_of(jobs)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._pool.shutdown(wait=error is None, cancel_futures=True)

    def results(self, work: Callable[..., Any], tasks: Iterable[Task]) -> Iterator[Any]:
        """What ``work`` gives for each task, in order; tasks are taken as they are needed.

        Where a process ends in the middle, the task that was waited for is tried once more, by
        itself; if its process ends again, ``Ended`` stands for its result.
        """
        waiting, running = deque[Task](), deque[tuple[Task, Future[Any]]]()
        coming = iter(tasks)
        while True:
            try:
                self._give_out(work, coming, waiting, running)
                if not running:
                    return
                result = running[0][1].result()
                running.popleft()
            except BrokenProcessPool:
                waiting.extendleft(task for task, _ in reversed(running))
                running.clear()
                result = self._once_more(work, waiting.popleft())
            yield result

    def _give_out(
        self,
        work: Callable[..., Any],
        coming: Iterator[Task],
        waiting: deque[Task],
        running: deque[tuple[Task, Future[Any]]],
    ) -> None:
        while len(running) < self._ahead:
            if not waiting and (task := next(coming, None)) is not None:
                waiting.append(task)
            if not waiting:
                return
            running.append((waiting[0], self._pool.submit(work, *waiting[0])))
            waiting.popleft()

    def _once_more(self, work: Callable[..., Any], task: Task) -> Any:
        self._pool.shutdown(wait=False, cancel_futures=True)
        try:
            with self._pool_of(1) as alone:
                return alone.submit(work, *task).result()
        except BrokenProcessPool:
            return Ended()
        finally:
            self._pool = self._pool_of(self._jobs)

    def _pool_of(self, jobs: int) -> ProcessPoolExecutor:
        spawn = get_context("spawn")  # a fork of threads may wait for ever
        return ProcessPoolExecutor(jobs, spawn, _begin, (self._start, self._given))


def _begin(start: Callable[..., None], given: tuple[Any, ...]) -> None:
    """What a process begins with. It ends when the one that started it does: else it would wait for
    tasks for ever, as it holds both ends of where they come from."""
    Thread(target=_end_with_parent, daemon=True).start()
    start(*given)


def _end_with_parent() -> None:
    if parent := parent_process():
        wait([parent.sentinel])
        os._exit(1)
