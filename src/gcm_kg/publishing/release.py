"""Writes the published files aside, graph by graph, and puts them in place when all is well.

However many documents there are, only one is held in memory: what must be sorted as a whole for
the canonical digest waits in a file, packed. What was written of a document is taken over as it is.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from concurrent.futures import ThreadPoolExecutor
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
from gcm_kg.publishing.closing import Closing
from gcm_kg.publishing.counting import DatasetCounts, PartCounts
from gcm_kg.publishing.fragments import FragmentWriter, Packed
from gcm_kg.publishing.measured import Measured, written
from gcm_kg.publishing.spool import Spool
from gcm_kg.publishing.void import described
from gcm_kg.publishing.written import in_graph
from gcm_kg.rdf import jsonld, turtle
from gcm_kg.rdf.canonical import Sorter, digest
from gcm_kg.rdf.closure import Schema

DATA = (TURTLE, TRIG, JSON_LD, LINKS, CLOSURE)
"""The files that the description tells the size and digest of."""


class Release:
    """The published files, in a folder of their own until they are put in place."""

    def __init__(self, folder: Path, context: dict[str, Any], known: Schema | None = None) -> None:
        self.folder = folder
        self.digest, self.derived = "", 0
        self.measured: dict[str, tuple[int, str]] = {}
        """The size and the digest of each file that the description tells of, when all is done."""
        self.statistics = DatasetCounts()
        self._writer = FragmentWriter(context, known)
        self._joint = b""
        self._lines = Spool(folder / "lines")
        self._closing = Closing(folder, self._writer.blocks)
        self._rest = Sorter(folder, "rest")
        self._turtle, self._trig, self._json, self._closed = self._files = [
            Measured(folder / name) for name in (TURTLE, TRIG, JSON_LD, CLOSURE)
        ]
        for file in (self._turtle, self._trig, self._closed):
            file.write(turtle.header().encode())
        self._json.write(jsonld.document_head(context).encode())

    def add(self, quads: Iterable[Quad]) -> None:
        """Writes quads, all there are of their subjects in each of their graphs.

        Raises TypeError for what is not published: blank nodes and whatever RDF 1.1 has not.
        """
        self.append(self._writer.fragment(quads).packed())

    def append(self, packed: Packed, own: str = "") -> None:
        """Writes the pieces of a fragment to the ends of the files; ``own`` is how the IRIs of the
        things of its document begin, as N-Quads write them."""
        text = packed.turtle
        graph = packed.unpacked("graph")
        self._trig.write(in_graph(graph, text) if graph else packed.unpacked("apart"))
        self._turtle.write(text)
        if json := packed.json:
            self._json.write(self._joint)
            self._json.write(json)
            self._joint = b",\n"
        self._lines.add(packed.packed_of("lines"))
        closed = packed.unpacked("closed")
        self._closing.add(packed.derived, own.encode(), closed)
        self._rest.add_sorted(packed.unpacked("rest"))
        self.statistics.add(PartCounts.unpacked(packed.unpacked("counts")))

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
        text = turtle.trig(turtle.Layout().extend(links)).encode()
        self._json.write(jsonld.DOCUMENT_TAIL.encode())
        with ThreadPoolExecutor(1) as thread:  # both mostly unpack, digest and write
            digested = thread.submit(digest, self._lines.blocks())
            self.derived = self._closing.write(self._closed.write)
            self.digest = digested.result()
        sizes = {file.path.name: file.finish() for file in self._files}
        sizes[LINKS] = written(self.folder / LINKS, text)
        self.statistics.count(self._rest.lines())
        counts, self.measured = self.statistics, {name: sizes[name] for name in DATA}
        told = described(counts, self.digest, self.measured, linksets, said, self.derived)
        self._write(DESCRIPTION, told)
        self._write(QUESTIONS, questions)
        (self.folder / HEADERS).write_text(headers, "utf-8")
        (self.folder / DIGEST).write_text(f"{self.digest}\n", "utf-8")

    def _write(self, name: str, triples: Iterable[Triple]) -> None:
        text = turtle.turtle(turtle.Layout().extend(triples))
        (self.folder / name).write_bytes(text.encode())


def _measured(path: Path) -> tuple[int, str]:
    with path.open("rb") as file:
        return path.stat().st_size, hashlib.file_digest(file, "sha256").hexdigest()


def stale(folder: Path, draft: Path) -> list[str]:
    """The names of published files that are missing in a folder or differ from the draft."""
    return [name for name in FILES if not same(folder / name, draft / name)]


def is_stale(folder: Path, draft: Path) -> bool:
    """Whether there are any; the smallest files are looked at first."""
    names = sorted(FILES, key=lambda name: (draft / name).stat().st_size)
    return not all(same(folder / name, draft / name) for name in names)


def same(path: Path, other: Path) -> bool:
    """Whether both are files of the same bytes."""
    if not (path.is_file() and other.is_file()) or path.stat().st_size != other.stat().st_size:
        return False
    return _measured(path) == _measured(other)
