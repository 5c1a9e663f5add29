"""What the words around a name say: definitions, notes, and what a thing lies in.

A term that means something else is defined in other words: "Recruitment: addition of young fish to
a stock". Ours are the definitions, the names and the broader concepts of the vocabulary.
"""

from __future__ import annotations

import math
import re
import tomllib
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from gcm_kg.linking.subjects import Subjects
from gcm_kg.model.vocabulary import Vocabulary
from gcm_kg.rdf.namespaces import SKOS
from gcm_kg.text.spelling import stem

WORDS = re.compile(r"[a-z]{3,}")
ROOT = 6
"""Letters by which words of one family are known: "migrant", "migration"."""
SAID = ("definition", "scopeNote", "prefLabel", "altLabel")
"""What of our things is read, with the names of what they are under or related to."""
NEAR = ("broader", "related")
_TABLE = tomllib.loads(Path(__file__).with_suffix(".toml").read_text("utf-8"))
EMPTY = frozenset(_TABLE["empty"].split())
FIELDS: dict[str, str] = {
    stem(word): name for name, words in _TABLE["fields"].items() for word in words.split()
}
"""Words of fields in which ours is not, each with its field."""


def field_of(text: str) -> str:
    """The field, not ours, to which a word of a text belongs; "" if none does."""
    return next((FIELDS[root] for root in map(stem, WORDS.findall(text.casefold()))
                 if root in FIELDS), "")  # fmt: skip


def roots(texts: Iterable[str]) -> set[str]:
    """The families of the words of texts, but those that say nothing."""
    words = {word for text in texts for word in WORDS.findall(text.casefold())}
    return {stem(word)[:ROOT] for word in words - EMPTY}


@dataclass(frozen=True, slots=True)
class Context:
    """How what is said of a candidate sits with what we say of a thing.

    ``words`` counts its words; ``shared`` adds up those of the thing, each by how few of our things
    have it; ``known`` is the share that any of ours has; ``away`` names a field that is not ours.
    """

    words: int = 0
    shared: float = 0
    known: float = 0
    away: str = ""


class Contexts:
    """What is said of our things, in families of words, made when first asked for."""

    def __init__(self, ours: Subjects) -> None:
        self._ours = ours
        self._of_thing: dict[str, set[str]] = {}
        self._frequency: Counter[str] = Counter()

    def compared(self, thing: str, own: Iterable[str], theirs: Iterable[str]) -> Context:
        """The texts about a candidate beside ours; words of the names that agree do not count."""
        texts = list(theirs)
        said = roots(texts) - roots(own)
        if not said:
            return Context()
        self._prepare()
        mine = self._of_thing.get(thing, set())
        number = len(self._of_thing)
        shared = sum(math.log(number / self._frequency[word]) for word in said & mine)
        known = sum(word in self._frequency for word in said) / len(said)
        return Context(len(said), shared, known, _away(texts, mine))

    def _prepare(self) -> None:
        if not self._of_thing:
            for iri in self._ours.things:
                self._of_thing[iri] = roots(_texts(self._ours.vocabulary, iri))
                self._frequency.update(self._of_thing[iri])


def _away(texts: Iterable[str], mine: set[str]) -> str:
    """The field of a word that we do not use of the thing; "" if there is none."""
    for text in texts:
        for word in WORDS.findall(text.casefold()):
            root = stem(word)
            if root in FIELDS and root[:ROOT] not in mine:
                return FIELDS[root]
    return ""


def _texts(vocabulary: Vocabulary, iri: str) -> list[str]:
    near = [other for name in NEAR for other in vocabulary.get(iri, SKOS + name)]
    own = [text for name in SAID for text in vocabulary.get(iri, SKOS + name)]
    return own + [text for other in near for text in vocabulary.get(other, SKOS + "prefLabel")]
