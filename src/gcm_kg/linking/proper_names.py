"""What two things are to each other whose proper names agree."""

from __future__ import annotations

import re
from collections.abc import Sequence

from gcm_kg.linking.candidates import ROLES, YEAR, Agreement, Candidate, Relation, number_differs
from gcm_kg.linking.labels import contains, label_key
from gcm_kg.linking.subjects import Name, Subject, Subjects

WORDS_OF_A_NAME = 3
"""With fewer, a hidden label or one with a small number could name anything."""
SMALL_NUMBER = re.compile(r"\b\d{1,3}\b")


def name_rule(
    ours: Subjects, thing: Subject, candidate: Candidate, agreements: Sequence[Agreement]
) -> Relation:
    """What agreeing proper names say: that it is the same, unless they are too short to say it."""
    ranked = sorted(agreements, key=lambda a: (ROLES.index(a.name.role), a.label.role != "pref"))
    weak = ""
    for agreement in ranked:
        weak = _weakness(thing, agreement) or _says_more(thing, candidate, agreement)
        if not weak:
            return Relation(agreement, _rule_of_name(thing, agreement))
    return Relation(ranked[0], against=weak)


def _weakness(thing: Subject, agreement: Agreement) -> str:
    """Why a proper name does not tell enough; "" if it does."""
    name = agreement.name
    words = name.key.split()
    if name.role == "short":
        return f"the acronym {name.text} alone"
    if number_differs(name.text, agreement.label.text):
        return f"a class of such things: {agreement.label.text}"
    foreign = name.language not in ("", "en")
    if name.role == "hidden" and len(words) < WORDS_OF_A_NAME and not foreign:
        return f"only a hidden label agrees: {name.text}"
    if thing.sort == "instrument" and len(words) <= WORDS_OF_A_NAME and _only_numbered(name.key):
        return f"a number without its series: {name.text}"
    if name.role == "alt" and _shortened(thing, name):
        return f"a shortened name: {name.text}"
    return ""


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


def _rule_of_name(thing: Subject, agreement: Agreement) -> str:
    if agreement.name.role == "hidden":
        return "hidden name"
    if thing.sort == "place":
        return "name of a place"
    if agreement.label.qualifier and YEAR.search(agreement.label.qualifier):
        return "name with its year"
    if not agreement.label.role == agreement.name.role == "pref":
        return "other name"
    return "name" if agreement.literal else "name in another form"
