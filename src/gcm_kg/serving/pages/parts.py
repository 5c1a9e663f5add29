"""The page of a part of a document: its words, what it states, why, and what became of it."""

from __future__ import annotations

from dataclasses import replace
from urllib.parse import quote

from pyoxigraph import NamedNode

from gcm_kg.rdf.namespaces import BASE, DCTERMS
from gcm_kg.rdf.sparql import shipped
from gcm_kg.serving.messages import Request, Response
from gcm_kg.serving.pages.documents import Assertion, assertions
from gcm_kg.serving.pages.layout import page
from gcm_kg.serving.pages.marks import marks, pieces
from gcm_kg.serving.served import Served
from gcm_kg.store.graph import text_of
from gcm_kg.views.citation_styles import FOOTNOTES
from gcm_kg.views.entity import Entity
from gcm_kg.views.explanation import Explanation, explain
from gcm_kg.views.reference import reference

NOT_FOUND = BASE + "degree/not-found"


def part(request: Request, served: Served, iri: str, entity: Entity) -> Response:
    """The page of a part that has words."""
    from gcm_kg.serving.pages.things import facts

    row = next(served.graph.select(shipped("serving/document-of"), part=NamedNode(iri)))
    text, start, source = text_of(row["text"]), int(text_of(row["start"])), text_of(row["source"])
    marked = [m for m in marks(served, source) if start <= m.start < start + len(text)]
    said = [
        _with_words(one, text, start)
        for one in assertions(served.graph, source).get(iri, {}).values()
    ]
    identifier = entity.label
    data = {"@type": "Quotation", "@id": iri, "text": text, "inLanguage": "en"}
    return page(
        "part", request, served, title=f"{identifier} – {text_of(row['documentLabel'])}", iri=iri,
        identifier=identifier, document=text_of(row["document"]), entity=entity,
        document_label=text_of(row["documentLabel"]), parent=text_of(row["parent"]),
        parent_label=text_of(row["parentLabel"]), pieces=list(pieces(text, start, marked)),
        marks=marked, said=said, reasons=_by_relation(explain(served.graph, iri)),
        footnote=FOOTNOTES["chicago"](reference(served.graph, iri)),
        text=" ".join(text.split()), place=_place(entity), facts=facts(served, entity),
        linked_data=data,
    )  # fmt: skip


def _place(entity: Entity) -> str:
    """The fragment of the words of a part in the page of its document."""
    return next((quote(one.text) for one in entity.properties.get(DCTERMS + "identifier", ())), "")


def _with_words(one: Assertion, text: str, start: int) -> Assertion:
    words = " ".join(text[one.start - start : one.end - start].split())
    short = words if len(words) <= 160 else words[:159] + "…"
    return replace(one, words=short)


def _by_relation(explanations: list[Explanation]) -> dict[str, list[Explanation]]:
    """The reasons by what they are reasons of; a statement that has several is told each."""
    found: dict[str, list[Explanation]] = {}
    for one in explanations:
        found.setdefault(one.relation, []).append(one)
    return found
