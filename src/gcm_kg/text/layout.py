"""What a source text holds beside its words: list markers, page numbers, rules, line ends."""

from __future__ import annotations

import re

DASHES = "-–—"
BULLETS = "•‣⁃▪■◦●○·➢\uf0b7"
"""Signs that only ever mark a list item; U+F0B7 is what word processors leave of "•"."""
NOTE_MARKS = "⁰¹²³⁴⁵⁶⁷⁸⁹†‡"
"""Raised signs that stand for a footnote."""
BYTE_ORDER_MARK = "\ufeff"

_BLANK = r"[^\S\n]*"
_NUMBER = r"(?:[Pp]age )?\d{1,3}(?:(?: of |/)\d{1,3})?"
_PAGE = rf"(?:[{DASHES}]{_BLANK})?{_NUMBER}(?:{_BLANK}[{DASHES}])?"

PAGE_BREAK = rf"{_BLANK}\n\s*\n{_BLANK}{_PAGE}{_BLANK}\n\s*\n\s*"
"""A page number between blank lines, with all the white space around it (for other patterns)."""
# Is “Page 7 of 12”, not “7 panels”.
PAGE_NUMBER = re.compile(rf"\s*{_PAGE}\s*")
"""A line with nothing but a page number: "7", "- 7 -", "Page 7 of 12"."""
# Is “- - - -”, not “--”.
RULE = re.compile(rf"\s*(?:[{DASHES}_=*~]\s*){{3,}}")
"""A line drawn with characters."""
DEEPER = "•◦▪"
"""Bullets of lists within each other, the outermost first."""
# Is “ • ”, not “• Ratify”.
LONE_MARKER = re.compile(rf"\s*[{DASHES}*{BULLETS}]\s*")
"""A list marker whose item stands on the next line."""
# Begins “•Ratify”, not “well-being”.
MARKER = re.compile(
    rf"\s*(?:(?P<sign>[{DASHES}*{BULLETS}])\s+(?=\S)"
    rf"|(?P<bullet>[{BULLETS}])(?=\S)"
    rf"|(?P<tight>[{DASHES}])(?=[A-ZÀ-ÖØ-Þ]))"
)
"""A list marker and its white space: "- ", "• "; also "•Ratify" and "-Ratify"."""

_SIGNS = rf"[\s{BYTE_ORDER_MARK}{BULLETS}*_=~–—-]"
# Is “⏎⏎ 7 ⏎• ”, not “⏎ Ratify”.
LAYOUT = re.compile(rf"(?=(?P<all>{_SIGNS}*+(?:{_NUMBER}{_SIGNS}*+)*))(?P=all)")
"""What may stand between two leaves of a document."""
