"""Finds the symbol of a document on its first page."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

_PART = r"[A-Z0-9][A-Za-z0-9.]{0,11}(?:[-–‑][A-Z0-9][A-Za-z0-9.]{0,5})?"
# Is “A/HRC/WG.6/20/SVN/2”, “CEDAW/C/LAO/CO/8-9” and “E/C.12/SVN/CO/2/Rev.1”, not “and/or”.
SYMBOL = re.compile(
    rf"(?<![\w/(.-])[A-Z][A-Z0-9.]{{0,9}}(?:/{_PART}(?:\([A-Z]+\))?){{1,8}}(?![\w/])"
    r"(?: ?\((?:19|20)\d\d\))?"
)
# Is “E/ESCAP/73/5”, “LC/L.4388” and “EX.CL/12(XXXIV)”, not “HIV/AIDS” or “VI/12”.
LIKELY = re.compile(r"(?=.*\d).*(?:/.*/|/[A-Z]+\.\d|\d\([IVXL]+\)|^[A-Z]+\.[A-Z.]+/\d).*")
# Is “GRETA(2019)11”, “CPT/Inf (2020) 35” and “COM(2020) 609 final”, not “Act (2019) 3”.
OF_COUNCILS = re.compile(
    r"(?:[A-Z]{2,8}(?:/[A-Z][A-Za-z]{1,5})?|Comm(?:DH|HR)|P\d+_TA(?:-PROV)?)"
    r"\s?\((?:19|20)\d\d\)\s?\d{1,4}(?:rev\d?| final)?"
)
# Begins “AG/RES. 2910 (XLVII-O/17): Work”, or ends “Work - ACHPR/Res. 398 (LXII) 2018”; not “see
# AG/RES. 2910 (XLVII-O/17) on work”.
OF_SESSIONS = re.compile(
    r"(?P<begins>\A\W*)?(?P<symbol>\b[A-Z]{2,8}/R[EÉeé][Ss]\.? ?\d{1,5} ?"
    r"\([A-Z\d][\w./ -]{0,20}\)(?: ?(?:(?:19|20)\d)?\d\b)?)(?(begins)[\s:–—-]*|\W*\Z)"
)
"""The number of a resolution with that of its session, at an end of a line."""
# Is “A/HRC/27/15 ” on a line, not “see A/HRC/27/15”.
ALONE = re.compile(
    r"^[^\S\n]*(?:(?:page )?\d{1,3}[^\S\n]+)?"
    rf"(?P<symbol>[A-Z][A-Z0-9.]{{0,9}}(?:/{_PART}){{1,8}})"
    r"(?:[^\S\n]+(?:page )?\d{1,3})?[^\S\n]*$",
    re.M | re.I,
)
FIRST = 4_000
"""Code points in which the symbol, the date and the title are looked for."""
# Begins “United NationsA/HRC/7/3”, as pages glue them, not “United Nations A/HRC/7/3”.
GLUED = re.compile(r"(?:United Nations|Nations Unies|Naciones Unidas)(?=[A-Z]+/)")
# Matches “Source of position: A/HRC/1/2” and “see A/HRC/1/2”, not “Reference: A/HRC/1/2”.
OF_ANOTHER = re.compile(
    r"\b(?:source|see|(?:assignment|audit|project|contract|job) (?:no|number|code))\b[^/]{0,30}\Z",
    re.I,
)
LONGEST_LINE = 100
"""Code points of a line that a symbol stands in on a first page; longer ones cite another's."""


def symbol_of(text: str, running: Sequence[str]) -> str:
    """The symbol of the document: the one above its pages, the first in a short line of its first
    page, or the one that stands alone on a line again and again."""
    lines = [" ".join(line.split()) for line in text[:FIRST].split("\n")]
    short = [line for line in lines if len(line) <= LONGEST_LINE and not line.endswith((".", ";"))]
    alone = Counter(m["symbol"] for m in ALONE.finditer(text) if LIKELY.fullmatch(m["symbol"]))
    again = [line for line, count in alone.most_common(1) if count > 1]
    for words in (*running, *short, *again):
        for found in SYMBOL.finditer(GLUED.sub("", words)):
            if LIKELY.fullmatch(found[0]) and not OF_ANOTHER.search(words[: found.start()]):
                return found[0]
    numbered = (OF_SESSIONS.search(line) for line in lines)
    if session := next((match for match in numbered if match), None):
        return session["symbol"]
    alone_so = (OF_COUNCILS.fullmatch(line) for line in (*running, *short))
    return next((found[0] for found in alone_so if found), "")


def without_number(line: str) -> str:
    """A line without the number of a resolution at one of its ends, and what parts the two."""
    numbered = OF_SESSIONS.search(line)
    return OF_SESSIONS.sub("", line).strip(" :–—-") if numbered else line
