"""Finds what was answered to a recommendation in a line or paragraph below it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from gcm_kg.reading.leaves import Leaf
from gcm_kg.reading.segments import Segment, Span
from gcm_kg.reading.wording import ANSWER_ALONE
from gcm_kg.text.sentences import sentences

SAID = (
    r"(?P<said>(?:(?:do(?:es)? not|did not|not|partially|partly|fully) )?"
    r"(?:accept|agree|reject|disagree|note|support|concur)(?:s|d|ed)?(?: in part)?)"
)
# Begins “Management response: Partially agreed.”, not “Management response: see annex”.
REPLIED = re.compile(
    r"\W*(?:[\w’'-]+ ){0,3}(?:response|reply|comments?|position|decision|status)"
    rf"(?:\s?[:–—-]|\t)\s*{SAID}\b(?! by\b)",
    re.I,
)
# Begins “UNHCR accepted recommendation 1”, not “The audit accepted that”.
ANSWERED = re.compile(
    rf"\W*(?:The )?(?-i:[A-Z])[\w’'-]*(?: (?!that\b|which\b|who\b)[\w’'-]+){{0,8}}? {SAID}"
    r"(?: with)? (?:(?:audit )?recommendations? (?:No\. ?)?(?P<number>[A-Z]?\d+)\b"
    r"(?!(?:,| and| to)? \d| ?[–-] ?\d)"
    r"|(?:the|this) (?:(?:Board|team|auditors?)[’']s? |audit |above )?recommendation\b)",
    re.I,
)
# Begins “Government response: We accept this recommendation”, not “We accept that”.
WE_REPLIED = re.compile(
    r"\W*(?:(?:[\w’'-]+ ){0,3}(?:response|reply|answer)\s?[:–—-]\s*)?(?:We|The Government) "
    rf"{SAID}(?: with)? (?:this|the) recommendation\b",
    re.I,
)
FAR = 8
"""Segments below a recommendation among which the reply is looked for."""


def reply_to(words: str, segments: Sequence[Segment], leaf: Leaf) -> Span | None:
    """Where the words of a reply stand: in a line such as “Response: Agreed” or a paragraph that
    names the number of a labelled recommendation, above the next one or a heading; or in the
    paragraph right below another one, which answers “the recommendation”."""
    mark = leaf.mark
    is_labelled = mark is not None and (mark.style == "label" or mark.key == ("number", "()"))
    for segment in segments[leaf.index + 1 : leaf.index + 1 + (FAR if is_labelled else 1)]:
        if segment.level is not None or _is_next(segment, leaf):
            return None
        replied = REPLIED.match(words, segment.start, segment.end)
        replied = replied or WE_REPLIED.match(words, segment.start, segment.end)
        if is_labelled and replied:
            return replied.span("said")
        first = next(sentences(words, segment.start, segment.end), None)
        if is_labelled and first and ANSWER_ALONE.fullmatch(words, *first):
            return first
        found = ANSWERED.match(words, segment.start, segment.end)
        number = found["number"] if found else None
        if found and (number is None or (mark and number.lstrip("R") == mark.label)):
            return found.span("said")
    return None


def _is_next(segment: Segment, leaf: Leaf) -> bool:
    """Whether a segment is the next recommendation of a series; numbered paragraphs may answer."""
    if not leaf.mark or not segment.mark:
        return False
    return segment.mark.key == leaf.mark.key != ("number", ".")
