"""Makes what is published of the portions of a long document, and validates them, beside the
process that reads it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any, NamedTuple

from gcm_kg.errors import InputError
from gcm_kg.publishing.fragments import FragmentWriter, Packed
from gcm_kg.publishing.processes import Ended, Processes
from gcm_kg.validation.check import check_lines
from gcm_kg.validation.report import Finding

Made = tuple[Packed, list[Finding]]
"""A fragment, and what was found in it."""
_maker: PortionMaker | None = None


class Needed(NamedTuple):
    """What a maker of portions needs: a JSON-LD context, shapes, what all documents share as
    N-Quads, and the engine that validates, if any."""

    context: dict[str, Any]
    shapes: Path
    common: bytes
    engine: str | None


class PortionMaker:
    """Writes and validates portions, given as distinct N-Quads."""

    def __init__(self, needed: Needed) -> None:
        self.needed = needed
        self.writer = FragmentWriter(needed.context)

    def made(self, first: bytes, lines: bytes) -> Made:
        """The fragment of a portion, and what is found in it together with the first one.

        Raises InputError for shapes that cannot be run.
        """
        return self.writer.of_lines(lines).packed(), self.findings(first, lines)

    def findings(self, *lines: bytes) -> list[Finding]:
        """What is found in N-Quads, together with what all documents share."""
        _, shapes, common, engine = self.needed
        return check_lines((shapes,), b"".join((common, *lines)), engine) if engine else []

    def all(self, first: bytes, portions: Iterable[bytes], jobs: int) -> Iterator[Made]:
        """The portions in order, each made while the next is read: in as many processes, or, if it
        is one, in a thread. Raises InputError where processes end."""
        if jobs > 1:
            with Processes(jobs, _start, (self.needed,), jobs + 1) as processes:
                tasks = ((first, lines) for lines in portions)
                for made in processes.results(made_of, tasks):
                    if isinstance(made, Ended):
                        found, advice = "a process that ended", "give more memory, or --jobs 1"
                        raise InputError("a table", "one that can be written", found, advice)
                    yield made
            return
        with ThreadPoolExecutor(1) as thread:
            before = None
            for lines in portions:
                if before:
                    yield before.result()
                before = thread.submit(self.made, first, lines)
            if before:
                yield before.result()


def _start(needed: Needed) -> None:
    global _maker
    _maker = PortionMaker(needed)


def made_of(first: bytes, lines: bytes) -> Made:
    """What ``PortionMaker.made`` gives, in a process that was started for it."""
    assert _maker, "a worker that was started"
    return _maker.made(first, lines)
