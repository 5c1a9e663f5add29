"""Gives a name the word that it shares with the next: "A and B H" names "A H" beside "B H"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from gcm_kg.extraction.mentions import MentionIndex
from gcm_kg.model.document import Part
from gcm_kg.model.statements import Mention
from gcm_kg.model.vocabulary import Label, Vocabulary
from gcm_kg.text.folding import folded
from gcm_kg.text.layout import PAGE_BREAK

# Matches “the Smuggling Protocol”, not “UNTOC”.
HEAD = re.compile(r"(?P<junction>\s+|-)(?P<head>\w+)\Z")
SPACE = rf"(?:{PAGE_BREAK}|\s+)"
# Matches “Trafficking and ”, not “Trafficking, ”.
CONJUNCTION = re.compile(rf",?{SPACE}(?:and/or|and|or){SPACE}(?:other{SPACE})?\Z")
# Matches “Trafficking, ”, not “Trafficking; ”.
COMMA = re.compile(rf",{SPACE}\Z")
# Is “State’s”, not “- ”.
WORD = re.compile(r"[\w'’]+")
# Matches “on gender-”, not “on gender; ”.
WORDS = re.compile(r"(?:[\w'’]+[\s-]+){0,3}[\w'’]+-?\Z")
REACH = 80
"""Code points before a name in which the one coordinated with it is looked for."""


def add_coordinated(found: MentionIndex) -> None:
    """ "A, B and C H" names "A H" and "B H" beside the "C H" that was found."""
    labels = found.vocabulary.prepared("labels", _by_layer_and_words)
    for mention in found.all():
        head = HEAD.search(found.text, mention.start, mention.end)
        start, conjunction = mention.start, CONJUNCTION
        while head and (known := _ellipsis(found, mention, head, (start, conjunction), labels)):
            start, label = known
            found.add((start, mention.end), (label.entity,), mention.layer, "coordination")
            conjunction = COMMA


def _by_layer_and_words(vocabulary: Vocabulary) -> dict[tuple[str, str], Label]:
    return {(b.layer, folded(b.text)): b for b in vocabulary.labels if not b.negative}


def _ellipsis(
    found: MentionIndex,
    mention: Mention,
    head: re.Match[str],
    junction: tuple[int, re.Pattern[str]],
    labels: dict[tuple[str, str], Label],
) -> tuple[int, Label] | None:
    """The longest run of words before the junction that is a label with the head noun."""
    position, conjunction = junction
    for start, words in _words_before(found, mention.part, position, conjunction):
        for noun in (head["head"], head["head"].removesuffix("s")):
            name = words + ("-" if head["junction"] == "-" else " ") + noun
            label = labels.get((mention.layer, folded(name)))
            if label and label.entity not in mention.entities and _fits(name, label.text):
                owner = words.endswith(("'", "’")) and _took_back(
                    found, label.layer, start, position
                )
                free = owner or found.is_free(label.layer, start, position)
                return (start, label) if free else None
    return None


def _took_back(found: MentionIndex, layer: str, start: int, end: int) -> bool:
    """Takes back what is named by a possessive that belongs to a longer name, if anything is:
    "employers" in "employers' and workers' organizations"."""
    owners = [m for m in found.inside(start, end) if m.layer == layer and m.start == start]
    for owner in owners:
        found.remove(owner)
    return bool(owners)


def _words_before(
    found: MentionIndex, part: Part, position: int, conjunction: re.Pattern[str]
) -> Iterator[tuple[int, str]]:
    """Up to four words in front of a conjunction that ends at a place: all, the last three, …"""
    low = max(part.start, position - REACH)
    junction = conjunction.search(found.text, low, position)
    run = WORDS.search(found.text, low, junction.start()) if junction else None
    if not run:
        return
    for word in WORD.finditer(found.text, *run.span()):
        if word.start() == part.start or not found.text[word.start() - 1].isalnum():
            yield word.start(), " ".join(found.text[word.start() : run.end()].rstrip("-").split())


def _fits(name: str, label: str) -> bool:
    """Whether the words have the capitals of the label."""
    pairs = zip(WORD.findall(name), WORD.findall(label), strict=False)
    return all(word[0].isupper() for word, model in pairs if model[0].isupper())
