"""Finds, in one reading of another graph, what shares a name, identifier or link with ours.

Most names of a large vocabulary hold a word that none of ours has: they are passed over before
they are taken apart.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from pyoxigraph import BlankNode, Literal, NamedNode, Quad

from gcm_kg.linking.candidates import CLASSES, node
from gcm_kg.linking.labels import PART, PREFIXES, SAYING_LITTLE, acronym, taken_apart
from gcm_kg.linking.names import Name, primary
from gcm_kg.linking.predicates import XL, name_in_iri, use_of
from gcm_kg.linking.spoken import PLAIN_NAMES
from gcm_kg.linking.subjects import Subjects
from gcm_kg.mappings.identifiers import Identifier, from_iri, from_literal
from gcm_kg.text.characters import unaccented
from gcm_kg.text.spelling import stem

MOST_SHARING = 300
"""Things of the target with one name that are compared; more are counted, and said."""
PLAIN = str.maketrans(dict.fromkeys('(),.[];:"!?/_&-\u2010\u2011\u2013\u2014', " "))
"""Marks that stand between words."""
ANY_PREFIX = tuple(PREFIXES)
PASSED_OVER = 1_000
"""Things of a namespace whose IRIs hold no identifier, after which none of it is looked at: the
first may be a collection ("…/Goals"), and each costs time."""
MANY = 50_000
"""Words of a target that are remembered."""
unstored_stem = stem.__wrapped__
"""Of words that are met once: nothing is kept."""


class Finder:
    """Which things share a name, an identifier or a link with ours."""

    def __init__(self, ours: Subjects) -> None:
        self.ours = ours
        self.found: set[str] = set()
        self.expressions: set[str] = set()
        self.crowded: dict[str, int] = {}
        self.languages: Counter[str] = Counter()
        self.names = self.capitals = 0
        self.has_works = self.has_blank_names = False
        self._sharing: Counter[str] = Counter()
        self._known: dict[str, bool] = {}
        self._spaces: dict[str, bool] = {}
        self._without: dict[str, int] = {}
        """How many things of a namespace have been met whose IRIs hold no identifier, one after
        the other."""
        self._ours = _spaces_of(ours)
        self._words = _words_of(ours)

    def read(self, quads: Iterator[Quad]) -> None:
        """Reads all statements."""
        last, named, classed = None, False, False
        for subject, predicate, term, _ in quads:
            if subject != last:
                self._end(last, classed and not named)
                last, named, classed = subject, False, False
                self._own(subject)
            use = use_of(predicate.value)
            if use == "name":
                named = True
                self._name(subject, predicate.value, term)
            elif use == "type":
                classed = classed or node(term) in CLASSES
            elif use:
                self._note(subject, predicate.value, term, use)
        self._end(last, classed and not named)
        self.crowded = {key: n for key, n in self._sharing.items() if n > MOST_SHARING}

    def _note(self, subject: object, predicate: str, term: object, use: str) -> None:
        if use in ("identify", "link"):
            self._point(subject, predicate, term)
        elif use == "belong":
            self.has_works = True

    def _name(self, subject: object, predicate: str, literal: object) -> None:
        if not isinstance(literal, Literal):
            blank = isinstance(literal, BlankNode) and predicate in PLAIN_NAMES
            self.has_blank_names = self.has_blank_names or blank
            return
        text, tag = literal.value, literal.language
        self.names += 1
        self.languages[tag or ""] += 1
        if text.isupper():
            self.capitals += 1
        if not self._possible(text):
            return
        for key, names in self._sharers(text):
            language = primary(tag)
            if any(not language or n.language in ("", language) for n in names):
                self._share(key, node(subject))
                if predicate.startswith(XL):
                    self.expressions.add(node(subject))

    def _end(self, subject: object, unlabelled: bool) -> None:
        """A class of which all is read, and that has no label, is named by its IRI."""
        if unlabelled and isinstance(subject, NamedNode) and (text := name_in_iri(subject.value)):
            for key, _ in self._sharers(text):
                self._share(key, subject.value)

    def _share(self, key: str, subject: str) -> None:
        self._sharing[key] += 1
        if self._sharing[key] <= MOST_SHARING:
            self.found.add(subject)

    def _possible(self, text: str) -> bool:
        """Whether all words of a name, but those in brackets or of a date, may be words of ours."""
        if text[1:4].isdigit() or (text[:2].isupper() and len(text) <= 12):
            return True  # a code of NORMLEX, or an acronym
        if text[-4:].isdigit() and "," in text:
            text = text[: text.find(",")]
        elif text.endswith((")", "]")):
            text = text[: max(0, text.find("("), text.find("["))] or text
        if "'" in text or not text.isascii():
            text = text.replace("\u2019", "'").replace("'s", "").replace("'", "")
        known = self._known
        for word in text.lower().translate(PLAIN).split():
            ours = known.get(word)
            if ours is None:
                ours = self._is_ours(word)
            if not ours:
                return False
        return True

    def _is_ours(self, word: str) -> bool:
        """Whether a word of small letters may stand in a name of ours; one behind a prefix may."""
        root = unstored_stem(word if word.isascii() else unaccented(word))
        ours = root in self._words or word.isdigit()
        if len(self._known) < MANY:
            self._known[word] = ours
        return ours

    def _sharers(self, text: str) -> Iterator[tuple[str, list[Name]]]:
        """Our names that a text may be, with the key by which they were found."""
        by_key = self.ours.by_key
        if len(text) <= 12 and (short := acronym(text)) in self.ours.by_acronym:
            yield short, self.ours.by_acronym[short]
        keys = taken_apart(text).keys
        parts = [key for key, kind in keys if kind == PART]
        compared = all(key in by_key for key in parts)
        for key, kind in keys:
            if key in by_key and (kind != PART or compared):
                yield key, by_key[key]

    def _own(self, subject: object) -> None:
        """Looks whether the IRI of a thing identifies it."""
        if isinstance(subject, BlankNode):
            return
        iri = node(subject)
        space = iri[: iri.rfind("/") + 1]
        without = self._without.get(space, 0)
        if without > PASSED_OVER:
            return
        forms = from_iri(iri)
        told = len(forms) > 1
        if told or self._linked(space):
            self._identify(iri, forms)
        if space in self._without or len(self._without) < MANY // 10:
            self._without[space] = 0 if told or self._linked(space) else without + 1

    def _linked(self, space: str) -> bool:
        """Whether something of ours is linked with things of a namespace."""
        known = self._spaces.get(space)
        if known is None:
            known = _space(space) in self._ours
            if len(self._spaces) < MANY // 10:
                self._spaces[space] = known
        return known

    def _point(self, subject: object, predicate: str, term: object) -> None:
        if isinstance(term, Literal):
            identifier = from_literal(predicate, term.value, term.datatype.value)
            self._identify(node(subject), [identifier] if identifier else [])
        elif isinstance(term, NamedNode):
            self._identify(node(subject), from_iri(term.value))

    def _identify(self, subject: str, identifiers: list[Identifier]) -> None:
        for identifier in identifiers:
            if identifier in self.ours.by_identifier or identifier in self.ours.links:
                self._share(str(identifier), subject)


def _space(iri: str) -> str:
    """The namespace of an IRI in its one form."""
    value = from_iri(iri + "x")[0][1]
    return value[: value.rfind("/") + 1]


def _spaces_of(ours: Subjects) -> frozenset[str]:
    """The namespaces in which things are linked with ours."""
    iris = [value for kind, value in (*ours.links, *ours.by_identifier) if kind == "iri"]
    return frozenset(value[: value.rfind("/") + 1] for value in iris)


def _words_of(ours: Subjects) -> frozenset[str]:
    """The words of our names, also those that are written together with a prefix."""
    apart = {
        word.removeprefix(prefix)
        for word in ours.words if word.startswith(ANY_PREFIX)  # which few do
        for prefix in PREFIXES if word.startswith(prefix)
    }  # fmt: skip
    return ours.words | apart | SAYING_LITTLE | PREFIXES | {"people", "the"}
