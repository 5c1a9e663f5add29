"""Folders in which something is made until it is whole, and those that killed processes have left.

The process that makes something holds a lock on its folder, which ends with the process however
that ends: a folder that nobody holds is removed at once by the next one who makes something there.
"""

from __future__ import annotations

import os
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from gcm_kg.errors import InputError

YOUNG = 5.0
"""Seconds in which a folder that nobody holds may be one that is about to be held."""
OLD = 86_400.0
"""Seconds after which a folder is taken for left where there are no locks."""
PATIENCE = 60.0
"""Seconds that one build waits for another."""
PAUSE = 0.1
_HELD: dict[Path, int] = {}
"""The folders that this process holds, with the descriptors of their locks."""


def begin(place: Path, prefix: str, mode: int = 0o755) -> Path:
    """A new folder of a name that nobody can guess, in another one; what processes that are dead
    have left there under names of the same beginning is removed.

    Raises OSError if it cannot be made.
    """
    import tempfile

    remove_abandoned(place, prefix)
    folder = Path(tempfile.mkdtemp(prefix=prefix, dir=place))
    folder.chmod(mode)  # what is published may be read by whoever may read the folder around
    with suppress(OSError):
        _HELD[folder] = _locked(folder)
    return folder


def end(folder: Path) -> None:
    """Removes a folder, if it is still there, and lets go of it."""
    import shutil

    shutil.rmtree(folder, ignore_errors=True)
    let_go(folder)


def let_go(folder: Path) -> None:
    """Lets go of a folder that has become something else."""
    descriptor = _HELD.pop(folder, None)
    if descriptor is not None:
        os.close(descriptor)


@contextmanager
def unfinished(place: Path, prefix: str, mode: int = 0o755) -> Iterator[Path]:
    """A folder that is removed at the end, as ``begin`` makes it."""
    folder = begin(place, prefix, mode)
    try:
        yield folder
    finally:
        end(folder)


def remove_abandoned(place: Path, prefix: str) -> None:
    """Removes the folders that nobody holds."""
    import shutil

    for path in place.glob(f"{prefix}*"):
        if path not in _HELD and not path.is_symlink() and path.is_dir() and _is_abandoned(path):
            shutil.rmtree(path, ignore_errors=True)


def _is_abandoned(folder: Path) -> bool:
    try:
        age = time.time() - folder.stat().st_mtime
        if age < YOUNG:
            return False
        os.close(_locked(folder))
    except ImportError:  # a system without such locks
        return age > OLD
    except OSError:
        return False
    return True


def _locked(folder: Path) -> int:
    """The descriptor of a lock on a folder. Raises OSError where another process has it."""
    import fcntl

    descriptor = os.open(folder, os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0))
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        os.close(descriptor)
        raise
    return descriptor


@contextmanager
def alone(folder: Path, what: str) -> Iterator[None]:
    """Keeps others from doing the same in a folder; waits for one that is doing it.

    Raises InputError where that takes longer than PATIENCE.
    """
    limit = time.monotonic() + PATIENCE
    descriptor = None
    while descriptor is None:
        try:
            descriptor = _locked(folder)
        except ImportError:
            break
        except BlockingIOError:
            if time.monotonic() > limit:
                found, advice = "another one that is going on", "wait until it has ended"
                raise InputError(folder, f"one {what} at a time", found, advice) from None
            time.sleep(PAUSE)
        except OSError:  # a file system without such locks
            break
    try:
        yield
    finally:
        if descriptor is not None:
            os.close(descriptor)
