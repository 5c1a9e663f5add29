"""Verbs of saying that are an adjective behind a form of “be” or “remain”: “was deeply concerned”.

Each goes with words of degree and denial, and eight forms of its verb. They are parted here, so
that the pattern of verbs of saying has each adjective once: with all of them it had ten thousand
phrases, and took longer to be made than a document to be read.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from gcm_kg.extraction.reporting_phrases import AFFIRM, DENY
from gcm_kg.text.alternatives import alternatives

VERBS = ("is", "are", "was", "were", "been", "remain", "remains", "remained")
DEGREES = ("deeply", "seriously", "gravely", "particularly", "also", "further", "still", "very")
"""Between such a verb and what it says: "is deeply concerned"."""
VERB, DEGREE = (rf"(?:{'|'.join(words)})" for words in (VERBS, DEGREES))
# Begins “was not deeply concerned”, not “had been deeply concerned”.
BEFORE = re.compile(rf"(?P<verb>{VERB}) (?P<denied>not )?(?:{DEGREE} )?(?=\w)")


class PredicateAdjectives:
    """Those among some verbs of saying, given in all forms with their speech acts; all folded."""

    def __init__(self, forms: Mapping[str, str]) -> None:
        parted = [(*form.partition(" ")[::2], act) for form, act in forms.items()]
        self.acts = {adjective: act for verb, adjective, act in parted if verb in VERBS}
        self.pattern = rf"{VERB} (?:not )?(?:{DEGREE} )?{alternatives(self.acts)}"

    def act(self, words: str) -> str:
        """The speech act of a verb with its adjective; empty for what is none."""
        before = BEFORE.match(words)
        if before is None:
            return ""
        known = self.acts.get(words[before.end("verb") + 1 :])
        if known is None and (act := self.acts.get(words[before.end() :])):
            known = _denied(act) if before["denied"] else act
        return known or ""

    def openings(self) -> dict[str, str]:
        """The adjectives alone, with words of degree and denial, with which a paragraph of a
        resolution begins: “Deeply concerned”, “Not convinced”."""
        degrees = ("", *(f"{degree} " for degree in DEGREES))
        found = {
            f"{denial}{degree}{adjective}": _denied(act) if denial else act
            for adjective, act in self.acts.items()
            for denial in ("", "not ")
            for degree in degrees
        }
        return found | self.acts


def _denied(act: str) -> str:
    return AFFIRM if act == DENY else DENY
