"""Chains without an end that can be reached are refused before an engine follows them."""

from __future__ import annotations

from collections.abc import Iterable

import pytest
from pyoxigraph import Literal, NamedNode, Quad

from gcm_kg.errors import InputError
from gcm_kg.rdf.namespaces import GCM, RDFS
from gcm_kg.validation.chains import LONGEST, with_chains_that_end

Steps = Iterable[tuple[int, int]]


def read(steps: Steps, name: str = f"{GCM}supplements") -> list[Quad]:
    def thing(number: int) -> NamedNode:
        return NamedNode(f"urn:t{number}")

    quads = [Quad(thing(below), NamedNode(name), thing(above)) for below, above in steps]
    return list(with_chains_that_end(quads))


def chain(size: int) -> list[tuple[int, int]]:
    return [(number, number + 1) for number in range(size)]


@pytest.mark.parametrize("name", [f"{GCM}supplements", f"{GCM}partOf", f"{RDFS}subClassOf"])
def test_a_large_circle_is_refused_in_a_line(name: str) -> None:
    size = LONGEST + 1
    with pytest.raises(InputError, match=r"found 1,001 things in circles, such as “urn:t\d+”"):
        read([*chain(size - 1), (size - 1, 0)], name)


def test_a_long_chain_is_refused() -> None:
    assert len(read(chain(LONGEST))) == LONGEST
    with pytest.raises(InputError, match="at most 1,000 steps, found one of 1,001; shorten it"):
        read(chain(LONGEST + 1))


def test_what_hangs_on_a_small_circle_is_no_circle() -> None:
    circle = [(0, 1), (1, 0)]
    beside = [(number, 0) for number in range(2, 5_000)] + [(1, n) for n in range(5_000, 9_000)]
    assert len(read([*circle, *beside])) == len(circle) + len(beside)


def test_many_short_chains_are_no_long_one() -> None:
    assert read([(number, number % 7) for number in range(7, 20_000)])


def test_other_properties_and_literals_are_not_followed() -> None:
    assert read([*chain(2_000), (2_000, 0)], f"{GCM}cites")
    part, supplements = NamedNode("urn:t"), NamedNode(f"{GCM}supplements")
    assert list(with_chains_that_end([Quad(part, supplements, Literal("t"))] * 2_000))
