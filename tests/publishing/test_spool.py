"""Sorted lines of several texts come back in one order, each once, whatever is held of them."""

from __future__ import annotations

import tempfile
import zlib
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from gcm_kg.publishing import spool
from gcm_kg.publishing.spool import Spool

LINES = st.builds(lambda text, number: f"{text}{number}\n".encode(), st.text("aé<", max_size=3),
                  st.integers(0, 30))  # fmt: skip


@settings(deadline=None, max_examples=150)
@given(st.lists(st.frozensets(LINES, max_size=20), max_size=5), st.sampled_from([2, 7, 1 << 16]))
def test_lines_of_several_texts_are_given_in_order_each_once(
    texts: list[frozenset[bytes]], held: int
) -> None:
    with tempfile.TemporaryDirectory() as name, pytest.MonkeyPatch.context() as patch:
        patch.setattr(spool, "READ", held)
        patch.setattr(spool, "UNPACKED", held)
        kept = Spool(Path(name) / "lines")
        for lines in texts:
            kept.add(zlib.compress(b"".join(sorted(lines))))
        found = b"".join(kept.blocks())
        assert not list(Path(name).iterdir())
    assert found == b"".join(sorted(frozenset().union(*texts)))


def test_of_texts_that_do_not_mix_one_is_held_at_a_time(tmp_path: Path) -> None:
    kept, opened = Spool(tmp_path / "lines"), list[object]()
    for letter in "bca":
        kept.add(zlib.compress(b"".join(b"%s%04d\n" % (letter.encode(), n) for n in range(2000))))
    with pytest.MonkeyPatch.context() as patch:
        begin = spool._Run.__init__

        def counted(run: spool._Run, *given: Any) -> None:
            opened.append(run)
            begin(run, *given)

        patch.setattr(spool._Run, "__init__", counted)
        blocks = kept.blocks()
        assert next(blocks).startswith(b"a0000") and len(opened) == 1
        assert b"".join(blocks).endswith(b"c1999\n") and len(opened) == 3
