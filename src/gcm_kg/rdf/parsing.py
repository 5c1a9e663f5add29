"""The border between Oxigraph and rdflib, and the reading of RDF files of any kind."""

from __future__ import annotations

import gzip
import zlib
from collections.abc import Iterator
from pathlib import Path
from typing import IO, TYPE_CHECKING, cast

from pyoxigraph import BlankNode, Quad, RdfFormat, Triple, parse

from gcm_kg.errors import InputError
from gcm_kg.rdf.namespaces import BASE

if TYPE_CHECKING:
    pass

ENDINGS = (".ttl", ".trig", ".nt", ".nq", ".jsonld", ".rdf", ".owl", ".xml")
"""What the name of an RDF file may end in, before .gz where it is packed."""
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
    form = _format(path)
    if form is None:
        expected = f"a file name ending in {' '.join(ENDINGS)}, or one of them and .gz"
        raise InputError(path, expected, path.suffix or "no ending", "rename")
    if not path.is_file():
        raise InputError(path, "an RDF file", "none", "check the path")
    if path.stat().st_size > LARGEST_FILE:
        raise InputError(path, f"at most {LARGEST_FILE:,} bytes", "more", "split the file")
    return form


def _format(path: Path) -> RdfFormat | None:
    """The format of a file, packed or not, by the ending of its name; None if that tells none."""
    name = path.with_suffix("") if path.suffix.lower() == ".gz" else path
    ending = name.suffix.lower()
    known = RdfFormat.from_extension(ending[1:]) or RdfFormat.RDF_XML  # which has no .owl
    return known if ending in ENDINGS else None


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


def parse_turtle(path: Path) -> list[Quad]:
    """The triples of a Turtle file. Raises InputError with the line of a mistake."""
    try:
        quads = list(parse(path=str(path), format=RdfFormat.TURTLE, base_iri=BASE))
    except SyntaxError as error:
        message = (error.msg or "a mistake").split(": ", 1)[-1]
        line = error.lineno or 1
        raise InputError(path, "Turtle", message, "correct the line", line=line) from None
    except OSError as error:
        raise InputError(path, "a Turtle file", str(error), "check the path") from None
    for quad in quads:
        if isinstance(quad.subject, BlankNode) or isinstance(quad.object, BlankNode):
            raise InputError(path, "an IRI for every thing", "a blank node", "give it an IRI")
        if isinstance(quad.object, Triple):
            raise InputError(path, "RDF 1.1", "a triple term of RDF 1.2", "describe a node instead")
    return quads


def files_of(path: Path) -> list[Path]:
    """The file, or all RDF files of a folder and those in it, packed ones too, by their paths.

    Raises InputError for a folder that holds none.
    """
    if not path.is_dir():
        return [path]
    found = sorted(p for p in path.rglob("*") if p.is_file() and _format(p))
    if not found:
        raise InputError(path, "RDF files", "none", f"give files ending in {' '.join(ENDINGS)}")
    return found
