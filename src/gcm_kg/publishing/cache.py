"""Keeps what was made of a document under the digest of all that it was made from.

An entry that is damaged, or was made of other input or by another version, is never used: its name
is the digest of its input, its first line that of its content.
"""

from __future__ import annotations

import hashlib
import json
import os
import time
import zlib
from collections.abc import Iterable
from contextlib import suppress
from dataclasses import astuple, dataclass, field
from pathlib import Path
from typing import Any

from gcm_kg.publishing.fragments import Fragment
from gcm_kg.validation.report import Finding

FORMAT = b"1"
"""Counted up when what an entry holds changes."""
LEVEL = 1
"""That of zlib: a fifth of the size at the speed of a disk."""
UNUSED = 7 * 86_400
"""Seconds after which an entry that no build has used is removed."""
UNFINISHED = ".new-"


@dataclass(frozen=True, slots=True)
class Entry:
    """What was made of one document: its fragment, the findings on it, and what a build tells of
    it (numbers and words by name)."""

    fragment: Fragment
    findings: list[Finding] = field(default_factory=list)
    told: dict[str, Any] = field(default_factory=dict)


class Cache:
    """A folder of entries, by key."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def holds(self, key: str) -> bool:
        """Whether there is an entry of a key, whole or not."""
        return (self.folder / key).is_file()

    def get(self, key: str) -> Entry | None:
        """The whole entry of a key; None if there is none, or it is damaged."""
        try:
            data = (self.folder / key).read_bytes()
        except OSError:
            return None
        digest, _, content = data.partition(b"\n")
        if hashlib.sha256(content).hexdigest().encode() != digest:
            return None
        with suppress(OSError):
            os.utime(self.folder / key)  # it is in use
        return _unpacked(content)

    def put(self, key: str, entry: Entry) -> None:
        """Keeps an entry; where nothing can be written, nothing is kept."""
        content = _packed(entry)
        digest = hashlib.sha256(content).hexdigest().encode()
        with suppress(OSError):
            self.folder.mkdir(parents=True, exist_ok=True)
            unfinished = self.folder / f"{UNFINISHED}{os.getpid()}-{key}"
            try:
                unfinished.write_bytes(digest + b"\n" + content)
                unfinished.replace(self.folder / key)
            finally:
                unfinished.unlink(missing_ok=True)

    def tidy(self) -> None:
        """Removes entries that no build has used for a week, and what killed processes left."""
        limit = time.time() - UNUSED
        with suppress(OSError):
            for path in self.folder.iterdir():
                if path.stat().st_mtime < limit:
                    path.unlink(missing_ok=True)


def digest_of(pieces: Iterable[tuple[str, bytes]]) -> str:
    """The digest of named pieces of input: names and lengths are part of it."""
    found = hashlib.sha256(FORMAT)
    for name, data in pieces:
        found.update(f"\0{name}\0{len(data)}\0".encode())
        found.update(data)
    return found.hexdigest()


def _packed(entry: Entry) -> bytes:
    pieces = astuple(entry.fragment)
    head = {
        "findings": [finding.as_dict() for finding in entry.findings],
        "told": entry.told,
        "sizes": [len(piece) for piece in pieces],
    }
    text = json.dumps(head, ensure_ascii=False, sort_keys=True).encode()
    packing = zlib.compressobj(LEVEL)  # piece by piece: those of a large table are hundreds of MB
    packed = [packing.compress(piece) for piece in (text, b"\n", *pieces)]
    return b"".join([*packed, packing.flush()])


def _unpacked(content: bytes) -> Entry:
    head, _, rest = zlib.decompress(content).partition(b"\n")
    known = json.loads(head)
    pieces: list[bytes] = []
    start = 0
    for size in known["sizes"]:
        pieces.append(rest[start : start + size])
        start += size
    findings = [Finding(**finding) for finding in known["findings"]]
    return Entry(Fragment(*pieces), findings, known["told"])
