"""The patterns of words that a vocabulary gives with what may vary in them.

… stands for some words of the same clause, (a|b) for one of several, (|all) for one that may be
left out, send+ for the forms of the verb; each word for its spellings too.
"""

from __future__ import annotations

import re
from functools import cache
from itertools import product
from typing import NamedTuple

from gcm_kg.text.folding import folded
from gcm_kg.text.spelling import renderings
from gcm_kg.text.verb_forms import participle_in_ing, reporting_forms

GAP = "…"
BETWEEN = r"\b[^.;:!?]{0,70}?\b"
# Is “(victims|survivors)”, not “victims”.
CHOICE = re.compile(r"\(([^)]*)\)")
# Is “send+”, not “send”.
VERB = re.compile(r"([a-z-]+)\+")


class Wording(NamedTuple):
    """A pattern of words in folded text, and sets of which each has one in it."""

    text: str
    needed: list[tuple[str, ...]]

    @property
    def pattern(self) -> re.Pattern[str]:
        """The pattern, compiled when it is first asked for: of hundreds, a document needs some."""
        return _compiled(self.text)


def wording(cue: str) -> Wording:
    """The defining words as a pattern."""
    pieces, needed = [], []
    for piece in _with_forms(cue).split(GAP):
        choices = _choices(piece)
        needed += choices
        pieces.append(_in_a_row(choices))
    return Wording(rf"\b{BETWEEN.join(pieces)}\b", needed)


@cache
def _compiled(text: str) -> re.Pattern[str]:
    return re.compile(text)


def _in_a_row(choices: list[tuple[str, ...]]) -> str:
    """The pattern of words one behind the other, of which those with an empty choice may be left
    out, but the last."""
    *before, last = [(f"(?:{'|'.join(map(re.escape, filter(None, c)))})", "" in c) for c in choices]
    row = "".join(f"(?:{words} )?" if optional else f"{words} " for words, optional in before)
    return row + last[0]


def unfolded(words: str) -> str:
    """The pattern, without …, of such words in a text as it is, whose lines may break between
    them; it is to be compiled so that capitals do not count."""
    patterns = (
        "|".join(r"\s+".join(map(re.escape, way.split())) for way in ways)
        for ways in alternatives_of(words)
    )
    return r"\s+".join(f"(?:{pattern})" for pattern in patterns)


def alternatives_of(words: str) -> list[tuple[str, ...]]:
    """What may stand in each place of such words without …, folded, in their order."""
    return _choices(_with_forms(words))


def spelled_out(words: str) -> list[str]:
    """The ways in which words with choices may stand, in their order: "in (|full) accord" is two
    of them. An empty choice leaves its place out."""
    pieces = CHOICE.split(words)
    ways = product(*(p.split("|") if place % 2 else (p,) for place, p in enumerate(pieces)))
    return [" ".join("".join(way).split()) for way in ways]


def _choices(piece: str) -> list[tuple[str, ...]]:
    """What may stand in each place of words without …, in their order."""
    return [_spelt(part) for part in CHOICE.split(piece) if part.strip()]


def _spelt(choice: str) -> tuple[str, ...]:
    """What may stand in one place, folded, in each spelling."""
    spelt = (folded(text) for words in choice.split("|") for text in renderings(words.strip()))
    return tuple(dict.fromkeys(spelt))


def _with_forms(cue: str) -> str:
    """The cue with the forms of each verb that has a + behind it."""

    def in_choice(match: re.Match[str]) -> str:
        return f"({'|'.join(form for words in match[1].split('|') for form in _forms(words))})"

    whole = CHOICE.sub(in_choice, cue)
    return VERB.sub(lambda verb: f"({'|'.join(_forms(verb[0]))})", whole)


def _forms(words: str) -> list[str]:
    verb = VERB.search(words)
    if not verb:
        return [words]
    forms = dict.fromkeys([*reporting_forms(verb[1]), participle_in_ing(verb[1])])
    return [words.replace(verb[0], form) for form in forms]
