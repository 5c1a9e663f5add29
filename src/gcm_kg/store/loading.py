"""Puts the published files into a store, if they are whole and of one build."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import chain, islice
from pathlib import Path

from pyoxigraph import NamedNode, Quad, RdfFormat, Store, parse

from gcm_kg.errors import InputError
from gcm_kg.project import CLOSURE, DESCRIPTION, LINKS, QUESTIONS, TRIG
from gcm_kg.rdf.namespaces import DESCRIPTION_GRAPH, QUESTION_GRAPH

ADVICE = "run gcm-kg build"
AT_ONCE = 250_000
"""Quads that are put into a store at once."""
LOADED = {
    TRIG: "", LINKS: "", CLOSURE: "", DESCRIPTION: DESCRIPTION_GRAPH, QUESTIONS: QUESTION_GRAPH,
}  # fmt: skip
"""The published files that a store holds, with the graph of those that do not name any."""


def load(store: Store, folder: Path) -> None:
    """Puts the published files of a folder into an empty store.

    Raises InputError for files that are missing, not well formed, or not of the same build.
    """
    for name in LOADED:
        if not (folder / name).is_file():
            raise InputError(folder / name, "the built graph", "none", "run gcm-kg build")
    # As few loads as memory allows: each makes files of its own, of which a reader opens some only
    # later, and holds a kilobyte for each quad.
    quads = chain.from_iterable(_quads(folder / name) for name in LOADED)
    while first := next(quads, None):
        store.bulk_extend(chain([first], islice(quads, AT_ONCE - 1)))
    refuse_mixture(folder, TRIG, LINKS, CLOSURE)


def _quads(path: Path) -> Iterator[Quad]:
    """The quads of a published file; in its graph, if it names none."""
    form = RdfFormat.from_extension(path.suffix[1:])
    graph = NamedNode(LOADED[path.name]) if LOADED[path.name] else None
    with _reading(path):
        # Lenient: IRIs need no check, as they are those that a build has written.
        for quad in parse(path=str(path), format=form, lenient=True):
            yield Quad(quad.subject, quad.predicate, quad.object, graph) if graph else quad


@contextmanager
def _reading(path: Path) -> Iterator[None]:
    """Raises InputError, with the line, for a published file that is damaged."""
    try:
        yield
    except (SyntaxError, ValueError) as error:
        found = getattr(error, "msg", None) or str(error)
        line, form = getattr(error, "lineno", None), RdfFormat.from_extension(path.suffix[1:])
        raise InputError(
            path, form.name if form else "RDF", found, "run gcm-kg build", line=line
        ) from None


def refuse_mixture(folder: Path, *names: str) -> None:
    """Raises InputError where files of some names are not those that the description describes."""
    try:
        description = (folder / DESCRIPTION).read_bytes()
    except OSError:
        raise InputError(folder / DESCRIPTION, "the built graph", "none", ADVICE) from None
    for name in names:
        with (folder / name).open("rb") as file:
            digest = hashlib.file_digest(file, "sha256").hexdigest()
        if digest.encode() not in description:
            found = "another: it was cut or edited, or is of another build"
            raise InputError(folder / name, f"the file that {DESCRIPTION} describes", found, ADVICE)
