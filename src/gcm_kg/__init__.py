"""Knowledge graphs of what United Nations consultations recommend, with the words behind each edge.

``gcm_kg.open()`` gives the built graph: ``.ask(name, **parameters)``, ``.sparql(text)``,
``.explain(recommendation)``, ``.search(words)``, ``.show(name)`` and ``.graph``, an rdflib Dataset.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from gcm_kg.knowledge_graph import KnowledgeGraph

__all__ = ["open"]


def open(path: str | Path | None = None) -> KnowledgeGraph:  # noqa: A001
    """The built graph; or the one of an RDF file, in memory, or of the directory of a store.

    Raises gcm_kg.errors.InputError for a path that cannot be read.
    """
    from gcm_kg.knowledge_graph import open_graph

    return open_graph(path)
