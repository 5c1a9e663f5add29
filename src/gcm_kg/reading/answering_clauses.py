"""Finds which numbers a sentence answers how: “104.1 to 104.3 are noted, and 104.7 is accepted”."""

from __future__ import annotations

import re
from collections.abc import Iterator

from gcm_kg.model.document import Answer
from gcm_kg.reading.between_rows import ANSWER
from gcm_kg.reading.exceptions import EXCEPTION, answer_from, ranges_in
from gcm_kg.reading.segments import Span
from gcm_kg.text.sentences import sentences

# Matches “104.1–104.3” and “104.7”, not “No. 104” and “in 2034”.
NUMBERED = re.compile(r"(?<![\d.])\d{1,3}\.\d{1,3}(?![\d.]*\s?(?:per cent|%))")
# Matches “recommendations contained in paragraph 104 ”, not “paragraph 104.7”.
PARAGRAPH = re.compile(
    r"\brecommendations?\s+(?:\w+\s+){0,3}?(?:in|of|under)\s+paragraphs?\s+(?P<number>\d{1,3})\b"
    r"(?!\.\d|\s*(?:,|and|to|[-–—])\s*\d|\s?\()",
    re.I,
)
"""Of which all recommendations are answered."""
# Matches “all the recommendations”, not “all earlier recommendations”.
ALL = re.compile(r"\ball\s+(?:of\s+)?(?:the\s+|these\s+|those\s+)?recommendations?\b", re.I)
# Matches “of which six were accepted” and begins “Of 104.1–104.7”, not “the support of Togo”.
OF_SOME = re.compile(
    r"\A\W*(?:out )?of\b|\b(?:of (?:which|them|these|those)|(?:some|most|majority|several|number"
    r"|half|previous|earlier|last|first|second) (?:of|cycle|review))\b",
    re.I,
)
# Matches “The Government accepts the following recommendations”, not “accepts that they are”.
SAYS = re.compile(
    r"\b(?:accepts?|supports?|rejects?|notes?)\s+"
    r"(?:(?:all\s+(?:of\s+)?)?(?:(?:the|this|these)\s+)?(?:following\s+)?recommendations?\b"
    r"|(?=\d{1,3}\.\d))",
    re.I,
)
# Matches “, and ” and “; ”, not “, 104.7”.
JOINT = re.compile(r"[,;]?\s+(?:and|while|whereas|but|however)\s+|;\s+", re.I)
# Matches “, which are noted”, not “, as noted”.
WHICH = re.compile(r"\b(?:which|that|these|those|they)\b", re.I)
HIGHEST = 999
"""The number of a recommendation of a paragraph at most."""


def answers(words: str) -> bool:
    """Whether words say what is answered to recommendations."""
    return bool(ANSWER.search(words) or SAYS.search(words))


def answering(words: str, start: int, end: int) -> Iterator[Answer]:
    """What the sentences of a stretch answer to which recommendations."""
    for low, high in sentences(words, start, end):
        named = words[low:high]
        if answers(named) and _names(named) and not OF_SOME.search(named):
            yield from _of_sentence(words, low, high)


def _of_sentence(words: str, start: int, end: int) -> Iterator[Answer]:
    left_out = EXCEPTION.search(words, start, end)
    stop = left_out.start() if left_out else end
    but: tuple[tuple[str, str], ...] = ()
    if left_out:
        low, high = left_out.span("named")
        which = WHICH.search(words, low, high)
        but = tuple(_numbers(words[low : which.start() if which else high]))
        if which and answers(words[which.start() : high]):
            yield from (Answer(*each, which.start(), high) for each in but)
    if but and _is_of_all(words[start:stop]):
        yield from _rest(but, start, stop)
        return
    for low, high in _clauses(words, start, stop) if but or not left_out else ():
        place = answer_from(words, low, high), high
        for each in _numbers(words[low:high]):
            yield Answer(*each, *place, but)


def _is_of_all(said: str) -> bool:
    """Whether words answer all recommendations, and name none of them."""
    return bool(answers(said) and ALL.search(said) and not _names(said))


def _rest(but: tuple[tuple[str, str], ...], start: int, stop: int) -> Iterator[Answer]:
    """The answer to all of the paragraphs of those that are left out."""
    for stem in dict.fromkeys(low.rpartition(".")[0] for low, _ in but):
        yield Answer(f"{stem}.1", f"{stem}.{HIGHEST}", start, stop, but)


def _clauses(words: str, start: int, end: int) -> list[Span]:
    """The clauses of a sentence, each with an answer and the numbers that it is to; the whole where
    it cannot be parted so."""
    joints = [(start, start), *(m.span() for m in JOINT.finditer(words, start, end)), (end, end)]
    pieces = [(a[1], b[0]) for a, b in zip(joints, joints[1:], strict=False)]
    found: list[Span] = []
    for low, high in pieces:
        if found and not _begins_anew(words, found[-1], words[low:high]):
            found[-1] = (found[-1][0], high)
        else:
            found.append((low, high))
    whole = all(_is_whole(words[slice(*each)]) for each in found)
    return found if whole else [(start, end)]


def _begins_anew(words: str, clause: Span, piece: str) -> bool:
    """Whether a piece is no part of the clause before: that is whole, and the piece is, too, or
    only names numbers where the answer of the clause stands behind its own."""
    said = words[slice(*clause)]
    if not _is_whole(said):
        return False
    first = min(m.start() for m in (NUMBERED.search(said), PARAGRAPH.search(said)) if m)
    return _is_whole(piece) or (_names(piece) and first < _place(said))


def _place(said: str) -> int:
    found = ANSWER.search(said) or SAYS.search(said)
    return found.start() if found else len(said)


def _is_whole(said: str) -> bool:
    return answers(said) and _names(said)


def _names(said: str) -> bool:
    return bool(NUMBERED.search(said) or PARAGRAPH.search(said))


def _numbers(said: str) -> Iterator[tuple[str, str]]:
    """The first and last numbers of each range that words name, and of each paragraph."""
    spaced = " ".join(NUMBERED.sub(r" \g<0> ", said).split())
    yield from (each for each in ranges_in(spaced) if "." in each[0])
    for paragraph in PARAGRAPH.finditer(said):
        yield f"{paragraph['number']}.1", f"{paragraph['number']}.{HIGHEST}"
