"""Who should not have to do something is not called on; plans of offices are about no disaster."""

from __future__ import annotations

import pytest
from extraction.sentences import asked, short

from gcm_kg.model.statements import Statement


def stated(item: str, relation: str) -> list[str]:
    found: list[Statement] = asked(item).statements()
    return [short(s.entity) for s in found if s.relation == relation]


@pytest.mark.parametrize(
    ("sentence", "called"),
    [
        ("Mexico should not have to bear the costs alone.", []),
        ("Mexico must not need to ask for wells.", []),
        ("Mexico should not refuse wells.", ["mx"]),
        ("Mexico should bear the costs.", ["mx"]),
        ("State Parties must bear the costs.", ["states"]),
    ],
)
def test_who_should_not_have_to_do_something_is_not_called_on(
    sentence: str, called: list[str]
) -> None:
    assert stated(sentence, "callsOn") == called


@pytest.mark.parametrize(
    ("item", "themes"),
    [
        ("Test the disaster recovery plan each year.", []),
        ("Test the plan for disasters.", ["disasters"]),
    ],
)
def test_plans_to_recover_data_are_about_no_disaster(item: str, themes: list[str]) -> None:
    assert [x for x in stated(item, "hasTheme") if x == "disasters"] == themes


def test_leaders_who_are_only_named_are_about_no_freedom() -> None:
    assert stated("Work with religious leaders.", "hasTheme") == []
    assert stated("Work for the freedom of religion.", "hasTheme") == ["freedom-of-religion"]
