"""Full text search over the parts of documents: SQLite's FTS5, with English stems."""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

from pyoxigraph import QuerySolutions, Store

from gcm_kg.errors import InputError, shown
from gcm_kg.iris import DCTERMS, GCM, OA

PARTS = f"""
SELECT ?part ?identifier ?kind ?text ?start WHERE {{
  ?part <{GCM}text> ?text ; a ?type ; <{DCTERMS}identifier> ?identifier ;
    <{GCM}evidence>/<{OA}hasSelector>/<{OA}start> ?start .
  BIND (STRAFTER(STR(?type), "#") AS ?kind)
}} ORDER BY ?part
"""
TABLE = """
CREATE VIRTUAL TABLE parts USING fts5(
  text, part UNINDEXED, identifier UNINDEXED, kind UNINDEXED, start UNINDEXED,
  tokenize = "porter unicode61 remove_diacritics 2"
)
"""
FOUND = """
SELECT part, identifier, kind, start, highlight(parts, 0, char(2), char(3)),
  snippet(parts, 0, char(2), char(3), '…', 24)
FROM parts WHERE parts MATCH :words AND (:kind = '' OR lower(kind) = lower(:kind))
ORDER BY rank, part LIMIT :limit
"""
WORD = re.compile(r'"(?P<phrase>[^"]*)"?|(?P<operator>\b(?:AND|OR|NOT)\b)|(?P<word>[^\s"]+)')
BEGIN, END = "\2", "\3"
"""What marks a found word in the answers of SQLite; no text of ours holds such characters."""


@dataclass(frozen=True, slots=True)
class Hit:
    """A part with the words that were looked for.

    ``start`` and ``end`` are those of the first found word, in code points of the source;
    ``snippet`` has the found words between ``BEGIN`` and ``END``.
    """

    part: str
    identifier: str
    kind: str
    start: int
    end: int
    snippet: str


def index(store: Store, path: Path) -> None:
    """Writes the index of the parts of a graph. Raises OSError if the file cannot be written."""
    answer = store.query(PARTS, use_default_graph_as_union=True)
    assert isinstance(answer, QuerySolutions)
    columns = ("text", "part", "identifier", "kind", "start")
    rows = ([solution[name].value for name in columns] for solution in answer)
    try:
        with closing(sqlite3.connect(path, isolation_level=None)) as database:
            database.execute("PRAGMA synchronous = OFF")
            database.execute("BEGIN")
            database.execute(TABLE)
            database.executemany("INSERT INTO parts VALUES (?, ?, ?, ?, ?)", rows)
            database.execute("INSERT INTO parts(parts) VALUES ('optimize')")
            database.execute("COMMIT")
    except sqlite3.Error as error:
        raise OSError(f"{path}: {error}") from error


def search(path: Path, words: str, *, kind: str = "", limit: int = 20) -> list[Hit]:
    """The parts in which the words stand, best first (BM25).

    All words must be there, in any of their forms; a phrase stands in quotation marks, a word with
    ``*`` at its end is the beginning of one, and ``OR``, ``NOT`` and ``AND`` join. Raises
    InputError for words that cannot be looked for and for a damaged index.
    """
    expression = _expression(words)
    try:
        with closing(sqlite3.connect(f"{path.as_uri()}?mode=ro", uri=True)) as database:
            values = {"words": expression, "kind": kind, "limit": limit}
            return [_hit(row) for row in database.execute(FOUND, values)]
    except sqlite3.OperationalError as error:
        if "fts5: syntax error" in str(error):
            advice = "put a word on both sides of AND, OR and NOT"
            raise InputError("gcm-kg search", "words", shown(words), advice) from None
        raise InputError(path, "an index of words", str(error), "run gcm-kg build") from None
    except sqlite3.DatabaseError as error:
        raise InputError(path, "an index of words", str(error), "run gcm-kg build") from None


def _expression(words: str) -> str:
    """The words in the syntax of FTS5, in which whatever is no operator stands in quotes."""
    pieces = list(_pieces(words))
    if not any(piece.startswith('"') for piece in pieces):
        raise InputError("gcm-kg search", "words", shown(words), "for example: debt bondage")
    return " ".join(pieces)


def _pieces(words: str) -> Iterator[str]:
    for match in WORD.finditer(words.replace("\0", " ")):
        text = match["phrase"] if match["phrase"] is not None else match["word"]
        if match["operator"]:
            yield match["operator"]
        elif text and any(character.isalnum() for character in text):
            quoted = text.rstrip("*").replace('"', '""')
            yield f'"{quoted}"' + ("*" if text.endswith("*") else "")


def _hit(row: tuple[str, str, str, str, str, str]) -> Hit:
    part, identifier, kind, start, highlighted, snippet = row
    before, _, after = highlighted.partition(BEGIN)
    first = int(start) + len(before)
    word = after.partition(END)[0]
    return Hit(part, identifier, kind, first, first + len(word), " ".join(snippet.split()))
