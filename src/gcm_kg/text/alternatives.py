"""One pattern for many phrases."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable

LETTERS = 2
"""First letters by which phrases are told apart before they are tried one after the other."""


def alternatives(phrases: Iterable[str]) -> str:
    """A pattern, without groups that are counted, of any of some phrases; the longest wins.

    Phrases with the same first letters stand together, so that few are tried in one place of a
    text. With no phrase, it matches nothing.
    """
    return _pattern(set(phrases), LETTERS) or r"(?!)"


def _pattern(phrases: set[str], letters: int) -> str:
    if letters == 0 or len(phrases) == 1:
        longest_first = sorted(phrases, key=lambda phrase: (-len(phrase), phrase))
        branches = [re.escape(phrase) for phrase in longest_first]
    else:
        below: defaultdict[str, set[str]] = defaultdict(set)
        for phrase in phrases:
            below[phrase[:1]].add(phrase[1:])
        end = [""] if below.pop("", None) else []
        branches = [re.escape(c) + _pattern(below[c], letters - 1) for c in sorted(below)] + end
    return branches[0] if len(branches) == 1 else f"(?:{'|'.join(branches)})" if branches else ""
