"""Puts other graphs beside ours, each in a named graph of its own, into a store of their own."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from pyoxigraph import NamedNode, Quad, Store

from gcm_kg.errors import InputError, shown
from gcm_kg.project import Project
from gcm_kg.rdf.left_out import LeftOut, not_read
from gcm_kg.rdf.namespaces import BASE, GCM, OTHER_GRAPHS
from gcm_kg.rdf.parsing import files_of, parse_file
from gcm_kg.store import directory as stores
from gcm_kg.store.following import add_what_follows
from gcm_kg.store.unfinished import let_go

APART = re.compile(r"[^a-z0-9]+")
"""What parts the words of a name."""


def merge(
    project: Project,
    others: Sequence[Path],
    target: Path,
    advance: Callable[[], None],
    say: Callable[[str], None],
) -> dict[str, tuple[int, int]]:
    """Makes the directory of a store that holds the built graph and the others; gives the number of
    triples of each of the other graphs, by its IRI, and how many of them say something of ours.

    An RDF file, or a folder of such files, goes into one graph that is named after it, whatever
    graphs it names itself, so that nothing of it is ever taken for ours; what follows from it goes
    into that of what follows from ours. The directory is there
    when it is whole. ``advance`` is called for each of the others that is done, ``say`` with what
    was left out of it: files that are no RDF, statements with what is no term. Raises InputError
    for one that cannot be read, two of the same name, and a directory that is there already.
    """
    if target.exists():
        expected, advice = "a directory that is not there yet", "give another, or remove it"
        raise InputError(target, expected, "one that is", advice)
    graphs = _named(others)
    counts: dict[str, tuple[int, int]] = {}

    def beside(store: Store) -> None:
        for name, path in graphs.items():
            before = len(store)
            left_out, skipped = LeftOut(), list[Path]()
            store.bulk_extend(_quads(files_of(path, skipped), NamedNode(name), left_out))
            for note in (str(left_out) if left_out.number else "", not_read(skipped)):
                if note:
                    say(f"{path.name}: {note}")
            counts[name] = len(store) - before, _of_ours(store, NamedNode(name))
            advance()
        add_what_follows(store, project.ontology, [*graphs])

    made = stores.make(project.graph, target.absolute().parent, beside)
    made.rename(target)
    let_go(made)
    return counts


def _of_ours(store: Store, graph: NamedNode) -> int:
    """How many triples of a graph have a thing or term of ours as their subject."""
    subjects = (q.subject for q in store.quads_for_pattern(None, None, None, graph))
    return sum(isinstance(s, NamedNode) and s.value.startswith((BASE, GCM)) for s in subjects)


def _named(others: Sequence[Path]) -> dict[str, Path]:
    """The graph for each of the others."""
    graphs: dict[str, Path] = {}
    for path in others:
        words = path.resolve().name.partition(".")[0].lower()
        name = APART.sub("-", words).strip("-")
        if not name:
            raise InputError(path, "a name with letters or digits", shown(path.name), "rename it")
        taken = graphs.setdefault(OTHER_GRAPHS + name, path)
        if taken is not path:
            raise InputError(path, "a name that no other one has", f"that of {taken}", "rename one")
    return graphs


def _quads(files: Sequence[Path], graph: NamedNode, left_out: LeftOut) -> Iterator[Quad]:
    for file in files:
        for quad in parse_file(file, apart=True, left_out=left_out):
            yield Quad(quad.subject, quad.predicate, quad.object, graph)
