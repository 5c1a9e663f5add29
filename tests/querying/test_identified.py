"""Identifiers stand with the keys of documents where there are several of these."""

from __future__ import annotations

import pytest
from pyoxigraph import Literal, NamedNode, RdfFormat, parse

from gcm_kg.querying.identified import identified
from gcm_kg.rdf.namespaces import BASE, GCM
from gcm_kg.store.graph import LocalGraph, in_memory


def graph(*keys: str) -> LocalGraph:
    """A graph of documents with these keys."""
    text = "".join(f'<{BASE}doc/{key}> a <{GCM}Document> ; <{GCM}key> "{key}" .' for key in keys)
    return in_memory(parse(text.encode(), format=RdfFormat.TRIG))


@pytest.mark.parametrize(
    ("keys", "expected"), [(("a", "b"), ["a:1", "a:1, b:2"]), (("a",), ["1", "1, b:2"])]
)
def test_keys_stand_before_identifiers_only_where_there_are_several_documents(
    keys: tuple[str, ...], expected: list[str]
) -> None:
    row = (NamedNode(f"{BASE}doc/a/!main~1"), Literal("1"), Literal("a:1, b:2"))
    columns = ("part", "identifier", "identifiers")
    assert identified(graph(*keys), columns, [row], iris=True) == [[row[0].value, *expected]]
