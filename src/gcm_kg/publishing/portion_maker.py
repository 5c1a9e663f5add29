"""Makes what is published of the portions of a long document, and validates them, beside the
process that reads it."""

from __future__ import annotations

import marshal
import pickle
from collections.abc import Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, NamedTuple

from gcm_kg.errors import InputError
from gcm_kg.publishing.collection import collect_seldom
from gcm_kg.publishing.fragments import FragmentWriter, Packed
from gcm_kg.publishing.processes import Ended, Processes
from gcm_kg.rdf.closure import Schema
from gcm_kg.rdf.described import Graphs
from gcm_kg.validation.check import check_turtle
from gcm_kg.validation.report import Finding

Made = tuple[Packed, list[Finding]]
"""A fragment, and what was found in it."""
_given: tuple[PortionMaker, bytes] | None = None
"""In a process that was started for it: what makes portions, and the Turtle of the first one."""


class Needed(NamedTuple):
    """What a maker of portions needs: a JSON-LD context, a schema, shapes, what all documents share
    in Turtle, with the head of a file, and its subjects, and the engine that validates, if any."""

    context: dict[str, Any]
    schema: Schema
    shapes: Path
    common: bytes
    subjects: frozenset[str]
    engine: str | None


class PortionMaker:
    """Writes and validates portions, given by what is said in them."""

    def __init__(self, needed: Needed) -> None:
        self.needed = needed
        self.writer = FragmentWriter(needed.context, needed.schema, needed.subjects)

    def made(self, first: bytes, own: str, portion: Graphs) -> Made:
        """The fragment of a portion, and what is found in it together with the first one; ``own``
        is how the IRIs of the things of the document begin.

        Raises InputError for shapes that cannot be run.
        """
        packed = self.writer.packed(portion, own)
        return packed, self.findings(first, packed.turtle)

    def findings(self, *texts: bytes) -> list[Finding]:
        """What is found in blocks of Turtle, together with what all documents share."""
        _, _, shapes, common, _, engine = self.needed
        return check_turtle((shapes,), b"".join((common, *texts)), engine) if engine else []

    def all(self, first: bytes, own: str, portions: Iterable[Graphs], jobs: int) -> Iterator[Made]:
        """The portions in order, each made while the next is read: in as many processes, or, if it
        is one, in a thread. Raises InputError where processes end."""
        if jobs > 1:
            yield from self._in_processes(first, own, portions, jobs)
            return
        with ThreadPoolExecutor(1) as thread:
            before = None
            for portion in portions:
                if before:
                    yield before.result()
                before = thread.submit(self.made, first, own, portion)
            if before:
                yield before.result()

    def _in_processes(
        self, first: bytes, own: str, portions: Iterable[Graphs], jobs: int
    ) -> Iterator[Made]:
        with TemporaryDirectory(prefix="gcm-kg-portions-") as folder:
            # By a file: a process that ends before it has read what is given to it, where that is
            # more than a pipe holds, is waited for for ever.
            file = Path(folder, "needed")
            file.write_bytes(pickle.dumps((self.needed, first)))
            with Processes(jobs, _start, (file,), jobs + 1) as processes:
                for made in processes.results(
                    made_of, ((own, marshal.dumps(each)) for each in portions)
                ):
                    if isinstance(made, Ended):
                        found, advice = "a process that ended", "give more memory, or --jobs 1"
                        raise InputError("a table", "one that can be written", found, advice)
                    yield made


def _start(file: Path) -> None:
    global _given
    needed, first = pickle.loads(file.read_bytes())  # written by this program
    _given = PortionMaker(needed), first
    collect_seldom()


def made_of(own: str, portion: bytes) -> Made:
    """What ``PortionMaker.made`` gives of a portion as marshal writes it, which takes a third of
    its memory while it waits, in a process that was started for it. Pickling it takes seven times
    as long, in the one process that all portions come from."""
    assert _given, "a worker that was started"
    maker, first = _given
    return maker.made(first, own, marshal.loads(portion))  # written by this program
