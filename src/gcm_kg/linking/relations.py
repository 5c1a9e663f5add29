"""What two things may be to each other, by which of their names agree and what those names are.

The names of a thing are not equal. A preferred one is what it is; what an other name of ours is
worth is said beside it (``names``), or told by its words (``breadth``); an other name of theirs
leads to a concept that may be wider. Names of organizations, places and instruments are names.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from gcm_kg.linking.agreement import Agreement, number_differs
from gcm_kg.linking.breadth import conflated, of_other_term, wider
from gcm_kg.linking.candidates import Candidate
from gcm_kg.linking.entity_types import conflicting_type
from gcm_kg.linking.evidence import Features, near_features, same_features
from gcm_kg.linking.labels import HUMAN, LOOSE, PART, SPELT_OUT, WHOLE, contains, label_key
from gcm_kg.linking.names import BROAD, CLOSE, EXACT, NARROW, NONE, Name
from gcm_kg.linking.subjects import Subject, Subjects

KINDS = (WHOLE, "base", SPELT_OUT, LOOSE, HUMAN, PART, "acronym")
ROLES = ("pref", "alt", "other", "hidden", "part", "head", "short")
"""The more telling first."""
WORDS_OF_A_NAME = 3
"""With fewer, a hidden label or one with a small number could name anything."""
SMALL_NUMBER = re.compile(r"\b\d{1,3}\b")
GOVERNING = "government"
"""What names of a State have that are those of its government."""


@dataclass(frozen=True, slots=True)
class Relation:
    """What two things may be to each other: a relation, why, and what speaks for it; or why not.

    ``weaker`` are the features for their being close, where they are not surely the same.
    """

    agreement: Agreement
    relation: str = ""
    why: str = ""
    against: str = ""
    features: Features = field(default_factory=dict)
    weaker: Features = field(default_factory=dict)


def relation_of(
    ours: Subjects,
    thing: Subject,
    candidate: Candidate,
    agreements: Sequence[Agreement],
    sorts: set[str],
) -> Relation:
    """The relation that agreeing names suggest; ``sorts`` are those of the candidate."""
    ranked = sorted(agreements, key=_rank)
    english = any(label.role == "pref" and label.language == "en" for label in candidate.labels)
    if english and not (ranked := [a for a in ranked if a.label.english]):
        return Relation(agreements[0], against="only names in other languages than English agree")
    if thing.named:
        return _of_names(thing, candidate, ranked)
    kept = [a for a in ranked if _ours_to_have(ours, a, sorts)]
    if not kept:
        return Relation(ranked[0], against="the name belongs to another of our things")
    return _of_terms(ours, thing, candidate, kept)


def _rank(agreement: Agreement) -> tuple[int, ...]:
    """The more telling agreement first."""
    name, label = agreement.name, agreement.label
    return (
        label.role == "alt", (EXACT, CLOSE, NARROW, BROAD, "", NONE).index(name.relation),
        KINDS.index(agreement.kind), ROLES.index(name.role), not agreement.literal,
    )  # fmt: skip


def _ours_to_have(ours: Subjects, agreement: Agreement, sorts: set[str]) -> bool:
    """Whether no other thing, of a fitting sort, has the name as its preferred label."""
    name = agreement.name
    if name.role in ("pref", "short") or name.relation not in ("", EXACT):
        return True
    owners = ours.owners(name.key) - {name.thing}
    return not any(not conflicting_type(ours.things[o].sort, sorts) for o in owners)


def _of_names(thing: Subject, candidate: Candidate, ranked: Sequence[Agreement]) -> Relation:
    """What agreeing proper names say: the same, unless they are too short to say it."""
    weak = ""
    for agreement in ranked:
        weak = weak_name(thing, agreement) or _says_more(thing, candidate, agreement)
        if not weak:
            features = same_features(thing, agreement, ranked)
            relation = agreement.name.relation or EXACT
            weaker = near_features(thing, agreement, CLOSE, "demoted")
            if relation != EXACT:
                features = near_features(thing, agreement, relation, "said")
            return Relation(agreement, relation, "name", "", features, weaker)
    return Relation(ranked[0], against=weak)


def weak_name(thing: Subject, agreement: Agreement) -> str:
    """Why a proper name does not tell enough; "" if it does."""
    name = agreement.name
    words = [word for word in name.key.split() if word != "~"]
    if name.role == "short" and agreement.kind != SPELT_OUT:
        return f"the acronym {name.text} alone"
    if name.relation == NONE:
        return f"no name of its own: {name.text}"
    if number_differs(name.text, agreement.label.text):
        return f"a class of such things: {agreement.label.text}"
    if name.role == "hidden" and not name.relation and _unsure(thing, name):
        return f"only a hidden label agrees: {name.text}"
    if thing.sort == "instrument" and len(words) <= WORDS_OF_A_NAME and _only_numbered(name.key):
        return f"a number without its series: {name.text}"
    if name.role == "alt" and not name.relation and _shortened(thing, name):
        return f"a shortened name: {name.text}"
    return ""


def _unsure(thing: Subject, name: Name) -> bool:
    """Whether a hidden label of a named thing may be another's: of its government, or too short."""
    if thing.sort == "country":
        return GOVERNING in name.key.split()
    return len(name.key.split()) < WORDS_OF_A_NAME and name.language in ("", "en")


