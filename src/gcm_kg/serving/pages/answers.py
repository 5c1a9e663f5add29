"""Shows the rows of an answer to people: labels that are links in place of identifiers."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from pyoxigraph import NamedNode

from gcm_kg.querying.answers import Answer
from gcm_kg.querying.results import Terms
from gcm_kg.rdf.namespaces import short
from gcm_kg.serving.pages.links import Links
from gcm_kg.store.graph import text_of
from gcm_kg.views.table import HIDDEN, NAMED, WITHIN, heading

HEADS = {
    "identifier": "Place", "quote": "Words", "function": "What is asked of it", "use":
    "What is asked of it", "count": "Number", "degree": "Outcome",
}  # fmt: skip
"""What people are told for some columns."""


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell: a text, maybe with an address, and with the words around it."""

    text: str
    address: str = ""
    before: str = ""
    behind: str = ""
    number: bool = False


def table(answer: Answer, links: Links) -> tuple[list[str], list[list[Cell]]]:
    """The heads and the rows of an answer."""
    columns = answer.columns
    shown = [name for name in columns if _is_shown(name, columns)]
    heads = [_head(name) for name in shown]
    return heads, [[_cell(name, columns, row, links) for name in shown] for row in answer.terms]


def _is_shown(name: str, columns: Sequence[str]) -> bool:
    if name in (*HIDDEN, "reason", "start", "end") or f"{name}Label" in columns:
        return False
    return not (name in (*NAMED, *WITHIN) and "identifier" in columns)


def _head(name: str) -> str:
    told = heading(name)
    return HEADS.get(name.removesuffix("Label"), told[:1].upper() + told[1:])


def _cell(name: str, columns: Sequence[str], row: Terms, links: Links) -> Cell:
    values = dict(zip(columns, row, strict=True))
    term = values[name]
    text = short(text_of(term)) if isinstance(term, NamedNode) else text_of(term)
    of = name.removesuffix("Label") if name.endswith("Label") else name
    if name == "identifier":
        of = next((part for part in (*NAMED, *WITHIN) if part in columns), name)
    target = values.get(of)
    address = links.thing(target.value) if isinstance(target, NamedNode) else ""
    before, behind = (
        text_of(values.get(n)) if name == "quote" else "" for n in ("prefix", "suffix")
    )
    return Cell(
        text, address, before, behind, number=text.lstrip("-").replace(".", "", 1).isdigit()
    )
