"""Extracts from a document what it names, states and asserts: mentions, statements, passages."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from gcm_kg.extraction.expert_labels import ExpertLabels, Labelled
from gcm_kg.extraction.gazetteer import Finder
from gcm_kg.extraction.interpreter import Interpreter
from gcm_kg.extraction.judgements import judged_mentions
from gcm_kg.extraction.passages import PassageReader
from gcm_kg.extraction.recognition import find_mentions, find_unnamed, unnamed_finder
from gcm_kg.model.annotations import Annotations
from gcm_kg.model.document import Source
from gcm_kg.model.statements import REPEATED, Mention, Passage, Statement
from gcm_kg.model.vocabulary import Vocabulary


@dataclass(frozen=True, slots=True)
class Extraction:
    """What was extracted from one document, with the judgements that were carried out."""

    source: Source
    mentions: list[Mention]
    statements: list[Statement]
    passages: list[Passage]
    annotations: Annotations
    labels: list[Labelled]


class Extractor:
    """Extracts from document after document with a vocabulary, which it prepares once."""

    def __init__(
        self, vocabulary: Vocabulary, meanings: Mapping[str, tuple[str, ...]] | None = None
    ) -> None:
        """``meanings`` are the IRIs of the things that experts' labels mean."""
        self.vocabulary = vocabulary
        self.finder = vocabulary.prepared("finder", lambda v: Finder(v.spelt_labels()))
        self.unnamed = vocabulary.prepared("unnamed", unnamed_finder)
        self.interpreter = vocabulary.prepared("interpreter", Interpreter)
        self.passages = vocabulary.prepared("passages", PassageReader)
        self.labels = ExpertLabels(vocabulary, meanings or {})

    def extract(self, source: Source, annotations: Annotations) -> Extraction:
        """The mentions, statements and passages of one document.

        Raises InputError for judgements that cannot be carried out.
        """
        document = source.document
        covered = [row.span for row in annotations.all() if row.span]
        mentions = find_mentions(document, self.vocabulary, self.finder, covered)
        mentions += find_unnamed(document, self.unnamed, mentions)
        mentions = judged_mentions(mentions, annotations, self.vocabulary)
        statements = self.interpreter.statements(document, mentions, annotations)
        mentions = [mention for mention in mentions if mention.layer != REPEATED]
        labels = self.labels.read(source)
        statements = self.labels.carried_out(document, statements, labels)
        passages = list(self.passages.read(document, mentions))
        return Extraction(source, mentions, statements, passages, annotations, labels)
