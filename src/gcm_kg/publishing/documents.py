"""Gives the entries of a project's documents in order: from the cache, or made anew."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack
from pathlib import Path
from typing import TYPE_CHECKING

from gcm_kg.errors import InputError
from gcm_kg.project import Project
from gcm_kg.publishing.cache import Cache, Entry
from gcm_kg.publishing.entries import EntryMaker
from gcm_kg.publishing.inputs import Inputs
from gcm_kg.publishing.workers import Workers
from gcm_kg.reading.sources import Apart, source_files

if TYPE_CHECKING:
    from gcm_kg.publishing.cluster import Cluster

FEW = 3
"""Documents that are made in this process: another one takes a second to start."""


def processors() -> int:
    """How many processors this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


class Documents:
    """The documents of a project. ``jobs`` is the number of processes; ``scheduler`` the address of
    one whose workers make documents in place of these; ``fresh`` makes all anew.

    ``left_out`` has the errors of sources that could not be used, once entries have been read; with
    ``strict`` the first is raised.
    """

    def __init__(
        self, project: Project, engine: str | None, cache: Cache, *,
        jobs: int = 1, scheduler: str = "", fresh: bool = False, strict: bool = True,
    ) -> None:  # fmt: skip
        self.scheduler = scheduler
        self.project, self.engine, self.cache = project, engine, cache
        self.jobs, self.fresh, self.strict = jobs, fresh, strict
        self.left_out: list[InputError] = []
        self.files = source_files(project)
        self.inputs = Inputs(project, engine)
        self._keys = {file: self.inputs.of_document(file) for file in self.files}
        self._apart = Apart()
        self.keys: dict[str, str] = {}
        """The keys of entries by the paths of their documents, as far as they have been given."""

    def entries(self, maker: EntryMaker) -> Iterator[Entry]:
        """The entries of the documents in the order of their names; ``maker`` makes those that are
        not in the cache, unless there are so many that several processes do.

        Raises InputError for two documents of one path or key, and where there is none to be used.
        """
        given = 0
        for file, made in self._made(maker):
            try:
                if isinstance(made, InputError):
                    raise made
                self._apart.add(file, made.told["path"], made.told["key"])
                self.keys[made.told["path"]] = self._keys[file]
            except InputError as error:
                self._leave_out(error)
                continue
            given += 1
            yield made
        if self.left_out and not given:
            raise self.left_out[0]

    def all_keys(self) -> list[str]:
        """The keys of the entries of all sources, and that of what they share."""
        return [self.inputs.shared, *self._keys.values()]

    def _leave_out(self, error: InputError) -> None:
        if self.strict or "a path that no other source has" in str(error):
            raise error
        self.left_out.append(error)

    def _made(self, maker: EntryMaker) -> Iterator[tuple[Path, Entry | InputError]]:
        missing = [f for f in self.files if self.fresh or not self.cache.holds(self._keys[f])]
        jobs = min(self.jobs, len(missing))
        with ExitStack() as resources:
            if missing and (self.scheduler or (len(missing) > FEW and jobs > 1)):
                makers = self._makers(jobs, maker)
                resources.push(makers)
                anew = self._by(makers, missing)
            else:
                anew = self._one_by_one(missing, maker)
            for file in self.files:
                yield file, next(anew) if file in missing else self._cached(file, maker)

    def _makers(self, jobs: int, maker: EntryMaker) -> Workers | Cluster:
        given = (self.project, self.engine, self.cache)
        if not self.scheduler:
            needed = maker.portion_maker.needed
            maker.corpus.let_go()
            return Workers(*given, jobs, needed=needed)
        from gcm_kg.publishing.cluster import Cluster

        return Cluster(*given, self.scheduler)

    def _by(
        self, workers: Workers | Cluster, files: Sequence[Path]
    ) -> Iterator[Entry | InputError]:
        done = workers.made([(file, self._keys[file]) for file in files])
        for file, error in zip(files, done, strict=True):
            yield error or self._kept(file)

    def _kept(self, file: Path) -> Entry | InputError:
        """What another process has made."""
        entry = self.cache.get(self._keys[file])
        advice = "make room on the disk, or run with --jobs 1"
        return entry or InputError(self.cache.folder, "what was kept of a text", "nothing", advice)

    def _cached(self, file: Path, maker: EntryMaker) -> Entry | InputError:
        """What the cache has; made anew where it is damaged."""
        entry = self.cache.get(self._keys[file])
        return entry or next(self._one_by_one([file], maker))

    def _one_by_one(self, files: Sequence[Path], maker: EntryMaker) -> Iterator[Entry | InputError]:
        """Entries made in this process; one is validated while the next is made."""
        with ThreadPoolExecutor(1) as thread:
            before = None
            for file in files:
                made = _of(maker, file)
                if before:
                    yield before.result()
                before = thread.submit(self._finished, file, made, maker)
            if before:
                yield before.result()

    def _finished(
        self, file: Path, made: Entry | InputError, maker: EntryMaker
    ) -> Entry | InputError:
        if isinstance(made, InputError):
            return made
        whole = maker.validated(made)
        self.cache.put(self._keys[file], whole)
        return whole


def _of(maker: EntryMaker, file: Path) -> Entry | InputError:
    try:
        return maker.made(file)
    except InputError as error:
        return error
