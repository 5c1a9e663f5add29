"""Canonical N-Quads: sorted, however many, digested, and taken apart."""

from __future__ import annotations

import hashlib
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from contextlib import ExitStack
from itertools import chain
from pathlib import Path
from typing import IO

RUN, RUNS = 50_000, 100
"""Lines that are sorted at once in memory, and files of such that are made one when there are so
many of them; files that were made so are again, when there are so many of these."""
HELD, SMALLEST = 1 << 24, 1 << 16
"""Bytes of all runs that are held while they are merged, and of each at least."""
LONG = 1 << 23
"""Bytes of a text that is a run of its own where it is sorted already."""
SLICE = 1 << 22
"""Bytes of a text that are cut into lines at once."""


class Sorter:
    """Sorts the lines of N-Quads, however many, in runs of a bounded number."""

    def __init__(self, folder: Path, name: str = "run") -> None:
        self.folder, self.name = folder, name
        self._lines: list[bytes] = []
        self._runs: list[list[Path]] = [[]]
        """The runs by how often what is in them was merged, so that nothing is more often than it
        must be."""
        self._number = 0

    def add(self, text: bytes) -> None:
        """Takes N-Quads without blank nodes, as Oxigraph writes them."""
        start = 0
        while start < len(text):
            end = text.find(b"\n", start + SLICE) + 1 or len(text)
            self._lines += text[start:end].splitlines(keepends=True)
            if len(self._lines) >= RUN:
                self._write_run()
            start = end

    def add_sorted(self, text: bytes) -> None:
        """Takes N-Quads that are sorted by code points, each once; many are a run of their own."""
        if len(text) >= LONG:
            self._write(text)
        else:
            self.add(text)

    def _write_run(self) -> None:
        lines, self._lines = self._lines, []
        self._write(b"".join(_distinct(lines)))

    def _write(self, text: bytes) -> None:
        self._new_run(0).write_bytes(text)
        for level, runs in enumerate(self._runs):
            if len(runs) < RUNS:
                break
            with ExitStack() as files:
                one = files.enter_context(self._new_run(level + 1).open("wb"))
                for lines in self._of_runs(files, *runs):
                    one.writelines(lines)
            self._remove(runs)

    def _new_run(self, level: int) -> Path:
        self._number += 1
        if level == len(self._runs):
            self._runs.append([])
        self._runs[level].append(self.folder / f"{self.name}-{self._number}.nq")
        return self._runs[level][-1]

    @staticmethod
    def _remove(runs: list[Path]) -> None:
        for path in runs:
            path.unlink()
        runs.clear()

    @staticmethod
    def _of_runs(files: ExitStack, *paths: Path) -> Iterator[list[bytes]]:
        runs = [files.enter_context(path.open("rb")) for path in paths]
        size = max(SMALLEST, HELD // (len(runs) + 1))
        return _merged([_read(run, size) for run in runs])

    def blocks(self) -> Iterator[list[bytes]]:
        """The distinct lines in the order of code points, which is that of their UTF-8 bytes; some
        at once."""
        with ExitStack() as files:
            own = _distinct(self._lines)
            self._lines = []
            yield from _merged([iter([own]), self._of_runs(files, *chain(*self._runs))])
        for runs in self._runs:
            self._remove(runs)

    def lines(self) -> Iterator[bytes]:
        """The same one by one."""
        return chain.from_iterable(self.blocks())


def _distinct(lines: list[bytes]) -> list[bytes]:
    return list(dict.fromkeys(sorted(lines)))


def _read(run: IO[bytes], size: int) -> Iterator[list[bytes]]:
    while lines := run.readlines(size):
        yield lines


def _merged(runs: Iterable[Iterator[list[bytes]]]) -> Iterator[list[bytes]]:
    """Sorted runs as one. What all of them have up to the nearest end of a block is sorted at once:
    Python sorts what is in runs already in little more than the time of looking at it. Most have
    nothing, where each is of a document of its own."""
    heads = [(block, 0, run) for run in runs if (block := next(run, []))]
    while heads:
        end = min(block[-1] for block, _, _ in heads)
        taken: list[list[bytes]] = []
        left = []
        for block, at, run in heads:
            if block[at] > end:
                left.append((block, at, run))
                continue
            to = bisect_right(block, end, at)
            taken.append(block[at:to])
            if to < len(block):
                left.append((block, to, run))
            elif rest := next(run, []):
                left.append((rest, 0, run))
        heads = left
        yield taken[0] if len(taken) == 1 else _distinct([*chain.from_iterable(taken)])


def differing(old: Iterator[bytes], new: Iterator[bytes]) -> Iterator[tuple[bytes, bool]]:
    """The lines that only one of two has, given sorted and distinct; and whether it is the new."""
    one, other = next(old, b""), next(new, b"")
    while one or other:
        if one == other:
            one, other = next(old, b""), next(new, b"")
        elif not other or (one and one < other):
            yield one, False
            one = next(old, b"")
        else:
            yield other, True
            other = next(new, b"")


def digest(texts: Iterable[bytes]) -> str:
    """The SHA-256, in hexadecimal, of canonical N-Quads, given sorted and distinct lines, some at
    once.

    Where there are no blank nodes, RDFC-1.0 (section 4.4) comes down to sorting the distinct
    N-Quads lines by code point.
    """
    found = hashlib.sha256()
    for text in texts:
        found.update(text)
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
