"""Suggests canned questions, with their parameters filled in, for a question in words."""

from __future__ import annotations

import tomllib
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from gcm_kg.errors import offered
from gcm_kg.querying.linked_names import LinkedName, linked_names, stemmed_names, words_of
from gcm_kg.querying.names import own_name
from gcm_kg.querying.questions import Parameter, Question
from gcm_kg.store.documents import documents
from gcm_kg.store.fulltext import ranked
from gcm_kg.store.graph import Graph
from gcm_kg.text.spelling import stem
from gcm_kg.views.asked_roles import ROLES, wanted_role, with_roles
from gcm_kg.views.criteria import CLASSES

_WORDS = tomllib.loads(Path(__file__).with_suffix(".toml").read_text("utf-8"))
SYNONYMS: dict[str, str] = _WORDS["synonyms"]
IGNORED = frozenset(_WORDS["ignored"]["words"])
PRONOUNS = frozenset(_WORDS["ignored"]["pronouns"])
CLASS_WORDS: dict[str, str] = _WORDS["classes"]
MOST = 3
"""Questions that are suggested."""
NAMED, UNNAMED, UNUSED, DESCRIBED, DOING = 2.5, 1.0, 0.7, 0.5, 1.5
"""What a parameter that can be filled in adds to the score of a question; what one that cannot, and
a name for which it has no parameter, take away; how much its description counts; and what a
parameter adds for an actor that does what it asks for."""
OPTIONS = {"instrument": "cites", "use": "function"}
"""Options of ``find`` whose names are not those of their facets."""
WEAK = frozenset({"gcm:Action", "gcm:Measure", "gcm:SpeechAct", "gcm:Strength", "gcm:Polarity"})
"""Classes of things whose names are common words."""


@dataclass(frozen=True, slots=True)
class Suggestion:
    """A canned question with values for its parameters, by name; ``command`` asks it."""

    question: str
    summary: str
    values: dict[str, tuple[str, ...]]

    @property
    def command(self) -> str:
        """What to type, to be pasted into a shell."""
        options = (
            f" --{name} {offered(value)}"
            for name, values in self.values.items()
            for value in values
        )
        return f"gcm-kg ask {self.question}{''.join(options)}"


@dataclass(frozen=True, slots=True)
class Suggested:
    """What may answer a question: canned questions, the best first, and a search for several
    criteria together, where it names several; ``find`` is its command, or empty."""

    questions: tuple[Suggestion, ...]
    find: str


class Suggester:
    """Suggests questions over a graph, whose names are read once."""

    def __init__(self, graph: Graph, questions: Mapping[str, Question]) -> None:
        self.graph, self.questions = graph, questions
        self.names = stemmed_names(graph)

    def suggest(self, text: str) -> Suggested:
        """What may answer a question in words. Nothing is asked."""
        words, questions = words_of(text), self.questions
        classes = {p.of for question in questions.values() for p in question.parameters if p.of}
        linked = with_roles(words, linked_names(self.graph, words, classes, self.names))
        names = [name for name in linked if not _is_common(words, name)]
        scores = _alike(questions, words, names)
        known = documents(self.graph)
        label = {name.iri: own_name(self.graph, name.iri, known) for name in names}
        total = {name: scores[name] + _fitting(q, names) for name, q in questions.items()}
        best = sorted((name for name in total if scores[name]), key=lambda n: (-total[n], n))
        found = [_filled(questions[name], names, label) for name in best[:MOST]]
        return Suggested(tuple(found), _find(names, label))


def _alike(
    questions: Mapping[str, Question], words: Sequence[str], names: Sequence[LinkedName]
) -> dict[str, float]:
    """How alike the words are to those by which each question is described (BM25)."""
    asked = [_word(word) for word in words if word.lower() not in IGNORED]
    asked += [CLASS_WORDS[c] for name in names for c in _nearest(name) if c in CLASS_WORDS]
    texts = {}
    for name, question in questions.items():
        texts[f"{name} d"] = _synonymous(question.description)
        for number, line in enumerate((question.summary, *question.paraphrases)):
            texts[f"{name} {number}"] = _synonymous(line)
    scores: defaultdict[str, float] = defaultdict(float)
    if not asked:
        return scores
    for key, score in ranked(texts, list(dict.fromkeys(asked)), len(texts)):
        name, _, which = key.partition(" ")
        scores[name] = max(scores[name], score * (DESCRIBED if which == "d" else 1))
    return scores


