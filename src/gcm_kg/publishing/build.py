"""Builds the graph: sources in, published files and a store out, if the judge finds no fault."""

from __future__ import annotations

import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager, nullcontext
from dataclasses import dataclass
from pathlib import Path

from gcm_kg.errors import InputError
from gcm_kg.extraction.pipeline import Corpus
from gcm_kg.mappings.curated import link_quads, linksets
from gcm_kg.project import FILES, Project
from gcm_kg.publishing import release as publish
from gcm_kg.publishing.catalogue import catalogue
from gcm_kg.publishing.context import context, context_file
from gcm_kg.querying.questions import load_questions
from gcm_kg.store import directory as store
from gcm_kg.validation.pool import Judge
from gcm_kg.validation.report import Finding

CONTEXT = "context.jsonld"


@dataclass(frozen=True, slots=True)
class Built:
    """A graph that was built aside: what was found in it, and its files, not yet in place."""

    project: Project
    folder: Path
    findings: list[Finding]
    digest: str
    quads: int
    made: Path

    def stale(self) -> list[Path]:
        """The committed files that differ from what the sources give now."""
        names = publish.stale(self.project.graph, self.folder)
        files = [self.project.graph / name for name in names]
        if not publish.same(self.project.context, self.folder / CONTEXT):
            files.append(self.project.context)
        return files

    def put_in_place(self) -> None:
        """Publishes the files and the store of them; the digest comes last."""
        publish.put_in_place(self.folder / CONTEXT, self.project.context)
        for name in FILES:
            publish.put_in_place(self.folder / name, self.project.graph / name)
        store.put_in_place(self.made, store.current(self.project))


@contextmanager
def build(
    project: Project,
    engine: str | None = "pyshacl",
    *,
    keep: bool,
    advance: Callable[[], None] = lambda: None,
) -> Iterator[Built]:
    """Everything from the project's sources, in a folder that is removed at the end.

    ``engine`` validates beside it; None is for no validation. With ``keep`` a store is made too.
    ``advance`` is called for each document that is done.
    Raises InputError for input that cannot be used.
    """
    judging = Judge(project, engine) if engine else nullcontext()
    with tempfile.TemporaryDirectory(prefix="gcm-kg-") as name, judging as judge:
        folder, corpus = Path(name), Corpus(project)
        draft = _drafted(corpus, folder, judge, advance)
        tables = corpus.links()
        links = list(link_quads(tables))
        if judge:
            judge.submit_links(links)
        questions = catalogue(load_questions(project.queries).values())
        draft.finish(questions, links, linksets(tables))
        made = store.make(folder, store.stores(project)) if keep else folder
        try:
            findings = judge.verdict() if judge else []
            quads = draft.statistics.graphs.total()
            yield Built(project, folder, findings, draft.digest, quads, made)
        finally:
            store.discard(made)


def _drafted(
    corpus: Corpus, folder: Path, judge: Judge | None, advance: Callable[[], None]
) -> publish.Draft:
    """The files of a corpus, each document given to the judge as it is written."""
    ontology = corpus.reader.vocabulary.ontology
    (folder / CONTEXT).write_bytes(context_file(ontology).encode())
    draft = publish.Draft(folder, context(ontology))
    common = list(corpus.common())
    draft.add(common)
    if judge:
        judge.share(common)
    for document in corpus.documents():
        quads = list(document)
        if judge:
            judge.submit(quads)
        try:
            draft.add(quads)
        except TypeError as error:
            raise InputError("the graph", "no blank nodes", str(error), "name the node") from None
        advance()
    return draft
