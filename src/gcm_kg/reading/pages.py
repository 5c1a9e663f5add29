"""Tells what pages add to a text: running heads, page numbers, symbols, rules, footnotes."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from gcm_kg.reading.footnotes import notes_of
from gcm_kg.reading.lines import Line
from gcm_kg.reading.lost_breaks import with_breaks
from gcm_kg.reading.mark import roman_value
from gcm_kg.reading.marks import marks_of
from gcm_kg.reading.note_runs import note_runs
from gcm_kg.text.layout import BYTE_ORDER_MARK, PAGE_NUMBER, RULE

# Is “A/HRC/27/15”, not “and/or”.
SYMBOL = re.compile(
    r"\s*(?:\d{1,3}(?:/\d{1,3})?\s+)?[A-Z]{1,6}(?:/[A-Za-z0-9.()&–‑-]+)+"
    r"(?:\s+(?:[Pp]age\s+)?\d{1,3})?\s*"
)
"""A document symbol, with a page number before or behind it, alone on its line."""
# Is “GE.14-06738 (E)”, not “GE.14 says”.
JOB_NUMBER = re.compile(
    r"\s*(?:\d{1,3}(?:/\d{1,3})?\s+)?(?:(?:GE\.|LC/?|V\.)?\d{2}-\d{5}(?:\s*\([A-Z]\))?"
    r"(?:\s+\d{6})*|\*\d{6,8}\*)(?:\s+\d{1,3}(?:/\d{1,3})?)?\s*"
    r"|\s*\d{4,5}/(?:\d/)?\d{2}\s+(?:(?:REV|ADD|COR)\s\d\s+)?[A-Za-z]{2,4}(?:/[A-Za-z]{2,4}){1,3}"
    r"\s+\d{1,3}\s*|\s*(?:ANNEX\s+)?[A-Z]{2,6}(?:\.\d){1,2}(?:\s+ANNEX)?(?:\s+LIMITE)?\s+EN\s*"
)
"""The number of a print job and its bar code."""
# Is “<!-- -->”, not “<p>”.
COMMENT = re.compile(r"\s*(?:<!--.*-->|\\?#{1,6}|\\?#\\?#\\?#)\s*")
"""What a converter to Markdown leaves between lists, and at the end."""
# Is “3 | P a g e”, not “page 3 says”.
PAGE_LINE = re.compile(
    r"\s*(?:\d{1,4}\s*\|\s*p\s*a\s*g\s*e|p\s*a\s*g\s*e\s*\|\s*\d{1,4}(?:\s*of\s*\d{1,4})?"
    r"|[\[(]\s*(?:page|pg?\.?)\s*\d{1,4}\s*[\])]|pg?\.\s*\d{1,4}|(?P<sign>[•·~*|‹«])\s*\d{1,4}\s*[•·~*|›»])\s*",
    re.I,
)
"""The number of a page among signs."""
# Is “iv”, not “IV” or “ix.”.
SMALL_ROMAN = re.compile(r"\s*x{0,3}(?:ix|iv|v?i{0,3})(?<=[ivx])\s*")
# Begins “www.x.org”, not “wwww”.
ADDRESS = re.compile(r"(?:https?://|www\.)\S+\s*\Z")
# Is “A/RES/1/2    Wages” and “Wages    A/RES/1/2”, not “Wages A/RES/1/2”.
HEAD = re.compile(
    r"\s*(?:[A-Z]{1,6}(?:/[\w.()&–‑-]+)+\s{3,}\S.{3,100}"
    r"|\S[^\n]{3,100}?\s{3,}[A-Z]{1,6}(?:/[\w.()&–‑-]+)+)\s*"
)
"""A title with the symbol of the document on the other side of the page."""
NEAR = 6
"""Lines in which the words before and behind a line are looked for."""
LONGEST_HEAD = 120
"""Code points of a line of a running head."""
TITLE_LINES = 40
"""Lines at the beginning of a text, where its own symbol stands."""
FRONT = 2_500
"""Code points at the beginning of a text, where its title stands."""
# Matches “any  two”, not “any”.
SPACES = re.compile(r"\s+")
# Matches “Report of the meeting”, not “Chapter on”.
WORDS = re.compile(r"(?:[^\W\d_]{2,}\W+){2}[^\W\d_]{2,}")
# Matches “page 7”, not “seven”.
DIGITS = re.compile(r"\d+")


@dataclass(frozen=True, slots=True)
class Pages:
    """Which lines, by index, are page furniture, and which are lines of footnotes."""

    furniture: frozenset[int]
    notes: frozenset[int]


def text_lines(text: str) -> list[Line]:
    """The lines of a text, whatever ends them, and those whose breaks were lost; a byte order mark
    belongs to no line."""
    start = len(text) - len(text.removeprefix(BYTE_ORDER_MARK))
    lines: list[Line] = []
    for number, line in enumerate(text[start:].splitlines(keepends=True), 1):
        lines.append(Line(number, start, line.rstrip("\r\n\f\v\x1c\x1d\x1e\x85\u2028\u2029")))
        start += len(line)
    return list(with_breaks(lines))


def pages_of(text: str, lines: Sequence[Line]) -> Pages:
    """The page furniture and the footnotes of a text. Takes time in proportion to its length."""
    furniture = {*_certain(lines), *_small_numbers(lines), *_counting(lines)}
    furniture |= set(_running_heads(text, lines, furniture))
    notes = {*notes_of(text, lines, furniture), *note_runs(lines, furniture)}
    return Pages(frozenset(furniture), frozenset(notes))


def _certain(lines: Sequence[Line]) -> Iterator[int]:
    """Lines that are furniture by their looks; a symbol is, where it comes again."""
    symbols = Counter(map(_key, lines))
    seen: set[str] = set()
    for index, line in enumerate(lines):
        if not line.text.strip():
            continue
        looks = PAGE_NUMBER, PAGE_LINE, RULE, JOB_NUMBER, COMMENT
        if any(pattern.fullmatch(line.text) for pattern in looks):
            yield index
        elif SYMBOL.fullmatch(line.text):
            words = line.text.strip()
            is_own = words not in seen and " " not in words and _is_in_front(lines, index)
            seen.add(words)
            again = symbols[_key(line)] > 1 or _is_beside(lines, index)
            if again and not is_own:
                yield index
        elif HEAD.fullmatch(line.text) and _is_beside(lines, index):
            yield index


def _small_numbers(lines: Sequence[Line]) -> list[int]:
    """Small roman numbers of pages: two or more, each between blank lines, the one behind the other
    greater."""
    found = [i for i in _alone(lines) if SMALL_ROMAN.fullmatch(lines[i].text)]
    values = [roman_value(lines[i].text.strip()) for i in found]
    rises = all(one < other for one, other in pairwise(values))
    return found if len(found) > 1 and rises else []


def _counting(lines: Sequence[Line]) -> Iterator[int]:
    """Lines of several words that come again and again with a number that rises, and that stand in
    the middle of a sentence at least once: "Report of the meeting 3"."""
    found: dict[str, list[int]] = {}
    for index in _alone(lines):
        words = lines[index].text
        if len(words) <= LONGEST_HEAD and WORDS.search(words) and DIGITS.search(words):
            found.setdefault(_key(lines[index]), []).append(index)
    for indices in found.values():
        numbers = [[int(n) for n in DIGITS.findall(lines[i].text)] for i in indices]
        columns = zip(*numbers, strict=True)
        rises = any(all(a < b for a, b in pairwise(column)) for column in columns)
        if len(indices) > 2 and rises and any(_interrupts(lines, i) for i in indices):
            yield from indices


def _alone(lines: Sequence[Line]) -> Iterator[int]:
    """The lines with words between blank ones."""
    for index, line in enumerate(lines):
        around = [*lines[max(0, index - 1) : index], *lines[index + 1 : index + 2]]
        if line.text.strip() and not any(n.text.strip() for n in around):
            yield index


def _interrupts(lines: Sequence[Line], index: int) -> bool:
    """Whether the words before a line ask for more, and those behind it begin small."""
    around = lines[max(0, index - NEAR) : index][::-1], lines[index + 1 : index + NEAR]
    before, behind = (next((n.text.strip() for n in side if n.text.strip()), "") for side in around)
    return bool(before) and before[-1] not in ".:;!?" and behind[:1].islower()


def is_furniture(line: str) -> bool:
    """Whether a line looks like what stands at the edge of a page: a symbol or number of a job."""
    is_symbol = SYMBOL.fullmatch(line) and not line.rstrip().endswith(".")
    return bool(is_symbol or JOB_NUMBER.fullmatch(line) or PAGE_NUMBER.fullmatch(line))


def _is_in_front(lines: Sequence[Line], index: int) -> bool:
    """Whether a line stands where a title does, and not beside the number of a page."""
    return index < TITLE_LINES and not _is_beside(lines, index)


def _is_beside(lines: Sequence[Line], index: int) -> bool:
    """Whether the number of a page or of a print job stands right above or below a line."""
    around = lines[max(0, index - 1) : index + 2]
    return any(p.fullmatch(n.text) for n in around for p in (PAGE_NUMBER, JOB_NUMBER))


def _running_heads(text: str, lines: Sequence[Line], known: set[int]) -> Iterator[int]:
    """Lines beside furniture that stand beside it again and again, or that repeat the title."""
    front = SPACES.sub(" ", text[:FRONT]).lower()
    beside = [index for index in _beside(lines, known) if _may_be_head(lines[index])]
    counts = Counter(_key(lines[index]) for index in beside)
    for index in beside:
        line = lines[index]
        words = SPACES.sub(" ", line.text.strip()).lower()
        is_title = line.start > FRONT and len(words) >= 20 and words in front
        if counts[_key(line)] > 2 or (is_title and not words.endswith((".", ";"))):
            yield index


def _key(line: Line) -> str:
    return DIGITS.sub("0", SPACES.sub(" ", line.text)).strip().lower()


def _may_be_head(line: Line) -> bool:
    words = line.text.strip()
    begins = (words[:1].isupper() and not marks_of(words)) or ADDRESS.match(words)
    return bool(begins) and len(words) <= LONGEST_HEAD and not words.endswith((";", ",", ":"))


def _beside(lines: Sequence[Line], known: set[int]) -> Iterator[int]:
    """Lines next to furniture, before or behind, or next to such a line."""
    found: set[int] = set()
    for step in (1, -1):
        left = 0
        for index in range(len(lines))[::step]:
            if index in known:
                left = 3
            elif lines[index].text.strip():
                if left and index not in found:
                    found.add(index)
                left = max(0, left - 1)
    yield from sorted(found)
