"""Facets: what is selected, and counts that are those of the lists."""

from __future__ import annotations

from functools import cache
from random import Random

import pytest
from publishing import built

from gcm_kg.errors import InputError
from gcm_kg.views.facet_rows import FACETS
from gcm_kg.views.facets import FacetIndex, Selection


@cache
def index() -> FacetIndex:
    return FacetIndex.of(built.known().data)


@cache
def values() -> dict[str, dict[str, set[str]]]:
    """The values of each facet that each recommendation has."""
    return {
        item.identifier: {facet.key: set(index().iris(item, facet.key)) for facet in FACETS}
        for item in index().items
    }


def drawn(chance: Random) -> dict[str, tuple[str, ...]]:
    """For some facets, some of their values."""
    keys = chance.sample([key for key, sets in index().sets.items() if sets], chance.randint(0, 2))
    return {key: tuple(chance.choices(sorted(index().sets[key]), k=2)) for key in keys}


@cache
def statements() -> dict[str, set[tuple[str, str]]]:
    """By recommendation, what is said of what in one statement."""
    found: dict[str, set[tuple[str, str]]] = {}
    sparql = """SELECT ?id ?of ?said {
      ?s gcm:statementSubject/dcterms:identifier ?id ; gcm:statementObject ?of .
      ?s gcm:citationFunction|gcm:polarity ?said }"""
    for row in built.known().data.select(sparql):
        found.setdefault(row["id"].value, set()).add((row["of"].value, row["said"].value))
    return found


def said_of_it(identifier: str, selection: Selection) -> bool:
    """Whether functions are those of the instruments that are chosen, polarities of the themes."""
    chosen = [*selection.some.items()]
    chosen += [(key, (value,)) for key, values in selection.every.items() for value in values]
    return all(
        any((thing, said) in statements().get(identifier, set()) for thing in of for said in what)
        for one, what in chosen
        for other, of in chosen
        if (one, other) in (("use", "instrument"), ("polarity", "theme"))
    )


def naive(selection: Selection) -> list[str]:
    """The recommendations of a selection, looked at one by one."""
    kept = []
    for identifier, has in values().items():
        some = all(has[key] & set(values) for key, values in selection.some.items())
        every = all(set(values) <= has[key] for key, values in selection.every.items())
        none = not any(has[key] & set(values) for key, values in selection.none.items())
        if some and every and none and said_of_it(identifier, selection):
            kept.append(identifier)
    return kept


@pytest.mark.parametrize("seed", range(20))
def test_a_selection_is_what_one_by_one_would_give_and_counts_are_those_of_the_lists(
    seed: int,
) -> None:
    chance = Random(seed)
    selection = Selection(drawn(chance), drawn(chance), drawn(chance))
    assert [i.identifier for i in index().listed(index().selected(selection))] == naive(selection)
    choices = index().choices(selection)
    for key in ("theme", "instrument", "fate", "use", "polarity"):
        for choice in choices[key][:5]:
            some = {**selection.some, key: (choice.value,)}
            assert choice.count == len(naive(Selection(some, selection.every, selection.none)))


@pytest.mark.parametrize("seed", range(20))
def test_what_is_said_of_a_thing_is_counted_with_that_thing(seed: int) -> None:
    chance = Random(seed)
    pairs = [("instrument", "use"), ("theme", "polarity")]
    of, said = chance.choice(pairs)
    for some, other in ((of, said), (said, of)):
        value = chance.choice(sorted(index().sets[some]))
        counts = {c.value: c.count for c in index().choices(Selection({some: (value,)}))[other]}
        for choice in index().sets[other]:
            both = Selection({some: (value,), other: (choice,)})
            assert counts.get(choice, 0) == len(naive(both))


def test_a_document_is_a_whole_and_no_part_of_one() -> None:
    assert [iri.rpartition("/")[2] for iri in index().sets["document"]] == ["eng"]


def test_values_are_known_by_path_key_and_label_whatever_the_case() -> None:
    iri = "https://w3id.org/gcm-kg/id/theme/trafficking-in-persons"
    for name in (iri, "theme/trafficking-in-persons", "Trafficking in Persons"):
        assert index().value("theme", name) == iri
    with pytest.raises(InputError, match="did you mean"):
        index().value("theme", "traficking in persons")


def test_the_recommendations_that_ask_to_ratify_something_are_the_known_two() -> None:
    selection = Selection({"use": (index().value("use", "ratify"),)})
    found = [item.identifier for item in index().listed(index().selected(selection))]
    assert found == ["III.a.1", "III.a.10"]
