"""Lists and ranges of numbers by which things are named: "5, 8 and 16", "Nos. 29 and 105"."""

from __future__ import annotations

import re
from collections.abc import Iterator

COUNTS_NOTHING = (
    r"(?=\d[\d.]*\s*(?:[^\w\s]|\Z|"
    r"(?:of|and|or|in|by|for|on|with|as|are|is|should|at|to|through|concerning|under)\b))"
)
"""In front of a number behind which no noun stands that it would count: 16, not 16 countries."""
RANGE = rf"(?:\s+(?:to|through)\s+{COUNTS_NOTHING}|\s*[–-]\s*(?=\d))"
# Is “ to ”, not “ and ”.
IS_RANGE = re.compile(r"\s+(?:to|through)\s+|\s*[–-]\s*")
REMARK = r"(?:\s*\([^()\d][^()]{0,80}\))?"
"""What a number names, in brackets: "5 (gender equality)"."""
AND = r"(?:and|or|as\s+well\s+as|plus|&)"
JOINT = rf"(?:{REMARK}(?:\s*[,;]\s*(?:{AND}\s+)?|\s+{AND}\s+|\s*/\s*)|{RANGE})"
"""What joins the numbers of a list or range."""
NO = r"(?:(?:[Nn]os?|[Nn]umbers?|N[°º])\.?\s*)"
# Is “; and Nos. ”, not “ by ”.
LISTED = re.compile(
    rf"(?:\s*\([^()]*\))?[\s,;/–&-]*(?:and|or|to|through|plus|as\s+well\s+as)?\s*{NO}?", re.I
)
"""What stands between two names in a list that are numbers."""


def inner_numbers(joint: str, first: str, last: str) -> Iterator[str]:
    """The numbers between two that a joint makes a range: 6 and 7 of "5 to 8".

    Of numbers with a point only the last part may run: 16.2 of "16.1–16.3".
    """
    *kind, low = first.split(".")
    *other, high = last.split(".")
    digits = low.isdigit() and high.isdigit()
    if IS_RANGE.fullmatch(joint) and kind == other and digits:
        for number in range(int(low) + 1, int(high)):
            yield ".".join([*kind, str(number)])
