"""Resolves pronouns that stand for instruments: "ratify UNTOC and bring laws into line with it".

The rule is described in data/vocabulary/rules.ttl.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from gcm_kg.extraction.mentions import MentionIndex
from gcm_kg.model.statements import Mention
from gcm_kg.rdf.namespaces import GCM
from gcm_kg.text.sentences import sentences

RULE = "instrument-pronoun"
# Matches “into line with it.” and “accede to both.”, not “implement it through”.
PRONOUN = re.compile(
    r"\b(?:(?:into|in)\s+(?:full\s+)?(?:line|conformity|compliance|accordance|harmony|keeping|"
    r"alignment)\s+with"
    r"|(?:implement|apply|ratify|sign|join|observe|uphold|respect|domesticate|accede\s+to|be\s+bound\s+by|"
    r"become\s+(?:a\s+)?part(?:y|ies)\s+to|adhere\s+to|abide\s+by|comply\s+with|"
    r"give\s+(?:full\s+)?effect\s+to)(?:\s+\w+ly)?)"
    r"\s+(?P<pronoun>it|them|both)\b(?=\s*(?:[,.;:]|\Z|and\b|without\b|as\b|fully\b|in\b|at\b))"
)
OWN = r"(?:its|their)\s+(?:provisions|articles|terms|requirements|standards|norms)\b"
"""What instruments have: the obligations in "its obligations" may be those of a State."""
# Matches “align laws with its provisions” and “incorporate it into”, not “align it with”.
OF_IT = re.compile(
    r"\b(?:(?:align|harmoni[sz]e|approximate|reconcile|bring|adapt|amend|revise)(?:\s+[\w-]+){1,8}?"
    rf"\s+(?:with|to)\s+(?:(?P<own>{OWN})|(?P<it>it|them)(?=\s*(?:[,.;:]|\Z|and\b)))"
    r"|(?:incorporate|transpose|translate|domesticate)\s+(?P<put>it|them)(?=\s+(?:\w+ly\s+)?into\b)"
    r"|(?:implement\w*|apply|appl(?:ies|ication)|observ\w+|respect|compl(?:y|ies|iance)|line|conformity|accordance"
    rf"|effect)(?:\s+(?:with|of|to))?(?:\s+all)?\s+(?P<carried>{OWN})"
    r"|reservations?\s+(?:to|under|on|concerning)\s+"
    r"(?P<reserved>(?:it|them)(?=\s*(?:[,.;:]|\Z|and\b|as\b))|(?:its|their)(?=\s+articles?\s+\d)))",
    re.I,
)
# Matches “a plan of action”, not “planned”.
OTHER_TEXT = re.compile(
    r"\b(?:laws?\s+(?:on|for|against)|acts?|bills?|codes?|plans?|strateg(?:y|ies)|polic(?:y|ies)|agreements?|constitution)\b",
    re.I,
)
"""What "it" and "its provisions" may be, too, where it stands between a treaty and these."""
# Matches “its early ratification.” and “they should be applied”, not “its ratification of”.
DONE_WITH_IT = re.compile(
    r"\b(?:(?P<of>its|their)(?=\s+(?:(?:\w+ly|early|full|prompt|speedy|swift|effective)\s+)?"
    r"(?:ratification|(?<=full\s)implementation|(?<=effective\s)implementation)"
    r"\s*(?:[,.;:]|\Z|and\b|by\b|without\b|as\b|in\b|at\b))"
    r"|(?P<done>it|they|both)(?=\s+(?:should|must|shall|is|are|be)(?:\s+(?:be|also|now|\w+ly|both))*"
    r"\s+(?:ratified|implemented|applied|respected|observed)\b))",
    re.I,
)

# Matches “its parent convention,”, not “the parents’ convention”.
PARENT = re.compile(
    r"\b(?:its|their|the)\s+parent\s+(?:convention|treaty|instrument)\b(?!\s+(?:on|against)\b)",
    re.I,
)

# Matches “ratification of the former.”, not “the former President”.
ONE_OF_TWO = re.compile(
    r"\b(?:to|of|with|by|in|under|ratif(?:y|ying)|implement(?:ing)?|apply(?:ing)?)\s+"
    r"(?P<pronoun>the\s+(?P<which>former|latter))\b(?=\s*(?:[,.;:]|\Z|and\b|but\b|as\b))",
    re.I,
)


def former_and_latter(found: MentionIndex) -> None:
    """Adds "the former" and "the latter" for the first and second of two instruments, which are all
    that its sentence and the one before have named."""
    for leaf in found.leaves:
        for match in ONE_OF_TWO.finditer(found.text, leaf.start, leaf.end):
            start = _sentence_start(found, match.start(), leaf.start, leaf.end)
            before = _sentence_start(found, max(start - 2, leaf.start), leaf.start, leaf.end)
            named = _instruments(found, found.between(before, match.start()))
            span = match.span("pronoun")
            if len(named) == 2 and found.is_free("names", *span):
                meant = named[match["which"].lower() == "latter"]
                found.add(span, (meant,), "names", RULE)


def parent_treaties(found: MentionIndex) -> None:
    """Adds "its parent convention", the one treaty that the protocols named before in its sentence
    supplement."""
    for leaf in found.leaves:
        for match in PARENT.finditer(found.text, leaf.start, leaf.end):
            start = _sentence_start(found, match.start(), leaf.start, leaf.end)
            named = _instruments(found, found.between(start, match.start()))
            get = found.vocabulary.get
            parents = {treaty for one in named for treaty in get(one, GCM + "supplements")}
            if len(parents) == 1 and found.is_free("names", *match.span()):
                found.add(match.span(), tuple(parents), "names", RULE)


def instrument_pronouns(found: MentionIndex) -> None:
    """Adds "it" for the only instrument that its sentence has named before, "them" for all of
    two or more, "both" for two; else the pronoun stands for something else, or is not certain."""
    for leaf in found.leaves:
        for match in PRONOUN.finditer(found.text, leaf.start, leaf.end):
            start = _sentence_start(found, match.start(), leaf.start, leaf.end)
            named = _instruments(found, found.between(start, match.start()))
            fits = {"it": len(named) == 1, "both": len(named) == 2, "them": len(named) > 1}
            span = match.span("pronoun")
            if fits[match["pronoun"]] and found.is_free("names", *span):
                found.add(span, tuple(named), "names", RULE)


def instruments_leant_on(found: MentionIndex) -> None:
    """Adds "its provisions" with which something is to agree, and "it" where it is incorporated or
    reservations to it are withdrawn, for the only instrument that its sentence has named before;
    "their provisions" and "them" for all of two or more. Where another text stands between, such as
    a plan, nothing is certain."""
    for leaf in found.leaves:
        for match in OF_IT.finditer(found.text, leaf.start, leaf.end):
            start = _sentence_start(found, match.start(), leaf.start, leaf.end)
            names = [*found.between(start, match.start())]
            named = _instruments(found, names)
            span = next(
                match.span(k) for k in ("own", "it", "put", "carried", "reserved") if match[k]
            )
            one = found.text[slice(*span)].lower().startswith("it")
            fits = len(named) == 1 if one else len(named) > 1
            if fits and found.is_free("names", *span) and not _other(found, names, match):
                found.add(span, tuple(named), "names", RULE)


def what_is_done_with_them(found: MentionIndex) -> None:
    """Adds "its" in "its ratification" and "it" in "it should be ratified" for the only instrument
    that its sentence has named before; "their" and "they" for all of two or more."""
    for leaf in found.leaves:
        for match in DONE_WITH_IT.finditer(found.text, leaf.start, leaf.end):
            start = _sentence_start(found, match.start(), leaf.start, leaf.end)
            names = [*found.between(start, match.start())]
            named = _instruments(found, names)
            one = match[0].lower().startswith("it")
            several = len(named) > 1 or (named and found.text[names[-1].end - 1] == "s")
            fits = len(named) == 1 if one else several
            if fits and found.is_free("names", *match.span()) and not _other(found, names, match):
                found.add(match.span(), tuple(named), "names", RULE)


def _other(found: MentionIndex, names: Sequence[Mention], match: re.Match[str]) -> bool:
    """Whether another text stands between the last name and what is asked."""
    return OTHER_TEXT.search(found.text, names[-1].end, match.start()) is not None


def _sentence_start(found: MentionIndex, position: int, low: int, high: int) -> int:
    starts = (a for a, b in sentences(found.text, low, high) if a <= position < b)
    return next(starts, low)


def _instruments(found: MentionIndex, names: Iterable[Mention]) -> list[str]:
    is_a = found.vocabulary.is_a
    entities = (entity for name in names for entity in name.entities)
    return list(dict.fromkeys(e for e in entities if is_a(e, "Instrument")))
