"""Puts the published files into a store, if they are whole and of one build."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path

from pyoxigraph import NamedNode, RdfFormat, Store

from gcm_kg.errors import InputError
from gcm_kg.memory import give_back
from gcm_kg.project import CLOSURE, DESCRIPTION, LINKS, QUESTIONS, TRIG
from gcm_kg.rdf.namespaces import DESCRIPTION_GRAPH, QUESTION_GRAPH

ADVICE = "run gcm-kg build"
AT_ONCE = 12_000_000
"""Bytes of N-Quads that are put into a store at once: forty thousand, which take 80 MB. More takes
the engine as long: it sorts what lies in several files together meanwhile."""
PIECE, BLOCK = 1 << 23, 1 << 21
"""Bytes of TriG that are put into a store at once, which are as many quads; and that are read."""
END = b"\n}\n\n"
"""The end of a graph in TriG as a build writes it."""
LOADED = {
    TRIG: "", LINKS: "", CLOSURE: "", DESCRIPTION: DESCRIPTION_GRAPH, QUESTIONS: QUESTION_GRAPH,
}  # fmt: skip
"""The published files that a store holds, with the graph of those that do not name any."""


def load(store: Store, folder: Path) -> None:
    """Puts the published files of a folder into an empty store.

    Raises InputError for files that are missing, not well formed, or not of the same build.
    """
    for name in LOADED:
        if not (folder / name).is_file():
            raise InputError(folder / name, "the built graph", "none", "run gcm-kg build")
    for name in LOADED:
        load_file(store, folder / name)
    refuse_mixture(folder, TRIG, LINKS, CLOSURE)


def load_file(store: Store, path: Path) -> None:
    """Puts a published file into a store. Raises InputError for one that is damaged."""
    form = RdfFormat.from_extension(path.suffix[1:])
    graph = NamedNode(LOADED[path.name]) if LOADED[path.name] else None
    for piece, lines in _pieces(path):
        with _reading(path, lines):
            # Lenient: IRIs need no check, as they are those that a build has written.
            store.bulk_load(input=piece, format=form, to_graph=graph, lenient=True)


def _pieces(path: Path) -> Iterator[tuple[bytes, int]]:
    """A file in pieces that can be read by themselves: cut between graphs, with the prefixes at its
    head before each; and how many lines later each stands in the file. A file of one graph is one
    piece."""
    head, rest, lines = b"", b"", 0
    with path.open("rb") as file:
        while block := file.read(BLOCK):
            rest += block
            head = head or rest[: rest.find(b"\n\n") + 2 if b"\n\n" in rest else 0]
            if len(rest) >= PIECE and (end := rest.rfind(END) + len(END)) > len(END):
                yield rest[:end], lines
                lines += rest.count(b"\n", 0, end) - head.count(b"\n")
                rest = head + rest[end:]
    yield rest, lines


class Loader(AbstractContextManager["Loader"]):
    """Puts N-Quads into a store beside what this thread does, some at once."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._waiting: list[bytes] = []
        self._thread = ThreadPoolExecutor(1)
        self._running: Future[None] | None = None

    def __exit__(self, *_: object) -> None:
        self._thread.shutdown(cancel_futures=True)

    def add(self, *lines: bytes) -> None:
        """Takes N-Quads. Raises OSError where some before these could not be written."""
        self._waiting += lines
        if sum(map(len, self._waiting)) >= AT_ONCE:
            self._give_out()

    def finish(self) -> None:
        """Waits until all is in the store. Raises OSError where it could not be written."""
        self._give_out()
        if self._running:
            self._running.result()

    def _give_out(self) -> None:
        if self._running:
            self._running.result()
        text, self._waiting = b"".join(self._waiting), []
        self._running = self._thread.submit(self._load, text)

    def _load(self, text: bytes) -> None:
        start, part = 0, len(text) // max(1, round(len(text) / AT_ONCE))
        while start < len(text):
            end = text.find(b"\n", start + part - 1) + 1 or len(text)
            self._store.bulk_load(input=text[start:end], format=RdfFormat.N_QUADS, lenient=True)
            start = end
            give_back()


@contextmanager
def _reading(path: Path, lines: int) -> Iterator[None]:
    """Raises InputError for a published file that is damaged, with the line, counted on."""
    try:
        yield
    except (SyntaxError, ValueError) as error:
        found = getattr(error, "msg", None) or str(error)
        line, form = getattr(error, "lineno", None), RdfFormat.from_extension(path.suffix[1:])
        line = line + lines if line else None
        raise InputError(
            path, form.name if form else "RDF", found, "run gcm-kg build", line=line
        ) from None


def refuse_mixture(folder: Path, *names: str) -> None:
    """Raises InputError where files of some names are not those that the description describes."""
    try:
        description = (folder / DESCRIPTION).read_bytes()
    except OSError:
        raise InputError(folder / DESCRIPTION, "the built graph", "none", ADVICE) from None
    for name in names:
        with (folder / name).open("rb") as file:
            digest = hashlib.file_digest(file, "sha256").hexdigest()
        if digest.encode() not in description:
            found = "another: it was cut or edited, or is of another build"
            raise InputError(folder / name, f"the file that {DESCRIPTION} describes", found, ADVICE)
