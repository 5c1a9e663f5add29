"""Keeps what was made of a document under the digest of all that it was made from.

An entry that is damaged, or was made of other input or by another version, is never used: its name
is the digest of its input, and it begins with that of its content.
"""

from __future__ import annotations

import hashlib
import json
import os
import time
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass, field
from itertools import accumulate, pairwise
from pathlib import Path
from typing import Any

from gcm_kg.publishing.fragments import Fragment, Packed
from gcm_kg.validation.report import Finding

DIGITS = 64
"""Those of the digest, with which an entry begins."""
UNUSED = 7 * 86_400
"""Seconds after which an entry that no build has used is removed."""
UNFINISHED = ".new-"


@dataclass(frozen=True, slots=True)
class Entry:
    """What was made of one document: its fragments, packed, the findings on it, and what a build
    tells of it (numbers and words by name)."""

    packed: tuple[Packed, ...]
    findings: list[Finding] = field(default_factory=list)
    told: dict[str, Any] = field(default_factory=dict)

    def fragments(self) -> Iterator[Fragment]:
        """The fragments in order, each when it is needed."""
        return (packed.fragment() for packed in self.packed)


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
        digest, content = data[:DIGITS], memoryview(data)[DIGITS:]
        if hashlib.sha256(content).hexdigest().encode() != digest:
            return None
        with suppress(OSError):
            os.utime(self.folder / key)  # it is in use
        return _entry(data)

    def put(self, key: str, entry: Entry) -> None:
        """Keeps an entry; where nothing can be written, nothing is kept."""
        pieces = [_head(entry), *(piece for packed in entry.packed for piece in packed.pieces)]
        digest = hashlib.sha256()
        for piece in pieces:
            digest.update(piece)
        with suppress(OSError):
            self.folder.mkdir(parents=True, exist_ok=True)
            unfinished = self.folder / f"{UNFINISHED}{os.getpid()}-{key}"
            try:
                with unfinished.open("wb") as file:
                    file.writelines([digest.hexdigest().encode(), *pieces])
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


def _head(entry: Entry) -> bytes:
    """The line of an entry that says what follows it."""
    head = {
        "findings": [finding.as_dict() for finding in entry.findings],
        "told": entry.told,
        "sizes": [[len(piece) for piece in packed.pieces] for packed in entry.packed],
    }
    return json.dumps(head, ensure_ascii=False, sort_keys=True).encode() + b"\n"


def _entry(data: bytes) -> Entry:
    end = data.index(b"\n")
    known, start = json.loads(data[DIGITS:end]), end + 1
    packed: list[Packed] = []
    for sizes in known["sizes"]:
        ends = list(accumulate(sizes, initial=start))
        packed.append(Packed(tuple(data[low:high] for low, high in pairwise(ends))))
        start = ends[-1]
    findings = [Finding(**finding) for finding in known["findings"]]
    return Entry(tuple(packed), findings, known["told"])
