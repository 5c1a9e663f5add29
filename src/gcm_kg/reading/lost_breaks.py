"""Parts lines that hold many numbered paragraphs, as in texts of pages that lost their breaks."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from gcm_kg.reading.lines import Line

LONG, LEAST = 1_500, 4
"""Code points of a line that may have lost its breaks; numbers that have to follow each other."""
# Matches “ports. 12. Ports” and “ports.12.Ports”, not “paragraph 12. of”.
NUMBER = re.compile(r"(?:(?<=[^\s,;(] )|(?<=[a-z.;:”)]))(?P<number>\d{1,3})\. ?(?=[A-Z“\"])")
# Matches “(Togo); 3. ⇥Pay”, not “Rule 3. ⇥Pay”.
TABBED = re.compile(r"(?<=[.;,)])(?<!\s)(?= ?\d{1,3}\. ?\t\s*[A-Z“\"])")
"""Where a number with a tabulator behind it begins an item, as word processors write one."""
# Matches “ • Train”, not “•”.
BULLET = re.compile(r"(?<= )[•▪●◦■‣∙] (?=\S)")
# Matches “. The”, not “. the”.
SENTENCE = re.compile(r"(?<=[.!?]) (?=[A-Z])")
# Matches “. II. Ports and nets ” and “. Recommendations to ports ”, not “, II. Ports, ”.
HEADING = re.compile(
    r"(?:(?<=[.;:”)] )|(?<=[.;:”)]))"
    r"(?:(?:[IVXL]{1,5}|[A-Z])\. ?[A-Z][^.;:]{2,120}"
    r"|(?:[A-Z][a-z]+ ){0,2}(?:and )?[Rr]ecommendations(?: (?:to|for|on) [^.;:]{2,60})?:?\s*)\Z"
)


def with_breaks(lines: Sequence[Line]) -> Iterator[Line]:
    """The lines, long ones parted before paragraphs whose numbers go on from each other or items
    with signs, and before the headings right above one; no sign of the text is changed."""
    for line in lines:
        tabbed = [match.start() for match in TABBED.finditer(line.text)]
        places = tabbed or (_places(line.text) if len(line.text) >= LONG else [])
        for low, high in pairwise([0, *places, len(line.text)]):
            yield Line(line.number, line.start + low, line.text[low:high])


def _places(text: str) -> list[int]:
    """Where paragraphs, items and headings begin in a line; nothing in one with few of them."""
    chain = _longest([(int(match["number"]), match.start()) for match in NUMBER.finditer(text)])
    items = [match.start() for match in BULLET.finditer(text)]
    begins = chain if len(chain) >= len(items) else items
    if len(begins) < LEAST:
        return []
    places = list[int]()
    for low, high in pairwise([0, *begins]):
        heading = HEADING.search(text, low, high)
        places += [heading.start(), high] if heading else [high]
    return places if begins is chain else [*places, *_behind(text, items)]


def _behind(text: str, items: Sequence[int]) -> list[int]:
    """Where the text goes on behind the last item, if each of the others is one sentence."""
    if any(SENTENCE.search(text, low, high - 1) for low, high in pairwise(items)):
        return []
    end = SENTENCE.search(text, items[-1])
    return [end.end()] if end else []


def _longest(found: Sequence[tuple[int, int]]) -> list[int]:
    """The places of most numbers of which each is one more than the one before."""
    ending: dict[int, list[int]] = {}
    best: list[int] = []
    for number, place in found:
        ending[number] = [*ending.get(number - 1, []), place]
        best = max(best, ending[number], key=len)
    return best
