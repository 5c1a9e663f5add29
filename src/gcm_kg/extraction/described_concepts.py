"""Finds principles, themes and populations in their defining words: "no State can … alone" is
cooperation, and those who exploit others are perpetrators.

The words are the gcm:definingWords in data/vocabulary: … stands for some words of the same clause,
(a|b) for one of several, send+ for the forms of the verb. The rule is described in rules.ttl.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from gcm_kg.extraction.mentions import MentionIndex
from gcm_kg.model.vocabulary import Vocabulary
from gcm_kg.rdf.namespaces import GCM
from gcm_kg.text.defining_words import Wording, wording

RULE = "described"
# Is “state”, not “ ”.
WORD = re.compile(r"\w+")
LAYERS = {"Principle": "principles", "Theme": "themes", "Population": "populations"}


@dataclass(frozen=True, slots=True)
class _Description:
    """The words that describe a concept; a text that has them has one of each set in ``needed``."""

    number: int
    words: Wording
    needed: tuple[frozenset[str], ...]
    entity: str
    layer: str


# Begins “force to”, not “forced to”.
FORCE = re.compile(r"forces?\b")
# Matches “task ”, not “they ”.
OF_PEOPLE = re.compile(
    r"\b(?:task|work|labou?r|police|armed|security|air|peacekeeping|defen[cs]e|in|into|by) \Z"
)
"""In front of "force": it is no verb."""


def describe(found: MentionIndex) -> None:
    """Adds the concepts that sentences describe and do not name."""
    descriptions = found.vocabulary.prepared("descriptions", _by_rarest_word)
    for leaf in found.leaves:
        if leaf.kind == "Heading":
            continue
        folding = found.document.folding_of(leaf)
        here = frozenset(WORD.findall(folding.text))
        for description in _possible(descriptions, here):
            for match in description.words.pattern.finditer(folding.text):
                if FORCE.match(folding.text, match.start()) and OF_PEOPLE.search(
                    folding.text, 0, match.start()
                ):
                    continue
                low, high = folding.span(*match.span())
                span = (leaf.start + low, leaf.start + high)
                if not _is_named(found, description, span):
                    _narrow(found, description, span)
                    found.add(span, (description.entity,), description.layer, RULE)


def _narrow(found: MentionIndex, description: _Description, span: tuple[int, int]) -> None:
    """Takes back the wider population that words name which describe a narrower one: "children"
    of "children who travel alone"."""
    for mention in found.inside(*span) if description.layer == "populations" else ():
        wider = mention.layer == "populations" and mention.entities != (description.entity,)
        if wider and description.entity in found.vocabulary.with_narrower(mention.entities):
            found.remove(mention)


def _possible(
    descriptions: dict[str, list[_Description]], here: frozenset[str]
) -> list[_Description]:
    """The descriptions of whose needed words a text has some of each set, in their order."""
    possible = {
        description.number: description
        for word in here
        for description in descriptions.get(word, ())
        if not any(map(here.isdisjoint, description.needed))
    }
    return [possible[number] for number in sorted(possible)]


def _by_rarest_word(vocabulary: Vocabulary) -> dict[str, list[_Description]]:
    """The descriptions under each word of that needed set of theirs whose words are the longest:
    long words are rare, so that few descriptions are looked at for a text."""
    found: defaultdict[str, list[_Description]] = defaultdict(list)
    for description in _descriptions(vocabulary):
        for word in max(description.needed, key=lambda words: min(map(len, words))):
            found[word].append(description)
    return found


def _is_named(found: MentionIndex, description: _Description, span: tuple[int, int]) -> bool:
    """Whether the concept, or a narrower one, is named in some of the words that describe it."""
    part, names = found.part(span[0]), found.vocabulary.with_narrower((description.entity,))
    return any(
        not names.isdisjoint(mention.entities) and mention.start < span[1] and span[0] < mention.end
        for mention in found.inside(part.start, part.end)
    )


def _descriptions(vocabulary: Vocabulary) -> Iterator[_Description]:
    cues = (
        (cue, entity, layer)
        for kind, layer in LAYERS.items()
        for entity in vocabulary.of_kind(kind)
        for name in ("definingWords", "contextualWords")
        for cue in vocabulary.get(entity, GCM + name)
    )
    for number, cue in enumerate(cues):
        yield _compiled(number, *cue)


def _compiled(number: int, cue: str, entity: str, layer: str) -> _Description:
    words = wording(cue)
    found = ({max(WORD.findall(t), key=len, default="") for t in some} for some in words.needed)
    longest = [frozenset(some) for some in found]
    told = [words for words in longest if "" not in words]
    return _Description(number, words, tuple(sorted(told, key=len)), entity, layer)
