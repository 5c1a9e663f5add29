"""Makes what is published of a document, and what is told and found of it."""

from __future__ import annotations

from dataclasses import replace
from functools import cached_property
from pathlib import Path

from gcm_kg.errors import InputError
from gcm_kg.publishing.cache import Entry
from gcm_kg.publishing.context import context
from gcm_kg.publishing.corpus import Corpus
from gcm_kg.publishing.fragments import Fragment, FragmentWriter
from gcm_kg.reading.sources import load_source, profiles_of
from gcm_kg.validation.check import check_lines


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
        """The entry of the document of a file of metadata, not yet validated.

        Raises InputError for a source, or judgements on it, that cannot be used.
        """
        source = load_source(file, self.profiles)
        quads, overview = self.corpus.document(source)
        try:
            fragment = self.writer.fragment(quads)
        except TypeError as error:
            raise InputError("the graph", "no blank nodes", str(error), "name the node") from None
        told = {"path": source.path, "key": source.key, "overview": overview.as_dict()}
        return Entry(fragment, told=told)

    def validated(self, entry: Entry) -> Entry:
        """The entry with the findings on it, where an engine validates."""
        if not self.engine:
            return entry
        lines = self.common.lines + entry.fragment.lines
        return replace(entry, findings=check_lines((self.project.shapes,), lines, self.engine))
