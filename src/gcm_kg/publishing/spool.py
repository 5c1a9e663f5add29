"""Sorted lines of N-Quads, packed, in a file until all are there, and then read in one order.

A document mostly speaks of things of its own, so that its lines follow each other in the order of
all: they are passed on as they are, some at once, and looked at only where another document has
lines between them.
"""

from __future__ import annotations

import zlib
from collections.abc import Iterator
from heapq import heapify, heappop, heappush
from pathlib import Path
from typing import IO, NamedTuple

READ, UNPACKED = 1 << 16, 1 << 18
"""Bytes of packed lines that are read at once, and of lines that are unpacked at once."""


class Place(NamedTuple):
    """Where the packed lines of a text are in a file, and the first of them."""

    first: bytes
    number: int
    start: int
    size: int


class Spool:
    """Lines that are sorted within each of some texts; ``file`` is one that is not there yet."""

    def __init__(self, file: Path) -> None:
        self._file = file
        self._out = file.open("wb")
        self._places: list[Place] = []

    def add(self, packed: bytes) -> None:
        """Takes distinct N-Quads in the order of code points, as zlib has packed them."""
        if first := _first_line(packed):
            place = Place(first, len(self._places), self._out.tell(), len(packed))
            self._out.write(packed)
            self._places.append(place)

    def blocks(self) -> Iterator[bytes]:
        """The distinct lines of all texts in the order of code points, some at once; the file is
        removed at the end."""
        self._out.close()
        with self._file.open("rb") as file:
            yield from _in_order(file, self._places)
        self._file.unlink()


def _first_line(packed: bytes) -> bytes:
    unpacking = zlib.decompressobj()
    text = unpacking.decompress(packed, READ)
    while b"\n" not in text and not unpacking.eof:
        text += unpacking.decompress(unpacking.unconsumed_tail, READ)
    return text[: text.find(b"\n") + 1]


def _in_order(file: IO[bytes], places: list[Place]) -> Iterator[bytes]:
    """The lines of all places, each once. Those of one are taken up to the first line of another;
    it is read from when its first line is the next one."""
    heads = [(place.first, place.number) for place in places]
    heapify(heads)
    runs: dict[int, _Run] = {}
    while heads:
        line, number = heappop(heads)
        run = runs.pop(number, None) or _Run(file, places[number])
        if not heads:
            yield from run.rest()
        elif heads[0][0] == line:
            run.taken_to(run.at + len(line))
        else:
            yield from run.taken_before(heads[0][0])
        if first := run.first():
            runs[number] = run
            heappush(heads, (first, number))


class _Run:
    """The lines of one text, of which some are held: those of ``held`` from ``at`` on."""

    def __init__(self, file: IO[bytes], place: Place) -> None:
        self._file, self._start, self._left = file, place.start, place.size
        self._unpacking = zlib.decompressobj()
        self._cut = b""
        self.held, self.at = b"", 0
        self._hold_next()

    def first(self) -> bytes:
        """The next line; nothing where there is none."""
        return self.held[self.at : self.held.find(b"\n", self.at) + 1]

    def rest(self) -> Iterator[bytes]:
        """Takes all lines."""
        while self.held:
            yield self.taken_to(len(self.held))

    def taken_before(self, limit: bytes) -> Iterator[bytes]:
        """Takes the lines before another one, which is behind the next."""
        while self.held:
            end = self._end_before(limit)
            whole = end == len(self.held)
            yield self.taken_to(end)
            if not whole or self.first() >= limit:
                return

    def taken_to(self, end: int) -> bytes:
        """Takes what is held up to a place in it."""
        taken, self.at = self.held[self.at : end], end
        if end == len(self.held):
            self._hold_next()
        elif end > len(self.held) // 2:  # so that little is held of texts of which little is left
            self.held, self.at = self.held[end:], 0
        return taken

    def _hold_next(self) -> None:
        self.held, self.at = b"", 0
        while not self.held and (text := self._unpacked()):
            text = self._cut + text
            end = text.rfind(b"\n") + 1
            self.held, self._cut = text[:end], text[end:]

    def _unpacked(self) -> bytes:
        """Some more of the text; nothing at its end."""
        text = b""
        while not text and not self._unpacking.eof:
            packed = self._unpacking.unconsumed_tail
            if not packed and self._left:
                self._file.seek(self._start)
                packed = self._file.read(min(READ, self._left))
                self._start, self._left = self._start + len(packed), self._left - len(packed)
            text = self._unpacking.decompress(packed, UNPACKED)
        return text

    def _end_before(self, limit: bytes) -> int:
        """Where in what is held the lines before another one end."""
        low, high = self.at, len(self.held)
        last = self.held.rfind(b"\n", low, high - 1) + 1 or low
        if self.held[last:] < limit:
            return high
        while low < high:
            start = self.held.rfind(b"\n", low, (low + high) // 2) + 1 or low
            end = self.held.index(b"\n", start) + 1
            if self.held[start:end] < limit:
                low = end
            else:
                high = start
        return low
