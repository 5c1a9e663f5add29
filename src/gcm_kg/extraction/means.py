"""Finds by what something is to be done: verbs in -ing and nouns behind “by” and “through”."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from gcm_kg.text.alternatives import alternatives
from gcm_kg.text.lazy_patterns import LazyPattern
from gcm_kg.text.verb_forms import participle_in_ing

# Matches “. ”, not “, ”.
MEANS_END = re.compile(r"[.;:]|\b(?:that|which|who|in order|so)\b")
"""Behind a gerund: another one does not go on with it."""
# Matches “, including through ”, not “pass through ”.
THROUGH = re.compile(
    r",? (?:including|inter alia|in particular|notably|especially|particularly|for example|also)"
    r"(?: also)? (?:through|by means of|by way of)(?= (?!\w+ing\b))"
)
"""Before the nouns of what something is to be done by."""
# Matches “commitments undertaken” and “which it undertook”, not “reduce deaths”.
DONE_SO = re.compile(
    r"\b(?:undertaken|undertook|given|gave|taken|made|done|assumed|accepted|entered into|caused"
    r"|(?:that|which|who) (?:[\w'-]+ ){0,4}?\w+(?:ed|es|[^s]s))\Z"
)
"""Before "by" and a gerund: how something else is done, or was."""
# Matches “assist states”, not “assist states, with others,”.
HELPED = re.compile(
    r"\b(?:assist|support|help|aid|advis|guid)(?:e|s|es|ing)?\b[^,.;:]{1,60}"
    r"(?:, (?:up)?on (?:their )?request,|, where needed,)?\Z"
)
"""Before "in" and a gerund: what somebody is to be helped to do is asked for, too."""


class Means:
    """Finds means in folded text, knowing some verbs in their basic form."""

    def __init__(self, verbs: Iterable[str]) -> None:
        self.verbs = {participle_in_ing(verb): verb for verb in verbs}
        # Matches “by training ” and “, and appointing ”, not “not by paying ”.
        self.pattern = LazyPattern(
            r"(?<!not)(?:(?P<by> (?:by|through)|(?P<help> in))|,? and|,)(?: by| through)? "
            r"(?:\w+ly )?"
            rf"(?P<verb>{alternatives(self.verbs)})\b(?! of\b)"
        )

    def gerunds(self, text: str) -> Iterator[tuple[str, int, int, int]]:
        """The verbs by which something is to be done, with the places of their gerunds, and where
        their objects end at the latest."""
        found = list(self._gerunds(text))
        ends = [*(verb.start("verb") for verb in found[1:]), len(text)][: len(found)]
        for verb, end in zip(found, ends, strict=True):
            yield self.verbs[verb["verb"]], *verb.span("verb"), end

    def nouns(self, text: str) -> Iterator[int]:
        """Where nouns begin that say through what it is to be done."""
        for found in THROUGH.finditer(text):
            if not DONE_SO.search(text, 0, found.start()):
                yield found.end()

    def _gerunds(self, text: str) -> Iterator[re.Match[str]]:
        """The gerunds behind "by" or "through", and those that are joined to them."""
        reached = 0
        for found in self.pattern.finditer(text):
            if found["by"] and DONE_SO.search(text, 0, found.start()):
                continue
            if found["help"] and not HELPED.search(text, 0, found.start()):
                continue
            if found["by"] or (reached and not MEANS_END.search(text, reached, found.start())):
                reached = found.end()
                yield found
