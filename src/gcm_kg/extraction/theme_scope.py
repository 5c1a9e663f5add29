"""Ties cues to themes: what is to be promoted, prevented, avoided or kept.

Before a theme whole phrases stand, and what is said of its procedures is said of it. A verb that
names a theme is no object of another verb, and what stands behind a preposition is none either.
"""

from __future__ import annotations

import re

from gcm_kg.extraction.cue_kinds import Cue
from gcm_kg.extraction.cue_scope import CueScope
from gcm_kg.extraction.entitlements import NOBODY
from gcm_kg.extraction.operative_verbs import ALSO_NOUNS
from gcm_kg.extraction.polarity_contexts import (
    AVOID,
    CRIMINALS_WHO,
    PRESERVE,
    PREVENT,
    PROMOTE,
    QUALIFYING_THEME,
)
from gcm_kg.extraction.theme_gaps import (
    ABLE,
    ADJECTIVE,
    ADJUNCT,
    AGAINST_THEMES,
    DENIED_THAT,
    DOING,
    FORBIDDEN,
    ITEM_OPENING,
    LACKED,
    MANNER,
    NOT_FURTHERED,
    NOUN_AFTER,
    NOUN_AND_ITEM,
    OF_DOINGS,
    ONLY_LEARNT,
    PEOPLE,
    PEOPLE_WHO,
    RECEIVED,
    THAT,
    UNKNOWN_ITEM,
    UNKNOWN_ITEMS,
    WHICH_DOES,
)
from gcm_kg.extraction.theme_subjects import (
    VERB_IN_ING,
    is_by_verb,
    is_reached,
    without_measures,
    without_owner,
    without_standing_for,
)
from gcm_kg.model.document import Document, Part
from gcm_kg.model.statements import Mention
from gcm_kg.text.phrases import STOP, is_beside, is_meant
from gcm_kg.text.recipients import object_start

# Begins “access to”, not “promote”.
NOUN_CUE = re.compile(r"(?:access|need|more|greater|risk|approach|approaches)\b", re.IGNORECASE)
"""Cues that are no cues where they are part of a name: "access to justice"."""
# Matches “to that ”, not “to ”.
NOUN_BEHIND = re.compile(r"\b(?:to that|this|the|an?|no|dead)\s+\Z", re.IGNORECASE)
# Matches “cautioned against ” and “risk of ”, not “laws against trafficking, ”.
WARNED = re.compile(
    r"\b(?:against|avoid\w*|(?:refrain|desist|abstain)\w* from|instead of|rather than|oppos\w+|"
    r"reject\w*|stop\w*|cease\w*|(?:risks?|dangers?) of)\s+(?:the\s+|any\s+)?\Z",
    re.IGNORECASE,
)
"""In front of a verb in -ing: it is not to be done."""
# Is “turned”, not “return”.
DONE_TO = re.compile(r"\w+ed|sent|held|taken|kept", re.IGNORECASE)
"""The first word of a theme that only says of people what is done to them."""
# Is “detaining”, not “detention”.
GERUND = re.compile(r"\w+ing", re.IGNORECASE)
GIVING = ("give", "giving")
"""Verbs whose first object, where another noun follows, are those who get the second."""
# Begins “ of drones”, not “ drones”.
OF_NOUN = re.compile(r"\s+of\b")
NOUNS_OF_THEMES = ALSO_NOUNS | frozenset(
    "budget campaign supply press exchange care draft document record survey appeal".split()
)
"""Verbs that are nouns where they name a theme behind another verb: "allocate a budget"."""
# Matches “what they find, and ”, not “whatever ”.
QUESTION_WORD = re.compile(r"\b(?:what|how|why)\b")
"""Between a cue and a theme: another clause is the object of the cue."""
# Is “better”, not “betterment”.
COMPARATIVE = re.compile(
    r"more|(?:bett|strong|wid|fair|saf|easi|cheap|fast|quick|full|clos|broad)er"
)
"""Cues that may stand before an adjective, which is theirs then."""
# Is “monitor”, not “ ”.
WORD = re.compile(r"\w+")


