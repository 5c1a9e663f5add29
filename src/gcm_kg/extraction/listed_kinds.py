"""Kinds of instruments of which some are named behind what says which are meant: "ratify the
treaties listed in the annex, notably CEDAW"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from gcm_kg.model.statements import Mention
from gcm_kg.text.phrases import INCLUDING

# Matches “core treaties”, not “treaty”.
KIND = re.compile(r"\b(?:treaties|instruments|conventions|covenants|protocols|agreements)\Z", re.I)
# Begins “ listed by others, notably UNTOC”, not “ and UNTOC”.
QUALIFIED = re.compile(
    r"\A\s+(?:to\s+which|that|which|it|they|listed|mentioned|named|identified|referred\s+to|"
    rf"set\s+out|not\s+yet|still)\b[^,;.:]{{1,100}}(?=,\s+(?:{INCLUDING})\b|:\s)",
    re.I,
)
"""Behind the plural of a kind: which ones are meant, before some are named."""
REACH = 140
"""Code points behind a kind in which it may be said which ones are meant."""


def is_kind(text: str, name: Mention) -> bool:
    """Whether a name is the plural of a kind of instruments."""
    return KIND.search(text, name.start, name.end) is not None


def not_qualifying(text: str, names: list[Mention]) -> Iterator[Mention]:
    """The names without those that only say which of a kind are meant."""
    clauses = [
        (one.end, one.end + clause.end())
        for one in names
        if is_kind(text, one) and (clause := QUALIFIED.match(text[one.end : one.end + REACH]))
    ]
    for name in names:
        if not any(low <= name.start and name.end <= high for low, high in clauses):
            yield name
