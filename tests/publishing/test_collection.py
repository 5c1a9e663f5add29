"""While graphs are made, garbage is looked for seldom, and afterwards as before."""

from __future__ import annotations

import gc

import pytest

from gcm_kg.publishing.collection import SELDOM, collected_seldom


def test_it_is_looked_for_seldom_as_long_as_a_graph_is_made() -> None:
    before = gc.get_threshold()
    with collected_seldom():
        assert gc.get_threshold() == SELDOM and gc.get_freeze_count()
    assert gc.get_threshold() == before and not gc.get_freeze_count()


def test_an_error_does_not_leave_it_so() -> None:
    before = gc.get_threshold()
    with pytest.raises(ValueError, match="broken off"), collected_seldom():
        raise ValueError("broken off")
    assert gc.get_threshold() == before
