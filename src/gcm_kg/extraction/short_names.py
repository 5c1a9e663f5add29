"""Short names that a document gives to bodies: behind “Committee on Ports (COP)” “COP” names it.

The rule is described in data/vocabulary/rules.ttl.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from functools import cached_property
from itertools import chain

from gcm_kg.extraction.gazetteer import Finder
from gcm_kg.extraction.mentions import MentionIndex
from gcm_kg.text.folding import fold

# Begins “ (CPT)”, not “ (in Lima)”.
BRACKET = re.compile(
    r"\s*\(\s*(?:(?:the|hereinafter|hereafter)\s+)*[\"“‘']?(?P<short>[A-Z][A-Za-z]{0,8}[A-Z])[\"”’']?\s*\)"
)
# Begins “Prevention”, not “against”.
CAPITAL = re.compile(r"\b[A-Z]")


# Is “CPT”, not “Togo”.
SHORT = re.compile(r"(?<![\w-])[A-Z][A-Za-z]{0,8}[A-Z](?![\w-])")
# Matches “(CPT)”, not “(Lima)”.
OPENED = re.compile(r"\(\s*(?:the\s+)?[\"“‘']?[A-Z][A-Za-z]{0,8}[A-Z][\"”’']?\s*\)")
LONGEST_NAME = 200
"""Code points before a bracket in which the name of a body begins."""


def short_names(text: str, names: Iterable[tuple[int, int, str]]) -> dict[str, str]:
    """What short names stand for, by the names before their brackets: places and IRIs. The letters
    of a short name begin words of the name, in order; one that stands for several names none."""
    found: defaultdict[str, set[str]] = defaultdict(set)
    for start, end, entity in names:
        match = BRACKET.match(text, end)
        if match and _shortens(match["short"], text[start:end]):
            found[match["short"]].add(entity)
    return {short: min(each) for short, each in found.items() if len(each) == 1}


def _shortens(short: str, name: str) -> bool:
    initials = iter(CAPITAL.findall(name))
    return all(letter in initials for letter in short if letter.isupper())


class Shortened:
    """The short names of bodies in a text, which are looked for when one is asked for first."""

    def __init__(self, text: str, bodies: Finder) -> None:
        self.text, self.bodies = text, bodies

    def in_words(self, words: str) -> tuple[tuple[str, int, int], ...]:
        """What the short names in some words stand for: IRIs with their places in the words."""
        found = [(match, self._known.get(match[0])) for match in SHORT.finditer(words)]
        return tuple((entity, *match.span()) for match, entity in found if entity)

    @cached_property
    def _known(self) -> dict[str, str]:
        brackets = (m.start() for m in OPENED.finditer(self.text))
        windows = ((max(0, at - LONGEST_NAME), at) for at in brackets)
        return short_names(self.text, chain.from_iterable(self._named(*w) for w in windows))

    def _named(self, start: int, end: int) -> Iterator[tuple[int, int, str]]:
        """The bodies whose names end where a bracket begins."""
        words = self.text[start:end]
        for match in self.bodies.find(words, fold(words), [(0, len(words))]):
            if not match.label.negative and not words[match.end :].strip():
                yield start + match.start, start + match.end, match.label.entity


def name_short_names(found: MentionIndex) -> None:
    """Names the bodies for which short names of the document stand, where these name nothing."""
    vocabulary = found.vocabulary
    names = [
        (mention.start, mention.end, mention.entities[0])
        for mention in found.all()
        if mention.layer == "names" and len(mention.entities) == 1
    ]
    bodies = [
        each for each in names
        if vocabulary.is_a(each[2], "Actor") and not vocabulary.is_a(each[2], "State")
    ]  # fmt: skip
    for short, entity in short_names(found.text, bodies).items():
        pattern = re.compile(rf"(?<![\w-]){short}(?![\w-])")
        for leaf in found.leaves:
            for match in pattern.finditer(found.text, leaf.start, leaf.end):
                if found.is_free("names", *match.span()):
                    found.add(match.span(), (entity,), "names", "short-name")
