"""What is said of things is gathered as N-Quads write it, and says the same as quads."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pyoxigraph import Literal, NamedNode, Quad, RdfFormat, serialize
from rdf.terms import QUADS

from gcm_kg.rdf.described import Line, as_quads, gathered, literal, n_quads, named, parted, typed
from gcm_kg.rdf.namespaces import XSD

GRAPH = "<urn:g>"


@given(st.text())
def test_a_text_is_written_as_oxigraph_writes_it(text: str) -> None:
    assert literal(text) == str(Literal(text))
    assert literal(text, "en") == str(Literal(text, language="en"))


@pytest.mark.parametrize("number", [*range(0x180), 0x2028, 0xD7FF, 0xFFFE, 0xFFFF, 0x1F600])
def test_every_odd_character_is_written_as_oxigraph_writes_it(number: int) -> None:
    assert literal(f"a{chr(number)}b") == str(Literal(f"a{chr(number)}b"))


def test_typed_values_are_those_of_xml_schema() -> None:
    assert typed(12, "integer") == str(Literal("12", datatype=NamedNode(XSD + "integer")))
    assert typed('a"b', "date") == str(Literal('a"b', datatype=NamedNode(XSD + "date")))


@settings(deadline=None)
@given(st.lists(QUADS, max_size=12, unique=True))
def test_what_is_taken_apart_and_written_again_is_the_same(quads: list[Quad]) -> None:
    lines = serialize(quads, format=RdfFormat.N_QUADS) or b""
    again = b"".join(n_quads(parted(lines.decode())))
    assert again.splitlines() == sorted(lines.splitlines())


def test_what_is_said_twice_is_said_once_and_stands_with_its_subject() -> None:
    one, other = named("urn:a"), named("urn:b")
    lines: list[Line] = [
        (one, named("urn:p"), literal("x"), GRAPH),
        (other, named("urn:p"), one, GRAPH),
        (one, named("urn:p"), literal("x"), GRAPH),
        (one, named("urn:p"), literal("y"), GRAPH),
        (one, named("urn:p"), literal("x"), ""),
    ]
    graphs = gathered(lines)
    assert graphs[GRAPH] == {one: {"<urn:p>": ['"x"', '"y"']}, other: {"<urn:p>": [one]}}
    assert [str(quad.subject) for quad in as_quads(lines)] == [one, other, one, one]
