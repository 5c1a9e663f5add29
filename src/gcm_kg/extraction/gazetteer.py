"""Finds the labels of a vocabulary in a text: whole words, longest match, capitals respected."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from unicodedata import category

import ahocorasick_rs

from gcm_kg.model.vocabulary import Label
from gcm_kg.text.folding import Folded, fold, folded
from gcm_kg.text.phrases import PREPOSITIONS
from gcm_kg.text.spans import Spans

COMPOUND = "themes"
"""The layer in which a compound speaks of its modifier too."""
# Matches “Optional Protocol to the Convention”, not “Rome”.
HEAD_NOUN = re.compile(
    r"\b(?:first|second|third|optional|additional|protocols?|conventions?|covenants?|statute|declaration)(?=\s|\Z)",
    re.I,
)
"""Nouns of names that may be small where something else in the name has a capital."""
# Matches “ all ” of “Rights of All Migrant Workers”, not “ILO”.
SMALL = re.compile(r"(?<=\s)(?:all|their|its|the|and|of|for|on|in|to|by|with|against|from)(?=\s)")
# Matches “ of smuggling” and “, racism and xenophobia”, not “ and assistance protocols”.
NO_COMPOUND = re.compile(rf"[,;]|\b(?:{PREPOSITIONS})\b")
# Matches “protection” and “recruitment”, not “legislative”, “identify” and “intelligence”.
NOUN_OF_ACTION = re.compile(r"(?:[st]ion|ment|ance)$", re.I)


@dataclass(frozen=True, slots=True)
class LabelMatch:
    """A label found in a source text, with start and end in code points."""

    start: int
    end: int
    label: Label
    capitals: int


@dataclass(frozen=True, slots=True)
class _Pattern:
    """A label with the places of its capitals in its folded form."""

    label: Label
    capitals: tuple[int, ...]


class Finder:
    """An Aho–Corasick automaton over the folded labels of all layers.

    Reading time grows with the length of the text, and not with the number of labels.
    """

    def __init__(self, labels: Iterable[Label]) -> None:
        patterns: defaultdict[str, list[_Pattern]] = defaultdict(list)
        for label in labels:
            if key := folded(label.text):
                patterns[key].append(_Pattern(label, _capitals(label.text)))
        self._patterns = list(patterns.values())
        self._automaton = ahocorasick_rs.AhoCorasick(
            list(patterns), matchkind=ahocorasick_rs.MatchKind.Standard
        )

    def find(
        self, text: str, folding: Folded, spans: Sequence[tuple[int, int]]
    ) -> list[LabelMatch]:
        """The matches in a text, given with its folded form, that lie inside one of the spans.

        The spans are in order and do not overlap.

        Within a layer the leftmost match wins, then the longest; matches of different layers may
        overlap. A negative label that wins takes its words out of its layer; it is returned too.
        Matches come in the order of their places.
        """
        layers: defaultdict[str, list[LabelMatch]] = defaultdict(list)
        for match in self._candidates(text, folding, spans):
            layers[match.label.layer].append(match)
        chosen = [match for layer in layers.values() for match in _longest(layer)]
        return sorted(chosen, key=lambda m: (m.start, -m.end, m.label.layer))

    def _candidates(
        self, text: str, folding: Folded, spans: Sequence[tuple[int, int]]
    ) -> Iterator[LabelMatch]:
        starts = [start for start, _ in spans]
        found = self._automaton.find_matches_as_indexes(folding.text, overlapping=True)
        for key, low, high in found:
            if not _is_whole(folding.text, low, high):
                continue
            start, end = folding.span(low, high)
            span = bisect_right(starts, start) - 1
            if span < 0 or end > spans[span][1]:
                continue
            for pattern in self._patterns[key]:
                if all(text[folding.source(low + i)].isupper() for i in pattern.capitals):
                    yield LabelMatch(start, end, pattern.label, len(pattern.capitals))


def _capitals(label: str) -> tuple[int, ...]:
    """Where the folded label has a capital in the label itself, small words in it left out."""
    if label == label.lower():
        return ()
    projection = fold(label)
    text = projection.text.rstrip()
    lead = len(text) - len(text.lstrip())
    source = int if projection.is_unchanged else projection.source
    upper = [i - lead for i in range(lead, len(text)) if label[source(i)].isupper()]
    small = {i for word in SMALL.finditer(text[lead:]) for i in range(*word.span())}
    nouns = {i for word in HEAD_NOUN.finditer(text[lead:]) for i in range(*word.span())}
    capitals = [i for i in upper if i not in small]
    return tuple([i for i in capitals if i not in nouns] or capitals)


def _is_whole(text: str, low: int, high: int) -> bool:
    """Whether a stretch of folded text begins and ends at word boundaries.

    A number goes on over a point ("8.7" in "8.7.1"), a document symbol over a stroke as well.
    """
    if high < len(text) and text[high] in " ,;" and low and text[low - 1] == " ":
        return True
    is_symbol = "/" in text[low:high]
    return not (_goes_on(text, low, -1, is_symbol) or _goes_on(text, high - 1, 1, is_symbol))


def _goes_on(text: str, edge: int, step: int, is_symbol: bool) -> bool:
    """Whether the word that the character at ``edge`` belongs to goes on in a direction."""
    near, far = _at(text, edge + step), _at(text, edge + 2 * step)
    if near == ".":
        return far.isdigit() and (is_symbol or text[edge].isdigit())
    return _in_word(near) or (near == "/" and is_symbol and _in_word(far))


def _at(text: str, index: int) -> str:
    return text[index] if 0 <= index < len(text) else ""


def _in_word(character: str) -> bool:
    if not character.isascii():
        return character.isalnum() or category(character).startswith("M")
    return character.isalnum() or character == "_"


def _longest(matches: list[LabelMatch]) -> Iterator[LabelMatch]:
    """Leftmost-longest; of equal stretches the label with more capitals.

    A negative label speaks of its own thing only: labels of that thing within it are not read,
    those of others are. It is given too, unless a longer name that is read holds it.
    """
    matches.sort(key=lambda m: (m.start, -m.end, -m.capitals))
    negative = [match for match in matches if match.label.negative]
    denied = _denied(negative, matches) if negative else set()
    reached, whole = -1, None
    for match in matches:
        if match.label.negative or match in denied:
            if match.label.negative and match.end > reached:
                yield match
        elif match.start >= reached:
            reached, whole = match.end, match
            yield match
        elif match.label.layer == COMPOUND and whole and _modifies(match, whole):
            yield match


def _modifies(inner: LabelMatch, whole: LabelMatch) -> bool:
    """Whether a label stands in a compound of which it is no more than the modifier.

    "protection and assistance protocols" are protocols, and speak of protection and of assistance;
    "child protection" is a kind of protection, and "means of protection" are means.
    """
    words = whole.label.text
    rest = words[len(words) - (whole.end - inner.end) :]
    if inner.label.entity == whole.label.entity or inner.end >= whole.end:
        return False
    return bool(NOUN_OF_ACTION.search(inner.label.text)) and not NO_COMPOUND.search(rest)


def _denied(negative: list[LabelMatch], matches: list[LabelMatch]) -> set[LabelMatch]:
    """The matches of a thing that lie within a negative label of the same thing."""
    spans: defaultdict[str, list[tuple[int, int]]] = defaultdict(list)
    for match in negative:
        spans[match.label.entity].append((match.start, match.end))
    denied = {entity: Spans(theirs) for entity, theirs in spans.items()}
    return {
        match
        for match in matches
        if match.label.entity in denied and not match.label.negative
        if denied[match.label.entity].hold(match.start, match.end)
    }
