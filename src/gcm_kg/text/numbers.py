"""Says a number with its noun."""

from __future__ import annotations


def plural(number: int, one: str, several: str = "") -> str:
    """A number with its noun: "1 row", "2,000 rows"."""
    return f"{number:,} {one if number == 1 else several or one + 's'}"
