"""Verbs of saying that are an adjective with a form of “be”."""

from __future__ import annotations

import re

import pytest

from gcm_kg.extraction.predicate_adjectives import PredicateAdjectives
from gcm_kg.extraction.reporting_phrases import AFFIRM, DENY

WORRY = "concern"
KNOWN = PredicateAdjectives(
    {"is concerned": WORRY, "was sure": AFFIRM, "was not in favour of": DENY, "said": AFFIRM}
)


@pytest.mark.parametrize(
    ("words", "act"),
    [
        ("is concerned", WORRY),
        ("remained deeply concerned", WORRY),
        ("were not sure", DENY),
        ("was not very sure", DENY),
        ("are sure", AFFIRM),
        ("is not in favour of", DENY),
        ("had concerned", ""),
        ("was only sure", ""),
        ("said", ""),
    ],
)
def test_an_adjective_is_known_in_all_forms_of_its_verb_with_degree_and_denial(
    words: str, act: str
) -> None:
    assert KNOWN.act(words) == act
    assert bool(re.fullmatch(KNOWN.pattern, words)) is bool(act)


def test_paragraphs_begin_with_the_adjective_alone() -> None:
    openings = KNOWN.openings()
    assert openings["deeply concerned"] == WORRY and openings["not sure"] == DENY
    assert openings["not in favour of"] == DENY
