"""A store that is made while what it holds is made: of the pieces that are published, as they come.

What was put into it too early, as it is not published in the end, makes it of no use: then it is
made of the published files instead.
"""

from __future__ import annotations

from contextlib import AbstractContextManager
from pathlib import Path
from types import TracebackType

from pyoxigraph import Store

from gcm_kg.project import DESCRIPTION, LINKS, QUESTIONS
from gcm_kg.store import directory
from gcm_kg.store.loading import Loader, load_file
from gcm_kg.store.unfinished import begin

BESIDE = (LINKS, DESCRIPTION, QUESTIONS)
"""The published files of which no piece comes: they are small, and there at the end."""


class Making(AbstractContextManager["Making"]):
    """A store in the making, beside where it is to be. What is not finished is removed at the end.

    Raises OSError or RuntimeError if it cannot be written.
    """

    def __init__(self, place: Path) -> None:
        place.mkdir(parents=True, exist_ok=True)
        self.place, self.folder = place, begin(place, directory.UNFINISHED)
        self._store: Store | None = Store(str(self.folder / directory.GRAPH))
        self._loader: Loader | None = Loader(self._store)
        self._early: set[str] = set()
        self._published: set[str] = set()

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        self._let_go()
        directory.broken_off(self.folder, kind, error, traceback)

    def early(self, name: str, *lines: bytes) -> None:
        """Takes N-Quads of something, by its name, before it is known to be published."""
        self._early.add(name)
        self._take(*lines)

    def add(self, name: str, *lines: bytes) -> None:
        """Takes N-Quads of something that is published; nothing, if they were taken early."""
        self._published.add(name)
        if name not in self._early:
            self._take(*lines)

    def _take(self, *lines: bytes) -> None:
        if self._loader:
            self._loader.add(*lines)

    def finish(self, folder: Path) -> Path:
        """The path of the whole store, with the rest of the published files in a folder."""
        store, loader = self._store, self._loader  # asked for None: an empty store is false
        if self._early - self._published or store is None or loader is None:
            self._let_go()
            return directory.make(folder, self.place)
        loader.finish()
        for name in BESIDE:
            load_file(store, folder / name)
        quads = directory.indexed(store, self.folder)
        del store, loader
        self._let_go()
        directory.sealed(self.folder, quads)
        return self.folder

    def _let_go(self) -> None:
        """Lets go of the database, which writes to its directory until then."""
        if self._loader:
            self._loader.__exit__()
        self._loader = self._store = None
