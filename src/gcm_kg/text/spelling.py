"""The forms of English words: singular and plural, British and American."""

from __future__ import annotations

import re
import tomllib
from functools import lru_cache
from pathlib import Path
from unicodedata import category, normalize

_WORDS = tomllib.loads(Path(__file__).with_suffix(".toml").read_text("utf-8"))
IRREGULAR: dict[str, str] = {**_WORDS["plurals"], **_WORDS["american"]}
"""Plurals and British spellings that no rule below covers."""
AMERICAN: dict[str, str] = _WORDS["american"]
BRITISH = {american: british for british, american in AMERICAN.items()}
ENDINGS = [(re.compile(pattern), other) for pattern, other in _WORDS["endings"].items()]
ALTERNATIVES = [
    (re.compile(p, re.IGNORECASE), other) for p, other in _WORDS["alternatives"].items()
]
SHORTEST_SPELLED = 7
"""Letters of a word that may have two spellings: "advise" and "wise" have one."""
MOST_SPELLINGS = 8
# Matches “Guinea-Bissau”, not “gender-based”.
NAME_HYPHEN = re.compile(r"(?<=\w)-(?=[A-Z])")
# Matches “labour” and “Organisation”, not “-”.
LETTERS = re.compile(r"[A-Za-z]{4,}")
# Matches “organisation” and “organizes”, not “list”.
S_OR_Z = re.compile(r"(?<=[a-z]{3})i(?P<letter>[sz])(?=(?:e[drs]?|ers|ing|ations?)$)")


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


def renderings(name: str) -> list[str]:
    """A name as it is, and the other ways in which it may be written; itself first.

    Words in British and in American spelling; letters without their accents, and with accents as
    code points of their own; a space instead of a hyphen before a capital.
    """
    found = {name: None, LETTERS.sub(_american, name): None, LETTERS.sub(_british, name): None}
    if not name.isascii():
        apart = normalize("NFD", name)
        plain = "".join(c for c in apart if category(c) != "Mn")
        found |= {normalize("NFC", name): None, apart: None, plain: None}
    found |= {NAME_HYPHEN.sub(" ", one): None for one in found if "-" in one}
    return list(found)


def _american(word: re.Match[str]) -> str:
    return _spelt(word[0], "z")


def _british(word: re.Match[str]) -> str:
    return _spelt(word[0], "s")


@lru_cache(maxsize=200_000)
def _spelt(word: str, letter: str) -> str:
    """A word in American spelling (z) or in British (s)."""
    others = AMERICAN if letter == "z" else BRITISH
    bare = word.lower().removesuffix("s")
    if bare in others:
        return word[0] + others[bare][1:] + ("s" if word.lower() != bare else "")
    if len(word) < SHORTEST_SPELLED:
        return word
    return S_OR_Z.sub(f"i{letter}", word)
