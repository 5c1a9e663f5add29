"""Reads whether a theme is to be promoted, prevented or combated, avoided, or kept.

The cues stand in data/vocabulary/requests.ttl, and which themes are harms: a harm is not promoted,
and what is no harm is not combated. Words that would say so say something else.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Mapping
from dataclasses import replace
from itertools import pairwise

from gcm_kg.extraction.causation import caused, done_by
from gcm_kg.extraction.cue_kinds import CueReading
from gcm_kg.extraction.cues import CueReader
from gcm_kg.extraction.denials import denied
from gcm_kg.extraction.entitlements import entitled
from gcm_kg.extraction.noun_requests import aimed_at, wanted
from gcm_kg.extraction.polarity_contexts import (
    AVOID,
    CRIMINALS_WHO,
    ENDS,
    PRESERVE,
    PREVENT,
    PROMOTE,
    REACH,
    asks_nothing,
    countered,
    encourages,
    goes_on,
    is_opposed,
    is_quality,
    listed_behind,
    made_easy,
    turned,
)
from gcm_kg.extraction.theme_scope import NOUNS_OF_THEMES
from gcm_kg.extraction.theme_subjects import done_so, done_too, of_kinds, participles
from gcm_kg.model.document import Document
from gcm_kg.model.statements import Mention, Statement
from gcm_kg.model.vocabulary import Vocabulary
from gcm_kg.rdf.namespaces import SKOS
from gcm_kg.text.spans import Spans

# Is “access to”, “providing” and “seek”, not “provide”.
NO_OPENING = re.compile(
    r"(?:access|need|more|less|better|stronger|closer|greater|risk|approach|seek|implement"
    r"|ratify|without)\b.*|\w+ing\b.*"
)
"""Cues that are part of a name where one begins with them: "access to justice", "seek asylum"."""
# Is “providing”, not “providing for”.
GERUND = re.compile(r"\w+ing")
# Matches “by ” and “Continue ”, not “nearby ”.
BY = re.compile(r"\b(?:by|continu(?:e|es|ing))\s+(?:\w+ly\s+)?\Z", re.IGNORECASE)
"""In front of a gerund: by what something is to be done, or what is to go on."""
# Is “foster care”, not “foster integration”.
FOSTERED = re.compile(
    r"foster (?:care|carers?|parents?|famil(?:y|ies)|homes?|placements?|child(?:ren)?)"
)

# Is “vulnerable groups”, not “violence against women”.
NAMES_PEOPLE = re.compile(
    r"(?:most\s+)?[\w-]+\s+(?:groups|persons|people|individuals|communities|populations|families)",
    re.IGNORECASE,
)
"""How a harm is named by those who suffer it: they are not what is fought."""


def common_polarity(polarities: Iterable[str]) -> str:
    """What some polarities of one thing come to: what is to be avoided and fought is fought, what
    is to be kept and furthered is furthered; none where they disagree."""
    found = set(polarities)
    for narrower, wider in ((AVOID, PREVENT), (PRESERVE, PROMOTE)):
        if found == {narrower, wider}:
            return wider
    return next(iter(found)) if len(found) == 1 else ""


class Polarities:
    """Reads polarities with a vocabulary, which it prepares once."""

    def __init__(self, vocabulary: Vocabulary) -> None:
        self.cues = CueReader(vocabulary, vocabulary.of_kind("Polarity"), of="themes")
        self.openings = {
            label.text: kind.meaning
            for label, kind in self.cues.kinds.items()
            if not kind.behind and not NO_OPENING.fullmatch(label.text)
        }
        self.by_doing = {
            label.text: kind.meaning
            for label, kind in self.cues.kinds.items()
            if GERUND.fullmatch(label.text) and not kind.behind and kind.meaning == PROMOTE
        }
        self.verbs = self.cues.verbs - NOUNS_OF_THEMES
        self.done = participles(self.cues.kinds)
        self.harms = vocabulary.with_narrower(vocabulary.get(PREVENT, SKOS + "related"))
        self.either = frozenset(vocabulary.get(AVOID, SKOS + "related"))

    def read(
        self, document: Document, mentions: Collection[Mention], perpetrators: frozenset[str]
    ) -> dict[Mention, list[CueReading]]:
        """What cues say of each mention of a theme, and of those of perpetrators, which stand for
        what they do."""
        doers = [
            m
            for m in mentions
            if m.layer == "populations" and not perpetrators.isdisjoint(m.entities)
        ]
        held = {(d.part.identifier, at) for d in doers for at in range(d.start + 1, d.end)}
        themes = [m for m in mentions if m.layer == "themes"]
        free = [m for m in themes if (m.part.identifier, m.start) not in held]
        named = sorted((*doers, *free), key=lambda m: (m.start, -m.end))
        actors = {m.start for m in mentions if m.layer == "names"}
        read = {
            mention: [turned(document, mention, reading) for reading in readings]
            for mention, readings in self.cues.read(document, named).items()
            if not _are_moved(document, mention, actors) or not encourages(document, readings)
            if not asks_nothing(document, mention, readings)
        }
        read |= {
            mention: readings
            for mention, readings in self.cues.read(document, _inner(named)).items()
            if mention not in read and not asks_nothing(document, mention, readings)
        }
        alone = ((m, self._of_its_own(document, m)) for m in free)
        own = {m: turned(document, m, reading) for m, reading in alone if reading}
        read |= {m: [r] for m, r in own.items() if m not in read or r.meaning in (AVOID, PREVENT)}
        names = Spans((m.start, m.end) for m in mentions if m.layer == "names")
        harms = [m for m in free if not self.harms.isdisjoint(m.entities)]
        read |= self._of_harms(document, harms, names, read)
        read |= done_by(document, [*named, *themes], doers, read)
        read |= of_kinds(document, harms, read)
        read |= of_kinds(document, [m for m in free if m not in set(harms)], read)
        for one, other in pairwise(m for m in free if not is_quality(document, m)):
            verb = self._is_verb(document, other)
            if one in own and not verb and listed_behind(document, one, other, self.verbs):
                own[other] = own[one]
                read.setdefault(other, read[one])
            elif one in read and other not in read and goes_on(document, one, other):
                read[other] = read[one]
        return read

    def _is_verb(self, document: Document, mention: Mention) -> bool:
        """Whether a theme is named by a verb in its basic form, which opens a clause of its own."""
        first = document.words[mention.start : mention.end].split(" ")[0].lower()
        return first in self.verbs

    def _of_its_own(self, document: Document, mention: Mention) -> CueReading | None:
        """The reading of a theme by its own words and those that stand around them."""
        verb = self._is_verb(document, mention)
        return (
            denied(document, mention, verb=verb)
            or self._within(document, mention)
            or made_easy(document, mention)
            or entitled(document, mention)
            or done_too(document, mention, self.done)
            or done_so(document, mention, self.done)
            or aimed_at(document, mention)
            or (None if verb else wanted(document, mention, self.cues.verbs))
        )

    def _of_harms(
        self,
        document: Document,
        harms: list[Mention],
        names: Spans,
        read: Mapping[Mention, list[CueReading]],
    ) -> dict[Mention, list[CueReading]]:
        """The readings of harms by what is against them, outside of names, and by what brings them
        about."""
        unnamed = [m for m in harms if not names.overlap(m.start, m.end)]
        known = {m for m, found in read.items() if found[0].meaning in (PREVENT, AVOID)}
        found = caused(document, [m for m in harms if m not in known])
        return {m: [reading] for m, reading in (found | countered(document, unnamed)).items()}

    def _within(self, document: Document, mention: Mention) -> CueReading | None:
        """The reading of a theme whose words begin with a cue ("seek technical assistance")."""
        low = max(mention.part.start, mention.start - REACH)
        if CRIMINALS_WHO.search(document.words, low, mention.start):
            return None
        words = document.words[mention.start : mention.end].split(" ")
        for count in range(min(3, len(words) - 1), 0, -1):
            opening = " ".join(words[:count])
            meaning = self.openings.get(opening.lower())
            if FOSTERED.fullmatch(" ".join(words[: count + 1]).lower()):
                continue
            if count == 1 and BY.search(document.words, low, mention.start):
                meaning = meaning or self.by_doing.get(opening.lower())
            if meaning and words[count].islower() and words[count] not in ("and", "or"):
                return CueReading(meaning, ((mention.start, mention.start + len(opening)),))
        return None

    def carried(
        self, document: Document, statement: Statement, readings: list[CueReading]
    ) -> Statement:
        """A statement with the polarity that cues give its thing; with none where they disagree,
        or where it would be a harm that is promoted, or another thing that is fought. Some other
        things may be avoided, and ended. Where words behind a harm are against it, nobody
        promotes it: "establish torture as a crime"."""
        harm = statement.entity in self.harms
        end = statement.evidence[-1][1]
        behind = [r for r in readings if r.meaning == PREVENT and r.evidence[0][0] >= end]
        readings = behind if harm and behind else readings
        polarity = common_polarity(reading.meaning for reading in readings)
        if not polarity:
            return statement
        fits = harm == (polarity in (PREVENT, AVOID)) or (
            statement.entity in self.either and is_opposed(document, readings[0])
        )
        named = document.words[slice(*statement.evidence[-1])]
        if not fits or (polarity == PREVENT and NAMES_PEOPLE.fullmatch(named)):
            return statement
        evidence = {*statement.evidence, *readings[0].evidence}
        return replace(statement, evidence=tuple(sorted(evidence)), polarity=polarity)

    def of_principle(self, document: Document, statement: Statement) -> Statement:
        """The theme that a principle has: where it is a harm, the principle is against it, and
        ends it where its words begin with what ends something."""
        if statement.entity not in self.harms:
            return statement
        ends = ENDS.match(document.words, min(start for start, _ in statement.evidence))
        return replace(statement, polarity=PREVENT if ends else AVOID)


def _inner(named: list[Mention]) -> list[Mention]:
    """The outermost of the mentions that stand within longer ones: "training" in "training and
    education for judges". What is said of the longer ones is said of them, too."""
    inner: list[Mention] = []
    part, reached = None, -1
    for mention in named:
        if mention.part is part and mention.end <= reached:
            inner += [mention] if part.kind == "Recommendation" else []
        elif mention.part is not part or mention.end > reached:
            part, reached = mention.part, mention.end
    return inner


def _are_moved(document: Document, mention: Mention, actors: set[int]) -> bool:
    """Whether who is encouraged is named by a theme: "the media to report fairly"."""
    return mention.start in actors or " to " in document.words[mention.start : mention.end]
