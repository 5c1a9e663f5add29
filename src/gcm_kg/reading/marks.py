"""Knows the marks that begin headings, paragraphs and items: numbers, letters, bullets."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import lru_cache
from unicodedata import numeric

from gcm_kg.reading.label_marks import (
    ACTION,
    BARE,
    BARE_ACTION,
    BARE_LABEL,
    ORDINAL,
    ORDINALS,
    labelled,
)
from gcm_kg.reading.mark import ROMAN, Mark, roman_value
from gcm_kg.text.layout import BULLETS, DASHES

SIGNS = (
    f"{BULLETS}✓✔✗✘❖◆◇◊►▶▸▻→⇒➔➜➤★☆☐☑☒∙⦁◘❑❒□▢👉✅📌🔹🔸🔵🟢➡⭐\uf0a7\uf0a8\uf0d8\uf0e0\uf0fc\u25ab"
)
"""Signs that only ever mark an item."""
# Is “ ​”, not “a”.
UNSEEN = re.compile(r"[\s\u200b-\u200f\u2060\ufeff]*")
"""White space, and signs without width that word processors and pages leave before words."""
# Begins “122.1 Ratify”, not “3.6 million of”.
DOTTED = re.compile(
    r"(?P<label>\d{1,3}(?:\.\d{1,3}){1,3})(?P<end>\.|\)|:)?(?=\s|\Z|[A-Z])"
    r"(?!\s+(?:[mb]illions?|trillions?|thousand|per\s?cent|percentage|times|km|kilomet\w+|hectares"
    r"|tons?|tonnes|years|points?|children|persons?|people|migrants|refugees)\b)"
)
# Begins “122. 1 Ratify”, not “122. Ten”.
SPACED = re.compile(r"(?P<list>\d{1,3})\.\s(?P<part>\d{1,3})\.?(?=\s+[A-Z])")
"""A number with dots and a blank too many, where it goes on from others."""
# Begins “5. The Committee” and “§ 5. The”, not “5.3 per cent”.
NUMBER = re.compile(r"(?:§\s?)?(?P<label>\d{1,3})(?P<end>[.)]|\s?[–-](?=\s))(?=\s|\Z|[A-Z(])")
# Begins “OP1. Urges” and “OP 2bis Calls”, not “OP-CAT”.
OPERATIVE = re.compile(r"OP\s?(?P<label>\d{1,3})(?:bis|ter)?[.:]?(?=\s+[A-Z])")
# Begins “[1] Train” and “#1 Train”, not “# Train”.
NUMBERED = re.compile(
    r"(?:\[(?P<inside>\d{1,3})\]|(?:#|№\s?|No\.\s)(?P<behind>\d{1,3})[.:)]?)(?=\s+\S)"
)
# Begins “① Train”, not “1 Train”.
CIRCLED = re.compile(r"(?P<label>[①-⑳❶-❿➀-➓])\s*(?=\S)")
# Begins “(a) Train”, not “(and others)”.
BRACKETED = re.compile(r"\((?P<label>\d{1,3}|[a-z]{1,2}|[ivx]{1,6}|[A-Z])\)(?=\s|\Z|[A-Z])")
# Begins “b) Train” and “a)De”, not “b, c”.
LETTER = re.compile(
    r"(?P<label>[a-z]|[ivx]{1,6})(?P<end>[.)])(?:\s+(?=\S)|(?<=\))(?=[A-ZÀ-ÖØ-Þ])|(?<=\))\s*\Z)"
)
# Begins “III. Discussion” and “A.Introduction”, and is “A.”, not “III and”.
CAPITAL = re.compile(
    r"(?P<label>[IVXL]{1,7}|[A-Z])(?P<end>[.)])(?:\s+(?=\S)|(?=[A-Z][a-z])|(?<=\.)\s*\Z)"
)
# Begins “• Ratify” and “- ratify”, not “-ratify”.
BULLET = re.compile(
    rf"(?:(?P<label>[{SIGNS}])\ufe0f?\s*|(?P<dash>[{DASHES}*+o§»›⁻])(?=\s)\s+)"
    rf"(?:\[[ xX]\]\s+)?(?=\S)"
    rf"|(?P<tight>[{DASHES}])(?=[A-ZÀ-ÖØ-Þ])"
)
# Is “ • ”, not “• Ratify”.
LONE = re.compile(rf"\s*[{DASHES}{SIGNS}*o§»›⁻]\s*")


def marks_of(line: str) -> list[Mark]:
    """The marks that a line may begin with; “(i)” may be a letter and a number."""
    return list(_marks_of(line))


@lru_cache(64)  # a line is looked at for itself, and for the lines right above it
def _marks_of(line: str) -> tuple[Mark, ...]:
    lead = UNSEEN.match(line).end()  # type: ignore[union-attr]
    words = line[lead:]
    return tuple(replace(mark, length=lead + mark.length) for mark in _marks(words))


def _marks(words: str) -> Iterator[Mark]:
    if numbered := _numbered(words):
        yield numbered
        if numbered.style == "label" and numbered.label in ("i", "v", "x"):
            yield replace(numbered, value=roman_value(numbered.label))
        if numbered.style == "number" and (spaced := SPACED.match(words)):
            label = f"{spaced['list']}.{spaced['part']}"
            length = _length(words, spaced)
            yield Mark("dotted", spaced["list"], int(spaced["part"]), label, length)
    elif bracketed := BRACKETED.match(words):
        yield from _lettered(bracketed["label"], "()", _length(words, bracketed))
    elif letter := LETTER.match(words) or CAPITAL.match(words):
        yield from _lettered(letter["label"], letter["end"], _length(words, letter))
    yield from _bullets(words)


def _bullets(words: str) -> Iterator[Mark]:
    """A sign, with the label or number behind it; or “Recommendation:” without a number."""
    if bullet := BULLET.match(words):
        if label := labelled(words, bullet.end()):
            yield label
        sign = bullet["label"] or bullet["dash"] or bullet["tight"]
        bare = BARE_LABEL.match(words, bullet.end())
        behind = bare or NUMBER.match(words, bullet.end())
        length = _length(words, behind) if behind else bullet.end()
        yield Mark("bullet", BARE if bare else sign, 0, "", length)
    elif bare := BARE_LABEL.match(words):
        yield Mark("bullet", BARE, 0, "", bare.end())
    elif action := BARE_ACTION.match(words):
        yield Mark("bullet", ACTION, 0, "", action.end())
    elif LONE.fullmatch(words):
        yield Mark("bullet", words.strip(), 0, "", len(words))


def _numbered(words: str) -> Mark | None:
    """A labelled number, an ordinal, a number with dots, or a number."""
    if label := labelled(words):
        return label
    if ordinal := ORDINAL.match(words):
        word = ordinal["label"].lower()
        value = ORDINALS.index(word) + 1 if word in ORDINALS else int(word[:-2])
        if ordinal["word"]:
            return Mark("label", "recommendation", value, str(value), ordinal.end())
        return Mark("ordinal", "", value, word, ordinal.end())
    if dotted := DOTTED.match(words):
        prefix, _, last = dotted["label"].rpartition(".")
        return Mark("dotted", prefix, int(last), dotted["label"], _length(words, dotted))
    if signed := NUMBERED.match(words) or CIRCLED.match(words):
        return _signed(words, signed)
    if operative := OPERATIVE.match(words):
        count = operative["label"]
        return Mark("number", ".", int(count), count, _length(words, operative))
    if number := NUMBER.match(words):
        return _before_label(words, number)
    return None


def _before_label(words: str, number: re.Match[str]) -> Mark:
    """A number; what has a number of a review behind it as well (“7. Recommendation 104.3: Train
    all”) goes by that one."""
    named = labelled(words, _length(words, number))
    if named and "." in named.label:
        return named
    bare = BARE_LABEL.match(words, _length(words, number))
    length = bare.end() if bare else _length(words, number)
    return Mark("number", number["end"].strip(), int(number["label"]), number["label"], length)


def _signed(words: str, mark: re.Match[str]) -> Mark:
    """A number in square brackets, behind a sign, or in a circle."""
    given = mark.groupdict()
    label = given.get("inside") or given.get("behind") or str(int(numeric(mark["label"])))
    prefix = "[]" if given.get("inside") else "#" if given.get("behind") else "①"
    return Mark("number", prefix, int(label), label, _length(words, mark))


def _length(words: str, mark: re.Match[str]) -> int:
    return UNSEEN.match(words, mark.end()).end()  # type: ignore[union-attr]


def _lettered(label: str, end: str, length: int) -> Iterator[Mark]:
    """Letters and roman numbers; “v” may be both."""
    if label.isdigit():
        yield Mark("number", end, int(label), label, length)
        return
    small = label.islower()
    if ROMAN.fullmatch(label.upper()):
        style = "small roman" if small else "roman"
        yield Mark(style, end, roman_value(label), label, length)
    if len(label) == 1 or label[0] == label[-1]:
        value = ord(label[0].lower()) - 96 + 26 * (len(label) - 1)
        yield Mark("letter" if small else "capital", end, value, label, length)
