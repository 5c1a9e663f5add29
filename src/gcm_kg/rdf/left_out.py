"""What of other people's RDF is none: it is counted and said, and the reading goes on behind it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from pyoxigraph import Literal, NamedNode, Quad, RdfFormat

from gcm_kg.errors import InputError

TERM_BY_TERM = (RdfFormat.RDF_XML, RdfFormat.JSON_LD)
"""Formats in which the parser does not go on behind a term that is none, or leaves it out without a
word: their terms are looked at one by one."""
MOST_SAID = 3
"""Places of what was left out that are kept."""


@dataclass(slots=True)
class LeftOut:
    """What of other people's data is no RDF: how much of what, and where the first of it stands."""

    kind: str = "statements"
    number: int = 0
    places: list[InputError] = field(default_factory=list)

    def add(self, error: InputError) -> None:
        """Counts one."""
        self.number += 1
        if len(self.places) < MOST_SAID:
            self.places.append(error)

    def __str__(self) -> str:
        return f"left out {self.number:,} {self.kind} that are no RDF; the first: {self.places[0]}"


def not_read(files: Sequence[Path]) -> str:
    """What to say of the files of a folder that are none of RDF; nothing where there are none."""
    if not files:
        return ""
    names = ", ".join(file.name for file in files[:MOST_SAID])
    more = ", …" if len(files) > MOST_SAID else ""
    return f"not read: {len(files):,} files that are no RDF by their names ({names}{more})"


def going_on(
    quads: Iterator[Quad], mistake: Callable[[SyntaxError], InputError], left_out: LeftOut
) -> Iterator[Quad]:
    """The quads of a parser, also those behind mistakes, which are counted.

    Raises SyntaxError, the first one, where there is nothing else.
    """
    good = 0
    first: SyntaxError | None = None
    while True:
        try:
            quad = next(quads, None)
        except SyntaxError as error:
            first = first or error
            left_out.add(mistake(error))
            continue
        if quad is None:
            break
        good += 1
        yield quad
    if first and not good:
        raise first


def with_terms(
    quads: Iterator[Quad], path: Path, form: RdfFormat, left_out: LeftOut | None
) -> Iterator[Quad]:
    """The quads whose terms are terms of RDF; others are counted, or else refused (in JSON-LD
    dropped: JSON-LD 1.1 Processing Algorithms, section 8.2)."""
    known: dict[str, bool] = {}
    for quad in quads:
        terms = (quad.subject, quad.predicate, quad.object)
        wrong = next((term for term in terms if not _is_term(term, known)), None)
        if wrong is None:
            yield _without_empty_tag(quad)
            continue
        found = f"{wrong}, which is no term of RDF"
        error = InputError(path, form.name, found, "correct it")
        if left_out is not None:
            left_out.add(error)
        elif form != RdfFormat.JSON_LD:
            raise error


def _is_term(term: object, known: dict[str, bool]) -> bool:
    """Whether a term that was read without a check is one."""
    if isinstance(term, Literal) and term.language:
        return _is_known(f"@{term.language}", known)
    return not isinstance(term, NamedNode) or _is_known(term.value, known)


def _is_known(name: str, known: dict[str, bool]) -> bool:
    found = known.get(name)
    if found is None:
        if len(known) > 100_000:
            known.clear()
        found = known[name] = _is_valid(name)
    return found


def _is_valid(name: str) -> bool:
    try:
        Literal("", language=name[1:]) if name.startswith("@") else NamedNode(name)
    except ValueError:
        return False
    return True


def _without_empty_tag(quad: Quad) -> Quad:
    """A quad whose literal has no language where its tag is empty (RDF/XML, section 2.7)."""
    value = quad.object
    if isinstance(value, Literal) and value.language == "":
        return Quad(quad.subject, quad.predicate, Literal(value.value), quad.graph_name)
    return quad
