"""Reads the verbs that open a recommendation: what it asks for."""

from __future__ import annotations

import re
from collections.abc import Iterator

from gcm_kg.model.document import Document, Part
from gcm_kg.model.vocabulary import POSITIVE, Vocabulary
from gcm_kg.text.folding import fold, folded

# Is “- to fully ”, not “- apply ”.
OPENING = re.compile(
    r"\W*(?:to )?(?:(?!(?:apply|comply|supply|reply|rely|multiply)\b)(?:\w+ly|better|also) )?"
)
"""What may stand before a verb that opens a recommendation, or before one that is joined to it."""
# Is “intensify efforts to ”, not “efforts to ”.
CARRIER = re.compile(
    r"(?:continue|carry on|keep up) to "
    r"|(?:continue|intensify|strengthen|step up|increase|enhance|redouble|make|pursue)"
    r"(?: \w+){0,2} efforts to "
    r"|(?:take|undertake|adopt) (?:[\w-]+,? ){0,4}(?:steps|measures|actions?|efforts) to "
    r"|make every (?:possible )?effort to |do (?:its|their) utmost to |(?:seek|strive|work|aim) to "
    r"|(?:make|ensure) (?:sure )?to "
)
"""What goes before the verb that says what is asked, and only says that it is to be done more."""
# Is “ and, where appropriate, ”, not “ with ”.
JOINED = re.compile(
    r"\s*(?:,?\s*\b(?:and/or|and|or)\b|,|/)\s*"
    r"(?:,?\s*(?:where|as|if) (?:appropriate|applicable|possible|necessary|needed),?\s*)?"
)


class OpeningVerbs:
    """The labels of the actions of a vocabulary, longest first."""

    def __init__(self, vocabulary: Vocabulary) -> None:
        self.actions = {
            folded(label): action
            for action in vocabulary.of_kind("Action")
            for predicate in POSITIVE
            for label in vocabulary.get(action, predicate)
        }
        longest_first = sorted(self.actions, key=lambda verb: (-len(verb), verb))
        self.verb = re.compile(rf"(?:{'|'.join(map(re.escape, longest_first))})(?!\w)")

    def read(self, document: Document, part: Part) -> Iterator[tuple[str, tuple[int, int]]]:
        """Each action that the first words of a part ask for, with the place of its verb.

        Verbs joined to the first one count too, as long as nothing stands between them.
        """
        words = fold(document.text_of(part))
        position = 0
        while verb := self._verb_at(words.text, position):
            low, high = words.span(*verb.span())
            yield self.actions[verb[0]], (part.start + low, part.start + high)
            junction = JOINED.match(words.text, verb.end())
            if not junction:
                return
            position = junction.end()

    def _verb_at(self, text: str, position: int) -> re.Match[str] | None:
        opening = OPENING.match(text, position)
        start = opening.end() if opening else position
        carrier = CARRIER.match(text, start)
        carried = self.verb.match(text, carrier.end()) if carrier else None
        return carried or self.verb.match(text, position) or self.verb.match(text, start)
