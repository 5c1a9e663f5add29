"""What two things are to each other, by which of their names agree.

The names of a thing are not equal: a preferred label is what it is; another label of a concept is
often wider or narrower than the concept ("forced labour" is one of EuroVoc's other names of
slavery; "organized crime" is one of ours for transnational organized crime), while another name of
an organization names the same organization.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from gcm_kg.counterparts import Counterparts, Name, Thing
from gcm_kg.errors import shown
from gcm_kg.normal import TURNING, contains, label_key, paraphrase, tokens, turned
from gcm_kg.target import Candidate, Label

WORDS_OF_A_NAME = 3
"""With fewer, a hidden label or one with a small number could name anything."""
SMALL_NUMBER = re.compile(r"\b\d{1,3}\b")


@dataclass(frozen=True, slots=True)
class Agreement:
    """A name of ours and one of theirs that have the same normal form."""

    name: Name
    label: Label

    @property
    def quoted(self) -> str:
        """Both names, each with its role, for a comment."""
        theirs = shown(self.label.text)
        return f"our {self.name.role} {shown(self.name.text)} = their {self.label.role} {theirs}"


@dataclass(frozen=True, slots=True)
class Relation:
    """A rule of ``propose.RULES`` with the names that it rests on, or a reason for none."""

    agreement: Agreement
    rule: str = ""
    against: str = ""


def name_rule(
    ours: Counterparts, thing: Thing, candidate: Candidate, agreements: Sequence[Agreement]
) -> Relation:
    """What agreeing proper names say: that it is the same, unless they are too short to say it."""
    ranked = sorted(agreements, key=lambda a: (ROLES.index(a.name.role), a.label.role != "pref"))
    weak = ""
    for agreement in ranked:
        weak = _weakness(thing, agreement)
        if not weak:
            return Relation(agreement, _rule_of_name(thing, agreement))
    return Relation(ranked[0], against=weak)


ROLES = ("pref", "alt", "hidden", "short", "head")
"""Our roles, the more telling first."""


def _weakness(thing: Thing, agreement: Agreement) -> str:
    """Why a proper name does not tell enough; "" if it does."""
    name = agreement.name
    words = name.key.split()
    if name.role == "short":
        return f"the acronym {name.text} alone"
    foreign = name.language not in ("", "en")
    if name.role == "hidden" and len(words) < WORDS_OF_A_NAME and not foreign:
        return f"only a hidden label agrees: {name.text}"
    if len(words) <= WORDS_OF_A_NAME and SMALL_NUMBER.search(name.key) and "sdg" not in words:
        if thing.sort == "instrument":
            return f"a number without its series: {name.text}"
    if name.role == "alt" and len(words) < WORDS_OF_A_NAME and _shortened(thing, name):
        return f"a shortened name: {name.text}"
    return ""


def _shortened(thing: Thing, name: Name) -> bool:
    """Whether a name is a part of the preferred one, as "General Assembly" is."""
    return thing.sort in ("organization", "instrument") and contains(
        f" {label_key(thing.label)} ", name.key
    )


def _rule_of_name(thing: Thing, agreement: Agreement) -> str:
    if agreement.name.role == "hidden":
        return "hidden name"
    if thing.sort == "place":
        return "name of a place"
    if agreement.label.role == "pref" and agreement.name.role == "pref":
        return "name"
    return "shortened name" if _shortened(thing, agreement.name) else "other name"


def term_rule(
    ours: Counterparts, thing: Thing, candidate: Candidate, agreements: Sequence[Agreement]
) -> Relation:
    """What agreeing terms say, by their roles."""
    by_roles = {(a.name.role, a.label.role): a for a in reversed(agreements)}
    if both := by_roles.get(("pref", "pref")):
        return _same_term(ours, thing, candidate, both)
    if ours_first := by_roles.get(("pref", "alt")):
        return Relation(ours_first, _their_other(ours, thing, candidate))
    if theirs_first := by_roles.get(("alt", "pref")):
        return Relation(theirs_first, _our_other(thing, theirs_first.name, by_roles))
    if head := by_roles.get(("head", "pref")):
        return Relation(head, "head")
    first = agreements[0]
    if first.name.role == "short":
        return Relation(first, against=f"the acronym {first.name.text} alone")
    keys = {a.name.key for a in agreements if a.name.role == "alt"}
    if len(keys) > 1:
        return Relation(first, "several other terms")
    return Relation(first, against=f"only secondary labels agree: {first.name.text}")


def _same_term(
    ours: Counterparts, thing: Thing, candidate: Candidate, both: Agreement
) -> Relation:
    if thing.sort == "group" and thing.label.istitle() and " " not in thing.label:
        return Relation(both, against=f"{thing.label} are a group here, and may be a concept there")
    if other := conflated(ours, thing, candidate):
        return Relation(both, "conflated" if other else "")
    if both.name.text.casefold() == both.label.text.casefold():
        return Relation(both, "term")
    same_order = turned(both.name.text) == turned(both.label.text)
    return Relation(both, "term in another form" if same_order else "term in another order")


def conflated(ours: Counterparts, thing: Thing, candidate: Candidate) -> str:
    """Another concept of ours that the candidate also takes in, by its other labels."""
    for label in candidate.labels:
        for other in sorted(ours.owners(label.whole)) if label.language in ("", "en") else ():
            mate = ours.things[other]
            related = other == thing.iri or thing.iri in mate.above or mate.sort != thing.sort
            if not related and label.role == "alt":
                return other
    return ""


def _their_other(ours: Counterparts, thing: Thing, candidate: Candidate) -> str:
    """Our preferred term is one of their other terms."""
    preferred = {label.whole for label in candidate.labels if label.role == "pref"}
    known = set(thing.keys)
    if preferred & known or set(map(paraphrase, preferred)) & set(map(paraphrase, known)):
        return "each other's terms"
    if any(ours.owners(key) - {thing.iri} for key in preferred):
        return "another's other term"
    return "their other term"


def _our_other(
    thing: Thing, name: Name, by_roles: dict[tuple[str, str], Agreement]
) -> str:
    """Their preferred term is one of our other terms."""
    preferred = label_key(thing.label)
    if paraphrase(preferred) == paraphrase(name.key):
        return "paraphrase"
    if related := _extent(thing.label, name):
        return "explained term" if related == "explained" and thing.sort == "group" else related
    if thing.sort == "group":
        return "other name of a group"
    second = by_roles.get(("alt", "alt"))
    return "several terms" if second and second.name.key != name.key else "our other term"


def _extent(preferred: str, name: Name) -> str:
    """Whether another term is wider or narrower than the preferred one, by the words of both."""
    whole, key = tokens(preferred), label_key(preferred)
    others, words = tokens(name.text), set(name.key.split())
    cut = next((i for i, word in enumerate(whole) if i and word in TURNING), len(whole))
    head = whole[:cut]
    if words < set(whole):
        if "and" in head:
            return "part of ours"
        if words == set(head) or key.endswith(f" {name.key}"):
            return "wider term"
        return "part of ours" if "and" in whole else ""
    if set(key.split()) < words:
        explained = others[: len(whole)] == whole and others[len(whole)] in TURNING
        return "explained" if explained else "narrower term"
    return ""
