"""Names the files that are made of a file."""

from __future__ import annotations

from pathlib import Path

from gcm_kg.text.characters import slug

LONGEST = 60
"""Code points of each part of a name."""


def stem_of(symbol: str, sheet: str, path: Path) -> str:
    """The name of the files of an addition: its symbol, or the name of the original, and the sheet
    where there are several."""
    names = (symbol or path.stem, sheet)
    parts = filter(None, (slug(name)[:LONGEST].strip("-") for name in names))
    return "-".join(parts) or "document"
