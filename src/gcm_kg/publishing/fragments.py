"""What one document, or what all share, adds to the published files: made once, joined later."""

from __future__ import annotations

import zlib
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from pyoxigraph import Quad, RdfFormat, serialize

from gcm_kg.publishing.written import LineWriter
from gcm_kg.rdf.described import Graphs, n_quads, parted

LEVEL = 1
"""That of zlib: a fifth of the size at the speed of a disk."""


@dataclass(frozen=True, slots=True)
class Fragment:
    """A piece of each published file, as UTF-8: TriG, Turtle, JSON-LD nodes parted by commas, and
    N-Quads as Oxigraph writes them."""

    trig: bytes
    turtle: bytes
    json: bytes
    lines: bytes

    def packed(self) -> Packed:
        """The fragment, to be kept."""
        pieces = (self.trig, self.turtle, self.json, self.lines)
        return Packed(tuple(zlib.compress(piece, LEVEL) for piece in pieces))


@dataclass(frozen=True, slots=True)
class Packed:
    """A fragment as it is kept: so that a document of hundreds of megabytes takes a fifth of that
    until each of its fragments is needed."""

    pieces: tuple[bytes, ...]

    def fragment(self) -> Fragment:
        """The fragment itself."""
        return Fragment(*map(zlib.decompress, self.pieces))


class FragmentWriter:
    """Makes fragments; holds what is prepared once for a JSON-LD context."""

    def __init__(self, context: dict[str, Any]) -> None:
        self._writer = LineWriter(context)

    def fragment(self, quads: Iterable[Quad]) -> Fragment:
        """The fragment of quads, all there are of their subjects in each of their graphs.

        Raises TypeError for what is not published: blank nodes and whatever RDF 1.1 has not.
        """
        lines = serialize(dict.fromkeys(quads), format=RdfFormat.N_QUADS) or b""
        return self._fragment(parted(lines.decode()), lines)

    def described(self, graphs: Graphs) -> Fragment:
        """The fragment of what is said of things, as ``fragment`` makes it of quads."""
        return self._fragment(graphs, n_quads(graphs).encode())

    def _fragment(self, graphs: Graphs, lines: bytes) -> Fragment:
        trig, triples, nodes = self._writer.written(graphs)
        return Fragment(trig.encode(), triples.encode(), nodes.encode(), lines)
