"""Finds words that look like names, to be seen where nothing explains them."""

from __future__ import annotations

import re
from collections.abc import Container, Iterable, Iterator

SYMBOL = (
    r"\b[A-Z]{1,8}(?=[^\s,;]{0,80}\d)"
    r"(?:/[A-Z0-9][A-Za-z0-9]*(?:[.-][A-Za-z0-9]+)*){2,}(?![A-Za-z0-9])"
)
"""A document symbol: A/RES/71/280, E/CN.15/2017/4, CRC/C/GC/22 (UN Editorial Manual, symbols)."""
ACRONYM = r"\b(?=[A-Z0-9]*[A-Z][A-Z0-9]*[A-Z])[A-Z][A-Z0-9]{1,7}s?\b"
"""Two capitals or more in a word without small letters."""
EXTENDED = [chr(point) for point in range(0x100, 0x250)]
UPPER = "A-ZÀ-ÖØ-Þ" + "".join(filter(str.isupper, EXTENDED))
LOWER = "a-zß-öø-ÿ" + "".join(filter(str.islower, EXTENDED))
"""Latin letters with those of Latin Extended-A and -B: Č, ž."""
CAPITALIZED = rf"[{UPPER}][\u0300-\u036f]*[{LOWER}][\w\u0300-\u036f’'-]*"
LINKING = r"(?:of|the|and|on|against|for|in|to|with|from|by|all|their|its|de|des|du|et)"
GAP = r"[^\S\t]+"
"""White space; a tab parts the columns of a table, and names do not go across."""
NAME = rf"\b{CAPITALIZED}(?:(?:{GAP}{LINKING}){{0,3}}{GAP}{CAPITALIZED})+"
"""Capitalized words in a row, linked by small words."""
NOUN = r"(?:Conventions?|Protocols?|Declarations?|Covenants?|Statute|Treaty|Charter|Resolutions?)\b"
"""A noun that is capitalized only in the name of an instrument."""
ACT = (
    rf"\b(?:{CAPITALIZED}{GAP}){{0,3}}(?:Directive|Decision|Regulation){GAP}"
    r"\d{4}/\d{1,4}(?:/(?:EU|EC|EEC|JHA))?(?![\w/])"
)
"""An act of the European Union by its number: Council Directive 2004/81/EC, Decision 2004/579/EC
(Interinstitutional style guide, numbering of acts)."""
# Matches “the Kampala Convention”, not “the conventions of old”.
NAMES = re.compile(rf"{SYMBOL}|{ACT}|{NAME}|\b(?:{CAPITALIZED}\s+)?{NOUN}|{ACRONYM}")
# Is “XIV”, not “ILO”.
ROMAN = re.compile(r"[IVXLC]+")
LAYOUT_WORDS = frozenset({"ANNEX", "CONTENTS", "DAY", "PANEL", "SUMMARY"})
"""Words of the kind of document that stand in capitals and name nothing."""
# Begins “Although the Convention”, not “Haiti ”.
OPENING = re.compile(
    r"(?:The|This|That|These|Those|A|An|In|On|At|By|For|From|To|Of|With|Under|As|And|Or|But|Both|"
    r"Its|Their|While|When|Where|Since|Although|However|Moreover|Furthermore|Additionally|Finally|"
    r"Some|Several|Many|Most|All|Other|Another|Each|No|Also|Such|Through|During|After|Before)\s+"
    rf"(?:{LINKING}\s+)*"
)
"""Words that are capitalized because a sentence begins with them, and small words behind them."""
# Begins “Ratify the Convention” and “Accede to the”, not “Cartagena Protocol”.
VERB_AND_ARTICLE = re.compile(
    r"[A-Z]\w+\s+(?:(?:to|with|on|for|from|by|of)\s+)?"
    r"(?:the|an?|its|their|all|both|this|these|those)\s+"
)
# Begins “Ratify ”, not “ratified”.
FIRST_WORD = re.compile(rf"(?P<word>\w+)\s+(?:{LINKING}\s+)*")
# Matches “was said. ”, not “the ”.
SENTENCE_START = re.compile(r"(?:\A|[.!?:;•]\W*\s|\n\s*\n)\W*\Z")


def unresolved_spans(
    text: str, start: int, end: int, gaps: Iterable[tuple[int, int]], verbs: Container[str] = ()
) -> Iterator[tuple[int, int]]:
    """Stretches that look like a name of some thing, in the gaps between what is known.

    The gaps lie between two code points of the text. Where it has no small letters between them
    there is none: its capitals mean nothing. Neither is a capitalized word that only begins a
    sentence, or is one of some verbs (in small letters) and begins it.
    """
    if not any(character.islower() for character in text[start:end]):
        return
    for low, high in gaps:
        for match in NAMES.finditer(text, low, high):
            first = SENTENCE_START.search(text[max(start, match.start() - 8) : match.start()])
            name = _without_opening(match[0], verbs) if first else match[0]
            if _is_name(name, first is not None):
                yield match.end() - len(name), match.end()


def _without_opening(words: str, verbs: Container[str]) -> str:
    """A name without what is capitalized, or stands there, only because a sentence begins."""
    opening = OPENING.match(words) or VERB_AND_ARTICLE.match(words)
    verb = FIRST_WORD.match(words)
    if not opening and verb and verb["word"].lower() in verbs:
        opening = verb
    return words[opening.end() :] if opening else words


def _is_name(words: str, first: bool) -> bool:
    """Whether words name a thing; ``first`` where they begin a sentence."""
    if ROMAN.fullmatch(words) or words in LAYOUT_WORDS:
        return False
    return NAMES.fullmatch(words) is not None and not (first and re.fullmatch(NOUN, words))
