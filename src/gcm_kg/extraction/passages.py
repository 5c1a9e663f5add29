"""Reads the passages of a document: assertions of its narrative, and clauses of its requests."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator

from gcm_kg.extraction.adopters import Speakers, adopters
from gcm_kg.extraction.assertions import AssertionReader
from gcm_kg.extraction.document_bodies import makers
from gcm_kg.extraction.request_clauses import RequestClauses
from gcm_kg.model.document import Document, Part
from gcm_kg.model.statements import Mention, Passage
from gcm_kg.model.vocabulary import Vocabulary

TOLD_ELSEWHERE = ("contents.", "annex.")
"""Parts whose paragraphs are no narrative: lists of headings, programmes of work."""


class PassageReader:
    """Reads passages with a vocabulary, which it prepares once."""

    def __init__(self, vocabulary: Vocabulary) -> None:
        self.vocabulary = vocabulary
        self.assertions = AssertionReader(vocabulary)
        self.clauses = RequestClauses(vocabulary)

    def read(self, document: Document, mentions: Iterable[Mention]) -> Iterator[Passage]:
        """The passages of a document, in the order of their places."""
        names: defaultdict[str, list[Mention]] = defaultdict(list)
        named = [mention for mention in mentions if mention.layer == "names"]
        for mention in named:
            names[mention.part.identifier].append(mention)
        bodies = makers(document, named, self.vocabulary)
        speakers = Speakers(next(iter(bodies)) if len(bodies) == 1 else "", adopters(document))
        for part in document.leaves():
            if part.kind == "Recommendation":
                yield from self.clauses.read(document, part)
            elif _is_narrative(document, part):
                yield from self.assertions.read(document, part, names[part.identifier], speakers)


def _is_narrative(document: Document, part: Part) -> bool:
    """Whether a part is a paragraph that tells what was said: one of a section, or of none."""
    if part.kind != "Paragraph" or part.identifier.startswith(TOLD_ELSEWHERE):
        return False
    return document.by_identifier[part.parent or part.identifier].kind in ("Section", "Document")
