"""Follows runs of numbered notes: below a heading (“Endnotes”), below a rule, at page ends."""

from __future__ import annotations

import re
from collections.abc import Container, Iterator, Sequence

from gcm_kg.reading.lines import ANNEX, Line
from gcm_kg.reading.mark import ROMAN, roman_value
from gcm_kg.text.folding import FOOTNOTES
from gcm_kg.text.layout import RULE

# Is “## Endnotes”, not “Notes of thanks”.
HEAD = re.compile(
    r"[\s#*_]*(?:(?:end|foot)?notes?|references)(?:\s+(?:and|&)\s+(?:references|notes|sources))?"
    r"[\s*_:]*",
    re.I,
)
"""A heading below which numbered notes stand."""
# Begins “3. See”, “[3] See” and “iii. See”, not “30 per cent”.
LISTED = re.compile(
    r"\s*(?:\[\^?(?P<squares>\d{1,3})\]:?|\(?(?P<number>\d{1,3})(?:[.)]|(?=\s+[A-Z“‘(]))"
    r"|(?P<roman>[ivxl]{1,7})[.)])\s*(?=\S)"
)
# Begins “3 See”, not “3. See”.
BARE = re.compile(
    rf"\s*(?:\[\^?(?P<squares>\d{{1,3}})\]:?\s|(?P<number>\d{{1,3}})\s+)(?=[^\s{FOOTNOTES}])"
)
# Matches “¹² See”, not “12 See”.
RAISED = re.compile("[⁰¹²³⁴⁵⁶⁷⁸⁹]{1,3}")
DIGITS = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹", "0123456789")
# Matches “twelve camps.1 Most”, not “Goal 3” or “km2”.
GLUED = re.compile(r"[^\W\d_]{3}[.,;:”’\"')]{0,2}(?P<number>\d{1,3})(?=[\s.,;:)]|\Z)")
"""The number of a note that a text without raised digits has behind a word."""
# Begins “3 The survey”, not “3 surveys”.
AT_FOOT = re.compile(r"\s*(?P<number>\d{1,3})\s+[A-Z“‘(]")
# Begins “5. Also”, “5.2 Also” and “(a) To”, not “5 Also”.
PARAGRAPH = re.compile(r"\s*(?:\d{1,3}\.(?:\d{1,3}\.?)?|\([a-z]{1,3}\))\s+[A-Z]")
AHEAD = 12
"""Lines in which the next number of a run is looked for."""
MOST_MISSING = 5
"""How many numbers of a run may be missing in a row."""


def note_runs(lines: Sequence[Line], furniture: Container[int]) -> Iterator[int]:
    """The lines, by index, of the runs of notes in a text. Takes time in proportion to its length
    for runs that go on, and looks ``AHEAD`` lines on where they end."""
    index = 0
    while index < len(lines):
        text = lines[index].text
        heads = bool(HEAD.fullmatch(text)) if index not in furniture else False
        if heads or (RULE.fullmatch(text) and "_" in text):
            found = list(_run(lines, index + 1, furniture, LISTED if heads else BARE))
            yield from found
            index = found[-1] if found else index
        index += 1
    yield from _at_feet(lines, furniture)


def _run(
    lines: Sequence[Line], start: int, furniture: Container[int], begin: re.Pattern[str]
) -> Iterator[int]:
    """The lines of the run that begins at a line; none where no number does."""
    last, blank = 0, True
    for index in range(start, len(lines)):
        line = lines[index]
        if not line.text.strip() or index in furniture:
            blank = True
            continue
        if begin is BARE and PARAGRAPH.match(line.text):
            return  # the next page: notes below a rule have no full stop behind their numbers
        numbers = _numbers(line, begin)
        first = not last and bool(numbers)
        if numbers and (first or last < max(numbers) <= last + MOST_MISSING):
            last = max(numbers)
        elif not last or _heads(line) or (blank and not _goes_on(lines, index, begin, last)):
            return
        yield index
        blank = False


def _numbers(line: Line, begin: re.Pattern[str]) -> list[int]:
    """The number that a line begins with, or those that are raised in it."""
    if raised := RAISED.findall(line.text):
        return [int(number.translate(DIGITS)) for number in raised]
    match = begin.match(line.text)
    if match is None:
        return []
    given = match.groupdict()
    if roman := given.get("roman"):
        return [roman_value(roman)] if ROMAN.fullmatch(roman.upper()) else []
    return [int(given["squares"] or given["number"])]


def _heads(line: Line) -> bool:
    """Whether a line heads what follows, whatever stands before it."""
    words = line.text.strip()
    return words.startswith("#") or bool(ANNEX.fullmatch(words))


def _goes_on(lines: Sequence[Line], index: int, begin: re.Pattern[str], last: int) -> bool:
    """Whether the next number comes soon, so that words between belong to a note."""
    ahead = [line for line in lines[index : index + 2 * AHEAD] if line.text.strip()][:AHEAD]
    for line in ahead:
        if _heads(line):
            return False
        if any(last < number <= last + MOST_MISSING for number in _numbers(line, begin)):
            return True
    return False


def _at_feet(lines: Sequence[Line], furniture: Container[int]) -> Iterator[int]:
    """Footnotes that no rule parts from the text: their numbers go on from each other, stand behind
    words before them, and their last line ends a sentence."""
    seen: set[int] = set()
    last = index = 0
    while index < len(lines):
        line = lines[index]
        number = AT_FOOT.match(line.text) if index not in furniture else None
        value = int(number["number"]) if number else 0
        if value in seen and (value == last + 1 or not last):
            end = _end(lines, index, furniture)
            if lines[end - 1].text.rstrip().endswith((".", ".)", ".”")):
                yield from range(index, end)
                last, index = value, end - 1
        else:
            seen.update(int(match["number"]) for match in GLUED.finditer(line.text))
        index += 1


def _end(lines: Sequence[Line], start: int, furniture: Container[int]) -> int:
    """Where a note ends: before a blank line, what pages add, the next number or paragraph."""
    for index in range(start + 1, len(lines)):
        text = lines[index].text
        ends = AT_FOOT.match(text) or PARAGRAPH.match(text)
        if not text.strip() or index in furniture or ends:
            return index
    return len(lines)
