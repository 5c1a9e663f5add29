"""Renews the index of words of a store of which some documents have changed."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable
from contextlib import closing
from pathlib import Path

from gcm_kg.model.iris import document_graph, document_iri
from gcm_kg.rdf.namespaces import CLOSURE_GRAPH, SKOS
from gcm_kg.store.fulltext import fill
from gcm_kg.store.graph import LocalGraph

LABELS = [
    f"<{SKOS}{name}>".encode() for name in ("prefLabel", "altLabel", "hiddenLabel", "notation")
]
"""The predicates of names, as N-Quads write them."""


def renew(path: Path, graph: LocalGraph, documents: Iterable[str], *, names: bool) -> None:
    """Writes the words of some documents of a graph, by their paths below BASE, in the place of
    what the index has of them; and, if wanted, of all ``names``. Raises OSError if the file cannot
    be written."""
    try:
        with closing(sqlite3.connect(path, isolation_level=None)) as database:
            database.execute("PRAGMA synchronous = OFF")
            database.execute("BEGIN")
            for document in sorted(documents):
                _forget(database, document_iri(document))
                over = [document_graph(document), CLOSURE_GRAPH], [CLOSURE_GRAPH]
                fill(database, "parts", graph, over)
            if names:
                database.execute("DELETE FROM names")
                fill(database, "names", graph)
            database.execute("COMMIT")
    except sqlite3.Error as error:
        raise OSError(f"{path}: {error}") from error


def _forget(database: sqlite3.Connection, document: str) -> None:
    """Removes what is said of a document and its parts: "/" is followed by "0"."""
    of_it = "part = :document OR (part > :document || '/' AND part < :document || '0')"
    database.execute(f"DELETE FROM parts WHERE {of_it}", {"document": document})
