"""Makes mentions of what was found, and resolves names that lean on other names.

Six rules, each described in data/vocabulary/rules.ttl. A rule that cannot decide gives an
unresolved mention; none guesses.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from gcm_kg.annotations import Annotations
from gcm_kg.document import Document, Part
from gcm_kg.find import Finder, Match
from gcm_kg.fold import folded
from gcm_kg.iris import BASE, GCM
from gcm_kg.unresolved import unresolved_spans
from gcm_kg.vocabulary import POSITIVE, Vocabulary

WORD = re.compile(r"[\w'’]+")
HEAD = re.compile(r"(?P<joint>\s+|-)(?P<head>\w+)\Z")
REACH = 80
"""Code points before a name in which the first of two coordinated names is looked for."""
NUMBER_WORDS = {"two": 2, "three": 3, "four": 4, "both": 2}
PROTOCOLS = re.compile(
    r"\b(?:(?:the|its|their|these|both|two|three|four|relevant|additional|supplementary)\s+)*"
    r"Protocols(?:\s+thereto)?\b"
)
HEAD_NOUN = re.compile(
    r"\b(?:the|this|that|said)\s+(?P<head>Convention|Protocol|Declaration|Agenda|Plan|Compact)\b"
    r"(?!\s+[A-Z])"
)
HEAD_CLASSES = {
    "Convention": ("Treaty",),
    "Protocol": ("Protocol",),
    "Declaration": ("Declaration",),
    "Agenda": ("PlanOfAction",),
    "Plan": ("PlanOfAction",),
    "Compact": ("Compact",),
}
THESE_INSTRUMENTS = re.compile(r"\b(?:These|Those|Both|these|those|both)\s+(?:legal\s+)?instruments\b")
NUMBERED = re.compile(
    r"\b(?:SDGs?(?:\s+targets?)?|(?:[Gg]oals?|[Tt]argets?))\s+"
    r"(?P<numbers>\d{1,2}(?:\.\d{1,2})?(?:(?:,\s*(?:and\s+)?|\s+and\s+|\s+or\s+)\d{1,2}(?:\.\d{1,2})?)*)"
    r"(?![\d%])"
)
NUMBER = re.compile(r"\d{1,2}(?:\.\d{1,2})?")
SENTENCE = re.compile(r"[.!?:](?=\s+[A-Z]|\s*\Z)|\n\s*\n(?=\s*[A-Z])")


@dataclass(frozen=True, slots=True)
class Mention:
    """Words that name one or more things; with no thing, they are unresolved.

    ``start`` and ``end`` are code points of the source; ``maker`` is the IRI of the rule, or of
    the annotation row, that made it.
    """

    start: int
    end: int
    entities: tuple[str, ...]
    layer: str
    maker: str
    part: Part


def rule_iri(name: str) -> str:
    """The IRI of a rule, by its local name."""
    return f"{BASE}rule/{name}"


def find_mentions(
    document: Document, vocabulary: Vocabulary, finder: Finder, covered: Iterable[tuple[int, int]] = ()
) -> list[Mention]:
    """All mentions in the document, in the order of their places, unresolved ones included.

    ``covered`` are stretches that annotations have explained; no name in them is unresolved.
    """
    return _Search(document, vocabulary, finder).mentions(list(covered))


class _Search:
    """The state of one search: the parts, and what has been found in each of them."""

    def __init__(self, document: Document, vocabulary: Vocabulary, finder: Finder) -> None:
        self.text, self.vocabulary = document.text, vocabulary
        self.leaves = list(document.leaves())
        self.starts = [leaf.start for leaf in self.leaves]
        self.found: defaultdict[Part, list[Mention]] = defaultdict(list)
        self.excluded: defaultdict[Part, list[tuple[int, int]]] = defaultdict(list)
        self.index = {
            (label.layer, folded(label.text)): label.entity
            for label in vocabulary.labels
            if not label.negative
        }
        self.owners = _owners(vocabulary)
        names = {actor for actors in self.owners.values() for actor in actors}
        self.owned = {actor: _pattern(vocabulary, actor) for actor in names}
        extents = [(leaf.start, leaf.end) for leaf in self.leaves]
        for match in finder.find(document.text, document.folded, extents):
            self._take(match)
        self.subjects: dict[Part, list[tuple[int, int]]] = {}
        for part, mentions in self.found.items():
            self.subjects[part] = [(m.start, m.end) for m in mentions if m.layer == "themes"]
            self.found[part] = list(_first_of_themes(mentions))

    def mentions(self, covered: list[tuple[int, int]]) -> list[Mention]:
        rules: tuple[Callable[[], Iterator[Mention]], ...] = (
            self.parts_of_names,
            self.coordinated,
            self.numbered,
            self.head_nouns,
            self.protocols,
            self.these_instruments,
        )
        for rule in rules:
            for mention in list(rule()):
                self.found[mention.part].append(mention)
            for mentions in self.found.values():
                mentions.sort(key=_place)
        for start, end in covered:
            self.excluded[self._part(start)].append((start, end))
        unresolved = list(self.unresolved())
        return sorted([*self._all(), *unresolved], key=_place)

    def parts_of_names(self) -> Iterator[Mention]:
        """The actor that issued an instrument, or that a body belongs to, within their names."""
        for mention in self._all():
            for entity in mention.entities:
                for actor in self.owners.get(entity, ()):
                    match = self.owned[actor].search(self.text, mention.start, mention.end)
                    if match:
                        yield self._make(*match.span(), (actor,), "names", "part-of-name")

    def coordinated(self) -> Iterator[Mention]:
        """ "A and B H" names "A H" beside the "B H" that was found."""
        for mention in self._all():
            low = max(mention.part.start, mention.start - REACH)
            before = self.text[low : mention.start].rstrip()
            head = HEAD.search(self.text, mention.start, mention.end)
            if head and before.endswith((" and", " or", "\nand", "\nor")):
                words = list(WORD.finditer(self.text, low, low + len(before)))[:-1]
                yield from self._ellipsis(mention, words[-4:], head)

    def _ellipsis(
        self, mention: Mention, words: list[re.Match[str]], head: re.Match[str]
    ) -> Iterator[Mention]:
        """The longest run of words before the conjunction that is a label with the head noun."""
        joint = "-" if head["joint"] == "-" else " "
        for position, word in enumerate(words):
            names = " ".join(w[0] for w in words[position:])
            for noun in dict.fromkeys((head["head"], head["head"].removesuffix("s"))):
                entity = self.index.get((mention.layer, folded(names + joint + noun)))
                if entity and entity not in mention.entities and self._free(word.start(), mention):
                    span = (word.start(), mention.end)
                    yield self._make(*span, (entity,), mention.layer, "coordination")
                    return

    def _free(self, start: int, mention: Mention) -> bool:
        """Whether no mention of the layer has the words before the coordinated one."""
        return not any(
            other.start < mention.start and other.end > start
            for other in self.found[mention.part]
            if other.layer == mention.layer
        )

    def numbered(self) -> Iterator[Mention]:
        """ "goals 5.2, 8.7 and 16.2" names each by its notation, where the SDGs are spoken of."""
        sdgs = {f"{BASE}instrument/sdgs", f"{BASE}instrument/agenda2030"}
        if sdgs.isdisjoint(self._named()):
            return
        for match in self._new(NUMBERED):
            start = match.start()
            for number in NUMBER.finditer(self.text, match.start("numbers"), match.end()):
                entity = self.index.get(("names", folded(f"SDG {number[0]}")))
                start = start if number.start() == match.start("numbers") else number.start()
                known = (entity,) if entity else ()
                yield self._make(start, number.end(), known, "names", "numbered-goal")

    def head_nouns(self) -> Iterator[Mention]:
        """ "the Convention" is the only instrument of that class named before it in its part."""
        for match in self._new(HEAD_NOUN):
            known = self._earlier(match.start(), HEAD_CLASSES[match["head"]])
            entities = tuple(known) if len(known) == 1 else ()
            yield self._make(match.start(), match.end(), entities, "names", "head-noun")

    def protocols(self) -> Iterator[Mention]:
        """ "the two relevant Protocols thereto" are those of the treaty named last before.

        Of the instruments that supplement it, those count that the document names elsewhere; a
        number that is stated must agree.
        """
        named = self._named()
        for match in self._new(PROTOCOLS):
            treaty = list(self._earlier(match.start(), ("Treaty",)))[-1:]
            known = [
                entity
                for entity in self.vocabulary.of_kind("Protocol")
                if entity in named and treaty == self.vocabulary.get(entity, GCM + "supplements")
            ]
            stated = [NUMBER_WORDS[w] for w in match[0].lower().split() if w in NUMBER_WORDS]
            entities = tuple(known) if all(n == len(known) for n in stated) else ()
            yield self._make(match.start(), match.end(), entities, "names", "protocols-thereto")

    def these_instruments(self) -> Iterator[Mention]:
        """ "These instruments" are those of the sentence before."""
        for match in self._new(THESE_INSTRUMENTS):
            part = self._part(match.start())
            ends = [m.end() for m in SENTENCE.finditer(self.text, part.start, match.start())]
            low = ends[-2] if len(ends) > 1 else part.start
            known = self._earlier(match.start(), ("Instrument",), low)
            yield self._make(match.start(), match.end(), tuple(known), "names", "these-instruments")

    def unresolved(self) -> Iterator[Mention]:
        """Words that look like names and are not explained by anything."""
        for leaf in self.leaves:
            if leaf.kind != "Heading":
                known = [(m.start, m.end) for m in self.found[leaf] if m.layer != "themes"]
                known += self.excluded[leaf]
                subjects = self.subjects.get(leaf, [])
                for start, end in unresolved_spans(self.text, leaf.start, leaf.end):
                    inside = any(low <= start and end <= high for low, high in subjects)
                    if not inside and not _overlaps(start, end, known):
                        yield self._make(start, end, (), "names", "unknown-name")

    def _all(self) -> Iterator[Mention]:
        return (mention for leaf in self.leaves for mention in self.found[leaf])

    def _named(self) -> set[str]:
        return {entity for mention in self._all() for entity in mention.entities}

    def _earlier(
        self, position: int, kinds: tuple[str, ...], low: int = 0
    ) -> dict[str, None]:
        """Instruments of these classes named before a place in its part, the latest last.

        A protocol is not counted as a treaty here: "the Convention" is never one.
        """
        known: dict[str, None] = {}
        for mention in self.found[self._part(position)]:
            if low <= mention.start and mention.end <= position:
                for entity in mention.entities:
                    kind = self.vocabulary.kinds.get(entity, "")
                    if kind in kinds or kinds == ("Instrument",) and self._is_instrument(entity):
                        known.pop(entity, None)
                        known[entity] = None
        return known

    def _is_instrument(self, entity: str) -> bool:
        return self.vocabulary.is_a(entity, "Instrument")

    def _new(self, pattern: re.Pattern[str]) -> Iterator[re.Match[str]]:
        """What a pattern finds inside one part and beside all names found so far."""
        for match in pattern.finditer(self.text):
            part = self._part(match.start())
            known = [(m.start, m.end) for m in self.found[part] if m.layer == "names"]
            taken = _overlaps(match.start(), match.end(), known + self.excluded[part])
            if match.end() <= part.end and not taken:
                yield match

    def _part(self, position: int) -> Part:
        return self.leaves[max(bisect_right(self.starts, position) - 1, 0)]

    def _take(self, match: Match) -> None:
        label = match.label
        if label.negative:
            self.excluded[self._part(match.start)].append((match.start, match.end))
        else:
            mention = self._make(match.start, match.end, (label.entity,), label.layer, "label")
            self.found[mention.part].append(mention)

    def _make(
        self, start: int, end: int, entities: tuple[str, ...], layer: str, rule: str
    ) -> Mention:
        return Mention(start, end, entities, layer, rule_iri(rule), self._part(start))


def _owners(vocabulary: Vocabulary) -> dict[str, list[str]]:
    """Who issued each instrument, and what each organization belongs to."""
    owners: dict[str, list[str]] = {}
    for entity in (*vocabulary.of_kind("Instrument"), *vocabulary.of_kind("Organization")):
        for predicate in ("issuedBy", "partOf"):
            values = vocabulary.get(entity, GCM + predicate)
            owners.setdefault(entity, []).extend(v for v in values if vocabulary.is_a(v, "Actor"))
    return owners


def _pattern(vocabulary: Vocabulary, entity: str) -> re.Pattern[str]:
    labels = [label for name in POSITIVE for label in vocabulary.get(entity, name)]
    longest_first = sorted(map(re.escape, labels), key=lambda label: (-len(label), label))
    return re.compile(rf"\b(?:{'|'.join(longest_first)})\b")


def _first_of_themes(mentions: Iterable[Mention]) -> Iterator[Mention]:
    """A theme is what a part is about, not a name: its first words in a part are enough."""
    seen: set[tuple[str, ...]] = set()
    for mention in mentions:
        if mention.layer != "themes" or mention.entities not in seen:
            yield mention
        if mention.layer == "themes":
            seen.add(mention.entities)


def _place(mention: Mention) -> tuple[int, int, str, tuple[str, ...]]:
    return mention.start, -mention.end, mention.layer, mention.entities


def _overlaps(start: int, end: int, spans: list[tuple[int, int]]) -> bool:
    return any(low < end and start < high for low, high in spans)


def judged_mentions(mentions: list[Mention], annotations: Annotations) -> list[Mention]:
    """The mentions after the rows of the table of mentions have been carried out.

    Raises InputError for a row that rejects what is not there or adds what is.
    """
    kept = list(mentions)
    for row in annotations["mentions"]:
        entity = row.entity("entity")
        same = [
            m
            for m in kept
            if (m.start, m.end) == row.span and (not entity or entity in m.entities)
        ]
        if row.values["verdict"] == "reject":
            if not same:
                raise row.fail("quote", "words that a rule takes for a mention", "remove the row")
            kept = [m for m in kept if m not in same]
        elif same:
            raise row.fail("verdict", "something new to add", "a rule makes it: remove the row")
        elif row.span:
            kept = [m for m in kept if m.entities or (m.start, m.end) != row.span]
            kept.append(Mention(*row.span, (entity,), "names", row.iri, row.part))
    return sorted(kept, key=_place)
