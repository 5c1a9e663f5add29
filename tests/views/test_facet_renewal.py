"""Facets of a corpus in which documents have changed are those that would be made anew."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from gcm_kg.store.graph import in_memory
from gcm_kg.views.bit_sets import bits_of
from gcm_kg.views.facet_renewal import renewed
from gcm_kg.views.facet_rows import Item, in_order
from gcm_kg.views.facets import FacetIndex

Corpus = dict[str, list[frozenset[str]]]
"""By document, the values of each of its recommendations."""
NAMES = [f"x:{letter}" for letter in "abcdefghi"]
CORPORA = st.dictionaries(
    st.sampled_from(NAMES),
    st.lists(st.frozensets(st.sampled_from(["x:1", "x:2", "x:3"])), max_size=12),
)


def index(corpus: Corpus) -> FacetIndex:
    """The index of a corpus, made as a whole."""
    items, having = [], {}
    for document, recommendations in corpus.items():
        for number, values in enumerate(recommendations):
            part = f"{document}/{number}"
            items.append(Item(part, "", "", "", document, number))
            having[part] = {("document", document), *(("theme", value) for value in values)}
    made = FacetIndex(
        sorted(items, key=in_order), {"document": {}, "section": {}, "theme": {}}, {}, {}
    )
    for key, value in sorted({pair for pairs in having.values() for pair in pairs}):
        places = [made.place[part] for part, pairs in having.items() if (key, value) in pairs]
        made.sets[key][value] = bits_of(places)
    themes = made.sets["theme"].items()
    made.qualified.pairs = {"polarity": {(value, "+"): bits for value, bits in themes}}
    return made


@given(CORPORA, CORPORA, st.sets(st.sampled_from(NAMES)))
def test_what_is_made_of_the_facets_before_is_what_is_made_as_a_whole(
    before: Corpus, come: Corpus, gone: set[str]
) -> None:
    gone |= before.keys() & come.keys()
    left = {document: parts for document, parts in before.items() if document not in gone}
    whole = index(left | come)
    others = [index({document: parts}) for document, parts in come.items()]
    found = renewed(in_memory([]), index(before), gone, others)
    assert found.items == whole.items
    assert (found.sets, found.qualified.pairs) == (whole.sets, whole.qualified.pairs)
    assert [*found.sets["theme"]] == [*whole.sets["theme"]]
