"""Suggests for words that somebody types: things of that name, places, and questions to ask.

It answers nothing itself: a question is offered with its parameters filled in by the things that
the words name, and is asked only by who chooses it.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from urllib.parse import urlencode

from pyoxigraph import Literal

from gcm_kg.querying.name_index import Match
from gcm_kg.querying.questions import Parameter, Question
from gcm_kg.rdf.namespaces import expand, short
from gcm_kg.serving.served import Served
from gcm_kg.store.fulltext import ranked
from gcm_kg.views.asked_roles import roles_of, wanted_role
from gcm_kg.views.suggesting import PRONOUNS

WORD = re.compile(r"[^\W\d_]{3,}")
LONGEST = 500
"""Characters that are looked at."""
FILLED, LEFT = 3.0, -1.5
"""What the score of a question gains for a parameter that is filled, and for one that is not."""
DOING = 1.5
"""What it gains for an actor that does what a parameter asks for, and loses for one that is known
to do something of which it does not ask."""
MOST = 5


@dataclass(frozen=True, slots=True)
class Suggestion:
    """A question with the values of its parameters, each with its label."""

    question: Question
    values: Mapping[str, str] = field(default_factory=dict)
    labels: tuple[str, ...] = ()
    score: float = 0.0

    @property
    def address(self) -> str:
        """Where it is answered, below where all is served."""
        given = f"?{urlencode(self.values)}" if self.values else ""
        return f"ask/{self.question.name}{given}"


def suggested(text: str, served: Served, limit: int = MOST) -> list[Suggestion]:
    """The questions that words may mean, the likeliest first."""
    text = text[:LONGEST]
    found = [match for match in served.names.within(text) if not _is_pronoun(match, text)]
    actors = {m.iri: m.name for m in found if _fits_class("gcm:Actor", m, served)}
    roles = roles_of(text, actors)
    words = list(dict.fromkeys(word.lower() for word in WORD.findall(text)))
    scores = dict(ranked(_texts(served), words, 100)) if words else {}
    made = [
        _filled(question, found, roles, scores.get(name, 0.0), served)
        for name, question in served.kg.questions.items()
    ]
    likely = [one for one in made if one.score > 0]
    return sorted(likely, key=lambda one: (-one.score, one.question.name))[:limit]


def _texts(served: Served) -> dict[str, str]:
    return {
        name: f"{q.summary} {q.summary} {name.replace('-', ' ')} {q.description} {' '.join(q.tags)}"
        for name, q in served.kg.questions.items()
    }


def _is_pronoun(match: Match, text: str) -> bool:
    """Whether words are the name of something in capitals only: "who", not "WHO"."""
    return match.name.lower() in PRONOUNS and match.name.upper() not in text


def _filled(
    question: Question, found: list[Match], roles: Mapping[str, str], score: float, served: Served
) -> Suggestion:
    """A question with what fits its parameters; it is worth less where one has nothing, and more
    for an actor that does what it asks for."""
    values: dict[str, str] = {}
    labels: list[str] = []
    for parameter in question.parameters:
        if parameter.kind != "iri":
            continue
        role = wanted_role(parameter)
        fitting = (m for m in found if m.label not in labels and _fits(parameter, m, served))
        match = next((m for m in fitting if roles.get(m.iri, role) == role or not role), None)
        if match:
            values[parameter.name] = short(match.iri)
            labels.append(match.label)
            score += FILLED if parameter.of else FILLED / 2
            if role := roles.get(match.iri, ""):
                score += DOING if role == wanted_role(parameter) else -DOING
        elif not parameter.optional:
            score += LEFT
    if found and not values:
        score += LEFT
    return Suggestion(question, values, tuple(labels), score)


def _fits(parameter: Parameter, match: Match, served: Served) -> bool:
    return not parameter.of or _fits_class(parameter.of, match, served)


def _fits_class(kind: str, match: Match, served: Served) -> bool:
    return bool(served.names.kinds[match.iri] & served.classes_below(expand(kind)))


def places(text: str, served: Served) -> list[tuple[str, str, str]]:
    """The parts that have an identifier such as "III.a.1", with it and their words."""
    found = []
    for row in served.graph.select(
        "SELECT ?part ?id ?text { ?part dcterms:identifier ?_id, ?id ; gcm:evidence ?span ."
        " OPTIONAL { ?part gcm:text ?text } } LIMIT 20",
        id=_literal(text.strip()),
    ):
        words = "" if row["text"] is None else " ".join(row["text"].value.split())
        found.append((row["part"].value, row["id"].value, words))
    return found


def _literal(text: str) -> Literal:
    return Literal(text)
