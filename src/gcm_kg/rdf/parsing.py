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
    """The file, or the RDF files of the folder, by name."""
    if not path.is_dir():
        return [path]
    files = [file for file in sorted(path.rglob("*")) if file.suffix.lower() in FORMATS]
    if not files:
        raise InputError(
            path, f"files ending in {' '.join(FORMATS)}", "none", "give another folder"
        )
    return files


def _ending(path: Path) -> str:
    name = path.name.lower()
    return "".join(Path(name).suffixes[-2:]) if name.endswith(".gz") else path.suffix.lower()
