"""What goes on, and is furthered or kept by it; and words for aims and agreements."""

from __future__ import annotations

import pytest
from extraction.sentences import asked, short, told


@pytest.mark.parametrize(
    ("sentence", "theme", "polarity"),
    [
        ("Continue strengthening the judiciary", "administration-of-justice", "promote"),
        ("Continue and strengthen labour inspection", "labour-inspection", "promote"),
        ("Avoid and combat torture", "torture", "prevent-or-combat"),
        ("Continue labour inspection", "labour-inspection", "preserve"),
        ("Strengthen efforts in the field of education", "education", "promote"),
        ("Read of efforts in the field of education", "education", ""),
    ],
)
def test_what_goes_on_and_is_furthered_is_furthered(
    sentence: str, theme: str, polarity: str
) -> None:
    made = {short(s.entity): short(s.polarity) for s in asked(sentence).statements()}
    assert made[theme] == polarity


@pytest.mark.parametrize(
    ("sentence", "kind", "words"),
    [
        ("Pursue a policy aiming at safer boats", "Purpose", ["aiming at safer boats"]),
        ("Run boats in accordance to the law", "Condition", ["in accordance to the law"]),
        ("Support the efforts made to teach cooks", "Purpose", []),
    ],
)
def test_aims_and_agreements_by_further_words(sentence: str, kind: str, words: list[str]) -> None:
    assert asked(sentence).words(kind) == words


def test_who_makes_a_point_holds_it() -> None:
    said = told("The point was made by one expert that fees are high.").told()
    assert said == [("speakers", "one", "affirm")]
