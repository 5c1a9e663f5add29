"""Parts a paragraph: at the points of a list in running text, and at sentences that recommend."""

from __future__ import annotations

import re
from collections.abc import Generator, Iterator, Sequence
from dataclasses import replace
from itertools import groupby
from operator import itemgetter

from gcm_kg.reading.leaves import Leaf, points_in, trimmed
from gcm_kg.reading.profiles import Profile
from gcm_kg.reading.segments import Segment
from gcm_kg.reading.wording import asks_for, head_asks, recommends
from gcm_kg.text.sentences import sentences

Span = tuple[int, int]
# Matches “courts. • Train”, not “courts – train”.
BULLETS_WITHIN = re.compile(r"\s+[•▪●◦■‣∙]\s+")
# Matches “pay all; train all”, not “pay all;”.
SEMICOLON = re.compile(r";\s+(?=\S)")
# Matches “provisions for the following:”, not “adopt the following:”.
OBJECTS = re.compile(r"\b(?:about|against|for|from|in|of|on|with) the following\W*\Z")
"""The end of what asks for something about things that are named behind it."""
MOST = 0.75
"""The share of points that have to ask."""


def plain(words: str, start: int, end: int) -> str:
    """The words between two places, on one line."""
    return " ".join(words[start:end].split())


def pieces(profile: Profile, words: str, segment: Segment, whole: Leaf) -> Iterator[Leaf]:
    """A paragraph, given as one leaf: whole, or parted at a list or at sentences that recommend."""
    index = whole.index
    if inline := list(inline_list(profile, words, index, segment)):
        yield from inline
        return
    found = list(sentences(words, segment.start, segment.end))
    asking = _asking(profile, words, found)
    first = asking.index(True) if any(asking) else len(found)
    if first == len(found):
        yield whole
    elif len(found) == 1 or "whole_paragraphs" in profile.flags or _is_bullet(segment):
        yield replace(whole, asks=True)
    elif "to_the_end" in profile.flags:
        yield from _to_the_end(whole, segment, found, first)
    else:
        yield from parted(index, segment, found, asking)


def _to_the_end(whole: Leaf, segment: Segment, found: Sequence[Span], first: int) -> Iterator[Leaf]:
    """A paragraph that recommends from its first such sentence to its end."""
    if not first:
        yield replace(whole, asks=True)
        return
    spans = [(found[0][0], found[first - 1][1]), (found[first][0], found[-1][1])]
    yield from parted(whole.index, segment, spans, [False, True])


def _is_bullet(segment: Segment) -> bool:
    return segment.mark is not None and segment.mark.style == "bullet"


def parted(
    index: int, segment: Segment, found: Sequence[Span], asking: Sequence[bool]
) -> Iterator[Leaf]:
    """Each sentence of a segment that recommends, and the stretches between them."""
    for asks, group in groupby(zip(found, asking, strict=True), key=itemgetter(1)):
        spans = [span for span, _ in group]
        for start, end in spans if asks else [(spans[0][0], spans[-1][1])]:
            first = start == segment.start
            begin, mark = (segment.begin, segment.mark) if first else (start, None)
            yield Leaf(index, begin, start, end, asks, mark, piece=True)


def running_points(profile: Profile, words: str, whole: Leaf) -> list[Leaf]:
    """The points of a paragraph below words that introduce recommendations, given as one leaf:
    parted by bullets within its lines, or by semicolons where each says what should be done."""
    start, end = whole.start, whole.end
    cuts = [match.span() for match in BULLETS_WITHIN.finditer(words, start, end)]
    if not cuts:
        cuts = [(match.end(), match.end()) for match in SEMICOLON.finditer(words, start, end)]
        cuts = cuts if len(cuts) > 1 or ";\n" in words[start:end] else []
    starts, ends = [start, *(cut[1] for cut in cuts)], [*(cut[0] for cut in cuts), end]
    points = [(low, trimmed(words, high)) for low, high in zip(starts, ends, strict=True)]
    if len(points) < 2 or not _each_asks(profile, words, points):
        return []
    begins = [whole.begin, *(cut[0] for cut in cuts)]
    return [
        Leaf(
            whole.index,
            begin,
            low,
            high,
            True,
            whole.mark if low == start else None,
            whole.owner,
            piece=True,
        )  # fmt: skip
        for begin, (low, high) in zip(begins, points, strict=True)
    ]


def _each_asks(profile: Profile, words: str, points: Sequence[Span]) -> bool:
    """Whether nearly each point begins with a verb that asks, or says what should be done."""
    said = (plain(words, *point).removeprefix("and ") for point in points)
    asking = sum(asks_for(profile, each[:1].upper() + each[1:]) for each in said)
    return asking >= MOST * len(points)


def inline_list(profile: Profile, words: str, index: int, segment: Segment) -> Iterator[Leaf]:
    """A list in running text: “recommends that the State party: (a) …; (b) …”.

    Sentences before the one that leads over to the list, and those behind its last point, are parts
    of their own where one of them recommends. Nothing where there is no such list.
    """
    series = points_in(words, segment.start, segment.end)
    if not series:
        return
    first = series[0][0]
    head = plain(words, segment.start, first)
    if not head_asks(profile, head):
        return
    points = [(place + mark.length, segment.end) for place, mark in series]
    if OBJECTS.search(head) and not _each_asks(profile, words, points):
        return
    lead = yield from _before(profile, words, index, segment, trimmed(words, first))
    yield lead
    last, tail = _behind(profile, words, series[-1][0] + series[-1][1].length, segment.end)
    ends = [trimmed(words, place) for place, _ in series[1:]] + [last]
    for (place, mark), end in zip(series, ends, strict=True):
        yield Leaf(index, place, place + mark.length, end, True, mark, index)
    yield from parted(index, segment, tail, _asking(profile, words, tail))


def _before(
    profile: Profile, words: str, index: int, segment: Segment, end: int
) -> Generator[Leaf, None, Leaf]:
    """The sentences before the last one in front of the list; gives what leads over to it."""
    whole = Leaf(index, segment.begin, segment.start, end, False, segment.mark)
    *earlier, (start, _) = sentences(words, segment.start, end)
    asking = _asking(profile, words, earlier)
    if not any(asking):
        return whole
    yield from parted(index, segment, earlier, asking)
    return Leaf(index, start, start, end, False, segment.mark)


def _behind(profile: Profile, words: str, start: int, end: int) -> tuple[int, list[Span]]:
    """Where the last point ends, and the sentences behind it, if one of them recommends."""
    first, *others = sentences(words, start, end)
    if not any(_asking(profile, words, others)):
        return trimmed(words, end), []
    return first[1], others


def _asking(profile: Profile, words: str, spans: Sequence[Span]) -> list[bool]:
    return [recommends(profile, plain(words, *span)) for span in spans]
