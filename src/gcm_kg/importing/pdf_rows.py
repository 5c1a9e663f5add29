"""Tells the rows of a table without a head on a page of a PDF file, by where their words stand.

A row begins where all columns have words at one height. One column is long, and all others are
short: so lines of two columns of text, each of which goes on from line to line, are no rows. Of two
columns, the second has names and nothing else.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from statistics import mean, median

FEWEST = 3
"""Rows of a table that no head tells, and its columns but where the second has names only."""
# Is “Peru” and “Holy See, Bolivia (Plurinational State of)”, not “See page 4” nor “see there”.
NAMES = re.compile(
    r"(?!See\b|Page\b)[^\W\da-z_][\w’'-]+"
    r"(?:[,;]?\s+(?:and|of|the|\(?[^\W\da-z_][\w’'-]+(?:\s+of)?\)?|\(the\)))*[,;]?"
)
LONG, FAR = 25, 1.5
"""Code points of the words of the long column, on average; and how often those of any other."""
SHORT = 40
"""Code points of a cell of another column at most."""
# Is “1.”, not “one”.
NUMBER = re.compile(r"\W?(?:[A-Z]{1,3}[-.]?)?\d{1,3}(?:\.\d{1,3}){0,2}\W?")
# Begins “140.7 Ratify”, not “140 States”.
LABELLED = re.compile(r"\d{1,3}\.\d{1,3}\.?\s+\S")
# Begins “Theme: Work” and “Right or area: 2.1. Work”, not “Themes of work”.
GROUP = re.compile(r"(?:theme|right or area|cluster|topic|issue|area|chapter)\s?:\s*\S", re.I)
"""A line over all columns, above the rows of a theme."""
WIDER = 1.25
"""How much wider than the least the space before a row is, where no numbers begin rows."""
APART = 2.5
"""How many times the least space between two lines is one behind which a table has ended."""


def last_row(starts: Sequence[bool], tops: Sequence[float]) -> int:
    """How many of some lines belong to the table that begins with the first one: all up to a wide
    space behind which no row begins."""
    spaces = [below - above for above, below in zip(tops, tops[1:], strict=False)]
    least = min((space for space in spaces if space > 0), default=0.0)
    for at, space in enumerate(spaces, 1):
        if space > APART * least and not starts[at]:
            return at
    return len(tops)


def may_be_row(cells: Sequence[str]) -> bool:
    """Whether there are so many cells, or two of which the second has names only."""
    return len(cells) >= FEWEST or (len(cells) > 1 and bool(NAMES.fullmatch(cells[-1])))


def are_rows(rows: Sequence[Sequence[str]]) -> bool:
    """Whether the words of some cells are those of a table: enough rows, each with words in its
    cells, of which those of one column are far longer than all others."""
    if len(rows) < FEWEST or not all(may_be_row(row) for row in rows):
        return False
    lengths = [[len(cell) for cell in column] for column in zip(*rows, strict=True)]
    lengths.sort(key=mean, reverse=True)
    longest, *others = lengths
    if mean(longest) < LONG or mean(longest) < FAR * mean(others[0]):
        return False
    return all(max(column) <= SHORT and all(column) for column in others)


def begins_row(words: str) -> bool:
    """Whether words of a first column begin a row: a number, alone or before others, or a theme."""
    return bool(NUMBER.fullmatch(words) or LABELLED.match(words) or GROUP.match(words))


def begins(firsts: Sequence[str], counts: Sequence[int], tops: Sequence[float]) -> list[bool]:
    """Which of some lines below each other begin a row: those with a number in the first column,
    whose words ``firsts`` are, alone or before its words; where few have one, those behind a wider
    space. ``counts`` says how many cells a line has, ``tops`` where it stands."""
    numbered = [bool(NUMBER.fullmatch(words)) for words in firsts]
    if sum(numbered) >= FEWEST - 1:
        return [at == 0 or number for at, number in enumerate(numbered)]
    labelled = [bool(LABELLED.match(words)) for words in firsts]
    if sum(labelled) >= FEWEST - 1:
        pairs = zip(firsts, counts, strict=True)
        grouped = [count == 1 and bool(GROUP.match(words)) for words, count in pairs]
        return [at == 0 or labelled[at] or grouped[at] for at in range(len(firsts))]
    return _behind_spaces(counts, tops)


def _behind_spaces(counts: Sequence[int], tops: Sequence[float]) -> list[bool]:
    """Which lines stand behind a wider space; where none is wider, all if each has all cells."""
    spaces = [0.0, *(below - above for above, below in zip(tops, tops[1:], strict=False))]
    least = min(spaces[1:], default=0.0)
    usual = median(spaces[1:]) if len(spaces) > 1 else 0.0
    if len(spaces) > 2 and max(spaces[1:]) < WIDER * least:
        full = [count == counts[0] for count in counts]
        return full if all(full) else [at == 0 for at in range(len(counts))]
    edge = WIDER * min(least, usual)
    return [at == 0 or space > edge for at, space in enumerate(spaces)]
