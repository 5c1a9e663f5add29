"""What recommendations are looked for by, as people write it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from gcm_kg.errors import InputError, offered, shown

CLASSES = {
    "document": "gcm:Document", "section": "gcm:Section", "theme": "gcm:Theme",
    "instrument": "gcm:Instrument", "use": "gcm:CitationFunction", "strength": "gcm:Strength",
    "action": "gcm:Action", "measure": "gcm:Measure", "principle": "gcm:Principle",
    "actor": "gcm:Actor", "state": "gcm:State", "maker": "gcm:Actor", "addressee": "gcm:Actor",
    "position": "gcm:Position", "population": "gcm:Population", "target": "gcm:Population",
    "polarity": "gcm:Polarity", "fate": "gcm:UptakeDegree",
}  # fmt: skip
"""The class of the things that a facet has for values."""
ALIKE = {"actor": ("actor", "state"), "state": ("state", "maker", "addressee")}
"""Facets that are looked at together."""
ABOUT = "about"
"""A criterion that any facet can meet."""
WORDS = "words"
"""A criterion that the text itself meets."""
ALIASES = {"cites": "instrument", "function": "use", "by": "maker", "to": "addressee"}
"""Other words for facets."""


@dataclass(frozen=True, slots=True)
class Criterion:
    """What a recommendation has to have, or, ``excluded``, must not have: of a facet any of some
    things, each given by a name; of ``ABOUT`` the things of any facet; of ``WORDS`` any words."""

    facet: str
    names: tuple[str, ...]
    excluded: bool = False

    def __str__(self) -> str:
        names = " or ".join(self.names)
        return f"{'not ' if self.excluded else ''}{self.facet}: {names}"


def criterion(text: str) -> Criterion:
    """A criterion as people write it: "theme=border management", "not population=women|girls", or
    the name of anything. Raises InputError for a facet that is not known."""
    words = text.strip()
    excluded = words.lower().startswith("not ")
    words = words[4:].strip() if excluded else words
    facet, equals, names = words.partition("=")
    key = ALIASES.get(facet.strip().lower(), facet.strip().lower())
    if not equals:
        key, names = ABOUT, words
    elif key not in (*CLASSES, ABOUT, WORDS):
        known = " or ".join(offered(name) for name in (*CLASSES, ABOUT, WORDS))
        raise InputError("a criterion", f"{known} before =", shown(facet), "choose one")
    given = tuple(name.strip() for name in names.split("|") if name.strip())
    if not given:
        raise InputError("a criterion", "FACET=NAME or a name", shown(text), "give a name")
    return Criterion(key, given, excluded)


def criteria(given: Mapping[str, Iterable[str]], excluded: Iterable[str] = ()) -> list[Criterion]:
    """Criteria by facet, with what is to be left out as ``criterion`` reads it."""
    wanted = [Criterion(ALIASES.get(f, f), tuple(names)) for f, names in given.items()]
    out = (criterion(text.removeprefix("not ")) for text in excluded)
    return [c for c in wanted if c.names] + [Criterion(c.facet, c.names, True) for c in out]
