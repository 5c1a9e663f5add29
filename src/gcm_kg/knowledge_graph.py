"""The graph for Python users: ``gcm_kg.open()``."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from pyoxigraph import Literal, QueryBoolean, QuerySolutions, QueryTriples, Store

from gcm_kg.errors import InputError, shown
from gcm_kg.project import Project, this_project
from gcm_kg.querying.names import all_named, named
from gcm_kg.querying.parameters import Value, prepared, run
from gcm_kg.querying.questions import Question, load_question, load_questions
from gcm_kg.rdf.namespaces import WRITTEN, XSD
from gcm_kg.rdf.readonly import refuse
from gcm_kg.rdf.sparql import words
from gcm_kg.store import directory as stores

if TYPE_CHECKING:
    import rdflib

    from gcm_kg.store.fulltext import Hit
    from gcm_kg.views.entity import Thing
    from gcm_kg.views.explanation import Explanation

Row = dict[str, "str | int | float | bool | None"]
"""A row of an answer: values by variable; numbers and truth values are Python's own."""
PLACE = re.compile(r"error at (\d+):(\d+): expected ")
SENTENCE = re.compile(r"(?:^|one of |, )([A-Za-z*]+(?: [A-Za-z*]+)+)(?=,|$)")
"""What an engine says in words, among the many tokens that it would have taken."""
EXPECTED = "an RDF file, or the directory of a store"
DATABASE = "CURRENT"
"""The file that every database of Oxigraph's has."""
FLOATS = {XSD + name for name in ("decimal", "double", "float")}


class KnowledgeGraph:
    """A graph that is opened to be asked. Nothing that is done with it changes it."""

    def __init__(self, store: Store, project: Project, directory: Path | None) -> None:
        self.store = store
        self.project = project
        self.directory = directory

    def ask(self, name: str, **parameters: Value) -> list[Row] | rdflib.Graph:
        """The answer to a canned question: rows, or a graph if it is a CONSTRUCT.

        A parameter is one value or several, each an IRI, CURIE, notation or label, or a number.
        Raises InputError for a question or value that is not known.
        """
        question = self.question(name)
        with answering(question.sparql):
            answer = run(self.store, prepared(self.store, question, parameters))
            return _graph(answer) if isinstance(answer, QueryTriples) else _rows(answer)

    def question(self, name: str) -> Question:
        """A question by its name. Raises InputError for a name that is not known."""
        path = self.project.queries / f"{name}.rq"
        if not name.replace("-", "").isalnum() or not path.is_file():
            from difflib import get_close_matches

            close = get_close_matches(name, load_questions(self.project.queries), n=1)
            advice = f"did you mean {close[0]}?" if close else "see gcm-kg ask for all of them"
            raise InputError("ask", "the name of a question", shown(name), advice)
        return load_question(path)

    def sparql(self, text: str) -> list[Row] | rdflib.Graph | bool:
        """The answer to a query over all named graphs together: rows, a graph, or true or false.

        It runs in this process, without a time limit; the command line has one. SERVICE is
        refused, the project's prefixes need not be declared. Raises InputError for text that is no
        query to read with.
        """
        refuse(text, service=False)
        with answering(text):
            answer = answer_of(self.store, text)
            if isinstance(answer, QueryTriples):
                return _graph(answer)
            return _rows(answer) if isinstance(answer, QuerySolutions) else bool(answer)

    @cached_property
    def graph(self) -> rdflib.Dataset:
        """The same store as an rdflib Dataset whose default graph is the union of all."""
        import rdflib
        from oxrdflib.store import OxigraphStore

        return rdflib.Dataset(store=OxigraphStore(store=self.store), default_union=True)

    def find(self, name: str, of: str = "", hint: str = "") -> str:
        """The IRI of the thing of a name. Raises InputError if there is none, or two; ``hint`` says
        what else can be done then."""
        return named(self.store, name, of=of, place="the graph", hint=hint)

    def explain(self, recommendation: str, about: str = "") -> list[Explanation]:
        """Why a recommendation, or any part, has its edges: quotes, and what made each.

        Both are given by any name; where several things have the name ``about``, it is about all of
        them. Raises InputError for a name of nothing, and for that of two parts.
        """
        from gcm_kg.views.explanation import explain

        part = self.find(recommendation, of="gcm:Part")
        things = all_named(self.store, about, place="the graph") if about else ()
        return explain(self.store, part, things)

    def show(self, name: str) -> Thing:
        """What is known of a thing, given by any name."""
        from gcm_kg.views.entity import show

        return show(self.store, self.find(name))

    def search(self, text: str, *, kind: str = "", limit: int = 20) -> list[Hit]:
        """The parts in which words stand, best first; ``search.search`` says how to write them."""
        from gcm_kg.store.fulltext import index, search

        path = self.directory / stores.INDEX if self.directory else None
        if path and path.is_file():
            return search(path, text, kind=kind, limit=limit)
        import tempfile

        with tempfile.TemporaryDirectory() as folder:
            path = Path(folder) / stores.INDEX
            index(self.store, path)
            return search(path, text, kind=kind, limit=limit)


