"""The forms in which an English word is looked for: irregular ones, and other spellings."""

from __future__ import annotations

import re
import tomllib
from functools import cache
from itertools import product
from pathlib import Path

from gcm_kg.text.spelling import spellings

MOST_FORMS = 16
"""Forms of one word or phrase that are looked for."""
# Matches “policewoman”, not “humane”.
MAN = re.compile(r"(?<=[a-z])(?P<sex>wom|m)(?P<number>a|e)n\b")
REGULAR = frozenset(
    "german roman human norman ottoman shaman talisman abdomen specimen omen".split()
)
"""Words that end in "man" or "men" and are none."""
# Matches “child”, not “ - ”.
WORD = re.compile(r"\w+")


@cache
def _tables() -> tuple[dict[str, tuple[str, ...]], list[tuple[re.Pattern[str], str]]]:
    """The forms of irregular words by each of them, and patterns of spelling."""
    loaded = tomllib.loads(Path(__file__).with_suffix(".toml").read_text("utf-8"))
    groups: dict[str, tuple[str, ...]] = {}
    for line in (*loaded["nouns"], *loaded["verbs"]):
        for word in line.split():
            groups[word] = (*groups.get(word, ()), *line.split())
    patterns = [(re.compile(p, re.IGNORECASE), other) for p, other in loaded["spellings"].items()]
    return groups, patterns


def forms(text: str) -> list[str]:
    """A word or phrase as it is, in its irregular forms ("child" for "children", "took" for
    "take"), and as it may be spelt otherwise ("panelist" for "panellist"); at most MOST_FORMS.

    What a rule makes may be no word: it is looked for in vain. Regular forms are left to stems.
    """
    known, patterns = _tables()
    found = dict.fromkeys([text])
    for word in WORD.findall(text.lower()):
        others = [other for other in known.get(word, _of_man(word)) if other != word]
        for one, other in product(list(found), others):
            found[re.sub(rf"(?i)\b{re.escape(word)}\b", other, one)] = None
    for one in list(found):
        found |= dict.fromkeys(spellings(one))
        for pattern, other in patterns:
            found[pattern.sub(other, one)] = None
    return list(found)[:MOST_FORMS]


def _of_man(word: str) -> tuple[str, ...]:
    """Men and women, also in compounds: "policewoman", "chairmen"."""
    if word in ("man", "men", "woman", "women"):
        return (word.replace("en", "an") if word.endswith("en") else word[:-2] + "en",)
    if MAN.search(word) and word not in REGULAR:
        number = "e" if word.endswith("an") else "a"
        return (MAN.sub(lambda match: f"{match['sex']}{number}n", word),)
    if word.endswith(("child", "children")) and len(word) > 8:
        return (f"{word}ren",) if word.endswith("child") else (word[:-3],)
    return ()
