"""Writes the file of what follows: what follows of the things of a document as it was written when
that was made, and between the documents what several of them have."""

from __future__ import annotations

import zlib
from collections.abc import Callable, Iterable, Iterator
from heapq import merge
from itertools import groupby
from pathlib import Path
from typing import NamedTuple

from gcm_kg.publishing.written import in_graph
from gcm_kg.rdf import turtle
from gcm_kg.rdf.canonical import Sorter
from gcm_kg.rdf.namespaces import CLOSURE_GRAPH

AT_ONCE = 50_000
"""Triples that are one block of a graph, and so can be read alone; some more, where a document or
a thing has more."""
LEVEL = 1
"""That of zlib."""
BEHIND = b"!"
"""The character behind the blank that is behind a subject."""
NAME = turtle.written(CLOSURE_GRAPH).encode()


class _Block(NamedTuple):
    """What follows of the things of a document: what no line of them is before, and none behind,
    the number of the lines, and where in a file they are, packed, with what they are in Turtle."""

    first: bytes
    end: bytes
    lines: int
    start: int
    sizes: tuple[int, int]


class Closing:
    """What follows from a dataset, as it is told piece by piece, to be written in order at the end.

    ``blocks`` gives sorted N-Quads in Turtle, ``folder`` is where what waits is kept meanwhile.
    """

    def __init__(self, folder: Path, blocks: Callable[[bytes], bytes]) -> None:
        self._turtle = blocks
        self._sorter = Sorter(folder, "derived")
        self._file = folder / "closed"
        self._kept: list[_Block] = []
        self._size = 0

    def add(self, lines: bytes, own: bytes = b"", closed: bytes = b"") -> None:
        """Takes sorted N-Quads; of those that begin with ``own``, ``closed`` is the Turtle, if they
        have been written."""
        start, end = _range(lines, own) if closed else (0, 0)
        if start == end:
            self._sorter.add_sorted(lines)
            return
        self._sorter.add(lines[:start] + lines[end:])
        ours = lines[start:end]
        pieces = [zlib.compress(each, LEVEL) for each in (ours, closed)]
        with self._file.open("ab") as file:
            file.writelines(pieces)
        first, last = (ours[at : ours.find(b" ", at)] for at in (0, ours.rfind(b"\n", 0, -1) + 1))
        sizes = len(pieces[0]), len(pieces[1])
        self._kept.append(_Block(first, last + BEHIND, ours.count(b"\n"), self._size, sizes))
        self._size += sum(sizes)

    def write(self, file: Callable[[bytes], object]) -> int:
        """Writes all in TriG, block by block, and gives the number of triples; a graph may stand in
        several blocks (TriG, section 2.2)."""
        number = at_once = 0
        texts: list[bytes] = []
        for lines, text in self._pieces():
            texts.append(text)
            at_once += lines
            if at_once >= AT_ONCE:
                file(in_graph(NAME, b"".join(texts)))
                number, at_once, texts = number + at_once, 0, []
        if texts:
            file(in_graph(NAME, b"".join(texts)))
        self._file.unlink(missing_ok=True)
        return number + at_once

    def _pieces(self) -> Iterator[tuple[int, bytes]]:
        """What follows in order, in Turtle, some at once, with the number of triples."""
        whole, others = _apart(sorted(self._kept))
        for block in others:
            self._sorter.add_sorted(self._read(block)[0])
        lines = _Ahead(self._sorter.lines())
        for block in whole:
            yield from self._written(lines.before(block.first))
            if lines.next and lines.next < block.end:
                own = self._read(block)[0].splitlines(keepends=True)
                among = dict.fromkeys(merge(own, lines.before(block.end)))
                yield from self._written(among)
            else:
                yield block.lines, self._read(block)[1]
        yield from self._written(lines.before(b""))

    def _written(self, lines: Iterable[bytes]) -> Iterator[tuple[int, bytes]]:
        """Sorted lines in Turtle, some at once, those of a subject together."""
        some: list[bytes] = []
        for _, of_one in groupby(lines, lambda line: line.partition(b" ")[0]):
            some += of_one
            if len(some) >= AT_ONCE:
                yield len(some), self._turtle(b"".join(some))
                some = []
        if some:
            yield len(some), self._turtle(b"".join(some))

    def _read(self, block: _Block) -> tuple[bytes, bytes]:
        """The lines of a block, and their Turtle."""
        with self._file.open("rb") as file:
            file.seek(block.start)
            lines, closed = map(file.read, block.sizes)
        return zlib.decompress(lines), zlib.decompress(closed)


class _Ahead:
    """Lines of which one is looked at before it is taken."""

    def __init__(self, lines: Iterator[bytes]) -> None:
        self._lines = lines
        self.next = next(lines, b"")

    def before(self, limit: bytes) -> Iterator[bytes]:
        """Takes the lines before another; all of them before none."""
        while self.next and (not limit or self.next < limit):
            yield self.next
            self.next = next(self._lines, b"")


def _range(lines: bytes, own: bytes) -> tuple[int, int]:
    """From where to where sorted lines begin so."""
    start = 0 if lines.startswith(own) else lines.find(b"\n" + own) + 1
    if not start and not lines.startswith(own):
        return 0, 0
    return start, lines.find(b"\n", lines.rfind(b"\n" + own) + 1) + 1


def _apart(blocks: list[_Block]) -> tuple[list[_Block], list[_Block]]:
    """Sorted blocks of which none begins before another ends, and the others."""
    whole: list[_Block] = []
    others: list[_Block] = []
    for block in blocks:
        if whole and block.first < whole[-1].end:
            others.append(block)
        else:
            whole.append(block)
    return whole, others
