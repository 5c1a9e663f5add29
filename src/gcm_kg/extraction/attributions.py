"""Reads what the structure of a document says of a recommendation: its maker, addressee, position.

The structure gives stretches of the source (``Part.attributes``); the names in them are those of
actors, the words of positions their labels. The rules are named in data/vocabulary/rules.ttl.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import replace
from functools import lru_cache

from gcm_kg.extraction.answer_letters import spelt_out
from gcm_kg.extraction.gazetteer import Finder
from gcm_kg.extraction.longer_actors import (
    BODY_BEFORE,
    BODY_BEHIND,
    MANDATE,
    NAME_BEFORE,
    NAME_BEHIND,
    NAME_RIGHT_BEHIND,
    OF_THE_STATE,
    OFFICE,
    VISIT_TO,
    WHOSE,
)
from gcm_kg.extraction.ministries import MINISTRY
from gcm_kg.extraction.positions import OPEN, Found, Positions
from gcm_kg.extraction.short_names import Shortened
from gcm_kg.extraction.treaty_bodies import acronyms_of_bodies
from gcm_kg.extraction.unknown_makers import unknown_names
from gcm_kg.model.document import WHOLE, Attribute, Document, Part
from gcm_kg.model.iris import rule_iri
from gcm_kg.model.languages import is_english
from gcm_kg.model.statements import Mention, Statement
from gcm_kg.model.vocabulary import Label, Vocabulary
from gcm_kg.rdf.namespaces import DCTERMS, SKOS
from gcm_kg.text.characters import unaccented
from gcm_kg.text.folding import fold
from gcm_kg.text.spelling import renderings

RULES = {"recommendedBy": "authorship", "addressedTo": "addressee", "position": "position"}
"""The edges that a structure may speak of, with the rule that reads each."""
# Matches “Ministère de la Défense”, not “ministère public”.
MINISTRY_IN_OTHER_LANGUAGES = re.compile(
    r"\b(?:Ministère|Ministerio)s?\s+(?:de\s+la\s+|de\s+l[’']|del?\s+|du\s+|des\s+)[A-ZÀ-Þ][\w’'-]+"
)


class Attributions:
    """Holds the names of actors and the words of positions, and reads document after document."""

    def __init__(self, vocabulary: Vocabulary) -> None:
        is_a = vocabulary.is_a
        actors = [label for label in vocabulary.labels if is_a(label.entity, "Actor")]
        self._ministries = vocabulary.get(rule_iri("ministry"), DCTERMS + "relation")
        self._states = frozenset(vocabulary.of_kind("State"))
        entities = {label.entity for label in actors}
        self._kinds = frozenset(each for each in entities if vocabulary.name(each)[:1].islower())
        # In tables names stand without their accents too.
        known = {label.text for label in actors}
        others = vocabulary.prepared("names in other languages", _in_other_languages)
        actors += [label for label in others if label.text not in known]
        kinds = [x for x in actors if x.entity not in self._states and _is_kind(x.text)]
        actors += [replace(label, text=label.text.lower()) for label in kinds]
        plain = [replace(one, text=text) for one in actors for text in self._written(one)]
        actors += [label for label in plain if label.text not in known]
        known.update(label.text for label in actors)
        bodies = vocabulary.prepared("treaty bodies", acronyms_of_bodies)
        actors += [Label(a, body, "names") for a, body in bodies.items() if a not in known]
        self._actors, self._positions = Finder(actors), Positions(vocabulary)
        # A name stands in hundreds of brackets and cells, a sentence before as many items.
        self._found = lru_cache(4096)(self._find)

    def _written(self, label: Label) -> Iterator[str]:
        """How brackets and cells write a name too: “Guinea Bissau”, and a State, “Sri-Lanka”."""
        yield unaccented(label.text)
        yield from renderings(label.text)[1:]
        if label.entity in self._states and " " in label.text:
            yield label.text.replace(" ", "-")

    def read(self, document: Document) -> Iterator[Statement]:
        """The statements that the attributes of the recommendations make, in document order.

        A stretch that names nobody, or more than one position, makes none.
        """
        shortened = Shortened(document.text, self._actors)
        for part in document.recommendations():
            made = [
                statement
                for attribute in part.attributes
                if attribute.relation in RULES
                for statement in self._statements(document, part, attribute, shortened)
            ]
            yield from _with_one_answer(made)

    def unresolved(self, document: Document) -> Counter[tuple[str, str]]:
        """The stretches that name nobody, or no one position, with their relation; and how often.

        Words such as "(unknown)" are among them: what they say is for people to tell.
        """
        shortened = Shortened(document.text, self._actors)
        return Counter(
            (attribute.relation, words)
            for part in document.recommendations()
            for attribute in part.attributes
            if attribute.relation in RULES and attribute.column != WHOLE
            if not attribute.elsewhere
            for words in self._unknown(document, attribute, shortened)
        )

    def _unknown(
        self, document: Document, attribute: Attribute, shortened: Shortened
    ) -> Iterator[str]:
        """What a stretch says that is not known: all of it, or some of those who made it."""
        words = document.text[attribute.start : attribute.end]
        found = self._said(attribute.relation, spelt_out(attribute.column, words), shortened)
        if not found:
            yield words
        elif attribute.relation == "recommendedBy" and not attribute.column:
            yield from unknown_names(words, found)

    def _statements(
        self, document: Document, part: Part, attribute: Attribute, shortened: Shortened
    ) -> Iterator[Statement]:
        relation, start = attribute.relation, attribute.start
        rule = rule_iri(RULES[relation])
        elsewhere = attribute.elsewhere
        document = elsewhere.document if elsewhere else document
        words = document.words[start : attribute.end]
        if not words.strip():  # a line within the part that is none of its words
            words = document.text[start : attribute.end]
        spelt = spelt_out(attribute.column, words)
        found = self._said(relation, spelt, shortened)
        if attribute.column == WHOLE and not any(words[a:b] == words.strip() for _, a, b in found):
            return
        for entity, low, high in found:
            span = (start + low, start + high) if spelt == words else (start, attribute.end)
            yield Statement(part, relation, entity, "", (span,), rule, elsewhere=elsewhere)
            if relation == "addressedTo" and part.start <= span[0] and span[1] <= part.end:
                yield Statement(part, "callsOn", entity, "", (span,), rule_iri("actor-called-on"))

    def _said(self, relation: str, words: str, shortened: Shortened) -> tuple[Found, ...]:
        """What a stretch names by itself, or by a short name that the document spells out."""
        found = self._found(relation, words)
        return found or (() if relation == "position" else shortened.in_words(words))

    def _find(self, relation: str, words: str) -> tuple[Found, ...]:
        if relation == "position":
            return self._positions.said(words)
        matches = self._actors.find(words, fold(words), [(0, len(words))])
        found = tuple((m.label.entity, m.start, m.end) for m in matches if not m.label.negative)
        ministries = (MINISTRY.search(words), MINISTRY_IN_OTHER_LANGUAGES.search(words))
        ministry = (
            None if found or relation != "addressedTo" else next(filter(None, ministries), None)
        )
        found = found or tuple((m, *ministry.span()) for m in self._ministries if ministry)
        found = tuple(self._without_offices(words, self._without_names(relation, words, found)))
        return tuple(f for f in found if relation != "recommendedBy" or not self._is_body(words, f))

    def _is_body(self, words: str, found: Found) -> bool:
        """Whether a State only tells of which country a body is: “Malawi Commission on Work”."""
        entity, start, end = found
        if entity not in self._states:
            return False
        before = BODY_BEFORE.search(words, 0, start) or MANDATE.search(words, 0, start)
        return bool(BODY_BEHIND.match(words, end) or before)

    def _without_names(
        self, relation: str, words: str, found: tuple[Found, ...]
    ) -> tuple[Found, ...]:
        """The actors without kinds of them whose name is only a part of that of somebody else:
        “Mayors Forum”, and of makers, “International Organisation of Employers”."""
        begins = {start for entity, start, _ in found if entity in self._states}
        made = relation == "recommendedBy"
        behind = NAME_BEHIND if made else NAME_RIGHT_BEHIND

        def is_part(each: Found) -> bool:
            name = behind.match(words, each[2])
            before = made and NAME_BEFORE.search(words, 0, each[1])
            own = OF_THE_STATE.match(words, each[1])
            whole = before or (own and own.end() in begins)
            return bool(whole) or (name is not None and name.start("name") not in begins)

        return tuple(each for each in found if each[0] not in self._kinds or not is_part(each))

    def _without_offices(self, words: str, found: tuple[Found, ...]) -> Iterator[Found]:
        """The actors without States that only tell which office is meant: “IOM Niger”."""
        last: Found | None = None
        for each in found:
            beside = last and OFFICE.fullmatch(words, last[2], each[1])
            state = each[0] in self._states
            visited = state and VISIT_TO.search(words, 0, each[1])
            whole = last and not state and WHOSE.fullmatch(words, last[2], each[1])
            if (
                not visited
                and not whole
                and not (beside and last and state and last[0] not in self._states)
            ):
                yield each
            last = each


def _with_one_answer(made: list[Statement]) -> list[Statement]:
    """What is said of a recommendation, with what an addendum answers to it in the place of what
    its report left open; an answer that the report gives stays the only one."""
    later = [each for each in made if each.elsewhere]
    if not later:
        return made
    answered = [each for each in made if each.relation == "position" and not each.elsewhere]
    if any(each.entity != OPEN for each in answered) or later[0].entity == OPEN:
        return [each for each in made if not each.elsewhere]
    return [each for each in made if each not in answered]


def _in_other_languages(vocabulary: Vocabulary) -> list[Label]:
    """The names of actors in other languages than English, by which tables and brackets name
    them: whatever the language of what they recommend. A name of two actors is none."""
    named: defaultdict[str, set[str]] = defaultdict(set)
    for quad in vocabulary.quads:
        language = getattr(quad.object, "language", None) or ""
        entity = str(quad.subject)[1:-1]
        named_so = quad.predicate.value == SKOS + "altLabel" and not is_english(language)
        if named_so and vocabulary.is_a(entity, "Actor"):
            named[str(getattr(quad.object, "value", ""))].add(entity)
    alone = {text: entities for text, entities in named.items() if len(entities) == 1}
    return [Label(text, min(entities), "names") for text, entities in alone.items()]


def _is_kind(name: str) -> bool:
    """Whether a name is one word for a kind of actors, which sentences have with a capital."""
    return name.istitle() and name.isalpha() and name.endswith("s")


def in_attributes(mention: Mention) -> bool:
    """Whether a name stands where the structure names makers or addressees: it is not asked."""
    return any(
        attribute.start <= mention.start and mention.end <= attribute.end
        for attribute in mention.part.attributes
        if attribute.relation != "position"
    )
