"""Mentions: words of a document that name things, found by their labels, and judged by a person.

The rules are named in data/vocabulary/rules.ttl. Names that lean on other names are the work of
``resolve``.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right, insort
from collections import defaultdict
from collections.abc import Iterator

from gcm_kg.extraction.gazetteer import Finder
from gcm_kg.model.document import Document, Part
from gcm_kg.model.iris import rule_iri
from gcm_kg.model.statements import Mention
from gcm_kg.model.vocabulary import POSITIVE, Vocabulary
from gcm_kg.rdf.namespaces import GCM


class MentionIndex:
    """What has been found in a document so far, part by part, and which words it takes."""

    def __init__(self, document: Document, vocabulary: Vocabulary) -> None:
        self.document, self.text, self.vocabulary = document, document.words, vocabulary
        self.leaves = list(document.leaves())
        self.named: set[str] = set()
        self._starts = [leaf.start for leaf in self.leaves]
        self._mentions: defaultdict[Part, list[Mention]] = defaultdict(list)
        size = len(document.words)
        self._taken: defaultdict[str, bytearray] = defaultdict(lambda: bytearray(size))

    def add(
        self, span: tuple[int, int], entities: tuple[str, ...], layer: str, rule: str
    ) -> Mention:
        """A new mention in the part in which it starts."""
        mention = Mention(*span, entities, layer, rule_iri(rule), self.part(span[0]))
        insort(self._mentions[mention.part], mention, key=sort_key)
        self.named.update(entities)
        self.take(layer, span)
        return mention

    def remove(self, mention: Mention) -> None:
        """Takes a mention back; its words stay taken."""
        mentions = self._mentions[mention.part]
        del mentions[bisect_left(mentions, sort_key(mention), key=sort_key)]

    def take(self, layer: str, span: tuple[int, int]) -> None:
        """Marks words as explained in a layer."""
        self._taken[layer][slice(*span)] = b"\1" * (span[1] - span[0])

    def is_free(self, layer: str, start: int, end: int) -> bool:
        """Whether nothing in a layer has any of these words."""
        return 1 not in self._taken[layer][start:end]

    def gaps(self, layer: str, start: int, end: int) -> Iterator[tuple[int, int]]:
        """The stretches between two places that nothing in a layer has."""
        for gap in re.finditer(rb"\0+", self._taken[layer][start:end]):
            yield start + gap.start(), start + gap.end()

    def part(self, position: int) -> Part:
        """The leaf in which a place lies, or the last one before it."""
        return self.leaves[max(bisect_right(self._starts, position) - 1, 0)]

    def between(self, start: int, end: int) -> Iterator[Mention]:
        """The names that begin between two places in the part of the second one."""
        mentions = self._mentions[self.part(max(end - 1, 0))]
        for index in range(bisect_left(mentions, start, key=lambda m: m.start), len(mentions)):
            if mentions[index].start >= end:
                return
            if mentions[index].layer == "names":
                yield mentions[index]

    def inside(self, start: int, end: int) -> list[Mention]:
        """The mentions, of every layer, that lie between two places of one part."""
        mentions = self._mentions[self.part(start)]
        low = bisect_left(mentions, start, key=lambda m: m.start)
        high = bisect_right(mentions, end, low, key=lambda m: m.start)
        return [m for m in mentions[low:high] if m.end <= end]

    def all(self) -> list[Mention]:
        """Every mention, in document order."""
        return [mention for leaf in self.leaves for mention in self._mentions[leaf]]


def matches(found: MentionIndex, pattern: re.Pattern[str], *needed: str) -> Iterator[re.Match[str]]:
    """What a pattern finds inside the leaves; it needs one of some words to find anything."""
    for leaf in found.leaves:
        if any(found.text.find(word, leaf.start, leaf.end) >= 0 for word in needed):
            yield from pattern.finditer(found.text, leaf.start, leaf.end)


def unexplained(
    found: MentionIndex, pattern: re.Pattern[str], *needed: str
) -> Iterator[re.Match[str]]:
    """What a pattern finds beside all names."""
    for match in matches(found, pattern, *needed):
        if all(found.is_free(layer, *match.span()) for layer in ("names", "not names")):
            yield match


def find_labels(document: Document, vocabulary: Vocabulary, finder: Finder) -> MentionIndex:
    """The labels of the vocabulary in a document, with the names that stand inside names."""
    found = MentionIndex(document, vocabulary)
    members = vocabulary.prepared("members of groups", _members)
    spans = [(leaf.start, leaf.end) for leaf in found.leaves]
    for match in finder.find(document.words, document.folded, spans):
        label, span = match.label, (match.start, match.end)
        if label.negative:
            found.take(f"not {label.layer}", span)
        else:
            entities = members.get(label.entity, (label.entity,))
            found.add(span, entities, label.layer, "label")
    _add_parts_of_names(found)
    return found


def _members(vocabulary: Vocabulary) -> dict[str, tuple[str, ...]]:
    """The instruments of each group of which all are known: its name names them all."""
    found: defaultdict[str, list[str]] = defaultdict(list)
    for entity in vocabulary.of_kind("Instrument"):
        for group in vocabulary.get(entity, GCM + "partOf"):
            if vocabulary.is_a(group, "InstrumentGroup"):
                found[group].append(entity)
    return {group: tuple(members) for group, members in found.items()}


def _add_parts_of_names(found: MentionIndex) -> None:
    """The actor that issued an instrument, or that a body belongs to, within their names."""
    owners, patterns = found.vocabulary.prepared("owners", _owners_with_patterns)
    for mention in found.all():
        for entity in mention.entities:
            for actor in owners.get(entity, ()):
                match = patterns[actor].search(found.text, mention.start, mention.end)
                if match:
                    found.add(match.span(), (actor,), "names", "part-of-name")


def _owners_with_patterns(
    vocabulary: Vocabulary,
) -> tuple[dict[str, list[str]], dict[str, re.Pattern[str]]]:
    owners = _owners(vocabulary)
    return owners, {a: _pattern(vocabulary, a) for actors in owners.values() for a in actors}


def _owners(vocabulary: Vocabulary) -> dict[str, list[str]]:
    """Who issued each instrument, and what each organization belongs to. Who names an entity of
    the United Nations, "United Nations Children's Fund", does not speak of all of them."""
    owners: dict[str, list[str]] = {}
    entities = set(vocabulary.of_kind("UNEntity"))
    others = (o for o in vocabulary.of_kind("Organization") if o not in entities)
    for entity in (*vocabulary.of_kind("Instrument"), *others):
        for predicate in ("issuedBy", "partOf"):
            values = vocabulary.get(entity, GCM + predicate)
            owners.setdefault(entity, []).extend(v for v in values if vocabulary.is_a(v, "Actor"))
    return owners


def _pattern(vocabulary: Vocabulary, entity: str) -> re.Pattern[str]:
    """Any label of an entity, the longest first; a line may break between its words."""
    labels = [label for name in POSITIVE for label in vocabulary.get(entity, name)]
    longest_first = sorted(labels, key=lambda label: (-len(label), label))
    spaced = (r"\s+".join(map(re.escape, label.split())) for label in longest_first)
    return re.compile(rf"(?<!\w)(?:{'|'.join(spaced)})(?!\w)")


def sort_key(mention: Mention) -> tuple[int, int, str, tuple[str, ...], str]:
    """What mentions are sorted by: their start, then the longer one first."""
    return mention.start, -mention.end, mention.layer, mention.entities, mention.maker
