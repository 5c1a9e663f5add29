"""Reads statements off mentions: who cites what and to what end, who is asked, for whom, about what.

The rules are named in data/vocabulary/rules.ttl, their cues stand there and in functions.ttl.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import pairwise

from gcm_kg.annotations import Annotations, Row
from gcm_kg.cues import CueReader, Reading
from gcm_kg.document import Document, Part
from gcm_kg.fold import fold, folded
from gcm_kg.iris import BASE, DCTERMS, SKOS
from gcm_kg.mentions import Mention, rule_iri
from gcm_kg.vocabulary import POSITIVE, Vocabulary

RELATIONS = {
    "cites": ("Citation", "Instrument"),
    "appliesPrinciple": ("PrincipleApplication", "Principle"),
    "callsOn": ("CallOnActor", "Actor"),
    "involves": ("Involvement", "Actor"),
    "namesActor": ("ActorNaming", "Actor"),
    "benefits": ("Benefit", "Population"),
    "hasTheme": ("ThemeAssignment", "Theme"),
    "requestsAction": ("ActionRequest", "Action"),
}
"""The direct edges, in the order in which they are written: statement class and class of object."""
PERPETRATORS = f"{BASE}population/perpetrators"
JOINED = re.compile(r"\s*(?:,|/|,?\s*\b(?:and|or)\b)\s*")

Key = tuple[str, str, str, str]


@dataclass(frozen=True, slots=True)
class Statement:
    """One edge with its evidence: stretches of the source, in code points."""

    part: Part
    relation: str
    entity: str
    function: str
    evidence: tuple[tuple[int, int], ...]
    maker: str
    reviewed: bool = False

    @property
    def key(self) -> Key:
        """What makes the statement this one: part, edge, object and function."""
        return (self.part.identifier, self.relation, self.entity, self.function)


class Interpreter:
    """Holds what is prepared once for a vocabulary, and interprets document after document."""

    def __init__(self, vocabulary: Vocabulary) -> None:
        self.vocabulary = vocabulary
        self.functions = CueReader(vocabulary, vocabulary.of_kind("CitationFunction"))
        roles = (rule_iri("actor-called-on"), rule_iri("actor-involved"))
        self.roles = CueReader(vocabulary, roles)
        self.actions = {
            folded(label): action
            for action in vocabulary.of_kind("Action")
            for predicate in POSITIVE
            for label in vocabulary.get(action, predicate)
        }
        self.perpetrators = set(self._below(PERPETRATORS))

    def statements(
        self, document: Document, mentions: Iterable[Mention], annotations: Annotations
    ) -> list[Statement]:
        """The statements of a document, by part in document order, then by edge and place.

        Raises InputError for a judgement that adds what a rule makes already, or rejects or
        confirms what none makes.
        """
        made: dict[Key, Statement] = {}
        for statement in self._made(document, mentions):
            known = made.get(statement.key)
            made[statement.key] = _merged(known, statement) if known else statement
        _judge(made, annotations, self.vocabulary)
        _drop_bare(made)
        order = {part.identifier: place for place, part in enumerate(document.parts)}
        edges = list(RELATIONS)
        return sorted(
            made.values(),
            key=lambda s: (order[s.part.identifier], edges.index(s.relation), s.evidence, s.key),
        )

    def _made(self, document: Document, mentions: Iterable[Mention]) -> Iterator[Statement]:
        """What the rules make of mentions; a table of contents states nothing."""
        telling = [m for m in mentions if not m.part.identifier.startswith("contents.")]
        named = [m for m in telling if m.layer == "names"]
        functions = self.functions.read(document, named)
        roles = self.roles.read(document, named)
        located = _locating(document, named, self.vocabulary)
        for mention in telling:
            for entity in () if mention in located else mention.entities:
                if self.vocabulary.is_a(entity, "Instrument"):
                    yield from self._citation(mention, entity, functions.get(mention, []))
                elif self.vocabulary.is_a(entity, "Actor"):
                    initiative = self.vocabulary.is_a(entity, "Initiative")
                    asked = functions.get(mention, []) if initiative else []
                    yield from self._actor(mention, entity, roles.get(mention, []), asked)
                else:
                    yield from self._concept(mention, entity)
        for part in document.recommendations():
            yield from self._actions(document, part)

    def _citation(
        self, mention: Mention, entity: str, readings: list[Reading]
    ) -> Iterator[Statement]:
        part, rule = mention.part, rule_iri("citation")
        for reading in readings or [Reading("", ())]:
            evidence = tuple(sorted({*reading.evidence, (mention.start, mention.end)}))
            yield Statement(part, "cites", entity, reading.meaning, evidence, rule)
        if part.kind == "Recommendation":
            for theme in self.vocabulary.get(entity, DCTERMS + "subject"):
                yield _plain(mention, "hasTheme", theme, "theme-of-instrument")

    def _actor(
        self, mention: Mention, entity: str, roles: list[Reading], asked: list[Reading]
    ) -> Iterator[Statement]:
        if not roles:
            yield _plain(mention, "namesActor", entity, "actor-named")
        for role in roles[:1]:
            relation = "callsOn" if role.meaning == rule_iri("actor-called-on") else "involves"
            for reading in asked or [Reading("", ())]:
                spans = {*role.evidence, *reading.evidence, (mention.start, mention.end)}
                evidence = tuple(sorted(spans))
                function = reading.meaning
                yield Statement(mention.part, relation, entity, function, evidence, role.meaning)

    def _concept(self, mention: Mention, entity: str) -> Iterator[Statement]:
        if mention.layer == "principles":
            yield _plain(mention, "appliesPrinciple", entity, "principle")
        elif mention.layer == "themes":
            yield _plain(mention, "hasTheme", entity, "theme")
        elif mention.layer == "populations":
            asks = mention.part.kind == "Recommendation"
            if asks and entity not in self.perpetrators:
                yield _plain(mention, "benefits", entity, "benefit")
            for theme in self.vocabulary.get(entity, SKOS + "related"):
                yield _plain(mention, "hasTheme", theme, "theme-of-population")

    def _actions(self, document: Document, part: Part) -> Iterator[Statement]:
        """The verbs that open a recommendation; a verb must be a whole word."""
        projection = fold(document.text[part.start : part.end])
        position = 0
        while action := self._verb_at(projection.text, position):
            low, high = projection.span(position, position + len(action))
            evidence = ((part.start + low, part.start + high),)
            entity = self.actions[action]
            rule = rule_iri("opening-verb")
            yield Statement(part, "requestsAction", entity, "", evidence, rule)
            joint = JOINED.match(projection.text, position + len(action))
            if not joint or not joint[0].strip():
                return
            position = joint.end()

    def _verb_at(self, text: str, position: int) -> str:
        words = re.compile(r"\S+(?:\s\S+){0,4}").match(text, position)
        candidate = words[0].rstrip(",;") if words else ""
        while candidate and candidate not in self.actions:
            candidate = candidate.rpartition(" ")[0]
        return candidate

    def _below(self, concept: str) -> Iterator[str]:
        yield concept
        for entity in self.vocabulary.of_kind("Population"):
            if concept in self.vocabulary.get(entity, SKOS + "broader"):
                yield from self._below(entity)


def _locating(
    document: Document, named: list[Mention], vocabulary: Vocabulary
) -> set[Mention]:
    """The names of States that only tell where a place lies: "Istanbul, Turkey"."""
    located: set[Mention] = set()
    for place, state in pairwise(named):
        if document.text[place.end : state.start].strip() == ",":
            is_place = any(vocabulary.is_a(entity, "Place") for entity in place.entities)
            is_state = any(vocabulary.is_a(entity, "State") for entity in state.entities)
            located.update([state] if is_place and is_state else [])
    return located


def _plain(mention: Mention, relation: str, entity: str, rule: str) -> Statement:
    evidence = ((mention.start, mention.end),)
    return Statement(mention.part, relation, entity, "", evidence, rule_iri(rule))


def _merged(known: Statement, statement: Statement) -> Statement:
    """One statement made twice keeps its first maker and all its evidence.

    What a part is about needs its first words only.
    """
    if known.relation == "hasTheme":
        return known
    evidence = dict.fromkeys((*known.evidence, *statement.evidence))
    return replace(known, evidence=tuple(sorted(evidence)))


def _drop_bare(made: dict[Key, Statement]) -> None:
    """Where a part says what is meant by naming a thing, naming it once more adds nothing."""
    told = {key[:3] for key in made if key[1] == "cites" and key[3]}
    told |= {(key[0], "namesActor", key[2]) for key in made if key[1] in ("callsOn", "involves")}
    for key in [key for key in made if key[:3] in told and not key[3]]:
        del made[key]


def _judge(
    made: dict[Key, Statement], annotations: Annotations, vocabulary: Vocabulary
) -> None:
    """Carries out the rows of the table of statements, rejections first."""
    rows = sorted(annotations["statements"], key=lambda row: row.values["verdict"] == "add")
    for row in rows:
        values = row.values
        relation = values["relation"]
        if relation not in RELATIONS:
            raise row.fail("relation", "one of " + ", ".join(RELATIONS), "correct the cell")
        if not vocabulary.is_a(row.entity("object"), RELATIONS[relation][1]):
            raise row.fail("object", f"a gcm:{RELATIONS[relation][1]}", "correct the cell")
        key = (row.part.identifier, relation, row.entity("object"), row.entity("function"))
        _carry_out(made, row, key)


def _carry_out(made: dict[Key, Statement], row: Row, key: Key) -> None:
    verdict = row.values["verdict"]
    if verdict == "add":
        if key in made:
            raise row.fail("verdict", "something new to add", "a rule makes it: remove the row")
        span = (row.span,) if row.span else ()
        made[key] = Statement(row.part, key[1], key[2], key[3], span, row.iri, True)
    elif key not in made:
        raise row.fail("verdict", "a statement that a rule makes", "none is made: remove the row")
    elif verdict == "reject":
        del made[key]
    else:
        made[key] = replace(made[key], reviewed=True)
