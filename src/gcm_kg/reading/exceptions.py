"""Finds the recommendations that an answer leaves out: “…, save for recommendation 2”."""

from __future__ import annotations

import re

from gcm_kg.reading.between_rows import ANSWER
from gcm_kg.text.sentences import sentences

# Matches “save for recommendation 2”, not “exceptional”.
EXCEPTION = re.compile(
    r"\b(?:except(?:ing)?(?: for)?|save(?: for)?|with the exceptions? of|apart from|other than|"
    r"excluding|but not|à l[’']exception de|sauf|hormis|salvo|excepto|con excepción de)\b"
    r"(?P<named>[^;:.]*(?:(?:\.|:\s*)\d[^;:.]*)*)",
    re.I,
)
# Is “64.3”, not “second”.
NUMBER = re.compile(r"\d+(?:\.\d+)*")
# Is “ to ”, not “, ”.
RANGE = re.compile(r"\s*(?:[-–—]\s*|(?:to|through|à|a)\s+)(?:recommendations?\s+)?")

# Matches “did not enjoy support and would thus be noted”, not “and were noted”.
THUS = re.compile(r"\b(?:thus|therefore|hence|accordingly|consequently)\b")
# Matches “do not enjoy the support of Togo and are noted”, not “enjoy support and are noted”.
NOT_AND_NOTED = re.compile(
    r"\bnot\b[^.;:]{0,60}\b(?:support|accept)\w*\b[^.;:]{0,60}?\band\s+"
    r"(?:(?:are|is|were|was|will be|would be|have been|has been)\s+)?(?=noted\b|taken note of\b)",
    re.I,
)
"""What States say of recommendations that they only note."""


def answer_from(words: str, start: int, end: int) -> int:
    """Where what an answer comes to begins in words that say first why: “… and are thus noted”."""
    thus = THUS.search(words, start, end)
    noted = NOT_AND_NOTED.search(words, start, end)
    return thus.start() if thus else noted.end() if noted else start


def answer_within(words: str, start: int, end: int) -> tuple[int, int]:
    """The sentence of a lead-in that leads over to a list and says an answer, or else the first; or
    its end, where that says what follows from it."""
    *_, last = said = list(sentences(words, start, end)) or [(start, end)]
    leads = words[slice(*last)].endswith(":") and ANSWER.search(words, *last)
    start, end = last if leads else said[0]
    return answer_from(words, start, end), end


def is_excepted(answer: str, label: str) -> bool:
    """Whether an answer to several recommendations leaves out the one with a number, or leaves out
    some without saying which: then it is the answer to none."""
    found = EXCEPTION.search(answer)
    if found is None:
        return False
    ranges = list(ranges_in(found["named"]))
    return not ranges or any(_is_in(label, *each) for each in ranges)


def names_exceptions(answer: str) -> bool:
    """Whether an answer says by their numbers which recommendations it leaves out."""
    found = EXCEPTION.search(answer)
    return found is not None and NUMBER.search(found["named"]) is not None


def ranges_in(words: str) -> list[tuple[str, str]]:
    """The first and last numbers of each range; of a number alone, that number."""
    found: list[tuple[str, str]] = []
    last = None
    for number in NUMBER.finditer(words):
        if last is not None and RANGE.fullmatch(words, last.end(), number.start()):
            found[-1] = (found[-1][0], number[0])
        else:
            found.append((number[0], number[0]))
        last = number
    return found


def _is_in(label: str, low: str, high: str) -> bool:
    """Whether a number is within a range; “2” may be that of 64.2, “64.3–5” ends with 64.5."""
    stem, _, number = label.rpartition(".")
    numbers = [each.rpartition(".") for each in (low, high)]
    if not number.isdecimal():
        return False
    same = all(each[0] in ("", stem) for each in numbers)
    return same and int(numbers[0][2]) <= int(number) <= int(numbers[1][2])
