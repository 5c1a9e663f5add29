"""Tells which numbers below a heading “Recommendations” go on from a section before, and ask."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

from gcm_kg.reading.mark import Mark
from gcm_kg.reading.profiles import Profile
from gcm_kg.reading.segments import Segment
from gcm_kg.reading.wording import ILLUSTRATING, WITHOUT_COLON, asks_for, is_title, leads

Series = tuple[str, str]
LEAST = 3
"""The numbers that a series must have for its words to tell what it is, without a lead-in."""


def opens_list(profile: Profile, words: str) -> bool:
    """Whether a paragraph leads over to recommendations: “It was recommended that States:”."""
    return ends_open(words) and bool(leads(profile, words))


def ends_open(words: str) -> bool:
    """Whether a paragraph ends as what stands before a list: in a colon, or in “to” or “that”."""
    return words.endswith(":") or WITHOUT_COLON.search(words) is not None


def introduces(profile: Profile, mark: Mark | None, words: str, leads_over: bool | None) -> bool:
    """Whether a paragraph or item with a list below it stands before that list, and is no
    recommendation that has the list in it."""
    if mark and mark.key != ("number", ".") and ILLUSTRATING.search(words):
        return False
    if leads_over is None and mark and profile.find("imperatives", words):
        return False  # “2. Open clinics: in ports, in towns” is one
    if mark and is_title(words) and not asks_for(profile, words):
        return True  # “• Schools” above what is asked of them
    return leads_over is not None or words.endswith(":")


def asking_series(
    profile: Profile, segments: Sequence[Segment], texts: Sequence[str]
) -> Iterator[Series]:
    """The series of marks among the segments below a heading that recommend whatever their first
    number: behind a paragraph that leads over to them, or since half of them and more say what
    should be done."""
    known: defaultdict[Series, list[bool]] = defaultdict(list)
    for place, (segment, text) in enumerate(zip(segments, texts, strict=True)):
        if not segment.mark:
            continue
        if not text.endswith(":"):
            known[segment.mark.key].append(asks_for(profile, text))
        led = place and not segments[place - 1].mark and opens_list(profile, texts[place - 1])
        if led:
            yield segment.mark.key
    for series, asking in known.items():
        if len(asking) >= LEAST and 2 * sum(asking) >= len(asking):
            yield series
