"""Where the verb stands in a recommendation that opens with none that is known."""

from __future__ import annotations

import re
from collections.abc import Mapping

from gcm_kg.extraction.strengths import FIRST_WORD
from gcm_kg.model.document import Part
from gcm_kg.text.folding import Folded

# Begins “the office should move all”, not “the office should be moved”.
MODAL = re.compile(
    r"[^.;:]*?\b(?:should|must|shall|ought to|needs? to) (?:(?:also|\w+ly) )*"
    r"(?P<verb>(?!be\b(?! (?:an?|the|part|one)\b))[a-z-]+)\b"
)
"""Who should do what, in a folded text."""
# Begins “explicitly prohibit”, not “apply”.
ADVERB = re.compile(r"\A(?!early\b)\w+ly (?=\w)")

CONTINUE = ("continue", "proceed", "persevere", "carry on", "go ahead", "press ahead", "go on")
"""Verbs whose object stands behind "with"."""


def first_word(words: Folded, part: Part) -> tuple[int, int] | None:
    """The place of the first word of a part, in the source."""
    return _placed(words, part, FIRST_WORD.search(words.text), 0)


def modal_verb(words: Folded, part: Part) -> tuple[int, int] | None:
    """The place of the verb that says what somebody should do: before it stands who should."""
    return _placed(words, part, MODAL.match(words.text), "verb")


def _placed(
    words: Folded, part: Part, found: re.Match[str] | None, group: int | str
) -> tuple[int, int] | None:
    if not found:
        return None
    low, high = words.span(*found.span(group))
    return part.start + low, part.start + high


def bare(verb: str) -> str:
    """A verb without the adverb before it: "explicitly prohibit"."""
    return ADVERB.sub("", verb)


def longest_cue(cues: Mapping[str, str], verb: str, text: str, low: int) -> str | None:
    """What the cue says that begins with a verb at a place of folded text: one that goes on as the
    text does, "review progress", before the verb alone."""
    longer = (cue for cue in cues if cue.startswith(f"{verb} ") and text.startswith(cue, low))
    return cues.get(max(longer, key=len, default=verb))


def behind_with(text: str, verb: str, end: int) -> int:
    """Where the object of a verb that ends at a place of folded text begins: "continue with"."""
    return end + len(" with") if verb in CONTINUE and text.startswith(" with ", end) else end
