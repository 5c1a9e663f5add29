"""Says what each column of a table may hold, and how sure that is."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from collections.abc import Set as AbstractSet

from gcm_kg.importing.contents import Content
from gcm_kg.importing.heads import Row, key
from gcm_kg.importing.table_head import SHORTEST_TEXT, Head
from gcm_kg.reading.table_profiles import EITHER, TableProfile
from gcm_kg.reading.ticks import is_mark

LONGEST_NAME = 150
"""Code points on average of names: longer words name no State."""
DISTINCT = 0.9
"""The share of the numbers of a column that are like no other, for them to be those of rows."""
THE_SAME, BEGINS, HOLDS, STANDS_BELOW, DOUBTFUL = range(5)
"""How sure it is what a heading means: the same words are known, it begins with them or holds them,
what stands below says so, or what stands below speaks against it."""

ACTIONS = (
    "action", "actions", "specific action", "specific actions", "strategic actions",
    "activite", "activites", "accion", "acciones", "actividad", "actividades",
)  # fmt: skip
"""Headings of what is to be done in plans of action."""
Claim = tuple[tuple[int, int, int], str, int]
"""How sure it is, the role and the column."""


def claims_of(profile: TableProfile, keys: Row, exact: bool) -> Iterator[Claim]:
    """What each column may be: the same words, words that begin the heading, words in it."""
    for role, known in profile.columns.items():
        for rank, heading in enumerate(map(key, known)):
            for column, words in keys.items():
                if words == heading:
                    yield (THE_SAME, 0, rank), role, column
                elif exact or not heading or len(heading) < 4:
                    continue
                elif f" {heading} " in f" {words} ":
                    begins = BEGINS if words.startswith(heading) else HOLDS
                    yield (begins, -len(heading), rank), role, column


def weighed(claims: Sequence[Claim], head: Head) -> Iterator[Claim]:
    """Claims of headings; those are doubtful that what stands below speaks against."""
    for (sure, *rest), role, column in claims:
        below = head.below.get(column)
        doubtful = below is not None and below.cells and _is_against(role, sure, below)
        if doubtful and role == "position" and _is_no_answer(key(head.headings[column]), below):
            continue
        if doubtful and role == "identifier" and all(map(is_mark, below.cells if below else ())):
            continue  # ticks below “N” are no numbers
        yield (DOUBTFUL if doubtful else sure, rest[0], rest[1]), role, column


def with_actions(claims: Sequence[Claim], keys: Row) -> list[Claim]:
    """Claims, those of actions being the words where no other column is, and one says who acts: so
    it is in plans of action. Beside recommendations actions are what experts labelled them with."""
    exact = [role for (sure, *_), role, _ in claims if sure == THE_SAME]
    actions = [column for column, words in keys.items() if words in ACTIONS]
    if any(role == "text" for _, role, _ in claims) or "addressedTo" not in exact:
        return list(claims)
    others = [claim for claim in claims if claim[2] not in actions]
    return [*others, *(((THE_SAME, 0, 0), "text", column) for column in actions[:1])]


def with_words(claims: Sequence[Claim], head: Head) -> list[Claim]:
    """Claims; where no column is that of the words, the longest one is, if its heading only says
    by whom they were recommended, and names none of those stand below."""
    longest = max(head.below, key=head.length, default=0)
    told = [(c[0][0], c[1]) for c in claims if c[2] == longest]
    below = head.below.get(longest)
    has_text = any(role == "text" for _, role, _ in claims)
    named = any(role == "recommendedBy" and sure != THE_SAME for sure, role in told)
    if has_text or not named or below is None or below.share("states"):
        return list(claims)
    others = [claim for claim in claims if claim[2] != longest]
    return [*others, ((BEGINS, 0, 0), "text", longest)]


def _is_no_answer(heading: str, below: Content | None) -> bool:
    """Whether a column that is headed as that of answers has other words: how far a plan is below
    “Status”, or which are accepted (“12.1; 12.4”)."""
    return heading == "status" or (below is not None and below.mostly("ranges"))


def _is_against(role: str, sure: int, below: Content) -> bool:
    """Whether what stands in a column is unlike its role."""
    if role == "position":
        return not below.share("answers")
    if role in ("addressedTo", "recommendedBy", EITHER):
        return below.length > LONGEST_NAME or (sure > THE_SAME and not below.share("states"))
    return role == "identifier" and not below.share("numbers")


def by_content(head: Head, free: AbstractSet[int]) -> Iterator[Claim]:
    """What columns may be by what stands in them."""
    for column in sorted(free):
        if (below := head.below.get(column)) is None:
            continue
        if below.mostly("answers"):
            yield (STANDS_BELOW, 0, 0), "position", column
        if below.mostly("states"):
            yield (STANDS_BELOW, 0, 0), EITHER, column
        if below.mostly("numbers") and below.distinct >= DISTINCT:
            yield (STANDS_BELOW, 0, column), "identifier", column


def longest_first(claims: Sequence[Claim], head: Head) -> list[Claim]:
    """Claims in order; of columns that may hold the words, the one with the longest goes first.

    A column of which the heading is that of the words goes before others that only hold it.
    """
    texts = [(sure[0], column) for sure, role, column in claims if role == "text"]
    texts = [each for each in texts if not head.is_translated(each[1])] or texts
    texts = [each for each in texts if head.length(each[1]) >= SHORTEST_TEXT] or texts
    best = min(texts, default=(THE_SAME, 0))[0]
    longest = max((c for sure, c in texts if sure == best), key=head.length, default=0)
    kept = [c for c in claims if c[1] != "text" or c[2] == longest]
    return sorted(kept, key=lambda claim: (claim[0][0], claim[1] != "text", claim[0][1:], claim[2]))
