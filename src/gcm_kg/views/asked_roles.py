"""Says what actors do that a question in words names: whether something is recommended by them, or
to them."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

from gcm_kg.querying.linked_names import LinkedName, stemmed, words_of
from gcm_kg.querying.questions import Parameter

_WORDS: dict[str, Any] = tomllib.loads(Path(__file__).with_suffix(".toml").read_text("utf-8"))
MAKER, ADDRESSEE = "maker", "addressee"
ACTOR = "gcm:Actor"
ROLES = (MAKER, ADDRESSEE)
PARAMETERS: dict[str, str] = {name: role for role in ROLES for name in _WORDS[role]["parameters"]}
"""The role of those for whom a parameter of that name asks."""
BETWEEN = frozenset(_WORDS["between"]["words"])
COORDINATING = frozenset(_WORDS["between"]["coordinating"])
PASSIVE = frozenset(_WORDS["between"]["passive"])
POSSESSIVE = ("'s", "’s", "s'", "s’")


def wanted_role(parameter: Parameter) -> str:
    """What the actors do for which a parameter asks; empty where that is open."""
    return PARAMETERS.get(parameter.name, "") if parameter.of == ACTOR else ""


def roles_of(text: str, actors: Mapping[str, str]) -> dict[str, str]:
    """What the actors do that a text names, given by their IRIs with the names that stand there;
    those of whom it is known."""
    words = words_of(text)
    stems = [stemmed(word) for word in words]
    found = []
    for iri, name in actors.items():
        wanted = [stemmed(word) for word in words_of(name)]
        size = len(wanted)
        places = (at for at in range(len(stems)) if stems[at : at + size] == wanted)
        found += [LinkedName(at, at + size, iri, (ACTOR,)) for at in places if size][:1]
    return {one.iri: one.role for one in with_roles(words, found) if one.role}


def with_roles(words: Sequence[str], names: Sequence[LinkedName]) -> list[LinkedName]:
    """The names with what each actor among them does, where the words beside it say so; in "by
    Chile and Norway" the second does what the first does."""
    roles: dict[int, str] = {}
    actors = sorted((n for n in names if ACTOR in n.classes), key=lambda n: (n.start, n.end))
    for name in actors:
        roles.setdefault(name.end, _role(words, name, roles))
    for name in reversed(actors):  # "Chile and Norway recommend"
        beside = words[name.end : name.end + 1]
        others = (roles[other.end] for other in actors if other.start == name.end + 1)
        if not roles[name.end] and COORDINATING.issuperset(beside) and beside:
            roles[name.end] = next(others, "")
    return [replace(n, role=roles[n.end]) if n in actors else n for n in names]


def _role(words: Sequence[str], name: LinkedName, roles: dict[int, str]) -> str:
    plain = [word.lower() for word in words]
    begin = name.start
    while begin and plain[begin - 1] in BETWEEN:
        begin -= 1
    before = plain[begin - 1] if begin else ""
    after = stemmed(words[name.end]) if name.end < len(words) else ""
    if words[name.end - 1].endswith(POSSESSIVE):
        return _first(after, "own")
    if before in COORDINATING and roles.get(begin - 1):
        return roles[begin - 1]
    two = " ".join(plain[max(begin - 2, 0) : begin])
    if found := _first(two, "before") or _first(before, "before"):
        return found
    if stemmed(before) in _WORDS[MAKER]["after"] and before not in PASSIVE:
        return ADDRESSEE
    found = _first(after, "after")
    return ADDRESSEE if found == MAKER and before in PASSIVE else found


def _first(word: str, where: str) -> str:
    """The role that a word tells at one side of a name."""
    return next((role for role in ROLES if word in _WORDS[role][where]), "")
