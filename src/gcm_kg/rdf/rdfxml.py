"""Reads the prologue of RDF/XML as others write it: its encoding, its document type, its entities.

The parser behind reads UTF-8 alone, and lets entities grow without end. So what stands before the
first element is read here, within limits, and handed on as UTF-8 with plain entities only.
"""

from __future__ import annotations

import codecs
import re
from collections.abc import Callable
from pathlib import Path

from gcm_kg.errors import InputError, shown

PROLOGUE = 1 << 20
"""Bytes within which the first element has to begin."""
DEEPEST = 5_000
"""How deeply elements may lie in each other; the parser takes the square of the time."""
MOST_ATTRIBUTES = 50_000
"""Attributes of one element, for the same reason."""
CHUNK = 1 << 16
"""Bytes that are read at once."""
MOST_ENTITIES, LONGEST_ENTITY = 1_000, 1_000
"""How many entities a document type may declare, and how long each may be, in code points."""
NAME = r"[\w:][\w:.-]*"
DECLARED = re.compile(rb"""<\?xml\s[^>]*?encoding\s*=\s*["']([A-Za-z0-9._-]+)["']""")
MARKS = (
    (codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF32_LE, "utf-32"), (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16"), (b"<\0?\0", "utf-16-le"),
    (b"<\0r\0", "utf-16-le"), (b"\0<\0?", "utf-16-be"), (b"\0<\0r", "utf-16-be"),
)  # fmt: skip
"""How a file of an encoding begins (XML 1.0, appendix F)."""
NO_CHARSETS = frozenset(
    "utf-7 idna punycode unicode-escape raw-unicode-escape undefined mbcs oem".split()
)
"""What Python calls encodings and XML does not."""
BESIDE = re.compile(r"\s+|<\?.*?\?>|<!--.*?-->", re.DOTALL)
"""What says nothing: white space, instructions, comments."""
DOCUMENT_TYPE = re.compile(
    rf"""<!DOCTYPE\s+{NAME}(?:\s+(?:SYSTEM|PUBLIC\s*(?:"[^"]*"|'[^']*'))\s*(?:"[^"]*"|'[^']*'))?"""
    r"\s*(?P<inside>\[)?"
)
ENTITY = re.compile(rf"""<!ENTITY\s+(?P<name>{NAME})\s+(?:"(?P<a>[^"]*)"|'(?P<b>[^']*)')\s*>""")
OF_NO_USE = re.compile(r"<!(?:ELEMENT|NOTATION)\b[^>]*>")
REFERENCE = re.compile(
    rf"&(?P<name>{NAME});|&#(?P<decimal>\d{{1,7}});|&#x(?P<hex>[\dA-Fa-f]{{1,6}});"
)
PREDEFINED = {"lt": "<", "gt": ">", "amp": "&", "quot": '"', "apos": "'"}
LATER = re.compile(rb"<!doctype", re.IGNORECASE)

Read = Callable[[int], bytes]
"""Reads at most so many bytes; none at the end."""


class RdfXml:
    """RDF/XML as a stream of UTF-8 whose document type holds plain entities only.

    Raises InputError, when made or read, for an encoding that is none, a document type in the
    midst, and entities that lie outside or could grow.
    """

    def __init__(self, path: Path, read: Read) -> None:
        self.path, self._read = path, read
        head = read(PROLOGUE)
        self._encoding = _encoding(path, head)
        self._decoder = codecs.getincrementaldecoder(self._encoding)("strict")
        self._tail, self._depth, self._attributes = b"", 0, 0
        self._pending = self._prologue(self._decoded(head, last=len(head) < PROLOGUE))

    def read(self, size: int = -1) -> bytes:
        """The next bytes, in UTF-8, at most so many: the parser's buffer is not larger."""
        raw = b"-"
        while raw and not self._pending:  # a character may go on in the next bytes
            raw = self._read(CHUNK)
            self._pending = self._decoded(raw, last=not raw).encode()
            self._refuse_later(self._pending)
        size = size if size > 0 else CHUNK
        piece, self._pending = self._pending[:size], self._pending[size:]
        return piece

    def _refuse_later(self, piece: bytes) -> None:
        """Raises InputError for a document type in the midst, which the parser would take."""
        if LATER.search(self._tail + piece):
            raise self._refused("a document type before the first element", "one behind it")
        self._tail = piece[-10:]
        last = piece.rfind(b"<")
        self._attributes = piece.count(b'="', last + 1) + (self._attributes if last < 0 else 0)
        if self._attributes > MOST_ATTRIBUTES:
            expected = f"at most {MOST_ATTRIBUTES:,} attributes of an element"
            raise self._refused(expected, "more")
        begun = piece.count(b"<") - sum(map(piece.count, (b"</", b"<!", b"<?")))
        self._depth += begun - piece.count(b"</") - piece.count(b"/>")
        if self._depth > DEEPEST:
            raise self._refused(f"elements at most {DEEPEST:,} deep in each other", "deeper ones")

    def _decoded(self, raw: bytes, *, last: bool) -> str:
        try:
            return self._decoder.decode(raw, last)
        except UnicodeDecodeError as error:
            found = f"byte 0x{error.object[error.start]:02x}"
            raise self._refused(f"RDF/XML in {self._encoding}", found) from None

    def _prologue(self, text: str) -> bytes:
        """The text with its document type, if it has one, written anew."""
        place = 1 if text.startswith("\ufeff") else 0
        entities: dict[str, str] | None = None
        while place < len(text) and not re.match(r"<[^?!]", text[place : place + 2]):
            if match := BESIDE.match(text, place):
                place = match.end()
            elif (match := DOCUMENT_TYPE.match(text, place)) and entities is None:
                entities, place = self._entities(text, match)
            elif text.startswith("<", place):
                raise self._refused("RDF/XML", f"{shown(text[place:], 30)} before any element")
            else:
                break  # what is no XML, the parser says better
        if place >= len(text) >= PROLOGUE // 4:
            raise self._refused(f"an element within the first {PROLOGUE:,} bytes", "none")
        said = (f'<!ENTITY {name} "{value}">' for name, value in (entities or {}).items())
        head = f"<!DOCTYPE r [{''.join(said)}]>" if entities else ""
        body = text[place:].encode("utf-8", "replace")
        self._refuse_later(body)
        return head.encode() + body

    def _entities(self, text: str, match: re.Match[str]) -> tuple[dict[str, str], int]:
        """The entities that a document type declares, written out, and where it ends."""
        entities: dict[str, str] = {}
        place = match.end()
        while match["inside"] and not text.startswith("]", place):
            found = BESIDE.match(text, place) or OF_NO_USE.match(text, place)
            if found is None:
                found = ENTITY.match(text, place)
                if found is None:
                    expected = "a document type with plain entities"
                    raise self._refused(expected, shown(text[place:], 40) or "no end")
                if found["name"] not in PREDEFINED:
                    value = found["a"] if found["a"] is not None else found["b"]
                    entities.setdefault(found["name"], self._value(value, entities))
            if len(entities) > MOST_ENTITIES:
                raise self._refused(f"at most {MOST_ENTITIES:,} entities", "more")
            place = found.end()
        end = re.compile(r"\s*>").match(text, place + bool(match["inside"]))
        if end is None:
            raise self._refused("a document type that ends", shown(text[place:], 40) or "no end")
        return entities, end.end()

    def _value(self, value: str, known: dict[str, str]) -> str:
        """What an entity stands for, escaped, with no reference in it that could grow."""

        def one(match: re.Match[str]) -> str:
            if name := match["name"]:
                return PREDEFINED.get(name) or plain(known.get(name, ""))
            code = int(match["decimal"]) if match["decimal"] else int(match["hex"], 16)
            return chr(code) if code < 0x110000 else "\ufffd"

        def plain(escaped: str) -> str:
            return REFERENCE.sub(one, escaped) if "&" in escaped else escaped

        whole = REFERENCE.sub(one, value)
        if len(whole) > LONGEST_ENTITY:
            raise self._refused(
                f"entities of at most {LONGEST_ENTITY:,} characters", "a longer one"
            )
        return "".join(f"&#{ord(sign)};" if sign in "&<>\"'%" else sign for sign in whole)

    def _refused(self, expected: str, found: str) -> InputError:
        return InputError(self.path, expected, found, "convert the file, or correct it")


def _encoding(path: Path, head: bytes) -> str:
    """The encoding of XML by how it begins (XML 1.0, appendix F); UTF-8 where nothing is said."""
    for mark, name in MARKS:
        if head.startswith(mark):
            return name
    match = DECLARED.match(head[:1_000].lstrip())
    said = match[1].decode().lower().replace("_", "-") if match else "utf-8"
    if said in ("utf-8", "utf8", "us-ascii", "ascii") or said.startswith(("utf-16", "utf-32")):
        return "utf-8"  # a declaration of eight bits is no UTF-16, whatever it says
    try:
        known = codecs.lookup(said)
    except LookupError:
        known = None
    name = known.name.replace("_", "-") if known else ""
    if known is None or name in NO_CHARSETS or not getattr(known, "_is_text_encoding", True):
        expected = "RDF/XML in UTF-8, UTF-16 or another encoding of text"
        raise InputError(path, expected, shown(said), "convert the file to UTF-8")
    return known.name
