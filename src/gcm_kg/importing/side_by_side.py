"""Puts text columns that stand side by side in plain text one below the other.

So ``pdftotext -layout`` and word processors write pages of two columns: each line of the file holds
a line of the left column, a gap and a line of the right one. Only what reads as two columns of
sentences is taken apart: lists, tables and indented lines stay as they are.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from statistics import median

FEWEST = 5
"""Lines of words on both sides from which on there are two columns."""
NARROWEST = 20
"""Code points of a line of a column, on average."""
WIDER = 2.5
"""How many times as wide one column may be as the other."""
HANGING = 6
"""Code points by which lines of the right column may be indented."""
RUNNING = 0.3
"""The share of lines of each column that begin small, as those within sentences do."""
SIDED = 0.4
"""The share of lines with words that have them on both sides."""
# Matches “left  right”, not “left right”.
GAP = re.compile(r"(?<=\S) {2,}(?=\S)")
# Matches “left     right”, not “left  right”.
WIDE = re.compile(r"(?<=\S) {4,}(?=\S)")
# Matches “12.      ” and “(a)     ”, not “Togo     ”.
MARK = re.compile(r"\A\s*(?:\(?[\w.]{1,7}[.)]|\W)\s+")
# Matches “on.” and “year;”, not “on the”.
ENDED = re.compile(r"[.;:!?]['\"”’)]*\Z")
Region = tuple[int, int, int]
"""The first line of a stretch of two columns, the line behind the last, where the right begins."""


def one_below_the_other(text: str) -> tuple[str, int]:
    """The text with the left column of each stretch before its right one; and the number of such
    stretches. Takes time in proportion to the length, and to the gaps of a page."""
    pages, count = [], 0
    for page in text.split("\f"):
        lines = page.split("\n")
        plain = [line.expandtabs().rstrip() for line in lines]
        regions = list(_regions(plain))
        count += len(regions)
        for start, end, right in reversed(regions):
            lines[start:end] = _unfolded(plain[start:end], right)
        pages.append("\n".join(lines))
    return ("\f".join(pages), count) if count else (text, 0)


def has_wide_gaps(text: str) -> bool:
    """Whether many lines have words on both sides of a wide gap; a gap behind the number or the
    sign of an item is none."""
    lines = [MARK.sub("", line.expandtabs()) for line in text.splitlines() if line.strip()]
    wide = sum(bool(WIDE.search(line)) for line in lines)
    return wide >= FEWEST and wide >= SIDED * len(lines)


def _regions(lines: Sequence[str]) -> Iterator[Region]:
    """The stretches of a page that are two columns, in order."""
    starts = Counter(gap.end() for line in lines for gap in GAP.finditer(line))
    likely = [right for right, number in starts.most_common(3) if number >= FEWEST]
    done = 0
    for start, end, right in sorted(r for place in likely for r in _clear(lines, place)):
        if start >= done and _is_running(lines[start:end], right):
            yield start, end, right
            done = end


def _clear(lines: Sequence[str], right: int) -> Iterator[Region]:
    """The stretches in which no words stand across the gap before a place."""
    start = 0
    for number, line in enumerate((*lines, "x" * (right + 1))):
        if line[max(right - 2, 0) : right].strip():
            sided = [n for n in range(start, number) if _is_sided(lines[n], right)]
            if sided:
                yield _reach(lines, start, sided[0], -1), _reach(lines, number, sided[-1], 1), right
            start = number + 1


def _reach(lines: Sequence[str], limit: int, sided: int, step: int) -> int:
    """Where the columns begin or end, from the outermost line with words on both sides: lines that
    follow without a blank one belong to a column."""
    at = sided
    while min(at, limit) >= 0 and at + step != limit - (step < 0) and lines[at + step].strip():
        at += step
    return at + (step > 0)


def _is_sided(line: str, right: int) -> bool:
    """Whether a line has words on both sides, those of the right one where it begins."""
    behind = line[right:]
    indent = len(behind) - len(behind.lstrip())
    return bool(line[:right].strip() and behind.strip()) and indent <= HANGING


def _is_running(lines: Sequence[str], right: int) -> bool:
    """Whether two columns are sentences that go on from line to line."""
    sided = [line for line in lines if _is_sided(line, right)]
    words = sum(bool(line) for line in lines)
    if len(sided) < FEWEST or len(sided) < SIDED * words:
        return False
    sides = [[line[:right].strip() for line in sided], [line[right:].strip() for line in sided]]
    widths = sorted(median(map(len, side)) for side in sides)
    if widths[0] < NARROWEST or widths[1] > WIDER * widths[0]:
        return False
    small = (sum(line[0].islower() for line in side) for side in sides)
    return all(number >= RUNNING * len(sided) for number in small)


def _unfolded(lines: Sequence[str], right: int) -> list[str]:
    """The lines of the left column, and below them those of the right one."""
    left, behind = (
        [line[:right].strip() for line in lines],
        [line[right:].strip() for line in lines],
    )
    above, below = _without_ends(left), _without_ends(behind)
    goes_on = bool(above and below) and not ENDED.search(above[-1]) and below[0][:1].islower()
    return [*above, *([] if goes_on else [""]), *below]


def _without_ends(lines: Sequence[str]) -> list[str]:
    """Lines without blank ones around them; nor between, where nearly every second one is blank, as
    where the lines of the other column stand between them."""
    text = "\n".join(lines).strip("\n").split("\n")
    alone = sum(not line for line in text)
    return [line for line in text if line] if alone >= 0.8 * (len(text) - alone) > 1 else text
