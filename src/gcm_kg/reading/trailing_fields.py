"""Parts a recommendation from the fields behind it: “… Priority: High. Responsible: IOM.”"""

from __future__ import annotations

import re
from dataclasses import replace

from gcm_kg.reading.leaves import Leaf, trimmed

_FIELD = (
    r"(?=(?-i:[A-Z]))(?:priority|urgency|importance|responsib(?:le|ility)|lead|addressed to"
    r"|addressees?|action by|time ?(?:frame|line)|timing|deadline|due(?: date)?|target date|by when"
    r"|costs?|budget|partners?|status)\b[^:.;\n]{0,30}:\s"
)
# Matches “homes. Priority: high”, not “Set a priority: homes”.
PARTING = re.compile(rf"(?<=[.;)|])\s+(?={_FIELD})", re.I)
# Matches “high. Then”, not “12 May.”.
SENTENCE = re.compile(r"[a-z)]\. +[A-Z]")
FEWEST = 2
"""Fields that stand so; one alone may be words of a sentence."""


def start_of_fields(words: str, start: int, end: int) -> int | None:
    """Where the fields begin that stand behind a sentence, if nothing else stands there."""
    cuts = [match.end() for match in PARTING.finditer(words, start, end)]
    told = (words[cut:stop].strip() for cut, stop in zip(cuts, [*cuts[1:], end], strict=False))
    if len(cuts) < FEWEST or any(map(SENTENCE.search, told)):
        return None
    return cuts[0]


def without_fields(words: str, leaf: Leaf) -> list[Leaf]:
    """A leaf, and the fields behind it where it is a recommendation."""
    cut = start_of_fields(words, leaf.start, leaf.end) if leaf.asks else None
    if cut is None:
        return [leaf]
    rest = replace(leaf, begin=cut, start=cut, asks=False, mark=None, piece=True)
    return [replace(leaf, end=trimmed(words, cut)), rest]
