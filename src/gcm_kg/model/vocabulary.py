"""The things that documents name: what there is, how it is named, what kind it is."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field, replace
from typing import Any, TypeVar

from pyoxigraph import Quad

from gcm_kg.rdf.namespaces import GCM, SKOS
from gcm_kg.text.folding import folded
from gcm_kg.text.spelling import renderings

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Label:
    """A name of an entity. A negative label is words that do not name it."""

    text: str
    entity: str
    layer: str
    negative: bool = False


POSITIVE = tuple(SKOS + name for name in ("prefLabel", "altLabel", "hiddenLabel", "notation"))
NEGATIVE = GCM + "negativeLabel"
LAYERS = {
    "Instrument": "names",
    "Actor": "names",
    "Event": "names",
    "Place": "names",
    "Principle": "principles",
    "Population": "populations",
    "Theme": "themes",
}
"""The classes whose labels are searched for, with the layer in which their names compete."""


@dataclass(slots=True)
class Vocabulary:
    """The things that documents name. Keys and values are IRIs without brackets.

    Classes are given by their local names, those of other ontologies by their IRIs.
    """

    quads: list[Quad] = field(default_factory=list)
    ontology: list[Quad] = field(default_factory=list)
    kinds: dict[str, str] = field(default_factory=dict)
    ancestors: dict[str, frozenset[str]] = field(default_factory=dict)
    labels: list[Label] = field(default_factory=list)
    values: dict[tuple[str, str], list[str]] = field(default_factory=dict)
    foreign: dict[str, str] = field(default_factory=dict)
    """A preferred label in another language than English of each entity that has one."""
    _prepared: dict[str, Any] = field(default_factory=dict, repr=False, compare=False)

    def prepared(self, name: str, make: Callable[[Vocabulary], T]) -> T:
        """What is made of the vocabulary once, when it is first asked for by its name."""
        if name not in self._prepared:
            self._prepared[name] = make(self)
        made: T = self._prepared[name]
        return made

    def spelt_labels(self) -> list[Label]:
        """The labels, and those of the other ways of writing them that no label is."""
        known = {(label.layer, folded(label.text)) for label in self.labels}
        found = list(self.labels)
        for label in self.labels:
            for text in renderings(label.text)[1:]:
                key = (label.layer, folded(text))
                if key[1] and key not in known:
                    known.add(key)
                    found.append(replace(label, text=text))
        return found

    def is_a(self, entity: str, kind: str) -> bool:
        """Whether an entity belongs to a class of ours (local name) or to one below it."""
        return kind in self.ancestors.get(self.kinds.get(entity, ""), frozenset())

    def get(self, entity: str, predicate: str) -> list[str]:
        """The values of a property (IRI) of an entity, as text."""
        return self.values.get((entity, predicate), [])

    def of_kind(self, kind: str) -> list[str]:
        """The entities of a class (local name) and the classes below it, in file order."""
        return [entity for entity in self.kinds if self.is_a(entity, kind)]

    def with_narrower(self, concepts: Iterable[str]) -> frozenset[str]:
        """Concepts with all that are narrower; each is visited once, so a cycle does no harm."""
        narrower = self.prepared("narrower", _narrower)
        reached = set(concepts)
        waiting = list(reached)
        while waiting:
            fresh = [entity for entity in narrower[waiting.pop()] if entity not in reached]
            reached.update(fresh)
            waiting += fresh
        return frozenset(reached)

    def by_label(self, kind: str) -> dict[str, str]:
        """The entities of a class (local name) by each of their labels, folded."""
        return {
            folded(label): entity
            for entity in self.of_kind(kind)
            for predicate in POSITIVE
            for label in self.get(entity, predicate)
        }

    def name(self, entity: str) -> str:
        """The preferred label of an entity, in English if there is one; else its IRI."""
        ours = self.get(entity, SKOS + "prefLabel")
        return ours[0] if ours else self.foreign.get(entity, entity)

    def without_english(self) -> list[str]:
        """The entities whose preferred labels are all in other languages, in file order."""
        return [each for each in self.foreign if not self.get(each, SKOS + "prefLabel")]


def _narrower(vocabulary: Vocabulary) -> defaultdict[str, list[str]]:
    """What is narrower than each concept, in file order."""
    found: defaultdict[str, list[str]] = defaultdict(list)
    for entity in vocabulary.kinds:
        for broader in vocabulary.get(entity, SKOS + "broader"):
            found[broader].append(entity)
    return found
