"""Names that are not known: where the message leads can help."""

from __future__ import annotations

import pytest
from publishing import drafted
from pyoxigraph import RdfFormat, parse

from gcm_kg.errors import InputError
from gcm_kg.querying.names import named
from gcm_kg.rdf.namespaces import BASE, GCM, SKOS
from gcm_kg.store.graph import in_memory

THEME = f'<{BASE}theme/sea> a <{GCM}Theme> ; <{SKOS}prefLabel> "routes by sea"@en .'


@pytest.mark.parametrize(
    ("name", "of", "advice"),
    [
        ("qqxx", "gcm:Theme", "gcm-kg list gcm:Theme names them all"),
        ("qqxx", "", "see gcm-kg search"),
        ("route by sea", "gcm:Theme", "did you mean 'routes by sea'?"),
        (" ", "gcm:Theme", "found nothing; give one"),
        ("\udcff", "gcm:Theme", "write it in UTF-8"),
    ],
)
def test_an_unknown_name_is_led_to_where_it_can_be_found(name: str, of: str, advice: str) -> None:
    graph = in_memory(parse(THEME.encode(), format=RdfFormat.TURTLE))
    with pytest.raises(InputError) as refused:
        named(graph, name, of=of)
    assert str(refused.value).endswith(advice)


def test_a_name_of_a_thing_of_another_class_is_said_to_be_that() -> None:
    with pytest.raises(InputError, match=r"“migrant workers”, the name of a gcm:Population; did"):
        named(drafted.graph(), "migrant workers", of="gcm:Theme")
    with pytest.raises(InputError, match=r"found “instrument/untoc”, the name of a gcm:"):
        named(drafted.graph(), "instrument/untoc", of="gcm:Theme")
    with pytest.raises(InputError) as error:
        named(drafted.graph(), "no such words", of="gcm:Theme")
    assert "the name of a gcm:Theme, found “no such words”;" in str(error.value)
