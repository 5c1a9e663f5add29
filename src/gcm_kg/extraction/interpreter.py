"""Reads statements off mentions: who cites what to what end, who is asked, for whom, about what.

The rules are named in data/vocabulary/rules.ttl, their cues stand there and in functions.ttl.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from gcm_kg.extraction.action_categories import ActionCategories
from gcm_kg.extraction.asked_too import with_asked_too
from gcm_kg.extraction.attributions import Attributions, in_attributes
from gcm_kg.extraction.cue_kinds import CueReading
from gcm_kg.extraction.cues import CueReader
from gcm_kg.extraction.functions import Functions
from gcm_kg.extraction.instruction import with_taught
from gcm_kg.extraction.judgements import judge_statements
from gcm_kg.extraction.measures import NAMED_BY_WORDS, Measures
from gcm_kg.extraction.operative_verbs import OpeningVerbs, verbs_alone
from gcm_kg.extraction.pinpoints import pinpoint
from gcm_kg.extraction.polarities import Polarities, common_polarity
from gcm_kg.extraction.silent_mentions import qualifying_populations, silent_mentions
from gcm_kg.extraction.targets import for_whom
from gcm_kg.extraction.wanted_principles import WantedPrinciples
from gcm_kg.extraction.weighed_requests import without_weighed
from gcm_kg.model.annotations import Annotations
from gcm_kg.model.document import Document, Part
from gcm_kg.model.iris import rule_iri
from gcm_kg.model.statements import RELATIONS, REPEATED, Key, Mention, Statement
from gcm_kg.model.vocabulary import Vocabulary
from gcm_kg.rdf.namespaces import BASE, SKOS
from gcm_kg.text.spans import Spans

PERPETRATORS = f"{BASE}population/perpetrators"
ROLES = {rule_iri("actor-called-on"): "callsOn", rule_iri("actor-involved"): "involves"}
"""The rules that give an actor a role, the one that goes before first; with the edges they make."""
FOR_WHOM = ("benefits", "targets")


class Interpreter:
    """Holds what is prepared once for a vocabulary, and interprets document after document."""

    def __init__(self, vocabulary: Vocabulary) -> None:
        self.vocabulary = vocabulary
        self.functions = Functions(vocabulary)
        self.roles = CueReader(vocabulary, (*ROLES, rule_iri("actor-named")), of="actors")
        self.polarities = Polarities(vocabulary)
        self.wanted = WantedPrinciples(vocabulary)
        self.openings = OpeningVerbs(vocabulary)
        self.measures = Measures(vocabulary)
        self.categories = ActionCategories(vocabulary)
        self.attributions = Attributions(vocabulary)
        self.perpetrators = vocabulary.with_narrower([PERPETRATORS])
        self.verbs = vocabulary.prepared("verbs alone", verbs_alone)

    def statements(
        self, document: Document, mentions: Iterable[Mention], annotations: Annotations
    ) -> list[Statement]:
        """The statements of a document, by part in document order, then by edge and place.

        Raises InputError for a judgement that adds what a rule makes already, or rejects or
        confirms what none makes.
        """
        made = _merged(self._made(document, mentions), _sentence_ends(document))
        judge_statements(made, annotations, self.vocabulary)
        _drop_bare(made)
        return in_order(document, made.values())

    def _made(self, document: Document, mentions: Iterable[Mention]) -> Iterator[Statement]:
        """What the rules make of mentions; a table of contents states nothing."""
        telling = [
            replace(m, layer="themes") if m.layer == REPEATED else m
            for m in mentions
            if not m.part.identifier.startswith("contents.") and not in_attributes(m)
        ]
        named = [m for m in telling if m.layer == "names"]
        functions = self.functions.read(document, named)
        roles = with_taught(document, named, self.roles.read(document, named))
        roles = with_asked_too(document, named, roles, self.openings.known)
        places = self._proper_names(named)
        requests = [
            made
            for part in document.recommendations()
            for made in self._request(document, part, places[part])
        ]
        polarities = self.polarities.read(document, telling, self.perpetrators)
        polarities = without_weighed(document, polarities, requests)
        silent = silent_mentions(document, telling, self.vocabulary)
        qualifying = qualifying_populations(document, telling, self.verbs)
        silent |= self.wanted.unwanted(document, telling, polarities)
        themes = _by_theme(telling)
        for mention in telling:
            for entity in () if mention in silent else mention.entities:
                if self.vocabulary.is_a(entity, "Instrument"):
                    place = pinpoint(document.words, mention)
                    yield from self._citation(mention, entity, functions.get(mention, []), place)
                elif self.vocabulary.is_a(entity, "Actor"):
                    initiative = self.vocabulary.is_a(entity, "Initiative")
                    asked = functions.get(mention, []) if initiative else []
                    yield from self._actor(mention, entity, roles.get(mention, []), asked)
                else:
                    readings = polarities.get(mention, [])
                    for made in self._concept(document, mention, entity, readings, themes):
                        if made.relation not in FOR_WHOM or mention not in qualifying:
                            yield made
        yield from requests
        yield from self.attributions.read(document)

    def _request(
        self, document: Document, part: Part, names: list[tuple[int, int]]
    ) -> Iterator[Statement]:
        """What the verbs of a recommendation ask for, and how strongly."""
        verbs = list(self.openings.read(document, part))
        for action, spans in verbs:
            yield Statement(part, "requestsAction", action, "", spans, rule_iri("opening-verb"))
        yield from self.categories.read(document, part)
        yield from self.measures.read(document, part, [spans[0] for _, spans in verbs], names)

    def _proper_names(self, named: list[Mention]) -> dict[Part, list[tuple[int, int]]]:
        """The places of names in each part of which words ask for nothing."""
        places: defaultdict[Part, list[tuple[int, int]]] = defaultdict(list)
        for mention in named:
            if any(self.vocabulary.is_a(e, k) for e in mention.entities for k in NAMED_BY_WORDS):
                places[mention.part].append((mention.start, mention.end))
        return places

    def _citation(
        self,
        mention: Mention,
        entity: str,
        readings: list[CueReading],
        place: tuple[str, tuple[int, int]] | None,
    ) -> Iterator[Statement]:
        part, rule = mention.part, rule_iri("citation")
        at, spans = (place[0], {place[1]}) if place else ("", set())
        for reading in readings or [CueReading("", ())]:
            evidence = tuple(sorted({*reading.evidence, *spans, (mention.start, mention.end)}))
            cited = Statement(part, "cites", entity, reading.meaning, evidence, rule, pinpoint=at)
            yield cited
            yield from self.functions.themes_of(cited)

    def _actor(
        self, mention: Mention, entity: str, roles: list[CueReading], asked: list[CueReading]
    ) -> Iterator[Statement]:
        found = {role.meaning: role for role in reversed(roles)}
        role = next((found[rule] for rule in ROLES if rule in found), None)
        if not role:
            yield _plain(mention, "namesActor", entity, "actor-named")
            return
        for reading in asked or [CueReading("", ())]:
            spans = {*role.evidence, *reading.evidence, (mention.start, mention.end)}
            evidence = tuple(sorted(spans))
            relation, function = ROLES[role.meaning], reading.meaning
            yield Statement(mention.part, relation, entity, function, evidence, role.meaning)

    def _concept(
        self,
        document: Document,
        mention: Mention,
        entity: str,
        polarities: list[CueReading],
        themes: Mapping[str, Spans],
    ) -> Iterator[Statement]:
        if mention.layer == "principles":
            yield _plain(mention, "appliesPrinciple", entity, "principle")
            for theme in self.vocabulary.get(entity, SKOS + "related"):
                named = themes.get(theme)
                if not (named and named.overlap(mention.start, mention.end)):
                    statement = _plain(mention, "hasTheme", theme, "theme-of-principle")
                    yield self.polarities.of_principle(document, statement)
        elif mention.layer == "themes":
            statement = _plain(mention, "hasTheme", entity, "theme")
            yield self.polarities.carried(document, statement, polarities)
        elif mention.layer == "populations":
            if told := for_whom(document, mention, targeted=entity in self.perpetrators):
                yield _plain(mention, told[0], entity, told[1])
            for theme in self.vocabulary.get(entity, SKOS + "related"):
                statement = _plain(mention, "hasTheme", theme, "theme-of-population")
                yield self.polarities.carried(document, statement, polarities)


def in_order(document: Document, statements: Iterable[Statement]) -> list[Statement]:
    """Statements by part in document order, then by edge and place."""
    order = {part.identifier: place for place, part in enumerate(document.parts)}
    edges = {relation: place for place, relation in enumerate(RELATIONS)}
    return sorted(
        statements, key=lambda s: (order[s.part.identifier], edges[s.relation], s.evidence, s.key)
    )


def _by_theme(mentions: Iterable[Mention]) -> dict[str, Spans]:
    """The places of the mentions of each theme."""
    themes: defaultdict[str, list[tuple[int, int]]] = defaultdict(list)
    for mention in mentions:
        for entity in mention.entities if mention.layer == "themes" else ():
            themes[entity].append((mention.start, mention.end))
    return {theme: Spans(places) for theme, places in themes.items()}


def _plain(mention: Mention, relation: str, entity: str, rule: str) -> Statement:
    evidence = ((mention.start, mention.end),)
    return Statement(mention.part, relation, entity, "", evidence, rule_iri(rule))


def _sentence_ends(document: Document) -> list[int]:
    return [end for leaf in document.leaves() for _, end in document.sentences_of(leaf)]


def _merged(statements: Iterable[Statement], ends: list[int]) -> dict[Key, Statement]:
    """One statement made twice keeps its first maker and all its evidence.

    What a sentence is about needs its first words only, and those that have a polarity. Words of
    different polarities leave a statement without one. ``ends`` are those of sentences.
    """
    first: dict[Key, Statement] = {}
    evidence: defaultdict[Key, set[tuple[int, int]]] = defaultdict(set)
    polarities: defaultdict[Key, set[str]] = defaultdict(set)
    told: set[tuple[Key, int]] = set()
    for statement in statements:
        key = statement.key
        known = first.setdefault(key, statement)
        if statement.pinpoint and not known.pinpoint:
            first[key] = replace(known, pinpoint=statement.pinpoint)
        here = (key, bisect_left(ends, statement.evidence[-1][1]))
        if here not in told or statement.polarity or statement.relation != "hasTheme":
            evidence[key].update(statement.evidence)
        told.add(here)
        polarities[key].update({statement.polarity} - {""})
    return {key: _with_all(made, evidence[key], polarities[key]) for key, made in first.items()}


def _with_all(
    statement: Statement, evidence: set[tuple[int, int]], polarities: set[str]
) -> Statement:
    polarity = common_polarity(polarities)
    if len(evidence) == len(statement.evidence) and polarity == statement.polarity:
        return statement
    return replace(statement, evidence=tuple(sorted(evidence)), polarity=polarity)


def _drop_bare(made: dict[Key, Statement]) -> None:
    """Where a part says what is meant by naming a thing, naming it once more adds nothing."""
    told = {key[:3] for key in made if key[1] == "cites" and key[3]}
    told |= {(key[0], "namesActor", key[2]) for key in made if key[1] in ("callsOn", "involves")}
    for key in [key for key in made if key[:3] in told and not key[3]]:
        if not made[key].reviewed:
            del made[key]
