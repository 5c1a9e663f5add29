"""A file of which size and digest are known when it has been written: it is not read for them."""

from __future__ import annotations

import hashlib
from pathlib import Path


class Measured:
    """A file that is written from its beginning to its end."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self._file = path.open("wb")
        self._digest = hashlib.sha256()
        self._size = 0

    def write(self, data: bytes) -> None:
        """Writes at the end."""
        self._file.write(data)
        self._digest.update(data)
        self._size += len(data)

    def finish(self) -> tuple[int, str]:
        """Ends the file; its size in bytes, and its SHA-256 in hexadecimal."""
        self._file.close()
        return self._size, self._digest.hexdigest()


def written(path: Path, data: bytes) -> tuple[int, str]:
    """Writes a whole file, and gives the same."""
    file = Measured(path)
    file.write(data)
    return file.finish()
