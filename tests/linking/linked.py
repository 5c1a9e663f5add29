"""Links our things to a vocabulary that a test writes down."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from gcm_kg.linking.claims import Proposals
from gcm_kg.linking.names import load_other_names
from gcm_kg.linking.proposals import linked
from gcm_kg.linking.subjects import Subjects, subjects_of
from gcm_kg.mappings.sssom import Mapping
from gcm_kg.model.vocabulary import Vocabulary
from gcm_kg.project import Project
from gcm_kg.reading.vocabulary import load_vocabulary

ROOT = Path(__file__).resolve().parents[2]
PREFIXES = """
@prefix skos: <http://www.w3.org/2004/02/skos/core#> .
@prefix xl: <http://www.w3.org/2008/05/skos-xl#> .
@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
@prefix owl: <http://www.w3.org/2002/07/owl#> .
@prefix dct: <http://purl.org/dc/terms/> .
@prefix schema: <http://schema.org/> .
@prefix gn: <http://www.geonames.org/ontology#> .
@prefix wd: <http://www.wikidata.org/entity/> .
@prefix wdt: <http://www.wikidata.org/prop/direct/> .
@prefix eli: <http://data.europa.eu/eli/ontology#> .
@prefix org: <http://www.w3.org/ns/org#> .
@prefix x: <http://example.org/x/> .
"""
X = "http://example.org/x/"
ID = "https://w3id.org/gcm-kg/id/"


@cache
def vocabulary() -> Vocabulary:
    return load_vocabulary(Project(ROOT).ontology, Project(ROOT).vocabulary)


@cache
def ours(*curated: Mapping) -> Subjects:
    """Our side, with no curated links but those given."""
    return subjects_of(vocabulary(), curated, load_other_names(Project(ROOT).vocabulary))


def proposals(tmp_path: Path, turtle: str, *curated: Mapping) -> Proposals:
    """What is proposed for a vocabulary in Turtle."""
    path = tmp_path / "target.ttl"
    path.write_text(PREFIXES + turtle, encoding="utf-8")
    return linked(str(path), ours(*curated)).proposals


def pairs(found: Proposals) -> set[tuple[str, str, str]]:
    """What is proposed: our thing, the relation, and the other, each by the end of its IRI."""
    return {
        (m.subject.removeprefix(ID), m.predicate.rsplit("#", 1)[-1], m.object.rsplit("/", 1)[-1])
        for m in found.matches
    }


def reasons(found: Proposals) -> dict[tuple[str, str], str]:
    """Why a pair is left open."""
    return {
        (a.subject.removeprefix(ID), a.object.rsplit("/", 1)[-1]): a.reason for a in found.abstained
    }
