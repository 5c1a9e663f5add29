"""Experts' labels of recommendations, as the columns of a table give them."""

from __future__ import annotations

from dataclasses import dataclass

from gcm_kg.rdf.namespaces import BASE
from gcm_kg.text.characters import slug

LONGEST = 80
"""Code points of the words of a label in its IRI."""


@dataclass(frozen=True, slots=True)
class ExpertLabel:
    """A label of a column of one document. ``meanings`` are IRIs of things of the vocabulary."""

    document: str
    column: str
    text: str
    meanings: tuple[str, ...] = ()

    @property
    def iri(self) -> str:
        """The document, the column and the words, in small letters."""
        column, words = slug(self.column) or "column", slug(self.text)[:LONGEST] or "label"
        return f"{BASE}{self.document}/label/{column}/{words}"
