"""Builds the graph: sources in, published files and a store out, unless there is a violation."""

from __future__ import annotations

import tempfile
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import AbstractContextManager, ExitStack, contextmanager, nullcontext, suppress
from dataclasses import dataclass, field
from pathlib import Path

from pyoxigraph import Quad, RdfFormat, serialize

from gcm_kg.errors import InputError
from gcm_kg.mappings.curated import Links, link_quads, linksets
from gcm_kg.project import FILES, Project
from gcm_kg.publishing.cache import Cache, Entry
from gcm_kg.publishing.catalogue import catalogue
from gcm_kg.publishing.collection import collected_seldom
from gcm_kg.publishing.context import context, context_file
from gcm_kg.publishing.corpus import Corpus
from gcm_kg.publishing.documents import Documents
from gcm_kg.publishing.entries import EntryMaker
from gcm_kg.publishing.fragments import Packed
from gcm_kg.publishing.overview import Overview, with_joined, without_english
from gcm_kg.publishing.placing import PREFIX, put_all_in_place, put_in_place
from gcm_kg.publishing.record import Told, remember
from gcm_kg.publishing.release import Release, is_stale, same, stale
from gcm_kg.querying.questions import headers_text, load_questions
from gcm_kg.rdf.namespaces import BASE
from gcm_kg.rdf.parsing import parse_turtle
from gcm_kg.store import directory
from gcm_kg.store.making import Making
from gcm_kg.store.renewing import Renewal, renewable
from gcm_kg.store.unfinished import alone, remove_abandoned, unfinished
from gcm_kg.validation.check import check_lines
from gcm_kg.validation.report import Finding, Report, Severity, ranked

CONTEXT = "context.jsonld"
CACHE = "documents"
"""The folder beside the stores in which entries of documents are kept."""


@dataclass(frozen=True, slots=True)
class Built:
    """A graph that was built aside: what was found in it, and its files, not yet in place."""

    project: Project
    folder: Path
    findings: list[Finding]
    told: Told
    made: Path | None
    left_out: list[InputError]
    key: str = ""
    digests: dict[str, str] = field(default_factory=dict)

    def stale(self) -> list[Path]:
        """The committed files that differ from what the sources give now."""
        names = stale(self.project.graph, self.folder)
        files = [self.project.graph / name for name in names]
        if not same(self.project.context, self.folder / CONTEXT):
            files.append(self.project.context)
        return files

    def put_in_place(self) -> None:
        """Publishes the files, by one switch, and the store of them; what is as it was, stays."""
        if not same(self.project.context, self.folder / CONTEXT):
            put_in_place(self.folder / CONTEXT, self.project.context)
        if is_stale(self.project.graph, self.folder):
            put_all_in_place(self.folder, FILES, self.project.graph)
        if self.made:
            directory.put_in_place(self.made, directory.current(self.project))
        if self.key and not self.left_out:
            remember(self.project, self.key, self.told, self.digests)


@contextmanager
def building(
    project: Project,
    engine: str | None = "rust",
    *,
    keep: bool,
    strict: bool = True,
    jobs: int = 1,
    scheduler: str = "",
    fresh: bool = False,
    advance: Callable[[], None] = lambda: None,
) -> Iterator[Built]:
    """Everything from the project's sources, in a folder that is removed at the end.

    Unless ``strict``, sources that cannot be used are left out, with their errors beside the rest.

    ``engine`` validates; None is for no validation. With ``keep`` a store is made too. ``jobs``
    processes read; what was read before of the same input is used again, unless ``fresh``.
    ``advance`` is called for each document that is done.
    Raises InputError for input that cannot be used, for another build that keeps going on, and for
    an installed package that is to be written to.
    """
    turn = _turn(project) if keep else nullcontext()
    stores = directory.stores(project)
    cache = Cache(stores / CACHE)
    documents = Documents(
        project, engine, cache, jobs=jobs, scheduler=scheduler, fresh=fresh, strict=strict
    )
    with turn, _aside(project if keep else None) as folder, ExitStack() as resources:
        maker = EntryMaker(corpus := Corpus(project), engine, jobs)
        maker.common = _common(maker, documents)
        with collected_seldom(), ThreadPoolExecutor(1) as thread:
            links, tables = _links(corpus)
            linked = thread.submit(_check_links, project, links, engine)
            making = resources.enter_context(_making(project, documents)) if keep else None
            written, findings, overviews = _written(documents, maker, making, folder, advance)
            findings += linked.result()
        questions = catalogue(load_questions(project.queries).values())
        headers, said = headers_text(project.queries), parse_turtle(project.dataset)
        key = documents.inputs.of_all(documents.files) if engine else ""
        written.finish(questions, links, linksets(tables), headers, said)
        made = _finished(making, written) if making else None
        try:
            warned = list(without_english(corpus.vocabulary))
            told = Told(written.statistics.graphs.total(), written.digest, overviews, warned)
            digests = {name: digest for name, (_, digest) in written.measured.items()}
            found, left_out = ranked(set(findings)), documents.left_out
            yield Built(project, folder, found, told, made, left_out, key, digests)
        finally:
            cache.tidy()
            if made:
                directory.discard(made)


