"""Full text search over the parts of documents: SQLite's FTS5, with English stems."""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Iterator, Mapping, Sequence
from contextlib import closing
from dataclasses import dataclass
from itertools import islice, pairwise
from pathlib import Path

from gcm_kg.errors import InputError, shown
from gcm_kg.rdf.sparql import shipped
from gcm_kg.store.graph import INDEX, Graph
from gcm_kg.text.spelling import spellings

TOKENIZED = 'tokenize = "porter unicode61 remove_diacritics 2"'
TABLE = f"""
CREATE VIRTUAL TABLE parts USING fts5(
  text, part UNINDEXED, identifier UNINDEXED, kind UNINDEXED, start UNINDEXED, {TOKENIZED}
)
"""
FOUND = """
SELECT part, identifier, kind, start, highlight(parts, 0, char(2), char(3)),
  snippet(parts, 0, char(2), char(3), '…', 24)
FROM parts WHERE parts MATCH :words AND (:kind = '' OR lower(kind) = lower(:kind))
ORDER BY rank, part LIMIT :limit
"""
RANKED = """
SELECT key, bm25(texts) FROM texts WHERE texts MATCH ? ORDER BY bm25(texts), rowid LIMIT ?
"""
WORD = re.compile(
    r'"(?P<phrase>[^"]*(?:"\*)?)"?'
    r'|(?<![^\s"])(?P<operator>(?:AND\s+)?NOT|AND|OR)(?![^\s"])'
    r'|(?P<word>[^\s"]+)'
)
OPERATORS = ("AND", "OR", "NOT")
LONGEST, MOST = 1_000, 50
"""Characters, and words, that can be looked for at once: SQLite takes very long for many."""
MOST_HITS = 1_000_000
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


def index(graph: Graph, path: Path) -> None:
    """Writes the index of the parts of a graph. Raises OSError if the file cannot be written."""
    columns = ("text", "part", "identifier", "kind", "start")
    rows = (
        [solution[name].value for name in columns]
        for solution in graph.select(shipped("store/fulltext-parts"))
    )
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


def search_graph(graph: Graph, words: str, *, kind: str = "", limit: int = 20) -> list[Hit]:
    """The parts of a graph in which words stand, as ``search`` gives them, by the index in the
    directory of its store; a graph that has none, of a file or an endpoint, is indexed for the one
    search."""
    path = graph.directory / INDEX if graph.directory else None
    if path and path.is_file():
        return search(path, words, kind=kind, limit=limit)
    import tempfile

    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / INDEX
        index(graph, path)
        return search(path, words, kind=kind, limit=limit)


def ranked(texts: Mapping[str, str], words: Sequence[str], limit: int) -> list[tuple[str, float]]:
    """The keys of texts that have any of the words, those first that are most like them, with their
    score: the higher the better (BM25)."""
    matching = " OR ".join(f'"{word}"' for word in words)
    with closing(sqlite3.connect(":memory:")) as database:
        database.execute(f"CREATE VIRTUAL TABLE texts USING fts5(text, key UNINDEXED, {TOKENIZED})")
        database.executemany("INSERT INTO texts(key, text) VALUES (?, ?)", texts.items())
        found = database.execute(RANKED, (matching, limit)).fetchall()
    return [(key, -score) for key, score in found]


def search(path: Path, words: str, *, kind: str = "", limit: int = 20) -> list[Hit]:
    """The parts in which the words stand, best first (BM25).

    All words must be there, in any of their forms and in British or American spelling; a phrase
    stands in quotation marks, a word with ``*`` at its end is the beginning of one, and ``OR``,
    ``NOT`` (for the word or phrase behind it) and ``AND`` join. Brackets join nothing. Raises
    InputError for words that cannot be looked for, for a kind that no part is of, and for a damaged
    index.
    """
    values = {"words": _expression(words), "kind": _plain(kind), "limit": min(limit, MOST_HITS)}
    try:
        with closing(sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro", uri=True)) as database:
            found = [_hit(row) for row in database.execute(FOUND, values)]
            if kind and not found:
                _refuse_kind(database, kind)
            return found
    except sqlite3.DatabaseError as error:
        if str(error).startswith("fts5: "):
            advice = "put a word on both sides of AND, OR and NOT"
            raise InputError("gcm-kg search", "words", shown(words), advice) from None
        advice = "remove the directory of the store and ask again"
        raise InputError(path, "an index of words", str(error), advice) from None


def _refuse_kind(database: sqlite3.Connection, kind: str) -> None:
    """Raises InputError for a kind of which there are no parts."""
    kinds = [row[0].lower() for row in database.execute("SELECT DISTINCT kind FROM parts")]
    if kinds and kind.lower() not in kinds:
        expected = " or ".join(sorted(kinds))
        raise InputError("gcm-kg search --kind", expected, shown(kind), "choose one of them")


def _plain(text: str) -> str:
    """The text as SQLite can take it: without NUL and what UTF-8 cannot hold."""
    return text.replace("\0", " ").encode("utf-8", "replace").decode()


def _expression(words: str) -> str:
    """The words in the syntax of FTS5, in which whatever is no operator stands in quotes."""
    if len(words) > LONGEST:
        raise InputError("gcm-kg search", f"at most {LONGEST} characters", "more", "give fewer")
    pieces = list(islice(_pieces(_plain(words)), MOST + 1))
    if len(pieces) > MOST:
        raise InputError("gcm-kg search", f"at most {MOST} words", "more", "give fewer")
    if all(piece in OPERATORS for piece in pieces):
        raise InputError("gcm-kg search", "words", shown(words), "for example: debt bondage")
    joined = pieces[:1]
    for before, piece in pairwise(pieces):
        joined += [piece] if {before, piece} & set(OPERATORS) else ["AND", piece]
    return " ".join(joined)


def _pieces(words: str) -> Iterator[str]:
    for match in WORD.finditer(words):
        text = match["phrase"] if match["phrase"] is not None else match["word"]
        if match["operator"]:
            yield match["operator"].split()[-1]  # AND NOT is NOT
        elif text and any(character.isalnum() for character in text):
            star = "*" if text.endswith("*") else ""
            spelt = spellings(text.rstrip("*").replace('"', ""))
            yield "(" + " OR ".join(f'"{one}"{star}' for one in spelt) + ")"


def _hit(row: tuple[str, str, str, str, str, str]) -> Hit:
    part, identifier, kind, start, highlighted, snippet = row
    before, _, after = highlighted.partition(BEGIN)
    first = int(start) + len(before)
    word = after.partition(END)[0]
    return Hit(part, identifier, kind, first, first + len(word), " ".join(snippet.split()))
