"""What a store was made of: pieces by their names, each with the key under which it is kept."""

from __future__ import annotations

import json
from contextlib import suppress
from pathlib import Path
from typing import NamedTuple

NAME = "made-of.json"


class Made(NamedTuple):
    """The key of what was put into a store under a name, and the number of its quads."""

    key: str
    quads: int


def write(folder: Path, pieces: dict[str, Made]) -> None:
    """Puts down what a store that is being made is made of."""
    (folder / NAME).write_text(json.dumps(pieces, indent=1, sort_keys=True), "utf-8")


def pieces(folder: Path) -> dict[str, Made]:
    """What a store was made of, by name; nothing where that is not known."""
    with suppress(OSError, ValueError, TypeError, AttributeError, RecursionError):
        found = json.loads((folder / NAME).read_text("utf-8"))
        return {str(name): Made(str(key), int(quads)) for name, (key, quads) in found.items()}
    return {}
