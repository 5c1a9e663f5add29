"""Finds the names in a list of makers that are not known: “Azerbeijan” in “(Azerbeijan, Chad)”."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from gcm_kg.extraction.positions import Found

# Begins “Azerbeijan, Chad”, not “on behalf of”.
NAME = re.compile(
    r"(?:\A|(?<=[,;/])|(?<=\band))\s*(?:the\s+)?(?P<name>(?=[^\W\d_a-z])[^,;/()]{3,40}?)"
    r"(?=\s*(?:[,;/]|\band\b|\Z))"
)


def unknown_names(words: str, found: Sequence[Found]) -> Iterator[str]:
    """The names of a list with which nothing that was ``found`` in it shares a word."""
    for name in NAME.finditer(words):
        low, high = name.span("name")
        if not any(start < high and low < end for _, start, end in found):
            yield name["name"]