def _word(word: str) -> str:
    plain = stem(word.lower().replace('"', ""))
    return SYNONYMS.get(plain, plain)


@lru_cache(maxsize=4096)
def _synonymous(text: str) -> str:
    """A text in the words that stand for others; those that describe questions are the same each
    time that something is asked."""
    return " ".join(_word(word) for word in words_of(text))


def _fitting(question: Question, names: Sequence[LinkedName]) -> float:
    """How well the parameters of a question fit the things that are named."""
    wanted = [p for p in question.parameters if p.kind == "iri"]
    score = 0.0
    for parameter in wanted:
        gains = [_gain(parameter, name) for name in names if _fits(parameter, name)]
        score += max(gains) if gains else 0.0 if parameter.optional else -UNNAMED
    places = {(n.start, n.end) for n in names if not n.nested and not _is_weak(n)}
    used = {(n.start, n.end) for n in names if any(_fits(p, n) for p in wanted)}
    return score - UNUSED * len(places - used)


def _gain(parameter: Parameter, name: LinkedName) -> float:
    """What a thing adds that can be the value of a parameter."""
    if parameter.of not in _nearest(name) or name.nested or parameter.of in WEAK:
        return NAMED / 2
    if name.role:
        return NAMED + DOING if wanted_role(parameter) else NAMED / 2
    return NAMED


def _nearest(name: LinkedName) -> tuple[str, ...]:
    """The classes of a thing but that of all parts, where it is in a narrower one."""
    narrower = tuple(c for c in name.classes if c != "gcm:Part")
    return narrower or name.classes


def _is_common(words: Sequence[str], name: LinkedName) -> bool:
    """Whether a name is one of the words in which people ask, whatever they ask for."""
    if name.end - name.start > 1:
        return False
    word = words[name.start].lower()
    if word in PRONOUNS:  # "who", not "WHO"
        return not words[name.start].isupper()
    return _is_weak(name) and (stem(word) in SYNONYMS or stem(word) in CLASS_WORDS.values())


def _is_weak(name: LinkedName) -> bool:
    return WEAK.issuperset(name.classes)


def _fits(parameter: Parameter, name: LinkedName) -> bool:
    if parameter.kind != "iri" or (name.role and wanted_role(parameter) not in ("", name.role)):
        return False
    return parameter.of in name.classes if parameter.of else not _is_weak(name)


def _filled(
    question: Question, names: Sequence[LinkedName], label: Mapping[str, str]
) -> Suggestion:
    """A question with the things that are named, those in longer names only if there is no other;
    a parameter of anything takes one."""
    values: dict[str, tuple[str, ...]] = {}
    for parameter in question.parameters:
        fitting = [name for name in names if _fits(parameter, name)]
        fitting = [name for name in fitting if not name.nested] or fitting
        if labels := list(dict.fromkeys(label[name.iri] for name in fitting)):
            values[parameter.name] = tuple(labels if parameter.of else labels[:1])
    return Suggestion(question.name, question.summary, values)


def _find(names: Sequence[LinkedName], label: Mapping[str, str]) -> str:
    """The search for all that is named, each place of the question by its first facet; by its name
    alone where several places have one facet, of which an option would take any; those who
    recommend, or are asked, together are any of them."""
    facets = {of: facet for facet, of in reversed(CLASSES.items())}
    chosen: dict[tuple[int, int], tuple[str, str]] = {}
    for name in names:
        facet = name.role or next((facets[c] for c in name.classes if c in facets), "")
        place = (name.start, name.end)
        if facet and not name.nested and place not in chosen and not _is_weak(name):
            chosen[place] = facet, offered(label[name.iri])
    told = list(dict.fromkeys(chosen.values()))
    times = Counter(facet for facet, _ in told)
    named = [facet not in ROLES and times[facet] > 1 for facet, _ in told]
    bare = [name for (_, name), alone in zip(told, named, strict=True) if alone]
    options = [
        f"--{OPTIONS.get(facet, facet)} {name}"
        for (facet, name), alone in zip(told, named, strict=True)
        if not alone
    ]
    return " ".join(["gcm-kg find", *bare, *options]) if len(chosen) > 1 else ""
