"""What one document, or what all share, adds to the published files: made once, joined later."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from pyoxigraph import Quad, RdfFormat, serialize

from gcm_kg.rdf import jsonld, turtle


@dataclass(frozen=True, slots=True)
class Fragment:
    """A piece of each published file, as UTF-8: TriG, Turtle, JSON-LD nodes parted by commas, and
    N-Quads as Oxigraph writes them."""

    trig: bytes
    turtle: bytes
    json: bytes
    lines: bytes


def joined(fragments: Sequence[Fragment]) -> Fragment:
    """Fragments of one document as one."""
    return Fragment(
        trig=b"".join(fragment.trig for fragment in fragments),
        turtle=b"".join(fragment.turtle for fragment in fragments),
        json=b",\n".join(fragment.json for fragment in fragments if fragment.json),
        lines=b"".join(fragment.lines for fragment in fragments),
    )


class FragmentWriter:
    """Makes fragments; holds what is prepared once for a JSON-LD context."""

    def __init__(self, context: dict[str, Any]) -> None:
        self._compactor = jsonld.Compactor(context)

    def fragment(self, quads: Iterable[Quad]) -> Fragment:
        """The fragment of quads, all there are of their subjects in each of their graphs.

        Raises TypeError for what is not published: blank nodes and whatever RDF 1.1 has not.
        """
        distinct = list(dict.fromkeys(quads))
        layout = turtle.Layout().extend(distinct)
        nodes = jsonld.nodes(distinct, self._compactor)
        return Fragment(
            trig="".join(turtle.graphs(layout)).encode(),
            turtle="".join(turtle.subjects(layout)).encode(),
            json=",\n".join(nodes).encode(),
            lines=serialize(distinct, format=RdfFormat.N_QUADS) or b"",
        )
