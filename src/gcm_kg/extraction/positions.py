"""Finds the one position that words say: accepted, noted, under examination."""

from __future__ import annotations

import re

from gcm_kg.extraction.gazetteer import Finder
from gcm_kg.model.vocabulary import POSITIVE, Label, Vocabulary
from gcm_kg.rdf.namespaces import BASE
from gcm_kg.text.folding import fold, folded

# Matches “not in a position to ”, “was unable to ” and “No ”, not “No. 5 ” and “not only ”.
DENIAL = re.compile(
    r"\b(?:not(?! only)|cannot|\w+n['’]t|no(?!\.)|none|never|neither|nor|unable|without|"
    r"declin\w+|refus\w+|fail\w*|hardly)\b(?:(?!\b(?:but|while|whereas|however)\b)[^.;:]){0,60}\Z",
    re.I,
)
REACH = 80
"""Code points before a word in which it may be denied; a label that holds its own denial, such as
"did not accept", begins with it."""
NOTED, OPEN = BASE + "position/noted", BASE + "position/under-examination"
"""What a State says of recommendations before it answers, and what a report says until then."""
# Matches “; all others will be examined”, not “; these will be examined”.
OTHERS = re.compile(r"\b(?:others?|remaining|rest|some|latter|former)\b", re.I)
Found = tuple[str, int, int]
"""An IRI with its place in a stretch: code points from the start of the stretch."""
# Matches “ ”, “-” and the star of “Noted*”, not “/”.
_NO_LETTERS = re.compile(r"[^\w/]+|\d+$")


class Positions:
    """Holds the words of positions."""

    def __init__(self, vocabulary: Vocabulary) -> None:
        labels = [
            Label(text, entity, "positions")
            for entity in vocabulary.of_kind("Position")
            for predicate in POSITIVE
            for text in vocabulary.get(entity, predicate)
        ]
        self._finder = Finder(labels)
        self._joined = {_joined(label.text): label.entity for label in labels}

    def said(self, words: str) -> tuple[Found, ...]:
        """The place of the one position of a stretch; nothing where there is more than one, or
        where it is denied. What is noted now and answered later is open. A narrow cell may break
        its one word: “Supported/No ted”."""
        matches = self._finder.find(words, fold(words), [(0, len(words))])
        found = tuple((m.label.entity, m.start, m.end) for m in matches if not m.label.negative)
        joined = _joined(words)
        if joined in self._joined and all(_joined(words[a:b]) != joined for _, a, b in found):
            return ((self._joined[joined], 0, len(words)),)
        denied = any(_is_denied(words, start) for _, start, _ in found)
        said = {entity for entity, *_ in found}
        if said == {NOTED, OPEN} and not OTHERS.search(words):
            found, said = tuple(each for each in found if each[0] == OPEN), {OPEN}
        return found[:1] if len(said) == 1 and not denied else ()


def _joined(words: str) -> str:
    """Words without what stands between their letters."""
    return _NO_LETTERS.sub("", folded(words))


def _is_denied(words: str, start: int) -> bool:
    """Whether what stands before a word of a position denies it, in its clause."""
    return DENIAL.search(words, max(0, start - REACH), start) is not None
