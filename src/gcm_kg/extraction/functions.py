"""Reads what a part asks to be done with an instrument or initiative that it names."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import pairwise

from gcm_kg.extraction.cue_kinds import CueReading
from gcm_kg.extraction.cues import CueReader
from gcm_kg.model.document import Document
from gcm_kg.model.iris import rule_iri
from gcm_kg.model.statements import Mention, Statement
from gcm_kg.model.vocabulary import Vocabulary
from gcm_kg.rdf.namespaces import BASE, SKOS
from gcm_kg.text.asides import FURTHER, PINPOINT

RECALL = f"{BASE}function/recall-as-framework"
RATIFY = f"{BASE}function/ratify"
# Matches “ its obligations under the ”, not “ the ”.
WHAT_IT_HOLDS = re.compile(
    r"\b(?:obligations|principles|provisions|standards|norms|rules|terms|commitments|requirements|"
    r"spirit|letter|articles?)\b",
    re.IGNORECASE,
)
"""Between a cue and a name: not the treaty is meant, but something in it."""
# Begins “ in the treatment of” and “ when deciding”, not “ in the near future”.
IN_CONDUCT = re.compile(
    r"\s+(?:when|while|whenever|at\s+all\s+times|throughout"
    r"|in\s+(?:all|any|every|each|its|their|the\s+(?!near|course|coming|next|framework|context|light|interest|future)\w+\s+of"
    r"|(?!order|due|\d|line|accordance|addition|time|full|view|particular|this)\w+ing))\b"
)
"""Behind an instrument: what one does by it, who is bound by it already."""
# Matches “the right to health in article 12 of the ”, not “a seminar in the ”.
FRAMED = re.compile(
    r"\b(?P<frame>under|laid\s+down\s+(?:in|by)|guaranteed\s+(?:in|by|under)|"
    r"protected\s+(?:by|under)|recogni[sz]ed\s+(?:in|by|under)"
    r"|(?:rights?|guarantees?|prohibitions?|ban|dut(?:y|ies)|obligations?|freedoms?)\s+"
    r"(?:(?:to|of|against|on)\s+(?:[\w'’-]+\s+){1,8}?)?in)\s+"
    rf"(?:{PINPOINT}(?:{FURTHER}){{0,8}},?\s+(?:of|to|in)\s+)?(?:the\s+|its\s+)?\Z",
    re.IGNORECASE,
)
"""Before a name of which nothing else is said: it is the frame in which others act."""
# Begins “, which all States should ratify”, not “, which States ratified”.
WHICH_TO = re.compile(
    r",?\s+(?:which|that)\s+(?:(?!(?:is|are|was|were|has|have|not)\b)[\w'’-]+\s+){1,8}?"
    r"(?P<asked>(?:should|must|shall|ought\s+to|needs?\s+to|(?:are|were|is|was)\s+(?:\w+ly\s+)?"
    r"(?:encouraged|urged|invited|called\s+(?:up)?on|requested|asked|advised|exhorted)\s+to)\s+"
    r"(?:\w+ly\s+|also\s+)?(?:ratify|join|accede\s+to|become\s+part(?:y|ies)\s+to"
    r"|(?P<applied>implement|carry\s+out|fulfil|put\s+into\s+(?:effect|practice))))\b",
    re.IGNORECASE,
)
"""Behind a name: what is asked of it."""
# Matches “ and do the same for the ”, not “ at the same time as the ”.
LIKEWISE = re.compile(
    r"\b(?P<same>do(?:ing)?\s+(?:the\s+same|likewise|so)\s+(?:for|with|in\s+respect\s+of|with\s+respect\s+to"
    r"|with\s+regard\s+to)|likewise|the\s+same\s+(?:goes|applies|holds)\s+for)\s+"
    r"(?:the\s+|its\s+|their\s+|both\s+|all\s+)*\Z",
    re.IGNORECASE,
)
"""In front of a name: what is asked of the one before it is asked of it, too."""
# Matches “ratification and implementation of”, not “adherence to”.
BOTH = re.compile(r"\b(?:implement|application)", re.IGNORECASE)
"""In a cue that says two things of a treaty, and not one of two."""
LESS = frozenset((RECALL, f"{BASE}function/source"))
"""What the words next to a name say where they only say that it holds something."""
FRAME = 160
"""Code points before a name in which such words may stand."""


class Functions:
    """Reads functions of citations with a vocabulary, which it prepares once."""

    def __init__(self, vocabulary: Vocabulary) -> None:
        self.vocabulary = vocabulary
        functions = vocabulary.of_kind("CitationFunction")
        self.cues = CueReader(vocabulary, functions)
        self.themes = {
            function: vocabulary.get(function, SKOS + "related") for function in functions
        }

    def read(self, document: Document, names: Iterable[Mention]) -> dict[Mention, list[CueReading]]:
        """What is asked to be done with each name; a name of which nothing is said is not there."""
        names = list(names)
        found = {
            name: self._of_class(document, name, readings)
            for name, readings in self.cues.read(document, names).items()
        }
        self._likewise(document, names, found)
        for name in names:
            if not found.get(name) and (frame := _frame(document, name)):
                found[name] = [CueReading(RECALL, (frame,))]
        self._which_to(document, names, found)
        told: dict[Mention, list[CueReading]] = {}
        last = None
        for name in filter(found.get, names):
            read = self._with_what_it_holds(document, name, found[name])
            if last and read == found[name] == found[last] and last.part is name.part:
                read = told[last]  # what one cue says of both is said of both
            told[name], last = read, name
        return found | told

    def _which_to(
        self, document: Document, names: list[Mention], found: dict[Mention, list[CueReading]]
    ) -> None:
        """Adds what a clause behind a name asks of it: "the treaty, which States should join"."""
        for name in names:
            asked = WHICH_TO.match(document.words, name.end, name.part.end)
            if asked and self.vocabulary.is_a(next(iter(name.entities), ""), "Instrument"):
                function = f"{BASE}function/{'implement' if asked['applied'] else 'ratify'}"
                reading = CueReading(function, (asked.span("asked"),))
                found[name] = [*(r for r in found.get(name, []) if r.meaning not in LESS), reading]

    def _likewise(
        self, document: Document, names: list[Mention], found: dict[Mention, list[CueReading]]
    ) -> None:
        """Adds what is asked of a name by words that ask the same of it as of the one before."""
        for one, other in pairwise(names):
            if one.part != other.part or found.get(other) or not found.get(one):
                continue
            if same := LIKEWISE.search(document.words, one.end, other.start):
                found[other] = [
                    replace(reading, evidence=(*reading.evidence, same.span("same")))
                    for reading in found[one]
                ]

    def themes_of(self, citation: Statement) -> Iterator[Statement]:
        """The themes that a part has because of what is asked to be done with an instrument; goals
        and targets are no instruments that are joined or carried out."""
        if any(self.vocabulary.is_a(citation.entity, kind) for kind in ("Goal", "Target")):
            return
        for theme in self.themes.get(citation.function, ()):
            rule = rule_iri("theme-of-function")
            yield Statement(citation.part, "hasTheme", theme, "", citation.evidence, rule)

    def _with_what_it_holds(
        self, document: Document, name: Mention, readings: list[CueReading]
    ) -> list[CueReading]:
        """Readings, or, where they only say that an instrument holds obligations or principles,
        what is asked to be done with these."""
        if not LESS.issuperset(reading.meaning for reading in readings):
            return readings
        parted = self.cues.parted.read(document, name)
        return [reading for reading in parted if reading.meaning not in LESS] or readings

    def _of_class(
        self, document: Document, name: Mention, readings: list[CueReading]
    ) -> list[CueReading]:
        """Of what one cue may say, what fits: who adheres to a treaty, or joins it, ratifies it;
        another instrument is applied, or endorsed."""
        bound = [r for r in readings if r.meaning == RATIFY]
        if not bound:
            return readings
        treaty = any(self.vocabulary.is_a(entity, "Treaty") for entity in name.entities)
        either = {r.evidence for r in bound} & {r.evidence for r in readings if r not in bound}
        either = {e for e in either if not BOTH.search(document.words, *e[0])}
        kept = [r for r in readings if r.evidence not in either]
        for reading in (r for r in readings if r.evidence in either):
            between = document.words[reading.evidence[-1][1] : name.start]
            by_it = IN_CONDUCT.match(document.words, name.end, name.part.end)
            ratified = treaty and not by_it and not WHAT_IT_HOLDS.search(between)
            if (reading.meaning == RATIFY) == ratified:
                kept.append(reading)
        return kept


def _frame(document: Document, name: Mention) -> tuple[int, int] | None:
    """Where it is said before a name that it is the frame in which others act."""
    low = max(name.part.start, name.start - FRAME)
    found = FRAMED.search(document.words, low, name.start)
    return found.span("frame") if found else None
