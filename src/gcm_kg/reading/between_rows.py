"""Tells what words above and between the rows of a table are: headings, sentences, an answer."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise

from gcm_kg.reading.legends import is_legend

# Matches “that enjoy the support of”, not “Support for families”.
ANSWER = re.compile(
    r"\b(?:accepted|supported|rejected|noted|enjoy(?:s|ed)?(?:\s+(?:the|its|full))?\s+support|not\s+enjoy"
    r"|(?:not|cannot)\s+(?:accept|support)|tak(?:es?|en)\s+note|to\s+be\s+examined"
    r"|(?:accept|support|endorse|reject|note|decline)s?\s+(?:(?:in\s+part|partially|partly|only)\s+)?"
    r"(?:the\s+)?following\s+recommendations?)\b",
    re.I,
)
LAST = 2
"""Lines right above a table that may say what is answered to its rows."""
# Matches “They were read.”, not “B. Noted”.
SENTENCE = re.compile(r"\w{3}[.;:]\W*\Z|\w{3}\. +[A-Z]")

# Is “3 recommendations”, not “12.3 Train”.
NUMBER = re.compile(r"[\d\s.,]+%?|\d+ (?!per\b)[a-z]+(?: [a-z]+)?")
# Begins “Total: 4” and “Source: own count”, not “Count all”.
OF_THE_TABLE = re.compile(
    r"\W*(?:(?:sub-?|grand )?total|sum|count|source|notes?|legend|key|abbreviations)\b"
    r"(?:(?:\s[^:]{0,40})?:|\s*[=\d]|\s*\Z)"
    r"|\W*(?:(?:sub-?|grand )?total)(?: (?:number|of|recommendations|accepted|supported|noted"
    r"|rejected|received|made|pending|not|examined)\b){1,5}(?:\s*\([A-Z]{1,2}\))?\s*\Z"
    r"|\W*(?:as of|(?:last )?updated?|compiled|prepared by)\b.{0,60}\Z|\*+\s?\w|©",
    re.I,
)
"""What a row below a table says of it."""
# Begins “Theme: Migrants”, not “Theme parks should pay”.
NAMED = re.compile(
    r"\W*(?:(?:sub-?)?themes?|thematic areas?|clusters?|topics?|sections?|categor(?:y|ies)|issues?)"
    r"(?:\s+(?:[A-Z]|\d{1,2}|[IVX]{1,4}))?(?:\s*:|\s+[–—-])\s*[^.;]{1,80}\Z",
    re.I,
)
LONGEST_HEADING = 80
"""Code points of a heading of rows that stands in the column of recommendations."""

Rows = Mapping[int, Mapping[int, str]]
"""The words of the cells below the head, by row and column, in order."""


def answer_in(text: str, places: Sequence[tuple[int, int]]) -> tuple[int, int] | None:
    """The last of some places whose words say what the addressee answers to the rows below."""
    return next((place for place in reversed(places) if ANSWER.search(text, *place)), None)


def are_sentences(words: str) -> bool:
    """Whether words are sentences, and no heading."""
    return bool(SENTENCE.search(words))


def heads_among(body: Rows, columns: Sequence[int]) -> set[int]:
    """The rows with nothing but words in the column of recommendations that are headings of those
    below: the first row of all is one, all are short and no sentences, and more rows say more; or
    those that say so themselves."""
    alone = {row: x for row, x in body.items() if len(x) == 1 and next(iter(x)) in columns}
    words = [next(iter(cells.values())) for cells in alone.values()]
    short = all(len(w) <= LONGEST_HEADING and not are_sentences(w) for w in words)
    first = next(iter(body), 0) in alone
    if first and short and len(alone) < len(body) - len(alone):
        return set(alone)
    named = {row for row, cells in alone.items() if NAMED.match(next(iter(cells.values())))}
    return named if len(named) < len(body) - len(named) else set()


def heads_before(body: Rows, columns: Sequence[int], headings: Mapping[int, str]) -> set[int]:
    """The rows with nothing but a few words in the column of recommendations, below which the head
    of the table comes again."""
    alone = {
        row
        for row, x in body.items()
        if set(x) <= set(columns) and not any(map(are_sentences, x.values()))
    }
    return {row for row, below in pairwise(body) if row in alone and body[below] == headings}


def heads_by_number(
    body: Rows, columns: Sequence[int], beside: Sequence[int], numbers: Mapping[int, str]
) -> set[int]:
    """The rows with nothing but a number and a few words, below which rows have numbers within
    theirs, and cells in other columns: “1 Protection” above “1.1 Train nurses”."""
    found = set[int]()
    for row, below in pairwise(body):
        own, inner = numbers.get(row, ""), numbers.get(below, "")
        words = {x for c, x in body[row].items() if c not in beside}
        short = len(words) == 1 and not are_sentences(next(iter(words)))
        is_all = set(columns) & set(body[row]) and len(set(body[below].values())) > 2
        if own and inner.startswith(f"{own}.") and short and is_all:
            found.add(row)
    return found


def feet_among(body: Rows) -> Iterator[int]:
    """The last rows that say something of the table: of one cell each beside numbers, or what
    codes stand for."""
    for row in reversed(list(body)):
        words = {each for each in body[row].values() if not NUMBER.fullmatch(each)}
        said = len(words) == 1 and OF_THE_TABLE.match(next(iter(words)))
        if not said and not is_legend("\t".join(dict.fromkeys(body[row].values()))):
            return
        yield row
