"""Names that are not known: where the message leads can help."""

from __future__ import annotations

import pytest
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
