"""A mark at the beginning of a line, and the values of roman numbers."""

from __future__ import annotations

import re
from dataclasses import dataclass

# Is “XIV”, not “IIX”.
ROMAN = re.compile(r"M{0,2}(?:CM|CD|D?C{0,3})(?:XC|XL|L?X{0,3})(?:IX|IV|V?I{0,3})")
VALUES = {"I": 1, "V": 5, "X": 10, "L": 50, "C": 100, "D": 500, "M": 1000}


@dataclass(frozen=True, slots=True)
class Mark:
    """A mark at the beginning of a line.

    ``style`` and ``prefix`` tell the series that it belongs to ("dotted", "122"), ``value`` its
    place there, ``label`` is as written ("122.1", "(a)" is "a"); ``length`` counts its code points,
    with the white space around it. ``loose`` says that no sign parts it from the words behind it.
    """

    style: str
    prefix: str
    value: int
    label: str
    length: int
    loose: bool = False

    @property
    def key(self) -> tuple[str, str]:
        """What the marks of one series have in common."""
        return self.style, self.prefix


def roman_value(label: str) -> int:
    """The value of a roman number: "XIV" is 14."""
    values = [VALUES[sign] for sign in label.upper()]
    pairs = zip(values, [*values[1:], 0], strict=True)
    return sum(-value if value < later else value for value, later in pairs)
