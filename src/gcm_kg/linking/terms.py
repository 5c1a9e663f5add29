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

from gcm_kg.errors import shown
from gcm_kg.linking.candidates import Candidate, Label
from gcm_kg.linking.extent import conflated, extent, wider
from gcm_kg.linking.labels import TURNING, contains, label_key, paraphrased, turned
from gcm_kg.linking.subjects import BINDING, Counterparts, Name, Thing

WORDS_OF_A_NAME = 3
"""With fewer, a hidden label or one with a small number could name anything."""
LONGEST_SHOWN = 120
"""Characters of a name in a comment."""
YEAR = re.compile(r"\b(?:1[89]|20)\d\d\b")
SAYING_SAME = frozenset(
    {
        "term", "term in another form", "term in another order", "one word",
        "one word in another form", "each other's terms", "paraphrase", "explained term",
        "other name of people", "several terms",
    }
)  # fmt: skip
"""Rules for terms that lead to an exact match."""
SMALL_NUMBER = re.compile(r"\b\d{1,3}\b")


@dataclass(frozen=True, slots=True)
class Agreement:
    """A name of ours and one of theirs that have the same normal form."""

    name: Name
    label: Label

    @property
    def literal(self) -> bool:
        """Whether both are written alike, but for capitals."""
        return self.name.text.casefold() == self.label.text.casefold()

    @property
    def quoted(self) -> str:
        """Both names, each with its role, for a comment."""
        ours, theirs = (shown(x.text, LONGEST_SHOWN) for x in (self.name, self.label))
        return f"our {self.name.role} {ours} = their {self.label.role} {theirs}"


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
        weak = _weakness(thing, agreement) or _says_more(thing, candidate, agreement)
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
    if number_differs(name.text, agreement.label.text):
        return f"a class of such things: {agreement.label.text}"
    foreign = name.language not in ("", "en")
    if name.role == "hidden" and len(words) < WORDS_OF_A_NAME and not foreign:
        return f"only a hidden label agrees: {name.text}"
    if thing.sort == "instrument" and len(words) <= WORDS_OF_A_NAME and _only_numbered(name.key):
        return f"a number without its series: {name.text}"
    if name.role == "alt" and len(words) < WORDS_OF_A_NAME and _shortened(thing, name):
        return f"a shortened name: {name.text}"
    return ""


def _only_numbered(key: str) -> bool:
    """Whether a short name has a small number that others may have: "target 5.2"."""
    return bool(SMALL_NUMBER.search(key)) and "sdg" not in key.split()


def _says_more(thing: Thing, candidate: Candidate, agreement: Agreement) -> str:
    """Why another name of a place is not its own: "State of Mexico" is also called "Mexico"."""
    if agreement.label.role == "pref" or thing.sort not in ("country", "place"):
        return ""
    for label in candidate.labels:
        longer = label.role == "pref" and label.key != agreement.name.key
        if longer and contains(label.key, agreement.name.key) and label.key not in thing.keys:
            return f"the preferred name says more: {label.text}"
    return ""


def number_differs(ours: str, theirs: str) -> bool:
    """Whether the last words of two labels that have one key are singular and plural."""
    mine, other = (re.findall(r"\w+", text.casefold())[-1:] for text in (ours, theirs))
    if not mine or not other or mine == other:
        return False
    return bool(mine[0] + "s" == other[0] or other[0] + "s" == mine[0])


def _shortened(thing: Thing, name: Name) -> bool:
    """Whether a name is a part of the preferred one, as "General Assembly" is."""
    preferred = set(label_key(thing.label).split())
    return thing.sort in ("organization", "instrument") and set(name.key.split()) < preferred


def _rule_of_name(thing: Thing, agreement: Agreement) -> str:
    if agreement.name.role == "hidden":
        return "hidden name"
    if thing.sort == "place":
        return "name of a place"
    if agreement.name.role == "alt" and _shortened(thing, agreement.name):
        return "shortened name"
    if agreement.label.qualifier and YEAR.search(agreement.label.qualifier):
        return "name with its year"
    if not agreement.label.role == agreement.name.role == "pref":
        return "other name"
    return "name" if agreement.literal else "name in another form"


