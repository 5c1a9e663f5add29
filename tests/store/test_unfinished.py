"""Folders of things that are being made are kept as long as somebody may be making them."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from gcm_kg.store import unfinished


def test_a_folder_that_nobody_holds_yet_is_kept_while_it_is_young(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(unfinished, "YOUNG", 3_600.0)
    young, old = tmp_path / ".new-young", tmp_path / ".new-old"
    for folder in (young, old):
        folder.mkdir()
    made = young.stat().st_mtime
    os.utime(young, (made - 1_800, made - 1_800))
    os.utime(old, (made - 7_200, made - 7_200))
    unfinished.remove_abandoned(tmp_path, ".new-")
    assert young.is_dir() and not old.exists()
