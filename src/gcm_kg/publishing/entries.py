"""Makes what is published of a document, and what is told and found of it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from functools import cached_property
from itertools import chain
from pathlib import Path
from typing import Any

from pyoxigraph import Quad

from gcm_kg.errors import InputError
from gcm_kg.publishing.cache import Entry
from gcm_kg.publishing.context import context
from gcm_kg.publishing.corpus import Corpus
from gcm_kg.publishing.fragments import Fragment, FragmentWriter, joined
from gcm_kg.rdf.namespaces import BASE
from gcm_kg.reading.sources import load_source, profiles_of
from gcm_kg.validation.check import check_lines
from gcm_kg.validation.report import Finding, ranked

PORTIONS = "portions"
"""What is told of an entry that was made, and validated, in several."""


class EntryMaker:
    """Makes the entries of documents, one after the other; holds what is prepared once."""

    def __init__(self, corpus: Corpus, engine: str | None) -> None:
        self.corpus, self.project, self.engine = corpus, corpus.project, engine
        self.writer = FragmentWriter(context(corpus.vocabulary.ontology))
        self.profiles = profiles_of(corpus.project)

    @cached_property
    def common(self) -> Fragment:
        """What all documents share, and are validated with: ontology and vocabularies."""
        return self.writer.fragment(self.corpus.common())

    def made(self, file: Path) -> Entry:
        """The entry of the document of a file of metadata; it is validated yet only where it has
        several portions.

        Raises InputError for a source, or judgements on it, that cannot be used.
        """
        source = load_source(file, self.profiles)
        portions, overview = self.corpus.document(source)
        told = {"path": source.path, "key": source.key, "overview": overview.as_dict()}
        first = self._fragment(next(portions))
        second = next(portions, None)
        if second is None:
            return Entry(first, told=told)
        return self._in_portions(first, chain([second], portions), told)

    def validated(self, entry: Entry) -> Entry:
        """The entry with the findings on it, where an engine validates."""
        if not self.engine or PORTIONS in entry.told:
            return entry
        return replace(entry, findings=self._findings(entry.fragment.lines))

    def _in_portions(
        self, first: Fragment, portions: Iterable[Iterator[Quad]], told: dict[str, Any]
    ) -> Entry:
        """An entry of portions, each validated with the first while the next one is made.

        What is found of things of the first is what was found of it alone: of their parts, each
        other portion shows only some.
        """
        fragments = [first]
        with ThreadPoolExecutor(1) as thread:
            alone = thread.submit(self._findings, first.lines)
            waiting = []
            for portion in portions:
                fragments.append(self._fragment(portion))
                waiting.append(thread.submit(self._findings, first.lines, fragments[-1].lines))
            findings = {f for found in waiting for f in found.result() if not _is_of(f, first)}
        findings.update(alone.result())
        return Entry(joined(fragments), ranked(findings), {**told, PORTIONS: len(fragments)})

    def _fragment(self, quads: Iterator[Quad]) -> Fragment:
        try:
            return self.writer.fragment(quads)
        except TypeError as error:
            raise InputError("the graph", "no blank nodes", str(error), "name the node") from None

    def _findings(self, *lines: bytes) -> list[Finding]:
        if not self.engine:
            return []
        shapes = (self.project.shapes,)
        return check_lines(shapes, b"".join((self.common.lines, *lines)), self.engine)


def _is_of(finding: Finding, fragment: Fragment) -> bool:
    """Whether a finding is of a thing that a fragment describes."""
    names = (name for name in (finding.focus, finding.value) if name)
    return any(f"<{BASE}{name}> ".encode() in fragment.lines for name in names)
