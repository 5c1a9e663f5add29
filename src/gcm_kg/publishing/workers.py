"""Makes entries of documents in several processes; one that ends is replaced."""

from __future__ import annotations

import pickle
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory
from types import TracebackType

from gcm_kg.errors import InputError
from gcm_kg.memory import give_back
from gcm_kg.project import Project
from gcm_kg.publishing.cache import Cache
from gcm_kg.publishing.collection import collect_seldom
from gcm_kg.publishing.corpus import Corpus
from gcm_kg.publishing.entries import EntryMaker
from gcm_kg.publishing.portion_maker import Needed
from gcm_kg.publishing.processes import Ended, Processes

AHEAD = 3
"""Documents for each process that are given out before the first of them is done."""
Task = tuple[Path, str]
"""A file of metadata, and the key of its entry."""
_maker: EntryMaker | None = None


class Workers(Processes):
    """Processes that make entries and keep them in a cache; a context manager."""

    def __init__(
        self, project: Project, engine: str | None, cache: Cache, jobs: int,
        make: Callable[[Path, str, Path], InputError | None] | None = None,
        needed: Needed | None = None,
    ) -> None:  # fmt: skip
        """``needed`` is what a maker of entries has made of what documents share: each process
        makes it for itself otherwise."""
        self._given_once = TemporaryDirectory(prefix="gcm-kg-workers-")
        file = Path(self._given_once.name, "needed")
        file.write_bytes(pickle.dumps(needed))
        super().__init__(jobs, _start, (project, engine, file), jobs * AHEAD)
        self._make, self._cache = make or made_for_cache, cache

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        super().__exit__(kind, error, trace)
        self._given_once.cleanup()

    def made(self, tasks: Sequence[Task]) -> Iterator[InputError | None]:
        """For each document in order: nothing, once its entry is in the cache, or why it is not.

        A document on which a process ends twice is left out.
        """
        given = [(*task, self._cache.folder) for task in tasks]
        for (file, _), result in zip(tasks, self.results(self._make, given), strict=True):
            if isinstance(result, Ended):
                advice = "look at the text, or give more memory"
                yield InputError(file, "a text that can be read", "a process that ended", advice)
            else:
                yield result


def _start(project: Project, engine: str | None, file: Path) -> None:
    global _maker
    needed = pickle.loads(file.read_bytes())  # written by this program
    corpus = Corpus(project)
    _maker = EntryMaker(corpus, engine, needed=needed)
    if needed:
        corpus.let_go()
    collect_seldom()


def made_for_cache(file: Path, key: str, folder: Path) -> InputError | None:
    """Makes an entry, in a process that was started for it, and puts it into the cache of a folder;
    gives what is wrong with the document, if anything is."""
    assert _maker, "a worker that was started"
    try:
        made = _maker.made(file)
        give_back()
        Cache(folder).put(key, _maker.validated(made))
    except InputError as error:
        return error
    give_back()
    return None
