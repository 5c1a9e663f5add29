"""Names of our things, and what a concept that has one of them elsewhere is to the thing.

Labels are made to be found in texts: "freedom of assembly" leads to human rights and is narrower,
and "trains" is none of capacity-building. What a name is worth as the name of a concept is said by
``other-names.tsv`` beside the vocabulary, which also has names that we do not use ourselves, and by
the curated matches: what EuroVoc calls a thing that is the same as ours, others may call it too.
"""

from __future__ import annotations

import csv
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from gcm_kg.errors import InputError, shown
from gcm_kg.linking.labels import label_key
from gcm_kg.mappings.sssom import Mapping
from gcm_kg.rdf.namespaces import BASE, OWL, SKOS

FILE = "other-names.tsv"
"""In the folder of the vocabulary."""
COLUMNS = ("thing", "name", "language", "relation")
EXACT, CLOSE, BROAD, NARROW = "exactMatch", "closeMatch", "broadMatch", "narrowMatch"
NONE = "none"
"""What a name of ours is that makes no concept elsewhere a match of the thing."""
RELATIONS = (EXACT, CLOSE, BROAD, NARROW, NONE)
OF_PREDICATE = {SKOS + name: name for name in RELATIONS} | {OWL + "sameAs": EXACT}
BINDING = frozenset("and or to against from by with without at on , --".split())
"""Words of a term without which its last words are not the head of it."""
UNDETERMINED = ("", "und", "mul", "zxx")
"""Language tags that say nothing."""
LONG_CODES = {"eng": "en", "fre": "fr", "fra": "fr", "ger": "de", "deu": "de", "spa": "es",
              "ita": "it", "roh": "rm"}  # fmt: skip
"""Languages by their codes of three letters (ISO 639-2), as they stand in tags by mistake."""


@dataclass(frozen=True, slots=True)
class Name:
    """A name of a thing of ours: its role, its normal form, and its relation to the thing.

    ``role`` is pref, alt, hidden, short (an acronym), other (not used by us), part (of a name that
    joins two) or head (without its first words); ``relation`` is one of RELATIONS or, where
    nobody said, "".
    """

    text: str
    role: str
    language: str
    key: str
    thing: str
    relation: str = ""


@dataclass(frozen=True, slots=True)
class OtherName:
    """What a concept of some name is to a thing of ours."""

    thing: str
    text: str
    language: str
    relation: str


ByKey = dict[tuple[str, str, str], OtherName]
"""Names by the thing, the key and the language."""


def primary(language: str | None) -> str:
    """The first part of a language tag, of two letters where it is known; "" if it says nothing."""
    first = (language or "").lower().replace("_", "-").split("-")[0]
    return "" if first in UNDETERMINED else LONG_CODES.get(first, first)


def asked_languages(known: set[str]) -> set[str]:
    """The tags under which names in some languages may stand, with those that say nothing."""
    long = {tag for tag, short in LONG_CODES.items() if short in known}
    return known | long | set(UNDETERMINED) - {""}


def load_other_names(folder: Path) -> list[OtherName]:
    """The names that ``other-names.tsv`` of a vocabulary gives; none where there is no such file.

    Raises InputError, with the line, for a row that has not four cells or an unknown relation.
    """
    path = folder / FILE
    if not path.is_file():
        return []
    with path.open(encoding="utf-8", newline="") as file:
        rows = csv.reader(file, delimiter="\t", quoting=csv.QUOTE_NONE)
        next(rows, None)
        return [_checked(path, number, row) for number, row in enumerate(rows, 2)]


def _checked(path: Path, number: int, row: list[str]) -> OtherName:
    if len(row) != len(COLUMNS) or row[3] not in RELATIONS:
        expected = f"{', '.join(COLUMNS)} ({', '.join(RELATIONS)})"
        found = shown("\t".join(row))
        raise InputError(path, expected, found, "correct the row", line=number)
    thing = row[0] if "://" in row[0] else BASE + row[0]
    return OtherName(thing, row[1], row[2], row[3])


def names_of_matches(curated: Iterable[Mapping]) -> Iterator[OtherName]:
    """What the objects of curated matches are called, with their relation to ours."""
    for match in curated:
        if match.object_label and match.predicate in OF_PREDICATE:
            yield OtherName(match.subject, match.object_label, "en", OF_PREDICATE[match.predicate])


def by_key(names: Iterable[OtherName]) -> ByKey:
    """Names by their things, keys and languages; the first of several counts."""
    found: ByKey = {}
    for name in names:
        found.setdefault((name.thing, label_key(name.text), name.language), name)
    return found


def heads(key: str) -> list[tuple[str, str, str]]:
    """What is left without the first words: key, role, relation.

    "organized crime" is wider than "transnational organized crime"; one word alone says too little.
    """
    words = key.split()
    if BINDING & set(words):
        return []
    return [(" ".join(words[start:]), "head", BROAD) for start in range(1, len(words) - 1)]


def parts(key: str) -> list[tuple[str, str, str]]:
    """The two things that a preferred term joins, which are narrower: key, role, relation."""
    words = key.split()
    if len(words) != 3 or words[1] != "and":
        return []
    return [(words[0], "part", NARROW), (words[2], "part", NARROW)]
