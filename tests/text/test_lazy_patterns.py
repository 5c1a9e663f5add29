"""Patterns that are compiled when they are first asked for match as others do."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gcm_kg.text.lazy_patterns import LazyPattern, LazyPatterns


@given(st.text("ab c", max_size=8), st.integers(0, 8), st.integers(0, 8))
def test_it_finds_what_a_compiled_one_finds(text: str, start: int, end: int) -> None:
    lazy, compiled = LazyPattern(r"a(?P<b>b)?|^c"), re.compile(r"a(?P<b>b)?|^c")
    for name in ("search", "match", "fullmatch"):
        for stretch in ((), (start,), (start, end)):
            one, other = (getattr(p, name)(text, *stretch) for p in (lazy, compiled))
            assert (one and one.span()) == (other and other.span())
    found = ([m.span("b") for m in p.finditer(text, start, end)] for p in (lazy, compiled))
    assert next(found) == next(found)


def test_it_is_compiled_when_it_is_first_asked_for_and_once() -> None:
    lazy = LazyPattern("(")
    with pytest.raises(re.error):
        lazy.search("")
    other = LazyPattern("a")
    assert other.compiled is other.compiled


def test_of_patterns_by_name_only_those_are_made_that_are_asked_for() -> None:
    made: list[str] = []

    def maker(name: str) -> re.Pattern[str]:
        made.append(name)
        return re.compile(name)

    patterns = LazyPatterns({name: lambda name=name: maker(name) for name in ("a", "b")})  # type: ignore[misc]
    assert [*patterns] == ["a", "b"] and len(patterns) == 2
    assert patterns["b"].match("b") and patterns["b"].match("b") and made == ["b"]
