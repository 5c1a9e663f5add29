"""Puts the files of a build in place: all of them at once, by one switch."""

from __future__ import annotations

import os
import shutil
import tempfile
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path

from gcm_kg.store.unfinished import let_go, unfinished

PREFIX = ".graph-"
"""Where the names of folders begin that are not in place yet, or not any more."""
HERE, EXCHANGE = -100, 2
"""Of renameat2(2): a path as it is, and to exchange two of them."""


def put_in_place(draft: Path, target: Path) -> None:
    """Replaces a file by a copy of a draft as a whole, so that it is never half written; a link in
    its place is replaced and not followed."""
    target.parent.mkdir(parents=True, exist_ok=True)
    descriptor, name = tempfile.mkstemp(prefix=f".{target.name}-", dir=target.parent)
    try:
        with os.fdopen(descriptor, "wb") as file, draft.open("rb") as source:
            shutil.copyfileobj(source, file)
        mode = target.stat().st_mode & 0o777 if target.is_file() else 0o666 & ~_umask()
        Path(name).chmod(mode)
        Path(name).replace(target)
    except BaseException:
        with suppress(OSError):
            Path(name).unlink()
        raise


def put_all_in_place(draft: Path, names: Sequence[str], target: Path) -> None:
    """Replaces the files of some names in a folder by those of a draft; other files stay.

    The folder is exchanged for one that holds the new files, so that at no moment it holds some of
    each. Where folders cannot be exchanged, the files are replaced one by one in their order.
    """
    target = target.resolve()
    target.parent.mkdir(parents=True, exist_ok=True)
    with unfinished(target.parent, PREFIX) as folder:
        if target.is_dir():
            folder.chmod(target.stat().st_mode & 0o7777)
        for name in names:
            _put(draft / name, folder / name)
        for path in target.iterdir() if target.is_dir() else ():
            if path.name not in names:
                _carry_over(path, folder / path.name)
        if not target.exists():
            folder.rename(target)
            let_go(folder)
        elif not _exchanged(folder, target):
            for name in names:
                put_in_place(draft / name, target / name)


def _put(draft: Path, target: Path) -> None:
    """Gives a draft a second name, where that can be done, which takes no time; else a copy."""
    try:
        os.link(draft, target)
    except OSError:
        put_in_place(draft, target)


def _carry_over(path: Path, to: Path) -> None:
    if path.is_dir() and not path.is_symlink():
        shutil.copytree(path, to, symlinks=True)
    else:
        shutil.copy2(path, to, follow_symlinks=False)


def _exchanged(folder: Path, other: Path) -> bool:
    """Exchanges two folders at once; whether that can be done here (Linux, renameat2)."""
    import ctypes

    with suppress(OSError, AttributeError, TypeError):
        library = ctypes.CDLL(None, use_errno=True)
        first, second = os.fsencode(folder), os.fsencode(other)
        return bool(library.renameat2(HERE, first, HERE, second, EXCHANGE) == 0)
    return False


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask
