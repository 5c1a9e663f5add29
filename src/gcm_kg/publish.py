"""Writes the graph as files that do not change from run to run and that differ by lines.

Every triple is a line of its own: a subject's predicates and objects are never joined by commas,
and the full stop that closes a subject has its own line. Subjects stand in the order in which they
were made, which is the order of the document; predicates and objects are sorted, rdf:type first.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Iterator
from pathlib import Path

from pyoxigraph import CanonicalizationAlgorithm, Dataset, Literal, NamedNode, Quad

from gcm_kg.iris import BASE, PREFIXES, RDF, XSD

LOCAL = re.compile(r"[A-Za-z_][A-Za-z0-9_-]*")
RELATIVE = re.compile(r"[A-Za-z0-9_-][A-Za-z0-9_./!~#=,&-]*")
INTEGER, BOOLEAN, STRING = XSD + "integer", XSD + "boolean", XSD + "string"
ESCAPES = str.maketrans(
    {"\\": "\\\\", '"': '\\"', "\n": "\\n", "\r": "\\r", "\t": "\\t", "\b": "\\b", "\f": "\\f"}
)
_NAMESPACES = sorted(((iri, name) for name, iri in PREFIXES.items()), reverse=True)

Triples = dict[str, dict[str, set[str]]]


class Layout:
    """Writes terms, remembering those that it has written."""

    def __init__(self) -> None:
        self.known: dict[str, str] = {RDF + "type": "a"}

    def iri(self, iri: str) -> str:
        """An IRI: prefixed where that needs no escapes, relative to the base where it can be."""
        written = self.known.get(iri)
        if written is None:
            written = self.known[iri] = _written(iri)
        return written

    def term(self, term: object) -> str:
        """A term in Turtle syntax (RDF 1.1 Turtle, section 2), literals on one line."""
        if isinstance(term, NamedNode):
            return self.iri(term.value)
        if not isinstance(term, Literal):
            raise TypeError(f"published graphs hold IRIs and literals only, not {term}")
        datatype = term.datatype.value
        if datatype in (INTEGER, BOOLEAN):
            return term.value
        text = f'"{term.value.translate(ESCAPES)}"'
        if term.language:
            return f"{text}@{term.language}"
        return text if datatype == STRING else f"{text}^^{self.iri(datatype)}"


def _written(iri: str) -> str:
    for namespace, name in _NAMESPACES:
        if iri.startswith(namespace) and LOCAL.fullmatch(iri, len(namespace)):
            return f"{name}:{iri[len(namespace) :]}"
    if iri.startswith(BASE) and RELATIVE.fullmatch(iri, len(BASE)):
        return f"<{iri[len(BASE) :]}>"
    return f"<{iri}>"


def turtle(quads: Iterable[Quad]) -> Iterator[str]:
    """The lines of a Turtle file with all triples, whatever graph they are in."""
    layout, triples = Layout(), {}
    for quad in quads:
        _keep(layout, triples, quad)
    yield from _header()
    yield from _subjects(triples, "")


def trig(quads: Iterable[Quad]) -> Iterator[str]:
    """The lines of a TriG file, its graphs in the order in which they first come."""
    layout: Layout = Layout()
    graphs: dict[str, Triples] = {}
    for quad in quads:
        name = layout.term(quad.graph_name)
        _keep(layout, graphs.setdefault(name, {}), quad)
    yield from _header()
    for name, triples in graphs.items():
        yield f"{name} {{\n"
        yield from _subjects(triples, "  ")
        yield "}\n\n"


def _keep(layout: Layout, triples: Triples, quad: Quad) -> None:
    predicates = triples.setdefault(layout.term(quad.subject), {})
    predicates.setdefault(layout.iri(quad.predicate.value), set()).add(layout.term(quad.object))


def _header() -> Iterator[str]:
    yield f"@base <{BASE}> .\n"
    for name, iri in PREFIXES.items():
        yield f"@prefix {name}: <{iri}> .\n"
    yield "\n"


def _subjects(triples: Triples, indent: str) -> Iterator[str]:
    for subject, predicates in triples.items():
        yield f"{indent}{subject}\n"
        for predicate in sorted(predicates, key=lambda p: (p != "a", p)):
            for value in sorted(predicates[predicate]):
                yield f"{indent}    {predicate} {value} ;\n"
        yield f"{indent}.\n"


def digest(quads: Iterable[Quad]) -> str:
    """The SHA-256, in hexadecimal, of the canonical N-Quads (RDFC-1.0) of a dataset."""
    dataset = Dataset(quads)
    dataset.canonicalize(CanonicalizationAlgorithm.RDFC_1_0)
    lines = sorted(f"{quad} .\n" for quad in dataset)
    return hashlib.sha256("".join(lines).encode()).hexdigest()


def files(quads: list[Quad]) -> dict[str, str]:
    """The published files by name: merged Turtle, TriG by graph, and the canonical digest."""
    return {
        "gcm-kg.ttl": "".join(turtle(quads)),
        "gcm-kg.trig": "".join(trig(quads)),
        "gcm-kg.rdfc10.sha256": f"{digest(quads)}\n",
    }


def stale(folder: Path, contents: dict[str, str]) -> list[str]:
    """The names of the files in a folder that are missing or differ from what they should be."""
    return [name for name, text in contents.items() if _differs(folder / name, text)]


def _differs(path: Path, text: str) -> bool:
    return not path.is_file() or path.read_bytes() != text.encode()


def write(folder: Path, contents: dict[str, str]) -> None:
    """Writes the files; each is replaced as a whole, so that none is ever half written."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, text in contents.items():
        unfinished = folder / f".{name}.new"
        unfinished.write_bytes(text.encode())
        unfinished.replace(folder / name)
