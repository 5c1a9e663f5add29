"""Full text search over the parts of documents: SQLite's FTS5, with English stems."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import closing, contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, cast
from weakref import WeakKeyDictionary

from gcm_kg.errors import InputError, shown
from gcm_kg.rdf.sparql import shipped
from gcm_kg.store.graph import INDEX, Graph, LocalGraph
from gcm_kg.store.near_words import nothing_found
from gcm_kg.store.search_expression import expression

if TYPE_CHECKING:
    from tempfile import TemporaryDirectory

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
NAMES = f"""
CREATE VIRTUAL TABLE names USING fts5(name, thing UNINDEXED, shown UNINDEXED, {TOKENIZED})
"""
NAMED = """
SELECT thing, shown FROM names WHERE names MATCH :words
GROUP BY thing ORDER BY MIN(LENGTH(name)), thing LIMIT :limit
"""
RANKED = """
SELECT key, bm25(texts) FROM texts WHERE texts MATCH ? ORDER BY bm25(texts), rowid LIMIT ?
"""
MOST_HITS = 1_000_000
Over = tuple[Sequence[str], Sequence[str]]
"""The IRIs of graphs that are asked as one, and of those that are asked by name."""
_MADE: WeakKeyDictionary[Graph, TemporaryDirectory[str]] = WeakKeyDictionary()
"""The folders of indices that were made for graphs in memory; removed with these."""
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
    """Writes the index of the parts of a graph, and of the names of its things. Raises OSError if
    the file cannot be written."""
    try:
        with closing(sqlite3.connect(path, isolation_level=None)) as database:
            database.execute("PRAGMA synchronous = OFF")
            database.execute("BEGIN")
            database.execute(TABLE)
            fill(database, "parts", graph)
            database.execute(NAMES)
            fill(database, "names", graph)
            for table in ("parts", "names"):
                database.execute(f"INSERT INTO {table}({table}) VALUES ('optimize')")
            database.execute("COMMIT")
    except sqlite3.Error as error:
        raise OSError(f"{path}: {error}") from error


def fill(database: sqlite3.Connection, table: str, graph: Graph, over: Over | None = None) -> None:
    """Puts what a graph has for a table into it, in an order of its own, by SQLite, which sorts
    many rows in files: the ORDER BY of the other engine takes five times as long as all the rest.
    ``over`` are the named graphs to be asked alone, of a graph of this machine."""
    columns = [row[1] for row in database.execute(f"PRAGMA table_info({table})")]
    names, values = ", ".join(columns), ", ".join("?" * len(columns))
    query = shipped(f"store/fulltext-{table}")
    found = graph.query(query, over) if isinstance(graph, LocalGraph) else graph.select(query)
    rows = ([row[name].value for name in columns] for row in cast("Iterable[Any]", found))
    database.execute(f"CREATE TEMP TABLE unsorted({names})")
    database.executemany(f"INSERT INTO unsorted VALUES ({values})", rows)
    database.execute(f"INSERT INTO {table} SELECT * FROM unsorted ORDER BY {names}")
    database.execute("DROP TABLE unsorted")


def search_graph(graph: Graph, words: str, *, kind: str = "", limit: int = 20) -> list[Hit]:
    """The parts of a graph in which words stand, as ``search`` gives them, by the index in the
    directory of its store; a graph that has none, of a file or an endpoint, is indexed for the one
    search."""
    with _indexed(graph) as path:
        return search(path, words, kind=kind, limit=limit)


def things_named(graph: Graph, words: str, limit: int = 5) -> list[tuple[str, str]]:
    """The things one of whose names has the words, as ``search`` reads them: the IRI of each and
    the name that people are shown; those with the shortest names first."""
    values = {"words": expression(_plain(words)).text, "limit": limit}
    with _indexed(graph) as path, _opened(path, words) as database:
        return [(thing, shown) for thing, shown in database.execute(NAMED, values)]


def why_nothing(graph: Graph, words: str) -> str:
    """Why a search for words found nothing, as a sentence: which of them stand nowhere, with words
    that are near; empty where there is nothing to say."""
    with _indexed(graph) as path, _opened(path, words) as database:
        return nothing_found(database, expression(_plain(words)).words)


@contextmanager
def _indexed(graph: Graph) -> Iterator[Path]:
    """The index of a graph; for one that has none, it is made for the time being: once for a graph
    of this machine, which does not change, as long as it is used."""
    path = graph.directory / INDEX if graph.directory else None
    if path and path.is_file():
        yield path
        return
    import tempfile

    folder = _MADE.get(graph) or tempfile.TemporaryDirectory(prefix="gcm-kg-words-")
    path = Path(folder.name) / INDEX
    if not path.is_file():
        index(graph, path)
    if isinstance(graph, LocalGraph):
        _MADE[graph] = folder
    yield path


@contextmanager
def _opened(path: Path, words: str) -> Iterator[sqlite3.Connection]:
    """An index, to be read. Raises InputError for one that is damaged, and for what SQLite cannot
    look for."""
    try:
        with closing(sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro", uri=True)) as database:
            yield database
    except sqlite3.DatabaseError as error:
        if str(error).startswith("fts5: "):
            advice = "put a word on both sides of AND, OR and NOT"
            raise InputError("words to search for", "words", shown(words), advice) from None
        advice = "remove the directory of the store and ask again"
        raise InputError(path, "an index of words", str(error), advice) from None


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
    stands in quotation marks, a word with ``*`` at its end is the beginning of one, ``OR``, ``NOT``
    (or a minus before what is not to be there) and ``AND`` join, and brackets group. Raises
    InputError for words that cannot be looked for, for a kind that no part is of, and for a damaged
    index.
    """
    wanted = expression(_plain(words)).text
    values = {"words": wanted, "kind": _plain(kind), "limit": min(limit, MOST_HITS)}
    with _opened(path, words) as database:
        found = [_hit(row) for row in database.execute(FOUND, values)]
        if kind and not found:
            _refuse_kind(database, kind)
        return found


def _refuse_kind(database: sqlite3.Connection, kind: str) -> None:
    """Raises InputError for a kind of which there are no parts."""
    kinds = [row[0].lower() for row in database.execute("SELECT DISTINCT kind FROM parts")]
    if kinds and kind.lower() not in kinds:
        expected = " or ".join(sorted(kinds))
        raise InputError("the kind of part", expected, shown(kind), "choose one of them")


def _plain(text: str) -> str:
    """The text as SQLite can take it: without NUL and what UTF-8 cannot hold."""
    return text.replace("\0", " ").encode("utf-8", "replace").decode()


def _hit(row: tuple[str, str, str, str, str, str]) -> Hit:
    part, identifier, kind, start, highlighted, snippet = row
    before, _, after = highlighted.partition(BEGIN)
    first = int(start) + len(before)
    word = after.partition(END)[0]
    return Hit(part, identifier, kind, first, first + len(word), " ".join(snippet.split()))
