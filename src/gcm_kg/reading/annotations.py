"""Reads the tables of judgements: what a person who has read the text adds, rejects or confirms."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from itertools import islice
from pathlib import Path

from gcm_kg.errors import InputError, shown
from gcm_kg.files import load_text
from gcm_kg.model.annotations import NOT_FOUND, Annotations, Row
from gcm_kg.model.document import Document
from gcm_kg.model.iris import row_iri
from gcm_kg.model.vocabulary import Vocabulary
from gcm_kg.rdf.namespaces import BASE
from gcm_kg.text.layout import BYTE_ORDER_MARK

COLUMNS = {
    "statements": ("id", "verdict", "part", "relation", "object", "function", "quote", "reason"),
    "mentions": ("id", "verdict", "part", "quote", "entity", "reason"),
    "participation": (
        *("id", "person", "role", "in", "on_behalf_of", "affiliation", "position"),
        *("part", "quote", "reason"),
    ),
    "figures": ("id", "event", "count", "qualifier", "thing", "part", "quote", "reason"),
    "uptake": ("id", "part", "action", "degree", "quote", "reason"),
}
"""The tables, and the columns of each."""
VERDICTS = ("add", "reject", "confirm")
QUALIFIERS = ("exactly", "more than")
# Is “110”, not “0110”.
COUNT = re.compile(r"0|[1-9][0-9]{0,8}")
# Is “r1.a”, not “r 1”.
IDENTIFIER = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]*")
"""Identifiers of rows; they are the ends of IRIs."""


def load_annotations(
    folder: Path, path: str, document: Document, vocabulary: Vocabulary, key: str = ""
) -> Annotations:
    """The tables in the folder of one document; a folder that is missing holds none.

    ``path`` is the document's IRI below the base; its ``key`` may stand before the identifier of a
    part: "s5:III.a.1". Raises InputError with file, line and column for
    a row that cannot be used: an unknown column, part, entity or verdict, a quote that is not in
    its part or stands there twice, an identifier used twice.
    """
    annotations = Annotations()
    for file in sorted(folder.glob("*.tsv")):
        if file.stem not in COLUMNS:
            known = ", ".join(f"{name}.tsv" for name in COLUMNS)
            raise InputError(file, f"one of {known}", file.name, "rename or remove it")
        reader = _Reader(file, path, document, vocabulary, key)
        annotations.rows[file.stem] = list(reader.rows())
    return annotations


class _Reader:
    def __init__(
        self, file: Path, path: str, document: Document, vocabulary: Vocabulary, key: str
    ) -> None:
        self.file, self.path, self.before = file, path, f"{key}:"
        self.document, self.vocabulary = document, vocabulary
        self.columns = COLUMNS[file.stem]
        self.checks: dict[str, Callable[[Row], None]] = {
            "statements": self._check_statement,
            "mentions": self._check_mention,
            "participation": self._check_participation,
            "figures": self._check_figure,
            "uptake": self._check_uptake,
        }

    def rows(self) -> Iterator[Row]:
        lines = load_text(self.file).removeprefix(BYTE_ORDER_MARK).split("\n")
        header = tuple(lines[0].rstrip("\r").split("\t"))
        if header != self.columns:
            wrong = " ".join(header).strip() or "nothing"
            advice = "correct the header"
            raise InputError(self.file, " ".join(self.columns), shown(wrong, 120), advice, line=1)
        taken: set[str] = set()
        for line, cells in enumerate(lines[1:], 2):
            if cells.strip():
                row = self._row(line, cells.split("\t"))
                if row.values["id"] in taken:
                    raise row.fail("id", "an id that no other row has", "give the row its own")
                taken.add(row.values["id"])
                yield row

    def _row(self, line: int, cells: list[str]) -> Row:
        if len(cells) != len(self.columns):
            expected = f"{len(self.columns)} columns separated by tabs"
            raise InputError(self.file, expected, str(len(cells)), "correct the row", line=line)
        values = dict(zip(self.columns, (cell.strip() for cell in cells), strict=True))
        for column in {"part", "in"} & values.keys():
            values[column] = values[column].removeprefix(self.before)
        part = self.document.by_identifier.get(values["part"])
        iri = row_iri(self.path, self.file.stem, values["id"])
        if part is None:
            found = f"{shown(values['part'])} in column part"
            advice = "use an identifier such as III.a.1"
            raise InputError(self.file, "a part of the document", found, advice, line=line)
        bare = Row(iri, self.file.stem, values, part, None, self.file, line)
        row = Row(iri, self.file.stem, values, part, self._span(bare), self.file, line)
        if not IDENTIFIER.fullmatch(values["id"]):
            raise row.fail("id", "letters, digits, “.”, “_” and “-”", "correct the id")
        if not values["reason"]:
            raise row.fail("reason", "a reason", "say why")
        self.checks[self.file.stem](row)
        return row

    def _span(self, row: Row) -> tuple[int, int] | None:
        """Where the quote stands; any white space in it stands for any white space there."""
        quote = row.values["quote"]
        if not quote:
            return None
        pattern = re.compile(r"\s+".join(map(re.escape, quote.split())))
        places = pattern.finditer(self.document.text, row.part.start, row.part.end)
        found = [match.span() for match in islice(places, 2)]
        if len(found) != 1:
            once = f"words that stand once in {row.part.identifier}"
            many = "twice or more" if found else "not at all"
            raise row.fail("quote", once, f"they stand there {many}")
        return found[0]

    def _check_statement(self, row: Row) -> None:
        self._one_of(row, "verdict", VERDICTS)
        self._known(row, "object")
        self._known(row, "function", "CitationFunction", optional=True)
        if row.values["verdict"] == "add" and row.span is None:
            raise row.fail("quote", "the words behind the statement", "quote them")

    def _check_mention(self, row: Row) -> None:
        self._one_of(row, "verdict", VERDICTS[:2])
        self._known(row, "entity", optional=row.values["verdict"] == "reject")
        self._quoted(row)

    def _check_participation(self, row: Row) -> None:
        self._known(row, "person", "Person")
        self._known(row, "role", "Role")
        self._known(row, "on_behalf_of", "Actor", optional=True)
        for affiliation in row.values["affiliation"].split():
            if not self.vocabulary.is_a(BASE + affiliation, "Organization"):
                raise row.fail("affiliation", "organizations of the vocabulary", "add or correct")
        if row.values["in"] not in self.document.by_identifier:
            self._known(row, "in", "Event")
        self._quoted(row)

    def _check_figure(self, row: Row) -> None:
        self._known(row, "event", "Event")
        self._one_of(row, "qualifier", QUALIFIERS)
        if not COUNT.fullmatch(row.values["count"]):
            raise row.fail("count", "a number", "write digits only, without zeros before them")
        if not row.values["thing"]:
            raise row.fail("thing", "what is counted", "say what")
        self._quoted(row)

    def _check_uptake(self, row: Row) -> None:
        if row.part.kind != "Recommendation":
            raise row.fail("part", "a recommendation", "correct the cell")
        self._known(row, "degree", "UptakeDegree")
        if row.entity("degree") == NOT_FOUND:
            self._known(row, "action", "Compact")
        else:
            self._known(row, "action", "CompactProvision")
            self._quoted(row)

    def _quoted(self, row: Row) -> None:
        if row.span is None:
            raise row.fail("quote", "the words in the source", "quote them")

    def _one_of(self, row: Row, column: str, allowed: tuple[str, ...]) -> None:
        if row.values[column] not in allowed:
            raise row.fail(column, " or ".join(allowed), "correct the cell")

    def _known(self, row: Row, column: str, kind: str = "", *, optional: bool = False) -> None:
        entity = row.entity(column)
        if not entity and optional:
            return
        kinds = self.vocabulary.kinds
        if entity not in kinds or (kind and not self.vocabulary.is_a(entity, kind)):
            what = f"an IRI of class gcm:{kind}" if kind else "an IRI of the vocabulary"
            raise row.fail(column, what, "add it to data/vocabulary or correct the cell")
