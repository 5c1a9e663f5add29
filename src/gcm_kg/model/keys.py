"""The keys by which people name documents."""

from __future__ import annotations

LANGUAGE = 3
"""Letters of the code of a language, which ends the path of a document."""


def usual_key(path: str) -> str:
    """The key of a document without one of its own, by its path below the base: its last segment
    that is no code of a language, in letters, digits and hyphens.

    >>> usual_key("akn/un/doc/2018-04-20/children_round-table/eng")
    'children-round-table'
    """
    segments = [segment for segment in path.split("/") if segment] or ["document"]
    with_language = len(segments) > 1 and len(segments[-1]) <= LANGUAGE
    segment = segments[-2 if with_language else -1]
    letters = "".join(sign if sign.isascii() and sign.isalnum() else " " for sign in segment)
    return "-".join(letters.lower().split()) or "document"
