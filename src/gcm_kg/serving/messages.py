"""What the server and its workers say to each other: requests, responses, and their framing."""

from __future__ import annotations

import json
import struct
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any
from urllib.parse import parse_qsl, unquote

from gcm_kg.errors import InputError

PLAIN = "text/plain; charset=utf-8"
SIZES = struct.Struct(">II")
"""Before a message: the bytes of its header in JSON, and those of its body."""
MOST_FIELDS = 200
"""Parameters of a request."""


@dataclass(frozen=True, slots=True)
class Response:
    """The answer to a request. Only one that is ``lasting`` is the same each time it is asked."""

    body: bytes = b""
    content_type: str = PLAIN
    status: int = 200
    headers: dict[str, str] = field(default_factory=dict)
    lasting: bool = True

    def packed(self) -> bytes:
        """The response as a message."""
        head = [self.content_type, self.status, self.headers, self.lasting]
        return framed(head, self.body)

    @classmethod
    def unpacked(cls, head: list[Any], body: bytes) -> Response:
        """The response of a message."""
        content_type, status, headers, lasting = head
        return cls(body, content_type, status, headers, lasting)


class Refused(Exception):
    """A request that is not answered, with the status that says why (RFC 9110, section 15)."""

    def __init__(self, status: int, line: str, **headers: str) -> None:
        super().__init__(line)
        self.status, self.line = status, line
        self.headers = {name.replace("_", "-"): value for name, value in headers.items()}

    def response(self) -> Response:
        """One plain line."""
        body = " ".join(self.line.split()) + "\n"
        return Response(body.encode(), status=self.status, headers=self.headers, lasting=False)


@dataclass(frozen=True)
class Request:
    """A request as far as answers depend on it; ``origin`` is the address that the client used,
    with the path below which all is served."""

    method: str
    path: str
    query: str = ""
    accept: str = ""
    content_type: str = ""
    body: bytes = b""
    origin: str = ""

    @property
    def key(self) -> tuple[str, ...]:
        """What the answer to a request without a body depends on."""
        return (self.path, self.query, self.accept, self.origin)

    @cached_property
    def parameters(self) -> dict[str, list[str]]:
        """The parameters of the query string, each with all its values. Raises Refused."""
        return fields(self.query)

    def one(self, name: str, otherwise: str = "") -> str:
        """The value of a parameter that is given at most once. Raises Refused."""
        return only(self.parameters, name, otherwise)

    def packed(self) -> bytes:
        """The request as a message."""
        head = [self.method, self.path, self.query, self.accept, self.content_type, self.origin]
        return framed(head, self.body)

    @classmethod
    def unpacked(cls, head: list[str], body: bytes) -> Request:
        """The request of a message."""
        method, path, query, accept, content_type, origin = head
        return cls(method, path, query, accept, content_type, body, origin)


def framed(head: list[Any], body: bytes) -> bytes:
    """A message: the sizes of its two halves, and both."""
    written = json.dumps(head, ensure_ascii=False, separators=(",", ":")).encode()
    return SIZES.pack(len(written), len(body)) + written + body


def fields(text: str) -> dict[str, list[str]]:
    """The fields of a form or a query string, each with all its values.

    Raises Refused for what is no text in UTF-8, and for too many.
    """
    try:
        pairs = parse_qsl(text, keep_blank_values=True, errors="strict", max_num_fields=MOST_FIELDS)
    except UnicodeDecodeError:
        raise Refused(400, "the parameters: expected text in UTF-8") from None
    except ValueError:
        raise Refused(400, f"the parameters: expected at most {MOST_FIELDS}") from None
    found: dict[str, list[str]] = {}
    for name, value in pairs:
        found.setdefault(name, []).append(value)
    return found


def only(given: Mapping[str, list[str]], name: str, otherwise: str = "") -> str:
    """The one value of a parameter. Raises Refused where it has several."""
    values = given.get(name, [])
    if len(values) > 1:
        raise Refused(400, f"{name}: expected one value, found {len(values)}; give one")
    return values[0] if values else otherwise


def number(given: Mapping[str, list[str]], name: str, otherwise: int, most: int) -> int:
    """The value of a parameter that is a whole number from 0. Raises Refused for another."""
    text = only(given, name, str(otherwise))
    if not (text.isascii() and text.isdigit() and len(text) < 10 and int(text) <= most):
        raise Refused(400, f"{name}: expected a whole number from 0 to {most:,}")
    return int(text)


def wrong(error: InputError) -> Refused:
    """The refusal of a request that holds a mistake."""
    return Refused(400, str(error))


def decoded_path(raw: str) -> str:
    """A path with its escapes read. Raises Refused for what is no text in UTF-8."""
    try:
        return unquote(raw, errors="strict")
    except UnicodeDecodeError:
        raise Refused(400, "the path: expected text in UTF-8") from None
