"""Puts pieces that a profile names into its patterns: {actors} stands for a list of nouns."""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from gcm_kg.errors import InputError, shown

KEY = "fragments"
"""The key below which pieces of patterns have their names."""
# Is “{actors}”, not “{2,80}”.
REFERENCE = re.compile(r"\{(?P<name>[a-z_]+)\}")


def with_fragments(
    path: Path, values: dict[str, Any], general: Mapping[str, str]
) -> tuple[dict[str, Any], dict[str, str]]:
    """The values of a profile with the pieces in the place of their names, and all pieces: its own,
    which may have others in them that stand before, and those of the general profile.

    Raises InputError for a name without a piece, and for a piece that is no text.
    """
    known = dict(general)
    for name, piece in values.get(KEY, {}).items():
        if not isinstance(piece, str):
            raise InputError(path, f"{KEY}.{name} = a pattern", shown(str(piece)), "correct it")
        known[name] = _expanded(path, piece, known)
    lists = {key: value for key, value in values.items() if isinstance(value, list)}
    expanded = {key: [_expanded(path, each, known) for each in x] for key, x in lists.items()}
    return values | expanded, known


def _expanded(path: Path, pattern: Any, known: Mapping[str, str]) -> Any:
    """A pattern with the pieces that it names; what is no pattern as it is."""

    def piece(reference: re.Match[str]) -> str:
        if reference["name"] not in known:
            expected = f"a name below {KEY}, one of {', '.join(known) or 'none'}"
            raise InputError(path, expected, shown(reference[0]), "correct it, or add the name")
        return known[reference["name"]]

    return REFERENCE.sub(piece, pattern) if isinstance(pattern, str) else pattern
