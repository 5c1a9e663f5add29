"""One pattern of many phrases finds what the phrases would find one by one, the longest first."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gcm_kg.text.alternatives import alternatives

PHRASES = st.sets(st.text("abc .()|", min_size=1, max_size=4), max_size=12)


@given(PHRASES, st.text("abc .()|", max_size=8))
def test_the_longest_phrase_that_fits_is_found(phrases: set[str], text: str) -> None:
    found = re.match(alternatives(phrases), text)
    fitting = [phrase for phrase in phrases if text.startswith(phrase)]
    assert (found[0] if found else None) == max(fitting, key=len, default=None)


@given(PHRASES)
def test_a_shorter_phrase_is_taken_where_the_longer_goes_on(phrases: set[str]) -> None:
    pattern = re.compile(rf"(?:{alternatives(phrases)})\Z")
    assert all(pattern.match(phrase) for phrase in phrases)


@pytest.mark.parametrize("text", ["", "a", " "])
def test_no_phrase_matches_nothing(text: str) -> None:
    assert not re.match(alternatives([]), text)
