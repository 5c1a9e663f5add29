"""Whether a term takes in more or less than another, as their words and roles tell."""

from __future__ import annotations

import re
from collections.abc import Iterator

from gcm_kg.linking.candidates import Candidate
from gcm_kg.linking.labels import TURNING, contains, label_key, tokens
from gcm_kg.linking.names import BINDING, BROAD, CLOSE, EXACT, NARROW, Name
from gcm_kg.linking.subjects import Subject, Subjects

PREFERRED, OWN = frozenset({"pref"}), frozenset({"pref", "alt"})
"""Roles of names of another thing of ours that a candidate takes in by them. A label that only adds
words to our term, as "protection of human rights" does, has to be the preferred one of the other.
"""
# Begins “Use also for smuggling of migrants.” and “Includes forced labour”, not “Used in law”.
TAKING_IN = re.compile(r"\b(?:use[ds]? (?:also )?for|includ(?:es|ing)|covers|comprises) ([^.;]+)")
LIST = re.compile(r"\s*,\s*|\s+(?:and|or)\s+")


def of_other_term(preferred: str, name: Name) -> str:
    """The relation of a concept that has one of our other terms as its name; "" if it is unclear.

    ``preferred`` is the label of the thing. By words alone: a part of it is wider, a member of what
    it joins is narrower, and what has its words turned or explained is the same.
    """
    whole, key = tokens(preferred), label_key(preferred)
    words = set(name.key.split())
    if words < set(whole):
        return _of_part(whole, key, name.key)
    if set(key.split()) < words:
        explained = tokens(name.text)[: len(whole)] == whole
        return CLOSE if explained else NARROW
    return CLOSE if _share_a_word(key, name.key) else ""


def _of_part(whole: list[str], key: str, part: str) -> str:
    cut = next((i for i, word in enumerate(whole) if i and word in TURNING), len(whole))
    head, words = whole[:cut], set(part.split())
    if words == set(head) and "and" not in head:
        return BROAD
    if "and" in whole:
        return NARROW
    before = key.removesuffix(f" {part}")
    return BROAD if before != key and not BINDING & set(before.split()) else ""


def _share_a_word(one: str, other: str) -> bool:
    """Whether two keys have a word in common that is no preposition or the like."""
    return bool(set(one.split()) & set(other.split()) - BINDING - TURNING)


def wider(thing: Subject, candidate: Candidate) -> bool:
    """Whether the preferred label of a candidate is a part of ours that is wider."""
    key = label_key(thing.label)
    keys = [label.whole for label in candidate.labels if label.role == "pref" and label.english]
    parts = [k for k in keys if set(k.split()) < set(key.split())]
    return any(_of_part(tokens(thing.label), key, part) == BROAD for part in parts)


def conflated(ours: Subjects, thing: Subject, candidate: Candidate) -> str:
    """Another thing of ours that the candidate also takes in, by its other labels or its notes."""
    for key, roles in (*_other_labels(thing, candidate), *_taken_in(candidate)):
        for other in sorted(_called(ours, key, roles)):
            mate = ours.things[other]
            if not _related(thing, mate) and mate.sort == thing.sort:
                return other
    return ""


def _related(thing: Subject, mate: Subject) -> bool:
    """Whether one of two things is the other or takes it in."""
    return thing.iri == mate.iri or thing.iri in mate.above


def _other_labels(thing: Subject, candidate: Candidate) -> Iterator[tuple[str, frozenset[str]]]:
    known = thing.keys
    for label in candidate.labels:
        if label.role == "alt" and label.english and label.whole not in known:
            about = contains(label.whole, label_key(thing.label))
            yield label.whole, PREFERRED if about else OWN


def _taken_in(candidate: Candidate) -> Iterator[tuple[str, frozenset[str]]]:
    for note in candidate.notes:
        for found in TAKING_IN.findall(note.casefold()):
            for text in LIST.split(found):
                yield label_key(text), PREFERRED


def _called(ours: Subjects, key: str, roles: frozenset[str]) -> Iterator[str]:
    """The things that have a name in one of some roles with the key, and are the same by it."""
    for name in ours.by_key.get(key, ()):
        if name.role in roles and name.relation in (EXACT, ""):
            yield name.thing
