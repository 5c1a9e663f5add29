"""Makes entries of documents on the workers of a Dask cluster, which keep them in the cache.

Workers see the project and its cache in the same places, on a shared file system: what goes over
the network is the name of a document, and what was wrong with it. A document on which workers end
is given to others by the scheduler, as often as it allows (``allowed-failures``).
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterator, Sequence
from contextlib import AbstractContextManager
from pathlib import Path
from threading import Lock
from typing import TYPE_CHECKING, Any

from gcm_kg.errors import InputError, missing
from gcm_kg.project import Project
from gcm_kg.publishing.cache import Cache
from gcm_kg.publishing.corpus import Corpus
from gcm_kg.publishing.entries import EntryMaker
from gcm_kg.publishing.inputs import Inputs
from gcm_kg.publishing.workers import Task

if TYPE_CHECKING:
    from distributed import Client, Future

AHEAD = 4
"""Documents for each thread of a worker that are given out before the first of them is done."""
SECONDS = 30
"""Within which a scheduler has to answer, and a first worker to be there."""
_lock = Lock()
_made: dict[tuple[Path, str | None, str], EntryMaker] = {}


class Cluster(AbstractContextManager["Cluster"]):
    """The workers of a scheduler, by its address (tcp://…); a context manager.

    Raises InputError for an address where no scheduler answers, and for one without workers.
    """

    def __init__(
        self, project: Project, engine: str | None, cache: Cache, address: str,
        make: Callable[..., InputError | None] | None = None,
    ) -> None:  # fmt: skip
        self._given = (project.root.resolve(), engine, cache.folder.resolve())
        self._make, self._address = make or made_on_worker, address
        self._client = _connected(address)

    def __exit__(self, *_: object) -> None:
        self._client.close()

    def made(self, tasks: Sequence[Task]) -> Iterator[InputError | None]:
        """For each document in order: nothing, once its entry is in the cache, or why it is not."""
        coming = iter(tasks)
        running: deque[tuple[Path, Future[Any]]] = deque()
        while True:
            threads = sum(self._client.nthreads().values())
            while len(running) < AHEAD * max(1, threads) and (task := next(coming, None)):
                running.append((task[0], self._given_out(task)))
            if not running:
                return
            yield self._result(*running.popleft())

    def _given_out(self, task: Task) -> Future[Any]:
        file, key = task
        given = (str(file.resolve()), key, *self._given)
        return self._client.submit(self._make, *given, key=f"gcm-kg-{key}", pure=False)

    def _result(self, file: Path, future: Future[Any]) -> InputError | None:
        from distributed import KilledWorker

        try:
            result: InputError | None = future.result()
        except KilledWorker:
            advice = "look at the text, or give workers more memory"
            return InputError(file, "a text that can be read", "workers that ended", advice)
        except (OSError, RuntimeError) as error:
            advice = "start it, and build again: what is done is kept"
            raise InputError(self._address, "a scheduler", str(error), advice) from None
        return result


def _connected(address: str) -> Client:
    try:
        from distributed import Client
    except ImportError:
        raise missing("--scheduler", "distributed", "cluster") from None
    try:
        client = Client(address, timeout=SECONDS, set_as_default=False)
        client.wait_for_workers(1, timeout=SECONDS)
    except (OSError, ValueError, TimeoutError) as error:
        found = " ".join(str(error).split()) or type(error).__name__
        advice = "start dask scheduler and dask worker, and give the address that it prints"
        raise InputError(address, "a Dask scheduler with workers", found, advice) from None
    return client


def made_on_worker(
    file: str, key: str, root: Path, engine: str | None, folder: Path
) -> InputError | None:
    """Makes an entry on a worker, and puts it into the cache of a folder; gives what is wrong with
    the document, or with the worker: other files or another version than those of the build."""
    project, path = Project(root), Path(file)
    with _lock:  # what makes entries is used by one thread at a time
        try:
            inputs = Inputs(project, engine)
            if inputs.of_document(path) != key:
                advice = "share the folder of the project, and install the same version"
                return InputError(file, "the files and the program of the build", "others", advice)
            cache = Cache(folder)
            if cache.get(key) is None:  # else a worker made it that ended before it could say so
                maker = _maker(project, engine, inputs.shared)
                cache.put(key, maker.validated(maker.made(path, inputs.related(path.parent))))
        except InputError as error:
            return error
        except OSError as error:
            return InputError(file, "a file that workers can read", str(error), "share the folder")
    return None


def _maker(project: Project, engine: str | None, shared: str) -> EntryMaker:
    """What makes entries, prepared once for what documents share."""
    wanted = (project.root, engine, shared)
    if wanted not in _made:
        _made.clear()
        _made[wanted] = EntryMaker(Corpus(project), engine)
    return _made[wanted]
