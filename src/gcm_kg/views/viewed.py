"""What is seen of an opened graph: the methods of KnowledgeGraph that need no project."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from functools import cached_property
from typing import TYPE_CHECKING

from gcm_kg.errors import InputError
from gcm_kg.querying.names import all_named, named, own_name
from gcm_kg.store.documents import Documents, documents
from gcm_kg.store.graph import Graph

if TYPE_CHECKING:
    from gcm_kg.store.fulltext import Hit
    from gcm_kg.views.contrast import Comparison
    from gcm_kg.views.criteria import Criterion
    from gcm_kg.views.entity import Entity
    from gcm_kg.views.explanation import Explanation
    from gcm_kg.views.finding import Alone, Finder, Found
    from gcm_kg.views.listing import Entry
    from gcm_kg.views.statistics import Statistics
    from gcm_kg.views.unresolved_names import UnresolvedName
    from gcm_kg.views.uptake import Trace


class Viewed:
    """A graph with the views of it."""

    def __init__(self, data: Graph) -> None:
        self.data = data

    @cached_property
    def documents(self) -> Documents:
        """The documents of the graph, with their keys."""
        return documents(self.data)

    def find(self, name: str, of: str = "", hint: str = "") -> str:
        """The IRI of the thing of a name; ``of`` is the CURIE of the class it must be in. Raises
        InputError if there is none, or two; ``hint`` says what else can be done then.

        >>> import gcm_kg
        >>> gcm_kg.open().find("Palermo Convention")
        'https://w3id.org/gcm-kg/id/instrument/untoc'
        """
        return named(self.data, name, of=of, where="the graph", hint=hint)

    def show(self, name: str) -> Entity:
        """What is known of a thing, given by any name."""
        from gcm_kg.views.entity import show

        return show(self.data, self.find(name))

    def called(self, iri: str, label: str) -> str:
        """What a thing is called where people read, given its label: that of a part of a document,
        where there are several, stands beside its identifier with the key of its document.

        >>> import gcm_kg
        >>> kg = gcm_kg.open()
        >>> kg.called(kg.find("II"), "II. Panels")
        'II. Panels'
        """
        if len(self.documents) < 2 or self.documents.of(iri) is None:
            return label
        name = own_name(self.data, iri, self.documents)
        return name if name.endswith((label, f":{label}")) else f"{label} ({name})"

    def search(self, words: str, *, kind: str = "", limit: int = 20) -> list[Hit]:
        """The parts in which words stand, best first; ``store.fulltext`` says how to write them.

        A graph without an index of words is indexed for the one search.
        """
        from gcm_kg.store.fulltext import search_graph

        return search_graph(self.data, words, kind=kind, limit=limit)

    def named_by(self, words: str, *, limit: int = 5) -> list[tuple[str, str]]:
        """The things one of whose names has the words, as ``search`` reads them: the IRI and the
        name of each, those with the shortest names first."""
        from gcm_kg.store.fulltext import things_named

        return things_named(self.data, words, limit)

    def why_nothing(self, words: str) -> str:
        """Why a search finds nothing: which words stand nowhere, and what is near them."""
        from gcm_kg.store.fulltext import why_nothing

        return why_nothing(self.data, words)

    def explain(self, part: str, about: str = "") -> list[Explanation]:
        """Why a recommendation, or any part, has its edges: quotes, and what made each.

        Both are given by any name; where several things have the name ``about``, it is about all of
        them.
        """
        from gcm_kg.views.explanation import explain

        iri = self.find(part, of="gcm:Part")
        things = all_named(self.data, about, where="the graph") if about else ()
        return explain(self.data, iri, things)

    def trace(
        self,
        *recommendations: str,
        against: Mapping[tuple[int, str], str] | None = None,
        candidates: int = 3,
    ) -> Iterator[Trace]:
        """What became of recommendations, or of all, in the adopted Compact.

        ``against`` are the words of its actions, by objective and letter, as
        ``gcm_kg.reading.compact.load_compact(path).actions`` has them: they are quoted, and give
        candidates where nobody has judged.
        """
        from gcm_kg.views.uptake import traces

        parts = [self.find(name, of="gcm:Recommendation") for name in recommendations]
        return traces(self.data, parts, against, candidates)

    @cached_property
    def _finder(self) -> Finder:
        from gcm_kg.views.finding import Finder

        return Finder(self.data)

    def select(self, criteria: Sequence[str | Criterion], *, family: bool = False) -> list[Found]:
        """The recommendations that meet all criteria, with the words by which they do.

        A criterion is written "theme=border management", with "|" between things of which one is
        enough and "not" before what must not be; a name alone is that of anything. With ``family``
        an instrument stands for what supplements it, too.

        >>> import gcm_kg
        >>> found = gcm_kg.open().select(["population=children", "not theme=gender"])
        >>> found[0].identifier, found[0].why[:8]
        ('III.a.8', 'children')
        """
        return list(self._finder.found(self._criteria(criteria), family=family))

    def named_or_words(self, names: Sequence[str]) -> list[Criterion]:
        """A criterion for each name: the things that have it, or else its words in the text."""
        from gcm_kg.views.criteria import ABOUT, WORDS, Criterion

        def facet(name: str) -> str:
            try:
                all_named(self.data, name)
            except InputError:
                return WORDS
            return ABOUT

        return [Criterion(facet(name), (name,)) for name in names]

    def alone(self, criteria: Sequence[str | Criterion], *, family: bool = False) -> list[Alone]:
        """How many recommendations meet each criterion alone, and how many all the others."""
        return self._finder.alone(self._criteria(criteria), family=family)

    def mentioned(self, criterion: Criterion) -> list[str]:
        """How often the documents speak of the things of a criterion, or which of its words stand
        nowhere; a line each."""
        from gcm_kg.querying.asked import mentioned
        from gcm_kg.views.criteria import WORDS

        if criterion.facet == WORDS:
            return [why for name in criterion.names if (why := self.why_nothing(name))]
        things = [iri for name in criterion.names for iri in all_named(self.data, name)]
        return [line for iri in things for line in mentioned(self.data, iri)]

    def compare(
        self, one: Sequence[str | Criterion], other: Sequence[str | Criterion], by: str = "theme"
    ) -> Comparison:
        """Two selections side by side: which share of each has which values of a facet."""
        from gcm_kg.views.contrast import compared

        return compared(self._finder, self._criteria(one), self._criteria(other), by)

    def _criteria(self, given: Sequence[str | Criterion]) -> list[Criterion]:
        from gcm_kg.views.criteria import criterion

        return [criterion(each) if isinstance(each, str) else each for each in given]

    def things(self, class_name: str, *words: str, used: bool = False) -> list[Entry]:
        """The things of a class, such as "themes", as trees, with the parts that speak of them or
        of what stands below; with words, those whose label has one of them; with ``used`` only
        those of which some part speaks.

        >>> import gcm_kg
        >>> [entry.label for entry in gcm_kg.open().things("themes", "border")]
        ['border management']
        """
        from gcm_kg.views.listing import class_of, listed, spoken_of

        found = listed(self.data, class_of(self.data, class_name), words)
        return spoken_of(found) if used else found

    def why_no_things(self, class_name: str, *words: str, used: bool = False) -> str:
        """Why ``things`` gives none: the class is empty, or nothing in it is named so, or no part
        of a document speaks of it."""
        from gcm_kg.views.listing import class_of, why_none

        return why_none(self.data, class_of(self.data, class_name), words, used=used)

    def cite(self, *names: str, style: str = "chicago", at: bool = False) -> str:
        """Footnotes or records for things given by any name: chicago, oscola, bluebook, ris, bibtex
        or csl (also csl-json); with ``at``, they name the release of the graph.

        >>> import gcm_kg
        >>> print(gcm_kg.open().cite("A/RES/71/280", style="oscola"), end="")
        UNGA Res 71/280 (6 April 2017) UN Doc A/RES/71/280
        """
        from gcm_kg.views.bibliography import cited
        from gcm_kg.views.reference import reference, released

        release = released(self.data) if at else ""
        found = [reference(self.data, self._cited(name)) for name in names]
        return cited([replace(one, release=release) for one in found], style)

    def _cited(self, name: str) -> str:
        """What a name is of; of a symbol that a document shares with an instrument, the instrument,
        of which more is known."""
        found = all_named(self.data, name, where="the graph")
        others = [iri for iri in found if self.documents.of(iri) is None]
        return others[0] if len(found) == 2 and len(others) == 1 else self.find(name)

    def names(self, *, most: int | None = None) -> list[UnresolvedName]:
        """The names in the documents that no label explains, merged, the most frequent first."""
        from gcm_kg.views.unresolved_names import unresolved_names

        return unresolved_names(self.data, most=most)

    def statistics(self) -> Statistics:
        """Numbers of things by class, of recommendations by section and theme; citations."""
        from gcm_kg.views.statistics import statistics

        return statistics(self.data)
