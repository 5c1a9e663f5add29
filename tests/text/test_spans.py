"""Stretches are asked for what they hold and overlap as if each were looked at."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from gcm_kg.text.spans import Spans

STRETCH = st.tuples(st.integers(0, 12), st.integers(1, 6)).map(lambda s: (s[0], s[0] + s[1]))


@given(st.lists(STRETCH, max_size=8), STRETCH)
def test_what_some_stretches_hold_and_overlap_is_what_one_of_them_does(
    given: list[tuple[int, int]], other: tuple[int, int]
) -> None:
    low, high = other
    spans = Spans(given)
    assert spans.hold(low, high) == any(a <= low and high <= b for a, b in given)
    assert spans.overlap(low, high) == any(a < high and low < b for a, b in given)
