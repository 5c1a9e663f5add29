"""Carries out experts' labels: what they mean is stated, or confirmed where a rule states it too.

A label means what the table of meanings says; else the theme or population that has the very label.
A label of neither kind stays words.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from gcm_kg.extraction.interpreter import in_order
from gcm_kg.model.document import Document, Part, Source
from gcm_kg.model.labels import ExpertLabel
from gcm_kg.model.statements import Key, Statement
from gcm_kg.model.vocabulary import Vocabulary
from gcm_kg.text.folding import folded
from gcm_kg.text.notations import NOTATION

RELATIONS_OF = {"Theme": "hasTheme", "Population": "benefits"}
"""The edge from a recommendation to a thing that a label means, by the class of the thing."""


@dataclass(frozen=True, slots=True)
class Labelled:
    """A label of a recommendation, with the stretch of the source in which it stands."""

    part: Part
    label: ExpertLabel
    span: tuple[int, int]


class ExpertLabels:
    """Holds what labels mean, and reads document after document."""

    def __init__(self, vocabulary: Vocabulary, meanings: Mapping[str, tuple[str, ...]]) -> None:
        self.vocabulary = vocabulary
        self.meanings = {_key(folded(words)): things for words, things in meanings.items()}
        self.by_label = {
            label: (entity,)
            for kind in reversed(RELATIONS_OF)
            for label, entity in vocabulary.by_label(kind).items()
        }

    def read(self, source: Source) -> list[Labelled]:
        """The labels of the recommendations of a source, in order."""
        return self.read_of(source.document, source.path)

    def read_of(self, document: Document, path: str = "") -> list[Labelled]:
        """Those of a document, given its path below the base."""
        known: dict[tuple[str, str], ExpertLabel] = {}
        return list(self._read(path, document, known))

    def _read(
        self, path: str, document: Document, known: dict[tuple[str, str], ExpertLabel]
    ) -> Iterator[Labelled]:
        for part in document.recommendations():
            for attribute in part.attributes:
                if attribute.relation != "labelledWith":
                    continue
                words = " ".join(document.text[attribute.start : attribute.end].split())
                key = (attribute.column, folded(words))
                if key not in known:
                    known[key] = ExpertLabel(path, attribute.column, words, self._means(key[1]))
                yield Labelled(part, known[key], (attribute.start, attribute.end))

    def _means(self, words: str) -> tuple[str, ...]:
        """What folded words mean as they are, or behind the code of a list: "D23 Death penalty"."""
        without_code = NOTATION.sub("", words, count=1) if NOTATION.match(words) else words
        told = (self.meanings.get(_key(w)) or self.by_label.get(w) for w in (words, without_code))
        return next(filter(None, told), ())

    def carried_out(
        self, document: Document, statements: Iterable[Statement], labels: Iterable[Labelled]
    ) -> list[Statement]:
        """Statements with those of the labels, in the order of the document.

        A statement that a rule makes too is reviewed by the label, which joins its evidence.
        """
        said: defaultdict[Key, list[Labelled]] = defaultdict(list)
        for labelled in labels:
            for entity in labelled.label.meanings:
                relation = self._relation(entity)
                if relation:
                    said[labelled.part.identifier, relation, entity, ""].append(labelled)
        if not said:
            return list(statements)
        made = {statement.key: statement for statement in statements}
        for key, same in said.items():
            spans = {labelled.span for labelled in same}
            known = made.get(key) or Statement(same[0].part, *key[1:], (), same[0].label.iri)
            evidence = tuple(sorted({*known.evidence, *spans}))
            made[key] = replace(known, evidence=evidence, reviewed=True)
        return in_order(document, made.values())

    def _relation(self, entity: str) -> str:
        kinds = RELATIONS_OF.items()
        return next((edge for kind, edge in kinds if self.vocabulary.is_a(entity, kind)), "")


def _key(words: str) -> str:
    """Folded words with one sign for one word: “&” is “and”."""
    return words.replace("&", "and")
