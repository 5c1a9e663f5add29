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
    follows, of things that are not the document's own: another fragment may hold them too.
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

    @property
    def turtle(self) -> bytes:
        """The Turtle alone."""
        return zlib.decompress(self.pieces[0])

    def quads(self) -> tuple[bytes, bytes]:
        """The N-Quads alone, and those of what follows from them."""
        return zlib.decompress(self.pieces[2]), zlib.decompress(self.pieces[3])


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

    def trig(self, graphs: Graphs) -> bytes:
        """What is said of things, in TriG."""
        turtle, _, graph, trig = self._writer.written(graphs)
        return in_graph(graph, turtle) if graph else trig

    def described(self, graphs: Graphs, own: str = "") -> Fragment:
        """The fragment of what is said of things, as ``fragment`` makes it of quads. The IRIs of
        things of the document itself begin with ``own``, as N-Quads write it."""
        return self.packed(graphs, own).fragment()

    def packed(self, graphs: Graphs, own: str = "", *, alone: bool = True) -> Packed:
        """The same, packed. Each piece is before the next is made, so that not all are held.
        ``alone`` says that no other fragment says anything of the things of the document."""
        lines = _packed_lines(n_quads(graphs))
        counts, rest = counted_apart(graphs, own if alone else "", self._common)
        counted, others = _packed(counts.packed()), _packed_lines(n_quads(rest))
        del counts, rest
        derived_graphs = gathered(self._closure.derived(graphs))
        derived = _packed_lines(n_quads(derived_graphs))
        both = (n_quads(_not_own(each, own)) for each in (graphs, derived_graphs))
        shared = _packed_lines(chain.from_iterable(both))
        del derived_graphs
        turtle, json, graph, trig = self._writer.written(graphs)
        pieces = (turtle, json, graph, trig)
        turtle, json, graph, trig = map(_packed, pieces)
        return Packed((turtle, json, lines, derived, graph, trig, counted, others, shared))


def _not_own(graphs: Graphs, own: str) -> Graphs:
    """What is said of things whose IRIs do not begin so; of all, by nothing."""
    if not own:
        return graphs
    return {
        graph: {name: said for name, said in subjects.items() if not name.startswith(own)}
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
