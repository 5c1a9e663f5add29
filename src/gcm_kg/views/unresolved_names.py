"""Names in documents that the vocabulary does not know, merged and ranked, ready to be settled."""

from __future__ import annotations

import re
import tomllib
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from difflib import SequenceMatcher
from functools import cache
from importlib.resources import files

from pyoxigraph import Literal

from gcm_kg.errors import InputError, shown
from gcm_kg.rdf.namespaces import short
from gcm_kg.rdf.sparql import shipped
from gcm_kg.store.graph import Graph, text_of
from gcm_kg.text.characters import compared
from gcm_kg.text.folding import folded
from gcm_kg.text.name_shapes import SYMBOL

SMALL = frozenset(
    "a an and as at by for from in of on or the their its to with against all".split()
)
"""Words that do not tell one name from another."""
DETERMINERS = frozenset("the a an its their all both this that these those new our other".split())
# Is “Optional Protocol” of “Optional Protocol to the Convention”, not “Protocol to”.
BEFORE_PREPOSITION = re.compile(
    r"\s+(?:of|on|to|for|against|in|with|from|by|concerning|relating)\b.*", re.S
)
# Begins “ (ICRMW) ”, not “ (see above) ”.
ACRONYM_FOLLOWS = re.compile(r"\s*\(\s*(?P<acronym>[A-Z][A-Za-z0-9-]*[A-Z][A-Za-z0-9-]*)\s*\)")
# Is “A/HRC/27/15”, not “National Plan”.
SYMBOLS = re.compile(SYMBOL)
COLUMNS = ("source", "identifier", "start", "prefix", "quote", "suffix")
LIKENESS = 0.72
"""The least likeness of a label that is shown as near."""
MOST_NEAR = 3


@dataclass(frozen=True, slots=True)
class Context:
    """A place of a name: the document, the identifier of the part, and the words around."""

    document: str
    identifier: str
    start: int
    prefix: str
    quote: str
    suffix: str

    def within(self) -> str:
        """The name with the words around it, on one line, behind the identifier of the part."""
        before, after = self.prefix.split()[1:], self.suffix.split()[:-1]
        return f"{self.identifier}: … {' '.join([*before, *self.quote.split(), *after])} …"


@dataclass(frozen=True, slots=True)
class UnresolvedName:
    """A name with its other spellings, its places, a guess of its class, and labels near it.

    ``kind`` is a CURIE, empty where nothing tells it; ``file`` the file of data/vocabulary for it;
    ``near`` are labels of the vocabulary with the IRIs of their things, the nearest first.
    """

    name: str
    spellings: tuple[str, ...]
    places: tuple[Context, ...]
    kind: str
    file: str
    iri: str
    near: tuple[tuple[str, str], ...]

    @property
    def documents(self) -> int:
        """In how many documents the name stands."""
        return len({place.document for place in self.places})

    def turtle(self) -> str:
        """The thing as a block of Turtle for its file of data/vocabulary, a definition to be put
        in; empty for a name whose class nothing tells."""
        if not self.kind:
            return ""
        lines = [f"<{self.iri}> a {self.kind}", f"skos:prefLabel {_english(self.name)}"]
        if others := [s for s in self.spellings if s != self.name]:
            lines.append("skos:hiddenLabel " + ", ".join(map(_english, others)))
        lines.append(f"skos:definition {_english(f'What documents call {self.name}.')}")
        return " ;\n    ".join(lines) + " .\n"


def unresolved_names(graph: Graph, *, most: int | None = None) -> list[UnresolvedName]:
    """The names that no label explains, the most frequent first, those of more documents before;
    symbols of documents come after all names. What stands in annexes and contents is left out.

    Spellings that differ in case, plural or article, and acronyms that stand in brackets behind a
    name, are one name; a verb that only begins a recommendation is no part of one.
    """
    verbs = {folded(text_of(r["label"])) for r in graph.select(shipped("views/opening-verbs"))}
    merged: defaultdict[str, list[tuple[str, Context]]] = defaultdict(list)
    for place in _places(graph):
        if name := trimmed(place.quote, verbs):
            merged[_key(name)].append((name, place))
    _join_acronyms(merged)
    ranked = sorted(merged.values(), key=_rank)
    labels = _Labels(graph)
    return [_unresolved(found, labels) for found in ranked[:most]]


def chosen(found: Iterable[UnresolvedName], name: str, kind: str | None) -> UnresolvedName:
    """The name that a person means, with the class that they give instead of the guess.

    Raises InputError for a name that is not unresolved, one that no class is given for, and a class
    that names are not given.
    """
    match = next((n for n in found if _key(name) in map(_key, n.spellings)), None)
    if not match:
        raise InputError("--accept", "a name of gcm-kg names", shown(name), "see gcm-kg names")
    if kind is None and match.kind:
        return match
    rows = {row["class"]: row for row in _heads().values()}
    if kind not in rows:
        expected = f"--class, one of {', '.join(sorted(rows))}"
        raise InputError("--accept", expected, shown(kind or "none"), "give one")
    row = rows[kind]
    local = f"{row['iri']}/{_local(match.name)}"
    return replace(match, kind=kind, file=row["file"], iri=local)


