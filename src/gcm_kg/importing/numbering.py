"""Counts the numbered paragraphs of a DOCX file: their numbers do not stand in its text."""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass
from xml.etree.ElementTree import Element

from gcm_kg.text.layout import DEEPER

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
# Is “%1.%2”, not “%”.
LEVEL = re.compile(r"%(\d)")
ROMAN = ((100, "c"), (90, "xc"), (50, "l"), (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"))
MOST = 3_999


@dataclass(frozen=True, slots=True)
class Level:
    """How a level of a list is numbered: format, text with %1 … and first number."""

    form: str
    text: str
    first: int


class Numbering:
    """The lists of a file, and how far each has been counted."""

    def __init__(self, root: Element | None, styles: Element | None) -> None:
        self.levels: dict[str, dict[int, Level]] = {}
        self.counts: defaultdict[str, dict[int, int]] = defaultdict(dict)
        abstract: dict[str, dict[int, Level]] = {}
        for each in () if root is None else root.iter(f"{W}abstractNum"):
            levels = {
                int(_value(x, "ilvl", own=True) or 0): _level(x) for x in each.iter(f"{W}lvl")
            }
            abstract[_value(each, "abstractNumId", own=True)] = levels
        for each in () if root is None else root.iter(f"{W}num"):
            known = abstract.get(_value(each, "abstractNumId"), {})
            self.levels[_value(each, "numId", own=True)] = known
        self.of_style = dict(_of_styles(styles))

    def mark(self, paragraph: Element, style: str) -> str:
        """The number or bullet of a paragraph, which is counted; empty for one without."""
        properties = paragraph.find(f"{W}pPr/{W}numPr")
        number, depth = self.of_style.get(style, ("", 0))
        if properties is not None:
            number = _value(properties, "numId") or number
            depth = _number(_value(properties, "ilvl"), depth)
        level = self.levels.get(number, {}).get(depth)
        if level is None:
            return ""
        if level.form in ("bullet", "none"):
            return DEEPER[min(depth, len(DEEPER) - 1)] if level.form == "bullet" else ""
        counts = self.counts[number]
        counts[depth] = counts.get(depth, level.first - 1) + 1
        for deeper in [d for d in counts if d > depth]:
            del counts[deeper]
        return LEVEL.sub(lambda match: self._counted(number, int(match[1]) - 1), level.text)

    def _counted(self, number: str, depth: int) -> str:
        level = self.levels[number].get(depth)
        if level is None:
            return ""
        return written(self.counts[number].get(depth, level.first), level.form)


def written(number: int, form: str) -> str:
    """A number in a format of DOCX: decimal, lowerLetter, upperRoman and the like."""
    if "Roman" in form and 0 < number <= MOST:
        text = "m" * (number // 1000) + "d" * (number % 1000 // 500)
        rest = number % 500
        for value, letters in (*ROMAN, (1, "i")):
            text += letters * (rest // value)
            rest %= value
    elif "Letter" in form and number > 0:
        text = chr(ord("a") + (number - 1) % 26) * ((number - 1) // 26 + 1)
    else:
        return str(number)
    return text.upper() if form.startswith("upper") else text


def _level(level: Element) -> Level:
    first = _number(_value(level, "start"), 1)
    return Level(_value(level, "numFmt") or "decimal", _value(level, "lvlText"), first)


def _of_styles(styles: Element | None) -> list[tuple[str, tuple[str, int]]]:
    found = []
    for style in () if styles is None else styles.iter(f"{W}style"):
        properties = style.find(f"{W}pPr/{W}numPr")
        if properties is not None:
            place = (_value(properties, "numId"), _number(_value(properties, "ilvl"), 0))
            found.append((_value(style, "styleId", own=True), place))
    return found


def _number(text: str, otherwise: int) -> int:
    return int(text) if text.isdecimal() and len(text) < 6 else otherwise


def _value(element: Element, name: str, *, own: bool = False) -> str:
    """The value of a child element, or of an attribute of the element's own; empty without one."""
    if own:
        return element.get(W + name, "")
    child = element.find(W + name)
    return child.get(f"{W}val", "") if child is not None else ""
