"""The answer to a question, for Python users: rows, a graph, or true or false."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from functools import cached_property
from typing import TYPE_CHECKING, Any, overload

from pyoxigraph import Literal, QueryBoolean, QuerySolutions, Triple

from gcm_kg.errors import InputError, missing
from gcm_kg.querying.results import Terms, graph_text, rows_text, truth_text
from gcm_kg.rdf.namespaces import short
from gcm_kg.store.graph import Result, answering, text_of, value_of

if TYPE_CHECKING:
    import rdflib

Row = dict[str, "str | int | float | bool | None"]
"""A row of an answer: values by variable; numbers and truth values are Python's own."""
MOST_SHOWN = 100
"""Rows that a notebook is shown."""


class Answer(Sequence[Row]):
    """The answer to a query. It iterates as rows; that of an ASK query is also its truth.

    ``columns`` are the variables and ``terms`` the rows as RDF terms, for a SELECT; ``triples`` the
    triples of a CONSTRUCT or DESCRIBE; ``boolean`` what an ASK says, and None for all others.
    """

    def __init__(
        self, result: Result, sparql: str = "", context: Callable[[], dict[str, Any]] | None = None
    ) -> None:
        self.sparql, self._context = sparql, context
        self.columns: list[str] = []
        self.terms: list[Terms] = []
        self.triples: list[Triple] | None = None
        self.boolean: bool | None = None
        with answering(sparql):
            if isinstance(result, QuerySolutions):
                self.columns = [variable.value for variable in result.variables]
                self.terms = [tuple(row) for row in result]
            elif isinstance(result, QueryBoolean):
                self.boolean = bool(result)
            else:
                self.triples = list(result)

    @cached_property
    def rows(self) -> list[Row]:
        """The rows of a SELECT, values by variable; none of other answers."""
        names = self.columns
        return [dict(zip(names, map(value_of, row), strict=True)) for row in self.terms]

    @cached_property
    def graph(self) -> rdflib.Graph | None:
        """The triples of a CONSTRUCT or DESCRIBE for rdflib; None for other answers."""
        from gcm_kg.rdf.interop import to_rdflib

        return None if self.triples is None else to_rdflib(self.triples)

    def narrowed(self, names: Sequence[str]) -> Answer:
        """The same rows with these of its columns alone, in this order."""
        places = [self.columns.index(name) for name in names]
        return self._with([*names], [tuple(row[i] for i in places) for row in self.terms])

    def widened(self, name: str, values: Sequence[str]) -> Answer:
        """The same rows with one more column of texts."""
        cells = zip(self.terms, values, strict=True)
        return self._with([*self.columns, name], [(*row, Literal(text)) for row, text in cells])

    def _with(self, columns: list[str], terms: list[Terms]) -> Answer:
        made = Answer(iter(()), self.sparql, self._context)
        made.triples, made.columns, made.terms = None, columns, terms
        return made

    def texts(self) -> list[list[str]]:
        """The rows as text: IRIs without brackets, literals without type."""
        return [[text_of(term) for term in row] for row in self.terms]

    def serialize(self, form: str = "") -> str:
        """The answer as text; by default JSON for rows and truth values, Turtle for a graph.

        Rows: csv, tsv, json, markdown. Graphs: turtle, trig, jsonld, ntriples, nquads, rdfxml.
        Raises InputError for a format that the kind of answer has not.
        """
        if self.triples is not None:
            return graph_text(self.triples, form or "turtle", self._context)
        if self.boolean is not None:
            return truth_text(self.boolean, form or "json")
        return rows_text(self.columns, self.terms, form or "json")

    def to_pandas(self) -> Any:
        """The rows as a DataFrame of pandas. Raises InputError for no rows, and without pandas."""
        self._refuse_no_rows()
        try:
            import pandas
        except ModuleNotFoundError:
            raise missing("the data frame", "pandas", "frames") from None
        return pandas.DataFrame(self.rows, columns=self.columns)

    def to_polars(self) -> Any:
        """The rows as a DataFrame of polars. Raises InputError for no rows, and without polars."""
        self._refuse_no_rows()
        try:
            import polars
        except ModuleNotFoundError:
            raise missing("the data frame", "polars", "frames") from None
        values = {name: [row[name] for row in self.rows] for name in self.columns}
        return polars.DataFrame(values, strict=False)

    def _refuse_no_rows(self) -> None:
        if self.triples is not None or self.boolean is not None:
            found = "true or false" if self.triples is None else "a graph"
            raise InputError("the answer", "rows", found, "ask a SELECT query")

    def _repr_html_(self) -> str:
        """A table for a notebook, IRIs in their short form; text for what is no table."""
        from html import escape

        if self.triples is not None or self.boolean is not None:
            return f"<pre>{escape(self.serialize())}</pre>"
        head = "".join(f"<th>{escape(name)}</th>" for name in self.columns)
        shown = self.texts()[:MOST_SHOWN]
        rows = ("".join(f"<td>{escape(short(cell))}</td>" for cell in row) for row in shown)
        body = "".join(f"<tr>{cells}</tr>" for cells in rows)
        more = f"{len(shown)} of {len(self)} rows" if len(self) > len(shown) else ""
        return f"<table><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>{more}"

    def __bool__(self) -> bool:
        if self.boolean is not None:
            return self.boolean
        return bool(self.terms or self.triples)

    def __len__(self) -> int:
        return len(self.terms if self.triples is None else self.triples)

    def __iter__(self) -> Iterator[Row]:
        return iter(self.rows)

    @overload
    def __getitem__(self, index: int) -> Row: ...
    @overload
    def __getitem__(self, index: slice) -> list[Row]: ...
    def __getitem__(self, index: int | slice) -> Row | list[Row]:
        return self.rows[index]
