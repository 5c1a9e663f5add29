"""The border between Oxigraph and rdflib, and the reading of RDF files of any kind."""

from __future__ import annotations

import gzip
import zlib
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import IO, TYPE_CHECKING, cast

from pyoxigraph import Literal, NamedNode, Quad, RdfFormat, Triple, parse

from gcm_kg.errors import InputError
from gcm_kg.rdf.namespaces import BASE

if TYPE_CHECKING:
    import rdflib

FORMATS = {
    ".ttl": RdfFormat.TURTLE,
    ".trig": RdfFormat.TRIG,
    ".nt": RdfFormat.N_TRIPLES,
    ".nq": RdfFormat.N_QUADS,
    ".jsonld": RdfFormat.JSON_LD,
    ".rdf": RdfFormat.RDF_XML,
    ".owl": RdfFormat.RDF_XML,
    ".xml": RdfFormat.RDF_XML,
}
LARGEST_FILE = 2_000_000_000
"""Bytes."""
REMOTE = "LoadDocumentCallback"
"""What the parser says of a JSON-LD context that it would have to fetch."""
PROLOGUE = 65_536
"""Bytes at the beginning of an RDF/XML file in which a document type is looked for."""


def parse_file(path: Path, *, apart: bool = False) -> Iterator[Quad]:
    """The quads of an RDF file, by the ending of its name, packed (.gz) or not.

    Nothing that it names is fetched. With ``apart`` its blank nodes are like those of no other
    file.

    Raises InputError, with the line, for a file that is missing, of an unknown kind or not well
    formed, and for RDF/XML with a document type, whose entities could grow without end.
    """
    packed = path.suffix.lower() == ".gz"
    form = _form(path)
    try:
        with cast(IO[bytes], gzip.open(path) if packed else path.open("rb")) as file:
            if form == RdfFormat.RDF_XML:
                _refuse_document_type(path, file)
            yield from parse(file, format=form, base_iri=BASE, rename_blank_nodes=apart)
    except SyntaxError as error:
        raise _mistake(path, form, error) from None
    except MemoryError:  # the parser keeps a term in a buffer of a fixed size
        found = "a term that is larger"
        raise InputError(path, "terms of at most 16 MB", found, "shorten the text") from None
    except (OSError, EOFError, zlib.error, ValueError) as error:
        raise InputError(path, form.name, str(error), "correct or convert the file") from None


def _form(path: Path) -> RdfFormat:
    """The format of a file by the ending of its name; raises InputError if it cannot be read."""
    name = path.with_suffix("") if path.suffix.lower() == ".gz" else path
    form = FORMATS.get(name.suffix.lower())
    if form is None:
        expected = f"a file name ending in {' '.join(FORMATS)}, or one of them and .gz"
        raise InputError(path, expected, path.suffix or "no ending", "rename")
    if not path.is_file():
        raise InputError(path, "an RDF file", "none", "check the path")
    if path.stat().st_size > LARGEST_FILE:
        raise InputError(path, f"at most {LARGEST_FILE:,} bytes", "more", "split the file")
    return form


def _mistake(path: Path, form: RdfFormat, error: SyntaxError) -> InputError:
    """What to say of a file that is not well formed."""
    message = (error.msg or "a mistake").split(": ", 1)[-1]
    if REMOTE in message:
        found, advice = "a context that would have to be fetched", "put it into the file"
        return InputError(path, "JSON-LD with its context", found, advice)
    return InputError(path, form.name, message, "correct it", line=error.lineno)


def _refuse_document_type(path: Path, file: IO[bytes]) -> None:
    head = file.read(PROLOGUE)
    file.seek(0)
    if b"<!DOCTYPE" in head.replace(b"\0", b"") or b"<!ENTITY" in head.replace(b"\0", b""):
        raise InputError(path, "RDF/XML without a document type", "<!DOCTYPE", "remove it")


def to_rdflib(quads: Iterable[Quad | Triple]) -> rdflib.Graph:
    """Triples, or those of some quads, as an rdflib graph in memory, whatever graph they are in."""
    import rdflib

    graph = rdflib.Graph()
    fill(graph, quads)
    return graph


def fill(graph: rdflib.Graph, quads: Iterable[Quad | Triple]) -> None:
    """Puts triples, or those of some quads, into an rdflib graph."""
    terms: dict[object, rdflib.term.Node] = {}

    def term(ours: object) -> rdflib.term.Node:
        theirs = terms.get(ours)
        if theirs is None:
            theirs = terms[ours] = _to_rdflib_term(ours)
        return theirs

    add = graph.store.add  # beside Graph.add, which checks each term that we have just made
    for quad in quads:
        triple = (term(quad.subject), term(quad.predicate), term(quad.object))
        add(triple, graph)


def _to_rdflib_term(term: object) -> rdflib.term.Node:
    import rdflib

    if isinstance(term, NamedNode):
        return rdflib.URIRef(term.value)
    if isinstance(term, Literal):
        datatype = None if term.language else rdflib.URIRef(term.datatype.value)
        if term.datatype.value == "http://www.w3.org/2001/XMLSchema#string":
            datatype = None
        return rdflib.Literal(term.value, term.language, datatype, normalize=False)
    return rdflib.BNode(str(getattr(term, "value", term)))
