"""What was made of a document is kept, and never used where it is not what it should be."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gcm_kg.publishing.cache import Cache, Entry
from gcm_kg.publishing.fragments import Fragment
from gcm_kg.publishing.inputs import digest_of
from gcm_kg.validation.report import Finding

ENTRY = Entry(
    (Fragment(b"<a> {}\n", b"", '{"ü": 1}'.encode(), b"<a> <b> <c> .\n").packed(),),
    [Finding("Warning", "a", "b", "", "Say it", "add it")],
    {"key": "s5", "overview": {"kind": "resolution", "warnings": ["a", "b"]}},
)


def test_an_entry_is_given_as_it_was_put(tmp_path: Path) -> None:
    cache = Cache(tmp_path / "cache")
    assert cache.get("k") is None and not cache.holds("k")
    cache.put("k", ENTRY)
    assert cache.get("k") == ENTRY and cache.holds("k")
    assert [path.name for path in (tmp_path / "cache").iterdir()] == ["k"]


@pytest.mark.parametrize("at", [0, 70, -1])
def test_a_damaged_entry_is_none(tmp_path: Path, at: int) -> None:
    cache = Cache(tmp_path)
    cache.put("k", ENTRY)
    data = bytearray((tmp_path / "k").read_bytes())
    data[at] ^= 1
    (tmp_path / "k").write_bytes(data)
    assert cache.get("k") is None
    (tmp_path / "k").write_bytes(b"")
    assert cache.get("k") is None


def test_where_nothing_can_be_written_nothing_is_kept(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("no folder")
    Cache(tmp_path / "file").put("k", ENTRY)
    assert Cache(tmp_path / "file").get("k") is None


def test_entries_that_no_build_has_used_for_a_week_are_removed(tmp_path: Path) -> None:
    import os

    cache = Cache(tmp_path)
    for key in ("old", "used"):
        cache.put(key, ENTRY)
        os.utime(tmp_path / key, (1, 1))
    cache.get("used")
    cache.tidy()
    assert [path.name for path in tmp_path.iterdir()] == ["used"]


PIECES = st.lists(st.tuples(st.text(max_size=4), st.binary(max_size=6)), max_size=4)


@given(PIECES, PIECES)
def test_input_that_differs_has_another_digest(
    one: list[tuple[str, bytes]], other: list[tuple[str, bytes]]
) -> None:
    assert (digest_of(one) == digest_of(other)) == (one == other)
