"""Facets: what is selected, and counts that are those of the lists."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from gcm_kg.errors import InputError
from gcm_kg.knowledge_graph import open_knowledge_graph
from gcm_kg.views.facets import FACETS, FacetIndex, Selection

INDEX = FacetIndex(open_knowledge_graph().data)
CHOICES = st.dictionaries(
    st.sampled_from([facet.key for facet in FACETS if INDEX.sets[facet.key]]),
    st.integers(0, 10**6),
    max_size=3,
)


def drawn(chosen: dict[str, int]) -> dict[str, tuple[str, ...]]:
    """For each facet some of its values."""
    found = {}
    for key, number in chosen.items():
        values = sorted(INDEX.sets[key])
        found[key] = tuple({values[number % len(values)], values[number // 7 % len(values)]})
    return found


def naive(selection: Selection) -> list[str]:
    """The recommendations of a selection, looked at one by one."""
    kept = []
    for item in INDEX.items:
        has = {facet.key: set(INDEX.iris(item, facet.key)) for facet in FACETS}
        some = all(has[key] & set(values) for key, values in selection.some.items())
        every = all(set(values) <= has[key] for key, values in selection.every.items())
        none = not any(has[key] & set(values) for key, values in selection.none.items())
        if some and every and none:
            kept.append(item.identifier)
    return kept


@settings(max_examples=25)
@given(CHOICES, CHOICES, CHOICES)
def test_a_selection_is_what_one_by_one_would_give_and_counts_are_those_of_the_lists(
    some: dict[str, int], every: dict[str, int], none: dict[str, int]
) -> None:
    selection = Selection(drawn(some), drawn(every), drawn(none))
    assert [i.identifier for i in INDEX.listed(INDEX.selected(selection))] == naive(selection)
    choices = INDEX.choices(selection)
    for key in ("theme", "instrument", "fate"):
        for choice in choices[key][:3]:
            alone = Selection(
                {**selection.some, key: (choice.value,)}, selection.every, selection.none
            )
            assert choice.count == len(naive(alone))


def test_values_are_known_by_path_key_and_label_whatever_the_case() -> None:
    iri = "https://w3id.org/gcm-kg/id/theme/trafficking-in-persons"
    for name in (iri, "theme/trafficking-in-persons", "Trafficking in Persons"):
        assert INDEX.value("theme", name) == iri
    with pytest.raises(InputError, match="did you mean"):
        INDEX.value("theme", "traficking in persons")


def test_the_recommendations_that_ask_to_ratify_something_are_the_known_two() -> None:
    selection = Selection({"use": (INDEX.value("use", "ratify"),)})
    found = [item.identifier for item in INDEX.listed(INDEX.selected(selection))]
    assert found == ["III.a.1", "III.a.10"]
