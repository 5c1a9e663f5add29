"""Reads the clauses of a recommendation that say when, by what and what for it asks."""

from __future__ import annotations

import re
from collections.abc import Iterator

from gcm_kg.extraction.condition_openings import CONDITION, INVERTED, is_told
from gcm_kg.extraction.infinitive_complements import completes
from gcm_kg.extraction.openings import LEAD
from gcm_kg.extraction.operative_verbs import OTHER_VERBS
from gcm_kg.extraction.passage_ends import FIRST, passage_end
from gcm_kg.model.document import Document, Part
from gcm_kg.model.iris import rule_iri
from gcm_kg.model.statements import Passage
from gcm_kg.model.vocabulary import Vocabulary

# Begins “through joint patrols, restore”, not “through patrols restore”.
FRONTED = re.compile(r"\W*[^,;:.]{1,160}, (?!and\b|or\b)(?=\w)")
"""A means or a purpose in front of what is asked."""
# Matches “, including by appointing”, not “followed by police”.
MEANS = re.compile(
    r"\b(?:(?:including|inter alia|for example|notably|especially|particularly|such as)"
    r" (?:by|through)"
    r"|by (?:means of|way of|use of|\w+ly \w+ing"
    r"|(?!\w*(?:smuggling|trafficking|screening|training)\b)\w+ing)"
    r"|through|by virtue of|(?<=, )(?:using|drawing on|making use of)"
    r"|(?<=er )using|(?<=ly )using)\b"
    r"(?! (?:which|smugglers|countries|territor\w+))(?!\W*\Z)(?<!let through)(?<!carry through)"
)
# Matches “goods produced ” and “cannot be addressed ”, not “by appointing ”.
NO_MEANS = re.compile(
    r"(?:\b\w+ed(?: out)?|\b(?:made|done|held|run|given|brought|sent|undergone|linked to|out))"
    r"(?: \w+ly)? \Z"
    r"|\b(?:cannot|not)\b(?: \w+){0,5} \Z"
)
"""In front of means: the words say how something else is done, or that it is not done so."""
# Matches “persons who travel ”, not “order patrols ”.
MOVING = re.compile(
    r"\b(?:travel\w*|pass(?:es|ed|ing)?|transit\w*|mov(?:e|es|ed|ing)|cross\w*|flee\w*|fled"
    r"|walk\w*|"
    r"journey\w*|migrat\w+|c[ao]me|coming|go(?:es|ing)?|went|smuggled|trafficked|transported|"
    r"routes?|way|passage)(?: (?:on|by|north|south|further|overland|irregularly|freely))? \Z"
)
"""In front of "through": a place through which somebody comes."""
REACH = 300
"""Code points before a passage that are looked at."""
# Matches “in order to prevent” and “so cooks can sail”, not “access to justice” and “so far”.
PURPOSE = re.compile(
    r"\b(?:(?:in order|so as)(?: not)? to|in order that|with (?:a view|an eye) to|"
    r"with the (?:aim|goal|objective|purpose|intention) of|for (?:the )?purposes? of|"
    r"for \w+ purposes(?! (?:should|must|shall|is|are|has|have|may|can|will)\b)|"
    r"so that|aimed at|aiming at|to the end that|"
    r"(?<!do )(?<!done )(?<!doing )so(?! (?:and|or|but)\b)"
    r"(?= (?:(?:the|all|these|those|their|more) )?[\w'’-]+(?: [\w'’-]+){0,2}? (?:can|could|may) )|"
    r"with the (?:ultimate|overall|sole|express|stated) (?:aim|goal|objective|purpose) of|"
    r"in the interest of|designed to|as (?:a )?means (?:to|of)(?= \w))\b"
)
# Begins “ better identify”, not “-do list”.
INFINITIVE = re.compile(
    r"(?:(?: and)? (?:better|more|\w+ly|fully|jointly|not|further))* (?P<verb>\w+)"
)
# Matches “, and invite states and cooks”, not “, and invite bids for boats”.
OTHERS_ASKED = re.compile(
    r"(?:,|\band|;) (?:also |further )?"
    r"(?:invite|urge|encourage|call (?:up)?on|remind|advise|instruct)s? "
    r"(?:(?!(?:to|for|so|order|that)\b)[\w'’-]+(?![\w'’-]),? ?){1,30}\Z"
)
"""In front of "to": what somebody else is asked to do."""
# Is “stop taking children from school”, not “stop, so as”.
ENDED = re.compile(
    r"\W*(?:immediately )?(?:stop|cease|refrain from|avoid|quit) (?:\w+ly )?\w+ing\b[^,;:]*"
)
"""In front of "to": for what is done that is to end."""
# Is “call on states that have a fleet”, not “call to ”.
ASKED = re.compile(
    r"\W*(?:to )?(?:call (?:up)?on|mandate|instruct|urge|request|task|oblige|appeal to|ask|invite|"
    r"encourage|remind|advise)"
    r" (?!the support\b|support\b|help\b|assistance\b)(?:(?!\bto\b)[^.;:])+"
)
"""A recommendation up to its first "to": somebody is asked to do what follows."""
# Matches “urges states” and “we agree”, not “a plan” nor “an appeal”.
REQUESTED = re.compile(
    r"\b(?:urge[sd]|invite[sd]|encourage[sd]|advise[sd]|exhort(?:s|ed)|remind(?:s|ed)"
    r"|request(?:s|ed)|"
    r"ask(?:s|ed)|call(?:s|ed) (?:up)?on|appeal(?:s|ed) to|decide[sd]|resolve[sd]|"
    r"(?:is|are|be) recommended|"
    r"we (?:agree|commit|undertake|pledge|resolve|decide|intend|plan|call (?:up)?on|urge|invite))\b"
)
"""How a sentence asks whose request is what follows the first "to" behind it, and each "to" behind
a comma."""


