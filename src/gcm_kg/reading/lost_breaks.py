"""Parts lines that hold many numbered paragraphs, as in texts of pages that lost their breaks."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from gcm_kg.reading.lines import Line

LONG, LEAST = 1_500, 4
"""Code points of a line that may have lost its breaks; numbers that have to follow each other."""
# Matches “ports. 12. Ports” and “ports.12.Ports”, not “paragraph 12. of”.
NUMBER = re.compile(r"(?:(?<=[^\s,;(] )|(?<=[a-z.;:”)]))(?P<number>\d{1,3})\. ?(?=[A-Z“\"])")
# Matches “. II. Ports and nets ” and “.II.Ports”, not “, II. Ports, ”.
HEADING = re.compile(r"(?:(?<=[.;:”)] )|(?<=[.;:”)]))(?:[IVXL]{1,5}|[A-Z])\. ?[A-Z][^.;:]{2,120}\Z")


def with_breaks(lines: Sequence[Line]) -> Iterator[Line]:
    """The lines, long ones parted before paragraphs whose numbers go on from each other, and before
    the numbered headings right above one; no sign of the text is changed."""
    for line in lines:
        if len(line.text) < LONG:
            yield line
            continue
        places = [0, *_places(line.text), len(line.text)]
        for low, high in zip(places, places[1:], strict=False):
            yield Line(line.number, line.start + low, line.text[low:high])


def _places(text: str) -> list[int]:
    """Where paragraphs and headings begin in a line; nothing in one with few numbers."""
    found = [(int(match["number"]), match.start()) for match in NUMBER.finditer(text)]
    chain = _longest(found)
    if len(chain) < LEAST:
        return []
    places = list[int]()
    for low, high in zip([0, *chain], chain, strict=False):
        heading = HEADING.search(text, low, high)
        places += [heading.start(), high] if heading else [high]
    return places


def _longest(found: Sequence[tuple[int, int]]) -> list[int]:
    """The places of most numbers of which each is one more than the one before."""
    ending: dict[int, list[int]] = {}
    best: list[int] = []
    for number, place in found:
        ending[number] = [*ending.get(number - 1, []), place]
        best = max(best, ending[number], key=len)
    return best
