"""Folds text for comparison and remembers where every character came from."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from operator import add
from unicodedata import normalize

from gcm_kg.text.layout import PAGE_BREAK

HYPHENS = "-\u00ad\u2010\u2011"
UNSEEN = "\u200b\u2060\ufeff"
"""Characters that have no width: where words may or may not be parted, byte order marks."""
FOOTNOTES = "¹²³⁰⁴-⁹†‡"
"""Raised digits and daggers, which mark footnotes."""
MARKS = rf"(?:[{HYPHENS}{UNSEEN}{FOOTNOTES}*]|</?u>)"
# Matches “gender-⏎sensitive”, not “gender sensitive”.
CHANGED = re.compile(
    # with what each of these begins: most places are passed over at one look
    rf"(?=[{HYPHENS}{UNSEEN}{FOOTNOTES}*<\[ﬀ-ﬆ\u0300-\u036f]|\s\s|[^\S ])"
    rf"(?:(?P<page>{PAGE_BREAK})"  # a page number inside running text
    rf"|(?<=\s){MARKS}+\s+"  # marks that stand alone: the space before them is enough
    rf"|[{HYPHENS}](?:{PAGE_BREAK}|[^\S\n]*\n\s*)?"  # a hyphen, and the break that it bridges
    rf"|{MARKS}"  # markup of the source
    r"|(?<=[\w.,;)])\[\d{1,3}\]"  # the number of a footnote
    r"|(?P<ligature>[ﬀ-ﬆ])"  # several letters of one code point
    r"|(?<=[^\W\d_])(?P<marks>[\u0300-\u036f]+)"  # marks above the letter before them
    r"|(?P<space>(?: \s|[^\S ])\s*))"  # white space other than one space
)
ALIKE = str.maketrans("‘’`´ʼ′“”ς", "'" * 6 + '""σ')
"""Quotes become straight, and the sigma at the end of a word is one inside it."""


@dataclass(frozen=True, slots=True)
class Folded:
    """Folded text. ``source(i)`` is the code point offset in the source of folded character i."""

    text: str
    _starts: tuple[int, ...]
    _shifts: tuple[int, ...]
    _sources: tuple[int, ...]
    _ends: Mapping[int, int]

    @property
    def is_unchanged(self) -> bool:
        """Whether every character stands where it stood in the source."""
        return len(self._starts) == 1

    def source(self, index: int) -> int:
        """The offset in the source of the folded character at ``index``."""
        return index + self._shifts[bisect_right(self._starts, index) - 1]

    def index(self, position: int) -> int:
        """The first place of the folded text that comes from ``position`` of the source or after.

        It is the length of the folded text where nothing does.
        """
        run = bisect_right(self._sources, position)
        here = position - self._shifts[run - 1]
        return min(here, self._starts[run] if run < len(self._starts) else len(self.text))

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Start and end in the source of a non-empty stretch of folded text."""
        return self.source(start), self._ends.get(end - 1, self.source(end - 1) + 1)


def fold(text: str) -> Folded:
    """Lower case, straight quotes, single spaces, no hyphens and no markup.

    White space of any kind and page numbers between blank lines become one space; a hyphen is
    dropped, with the line break behind it, so that "gender-sensitive", "gendersensitive" and
    "gender-⏎sensitive" are equal. A ligature is its letters, which all come from its place; the
    raised digit of a footnote is dropped. A letter and the marks above it are one letter where
    Unicode has one (NFC, Unicode Standard Annex 15).
    """
    if not CHANGED.search(text):
        return Folded(_plain(text), (0,), (0,), (0,), {})
    pieces: list[str] = []
    starts, shifts, ends = [0], [0], dict[int, int]()
    position = length = 0
    for match in CHANGED.finditer(text):
        start, end = match.span()
        start -= match.lastgroup == "marks"
        instead = _instead(text[start:end], match.lastgroup)
        if match.lastgroup == "marks":
            if len(instead) > 1 or start < position:
                continue
            ends[length + start - position] = end
        pieces += (text[position:start], instead)
        length += start - position
        for _ in instead[1:]:
            length += 1
            starts.append(length)
            shifts.append(start - length)
        length += len(instead[:1])
        position = end
        starts.append(length)
        shifts.append(position - length)
    pieces.append(text[position:])
    sources = tuple(map(add, starts, shifts))
    return Folded(_plain("".join(pieces)), tuple(starts), tuple(shifts), sources, ends)


def _instead(changed: str, group: str | None) -> str:
    """What stands in the folded text for what is changed, by the group that found it."""
    if group == "ligature":
        return normalize("NFKC", changed)
    if group == "marks":
        return normalize("NFC", changed)
    return " " if group else ""


@lru_cache(maxsize=100_000)
def folded(text: str) -> str:
    """The folded form of a label, without spaces at its ends."""
    return fold(text).text.strip()


def _plain(text: str) -> str:
    """Lower case of the same length, with alike characters made one: "İ" is the one character
    that would become two."""
    if text.isascii():
        return text.lower().replace("`", "'")
    return text.replace("İ", "i").lower().translate(ALIKE)
