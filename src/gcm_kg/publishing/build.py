"""Builds the graph: sources in, published files and a store out, unless there is a violation."""

from __future__ import annotations

import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager, nullcontext
from dataclasses import dataclass
from pathlib import Path

from pyoxigraph import RdfFormat, serialize

from gcm_kg.errors import InputError
from gcm_kg.mappings.curated import link_quads, linksets
from gcm_kg.project import FILES, Project
from gcm_kg.publishing.catalogue import catalogue
from gcm_kg.publishing.context import context, context_file
from gcm_kg.publishing.corpus import Corpus
from gcm_kg.publishing.overview import Overview
from gcm_kg.publishing.release import Release, put_in_place, same, stale
from gcm_kg.querying.questions import headers_text, load_questions
from gcm_kg.rdf.parsing import parse_turtle
from gcm_kg.store import directory
from gcm_kg.validation.pool import ValidatorPool
from gcm_kg.validation.report import Finding, Report, Severity

CONTEXT = "context.jsonld"


@dataclass(frozen=True, slots=True)
class Built:
    """A graph that was built aside: what was found in it, and its files, not yet in place."""

    project: Project
    folder: Path
    findings: list[Finding]
    digest: str
    quads: int
    made: Path | None
    left_out: list[InputError]
    overviews: list[Overview]

    def stale(self) -> list[Path]:
        """The committed files that differ from what the sources give now."""
        names = stale(self.project.graph, self.folder)
        files = [self.project.graph / name for name in names]
        if not same(self.project.context, self.folder / CONTEXT):
            files.append(self.project.context)
        return files

    def put_in_place(self) -> None:
        """Publishes the files and the store of them; the digest comes last."""
        put_in_place(self.folder / CONTEXT, self.project.context)
        for name in FILES:
            put_in_place(self.folder / name, self.project.graph / name)
        if self.made:
            directory.put_in_place(self.made, directory.current(self.project))


@contextmanager
def building(
    project: Project,
    engine: str | None = "rust",
    *,
    keep: bool,
    strict: bool = True,
    advance: Callable[[], None] = lambda: None,
) -> Iterator[Built]:
    """Everything from the project's sources, in a folder that is removed at the end.

    Unless ``strict``, sources that cannot be used are left out, with their errors beside the rest.

    ``engine`` validates beside it; None is for no validation. With ``keep`` a store is made too.
    ``advance`` is called for each document that is done.
    Raises InputError for input that cannot be used.
    """
    validating = ValidatorPool(project, engine) if engine else nullcontext()
    with tempfile.TemporaryDirectory(prefix="gcm-kg-") as name, validating as validator:
        folder, corpus = Path(name), Corpus(project, strict=strict)
        written = _written(corpus, folder, validator, advance)
        tables = corpus.links()
        links = list(link_quads(tables))
        if validator:
            validator.submit_links(serialize(links, format=RdfFormat.N_QUADS) or b"")
        questions = catalogue(load_questions(project.queries).values())
        headers, said = headers_text(project.queries), parse_turtle(project.dataset)
        written.finish(questions, links, linksets(tables), headers, said)
        stores = directory.stores(project)
        needed = keep and not directory.holds(stores, folder)
        made = directory.make(folder, stores) if needed else None
        try:
            findings = validator.findings() if validator else []
            quads = written.statistics.graphs.total()
            said_of = corpus.left_out, corpus.overviews
            yield Built(project, folder, findings, written.digest, quads, made, *said_of)
        finally:
            if made:
                directory.discard(made)


def build(project: Project, engine: str | None = "rust") -> Report:
    """Builds a project and publishes it, unless there is a violation; gives the findings.

    Raises InputError for input that cannot be used; then nothing is written.
    """
    with building(project, engine, keep=True) as built:
        report = Report(built.findings)
        if not report.fails(Severity.VIOLATION):
            built.put_in_place()
    return report


def _written(
    corpus: Corpus, folder: Path, validator: ValidatorPool | None, advance: Callable[[], None]
) -> Release:
    """The files of a corpus, each document given to the validator as it is written."""
    ontology = corpus.vocabulary.ontology
    (folder / CONTEXT).write_bytes(context_file(ontology).encode())
    written = Release(folder, context(ontology))
    common = written.add(corpus.common())
    if validator:
        validator.common = common
    for document in corpus.documents():
        try:
            lines = written.add(document)
        except TypeError as error:
            raise InputError("the graph", "no blank nodes", str(error), "name the node") from None
        if validator:
            validator.submit(lines)
        advance()
    return written
