"""What the files are called that are made of a file."""

from __future__ import annotations

from pathlib import Path

import pytest

from gcm_kg.importing.stems import stem_of


@pytest.mark.parametrize(
    ("symbol", "sheet", "name", "stem"),
    [
        ("X/HRC/99/7", "", "answers.xlsx", "x-hrc-99-7"),
        ("", "", "Our answers.xlsx", "our-answers"),
        ("", "Second sheet", "answers.xlsx", "answers-second-sheet"),
        ("X/1/2", "Lowland", "answers.xlsx", "x-1-2-lowland"),
        ("", "", "§.xlsx", "document"),
        ("", "b" * 90, "a" * 90, f"{'a' * 60}-{'b' * 60}"),
        ("", "", f"{'a' * 59} {'b' * 9}", "a" * 59),
    ],
    ids=["symbol", "file", "sheet", "symbol and sheet", "no letters", "long", "cut at a blank"],
)
def test_files_are_called_by_symbol_or_name_and_by_sheet(
    symbol: str, sheet: str, name: str, stem: str
) -> None:
    assert stem_of(symbol, sheet, Path(name)) == stem
