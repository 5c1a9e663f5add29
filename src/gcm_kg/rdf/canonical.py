"""TODO"""

from __future__ import annotations

import hashlib
import heapq
import re
from collections.abc import Iterable, Iterator
from contextlib import ExitStack
from itertools import groupby
from pathlib import Path

from pyoxigraph import Quad, RdfFormat, serialize

RUN = 200_000
"""Lines that are sorted at once in memory."""


class Sorter:
    """Sorts the lines of N-Quads, however many, in runs of a bounded number."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._lines: list[bytes] = []
        self._runs: list[Path] = []

    def add(self, quads: Iterable[Quad]) -> None:
        """Takes quads without blank nodes."""
        text = serialize(quads, format=RdfFormat.N_QUADS) or b""
        self._lines += text.splitlines(keepends=True)
        if len(self._lines) >= RUN:
            self._write_run()

    def _write_run(self) -> None:
        path = self.folder / f"run-{len(self._runs)}.nq"
        path.write_bytes(b"".join(sorted(self._lines)))
        self._lines = []
        self._runs.append(path)

    def lines(self) -> Iterator[bytes]:
        """The distinct lines in the order of code points, which is that of their UTF-8 bytes."""
        with ExitStack() as files:
            runs = [files.enter_context(path.open("rb")) for path in self._runs]
            for line, _ in groupby(heapq.merge(sorted(self._lines), *runs)):
                yield line
        for path in self._runs:
            path.unlink()
        self._runs, self._lines = [], []


def digest(lines: Iterable[bytes]) -> str:
    """The SHA-256, in hexadecimal, of canonical N-Quads, given sorted and distinct lines.

    Where there are no blank nodes, RDFC-1.0 (section 4.4) comes down to sorting the distinct
    N-Quads lines by code point.
    """
    found = hashlib.sha256()
    for line in lines:
        found.update(line)
    return found.hexdigest()


LINE = re.compile(
    r"<(?P<subject>[^>]*)> <(?P<property>[^>]*)> "
    r'(?P<object><[^>]*>|".*"(?:@\S+|\^\^<[^>]*>)?)(?: <(?P<graph>[^>]*)>)? \.\n'
)
"""A line of canonical N-Quads without blank nodes (RDFC-1.0, section 5)."""