class RequestClauses:
    """Reads conditions, means and purposes, knowing verbs as the actions of a vocabulary."""

    def __init__(self, vocabulary: Vocabulary) -> None:
        actions = vocabulary.by_label("Action")
        self.verbs = {label.split(" ")[0] for label in actions} - {"under", "be"} | OTHER_VERBS

    def read(self, document: Document, part: Part) -> Iterator[Passage]:
        """The passages of a recommendation, in the order of their places.

        One ends where the next begins, or its clause ends.
        """
        words = document.folding_of(part)
        found = [
            each for each in sorted(self._found(words.text)) if not _in_name(document, part, each)
        ]
        starts = [start for start, _, _ in found]
        for index, (start, kind, least) in enumerate(found):
            following = [s for s in starts[index + 1 :] if s > least]
            limit = min(following, default=len(words.text))
            end = passage_end(words.text, start, least, limit, kind, self.verbs)
            low, high = words.span(start, end)
            rule = rule_iri(kind.lower())
            yield Passage(part, kind, part.start + low, part.start + high, rule)

    def _found(self, text: str) -> Iterator[tuple[int, str, int]]:
        taken = bytearray(len(text) + 1)
        for kind, pattern in (("Purpose", PURPOSE), ("Condition", CONDITION), ("Means", MEANS)):
            for match in pattern.finditer(text):
                if _begins(text, match.start(), kind) and not taken[match.start()]:
                    taken[slice(*match.span())] = b"\1" * len(match[0])
                    yield match.start(), kind, match.end()
        if (inverted := INVERTED.match(text)) and LEAD.match(text):
            yield inverted.start("should"), "Condition", inverted.end("should")
        for match in re.finditer(r"\bto\b", text):
            if not taken[match.start()] and self._is_purpose(text, match):
                yield match.start(), "Purpose", match.end()

    def _is_purpose(self, text: str, to: re.Match[str]) -> bool:
        """Whether "to" begins an infinitive that says what for."""
        before = text[max(0, to.start() - REACH) : to.start()].rstrip()
        infinitive = INFINITIVE.match(text, to.end())
        if not infinitive or infinitive["verb"] not in self.verbs or len(before.split()) < 2:
            return False
        if before.endswith(" not"):
            return False
        if OTHERS_ASKED.search(before) or ENDED.fullmatch(before):
            return False
        if ASKED.fullmatch(before) or _is_request(text[: to.start()].rstrip()):
            return False
        return not completes(before)


def _begins(text: str, start: int, kind: str) -> bool:
    """Whether a passage of a kind may begin here: not what others do, nor what is asked itself."""
    before = text[max(0, start - REACH) : start]
    if kind == "Means" and NO_MEANS.search(before):
        return False
    if kind == "Means" and text.startswith("through", start) and MOVING.search(before):
        return False
    if kind == "Condition" and is_told(text, start, before):
        return False
    if start >= FIRST:
        return True
    return (LEAD if kind == "Condition" else FRONTED).match(text) is not None


def _is_request(before: str) -> bool:
    """Whether the infinitive behind these words is what their sentence asks for."""
    asking = [*REQUESTED.finditer(before)]
    if not asking:
        return False
    return before.endswith((",", ";")) or not re.search(r"\bto\b", before[asking[-1].end() :])


def _in_name(document: Document, part: Part, found: tuple[int, str, int]) -> bool:
    """Whether "to" would begin a purpose within a name: "the Protocol to Prevent, Suppress"."""
    start, _, least = found
    low, high = document.folding_of(part).span(start, least)
    words = document.words[part.start : part.end]
    capital = words[low:high] == "to" and words[high:].lstrip()[:1].isupper()
    return capital and start > 0 and not words.isupper()
