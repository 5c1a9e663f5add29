"""Acronyms to which a document gives another meaning: behind “Fiji Coast Council (FCC)” that of
the vocabulary is not meant.

The rule is described with that of short names in data/vocabulary/rules.ttl.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from gcm_kg.extraction.mentions import MentionIndex
from gcm_kg.extraction.short_names import BRACKET
from gcm_kg.model.document import Part
from gcm_kg.model.statements import Mention
from gcm_kg.model.vocabulary import POSITIVE

# Is “Women’s”, not “1951”.
WORD = re.compile(r"[^\W\d_][\w’'-]*")
# Is “convention”, not “club”.
INSTRUMENT = re.compile(
    r"(?:convention|covenant|protocol|treaty|charter|statute|declaration|compact|agreement)s?"
)
PREPOSITIONS = ("of", "on", "for", "against", "to", "in", "de")
SMALL = frozenset("of the and for on in to against with by a an from at de la du des et".split())
"""Words whose first letters may be left out of an acronym."""
REACH = 160
"""Code points before a bracket in which what it shortens begins."""
STEM = 5
"""First letters by which words are compared: "organization" is "organisation"."""
SAME = 0.6
"""The share of its words that a name has of a label, from which on it is another form of it, or
one with a mistake."""
FEW = 3
"""Words of a name that is another one if a single word differs: “World Herders Organization”."""


def drop_other_meanings(found: MentionIndex) -> None:
    """Takes back what acronyms name for which a document spells out something else; in a table,
    whose rows are of many hands, in the same row."""
    for leaf in found.leaves:
        for match in BRACKET.finditer(found.text, leaf.start, leaf.end):
            low = max(leaf.start, match.start() - REACH)
            start = _spelt_from(found.text[low : match.start()], match["short"])
            if start is not None:
                _drop(found, match["short"], (low + start, match.start()), leaf)


def _spelt_from(before: str, short: str) -> int | None:
    """Where the words begin whose first letters an acronym behind them has; None if it has not."""
    letters = list(short.lower())
    for word in reversed([*WORD.finditer(before)]):
        if word[0][0].lower() == letters[-1]:
            letters.pop()
        elif word[0].lower() not in SMALL:
            return None
        if not letters:
            return word.start()
    return None


def _drop(found: MentionIndex, short: str, name: tuple[int, int], leaf: Part) -> None:
    scope = (leaf,) if found.document.outside else found.leaves
    here = (m for m in found.between(*name) if m.layer == "names" and (m.start, m.end) == name)
    known = next((mention.entities for mention in here), ())
    words = found.text[slice(*name)]
    for mention in _of_acronym(found, short, scope):
        if mention.entities != known and not _is_label(found, words, mention):
            found.remove(mention)
            maker = "short-name" if known else "unknown-name"
            found.add((mention.start, mention.end), known, "names", maker)


def _of_acronym(found: MentionIndex, short: str, scope: Iterable[Part]) -> Iterator[Mention]:
    for leaf in scope:
        for mention in found.inside(leaf.start, leaf.end):
            named = mention.layer == "names" and mention.entities
            if named and found.text[mention.start : mention.end] == short:
                yield mention


def _is_label(found: MentionIndex, words: str, mention: Mention) -> bool:
    """Whether words are a label of what an acronym names, or most of them and the noun are."""
    labels = (
        label
        for entity in mention.entities
        for kind in POSITIVE
        for label in found.vocabulary.get(entity, kind)
        if " " in label
    )
    mine = _stems(words)
    least = len(mine) if len(mine) <= FEW else SAME * len(mine)
    return any(
        len(mine & _stems(label)) >= least and _head(words) == _head(label) for label in labels
    )


def _stems(words: str) -> frozenset[str]:
    found = (word.lower() for word in WORD.findall(words))
    return frozenset(word[:STEM] for word in found if word not in SMALL)


def _head(words: str) -> str:
    """The first letters of the noun that the others qualify; all kinds of instruments are one."""
    told = [word.lower() for word in WORD.findall(words)]
    at = next((place for place, word in enumerate(told) if word in PREPOSITIONS and place), None)
    head = told[at - 1 if at else -1]
    return "instrument" if INSTRUMENT.fullmatch(head) else head[:STEM]
