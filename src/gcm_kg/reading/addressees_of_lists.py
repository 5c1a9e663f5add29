"""Gives the items of a summary of sessions whom the paragraph before their list asks."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from gcm_kg.model.document import Attribute, Document, Part
from gcm_kg.reading.addressees import named_in
from gcm_kg.reading.segments import Span


def addressed(document: Document, heads: re.Pattern[str]) -> Document:
    """The document whose recommendations say whom a lead-in such as "It was proposed that States:"
    asks. ``heads`` finds who is asked, as a group, in a paragraph that ends with a colon."""
    return replace(document, parts=tuple(_with_addressees(document, heads)))


def _with_addressees(document: Document, heads: re.Pattern[str]) -> Iterator[Part]:
    asked: Span | None = None
    for part in document.parts:
        if part.kind == "Recommendation" and asked:
            yield replace(part, attributes=(*part.attributes, Attribute("addressedTo", *asked)))
            continue
        if part.is_leaf and part.kind != "Recommendation":
            asked = _asked(document, part, heads)
        yield part


def _asked(document: Document, lead: Part, heads: re.Pattern[str]) -> Span | None:
    """The place of the words for those whom a lead-in asks."""
    words = document.words[lead.start : lead.end]
    return named_in(heads, words, lead.start) if words.rstrip().endswith(":") else None
