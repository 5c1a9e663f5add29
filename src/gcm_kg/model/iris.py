"""The one place where IRIs of documents, parts, spans, statements, rows and rules are made."""

from __future__ import annotations

from typing import TYPE_CHECKING

from gcm_kg.model.annotations import Row
from gcm_kg.rdf.namespaces import BASE

if TYPE_CHECKING:
    from gcm_kg.model.document import Part


def document_graph(document: str) -> str:
    """The named graph of what was read from a document, given its path below BASE."""
    return f"{BASE}graph/{document}"


def document_iri(document: str) -> str:
    """The IRI of a document, given its path below BASE."""
    return BASE + document


def source_iri(document: str) -> str:
    """The IRI of the text file in which positions are counted."""
    return f"{BASE}{document}.txt"


def original_iri(document: str) -> str:
    """The IRI of the file that the text of a document was made of."""
    return f"{BASE}{document}/original"


def place_iri(document: str, fragment: str) -> str:
    """The IRI of a page with a rectangle (RFC 8118), or of cells (RFC 7111), of the original."""
    return f"{original_iri(document)}#{fragment}"


def part_iri(document: str, part: Part) -> str:
    """The IRI of a part: the document, "!" and the component, "~" and the identifier in it.

    After the Akoma Ntoso Naming Convention 1.0 (sections 4.6 and 5), as Akoma Ntoso for the
    United Nations System applies it.
    """
    if not part.component:
        return document_iri(document)
    local = f"~{part.eid}" if part.eid else ""
    return f"{BASE}{document}/!{part.component}{local}"


def span_iri(document: str, start: int, end: int) -> str:
    """The IRI of a stretch of the source text, by RFC 5147 (section 2.2.1, character ranges)."""
    return f"{source_iri(document)}#char={start},{end}"


def statement_iri(document: str, part: Part, relation: str, entity: str, function: str) -> str:
    """The IRI of a statement: its part, the edge, the local names of object and function."""
    tail = entity.removeprefix(BASE).replace("/", "_")
    suffix = f"_{function.rsplit('/', 1)[-1]}" if function else ""
    return f"{part_iri(document, part)}/{relation}/{tail}{suffix}"


def passage_iri(document: str, part: Part, kind: str, number: int) -> str:
    """The IRI of a passage: its part, its class in small letters, and which of them it is."""
    return f"{part_iri(document, part)}/{kind.lower()}/{number}"


def row_iri(document: str, table: str, row: str) -> str:
    """The IRI of a row of a table of annotations."""
    return f"{BASE}{document}/annotation/{table}/{row}"


def rule_iri(name: str) -> str:
    """The IRI of a rule, by its local name."""
    return f"{BASE}rule/{name}"


def judgement_iri(row: Row) -> str:
    """The IRI of the judgement in a row; rows that are things themselves have one of their own."""
    return row.iri + "/judgement" if row.table in ("participation", "figures") else row.iri
