"""The documents of a graph, and the short names of their parts."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import overload

from gcm_kg.errors import InputError, offered, shown
from gcm_kg.model.keys import usual_key
from gcm_kg.rdf.namespaces import BASE
from gcm_kg.rdf.sparql import shipped
from gcm_kg.store.graph import Graph, text_of

# Matches “/” and “ ”, not “-”.
NO_KEY = re.compile(r"[^\w.-]+")


@dataclass(frozen=True, slots=True)
class KnownDocument:
    """A document of a graph: its IRI, its key, its title and its date, which may be empty."""

    iri: str
    key: str
    title: str = ""
    date: str = ""

    def holds(self, iri: str) -> bool:
        """Whether an IRI is that of the document, of a part of it, or of what is said of one."""
        return iri == self.iri or iri.startswith((f"{self.iri}/", f"{self.iri}.txt"))


class Documents(Sequence[KnownDocument]):
    """The documents of a graph in the order of their keys."""

    def __init__(self, found: Iterable[KnownDocument]) -> None:
        self._found = tuple(found)
        self._by_iri = {document.iri: document for document in self._found}

    @overload
    def __getitem__(self, index: int) -> KnownDocument: ...
    @overload
    def __getitem__(self, index: slice) -> tuple[KnownDocument, ...]: ...
    def __getitem__(self, index: int | slice) -> KnownDocument | tuple[KnownDocument, ...]:
        return self._found[index]

    def __len__(self) -> int:
        return len(self._found)

    def of(self, iri: str) -> KnownDocument | None:
        """The document of an IRI; of one of ours that the graph does not list, what its IRI says.

        None for what is in no document.
        """
        path, mark, _ = iri.partition("/!")
        whole = path if mark else iri
        if whole in self._by_iri:
            return self._by_iri[whole]
        if mark and whole.startswith(BASE):
            return KnownDocument(whole, usual_key(whole.removeprefix(BASE)))
        return next((d for d in self._found if d.holds(iri)), None)

    def qualified(self, iri: str, identifier: str) -> str:
        """The identifier of a part with the key of its document: "s5:III.a.1"."""
        document = self.of(iri)
        return f"{document.key}:{identifier}" if document else identifier

    def name(self, iri: str, identifier: str) -> str:
        """The identifier of a part as people are shown it: with a key where there are several."""
        return self.qualified(iri, identifier) if len(self) > 1 else identifier

    def named(self, name: str) -> KnownDocument:
        """The document of a key, whatever its case, or of an IRI, or of a symbol of which the key
        is made: "A/HRC/11/27" of "a-hrc-11-27". Raises InputError for none."""
        plain = NO_KEY.sub("-", name.lower())
        for document in self._found:
            if document.key.lower() in (name.lower(), plain) or name.strip("<>") == document.iri:
                return document
        if not self._found:
            found = f"{shown(name)}, and no document in the graph"
            raise InputError("--document", "the key of a document", found, "leave it out")
        known = " or ".join(offered(document.key) for document in self._found)
        raise InputError("--document", f"the key of a document: {known}", shown(name), "choose one")

    @cached_property
    def keys(self) -> dict[str, KnownDocument]:
        """The documents by their keys in small letters."""
        return {document.key.lower(): document for document in self._found}


def documents(graph: Graph) -> Documents:
    """The documents of a graph that have a key."""
    rows = graph.select(shipped("store/documents"))
    found: dict[str, KnownDocument] = {}
    for row in rows:
        iri, key, title, date = (text_of(row[n]) for n in ("document", "key", "title", "date"))
        found.setdefault(iri, KnownDocument(iri, key, title, date))
    return Documents(found.values())
