"""Knows items that only say of what, or of whom, the points below them are."""

from __future__ import annotations

import re

# Is “With regard to search and rescue:”, not “Train all with regard to:”.
MATTER = re.compile(
    r"\W*(?:(?:with (?:regard|respect|reference)|in (?:relation|regard|respect)) (?:to|of)"
    r"|(?:as )?(?:regards|concerns)|as to|as far as|regarding|concerning|in general|in particular"
    r"|generally|specifically|in the (?:area|field|context|case|matter|short|medium|long)"
    r"|(?:at|on) the (?:\w+ )?(?:level|subject|issue|question|matter)|in terms of|on"
    r"|en ce qui concerne|s[’']agissant|concernant|au sujet|à l[’']égard|de manière générale"
    r"|en général|dans le domaine|en relación con|con respecto a|respecto (?:de|a)"
    r"|en lo (?:que respecta|relativo|concerniente)|en general|en materia de|en el ámbito)\b"
    r"(?:(?!\b(?:should|must|shall|(?:recommend|urg|advis|encourag|request|invit)(?:e?s|e?d)\b)\b)[^.;:]){0,120}"
    r"(?:,? the State party is (?:under an obligation|obligated|required)(?: to)?"
    r"|,? (?:to|que|de|à))?\s*:\W*",
    re.I,
)


def is_matter(words: str) -> bool:
    """Whether an item, on one line, is a head of the points below it, and no recommendation."""
    return MATTER.fullmatch(words) is not None
