"""Tells which lines of a text are footnotes, by their marks, or by a rule above them."""

from __future__ import annotations

import re
from collections.abc import Container, Iterator, Sequence

from gcm_kg.reading.lines import Line
from gcm_kg.reading.marks import marks_of
from gcm_kg.text.folding import FOOTNOTES
from gcm_kg.text.layout import RULE

# Begins “* The annex”, not “*Annex*”.
STARRED = re.compile(r"\s*(?:(?P<more>\*{2,4}|[†‡])|\*)(?:\s+\S|\s*\Z)")
# Begins “3 See A/HRC/4”, not “3. See”.
NUMBERED_NOTE = re.compile(
    r"\s*(?:\[\d{1,3}\]:?|\d{1,3}(?![.)\d]))\s*(?:(?:See|Ibid|Idem|Cf|Available|United Nations, |"
    r"General Assembly|Human Rights Council|Resolutions?|Decision|https?://|www\.|For |Adopted|"
    r"Report of|Official Records)\b|[A-Z]{1,6}/\S)"
)
# Begins “¹² The figure”, not “12 The figure”.
RAISED = re.compile(rf"\s*[{FOOTNOTES}]+\s*\S")
# Begins “12 The figure” and “(12) See”, not “12. The”.
AFTER_RULE = re.compile(
    rf"\s*(?:[{FOOTNOTES}]+|\[\d{{1,3}}\]:?|\(\d{{1,3}}\)|\d{{1,3}}(?![.)\d])|\d{{1,3}}[.)](?=\s(?:See|Ibid|Cf)\b))"
    r"\s*\S"
)
# Matches “delay [1].”, not “⏎[1] See”.
REFERENCE = re.compile(r"[^\s\]] ?\[(?P<number>\d{1,3})\]")
# Begins “[1] See”, not “1 See”.
IN_SQUARES = re.compile(r"\s*(?P<number>\[\d{1,3}\]):?\s*\S")


# Matches “them¹;”, not “km²”.
RAISED_REFERENCE = re.compile(r"(?!\b[kcm]m[²³])[^\W\d_]{2}[.,;:”’)]?(?P<number>[⁰¹²³⁴⁵⁶⁷⁸⁹]{1,3})")
# Begins “(1)	See”, not “(1) See”.
IN_A_ROW = re.compile(r"\s*(?P<number>\(\d{1,3}\))\t\s*\S")
"""A note in a table of such: its number in a cell of its own."""
# Matches “received. GE.08-13996 ”, not “GE.08-13996 was”.
JOB = re.compile(r"\s*\bGE\.\d{2}-\d+\s*(?:\([A-Z]\)\s*)?\Z")
"""The number of a print job, which ends the front of a document."""
# Is “ Costa Rica”, not “The annex is circulated”.
TITLE = re.compile(r"\s*[A-Z][^\W\d_]+(?: (?:of |and |the )*\(?[A-Z][^\W\d_]+\)?){0,4}\s*\**\s*")
DIGITS = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹", "0123456789")


def references(text: str) -> frozenset[str]:
    """The numbers in square brackets, or raised ones, that stand behind words: those of notes, as
    these have them."""
    squares = {f"[{each['number']}]" for each in REFERENCE.finditer(text)}
    raised = (each["number"].translate(DIGITS) for each in RAISED_REFERENCE.finditer(text))
    return frozenset(squares.union(f"({number})" for number in raised))


def notes_of(text: str, lines: Sequence[Line], furniture: Container[int]) -> Iterator[int]:
    """The lines of footnotes, by index, each with those that go on with it."""
    numbers = references(text)
    starred = [bool(STARRED.match(line.text)) for line in lines if line.text.strip()]
    listed = sum(starred) > 2 or any(starred[i] and starred[i + 1] for i in range(len(starred) - 1))
    inside = below_rule = False
    for index, line in enumerate(lines):
        if index in furniture:
            below_rule = bool(RULE.fullmatch(line.text)) and "_" in line.text
            inside = False
        elif not line.text.strip():
            inside = inside and lines[index - 1].text.strip() in ("*", "**", "***")
        elif _begins_note(line, listed, below_rule) or _is_referred_to(line, numbers):
            inside = True
            yield index
        elif inside and not _begins_anew(lines[index - 1], line):
            yield index
        else:
            inside = below_rule = False


def _begins_anew(before: Line, line: Line) -> bool:
    """Whether a numbered paragraph or item, or a title, begins right below a footnote."""
    if not JOB.sub("", before.text).rstrip().endswith("."):
        return False
    return bool(TITLE.fullmatch(line.text)) or any(
        mark.style != "bullet" for mark in marks_of(line.text)
    )


def _is_referred_to(line: Line, numbers: frozenset[str]) -> bool:
    number = IN_SQUARES.match(line.text) or IN_A_ROW.match(line.text)
    return bool(number and number["number"] in numbers)


def _begins_note(line: Line, listed: bool, below_rule: bool) -> bool:
    """Whether a footnote begins; where stars mark the items of lists, one star is none."""
    if below_rule and AFTER_RULE.match(line.text):
        return True
    if starred := STARRED.match(line.text):
        return bool(starred["more"]) or not listed
    if RAISED.match(line.text):
        return True
    return bool(NUMBERED_NOTE.match(line.text)) and line.text.rstrip().endswith(".")
