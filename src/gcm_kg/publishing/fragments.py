"""What one document, or what all share, adds to the published files: made once, joined later."""

from __future__ import annotations

import zlib
from collections.abc import Container, Iterable, Iterator
from dataclasses import dataclass
from itertools import chain, islice
from typing import Any

from pyoxigraph import Quad, RdfFormat, serialize

from gcm_kg.publishing.counting import counted_apart
from gcm_kg.publishing.written import LineWriter, in_graph
from gcm_kg.rdf.closure import Closure, Schema
from gcm_kg.rdf.described import Graphs, gathered, n_quads, parted

LEVEL = 1
"""That of zlib: a fifth of the size at the speed of a disk."""
AT_ONCE = 1000
"""Pieces of lines, of a subject each, that are packed at once."""


@dataclass(frozen=True, slots=True)
class Fragment:
    """A piece of each published file, as UTF-8: Turtle, JSON-LD nodes parted by commas, N-Quads,
    and N-Quads of what follows from these, both sorted as canonical N-Quads are.

    Where all is of one graph, ``graph`` is its name, and its TriG follows from the Turtle; else
    ``apart`` is the TriG. ``counts`` are those of things that nothing else describes (PartCounts,
    packed), and ``rest`` the N-Quads of all others. ``shared`` are the N-Quads, and those of what
    follows, of things that are not the document's own: another fragment may hold them too. Where
    the document is one fragment, ``closed`` is what follows of its own things, in Turtle.
    """

    turtle: bytes
    json: bytes
    lines: bytes
    derived: bytes = b""
    graph: bytes = b""
    apart: bytes = b""
    counts: bytes = b""
    rest: bytes = b""
    shared: bytes = b""
    closed: bytes = b""

    @property
    def trig(self) -> bytes:
        """The graphs in TriG."""
        return in_graph(self.graph, self.turtle) if self.graph else self.apart

    def packed(self) -> Packed:
        """The fragment, to be kept."""
        return Packed(tuple(_packed(getattr(self, name)) for name in Fragment.__slots__))


@dataclass(frozen=True, slots=True)
class Packed:
    """A fragment as it is kept: so that a document of hundreds of megabytes takes a fifth of that
    until each of its fragments is needed."""

    pieces: tuple[bytes, ...]

    def fragment(self) -> Fragment:
        """The fragment itself."""
        return Fragment(*map(zlib.decompress, self.pieces))

    def packed_of(self, name: str) -> bytes:
        """What a fragment has under a name, packed."""
        return self.pieces[Fragment.__slots__.index(name)]

    @property
    def turtle(self) -> bytes:
        """The Turtle alone."""
        return self.unpacked("turtle")

    @property
    def json(self) -> bytes:
        """The nodes of JSON-LD alone."""
        return self.unpacked("json")

    @property
    def lines(self) -> bytes:
        """The N-Quads alone."""
        return self.unpacked("lines")

    @property
    def derived(self) -> bytes:
        """The N-Quads of what follows alone."""
        return self.unpacked("derived")

    @property
    def shared(self) -> bytes:
        """The N-Quads that another fragment may hold alone."""
        return self.unpacked("shared")

    def unpacked(self, name: str) -> bytes:
        """What a fragment has under a name."""
        return zlib.decompress(self.packed_of(name))


class FragmentWriter:
    """Makes fragments; holds what is prepared once for a JSON-LD context and a schema.

    ``common`` are the subjects of what all documents share, as N-Quads write them.
    """

    def __init__(
        self, context: dict[str, Any], known: Schema | None = None, common: Container[str] = ()
    ) -> None:
        self._writer = LineWriter(context)
        self._closure = Closure(known or Schema())
        self._common = common

    def fragment(self, quads: Iterable[Quad]) -> Fragment:
        """The fragment of quads, all there are of their subjects in each of their graphs.

        Raises TypeError for what is not published: blank nodes and whatever RDF 1.1 has not.
        """
        lines = serialize(dict.fromkeys(quads), format=RdfFormat.N_QUADS) or b""
        return self.described(parted(lines.decode()))

    def described(self, graphs: Graphs, own: str = "") -> Fragment:
        """The fragment of what is said of things, as ``fragment`` makes it of quads. The IRIs of
        things of the document itself begin with ``own``, as N-Quads write it."""
        return self.packed(graphs, own).fragment()

    def packed(
        self, graphs: Graphs, own: str = "", *, alone: bool = True, whole: bool = False
    ) -> Packed:
        """The same, packed. Each piece is before the next is made, so that not all are held.
        ``alone`` says that no other fragment says anything of the things of the document that this
        one speaks of, ``whole`` that this is all of the document."""
        lines = _packed_lines(n_quads(graphs))
        counts, rest = counted_apart(graphs, own if alone else "", self._common)
        counted, others = _packed(counts.packed()), _packed_lines(n_quads(rest))
        del counts, rest
        derived_graphs = gathered(self._closure.derived(graphs))
        derived = _packed_lines(n_quads(derived_graphs))
        both = (n_quads(_some(each, own, is_own=False)) for each in (graphs, derived_graphs))
        shared = _packed_lines(chain.from_iterable(both))
        ours = n_quads(_some(derived_graphs, own, is_own=True)) if whole else ()
        closed = _packed(self.blocks(b"".join(ours)))
        del derived_graphs
        turtle, json, graph, trig = self._writer.written(graphs)
        pieces = (turtle, json, graph, trig)
        turtle, json, graph, trig = map(_packed, pieces)
        return Packed((turtle, json, lines, derived, graph, trig, counted, others, shared, closed))

    def blocks(self, lines: bytes) -> bytes:
        """Sorted N-Quads of one graph in Turtle, without a head: a block for each subject."""
        return self._writer.written(parted(lines.decode())).turtle


def _some(graphs: Graphs, own: str, *, is_own: bool) -> Graphs:
    """What is said of things whose IRIs begin so, or of the others; nothing begins with nothing."""
    return {
        graph: {
            name: said
            for name, said in subjects.items()
            if (bool(own) and name.startswith(own)) is is_own
        }
        for graph, subjects in graphs.items()
    }


def _packed(piece: bytes) -> bytes:
    return zlib.compress(piece, LEVEL)


def _packed_lines(some: Iterator[bytes]) -> bytes:
    """Lines as they are packed, never all there otherwise: they are half of a document."""
    packing, pieces = zlib.compressobj(LEVEL), []
    while block := b"".join(islice(some, AT_ONCE)):
        pieces.append(packing.compress(block))
    return b"".join((*pieces, packing.flush()))
