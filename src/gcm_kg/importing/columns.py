"""Guesses which column of a table holds what, from its headings and from what stands below."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from gcm_kg.importing.claims import (
    STANDS_BELOW,
    THE_SAME,
    by_content,
    claims_of,
    longest_first,
    weighed,
    with_actions,
    with_words,
)
from gcm_kg.importing.contents import Content, Names, contents, without_feet
from gcm_kg.importing.converted import Grid, GridCell
from gcm_kg.importing.heads import Row, heads, key, rows_of
from gcm_kg.importing.table_head import Head
from gcm_kg.importing.tick_columns import LABELS, POSITIONS, tick_columns
from gcm_kg.reading.table_profiles import EITHER, GENERAL, OTHER, TableProfile
from gcm_kg.reading.table_words import ADDRESSED

SAMPLE = 400
"""Rows by which it is told what a column holds."""
LONG, FAR = 40, 2.0
"""The average length of the words of a column of no known heading, and how often any other's."""
VAGUE, SURE = ("what", "description", "content"), 2
"""Headings that tables of all kinds have, and how many known headings there must be beside them."""
# Is “responsible institution”, not “responsible officer”.
OWNER = re.compile(
    r"(?:responsible|lead) (?:ministr(?:y|ies)|bod(?:y|ies)|institutions?|entit(?:y|ies)"
    r"|agenc(?:y|ies))"
)
# Begins “what will be done”, not “what was recommended”.
TO_BE_DONE = re.compile(r"what (?:will|is to|should|needs|to)\b|(?:action|activit|step|task)")
SEVERAL = ("labels", POSITIONS, LABELS, OTHER, EITHER)
"""Roles that several columns can have."""


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


# Matches “UPR recommendations received”, not “recommendations of States”.
RECEIVED = re.compile(
    r"\brecommendations\b[^.]{0,40}\breceived\b|\breceived\b.{0,40}\brecommend", re.I
)
"""What a line above says where one State got all of them, so that the others made them."""


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
    sample = without_feet([cell for cell in grid.cells if cell.row <= SAMPLE])
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
    addressed = any(map(ADDRESSED.search, lines)) or any(map(RECEIVED.search, lines))
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
        if _numbers_alone(head, profiles[-1]):
            return None
        if lengths[0][0] < FAR * lengths[1][0] or key(head.headings.get(column, "")) in no_words:
            return None
        told = replace(head, given={"text": str(column)})
        columns, others = _mapped(profiles[-1], told)
        return columns if columns and (others or "position" in columns.roles) else None
    return None


def _numbers_alone(head: Head, profile: TableProfile) -> bool:
    """Whether the column that is headed as that of the words has their numbers, and no words."""
    known = set(map(key, profile.columns.get("text", ())))
    named = [c for c, words in head.headings.items() if key(words) in known and c in head.below]
    return any(head.below[column].mostly("ranges") for column in named)


def _mapped(profile: TableProfile, head: Head) -> tuple[ColumnMap | None, int]:
    """What the columns hold by a profile, and how many headings say so."""
    exact = profile.name != GENERAL
    roles = {role: _given(value, head.headings) for role, value in head.given.items()}
    if not exact:
        known = {key(x) for role in (OTHER, "position") for x in profile.columns.get(role, ())}
        answer = head.names.is_answer
        untold = {c for c, x in head.headings.items() if key(x) not in known or answer(x)}
        free = untold.difference(*roles.values())
        roles |= tick_columns(head.headings, head.below, head.names, free)
    taken = {column for numbers in roles.values() for column in numbers}
    keys = {c: key(heading) for c, heading in head.headings.items() if c not in taken}
    claims = list(claims_of(profile, keys, exact))
    if not exact:
        claims = with_words(with_actions(claims, keys), head)
        claims = [*weighed(claims, head), *by_content(head, {*keys, *head.below} - taken)]
    telling = {head.headings[c] for c in taken if c in roles.get(POSITIONS, ())}
    for (sure, *_), role, column in longest_first(claims, head):
        if column not in taken and (role in SEVERAL or _is_free(role, sure, roles, head)):
            roles[role] = (*roles.get(role, ()), column)
            taken.add(column)
            if sure != STANDS_BELOW and role != OTHER:
                telling.add(head.headings.get(column, ""))
    text = roles.get("text", ())
    if not _are_words(text, head, len(telling)):
        return None, 0
    if exact and not all(role in roles for role in profile.columns if role != OTHER):
        return None, 0
    _settle_sides(roles, head)
    _settle_owners(roles, head)
    told = {r: _in_order(r, numbers) for r, numbers in roles.items() if r != EITHER}
    return ColumnMap(profile, head.number, told, dict(head.headings)), len(telling)


def _in_order(role: str, columns: tuple[int, ...]) -> tuple[int, ...]:
    """The columns of a role as they stand; of makers the one first whose cells go before those of
    the other, which says it where these are empty."""
    return columns if role == "recommendedBy" else tuple(sorted(columns))


def _are_words(columns: Sequence[int], head: Head, told: int) -> bool:
    """Whether columns have the words: such stand there, and where their heading is a vague one,
    another is known beside it."""
    vague = any(key(head.headings.get(column, "")) in VAGUE for column in columns)
    return any(map(head.has_words, columns)) and (told >= SURE or not vague)


def _is_free(role: str, sure: int, roles: Mapping[str, tuple[int, ...]], head: Head) -> bool:
    """Whether a column can have a role: no other has it, or the other that says who recommends is
    empty in rows (“Recommending State”, where “Body” is a committee)."""
    columns = roles.get(role, ())
    if len(columns) != 1:
        return not columns
    filled = [len(content.cells) for content in head.below.values()]
    gaps = columns[0] in head.below and len(head.below[columns[0]].cells) < max(filled)
    return role == "recommendedBy" and sure == THE_SAME and gaps


def _given(value: str, headings: Row) -> tuple[int, ...]:
    if value.isdecimal():
        return (int(value),)
    return tuple(c for c, heading in headings.items() if key(heading) == key(value))[:1]


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


def _settle_owners(roles: dict[str, tuple[int, ...]], head: Head) -> None:
    """Makes who is responsible those asked, where nothing says who is, nor who recommends or what
    is answered: beside those, it is who carries out what a State is asked."""
    actors = roles.get("recommendedBy", ())
    text = key(head.headings.get(next(iter(roles.get("text", ())), 0), ""))
    who = [c for c in actors if key(head.headings.get(c, "")) == "who"]
    if who and "addressedTo" not in roles and TO_BE_DONE.match(text):
        roles["addressedTo"] = roles.pop("recommendedBy")
    others, told = roles.get(OTHER, ()), {"addressedTo", "recommendedBy", "position", EITHER}
    owners = [c for c in others if OWNER.fullmatch(key(head.headings.get(c, "")))]
    if len(owners) == 1 and not (roles.keys() & {*told, POSITIONS}) and not head.addressed:
        roles["addressedTo"] = (owners[0],)
        roles[OTHER] = tuple(c for c in others if c != owners[0])


def _variety(below: Content | None) -> tuple[bool, float]:
    return (below.has_lists, below.distinct) if below else (False, 0.0)


def _are_makers(column: int, head: Head) -> bool:
    """Whether the only column of States holds those who recommend."""
    below = head.below.get(column)
    plural = key(head.headings.get(column, "")) in ("states", "member states", "delegations")
    return plural or head.addressed or (below is not None and (below.has_lists or below.changes))
