"""Refuses graphs in which things stand above each other without an end that can be reached: engines
follow each chain from each of its things."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator

from pyoxigraph import Literal, Quad

from gcm_kg.errors import InputError, shown
from gcm_kg.rdf.namespaces import GCM, RDFS, SKOS, short

FOLLOWED = frozenset(
    (
        f"{GCM}supplements",
        f"{GCM}partOf",
        f"{SKOS}broader",
        f"{RDFS}subClassOf",
        f"{RDFS}subPropertyOf",
    )
)
"""What shapes and questions follow over any number of steps."""
LONGEST = 1_000
"""Steps of a chain, and things in circles; the first document has chains of five."""
Steps = dict[str, set[str]]


def with_chains_that_end(quads: Iterable[Quad]) -> Iterator[Quad]:
    """The same quads. Raises InputError behind the last of them for chains that are too long, and
    for circles of too many things; shapes find the small ones."""
    steps: defaultdict[str, Steps] = defaultdict(dict)
    for quad in quads:
        if (name := quad.predicate.value) in FOLLOWED and not isinstance(quad.object, Literal):
            steps[name].setdefault(str(quad.subject), set()).add(str(quad.object))
        yield quad
    for name, followed in sorted(steps.items()):
        _refuse(short(name), followed)


def _refuse(name: str, steps: Steps) -> None:
    if len(steps) <= LONGEST:
        return
    found, behind = _length(steps)
    left = _length(_turned(behind))[1]  # what leads to circles is gone, and what they lead to
    expected = f"chains of {name} of at most {LONGEST:,} steps"
    if len(left) > LONGEST:
        said = f"{len(left):,} things in circles, such as {shown(min(left).strip('<>'))}"
        raise InputError("the graph", expected, said, "break the circles")
    if found > LONGEST:
        raise InputError("the graph", expected, f"one of {found:,}", "shorten it")


def _length(steps: Steps) -> tuple[int, Steps]:
    """The length of the longest chain that does not come out of a circle, and the steps that are
    left when all things are gone to which none leads."""
    number = 0
    left = dict(steps)
    coming: defaultdict[str, int] = defaultdict(int)
    for above in steps.values():
        for each in above:
            coming[each] += 1
    first = [thing for thing in steps if not coming[thing]]
    while first:
        following = []
        for thing in first:
            for each in left.pop(thing, ()):
                coming[each] -= 1
                following += [] if coming[each] else [each]
        number += bool(following)
        first = following
    return number, left


def _turned(steps: Steps) -> Steps:
    """The same steps the other way round."""
    turned: Steps = {}
    for thing, above in steps.items():
        for each in above:
            turned.setdefault(each, set()).add(thing)
    return turned
