"""A row that says again what another says under the same number is counted once."""

from __future__ import annotations

from pathlib import Path

import pytest
from importing.test_tables import PROJECT, csv, only, said, texts

from gcm_kg.importing.addition import Importer

HEAD = ["Number", "Recommendation", "Country", "Position", "Themes"]
FIRST = ["113.3", "Train the border guards", "Lowland", "Noted", "Borders"]
OTHER = ["113.4", "Pay the nurses", "Lowland", "Noted", "Health"]


def written(folder: Path, *rows: list[str]) -> Path:
    path = folder / "matrix.csv"
    path.write_text(csv([HEAD, FIRST, OTHER, *rows]))
    return path


def test_a_repeated_row_adds_its_labels_to_the_one_recommendation(tmp_path: Path) -> None:
    path = written(tmp_path, [*FIRST[:4], "Policing"], [*FIRST[:4], "Borders"])
    document = only(path)
    assert texts(document) == [FIRST[1], OTHER[1]]
    first = next(document.recommendations())
    assert first.identifier == "113.3"
    assert said(document, first)["labelledWith"] == ["Borders", "Policing"]
    (addition,) = Importer(PROJECT).additions(path)
    assert Importer(PROJECT).read(addition).warnings == (
        "2 rows repeat another with the same number, counted once: 113.3",
    )


@pytest.mark.parametrize(
    "row",
    [
        ["113.3", "Train the judges", "Lowland", "Noted", "Borders"],
        ["113.3", "Train the border guards", "Highland", "Noted", "Borders"],
        ["113.3", "Train the border guards", "Lowland", "Accepted", "Borders"],
        ["", "Pay the nurses", "Lowland", "Noted", "Health"],
    ],
    ids=["words", "addressee", "position", "no number"],
)
def test_a_row_that_differs_in_what_counts_is_one_of_its_own(
    tmp_path: Path, row: list[str]
) -> None:
    assert len(texts(only(written(tmp_path, row)))) == 3
