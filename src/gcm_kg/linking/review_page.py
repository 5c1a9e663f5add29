"""A page on which a person accepts and rejects proposals, and takes away an SSSOM table.

It is one file that asks no host for anything: data, style and script are in it.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from importlib.metadata import version
from pathlib import Path

from gcm_kg.linking.claims import Proposals
from gcm_kg.linking.subjects import Subjects
from gcm_kg.linking.target import Target
from gcm_kg.mappings.sssom import Mapping
from gcm_kg.rdf.namespaces import BASE, SKOS

TEMPLATE = Path(__file__).with_name("review_page.html")
PLACE = "/*DATA*/null"
"""Where the template takes the data."""
RELATIONS = ("exactMatch", "closeMatch", "broadMatch", "narrowMatch", "relatedMatch")
MOST = 6
"""Names, notes and broader concepts that are shown of one thing."""
MOST_OPEN = 3_000
"""Pairs left open that are shown."""


def review_page(proposals: Proposals, ours: Subjects, target: Target, title: str) -> str:
    """The page, as HTML. ``title`` names the target."""
    pairs = [*_proposed(proposals.matches), *_left_open(proposals)]
    data = {
        "title": title,
        "base": BASE,
        "tool": f"gcm-kg link {version('gcm-kg')}",
        "relations": [f"skos:{name}" for name in RELATIONS],
        "pairs": pairs,
        "ours": {iri: _our(ours, iri) for iri in {pair["s"] for pair in pairs}},
        "theirs": {iri: _their(target, iri) for iri in {pair["o"] for pair in pairs}},
    }
    text = json.dumps(data, ensure_ascii=False, sort_keys=True).replace("</", "<\\/")
    return TEMPLATE.read_text("utf-8").replace(PLACE, text)


def _proposed(matches: list[Mapping]) -> Iterator[dict[str, str]]:
    for row in matches:
        predicate = row.predicate.replace(SKOS, "skos:")
        predicate = "skos:exactMatch" if predicate.endswith("sameAs") else predicate
        yield {"s": row.subject, "p": predicate, "o": row.object, "c": row.confidence,
               "w": row.comment}  # fmt: skip


def _left_open(proposals: Proposals) -> Iterator[dict[str, str]]:
    rows = [row for row in proposals.abstained if row.object]
    for row in rows[:MOST_OPEN]:
        yield {"s": row.subject, "p": "", "o": row.object, "c": "", "w": row.reason}


def _our(ours: Subjects, iri: str) -> dict[str, list[str]]:
    def values(name: str) -> list[str]:
        return ours.vocabulary.get(iri, SKOS + name)[:MOST]

    broader = [ours.vocabulary.name(other) for other in values("broader")]
    names = [*values("prefLabel"), *values("altLabel")]
    return {"names": names, "notes": values("definition") + values("scopeNote"), "in": broader}


def _their(target: Target, iri: str) -> dict[str, list[str]]:
    found = target.candidates.get(iri)
    if found is None:
        return {"names": [], "notes": [], "in": []}
    names = [label.text for label in found.labels if label.english] or [found.name]
    notes = [*found.notes, *found.descriptions]
    return {"names": names[:MOST], "notes": notes[:MOST], "in": target.above(found)[:MOST]}
