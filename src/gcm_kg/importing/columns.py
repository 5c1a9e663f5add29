"""Guesses which column of a table holds what, from its headings and from what stands below."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, replace

from gcm_kg.importing.contents import Content, Names, contents
from gcm_kg.importing.converted import Grid, GridCell
from gcm_kg.importing.heads import Row, heads, key, rows_of
from gcm_kg.importing.table_head import SHORTEST_TEXT, Head
from gcm_kg.importing.tick_columns import LABELS, POSITIONS, tick_columns
from gcm_kg.reading.table_profiles import EITHER, GENERAL, OTHER, TableProfile
from gcm_kg.reading.table_words import ADDRESSED

SAMPLE = 400
"""Rows by which it is told what a column holds."""
LONG, FAR = 40, 2.0
"""The average length of the words of a column of no known heading, and how often any other's."""
LONGEST_NAME = 150
"""Code points on average of names: longer words name no State."""
SEVERAL = ("labels", POSITIONS, LABELS, OTHER, EITHER)
"""Roles that several columns can have."""
DISTINCT = 0.9
"""The share of the numbers of a column that are like no other, for them to be those of rows."""
THE_SAME, BEGINS, HOLDS, STANDS_BELOW, DOUBTFUL = range(5)
"""How sure it is what a heading means: the same words are known, it begins with them or holds them,
what stands below says so, or what stands below speaks against it."""

Claim = tuple[tuple[int, int, int], str, int]
"""How sure it is, the role and the column."""


@dataclass(frozen=True, slots=True)
class ColumnMap:
    """The row of headings, the columns of each role, and the headings, all counted from 1."""

    profile: TableProfile
    header: int
    roles: dict[str, tuple[int, ...]]
    headings: dict[int, str]

    def columns(self) -> dict[str, int | list[int]]:
        """As it is written beside the text."""
        found: dict[str, int | list[int]] = {"header": self.header}
        for role, numbers in self.roles.items():
            if role != OTHER and numbers:
                found[role] = list(numbers) if role in SEVERAL or len(numbers) > 1 else numbers[0]
        return found

    @property
    def unread(self) -> list[str]:
        """The headings of columns that are not read."""
        read = {n for role, numbers in self.roles.items() if role != OTHER for n in numbers}
        return [heading for column, heading in self.headings.items() if column not in read]


# Begins “Recommendation 1” and “Evaluation recommendation No. 2: Train”, not “Recommendation”.
OF_ONE = re.compile(r"\W*(?:\w+ )?recommendation\s+(?:no\.?\s*|#\s*)?\d+\b", re.I)
"""What a form for one recommendation says beside its words, which is no heading of a column."""


def guessed(
    grid: Grid,
    profiles: Sequence[TableProfile],
    names: Names,
    given: Mapping[str, str] | None = None,
    above: Sequence[str] = (),
) -> ColumnMap | None:
    """What the columns of a table hold; None if no row has a heading of the words.

    ``given`` are headings or numbers that a person has named, by role; ``above`` are lines above
    the table. The row whose headings say most is the head, by the profile that has them all.
    """
    rows = rows_of(grid)
    sample = [cell for cell in grid.cells if cell.row <= SAMPLE]
    best: tuple[tuple[int, ...], ColumnMap] | None = None
    found = [head for number in rows for head in _heads(grid, rows, number, names, sample, above)]
    for head in found:
        head = replace(head, given=given or {})
        for place, profile in enumerate(profiles):
            columns, told = _mapped(profile, head)
            if columns is not None:
                score = (told, -place, -head.number)
                if best is None or score > best[0]:
                    best = (score, columns)
    return best[1] if best else _by_length(found, profiles)


def _heads(
    grid: Grid,
    rows: Mapping[int, Row],
    number: int,
    names: Names,
    sample: Sequence[GridCell],
    above: Sequence[str],
) -> Iterator[Head]:
    lines = (*above, *(c.words for c in sample if c.row < number))
    addressed = any(map(ADDRESSED.search, lines))
    below = contents(sample, number, names)
    for headings in heads(grid, rows, number, names):
        if any(map(OF_ONE.match, headings.values())):
            continue
        yield Head(number, headings, below, {}, addressed, names)


