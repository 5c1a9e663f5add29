"""Canonical N-Quads: sorted, however many, digested, and taken apart."""

from __future__ import annotations

import hashlib
import heapq
from collections.abc import Iterable, Iterator
from contextlib import ExitStack
from itertools import groupby, islice
from pathlib import Path

RUN = 200_000
"""Lines that are sorted at once in memory."""
TOGETHER = 1_000
"""Lines that are digested at once."""
SLICE = 1 << 22
"""Bytes of a text that are cut into lines at once."""


class Sorter:
    """Sorts the lines of N-Quads, however many, in runs of a bounded number."""

    def __init__(self, folder: Path, name: str = "run") -> None:
        self.folder, self.name = folder, name
        self._lines: list[bytes] = []
        self._runs: list[Path] = []

    def add(self, text: bytes) -> None:
        """Takes N-Quads without blank nodes, as Oxigraph writes them."""
        start = 0
        while start < len(text):
            end = text.find(b"\n", start + SLICE) + 1 or len(text)
            self._lines += text[start:end].split(b"\n")[:-1]
            if len(self._lines) >= RUN:
                self._write_run()
            start = end

    def _write_run(self) -> None:
        path = self.folder / f"{self.name}-{len(self._runs)}.nq"
        path.write_bytes(b"".join(line + b"\n" for line in sorted(self._lines)))
        self._lines = []
        self._runs.append(path)

    def lines(self) -> Iterator[bytes]:
        """The distinct lines in the order of code points, which is that of their UTF-8 bytes."""
        with ExitStack() as files:
            runs = [files.enter_context(path.open("rb")) for path in self._runs]
            own = (line + b"\n" for line in sorted(self._lines))
            for line, _ in groupby(heapq.merge(own, *runs)):
                yield line
        for path in self._runs:
            path.unlink()
        self._runs, self._lines = [], []


def digest(lines: Iterable[bytes]) -> str:
    """The SHA-256, in hexadecimal, of canonical N-Quads, given sorted and distinct lines.

    Where there are no blank nodes, RDFC-1.0 (section 4.4) comes down to sorting the distinct
    N-Quads lines by code point.
    """
    found, coming = hashlib.sha256(), iter(lines)
    while some := b"".join(islice(coming, TOGETHER)):
        found.update(some)
    return found.hexdigest()


def split(line: bytes) -> tuple[bytes, bytes, bytes, bytes]:
    """Subject, predicate, object and graph of a line of canonical N-Quads without blank nodes, with
    its end (RDFC-1.0, section 5), as they are written; the graph is empty for a triple."""
    subject, predicate, rest = line.split(b" ", 2)
    value, _, graph = rest[:-3].rpartition(b" <")
    # A literal can hold " <" too: '"a <b"^^<c>'. No IRI holds quotation marks.
    if not value or b'"' in graph or graph[-1:] != b">":
        return subject, predicate, rest[:-3], b""
    return subject, predicate, value, b"<" + graph
