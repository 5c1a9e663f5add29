"""A store that is made of the one before: of a corpus in which few documents have changed.

The tables of a database never change once they are written. So the new store begins as links to
those of the old one, which stays as it is; what was made of documents that have changed is taken
out, and what is made of them now is put in. What was taken out takes room still, and time when the
store is asked: after some changes its tables are put in order, after many it is made anew.
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Iterable, Iterator
from contextlib import AbstractContextManager
from itertools import islice
from pathlib import Path
from tempfile import TemporaryDirectory
from types import TracebackType

from pyoxigraph import NamedNode, Quad, RdfFormat, Store, parse, serialize

from gcm_kg.rdf.canonical import Sorter, differing
from gcm_kg.rdf.namespaces import DESCRIPTION_GRAPH, LINK_GRAPHS, QUESTION_GRAPH
from gcm_kg.store import directory, made_of, manifest
from gcm_kg.store.graph import INDEX, LocalGraph
from gcm_kg.store.index_renewal import LABELS, renew
from gcm_kg.store.loading import LOADED, Loader
from gcm_kg.store.made_of import Made
from gcm_kg.store.making import BESIDE, Piece
from gcm_kg.store.unfinished import begin

MOST_CHANGED = 0.25
"""The share of pieces, and of quads, up to which a store is made of the one before: to take one out
and put one in takes thrice as long as to put one into a new store."""
MOST_REPLACED = 1.0
"""The share of its quads that was replaced since it was made anew, up to which it is: texts that
were taken out stay in it."""
MOST_LOOSE = 0.1
"""The share that was replaced since its tables were put in order, up to which they are left: when
it was twice that, questions took one and a half times as long. It takes a fifth of a new store."""
AT_ONCE = 10_000
"""Lines that are taken out at once."""
OLD_LOG = "LOG"
"""How the names of files begin in which a database has written what it did."""


class Renewal(AbstractContextManager["Renewal"]):
    """A store in the making, of the one in the directory ``before``. What is not finished is
    removed at the end.

    ``kept`` gives what a piece of that store was, by its key; None where it is not known any more.
    Raises OSError or RuntimeError if it cannot be written.
    """

    def __init__(
        self, place: Path, before: Path, kept: Callable[[str], Iterable[Piece] | None]
    ) -> None:
        self.place, self.folder = place, begin(place, directory.UNFINISHED)
        self._before, self._kept = before, kept
        self._known, self._pieces = made_of.pieces(before), dict[str, Made]()
        self._held: set[bytes] = set()
        self._runs = TemporaryDirectory(prefix="gcm-kg-renewal-")
        self._old, self._new = (Sorter(Path(self._runs.name), name) for name in ("old", "new"))
        self._labels = False

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        self._runs.cleanup()
        directory.broken_off(self.folder, kind, error, traceback)

    def early(self, name: str, *lines: bytes) -> None:
        """Takes nothing early: what has changed is not known yet."""

    def add(self, name: str, key: str, piece: Piece) -> None:
        """Takes a piece of something that is published, by its name, and the key of all of it."""
        known = self._known.get(name)
        if known and known.key == key:
            self._pieces[name] = known
            self._held.update(piece.shared.splitlines(keepends=True))
        else:
            before = self._pieces.get(name, Made(key, 0))
            self._pieces[name] = Made(key, before.quads + self._take(self._new, piece))

    def finish(self, folder: Path, quads: int) -> Path:
        """The path of the whole store, with the rest of the published files in a folder; ``quads``
        is the number of those in pieces. Where the store before cannot be what it should be, it is
        made of the published files."""
        if not self._take_old():
            return self._anew(folder)
        shutil.copytree(
            self._before / directory.GRAPH, self.folder / directory.GRAPH, copy_function=_linked
        )
        store = Store(str(self.folder / directory.GRAPH))
        quads += self._take_beside(store, folder)
        gone, come = self._exchange(store)
        held = manifest.count(self._before, "quads") - gone + come
        if held != quads:
            del store
            return self._anew(folder)
        changed = self._known.items() ^ self._pieces.items()
        shutil.copyfile(self._before / INDEX, self.folder / INDEX)
        renew(self.folder / INDEX, LocalGraph(store), {n for n, _ in changed}, names=self._labels)
        counts = {n: manifest.count(self._before, n) + gone for n in ("replaced", "loose")}
        if counts["loose"] > MOST_LOOSE * quads:
            counts["loose"] = 0
            store.optimize()
        store.flush()
        del store  # which writes until it is let go
        made_of.write(self.folder, self._pieces)
        manifest.write(self.folder, self._before, quads=quads, **counts)
        return self.folder

    def _anew(self, folder: Path) -> Path:
        return directory.make(folder, self.place)

    def _take(self, sorter: Sorter, piece: Piece) -> int:
        """Takes the quads of a piece, and gives their number."""
        number = 0
        for lines in (piece.lines, piece.derived):
            self._labels = self._labels or any(label in lines for label in LABELS)
            sorter.add_sorted(lines)
            number += lines.count(b"\n")
        return number

    def _take_old(self) -> bool:
        """Takes what is not published any more, as it was; whether all of it is known."""
        for name, known in self._known.items():
            if self._pieces.get(name) != known:
                pieces = self._kept(known.key)
                if pieces is None:
                    return False
                for piece in pieces:
                    self._take(self._old, piece)
        return True

    def _take_beside(self, store: Store, folder: Path) -> int:
        """Takes what of the published files comes in no piece, old and new; gives its number."""
        number = 0
        for name in store.named_graphs():
            iri = getattr(name, "value", "")
            if iri in (DESCRIPTION_GRAPH, QUESTION_GRAPH) or iri.startswith(LINK_GRAPHS):
                self._old.add(_written(store.quads_for_pattern(None, None, None, name)))
        for file in BESIDE:
            quads = set(_read(folder / file, LOADED[file]))
            number += len(quads)
            self._new.add(_written(quads))
        return number

    def _exchange(self, store: Store) -> tuple[int, int]:
        """Takes out what is not there any more, and puts in what is new; how many of each. What a
        piece that has not changed holds too stays."""
        gone, come, graphs = 0, 0, set[object]()
        with Loader(store) as loader:
            differ = differing(self._old.lines(), self._new.lines())
            unheld = ((line, new) for line, new in differ if line not in self._held)
            while some := list(islice(unheld, AT_ONCE)):
                added = [line for line, new in some if new]
                taken = b"".join(line for line, new in some if not new)
                for quad in parse(taken, format=RdfFormat.N_QUADS, lenient=True):
                    store.remove(quad)
                    graphs.add(quad.graph_name)
                gone, come = gone + len(some) - len(added), come + len(added)
                loader.add(b"".join(added))
            loader.finish()
        for name in graphs:
            if isinstance(name, NamedNode) and not any(_in(store, name)):
                store.remove_graph(name)
        return gone, come


def renewable(place: Path, keys: Iterable[str], *, thorough: bool = False) -> bool:
    """Whether of the store in a directory that of pieces of some keys can be made, which is whole
    and has most of them; unless ``thorough``, files of the same size and time are not read."""
    pieces, wanted = made_of.pieces(place).values(), set(keys)
    new = len(wanted - {piece.key for piece in pieces})
    gone = sum(piece.quads for piece in pieces if piece.key not in wanted)
    if not pieces or new > MOST_CHANGED * len(wanted):
        return False
    quads, replaced = (manifest.count(place, name) for name in ("quads", "replaced"))
    whole = not manifest.damage(place, thorough=thorough) and directory.whole(place) is not None
    return whole and gone <= MOST_CHANGED * quads and gone + replaced <= MOST_REPLACED * quads


def _linked(source: str, target: str) -> None:
    """A file of a database: a link where it never changes and links can be made, else a copy."""
    if Path(source).name.startswith(OLD_LOG):
        return
    if source.endswith(manifest.TABLES):
        try:
            os.link(source, target)
        except OSError:
            pass
        else:
            return
    shutil.copy2(source, target)


def _in(store: Store, graph: NamedNode) -> Iterator[Quad]:
    return store.quads_for_pattern(None, None, None, graph)


def _read(path: Path, graph: str) -> Iterator[Quad]:
    for quad in parse(path=str(path)):
        yield Quad(quad.subject, quad.predicate, quad.object, NamedNode(graph)) if graph else quad


def _written(quads: Iterable[Quad]) -> bytes:
    return serialize(quads, format=RdfFormat.N_QUADS) or b""
