"""A store that is made while what it holds is made: of the pieces that are published, as they come.

What was put into it too early, as it is not published in the end, makes it of no use: then it is
made of the published files instead.
"""

from __future__ import annotations

from collections.abc import Iterable
from contextlib import AbstractContextManager
from pathlib import Path
from types import TracebackType
from typing import Protocol

from pyoxigraph import Store

from gcm_kg.project import DESCRIPTION, LINKS, QUESTIONS
from gcm_kg.store import directory, made_of
from gcm_kg.store.loading import Loader, load_file
from gcm_kg.store.made_of import Made
from gcm_kg.store.unfinished import begin

BESIDE = (LINKS, DESCRIPTION, QUESTIONS)
"""The published files of which no piece comes: they are small, and there at the end."""


class Piece(Protocol):
    """What is published of something, as sorted N-Quads: what is said, what follows from that, and
    what of both is of things of which others may say the same."""

    @property
    def lines(self) -> bytes:
        """What is said."""

    @property
    def derived(self) -> bytes:
        """What follows."""

    @property
    def shared(self) -> bytes:
        """What others may say too."""


class Making(AbstractContextManager["Making"]):
    """A store in the making, beside where it is to be. What is not finished is removed at the end.

    Raises OSError or RuntimeError if it cannot be written.
    """

    def __init__(self, place: Path) -> None:
        place.mkdir(parents=True, exist_ok=True)
        self.place, self.folder = place, begin(place, directory.UNFINISHED)
        self._store: Store | None = Store(str(self.folder / directory.GRAPH))
        self._loader: Loader | None = Loader(self._store)
        self._early: dict[str, int] = {}
        self._pieces: dict[str, Made] = {}

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
        self._early[name] = self._early.get(name, 0) + _number(lines)
        self._take(*lines)

    def add(self, name: str, key: str, piece: Piece) -> None:
        """Takes a piece of something that is published, by its name, and the key of all of it; its
        N-Quads only if they were not taken early."""
        if name in self._early:
            self._pieces[name] = Made(key, self._early[name])
            return
        before, lines = self._pieces.get(name, Made(key, 0)), (piece.lines, piece.derived)
        self._pieces[name] = Made(key, before.quads + _number(lines))
        self._take(*lines)

    def _take(self, *lines: bytes) -> None:
        if self._loader:
            self._loader.add(*lines)

    def finish(self, folder: Path, quads: int = 0) -> Path:
        """The path of the whole store, with the rest of the published files in a folder; it counts
        for itself how many quads these are."""
        store, loader = self._store, self._loader  # asked for None: an empty store is false
        if self._early.keys() - self._pieces.keys() or store is None or loader is None:
            self._let_go()
            return directory.make(folder, self.place)
        loader.finish()
        for name in BESIDE:
            load_file(store, folder / name)
        quads = directory.indexed(store, self.folder)
        del store, loader
        self._let_go()
        made_of.write(self.folder, self._pieces)
        directory.sealed(self.folder, quads)
        return self.folder

    def _let_go(self) -> None:
        """Lets go of the database, which writes to its directory until then."""
        if self._loader:
            self._loader.__exit__()
        self._loader = self._store = None


def _number(texts: Iterable[bytes]) -> int:
    """How many lines there are in some texts."""
    return sum(text.count(b"\n") for text in texts)