def _by_length(found: Sequence[Head], profiles: Sequence[TableProfile]) -> ColumnMap | None:
    """Where no heading of the words is known: the column with by far the longest words below the
    first row of several short ones, if another of its headings is known, or holds answers."""
    no_words = {"", *map(key, profiles[-1].columns.get(OTHER, ()))}
    for head in found:
        lengths = sorted(((head.length(c), c) for c in head.below), reverse=True)
        if len(head.headings) < 2 or len(lengths) < 2 or lengths[0][0] < LONG:
            continue
        column = lengths[0][1]
        if lengths[0][0] < FAR * lengths[1][0] or key(head.headings.get(column, "")) in no_words:
            return None
        told = replace(head, given={"text": str(column)})
        columns, others = _mapped(profiles[-1], told)
        return columns if columns and (others or "position" in columns.roles) else None
    return None


def _mapped(profile: TableProfile, head: Head) -> tuple[ColumnMap | None, int]:
    """What the columns hold by a profile, and how many headings say so."""
    exact = profile.name != GENERAL
    roles = {role: _given(value, head.headings) for role, value in head.given.items()}
    if not exact:
        other = set(map(key, profile.columns.get(OTHER, ())))
        untold = {c for c, words in head.headings.items() if key(words) not in other}
        roles |= tick_columns(
            head.headings, head.below, head.names, untold.difference(*roles.values())
        )
    taken = {column for numbers in roles.values() for column in numbers}
    free = {c: key(heading) for c, heading in head.headings.items() if c not in taken}
    claims = list(_claims(profile, free, exact))
    if not exact:
        claims = [*_weighed(claims, head), *_by_content(head, {*free, *head.below} - taken)]
    telling: set[str] = set()
    for (sure, *_), role, column in _longest_first(claims, head):
        if column not in taken and (role in SEVERAL or not roles.get(role)):
            roles[role] = (*roles.get(role, ()), column)
            taken.add(column)
            telling |= {head.headings.get(column, "")} if sure != STANDS_BELOW else set()
    text = roles.get("text", ())
    if not any(head.has_words(c) for c in text):
        return None, 0
    if exact and not all(role in roles for role in profile.columns if role != OTHER):
        return None, 0
    _settle_sides(roles, head)
    ordered = {role: tuple(sorted(numbers)) for role, numbers in roles.items() if role != EITHER}
    return ColumnMap(profile, head.number, ordered, dict(head.headings)), len(telling)


def _given(value: str, headings: Row) -> tuple[int, ...]:
    if value.isdecimal():
        return (int(value),)
    return tuple(c for c, heading in headings.items() if key(heading) == key(value))[:1]


def _claims(profile: TableProfile, keys: Row, exact: bool) -> Iterator[Claim]:
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


def _weighed(claims: Sequence[Claim], head: Head) -> Iterator[Claim]:
    """Claims of headings; those are doubtful that what stands below speaks against."""
    for (sure, *rest), role, column in claims:
        below = head.below.get(column)
        doubtful = below is not None and below.cells and _is_against(role, sure, below)
        if doubtful and role == "position" and key(head.headings[column]) == "status":
            continue  # “Ongoing” and “Done” say how far a plan is
        yield (DOUBTFUL if doubtful else sure, rest[0], rest[1]), role, column


def _is_against(role: str, sure: int, below: Content) -> bool:
    """Whether what stands in a column is unlike its role."""
    if role == "position":
        return not below.share("answers")
    if role in ("addressedTo", "recommendedBy", EITHER):
        return below.length > LONGEST_NAME or (sure > THE_SAME and not below.share("states"))
    return role == "identifier" and not below.share("numbers")


def _by_content(head: Head, free: AbstractSet[int]) -> Iterator[Claim]:
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


def _longest_first(claims: Sequence[Claim], head: Head) -> list[Claim]:
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


def _settle_sides(roles: dict[str, tuple[int, ...]], head: Head) -> None:
    """Whether columns of States hold addressees or makers, where their headings do not say it."""
    columns = sorted(roles.get(EITHER, ()), key=lambda c: _variety(head.below.get(c)))
    for column in columns:
        sides = ["addressedTo", "recommendedBy"]
        if len(columns) == 1 and not roles.get(sides[0]) and _are_makers(column, head):
            sides.reverse()
        side = next((side for side in sides if not roles.get(side)), None)
        if side:
            roles[side] = (column,)


def _variety(below: Content | None) -> tuple[bool, float]:
    return (below.has_lists, below.distinct) if below else (False, 0.0)


def _are_makers(column: int, head: Head) -> bool:
    """Whether the only column of States holds those who recommend."""
    below = head.below.get(column)
    plural = key(head.headings.get(column, "")) in ("states", "member states", "delegations")
    return plural or head.addressed or (below is not None and (below.has_lists or below.changes))