def _only_numbered(key: str) -> bool:
    """Whether a short name has a small number that others may have: "target 5.2"."""
    return bool(SMALL_NUMBER.search(key)) and "sdg" not in key.split()


def _says_more(thing: Subject, candidate: Candidate, agreement: Agreement) -> str:
    """Why another name of a place is not its own: "State of Mexico" is also called "Mexico"."""
    if agreement.label.role == "pref" or thing.sort not in ("country", "place"):
        return ""
    for label in candidate.labels:
        longer = label.role == "pref" and label.key != agreement.name.key
        if longer and contains(label.key, agreement.name.key) and label.key not in thing.keys:
            return f"the preferred name says more: {label.text}"
    return ""


def _shortened(thing: Subject, name: Name) -> bool:
    """Whether a name is a part of the preferred one, as "General Assembly" is."""
    preferred = set(label_key(thing.label).split())
    return thing.sort in ("organization", "instrument") and set(name.key.split()) < preferred


def _of_terms(
    ours: Subjects, thing: Subject, candidate: Candidate, ranked: Sequence[Agreement]
) -> Relation:
    """What agreeing terms say."""
    whole = [a for a in ranked if a.kind != PART]
    if not whole:
        return (
            _near(thing, ranked[0], BROAD, "joined")
            if ranked[0].name.relation == EXACT
            else (
                Relation(ranked[0], against="it joins several things, and ours is near one of them")
            )
        )
    best = whole[0]
    if best.name.role == "short":
        return Relation(best, against=f"the acronym {best.name.text} alone")
    if best.name.relation == NONE:
        return Relation(best, against=f"our {best.name.role} name only leads to it in texts")
    relation = best.name.relation or of_other_term(thing.label, best.name)
    if best.label.role == "alt":
        return _of_their_other(ours, thing, candidate, best, whole)
    if not relation:
        return Relation(best, against=f"only a {best.name.role} label agrees: {best.name.text}")
    if relation != EXACT and _mass(thing, best):
        return Relation(best, against=f"one word, in another number: {best.label.text}")
    if relation != EXACT:
        return _near(thing, best, relation, best.name.role)
    return _same(ours, thing, candidate, best, whole)


def _same(
    ours: Subjects, thing: Subject, candidate: Candidate, best: Agreement, all_: Sequence[Agreement]
) -> Relation:
    """Two terms that say the same, if the candidate takes in nothing else of ours."""
    weaker = near_features(thing, best, CLOSE, "demoted")
    if conflated(ours, thing, candidate):
        return _near(thing, best, CLOSE, "conflated")
    features = same_features(thing, best, all_)
    return Relation(best, EXACT, "term", "", features, weaker)


def _of_their_other(
    ours: Subjects, thing: Subject, candidate: Candidate, best: Agreement, all_: Sequence[Agreement]
) -> Relation:
    """Our term is only an other name of theirs: the same if several agree, near or wider if not."""
    if best.name.relation not in (EXACT, "") or best.name.role not in ("pref", "alt", "other"):
        return Relation(best, against=f"only secondary labels agree: {best.name.text}")
    if wider(thing, candidate):
        return _near(thing, best, BROAD, "wider")
    if _of_another(ours, thing, candidate):
        return _near(thing, best, BROAD, "another")
    if _says_more_than(candidate, best):
        return Relation(best, against="their preferred name says more")
    keys = {a.name.key for a in all_ if a.name.relation == EXACT}
    if len(keys) > 1:
        return _same(ours, thing, candidate, best, all_)
    return _near(thing, best, CLOSE, "theirs")


def _of_another(ours: Subjects, thing: Subject, candidate: Candidate) -> bool:
    """Whether another thing of ours has the preferred name of theirs, or one above ours any."""
    for label in candidate.labels:
        same = ours.same_by(label.whole) - {thing.iri}
        if same & thing.above or (label.role == "pref" and same):
            return True
    return False


def _says_more_than(candidate: Candidate, best: Agreement) -> bool:
    """Whether the preferred name of theirs adds words to the one that agrees: "health policy"."""
    preferred = [label.whole for label in candidate.labels if label.role == "pref"]
    return any(contains(whole, best.name.key) for whole in preferred)


def _mass(thing: Subject, best: Agreement) -> bool:
    """Whether ours is one word in the singular, and theirs its plural: "asylum", "asylums"."""
    one = " " not in best.name.key and thing.sort == "concept"
    plural = len(best.label.text) > len(best.name.text)
    return one and plural and number_differs(best.name.text, best.label.text)


def _near(thing: Subject, best: Agreement, relation: str, why: str) -> Relation:
    return Relation(best, relation, why, "", near_features(thing, best, relation, why))