def _aside(project: Project | None) -> AbstractContextManager[Path]:
    """A folder for what is made: beside the published files, if it is to take their place."""
    if project:
        return unfinished(project.graph.parent, PREFIX, mode=0o700)
    return unfinished(Path(tempfile.gettempdir()), "gcm-kg-build-", mode=0o700)


@contextmanager
def _turn(project: Project) -> Iterator[None]:
    """The turn of a build that writes into a project. Raises InputError for a package."""
    project.refuse_package("build")
    with alone(project.graph.parent, "build"):
        remove_abandoned(project.graph.parent, PREFIX)
        yield


def _making(project: Project, documents: Documents) -> AbstractContextManager[Making | Renewal]:
    """What makes the store: of the one that is there, where few documents have changed."""
    stores = directory.stores(project)

    def kept(key: str) -> Iterable[Packed] | None:
        entry = documents.cache.get(key)
        return entry.packed if entry else None

    with suppress(InputError):  # nothing has been published
        before = directory.current(project)
        if not documents.fresh and renewable(before, documents.all_keys()):
            return Renewal(stores, before, kept)
    return Making(stores)


def _common(maker: EntryMaker, documents: Documents) -> Packed:
    """What all documents share, which is kept as they are."""
    cache, key = documents.cache, documents.inputs.shared
    entry = None if documents.fresh else cache.get(key)
    if entry is None:
        cache.put(key, entry := Entry((maker.common,)))
    return entry.packed[0]


def _finished(making: Making | Renewal, written: Release) -> Path | None:
    """The store of what was written; None where there is one already."""
    if directory.holds(making.place, written.folder):
        return None
    return making.finish(written.folder, written.statistics.graphs.total() + written.derived)


def build(project: Project, engine: str | None = "rust") -> Report:
    """Builds a project and publishes it, unless there is a violation; gives the findings.

    Raises InputError for input that cannot be used; then nothing is written.
    """
    with building(project, engine, keep=True) as built:
        report = Report(built.findings)
        if not report.fails(Severity.VIOLATION):
            built.put_in_place()
    return report


def _links(corpus: Corpus) -> tuple[list[Quad], list[Links]]:
    tables = corpus.links()
    return list(link_quads(tables)), tables


def _check_links(project: Project, links: list[Quad], engine: str | None) -> list[Finding]:
    lines = serialize(links, format=RdfFormat.N_QUADS) or b""
    return check_lines((project.link_shapes,), lines, engine) if engine else []


def _written(
    documents: Documents,
    maker: EntryMaker,
    making: Making | Renewal | None,
    folder: Path,
    advance: Callable[[], None],
) -> tuple[Release, list[Finding], list[Overview]]:
    """The files of a corpus, what was found in it, and what was read in each document."""
    ontology = maker.corpus.vocabulary.ontology
    (folder / CONTEXT).write_bytes(context_file(ontology).encode())
    written = Release(folder, context(ontology), maker.corpus.schema)
    maker.early = making.early if making else maker.early

    def append(name: str, key: str, packed: Packed) -> None:
        written.append(packed, f"<{BASE}{name}" if name else "")
        if making:
            making.add(name, key, packed)

    append("", documents.inputs.shared, maker.common)
    findings: list[Finding] = []
    overviews: list[Overview] = []
    for entry in documents.entries(maker):
        path = entry.told["path"]
        for packed in entry.packed:
            append(path, documents.keys[path], packed)
        findings += entry.findings
        overviews.append(Overview(**entry.told["overview"]))
        advance()
    return written, findings, list(with_joined(overviews))
