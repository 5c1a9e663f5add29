"""The functions beside the graph for Python users: read, build, check, link and serve.

Each imports what it needs when it is called: to check a file takes no part of what builds.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from gcm_kg.errors import InputError, shown
from gcm_kg.knowledge_graph import KnowledgeGraph, open_knowledge_graph
from gcm_kg.project import Project, this_project

if TYPE_CHECKING:
    from gcm_kg.linking.proposals import Linked
    from gcm_kg.model.document import Document
    from gcm_kg.publishing.pushing import Pushed
    from gcm_kg.store.graph import Graph
    from gcm_kg.validation.report import Report
    from gcm_kg.views.difference import Difference


def read(path: str | Path, kind: str = "") -> Document:
    """The parts of a text: sections, paragraphs, recommendations, by the profile of its ``kind``,
    or by the one that fits it best.

    Offsets count code points of the text. Raises InputError for a file that is not UTF-8 text, an
    empty one, and a kind that no profile has.

    >>> import gcm_kg
    >>> from gcm_kg.project import this_project
    >>> document = gcm_kg.read(next(this_project().sources.glob("*.txt")))
    >>> len(list(document.recommendations()))
    87
    """
    from gcm_kg.files import load_text
    from gcm_kg.reading.documents import read_as
    from gcm_kg.reading.sources import profiles_of

    profiles = profiles_of(this_project())
    if kind and kind not in profiles:
        advice = "use one of these, or leave it out"
        raise InputError("kind", f"one of {', '.join(profiles)}", shown(kind), advice)
    return read_as(load_text(Path(path)), profiles, str(path), kind).document


def init(folder: str | Path, *, sample: bool = True) -> Project:
    """Makes a folder that is new or empty a project of one's own, with a sample document unless it
    is not wanted, and gives it, for ``add`` and ``build``.

    Raises InputError for a folder that holds something, or cannot be made.
    """
    from gcm_kg.publishing.beginning import begin_project

    return begin_project(Path(folder), sample=sample)


def add(*paths: str | Path, project: Project | None = None) -> list[Path]:
    """Takes documents and tables into a project, by default that of ``build``, and gives the paths
    of their texts; what is there already is not taken again. The graph is not built.

    Raises InputError for a file that cannot be used; those before it are there then.
    """
    from gcm_kg.importing.addition import Importer
    from gcm_kg.importing.storing import new, write

    importer = Importer(project or this_project())
    taken: set[str] = set()
    return [
        write(addition, importer.project)
        for path in paths
        for addition in new(importer, Path(path), taken)
    ]


def build(project: Project | None = None, *, engine: str | None = "rust") -> Report:
    """Builds a project, by default the one of ``GCM_KG_PROJECT`` or of the code, and publishes it
    unless there is a violation; gives the findings. ``engine`` is rust, pyshacl or None.

    Raises InputError for input that cannot be used; then nothing is written.
    """
    from gcm_kg.publishing.build import build

    return build(project or this_project(), engine)


def release(
    directory: str | Path, address: str, *, pages: str = "", project: Project | None = None
) -> list[str]:
    """Writes the built graph as files to publish at an address, with a description, sums and rules
    of redirection, and gives their names; ``pages`` is where its pages are, if elsewhere.

    Raises InputError for what is no address, a graph that is not built, and a folder of others.
    """
    from gcm_kg.publishing.distribution import write_distribution

    return write_distribution(project or this_project(), Path(directory), address, pages or address)


def push(
    address: str,
    graph: KnowledgeGraph | None = None,
    *,
    query: str = "",
    user: tuple[str, str] | None = None,
) -> Pushed:
    """Brings the named graphs of a graph, by default the built one, into the store at an address,
    by the Graph Store Protocol; what is there already is not sent.

    ``query`` is the address of its SPARQL endpoint, if it cannot be told from the other, ``user``
    a name and a password. Raises InputError for a store that refuses, or counts other triples.
    """
    from gcm_kg.publishing.pushing import push
    from gcm_kg.store.graph_store import GraphStore

    source = graph or open_knowledge_graph(None)
    return push(source.data, GraphStore(address, query, user))


def check(
    graphs: str | Path | KnowledgeGraph | Sequence[str | Path] = (),
    *,
    engine: str = "pyshacl",
    profile: str = "full",
) -> Report:
    """The findings on an opened graph, or on RDF files, directories of stores or endpoints, with
    the project's vocabulary; without any, on the built graph. The profile "light" is for
    recommendations that people write down themselves.

    Raises InputError for what cannot be read.
    """
    from gcm_kg.validation.check import Seen, shapes_of, with_vocabulary
    from gcm_kg.validation.check import check as check_quads

    project, seen, shapes = this_project(), Seen(), shapes_of(profile)
    given: list[str | Path | Graph]
    if isinstance(graphs, KnowledgeGraph):
        given = [graphs.data]
    else:
        given = [graphs] if isinstance(graphs, str | Path) else list(graphs)
    report = check_quads(project, with_vocabulary(project, given, seen), engine, shapes)
    return replace(report, findings=seen.quoted.beside(report.findings), notes=seen.notes)


def diff(old: str, new: str | None = None) -> Difference:
    """What was added, removed and changed between two graphs, each an RDF file, the directory of a
    store, an endpoint or a tag of the project's repository; the new one is else the built graph.

    Raises InputError for what cannot be read, and for graphs with blank nodes.
    """
    from gcm_kg.publishing.versions import opened_version
    from gcm_kg.views.difference import difference

    project = this_project()
    return difference(opened_version(old, project), opened_version(new, project))


def link(target: str | Path, *, known: bool = True, seconds: float = 300) -> Linked:
    """What of our things may match those of an RDF file, a folder of them, or an endpoint.

    With ``known``, curated links are used and not proposed again; ``seconds`` bounds how long an
    endpoint is asked. Raises InputError for a target that cannot be read, or that names nothing.
    """
    from gcm_kg.linking.proposals import linked, our_side, refuse_unreadable

    refuse_unreadable(str(target))
    return linked(str(target), our_side(this_project(), known=known), seconds=seconds)


def serve(
    graph: str | Path = "",
    *,
    host: str = "127.0.0.1",
    port: int = 8000,
    timeout: float = 10,
    mcp: bool = False,
    ready: Callable[[str], None] = print,
) -> None:
    """Serves a graph, by default the built one, until the process is told to end.

    ``graph`` is an RDF file or the directory of a store; a query is ended after ``timeout``
    seconds; with ``mcp`` agents are answered, too, at /mcp; ``ready`` is told the address when the
    graph is open. Raises InputError for a graph that cannot be opened, and for a port that cannot
    be had.
    """
    from gcm_kg.serving.server import run

    run(str(graph), host=host, port=port, seconds=timeout, mcp=mcp, ready=ready)


def site(directory: str | Path, graph: str | Path = "", *, address: str = "") -> int:
    """Writes a graph, by default the built one, as pages in files, and gives their number.

    ``address`` is where they will be, for the map of the site. Raises InputError for a folder that
    holds something else, or that cannot be written.
    """
    from gcm_kg.serving.served import Served
    from gcm_kg.serving.site import write_site

    served = Served(str(graph))
    served.open()
    return write_site(served, Path(directory), address)
