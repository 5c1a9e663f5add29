"""Identifiers of parts as people are shown them: with keys of documents, where there are two."""

from __future__ import annotations

from collections.abc import Sequence

from pyoxigraph import NamedNode

from gcm_kg.querying.names import own_name
from gcm_kg.querying.results import Terms
from gcm_kg.rdf.namespaces import BASE
from gcm_kg.store.documents import Documents, documents
from gcm_kg.store.graph import Graph, text_of


def identified(
    graph: Graph, columns: Sequence[str], rows: Sequence[Terms], *, iris: bool = False
) -> list[list[str]]:
    """The rows of an answer as text.

    The IRI of a part of a document becomes its identifier, unless ``iris`` are wanted.

    In a column ``identifier`` the key of the document is put before the identifier of a part, once
    there are several documents: "s5:III.a.1". In ``identifiers``, a list that a query has made with
    keys, they are taken away where there is one document only.
    """
    known = documents(graph)
    texts = [[text_of(term) for term in row] for row in rows]
    if not iris:
        _name_parts(graph, known, texts, rows)
    several = len(known) > 1
    for place, column in enumerate(columns):
        if column == "identifier" and several:
            for row, terms in zip(texts, rows, strict=True):
                row[place] = _qualified(known, terms, row[place])
        elif column == "identifiers" and not several:
            for row in texts:
                row[place] = _bare(known, row[place])
    return texts


def _name_parts(
    graph: Graph, known: Documents, texts: list[list[str]], rows: Sequence[Terms]
) -> None:
    """Puts the names of parts in the place of their IRIs."""
    names: dict[str, str] = {}
    for row, terms in zip(texts, rows, strict=True):
        for place, term in enumerate(terms):
            if isinstance(term, NamedNode) and known.of(term.value):
                if term.value not in names:
                    names[term.value] = own_name(graph, term.value, known)
                row[place] = names[term.value]


def _qualified(known: Documents, terms: Terms, identifier: str) -> str:
    """An identifier with the key of the document of which the first part in its row is."""
    iris = (t.value for t in terms if isinstance(t, NamedNode) and t.value.startswith(BASE))
    document = next((found for iri in iris if (found := known.of(iri))), None)
    return f"{document.key}:{identifier}" if document and identifier else identifier


def _bare(known: Documents, identifiers: str) -> str:
    names = identifiers.split(", ")
    for document in known:
        names = [name.removeprefix(f"{document.key}:") for name in names]
    return ", ".join(names)
