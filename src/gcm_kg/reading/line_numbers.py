"""Knows the numbers that begin lines of a text: those beside a number show whether it is one."""

from __future__ import annotations

import re
from collections.abc import Sequence

from gcm_kg.reading.lines import Line
from gcm_kg.reading.mark import Mark

# Begins “117. The” and “117.1 Ratify”, not “117 people”.
NUMBER = re.compile(r"\s*(?P<whole>\d{1,3})\.(?P<part>\d{1,3})?\.?\s*(?=\S|\Z)")

# Begins “(9) The Committee”, not “(9 people”.
BRACKETED = re.compile(r"\s*\((?P<whole>\d{1,3})\)\s+(?=[A-Z])")


# Matches “7.2 Train all children (Chile) (Fiji);”, not “7.2 Join the Convention (No. 189);”.
MADE = re.compile(r"\([^\W\d_][^()\d]*(?:\([^()]*\)[^()]*)?\)\s?[;.]\s*\Z")


class LineNumbers:
    """The numbers at the beginnings of some lines."""

    def __init__(self, lines: Sequence[Line]) -> None:
        found = filter(None, (NUMBER.match(line.text) for line in lines))
        self.known = {(int(m["whole"]), int(m["part"] or 0)) for m in found}
        bracketed = filter(None, (BRACKETED.match(line.text) for line in lines))
        self.bracketed = {int(m["whole"]) for m in bracketed}

    def is_sure(self, mark: Mark, line: Line, below: Line | None, *, leads: bool) -> bool:
        """Whether a number whose neighbours before it are missing is one of a paragraph or item: a
        capital follows it, on its line or ``below``, and the next number or its first part begins
        another line; or, for one such as 104.2, the words before lead over (``leads``), or its line
        ends with those who made it."""
        words = line.text[mark.length :].strip() or (below.text.strip() if below else "")
        if not words.lstrip('“"‘(')[:1].isupper():
            return False
        if mark.key == ("number", "."):
            return not self.known.isdisjoint(((mark.value + 1, 0), (mark.value, 1)))
        if mark.key == ("number", "()"):
            return mark.value + 1 in self.bracketed
        return mark.style == "dotted" and (leads or is_made(mark, line))

    def begin(self, mark: Mark, line: Line, below: Line | None, *, new: bool) -> bool:
        """Whether a number that is one of a list begins it although no words before lead over: it
        stands alone on its line, or its line says all, or it is 1 and ``new``, or 1 right above
        2."""
        if not line.text[mark.length :].strip() or is_made(mark, line):
            return True
        following = NUMBER.match(below.text) if below else None
        above_next = following is not None and following["whole"] == "2" and not following["part"]
        return mark.value == 1 and (new or above_next)


def is_made(mark: Mark, line: Line) -> bool:
    """Whether a line is a whole recommendation, from its number to those who made it."""
    return mark.style == "dotted" and MADE.search(line.text) is not None
