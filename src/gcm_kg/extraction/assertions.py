"""Reads assertions: who says what in a narrative, with what support, and what they do by it.

A sentence is one assertion, or one for each reporting clause that is joined to the first: the
words from the beginning of a sentence to its end belong to the clause that governs them. A
sentence that no reporting clause governs is an assertion of the summary itself.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from gcm_kg.extraction.adopters import NOBODY, Speakers
from gcm_kg.extraction.clause_holders import SINGLE, Clause, holders_of, is_of_thing
from gcm_kg.extraction.reporting_clauses import Sentence
from gcm_kg.extraction.reporting_nouns import ReportingNouns
from gcm_kg.extraction.reporting_verbs import ReportingVerbs
from gcm_kg.model.document import Document, Part
from gcm_kg.model.iris import rule_iri
from gcm_kg.model.statements import Mention, Passage
from gcm_kg.model.vocabulary import Vocabulary
from gcm_kg.rdf.namespaces import BASE
from gcm_kg.text.folding import folded

ONE = f"{BASE}support/one"
# Matches “was said.” and “was said).⏎”, not “CRC (1992)”.
SENTENCE_END = re.compile(r"[.!?:…][\s)\]”\"’'*\d]*\Z")
"""How a sentence ends; a line of a table or a title, which asserts nothing, does not."""
RULE = rule_iri("assertion")


class AssertionReader:
    """Reads assertions with a vocabulary, which it prepares once."""

    def __init__(self, vocabulary: Vocabulary) -> None:
        self.nouns = ReportingNouns(ReportingVerbs(vocabulary))
        self.vocabulary = vocabulary

    def read(
        self, document: Document, part: Part, names: Iterable[Mention], speakers: Speakers = NOBODY
    ) -> Iterator[Passage]:
        """The assertions of a paragraph in their order. ``names`` are the mentions in it,
        ``speakers`` those who speak in the document without being named.

        A paragraph that ends with a colon leads over to a list, and asserts nothing; nor does one
        of no section that reports nothing, such as a line of a title, nor a line of a table.
        """
        if document.words[part.start : part.end].rstrip().endswith(":"):
            return
        above = document.by_identifier[part.parent or part.identifier]
        in_section = above.kind == "Section"
        bodies, cited = self._told_apart(names)
        group: tuple[str, ...] = ()
        last: Clause | None = None
        for start, end in document.sentences_of(part):
            sentence = Sentence(document.words[start:end], start, bodies, cited, self.nouns)
            for low, high, clause in sentence.assertions(speakers):
                whole = SENTENCE_END.search(document.words, low, high + 1) is not None
                if clause is None and not (in_section and whole):
                    continue
                clause = None if clause and is_of_thing(clause, group, last) else clause
                holders = holders_of(clause, group) if clause else ()
                group = holders or (() if clause else sentence.speaking.first()) or group
                last = clause
                yield _passage(part, low, high, clause, holders)

    def _told_apart(
        self, names: Iterable[Mention]
    ) -> tuple[list[tuple[int, int, str]], list[tuple[int, int]]]:
        """The places of single actors with their IRIs, and those of what can be cited."""
        bodies: list[tuple[int, int, str]] = []
        cited: list[tuple[int, int]] = []
        for name in names:
            kinds = {k for e in name.entities for k in self.vocabulary.ancestors[self._kind(e)]}
            if (
                "Actor" in kinds
                and len(name.entities) == 1
                and not self._is_group(name.entities[0])
            ):
                bodies.append((name.start, name.end, name.entities[0]))
            if not name.entities or kinds & {"Instrument", "Initiative"}:
                cited.append((name.start, name.end))
        return bodies, cited

    def _is_group(self, actor: str) -> bool:
        """Whether an actor is one of the groups that hold assertions: "speakers"."""
        return folded(self.vocabulary.name(actor)) in self.nouns.verbs.holders

    def _kind(self, entity: str) -> str:
        return self.vocabulary.kinds[entity]


def _passage(
    part: Part, start: int, end: int, clause: Clause | None, holders: tuple[str, ...]
) -> Passage:
    if clause is None:
        return Passage(part, "Assertion", start, end, RULE)
    support = clause.support or (ONE if holders == (SINGLE,) else "")
    words = (clause.start, clause.end)
    return Passage(part, "Assertion", start, end, RULE, holders, support, clause.act, words)
