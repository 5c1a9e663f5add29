"""What two things are to each other, by which of their names agree.

The names of a thing are not equal: a preferred label is what it is; another label of a concept is
often wider or narrower than the concept ("forced labour" is one of EuroVoc's other names of
slavery; "organized crime" is one of ours for transnational organized crime), while another name of
an organization names the same organization.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from gcm_kg.linking.candidates import Agreement, Candidate, Relation, number_differs
from gcm_kg.linking.labels import TURNING, contains, label_key, paraphrased, tokens, turned
from gcm_kg.linking.subjects import BINDING, Name, Subject, Subjects

SAYING_SAME = frozenset(
    {
        "term", "term in another form", "term in another order", "one word",
        "one word in another form", "each other's terms", "paraphrase", "explained term",
        "other name of people", "several terms",
    }
)  # fmt: skip
"""Rules for terms that lead to an exact match."""


def term_rule(
    ours: Subjects, thing: Subject, candidate: Candidate, agreements: Sequence[Agreement]
) -> Relation:
    """What agreeing terms say; what takes in another of our things is never the same."""
    found = _term_relation(ours, thing, candidate, agreements)
    if found.rule in SAYING_SAME and conflated(ours, thing, candidate):
        return Relation(found.agreement, "conflated")
    return found


def _term_relation(
    ours: Subjects, thing: Subject, candidate: Candidate, agreements: Sequence[Agreement]
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
    return Relation(first, against=f"only secondary labels agree: {first.name.text}")


def _judged(agreement: Agreement, rule: str, alone: str) -> Relation:
    """A relation by a rule; without one, the term does not say enough alone."""
    if rule:
        return Relation(agreement, rule)
    return Relation(agreement, against=f"{alone} alone agrees: {agreement.label.text}")


def _share_a_word(one: str, other: str) -> bool:
    """Whether two keys have a word in common that is no preposition or the like."""
    return bool(set(one.split()) & set(other.split()) - BINDING - TURNING)


def _same_term(thing: Subject, both: Agreement) -> Relation:
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


def _their_other(ours: Subjects, thing: Subject, candidate: Candidate) -> str:
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


def _our_other(thing: Subject, name: Name, by_roles: dict[tuple[str, str], Agreement]) -> str:
    """Their preferred term is one of our other terms."""
    preferred = label_key(thing.label)
    if paraphrased(name.key, preferred):
        return "paraphrase"
    if related := breadth(thing.label, name, thing.sort):
        return related
    if thing.sort == "population" and preferred.split()[-1] != name.key.split()[-1]:
        return "other name of people"
    second = by_roles.get(("alt", "alt"))
    if second and second.name.key != name.key:
        return "several terms"
    if "and" in preferred.split() and preferred.split()[-1] == name.key.split()[-1]:
        return "part of ours"
    return "our other term" if _share_a_word(preferred, name.key) else ""


WIDER = frozenset({"wider term", "wider word"})
"""What ``breadth`` says of a term that takes in the preferred one."""
PREFERRED, OWN = frozenset({"pref"}), frozenset({"pref", "alt"})
"""Roles of names of another thing of ours that a candidate takes in by them. A label that only adds
words to our term, as "protection of human rights" does, has to be the preferred one of the other.
"""


def conflated(ours: Subjects, thing: Subject, candidate: Candidate) -> str:
    """Another thing of ours that the candidate also takes in, by its other labels."""
    known = thing.keys
    for label in candidate.labels:
        if label.role == "alt" and label.language in ("", "en") and label.whole not in known:
            about = contains(label.whole, label_key(thing.label))
            for other in sorted(_called(ours, label.whole, PREFERRED if about else OWN)):
                mate = ours.things[other]
                if thing.iri not in mate.above and mate.sort == thing.sort:
                    return other
    return ""


def _called(ours: Subjects, key: str, roles: frozenset[str]) -> Iterator[str]:
    """The things that have a name in one of some roles with the key."""
    for name in ours.by_key.get(key, ()):
        if name.role in roles:
            yield name.thing


def wider(thing: Subject, candidate: Candidate) -> str:
    """How the candidate is wider than our thing, by the words of its preferred labels, or ""."""
    for label in candidate.labels:
        if label.role == "pref" and label.language in ("", "en"):
            name = Name(label.text, "pref", label.language, label.whole, thing.iri)
            if (said := breadth(thing.label, name, thing.sort)) in WIDER:
                return said
    return ""


def breadth(preferred: str, name: Name, sort: str) -> str:
    """Whether another term is wider or narrower than the preferred one, by the words of both."""
    whole, key = tokens(preferred), label_key(preferred)
    others, words = tokens(name.text), set(name.key.split())
    cut = next((i for i, word in enumerate(whole) if i and word in TURNING), len(whole))
    head = whole[:cut]
    if words < set(whole):
        if words == set(head) and "and" not in head:
            return "wider term" if len(words) > 1 else "wider word"
        if "and" in whole:
            return "part of ours" if len(words) > 1 else "word of ours"
        before = key.removesuffix(f" {name.key}")
        return "wider term" if before != key and not BINDING & set(before.split()) else ""
    if set(key.split()) < words:
        explained = others[: len(whole)] == whole and others[len(whole)] in TURNING
        return "explained term" if explained and sort == "population" else ""
    return ""