class ThemeScope(CueScope):
    """One part with its themes and the cues of polarities, both in the order of their places."""

    def __init__(
        self,
        document: Document,
        part: Part,
        names: list[Mention],
        cues: list[Cue],
        verbs: frozenset[str],
    ) -> None:
        self.verbs = verbs
        nouns = [c for c in cues if NOUN_CUE.match(document.words, c.start, c.end)]
        named = {c for c in nouns if any(n.start <= c.start and c.end < n.end for n in names)}
        free = [c for c in cues if c not in named and not _is_noun(document.words, c, verbs)]
        super().__init__(document, part, names, free, "themes")

    def _reach(self, cue: Cue) -> int:
        """Where the object of a cue begins: behind those who are to be given it, or how it is to
        be done."""
        begin, high = (self.folding.index(at - self.part.start) for at in (cue.end, self.part.end))
        manner = MANNER.match(self.folding.text, begin, high)
        low = manner.end() if manner else begin
        given = RECEIVED.match(self.folding.text, low, high)
        start = given.end() if given else object_start(self.folding.text, low, high)
        if start == begin:
            return cue.end
        return self.part.start + self.folding.span(start, start)[0]

    def _is_tied(self, cue: Cue, first: Mention, gap: str) -> bool:
        if QUESTION_WORD.search(gap):
            return False
        opposed = cue.kind.meaning in (AVOID, PREVENT)
        gap, doing = without_measures(gap, opposed=opposed)
        if not doing and self._is_verb(first):
            return False
        words = self._words(cue.start, cue.end).lower()
        if words in GIVING and not is_meant(self.text, first.end, self.part.end):
            return False
        if PEOPLE.search(gap) and DONE_TO.fullmatch(self._first_word(first)):
            return False
        if COMPARATIVE.fullmatch(words) and ADJECTIVE.fullmatch(self._first_word(first)):
            return False
        behind = self._words(first.end, self.part.end) if "," in gap else ""
        return is_reached(gap, self._first_word(first), behind, self.verbs - NOUNS_OF_THEMES)

    def _is_beside(self, name: Mention, position: int) -> bool:
        """The same, over a noun that the name qualifies: "consular staffing should be …"."""
        noun = NOUN_AFTER.match(self.text, name.end, position)
        beside = is_beside(without_owner(self._words(name.end, position)))
        if super()._is_beside(name, position) or beside:
            return True
        if not noun or NOT_FURTHERED.match(noun[0]):
            return False
        return not AGAINST_THEMES.match(noun[0]) and is_beside(self._words(noun.end(), position))

    def _in_front_of(self, position: int) -> str:
        return without_standing_for(super()._in_front_of(position))

    def _is_verb(self, name: Mention) -> bool:
        """Whether a theme is named by a verb in its basic form: "monitor progress"."""
        return is_by_verb(self.text[name.start : name.end], self.verbs, NOUNS_OF_THEMES)

    def _is_doing(self, name: Mention) -> bool:
        """Whether a theme is what something does: "narratives that securitize migration"."""
        return WHICH_DOES.search(self._in_front_of(name.start)) is not None

    def _first_word(self, name: Mention) -> str:
        found = WORD.search(self.text, name.start, name.end)
        return found[0] if found else ""

    def _junction(self, one: Mention, other: Mention) -> str:
        if THAT.fullmatch(self.text, one.end, other.start):
            return "and" if DOING.search(self.text, one.start, one.end) else ""
        if self._is_verb(other) and not self._is_doing(one):
            return ""
        between = self._words(one.end, other.start)
        if between == " " and VERB_IN_ING.fullmatch(self.text, one.start, one.end):
            return ""
        if kind := super()._junction(one, other):
            return kind
        if item := self._further_item(between):
            return "," if item["joint"] == "," else "and"
        return self._over_unknown(between)

    def _further_item(self, between: str) -> re.Match[str] | None:
        """What stands between two themes of a list, if the first qualifies a noun or the second
        is told to be of some kind."""
        noun = NOUN_AND_ITEM.fullmatch(between)
        if noun and noun["noun"] in self.verbs - NOUNS_OF_THEMES:
            noun = None
        return ITEM_OPENING.fullmatch(between) or noun

    def _over_unknown(self, between: str) -> str:
        """How a theme goes on in the next one over items that are no themes."""
        item = UNKNOWN_ITEM.fullmatch(between)
        if item and not self.verbs.intersection(WORD.findall(between.lower())) - ALSO_NOUNS:
            return "" if STOP.search(between.replace(",", " ")) else ","
        listed = UNKNOWN_ITEMS.fullmatch(between) and not STOP.search(between.replace(",", " "))
        known = self.verbs.intersection(WORD.findall(between.lower()))
        return "and" if listed and not known - ALSO_NOUNS else ""

    def _is_said(self, cue: Cue) -> bool:
        before = self._in_front_of(cue.start)
        words = self._words(cue.start, cue.end).lower()
        if GERUND.match(words) and WARNED.search(before):
            return False
        if (
            words.startswith("access")
            and self.part.kind != "Recommendation"
            and LACKED.search(before)
        ):
            return False
        if words == "afford" and ABLE.search(before):
            return False
        if words.endswith(" for") and PEOPLE_WHO.search(before):
            return False
        if words in self.verbs and PEOPLE_WHO.search(before):
            return False
        if not cue.kind.imperative and DENIED_THAT.search(before):
            return False
        wanted = cue.kind.meaning in (PROMOTE, PRESERVE)
        if wanted and any(
            p.search(before) for p in (CRIMINALS_WHO, FORBIDDEN, NOBODY, ONLY_LEARNT)
        ):
            return False
        return super()._is_said(cue)

    def _is_meant_by(self, cue: Cue, name: Mention) -> bool:
        doing = GERUND.fullmatch(self.text, name.start, name.end)
        if doing and OF_DOINGS.fullmatch(self._words(cue.start, cue.end).lower()):
            return True
        return self._is_meant(name)

    def _is_meant(self, name: Mention) -> bool:
        if ADJUNCT.match(self.text, name.start, name.end):
            return False
        if QUALIFYING_THEME.search(self.text, name.start, name.end):
            return False
        if self._is_verb(name) or is_meant(self.text, name.end, self.part.end):
            return True
        if AGAINST_THEMES.match(self.text, name.end, self.part.end):
            return False
        return NOUN_AFTER.match(self.text, name.end, self.part.end) is not None


def _is_noun(words: str, cue: Cue, verbs: frozenset[str]) -> bool:
    """Whether a cue that may be a verb is a noun: "the use of drones", "the issue of fees"."""
    word = words[cue.start : cue.end].lower()
    if word in verbs and NOUN_BEHIND.search(words, max(0, cue.start - 10), cue.start):
        return True
    return word in ALSO_NOUNS and OF_NOUN.match(words, cue.end) is not None