def trimmed(words: str, verbs: Iterable[str]) -> str:
    """A name on one line, without the verbs, articles and signs that are no part of it."""
    known = verbs if isinstance(verbs, set | frozenset) else set(verbs)
    tokens = words.split()
    while len(tokens) > 1 and (
        tokens[0].lower() in DETERMINERS or tokens[0].lower() in SMALL or folded(tokens[0]) in known
    ):
        tokens.pop(0)
    while len(tokens) > 1 and tokens[-1].lower() in SMALL:
        tokens.pop()
    name = " ".join(tokens).strip(" ,.;:()[]“”\"'’")
    return re.sub(r"[’']s?\Z", "", name)


def _places(graph: Graph) -> Iterator[Context]:
    for row in graph.select(shipped("views/unresolved-names")):
        values = [
            text_of(row[n]) for n in ("source", "identifier", "start", "prefix", "quote", "suffix")
        ]
        source, identifier, start, *words = values
        yield Context(source, identifier, int(start), *words)


def _key(name: str) -> str:
    """What spellings of a name have in common: folded, without small words and plurals."""
    words = (w for w in compared(name).split() if w not in SMALL)
    return " ".join(w if len(w) < 5 or not w.endswith("s") else w[:-1] for w in words)


def _local(name: str) -> str:
    """The last segment of the IRI of a name: its words but the small ones, joined by hyphens."""
    words = (w for w in re.findall(r"\w+", compared(name)) if w not in SMALL)
    return "-".join(words)


def _join_acronyms(merged: defaultdict[str, list[tuple[str, Context]]]) -> None:
    """An acronym that stands in brackets behind a name, wherever, is that name."""
    for key, found in list(merged.items()):
        followed = (ACRONYM_FOLLOWS.match(place.suffix) for _, place in found)
        for acronym in {_key(match["acronym"]) for match in followed if match} - {key}:
            if acronym in merged:
                found += merged.pop(acronym)


def _rank(found: list[tuple[str, Context]]) -> tuple[bool, int, int, str]:
    name, documents = found[0][0], {place.document for _, place in found}
    return (SYMBOLS.fullmatch(name) is not None, -len(found), -len(documents), name)


def _unresolved(found: list[tuple[str, Context]], labels: _Labels) -> UnresolvedName:
    spellings = Counter(name for name, _ in found)
    name = max(spellings, key=lambda s: (" " in s, spellings[s], len(s)))
    guess = guessed(name)
    return UnresolvedName(
        name=name,
        spellings=tuple(sorted(spellings)),
        places=tuple(place for _, place in found),
        kind=guess["class"] if guess else "",
        file=guess["file"] if guess else "",
        iri=f"{guess['iri']}/{_local(name)}" if guess else "",
        near=tuple(labels.near(name)),
    )


@cache
def _heads() -> dict[str, dict[str, str]]:
    text = files("gcm_kg.views").joinpath("name_classes.toml").read_text("utf-8")
    return {head: row for row in tomllib.loads(text)["class"] for head in row["heads"].split()}


def guessed(name: str) -> dict[str, str] | None:
    """Class, file and folder that the head noun of a name tells, or None.

    "Optional Protocol to the Convention" is a protocol; "Convention Committee" is a committee.
    """
    head = BEFORE_PREPOSITION.sub("", name).split()[-1:]
    plain = folded(head[0]).strip() if head else ""
    return _heads().get(plain) or _heads().get(plain.removesuffix("s"))


class _Labels:
    """The labels of the vocabulary, by their words."""

    def __init__(self, graph: Graph) -> None:
        self.by_word: defaultdict[str, set[tuple[str, str]]] = defaultdict(set)
        for row in graph.select(shipped("views/names-of-things")):
            label, thing = text_of(row["label"]), text_of(row["thing"])
            for word in _key(label).split():
                self.by_word[word].add((label, thing))

    def near(self, name: str) -> list[tuple[str, str]]:
        """The labels that are most like a name, each thing once."""
        key = _key(name)
        shared = Counter(label for word in key.split() for label in self.by_word.get(word, ()))
        scored = sorted(
            ((SequenceMatcher(None, key, _key(label)).ratio(), label, thing)
             for (label, thing), _ in shared.most_common(40)),
            key=lambda row: (-row[0], row[1:]),
        )  # fmt: skip
        things: dict[str, str] = {}
        for score, label, thing in scored:
            if score >= LIKENESS and thing not in things:
                things[thing] = label
        return [(label, short(thing)) for thing, label in things.items()][:MOST_NEAR]


def _english(text: str) -> str:
    return str(Literal(text, language="en"))
