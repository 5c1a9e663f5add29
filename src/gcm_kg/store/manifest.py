"""The manifest of a store: which files hold its content, of which size and digest, and how much."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from typing import Any

NAME = "manifest.json"
TABLES, WORDS = ".sst", ".sqlite"
"""Files of the database, which never change once they are written, and the index of words."""


def write(folder: Path, before: Path | None = None, **counts: int) -> None:
    """Puts down what a store is, which does not change any more; ``counts`` is what it holds.

    Of files that are those of the store ``before`` the digest is taken from there.
    """
    known = (_known(before) if before else None) or {"files": {}}
    there = {(name, *state): digest for name, (*state, digest) in known["files"].items()}
    files = {}
    for path in _files(folder):
        name, state = _name(folder, path), _state(path)
        files[name] = [*state, there.get((name, *state)) or _digest(path)]
    text = json.dumps({"files": files, "counts": counts}, indent=1, sort_keys=True)
    import tempfile

    with tempfile.NamedTemporaryFile("w", dir=folder, prefix=f".{NAME}-", delete=False) as file:
        file.write(text)
    made = Path(file.name)
    made.chmod(0o644)
    made.replace(folder / NAME)


def damage(folder: Path, *, thorough: bool = False) -> str:
    """What is wrong with a store, by its manifest; "" for one that is whole.

    The content of a file is looked at where its size or time is another than was put down, and of
    all files if ``thorough``.
    """
    known = _known(folder)
    if known is None:
        return f"no {NAME} that can be read"
    found = {_name(folder, path): path for path in _files(folder)}
    if missing := [name for name in known["files"] if name.endswith(WORDS) and name not in found]:
        return f"that {missing[0]} is missing"
    changed = False
    for name, (size, time, digest) in sorted(known["files"].items()):
        if name not in found:  # other programs may have written its content into another one
            continue
        state = _state(found[name])
        if (state == (size, time) and not thorough) or _same(found[name], size, digest):
            changed = changed or state != (size, time)
        else:
            return f"that {name} is not as it was made"
    if changed:  # a copy: its files have other times
        with suppress(OSError):
            write(folder, **known["counts"])
    return ""


def _same(path: Path, size: int, digest: str) -> bool:
    with suppress(OSError):
        return path.stat().st_size == size and _digest(path) == digest
    return False


def count(folder: Path, name: str) -> int:
    """A number that was put down of a store; 0 where none was."""
    found = (_known(folder) or {"counts": {}})["counts"].get(name, 0)
    return found if isinstance(found, int) else 0


def number_to_hold(folder: Path) -> int | None:
    """How many quads a store has to hold, where a file of it is missing; None where none is."""
    known = _known(folder)
    if known is None or all((folder / name).is_file() for name in known["files"]):
        return None
    return int(known["counts"].get("quads", 0))


def content(folder: Path) -> str:
    """A digest of what the files of a store hold, by its manifest; "" where it has none."""
    known = _known(folder)
    if known is None:
        return ""
    digests = sorted((name, digest) for name, (*_, digest) in known["files"].items())
    return hashlib.sha256(repr(digests).encode()).hexdigest()


def _known(folder: Path) -> dict[str, Any] | None:
    try:
        known = json.loads((folder / NAME).read_text("utf-8"))
        for size, time, digest in known["files"].values():
            if not isinstance(size, int) or not isinstance(time, int) or len(digest) != 64:
                return None
        dict(known["counts"])
    except (OSError, ValueError, KeyError, TypeError, AttributeError, RecursionError):
        return None
    return known if known["files"] else None


def _files(folder: Path) -> Iterator[Path]:
    for path in sorted(folder.rglob("*")):
        if path.suffix in (TABLES, WORDS) and path.is_file():
            yield path


def _name(folder: Path, path: Path) -> str:
    return path.relative_to(folder).as_posix()


def _state(path: Path) -> tuple[int, int]:
    try:
        state = path.stat()
    except OSError:
        return -1, -1
    return state.st_size, state.st_mtime_ns


def _digest(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()