def term_rule(
    ours: Counterparts, thing: Thing, candidate: Candidate, agreements: Sequence[Agreement]
) -> Relation:
    """What agreeing terms say; what takes in another of our things is never the same."""
    found = _term_relation(ours, thing, candidate, agreements)
    if found.rule in SAYING_SAME and conflated(ours, thing, candidate):
        return Relation(found.agreement, "conflated")
    return found


def _term_relation(
    ours: Counterparts, thing: Thing, candidate: Candidate, agreements: Sequence[Agreement]
) -> Relation:
    """What agreeing terms say, by their roles."""
    by_roles = {(a.name.role, a.label.role): a for a in reversed(agreements)}
    if both := by_roles.get(("pref", "pref")):
        return _same_term(thing, both)
    if ours_first := by_roles.get(("pref", "alt")):
        return _judged(ours_first, _their_other(ours, thing, candidate), "their other term")
    if theirs_first := by_roles.get(("alt", "pref")):
        return _judged(
            theirs_first, _our_other(thing, theirs_first.name, by_roles), "our other term"
        )
    if head := by_roles.get(("head", "pref")):
        return Relation(head, "head")
    first = agreements[0]
    if first.name.role == "short":
        return Relation(first, against=f"the acronym {first.name.text} alone")
    if first.name.role == "hidden" and first.label.role == "pref":
        return Relation(first, against=f"only a hidden label agrees: {first.name.text}")
    keys = {a.name.key for a in agreements if a.name.role == "alt"}
    if len(keys) > 1:
        return Relation(first, "several other terms")
    return Relation(first, against=f"only secondary labels agree: {first.name.text}")


def _judged(agreement: Agreement, rule: str, alone: str) -> Relation:
    """A relation by a rule; without one, the term does not say enough alone."""
    if rule:
        return Relation(agreement, rule)
    return Relation(agreement, against=f"{alone} alone agrees: {agreement.label.text}")


def _share_a_word(one: str, other: str) -> bool:
    """Whether two keys have a word in common that is no preposition or the like."""
    return bool(set(one.split()) & set(other.split()) - BINDING - TURNING)


def _same_term(thing: Thing, both: Agreement) -> Relation:
    if thing.sort == "group" and thing.label.istitle() and " " not in thing.label:
        return Relation(both, against=f"{thing.label} are a group here, and may be a concept there")
    one_word = " " not in both.name.key
    if one_word and thing.sort == "concept" and number_differs(both.name.text, both.label.text):
        return Relation(both, against=f"one word, in another number: {both.label.text}")
    if one_word:
        return Relation(both, "one word" if both.literal else "one word in another form")
    if both.literal:
        return Relation(both, "term")
    same_order = turned(both.name.text) == turned(both.label.text)
    return Relation(both, "term in another form" if same_order else "term in another order")


def _their_other(ours: Counterparts, thing: Thing, candidate: Candidate) -> str:
    """Our preferred term is one of their other terms."""
    if said := wider(thing, candidate):
        return said
    preferred = {label.whole for label in candidate.labels if label.role == "pref"}
    known = set(thing.keys)
    if preferred & known or any(paraphrased(p, k) for p in preferred for k in known):
        return "each other's terms"
    owners = {owner for label in candidate.labels for owner in ours.owners(label.whole)}
    if owners & thing.above:
        return "within our broader one"
    return "another's other term" if any(ours.owners(k) - {thing.iri} for k in preferred) else ""


def _our_other(thing: Thing, name: Name, by_roles: dict[tuple[str, str], Agreement]) -> str:
    """Their preferred term is one of our other terms."""
    preferred = label_key(thing.label)
    if paraphrased(name.key, preferred):
        return "paraphrase"
    if related := extent(thing.label, name, thing.sort):
        return related
    if thing.sort == "population" and preferred.split()[-1] != name.key.split()[-1]:
        return "other name of people"
    second = by_roles.get(("alt", "alt"))
    if second and second.name.key != name.key:
        return "several terms"
    if "and" in preferred.split() and preferred.split()[-1] == name.key.split()[-1]:
        return "part of ours"
    return "our other term" if _share_a_word(preferred, name.key) else ""
