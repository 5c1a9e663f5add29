"""Finds experts' labels in the cells of a table: one below the other, or one behind the other."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from gcm_kg.text.notations import CODE, NOTATION

_BULLET = "[-–•*·◦▪]"
# Is “- ”, not “-”.
_LEAD = re.compile(rf"\s*(?:{_BULLET}\s+)?")
# Matches “Labour; ”, not “Labour”.
_TAIL = re.compile(r"[\s;,|]+\Z")
# Matches “A⏎B”, not “A, B”.
LINES = re.compile(r"\s*\n\s*")
# Matches “A; B”, not “A, B”.
SEMICOLONS = re.compile(r"\s*[;|]\s*")
# Matches “Labour,Migrants” and “Labour, Migrants”, not “Economic, social”.
COMMAS = re.compile(r",(?=\S)|,\s+(?=[A-Z0-9])")
# Matches “Women - Children”, not “16 - Peace” and “Health - general”.
DASHES = re.compile(rf"(?<!\d)\s+{_BULLET}\s+(?=[A-Z\d“])")
# Matches “A12 Norms D23 Death” and “Women Affected persons: - girls”, not “Article 3 rights”.
CODES = re.compile(
    rf"\s+(?={CODE}\s+[A-Z])|\s+(?=SDG \d)|\s+(?=[A-Z]\w+ persons:\s)"
    rf"|(?<=:)\s+(?={_BULLET}\s)|(?<!\d)\s+{_BULLET}\s+(?=[a-z])"
)
# Matches “women - children”, not “asylum-seekers”.
SMALL_DASHES = re.compile(rf"(?<!\d)\s+{_BULLET}\s+")
SEPARATORS = (LINES, SEMICOLONS, COMMAS)


def separator_of(cells: Iterable[str]) -> re.Pattern[str]:
    """What stands between the labels of a column: the first separator that any of its cells has.

    A list whose items begin with a bullet on one line ("- A - B") is parted at its bullets, one
    of codes ("A12 Norms D23 Death") before its codes.
    """
    words = [cell.strip() for cell in cells]
    if not any("\n" in cell for cell in words) and _all_bulleted(words):
        small = any(re.match(rf"{_BULLET}\s+[a-z]", cell) for cell in words)
        return SMALL_DASHES if small else DASHES
    if not any("\n" in cell for cell in words) and _all_coded(words):
        return CODES
    return next((s for s in SEPARATORS if any(s.search(cell) for cell in words)), LINES)


def _all_bulleted(words: list[str]) -> bool:
    told = [cell for cell in words if cell]
    return bool(told) and all(re.match(rf"{_BULLET}\s", cell) for cell in told)


def _all_coded(words: list[str]) -> bool:
    told = [cell for cell in words if cell]
    return bool(told) and all(NOTATION.match(cell) for cell in told)


def stretches(
    text: str, start: int, end: int, separator: re.Pattern[str]
) -> Iterator[tuple[int, int]]:
    """The labels of a cell, without bullets, in code points; what ends in a colon is none."""
    low = start
    for high, following in _cuts(text, start, end, separator):
        lead = _LEAD.match(text, low, high)
        first = lead.end() if lead else low
        tail = _TAIL.search(text, first, high)
        last = tail.start() if tail else high
        if first < last and text[last - 1] != ":":
            yield first, last
        low = following


def _cuts(text: str, start: int, end: int, separator: re.Pattern[str]) -> Iterator[tuple[int, int]]:
    for match in separator.finditer(text, start, end):
        yield match.start(), match.end()
    yield end, end
