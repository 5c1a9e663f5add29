"""Makes what is published of a document, and what is told and found of it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from functools import cached_property
from itertools import chain
from pathlib import Path
from typing import Any

from gcm_kg.errors import InputError
from gcm_kg.publishing.cache import Entry
from gcm_kg.publishing.context import context
from gcm_kg.publishing.corpus import Corpus
from gcm_kg.publishing.fragments import Fragment, FragmentWriter, Packed
from gcm_kg.publishing.portion_maker import Needed, PortionMaker
from gcm_kg.rdf import turtle
from gcm_kg.rdf.described import Graphs, gathered, named, subjects
from gcm_kg.rdf.namespaces import BASE
from gcm_kg.reading.addenda import related
from gcm_kg.reading.joining import load_joined
from gcm_kg.reading.sources import profiles_of
from gcm_kg.validation.report import Finding, ranked

PORTIONS = "portions"
"""What is told of an entry that was made, and validated, in several."""


class EntryMaker:
    """Makes the entries of documents, one after the other; holds what is prepared once.

    ``jobs`` processes make what is published of a long document. ``needed`` is what another maker
    has made of what documents share.
    """

    def __init__(
        self, corpus: Corpus, engine: str | None, jobs: int = 1, needed: Needed | None = None
    ) -> None:
        self.corpus, self.project, self.engine = corpus, corpus.project, engine
        self.jobs, self._needed = jobs, needed
        self.early: Callable[..., None] = lambda *_: None
        """Is given the path of a long document and N-Quads of it, as soon as they are made."""
        self.context = needed.context if needed else context(corpus.vocabulary.ontology)
        self.profiles = profiles_of(corpus.project)

    @cached_property
    def related(self) -> dict[str, list[Path]]:
        """The files of metadata of what is read together, by symbols."""
        return related(self.project.sources.glob("*.toml"))

    @cached_property
    def common(self) -> Packed:
        """What all documents share, and are validated with: ontology and vocabularies."""
        writer = FragmentWriter(self.context, self.corpus.schema)
        return writer.fragment(self.corpus.common()).packed()

    @cached_property
    def writer(self) -> FragmentWriter:
        """What makes fragments."""
        return self.portion_maker.writer

    @cached_property
    def portion_maker(self) -> PortionMaker:
        """What makes the portions of a long document, and validates."""
        return PortionMaker(self._needed or self._needed_of_common())

    def _needed_of_common(self) -> Needed:
        text = turtle.header().encode() + self.common.turtle
        return Needed(
            self.context, self.corpus.schema, self.project.shapes, text,
            subjects(self.common.lines), self.engine,
        )  # fmt: skip

    def made(self, file: Path, known: Mapping[str, Sequence[Path]] | None = None) -> Entry:
        """The entry of the document of a file of metadata; it is validated yet only where it has
        several portions. ``known`` is what is read together, for a maker that outlives a build.

        Raises InputError for a source, or judgements on it, that cannot be used.
        """
        source = load_joined(file, self.profiles, self.related if known is None else known)
        portions, overview = self.corpus.document(source)
        told = {"path": source.path, "key": source.key, "overview": overview.as_dict()}
        described = map(gathered, portions)
        first, second = next(described), next(described, None)
        own = named(BASE + source.path)[:-1]
        if second is None:
            return Entry((self._packed(first, own, whole=True),), told=told)
        rest = chain([second], described)
        packed = self._packed(first, own, whole=False)
        return self._in_portions(packed.fragment(), own, rest, told)

    def validated(self, entry: Entry) -> Entry:
        """The entry with the findings on it, where an engine validates."""
        if not self.engine or PORTIONS in entry.told:
            return entry
        texts = (packed.turtle for packed in entry.packed)
        return replace(entry, findings=self.portion_maker.findings(*texts))

    def _in_portions(
        self, first: Fragment, own: str, portions: Iterable[Graphs], told: dict[str, Any]
    ) -> Entry:
        """An entry of portions, each validated with the first while the next one is made.

        What is found of things of the first is what was found of it alone: of their parts, each
        other portion shows only some.
        """
        packed = [first.packed()]
        self.early(told["path"], first.lines, first.derived)
        findings = set(self.portion_maker.findings(first.turtle))
        for fragment, found in self.portion_maker.all(first.turtle, own, portions, self.jobs):
            packed.append(fragment)
            self.early(told["path"], fragment.lines, fragment.derived)
            findings.update(f for f in found if not _is_of(f, first))
        return Entry(tuple(packed), ranked(findings), {**told, PORTIONS: len(packed)})

    def _packed(self, graphs: Graphs, own: str, *, whole: bool) -> Packed:
        try:
            return self.writer.packed(graphs, own, alone=whole, whole=whole)
        except TypeError as error:
            raise InputError("the graph", "no blank nodes", str(error), "name the node") from None


def _is_of(finding: Finding, fragment: Fragment) -> bool:
    """Whether a finding is of a thing that a fragment describes."""
    names = (name for name in (finding.focus, finding.value) if name)
    return any(f"<{BASE}{name}> ".encode() in fragment.lines for name in names)
