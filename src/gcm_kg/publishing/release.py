"""Writes the published files aside, graph by graph, and puts them in place when all is well.

However many documents there are, only one is held in memory: what must be sorted as a whole for
the canonical digest is sorted in runs, in files that are merged at the end.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator
from contextlib import ExitStack
from itertools import groupby
from pathlib import Path
from typing import Any

from pyoxigraph import Quad, Triple

from gcm_kg.mappings.curated import Linkset
from gcm_kg.project import (
    CLOSURE,
    DESCRIPTION,
    DIGEST,
    FILES,
    HEADERS,
    JSON_LD,
    LINKS,
    QUESTIONS,
    TRIG,
    TURTLE,
)
from gcm_kg.publishing.counting import DatasetCounts, PartCounts
from gcm_kg.publishing.fragments import Fragment, FragmentWriter
from gcm_kg.publishing.void import described
from gcm_kg.rdf import jsonld, turtle
from gcm_kg.rdf.canonical import Sorter, digest
from gcm_kg.rdf.closure import Schema
from gcm_kg.rdf.described import parted

DATA = (TURTLE, TRIG, JSON_LD, LINKS, CLOSURE)
"""The files that the description tells the size and digest of."""
PORTION = 50_000
"""Triples of the closure that are laid out at once."""


class Release:
    """The published files, in a folder of their own until they are put in place."""

    def __init__(self, folder: Path, context: dict[str, Any], known: Schema | None = None) -> None:
        self.folder = folder
        self.digest, self.derived = "", 0
        self.statistics = DatasetCounts()
        self._writer = FragmentWriter(context, known)
        self._joint = b""
        self._sorter, self._derived = Sorter(folder), Sorter(folder, "derived")
        self._rest = Sorter(folder, "rest")
        self._files = ExitStack()
        self._turtle, self._trig, self._json = (
            self._files.enter_context((folder / name).open("wb"))
            for name in (TURTLE, TRIG, JSON_LD)
        )
        self._turtle.write(turtle.header().encode())
        self._trig.write(turtle.header().encode())
        self._json.write(jsonld.document_head(context).encode())

    def add(self, quads: Iterable[Quad]) -> bytes:
        """Writes quads, all there are of their subjects in each of their graphs; gives them as
        N-Quads, which are made once.

        Raises TypeError for what is not published: blank nodes and whatever RDF 1.1 has not.
        """
        fragment = self._writer.fragment(quads)
        self.append(fragment)
        return fragment.lines

    def append(self, fragment: Fragment) -> None:
        """Writes the pieces of a fragment to the ends of the files."""
        self._trig.write(fragment.trig)
        self._turtle.write(fragment.turtle)
        if fragment.json:
            self._json.write(self._joint + fragment.json)
            self._joint = b",\n"
        self._sorter.add_sorted(fragment.lines)
        self._derived.add_sorted(fragment.derived)
        self._rest.add_sorted(fragment.rest)
        self.statistics.add(PartCounts.unpacked(fragment.counts))

    def finish(
        self,
        questions: Iterable[Triple],
        links: Iterable[Quad] = (),
        linksets: Iterable[Linkset] = (),
        headers: str = "{}\n",
        said: Iterable[Quad] = (),
    ) -> None:
        """Ends the files, and writes the links to other graphs, the description, the catalogue of
        questions, their headers as JSON, and the digest; ``said`` is what the description says
        whatever is in the dataset."""
        text = turtle.trig(turtle.Layout().extend(links))
        (self.folder / LINKS).write_bytes(text.encode())
        self._json.write(jsonld.DOCUMENT_TAIL.encode())
        self._files.close()
        self.derived = derived = self._write_closure()
        self.digest = digest(self._sorter.blocks())
        self.statistics.count(self._rest.lines())
        sizes = {name: _measured(self.folder / name) for name in DATA}
        counts = self.statistics
        self._write(DESCRIPTION, described(counts, self.digest, sizes, linksets, said, derived))
        self._write(QUESTIONS, questions)
        (self.folder / HEADERS).write_text(headers, "utf-8")
        (self.folder / DIGEST).write_text(f"{self.digest}\n", "utf-8")

    def _write_closure(self) -> int:
        """Writes what follows from the rest, a portion of subjects after the other, and gives the
        number of its triples; a graph may stand in several blocks (TriG, section 2.2)."""
        number = 0
        with (self.folder / CLOSURE).open("wb") as file:
            file.write(turtle.header().encode())
            for lines in _portions(self._derived.lines()):
                number += len(lines)
                file.write(self._writer.trig(parted(b"".join(lines).decode())))
        return number

    def _write(self, name: str, triples: Iterable[Triple]) -> None:
        text = turtle.turtle(turtle.Layout().extend(triples))
        (self.folder / name).write_bytes(text.encode())


def _portions(lines: Iterable[bytes]) -> Iterator[list[bytes]]:
    """Sorted lines in portions, the lines of a subject together."""
    portion: list[bytes] = []
    for _, of_one in groupby(lines, lambda line: line.partition(b" ")[0]):
        portion += of_one
        if len(portion) >= PORTION:
            yield portion
            portion = []
    if portion:
        yield portion


def _measured(path: Path) -> tuple[int, str]:
    with path.open("rb") as file:
        return path.stat().st_size, hashlib.file_digest(file, "sha256").hexdigest()


def stale(folder: Path, draft: Path) -> list[str]:
    """The names of published files that are missing in a folder or differ from the draft."""
    return [name for name in FILES if not same(folder / name, draft / name)]


def same(path: Path, other: Path) -> bool:
    """Whether both are files of the same bytes."""
    if not (path.is_file() and other.is_file()) or path.stat().st_size != other.stat().st_size:
        return False
    return _measured(path) == _measured(other)
