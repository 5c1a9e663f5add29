"""The forms of English words: singular and plural, British and American."""

from __future__ import annotations

import re
import tomllib
from functools import lru_cache
from pathlib import Path

_WORDS = tomllib.loads(Path(__file__).with_suffix(".toml").read_text("utf-8"))
IRREGULAR: dict[str, str] = {**_WORDS["plurals"], **_WORDS["american"]}
"""Plurals and British spellings that no rule below covers."""
ENDINGS = [(re.compile(pattern), other) for pattern, other in _WORDS["endings"].items()]
ALTERNATIVES = [
    (re.compile(p, re.IGNORECASE), other) for p, other in _WORDS["alternatives"].items()
]
SHORTEST_SPELLED = 7
"""Letters of a word that may have two spellings: "advise" and "wise" have one."""
MOST_SPELLINGS = 8


@lru_cache(maxsize=200_000)
def stem(word: str) -> str:
    """A word of small letters in the singular and in American spelling.

    The plural is taken away by the rules of the "S" stemmer (D. Harman, "How effective is
    suffixing?", JASIS 42(1), 1991), which leaves derived words apart: "migrants" and "migration".
    """
    singular = _singular(word)
    word = IRREGULAR.get(singular, singular)
    if len(word) >= SHORTEST_SPELLED:
        for pattern, replacement in ENDINGS:
            word = pattern.sub(replacement, word)
    return word


def _singular(word: str) -> str:
    if word in IRREGULAR or len(word) < 4 or not word.endswith("s"):
        return IRREGULAR.get(word, word)
    if word.endswith("ies") and word[-4] not in "ae":
        return word[:-3] + "y"
    if word.endswith(("sses", "xes", "ches", "shes")):
        return word[:-2]
    if word.endswith(("us", "ss", "is")):
        return word
    return word[:-1]


def spellings(text: str) -> list[str]:
    """A word or phrase as it is, and as it may be spelt otherwise; at most MOST_SPELLINGS."""
    found = {text: None}
    for pattern, other in ALTERNATIVES:
        found |= {pattern.sub(other, one): None for one in found}
    return list(found)[:MOST_SPELLINGS]
