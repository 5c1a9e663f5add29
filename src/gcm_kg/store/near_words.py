"""Why a search finds nothing: which of its words stand nowhere, and which words are near them."""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Iterable

from gcm_kg.store.search_expression import spelt
from gcm_kg.text.characters import unaccented

MOST_NEAR = 3
"""Words that are offered for one that stands nowhere."""
LIKENESS = 0.7
"""The least likeness (difflib) of a word that is offered."""
# Matches “children” and “O’Neill”, not “42”.
WORD = re.compile(r"[^\W\d_][\w'’-]+")


def nothing_found(database: sqlite3.Connection, words: Iterable[str]) -> str:
    """A sentence on a search for words and phrases, as ``Expression.words`` has them, that gave
    nothing: the words that stand in no part, with near ones, or that no part has all of them."""
    given = list(dict.fromkeys(words))
    missing = [word for word in given if not _stands(database, word)]
    if not missing:
        return (
            "" if len(given) < 2 else "each stands somewhere, but no part has all; join them by OR"
        )
    texts = (row[0] for row in database.execute("SELECT text FROM parts"))
    known = {unaccented(word).lower(): word for text in texts for word in WORD.findall(text)}
    return "; ".join(_about(word, known) for word in missing)


def _stands(database: sqlite3.Connection, word: str) -> bool:
    sql = "SELECT 1 FROM parts WHERE parts MATCH ? LIMIT 1"
    return database.execute(sql, (spelt(word),)).fetchone() is not None


def _about(word: str, known: dict[str, str]) -> str:
    from difflib import get_close_matches

    plain = unaccented(word.rstrip("*")).lower()
    close = get_close_matches(plain, known, n=MOST_NEAR, cutoff=LIKENESS)
    offered = f": did you mean {' or '.join(known[other].lower() for other in close)}?"
    return f"“{word}” stands nowhere{offered if close else ''}"
