"""A worker that ends in the middle of its work; in a module that another process can import."""

from __future__ import annotations

import os
from pathlib import Path

from gcm_kg.errors import InputError
from gcm_kg.publishing.cache import Cache, Entry
from gcm_kg.publishing.cluster import made_on_worker


def ended(file: Path, key: str, folder: Path) -> InputError | None:
    """Keeps an entry as a worker does, but for one document on which it ends; the document is not
    read, which takes most of a second in each process."""
    if file.stem == "b":
        os._exit(9)
    Cache(folder).put(key, Entry((), told={"key": file.stem}))
    return None


def ended_once(
    file: str, key: str, root: Path, engine: str | None, folder: Path
) -> InputError | None:
    """What a worker of a cluster does, but for one document on which the first of them ends; it
    keeps a line for each entry that was not there, and is."""
    mark = folder / "ended"
    if Path(file).stem == "b" and not mark.exists():
        mark.touch()
        os._exit(9)
    before = _file(folder / key)
    found = made_on_worker(file, key, root, engine, folder)
    if _file(folder / key) != before:
        with (folder / "done").open("a") as done:
            done.write(f"{Path(file).stem}\n")
    return found


def _file(path: Path) -> int:
    """Which file stands at a path: one that is put in its place is another."""
    return path.stat().st_ino if path.is_file() else 0