def open_graph(path: str | Path | None = None) -> KnowledgeGraph:
    """The built graph; or the one of an RDF file, in memory, or of the directory of a store.

    Raises InputError for a path that cannot be read and for a graph that has not been built.
    """
    project = this_project()
    if path is None:
        store, kept = stores.opened(project)
        return KnowledgeGraph(store, project, kept)
    place = Path(path)
    if place.is_dir():
        return KnowledgeGraph(stores.open_directory(store_directory(place)), project, place)
    if not place.exists():
        raise InputError(place, EXPECTED, "nothing: it is not there", "check the path")
    return KnowledgeGraph(stores.open_file(place), project, None)


def store_directory(place: Path) -> Path:
    """The directory of the database in that of a store. Raises InputError where there is none."""
    for directory in (place / stores.GRAPH, place):
        if (directory / DATABASE).is_file():
            return directory
    advice = "give a directory below data/store, or a file"
    raise InputError(place, EXPECTED, "a directory without one", advice)


def answer_of(store: Store, sparql: str) -> QuerySolutions | QueryTriples | QueryBoolean:
    """The answer to a query of a user's own: over all named graphs together, unless FROM says over
    which. The project's prefixes need not be declared."""
    together = "FROM" not in words(sparql)
    return store.query(sparql, prefixes=WRITTEN, use_default_graph_as_union=together)


@contextmanager
def answering(sparql: str) -> Iterator[None]:
    """Raises InputError for what an engine says while it answers: of the query, or of the disk."""
    try:
        yield
    except (SyntaxError, ValueError) as error:
        raise InputError("the query", "SPARQL 1.1", _mistake(sparql, error), "correct it") from None
    except (OSError, RuntimeError) as error:
        if str(error).startswith(("Corruption", "IO error")):
            advice = "remove the directory of the store and ask again"
            raise InputError("the store", "one that is whole", str(error), advice) from None
        expected = "a query that can be answered"
        raise InputError("the query", expected, str(error), "correct it") from None


def _mistake(sparql: str, error: SyntaxError | ValueError) -> str:
    """Where the engine stopped reading, and what it says in words."""
    message = getattr(error, "msg", None) or str(error)
    place = PLACE.match(message)
    if not place:
        return message
    line, column = int(place[1]), int(place[2])
    lines = sparql.split("\n")
    rest = "\n".join([lines[line - 1][column - 1 :], *lines[line:]])
    said = SENTENCE.search(message, place.end())
    before = f"before {shown(rest, 30)}" if rest.strip() else "at the end"
    return f"a mistake at {line}:{column}, {before}" + (f" ({said[1]})" if said else "")


def _rows(answer: object) -> list[Row]:
    assert isinstance(answer, QuerySolutions)
    names = [variable.value for variable in answer.variables]
    return [{name: _value(row[name]) for name in names} for row in answer]


def _value(term: object) -> str | int | float | bool | None:
    if isinstance(term, Literal):
        try:
            if term.datatype.value == XSD + "integer":
                return int(term.value)
            if term.datatype.value in FLOATS:
                return float(term.value)
        except ValueError:  # a value that its datatype has not
            return term.value
        if term.datatype.value == XSD + "boolean":
            return term.value in ("true", "1")
    return None if term is None else str(getattr(term, "value", term))


def _graph(triples: QueryTriples) -> rdflib.Graph:
    from gcm_kg.rdf.interop import to_rdflib

    return to_rdflib(triples)
