"""Reads cues: words before or behind a name that say what is meant by naming it.

A cue reaches the name beside it, and the names that are listed with that one. A wrong reading is
worse than none: where other words stand between, the cue is not read.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator

from gcm_kg.extraction.cue_kinds import Cue, CueKind, CueReading
from gcm_kg.extraction.cue_scope import CueScope
from gcm_kg.extraction.gazetteer import Finder
from gcm_kg.extraction.parted_cues import PartedCues, is_parted
from gcm_kg.extraction.theme_scope import NOUNS_OF_THEMES, ThemeScope
from gcm_kg.extraction.theme_subjects import is_by_verb
from gcm_kg.model.document import Document, Part
from gcm_kg.model.statements import Mention
from gcm_kg.model.vocabulary import Label, Vocabulary
from gcm_kg.rdf.namespaces import GCM
from gcm_kg.text.defining_words import spelled_out
from gcm_kg.text.phrases import is_denied, is_qualifying, junction
from gcm_kg.text.spelling import renderings
from gcm_kg.text.verb_forms import participle_in_ing, past_participle

PLACE = "…"
# Begins “ (C188) and to the ”, not “ and under the ”.
LISTED_AGAIN = re.compile(
    r"^(?:\s*\([^()]{1,20}\))?,?\s+(?:and|as well as)\s+(?:to|of|with|towards)\b"
)
"""Between two names: what is said of the first is said of the second in the same words."""
# Matches “urged all States to ” and “called on them to fully ”, not “were asked whether to ”.
URGED = re.compile(
    r"\b(?:urg|encourag|invit|call|appeal|exhort|remind|advis)\w*\s+(?:(?:up)?on\s+|to\s+)?"
    r"(?:(?!(?:to|not|whether|for|if)\b)[\w'’-]+,?\s+){1,9}to\s+(?:\w+ly\s+|also\s+)?\Z"
    r"|\b(?:call|appeal|plead|advocat|argu|press|push)\w*\s+for\s+(?:(?:the|an?|its|their|full|effective"
    r"|prompt|proper|better|swift|universal|wide|wider)\s+){0,3}\Z",
    re.IGNORECASE,
)
REACH = 120
"""Code points before a cue in which it may be said that somebody is urged."""
INFINITIVE = "to "
"""How a cue begins that stands for the forms of its verb."""
ASKED = ("be", "should be", "must be", "to be", "need to be", "needs to be")
REPORTED = ("is", "are")
"""What stands before a participle behind the name: in a narrative, the latter only report."""


class CueReader:
    """Finds the cues that some concepts or rules declare, and ties them to names.

    ``of`` says what is named. Of actors more is read: what a relative clause says of them (hotlines
    that involve the police), and what is said of those in whom they are (focal points in
    ministries). Of themes too: longer phrases may stand before them, and what is said of their
    procedures or capacities is said of them.
    """

    def __init__(
        self, vocabulary: Vocabulary, meanings: Iterable[str], *, of: str = "instruments"
    ) -> None:
        self.of, meanings = of, list(meanings)
        self.kinds: dict[Label, CueKind] = {}
        for meaning in meanings:
            for name in ("cue", "imperativeCue"):
                for cue, imperative in _forms(vocabulary.get(meaning, GCM + name)):
                    asked = imperative or name == "imperativeCue"
                    kind = CueKind(meaning, cue.startswith(PLACE), asked)
                    for words in renderings(cue.strip(f"{PLACE} ")):
                        # A layer for each cue: which of two counts is decided here, not there.
                        self.kinds[Label(words, meaning, f"{meaning} {cue}")] = kind
        self.finder = Finder(self.kinds)
        self.parted = PartedCues(vocabulary, meanings)
        actions = vocabulary.by_label("Action") if of == "themes" else {}
        self.verbs = frozenset(label.split(" ")[0] for label in actions)

    def _parted(
        self, document: Document, names: Iterable[Mention]
    ) -> dict[Mention, list[CueReading]]:
        """What parted cues say, and of names that are listed with one of which they say it."""
        found: dict[Mention, list[CueReading]] = {}
        last: Mention | None = None
        for name in names:
            reading = self.parted.read(document, name)
            listed = last and last.part == name.part and last.end < name.start
            if not reading and last and listed and not self._is_verb(document, name):
                between = LISTED_AGAIN.sub("and", document.words[last.end : name.start])
                reading = found[last] if junction(between, inside=False) else []
            if reading:
                found[name], last = reading, name
        return found

    def _is_verb(self, document: Document, name: Mention) -> bool:
        """Whether a theme is named by a verb, which opens a clause of its own."""
        return is_by_verb(document.words[name.start : name.end], self.verbs, NOUNS_OF_THEMES)

    def read(self, document: Document, names: Iterable[Mention]) -> dict[Mention, list[CueReading]]:
        """What is said of each name in a document; a name of which nothing is said is not there.

        The names come in the order of their places.
        Of the cues before a name the nearest counts, and those joined to it by a conjunction. A
        cue within a longer one is not read. Of a name of which nothing else is said, cues are read
        whose words other words part.
        """
        names = list(names)
        by_part: defaultdict[Part, list[Mention]] = defaultdict(list)
        for name in names:
            by_part[name.part].append(name)
        readings: dict[Mention, list[CueReading]] = {}
        for part, cues in self._cues(document, list(by_part)).items():
            readings |= self._scope(document, part, by_part[part], cues).readings()
        return readings | self._parted(document, [name for name in names if name not in readings])

    def _scope(
        self, document: Document, part: Part, names: list[Mention], cues: list[Cue]
    ) -> CueScope:
        if self.of == "themes":
            return ThemeScope(document, part, names, cues, self.verbs)
        return CueScope(document, part, names, cues, self.of)

    def _is_urged(self, document: Document, part: Part, start: int, *, behind: bool) -> bool:
        """Whether in a narrative the words before a place say that somebody is urged to do it."""
        low = max(part.start, start - REACH)
        known = self.of == "instruments" and not behind
        urged = URGED.search(document.words, low, start) if known else None
        before = document.words[part.start : urged.start()] if urged else ""
        return urged is not None and not (is_denied(before) or is_qualifying(before))

    def _cues(self, document: Document, parts: list[Part]) -> dict[Part, list[Cue]]:
        """The cues that count in each part, in the order of their places."""
        starts = [part.start for part in parts]
        found: defaultdict[Part, list[Cue]] = defaultdict(list)
        longest = (0, 0)
        for match in self.finder.find(
            document.words, document.folded, [(part.start, part.end) for part in parts]
        ):
            span = (match.start, match.end)
            part = parts[bisect_right(starts, match.start) - 1]
            kind = self.kinds[match.label]
            counts = part.kind == "Recommendation" or not kind.imperative
            counts = counts or self._is_urged(document, part, match.start, behind=kind.behind)
            if counts and (match.end > longest[1] or span == longest):
                longest = span
                found[part].append(Cue(*span, kind))
        return found


def _forms(cues: Collection[str]) -> Iterator[tuple[str, bool]]:
    """Cues, those of a verb ("to curb …") in its forms: curb, curbing, be curbed; and whether one
    counts in recommendations only.

    A form that is declared for itself counts as it is declared.
    """
    whole = (cue for cue in cues if not is_parted(cue))
    declared = dict.fromkeys(way for cue in whole for way in spelled_out(cue))
    for cue in declared:
        if not cue.startswith(INFINITIVE):
            yield cue, False
            continue
        verb = cue.removeprefix(INFINITIVE).removesuffix(f" {PLACE}")
        done = past_participle(verb)
        forms = {f"{form} {PLACE}": False for form in (verb, participle_in_ing(verb))}
        forms |= {f"{PLACE} {be} {done}": be in REPORTED for be in (*ASKED, *REPORTED)}
        yield from ((form, asked) for form, asked in forms.items() if form not in declared)
