"""The graph for Python users: ``gcm_kg.open()``."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import cached_property, partial
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING, Any

from gcm_kg.errors import InputError
from gcm_kg.project import Project, this_project
from gcm_kg.querying.parameters import Value, in_part, prepared
from gcm_kg.querying.questions import Question, load_questions, named_question
from gcm_kg.rdf.sparql import refuse
from gcm_kg.store.graph import Graph
from gcm_kg.store.opening import open_graph
from gcm_kg.views.viewed import Viewed

if TYPE_CHECKING:
    import rdflib
    from pyoxigraph import Store

    from gcm_kg.evaluation.comparison import Evaluation
    from gcm_kg.evaluation.conformance import Verdict
    from gcm_kg.querying.answers import Answer
    from gcm_kg.views.suggesting import Suggested, Suggester
    from gcm_kg.views.verification import Verified


class KnowledgeGraph(Viewed):
    """A graph that is opened to be asked. Nothing that is done with it changes it.

    A name of a thing is an IRI, a CURIE, a notation, a number or any label. All methods raise
    InputError for names of nothing and for answers that cannot be given; those of a graph at an
    endpoint ask it anew each time.
    """

    def __init__(self, data: Graph, project: Project, chosen: Sequence[str] = ()) -> None:
        super().__init__(data)
        self.project = project
        self._context = partial(_loaded_context, project.context)
        self._chosen = tuple(chosen)

    def of(self, *keys: str) -> KnowledgeGraph:
        """The same graph with some of its documents alone, given by their keys or IRIs, and all
        that documents share.

        >>> import gcm_kg
        >>> [document.key for document in gcm_kg.open().of("s5").documents]
        ['s5']
        """
        from gcm_kg.store.limited import limited

        return KnowledgeGraph(limited(self.data, keys), self.project, keys)

    def ask(
        self,
        name: str,
        /,
        *,
        limit: int | None = None,
        offset: int | None = None,
        **parameters: Value,
    ) -> Answer:
        """The answer to a canned question, at most ``limit`` rows of it behind ``offset`` others.

        A parameter is one value or several, each any name of a thing, a text or a number. Raises
        InputError for a question or value that is not known.

        >>> import gcm_kg
        >>> kg = gcm_kg.open()
        >>> answer = kg.ask("recommendations-citing", instrument="UNTOC", limit=2)
        >>> [row["identifier"] for row in answer]
        ['III.a.1', 'III.a.1']
        """
        return self._answer(self.prepared(name, limit=limit, offset=offset, **parameters))

    def prepared(
        self, name: str, *, limit: int | None = None, offset: int | None = None, **parameters: Value
    ) -> str:
        """The SPARQL that ``ask`` asks, the parameters filled in."""
        question = named_question(self.project.queries, name, self.project.headers)
        return in_part(question.name, prepared(self.data, question, parameters), limit, offset)

    def _answer(self, sparql: str) -> Answer:
        from gcm_kg.querying.answers import Answer

        return Answer(self.data.query(sparql), sparql, self._context)

    @cached_property
    def questions(self) -> dict[str, Question]:
        """The canned questions by name."""
        return load_questions(self.project.queries, self.project.headers)

    def suggest(self, words: str) -> Suggested:
        """Canned questions, with their parameters filled in, that may answer a question in words,
        and a search by several criteria; nothing is asked.

        >>> import gcm_kg
        >>> suggested = gcm_kg.open().suggest("Which recommendations are there for children?")
        >>> suggested.questions[0].command
        'gcm-kg ask recommendations-for-population --population children'
        """
        return self._suggester.suggest(words)

    @cached_property
    def _suggester(self) -> Suggester:
        from gcm_kg.views.suggesting import Suggester

        return Suggester(self.data, self.questions)

    def sparql(self, text: str, *, timeout: float | None = None, service: bool = False) -> Answer:
        """The answer to a query over all named graphs together; prefixes need not be declared.

        With ``timeout``, in seconds, it is answered by a process of its own, which is ended then;
        without, in this one, for as long as it takes. ``service`` lets SERVICE clauses ask the
        endpoints that they name, within a minute unless ``timeout`` says otherwise. Raises
        InputError for text that is no query to read with.
        """
        refuse(text, service=service)
        if timeout is None and not service:
            return self._answer(text)
        from gcm_kg.querying.process import answer

        seconds = 60 if timeout is None else timeout
        where = self.data.where or str(self.data.directory or "")
        of, context = self._chosen, self._context
        return answer(where, text, seconds=seconds, service=service, context=context, documents=of)

    @cached_property
    def graph(self) -> rdflib.Dataset:
        """The same graph as an rdflib Dataset whose default graph is the union of all."""
        return self.data.dataset()

    @property
    def store(self) -> Store:
        """The Oxigraph store of the graph. Raises InputError for a graph at an endpoint."""
        return self.data.store

    def evaluate(self, gold: str | Path, *, relations: Sequence[str] = ()) -> Evaluation:
        """How right and how complete the graph is, by a gold table of some of its parts.

        ``relations`` are those to compare, by default all that the table has rows of; docs/gold.md
        describes the table.
        """
        from gcm_kg.evaluation.comparison import evaluate

        return evaluate(self.data, Path(gold), relations)

    def verify(self, answer: Mapping[str, Any]) -> Verified:
        """Whether the words that an answer quotes stand where it says, its rows are those of its
        question, and it is of this state of the graph; answers are as ``views.verification`` has
        them. Raises InputError for none."""
        from gcm_kg.views.verification import verified

        state = self.data.directory.name if self.data.directory else ""
        return verified(
            answer, self.project, state, self.data, lambda name, given: self.ask(name, **given).rows
        )

    def doctor(
        self, where: str | Path, *questions: str, smallest: bool = True
    ) -> Iterator[Verdict]:
        """How another store of the same data, an endpoint or a directory, answers questions, or all
        of them, with the values of their examples; ``smallest`` looks for small queries on which
        it differs. Questions whose values name nothing here come first, unasked. Raises InputError
        for a store that cannot be opened, or does not answer at all."""
        from gcm_kg.evaluation.conformance import differing, examined, prepared_examples

        other = open_graph(where, self.project)
        other.ask("ASK { ?s ?p ?o }")
        chosen = questions or tuple(self.questions)
        asked = [named_question(self.project.queries, n, self.project.headers) for n in chosen]
        queries, unasked = prepared_examples(self.data, asked)
        differ = differing((self.data.where, str(where))) if smallest else None
        return chain(unasked, examined(self.data, other, queries, differ))

    def tree(self, name: str) -> dict[str, Any]:
        """One thing, with all that a reader wants to see of it, as one object of JSON-LD."""
        from gcm_kg.views.tree import tree

        return tree(self.data, self.project, self.find(name))

    def export(
        self, form: str = "turtle", *, named_graph: str | None = None, links: bool = False
    ) -> Iterator[str]:
        """The graph as text in pieces, in turtle, trig, jsonld, ntriples, nquads or rdfxml; or one
        named graph of it; with ``links`` also the links to other graphs."""
        from gcm_kg.querying.export import exported
        from gcm_kg.querying.results import GRAPH_FORMATS, known_format

        known_format(form, GRAPH_FORMATS, "a graph")
        return exported(self.data, form, named_graph, project=self.project, links=links)

    def merge(
        self,
        others: Sequence[str | Path],
        directory: str | Path,
        advance: Callable[[], None] = lambda: None,
        say: Callable[[str], None] = lambda _: None,
    ) -> dict[str, tuple[int, int]]:
        """Makes a store of the built graph and of others beside it; gives the number of triples of
        each of these, by the IRI of its graph, and how many of them say something of ours. ``say``
        is called with what of them is left out. Raises InputError where this is not the built
        graph."""
        from gcm_kg.store.merging import merge

        if self.data.where:
            advice = "open the built graph, and give this one among the others"
            raise InputError("merge", "the built graph", self.data.where, advice)
        return merge(self.project, [Path(other) for other in others], Path(directory), advance, say)


def _loaded_context(path: Path) -> dict[str, Any]:
    from gcm_kg.rdf.jsonld import load_context

    return load_context(path)


def open_knowledge_graph(
    where: str | Path | None = None, documents: Sequence[str] = ()
) -> KnowledgeGraph:
    """The built graph; or that of an RDF file, of the directory of a store, or at an endpoint; of
    it only some ``documents``, by their keys, where any are given.

    Raises InputError for what cannot be read and for a graph that has not been built.
    """
    project = this_project()
    whole = KnowledgeGraph(open_graph(where, project), project)
    return whole.of(*documents) if documents else whole
