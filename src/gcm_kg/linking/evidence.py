"""What speaks for a match of two things and against it, as features that a model weighs.

A feature is a number: 1 where something holds, or how much of it there is. Which there are is told
by the tables of ``model.toml``.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from gcm_kg.linking.agreement import Agreement, number_differs
from gcm_kg.linking.candidates import Candidate
from gcm_kg.linking.context import Context, Contexts
from gcm_kg.linking.disambiguation import dated
from gcm_kg.linking.entity_types import of_type, unknown_class
from gcm_kg.linking.labels import BASE, HUMAN, LOOSE, SPELT_OUT, label_key
from gcm_kg.linking.names import EXACT
from gcm_kg.linking.subjects import Subject, Subjects
from gcm_kg.linking.target import Target

Features = dict[str, float]
LOUD = 6.0
"""More shared words than this add nothing."""
FEW, HALF = 3, 0.5
"""Words of a note, fewer than which nothing can be missed in; a share of known ones that is low."""


@dataclass(slots=True)
class Surroundings:
    """What both sides say beside names, kept for all pairs."""

    ours: Subjects
    target: Target
    contexts: Contexts

    def note(self, thing: Subject, candidate: Candidate) -> Context:
        """What notes say of a candidate, beside what we say of a thing."""
        return self._compared(thing, candidate, (*candidate.notes, *candidate.descriptions))

    def place(self, thing: Subject, candidate: Candidate) -> Context:
        """What is around a candidate: what it lies in, and what stands in brackets."""
        brackets = [q for label in candidate.labels for q in label.parts.qualifiers]
        return self._compared(thing, candidate, (*self.target.above(candidate), *brackets))

    def _compared(self, thing: Subject, candidate: Candidate, texts: Iterable[str]) -> Context:
        own = [label.text for label in candidate.labels if label.role == "pref"]
        return self.contexts.compared(thing.iri, own, texts)

    def near_ours(self, candidate: Candidate) -> bool:
        """Whether what a candidate lies in has the preferred name of one of our things."""
        return any(self.ours.owners(label_key(text)) for text in self.target.above(candidate))


def elsewhere(around: Surroundings, thing: Subject, candidate: Candidate) -> str:
    """The field, not ours, in which a candidate is, if nothing said of it is said of ours."""
    note, place = around.note(thing, candidate), around.place(thing, candidate)
    return "" if note.shared or place.shared else note.away or place.away


def surrounding_features(around: Surroundings, thing: Subject, candidate: Candidate) -> Features:
    """What classes, notes and what a candidate lies in say."""
    note, place = around.note(thing, candidate), around.place(thing, candidate)
    types = [of_type(iri) for iri in candidate.types]
    odd = bool(candidate.types) and all(map(unknown_class, candidate.types))
    found = {
        "typed": float(thing.sort in types),
        "odd": float(odd),
        "noted": min(LOUD, note.shared),
        "placed": min(LOUD, place.shared),
        "strange_note": float(note.words >= FEW and not note.shared),
        "strange_place": float(place.words > 0 and not place.shared and place.known < HALF),
        "away": float(bool(note.away or place.away)),
        "near_ours": float(around.near_ours(candidate)),
    }
    return {name: value for name, value in found.items() if value}


def same_features(thing: Subject, best: Agreement, agreements: Sequence[Agreement]) -> Features:
    """What the names that agree say for two things being the same."""
    name, label = best.name, best.label
    keys = {a.name.key for a in agreements if a.name.relation in (EXACT, "")}
    one_word = not thing.named and " " not in name.key
    date = dated(thing, best)
    found = {
        f"ours_{name.role}": 1,
        "theirs_alt": label.role == "alt",
        "theirs_iri": label.role == "iri",
        "named": thing.named,
        "inflected": not best.literal and best.kind not in (LOOSE, HUMAN),
        "loose": best.kind == LOOSE,
        "human": best.kind == HUMAN,
        "one_word": one_word,
        "number": thing.sort == "concept" and number_differs(name.text, label.text),
        "several": len(keys) > 1,
        "unsaid": name.role in ("alt", "hidden") and not name.relation,
        "fits": best.kind in (BASE, SPELT_OUT) and not date,
        "dated": date in ("day", "year"),
        "to_the_day": date == "day",
        "undated": date == "unknown",
    }
    return {feature: float(value) for feature, value in found.items() if value}


def near_features(thing: Subject, best: Agreement, relation: str, why: str) -> Features:
    """What the names that agree say for another relation; ``why`` is what it was told by."""
    name, label = best.name, best.label
    found = {
        relation: 1,
        why: 1,
        f"ours_{name.role}": 1,
        "unsaid": not name.relation,
        "theirs_alt": label.role == "alt",
        "one_word": " " not in name.key,
        "inflected": not best.literal,
        "loose": best.kind == LOOSE,
        "named": thing.named,
    }
    return {feature: float(value) for feature, value in found.items() if value}
