"""How far the meaning of a term reaches: whether it is wider, narrower, or takes in another one."""

from __future__ import annotations

from collections.abc import Iterator

from gcm_kg.linking.candidates import Candidate
from gcm_kg.linking.labels import TURNING, contains, label_key, tokens
from gcm_kg.linking.subjects import BINDING, Counterparts, Name, Thing

WIDER = frozenset({"wider term", "wider word"})
"""What ``extent`` says of a term that takes in the preferred one."""
PREFERRED, OWN = frozenset({"pref"}), frozenset({"pref", "alt"})
"""Roles of names of another thing of ours that a candidate takes in by them. A label that only adds
words to our term, as "protection of human rights" does, has to be the preferred one of the other.
"""


def conflated(ours: Counterparts, thing: Thing, candidate: Candidate) -> str:
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


def _called(ours: Counterparts, key: str, roles: frozenset[str]) -> Iterator[str]:
    """The things that have a name in one of some roles with the key."""
    for name in ours.by_key.get(key, ()):
        if name.role in roles:
            yield name.thing


def wider(thing: Thing, candidate: Candidate) -> str:
    """How the candidate is wider than our thing, by the words of its preferred labels, or ""."""
    for label in candidate.labels:
        if label.role == "pref" and label.language in ("", "en"):
            name = Name(label.text, "pref", label.language, label.whole, thing.iri)
            if (said := extent(thing.label, name, thing.sort)) in WIDER:
                return said
    return ""


def extent(preferred: str, name: Name, sort: str) -> str:
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
        if others[: len(whole)] == whole and others[len(whole)] in TURNING:
            return "explained term" if sort == "population" else ""
        narrower = sort == "concept" and name.key.endswith(f" {key}")
        return "narrower term" if narrower else ""
    return ""
