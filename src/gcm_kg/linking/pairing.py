"""Which of our things and of another graph's share a name, an identifier or a link."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from gcm_kg.linking.agreement import Agreement
from gcm_kg.linking.candidates import Candidate, CandidateLabel
from gcm_kg.linking.labels import PART, SPELT_OUT
from gcm_kg.linking.names import Name
from gcm_kg.linking.subjects import Subjects
from gcm_kg.linking.target import Target, same_language
from gcm_kg.mappings.identifiers import Identifier, from_iri


def holders(candidates: Iterable[Candidate]) -> dict[Identifier, set[str]]:
    """Which candidates have an identifier: one that several share tells none of them."""
    given: dict[Identifier, set[str]] = {}
    for candidate in candidates:
        for identifier in identifiers_of(candidate):
            given.setdefault(identifier, set()).add(candidate.iri)
    return given


def identifiers_of(candidate: Candidate) -> list[Identifier]:
    """What identifies a candidate: its own IRI, literals, and what it says is the same."""
    same = [iri for predicate, iri in candidate.links if not predicate.endswith("closeMatch")]
    linked = [identifier for iri in same for identifier in from_iri(iri)[1:]]
    own = from_iri(candidate.iri)[1:]
    return list(dict.fromkeys((*own, *candidate.identifiers, *linked)))


def pairs_of(ours: Subjects, target: Target, candidate: Candidate) -> dict[str, list[Agreement]]:
    """Our things that may match a candidate, each with the names that agree."""
    pairs: dict[str, list[Agreement]] = {}
    for label in candidate.labels:
        for name, kind in _names(ours, target, label):
            foreign = not label.language and name.language not in ("", "en")
            if not foreign and same_language(name, label.language):
                agreement = Agreement(name, label, kind)
                if label.english or agreement.literal:  # no other language is inflected here
                    pairs.setdefault(name.thing, []).append(agreement)
    for iri in _identified(ours, candidate):
        pairs.setdefault(iri, [])
    return pairs


def _identified(ours: Subjects, candidate: Candidate) -> Iterator[str]:
    """Our things that have an identifier of a candidate, or are matched with what it is."""
    for identifier in identifiers_of(candidate):
        yield from ours.by_identifier.get(identifier, ())
    for _, linked in candidate.links:
        yield from (match.subject for match in ours.links.get(from_iri(linked)[0], ()))


def _names(ours: Subjects, target: Target, label: CandidateLabel) -> Iterator[tuple[Name, str]]:
    short = "" if target.shouting else label.short
    for name in ours.by_acronym.get(label.short, ()):
        yield name, SPELT_OUT if label.spelt_out else "acronym"
    parts = [key for key, kind in label.parts.keys if kind == PART]
    compared = all(key in ours.by_key for key in parts)
    for key, kind in () if short else label.parts.keys:
        if kind != PART or compared:
            for name in ours.by_key.get(key, ()):
                yield name, kind
