"""Puts terms in the place of variables of a query: one as it stands, several each in its turn."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from gcm_kg.rdf.sparql import tokens

TEMPLATE, VALUES, GROUP = "template", "values", "group"
"""What braces hold: the template of a CONSTRUCT, the data of a VALUES block, a group."""
AGGREGATES = frozenset("COUNT SUM MIN MAX AVG SAMPLE GROUP_CONCAT HAVING".split())
DISTINCT = ("DISTINCT", "REDUCED")
BARE = frozenset({"SELECT", "GROUP", "ORDER"})
"""Clauses in which a variable may stand alone and a term may not (SPARQL 1.1, section 19.8)."""


@dataclass(slots=True)
class _Select:
    """A query or sub-select: where its parts are, by number of token, and which of the wanted
    variables stand in it outside of its group, or at all."""

    place: int = -1
    where: int = -1
    closed: int = -1
    group_by: int = -1
    everything: bool = False
    counts: bool = False
    clause: str = ""
    outside: set[str] = field(default_factory=set)
    inside: set[str] = field(default_factory=set)


class _Places:
    """Where in a query the wanted variables stand."""

    def __init__(self, sparql: str, names: Collection[str]) -> None:
        self.names = names
        self.groups: defaultdict[int, set[str]] = defaultdict(set)
        self.listed: dict[int, str] = {}
        self.bare: set[str] = set()
        self.selects = [_Select()]
        self._levels = [self.selects[0]]
        self._opened: list[tuple[str, int, _Select | None]] = []
        self._before = ("", "")
        self._brackets = 0
        for place, (kind, text) in enumerate(tokens(sparql)):
            if kind != "comment" and not text.isspace():
                self._take(place, kind, text)
                self._before = (self._before[1], text.upper())

    @property
    def _level(self) -> _Select:
        return self._levels[-1]

    def _take(self, place: int, kind: str, text: str) -> None:
        if text == "{" and kind == "other":
            self._open(place)
        elif text == "}" and kind == "other":
            self._close(place)
        elif kind == "variable" and text[1:] in self.names:
            self._found(place, text[1:])
        elif kind == "word":
            self._word(place, text.upper())
        elif text == "*" and not self._brackets and self._before[1] in ("SELECT", *DISTINCT):
            self._level.everything = True
        elif text in "()":
            self._brackets += 1 if text == "(" else -1

    def _open(self, place: int) -> None:
        kind = GROUP
        if self._before[1] == "CONSTRUCT":
            kind = TEMPLATE
        elif self._before[0] == "VALUES" or (self._before[1] == ")" and self._in_values):
            kind = VALUES
        elif self._outside and self._level.where < 0:
            self._level.where = place
        self._in_values = False
        self._opened.append((kind, place, None))

    _in_values = False

    def _close(self, place: int) -> None:
        if not self._opened:
            return
        kind, opened, select = self._opened.pop()
        if select is not None:
            self._levels.pop()
        elif opened == self._level.where:
            self._level.closed = place

    @property
    def _outside(self) -> bool:
        """Whether what comes stands in a query or sub-select beside its group."""
        return not self._opened or self._opened[-1][2] is self._level

    def _word(self, place: int, word: str) -> None:
        if word == "SELECT" and self._before[1] == "{" and self._opened:
            _, opened, _ = self._opened.pop()
            select = _Select()
            self.selects.append(select)
            self._levels.append(select)
            self._opened.append((GROUP, opened, select))
        self._in_values = self._in_values or word == "VALUES"
        if not self._outside:
            return
        level = self._level
        if word == "SELECT" or (word in DISTINCT and self._before[1] == "SELECT"):
            level.place, level.clause = place, "SELECT"
        elif word in ("GROUP", "ORDER", "HAVING", "DESCRIBE", "LIMIT", "OFFSET"):
            level.clause = word
        elif word == "BY" and self._before[1] == "GROUP":
            level.group_by = place
        level.counts = level.counts or word in AGGREGATES

    def _found(self, place: int, name: str) -> None:
        if self._opened and self._opened[-1][0] == VALUES:
            self.listed[place] = name
            return
        if self._before[0] == "BOUND" or self._before[1] == "AS":
            self.bare.add(name)
        for level in self._levels:
            level.inside.add(name)
        if self._opened and self._opened[-1][0] == TEMPLATE:
            self._level.outside.add(name)
        elif not self._outside:
            self.groups[self._opened[-1][1]].add(name)
        elif self._level.clause == "DESCRIBE" and self._level.where < 0:
            self.listed[place] = name
        else:
            self._level.outside.add(name)
            if self._level.clause in BARE and not self._brackets:
                self.bare.add(name)


def substituted(sparql: str, terms: Mapping[str, Sequence[str]]) -> str:
    """The query with terms, in N-Triples syntax, for variables (named without the mark).

    A single term takes the place of its variable, where a term can stand. Of several, each is to be
    tried: every group that uses the variable, and the group of every query or sub-select that uses
    it elsewhere, begins with a VALUES block of them (SPARQL 1.1, section 10.2), and what is counted
    is counted for each of them where its clauses name the variable. The query becomes SELECT
    DISTINCT, because one row can come from two terms.
    """
    places = _Places(sparql, terms.keys())
    several = {name for name, values in terms.items() if len(values) > 1}
    bound = {name: terms[name] for name in several | (places.bare & terms.keys())}
    pieces = []
    for place, (kind, text) in enumerate(tokens(sparql)):
        name = text[1:] if kind == "variable" else ""
        if name in terms and (place in places.listed or name not in bound):
            text = " ".join(terms[name])
        pieces.append(text)
    for place, block in _blocks(places, bound):
        pieces[place] += block
    return "".join(_distinct(pieces) if several else pieces)


def _blocks(places: _Places, bound: Mapping[str, Sequence[str]]) -> Iterator[tuple[int, str]]:
    """What is to be put behind tokens, so that variables are bound where they are used."""
    groups = {place: used & bound.keys() for place, used in places.groups.items()}
    for number, select in enumerate(places.selects):
        outside = select.outside & bound.keys()
        # What an outer query uses too has to be the same there: the sub-select hands it out.
        shared = select.inside & _used_elsewhere(places, select) & bound.keys() if number else set()
        if select.where >= 0:
            groups[select.where] = groups.get(select.where, set()) | outside | shared
        names = "".join(f" ?{name}" for name in sorted(shared))
        if names and not select.everything:
            yield select.place, names
        keys = "".join(f" ?{name}" for name in sorted(outside | shared))
        if keys and select.group_by >= 0:
            yield select.group_by, keys
        elif keys and select.counts:
            yield select.closed, f" GROUP BY{keys}"
    for place, names_of_group in sorted(groups.items()):
        for name in sorted(names_of_group):
            yield place, f" VALUES ?{name} {{ {' '.join(bound[name])} }}"


def _used_elsewhere(places: _Places, select: _Select) -> set[str]:
    """The variables that the query around a sub-select uses, beside it."""
    around = set().union(*(used for place, used in places.groups.items() if place < select.place))
    behind = set().union(*(used for place, used in places.groups.items() if place > select.closed))
    return around | behind | places.selects[0].outside


def _distinct(pieces: list[str]) -> list[str]:
    """The tokens with DISTINCT behind the first SELECT; a CONSTRUCT or the like as it is."""
    words = [(i, p.upper()) for i, p in enumerate(pieces) if not (p.isspace() or p[:1] == "#")]
    for (place, word), (_, following) in pairwise(words):
        if word in ("CONSTRUCT", "DESCRIBE", "ASK"):
            break
        if word == "SELECT":
            if following not in DISTINCT:
                pieces[place] += " DISTINCT"
            break
    return pieces
