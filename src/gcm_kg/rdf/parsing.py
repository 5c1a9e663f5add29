"""The reading of RDF files of any kind, as their authors have left them."""

from __future__ import annotations

import gzip
import zlib
from collections.abc import Iterator
from functools import partial
from pathlib import Path
from typing import IO, Protocol, cast

from pyoxigraph import BlankNode, Quad, RdfFormat, Triple, parse

from gcm_kg.errors import InputError
from gcm_kg.rdf.left_out import TERM_BY_TERM, LeftOut, going_on, with_terms
from gcm_kg.rdf.namespaces import BASE

ENDINGS = (".ttl", ".trig", ".nt", ".nq", ".jsonld", ".rdf", ".owl", ".xml")
"""What the name of an RDF file may end in, before .gz where it is packed."""
LARGEST_FILE = 2_000_000_000
"""Bytes, packed or not."""
LARGEST_UNPACKED, DENSE, DENSEST = 20_000_000_000, 100_000_000, 200
"""Bytes that a packed file may unpack to; bytes from which on it may not unpack to more than so
many times its size: text is never packed so densely."""
REMOTE = "LoadDocumentCallback"
"""What the parser says of a JSON-LD context that it would have to fetch."""
DEEPEST = 5_000
"""How deeply objects and lists of JSON may lie in each other."""
MARK = b"\xef\xbb\xbf"
"""The byte order mark."""


def parse_file(
    path: Path, *, apart: bool = False, left_out: LeftOut | None = None
) -> Iterator[Quad]:
    """The quads of an RDF file, by the ending of its name, packed (.gz) or not.

    Nothing that it names is fetched. A relative IRI is resolved against an address of the file's
    own (RFC 3986, section 5.1.3), never against ours. With ``apart`` its blank nodes are like those
    of no other file. With ``left_out``, what is no RDF is counted there and the reading goes on
    behind it; a file without anything else is refused.

    Raises InputError, with the line, for a file that is missing, of an unknown kind, too large or
    not well formed, and for RDF/XML whose entities could grow without end.
    """
    packed = path.suffix.lower() == ".gz"
    form = _form(path)
    base = base_of(path)
    try:
        with cast(IO[bytes], gzip.open(path) if packed else path.open("rb")) as file:
            stream = _stream(path, file, form, packed=packed)
            quads = parse(
                cast(IO[bytes], stream), format=form, base_iri=base, rename_blank_nodes=apart,
                lenient=form in TERM_BY_TERM,
            )  # fmt: skip
            if form in TERM_BY_TERM:
                yield from with_terms(quads, path, form, left_out)
            elif left_out is None:
                yield from quads
            else:
                yield from going_on(quads, partial(_mistake, path, form), left_out)
    except SyntaxError as error:
        raise _mistake(path, form, error) from None
    except MemoryError:  # the parser keeps a term in a buffer of a fixed size
        found = "a term that is larger"
        raise InputError(path, "terms of at most 16 MB", found, "shorten the text") from None
    except RecursionError:
        raise InputError(path, form.name, "too deep a nesting", "nest it less deeply") from None
    except (OSError, EOFError, zlib.error, ValueError) as error:
        raise InputError(path, form.name, str(error), "correct or convert the file") from None


def base_of(path: Path) -> str:
    """The address of a file by its name alone: no folder of this machine is told to anyone."""
    from urllib.parse import quote

    return f"file:///{quote(path.name)}"


class Stream(Protocol):
    """What the parser reads from."""

    def read(self, size: int = -1) -> bytes:
        """The next bytes; none at the end."""


def _stream(path: Path, file: IO[bytes], form: RdfFormat, *, packed: bool) -> Stream:
    plain = _Plain(path, file, packed=packed)
    if form == RdfFormat.JSON_LD:
        return _Json(plain)
    if form != RdfFormat.RDF_XML:
        return plain
    from gcm_kg.rdf.rdfxml import RdfXml

    return RdfXml(path, plain.read)


class _Plain:
    """The bytes of a file, unpacked, without a byte order mark, and not without end."""

    def __init__(self, path: Path, file: IO[bytes], *, packed: bool) -> None:
        self.path, self.file, self.packed = path, file, packed
        self.size = 0
        self.most = max(DENSE, DENSEST * path.stat().st_size) if packed else LARGEST_FILE

    def read(self, size: int = -1) -> bytes:
        """The next bytes, at most so many. Raises InputError for more than text is packed to."""
        size = size if size > 0 else 1 << 16
        piece = self.file.read(size)
        if not self.size:
            piece = piece.removeprefix(MARK) or self.file.read(size)
        self.size += len(piece)
        if self.size > min(self.most, LARGEST_UNPACKED):
            found = "more"
            expected = f"at most {min(self.most, LARGEST_UNPACKED):,} bytes when it is unpacked"
            raise InputError(self.path, expected, found, "unpack it, and split it")
        return piece


class _Json:
    """The bytes of JSON that is not nested without end: the parser takes the square of the memory.

    Brackets in texts count too, but they come in pairs. Raises InputError for deeper ones.
    """

    def __init__(self, plain: _Plain) -> None:
        self._plain, self._depth = plain, 0

    def read(self, size: int = -1) -> bytes:
        """The next bytes, at most so many."""
        piece = self._plain.read(size)
        self._depth += sum(map(piece.count, (b"{", b"["))) - sum(map(piece.count, (b"}", b"]")))
        if self._depth > DEEPEST:
            expected = f"objects at most {DEEPEST:,} deep in each other"
            raise InputError(self._plain.path, expected, "deeper ones", "nest them less deeply")
        return piece


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


def parse_turtle(path: Path) -> list[Quad]:
    """The triples of a Turtle file of ours. Raises InputError with the line of a mistake."""
    try:
        with path.open("rb") as file:
            text = file.read().removeprefix(MARK)
        quads = list(parse(text, format=RdfFormat.TURTLE, base_iri=BASE))
    except SyntaxError as error:
        message = (error.msg or "a mistake").split(": ", 1)[-1]
        line = error.lineno or 1
        raise InputError(path, "Turtle", message, "correct the line", line=line) from None
    except OSError as error:
        raise InputError(path, "a Turtle file", str(error.strerror), "check the path") from None
    for quad in quads:
        if isinstance(quad.subject, BlankNode) or isinstance(quad.object, BlankNode):
            raise InputError(path, "an IRI for every thing", "a blank node", "give it an IRI")
        if isinstance(quad.object, Triple):
            raise InputError(path, "RDF 1.1", "a triple term of RDF 1.2", "describe a node instead")
    return quads


def files_of(path: Path, skipped: list[Path] | None = None) -> list[Path]:
    """The file, or all RDF files of a folder and those in it, packed ones too, by their paths.

    Hidden files are left out; other files that are none of RDF go to ``skipped``. Raises InputError
    for a folder that holds none.
    """
    if not path.is_dir():
        return [path]
    files = sorted(p for p in path.rglob("*") if p.is_file() and not p.name.startswith("."))
    found = [file for file in files if _format(file)]
    if skipped is not None:
        skipped += [file for file in files if not _format(file)]
    if not found:
        raise InputError(path, "RDF files", "none", f"give files ending in {' '.join(ENDINGS)}")
    return found
