"""Which lines of a page are a table without a head, and which cells are those of one."""

from __future__ import annotations

import pytest

from gcm_kg.importing.pdf_rows import are_rows, last_row

ASK = "Open the clinics of all ports to crews"


@pytest.mark.parametrize(
    ("starts", "tops", "count"),
    [
        ([True, False, True, False], [100, 110, 120, 150], 3),
        ([True, False, True, True], [100, 110, 120, 150], 4),
        ([True, False, True, False], [100, 110, 120, 144], 4),
        ([True], [100], 1),
    ],
    ids=["text behind a wide space", "a row behind it", "a space like others", "one line"],
)
def test_a_table_ends_before_a_wide_space_behind_which_no_row_begins(
    starts: list[bool], tops: list[float], count: int
) -> None:
    assert last_row(starts, tops) == count


@pytest.mark.parametrize(
    ("rows", "told"),
    [
        ([[str(n), ASK, "Peru"] for n in range(3)], True),
        ([[str(n), ASK, "Peru"] for n in range(2)], False),
        ([[str(n), ASK] for n in range(3)], False),
        ([[ASK, name] for name in ("Peru", "Togo; Fiji", "Iran (Islamic Republic of)")], True),
        ([[ASK, note] for note in ("Peru", "See the annex", "Togo")], False),
        ([[str(n), "Open the clinics", "Peru"] for n in range(3)], False),
        ([[str(n), ASK, "Close the camps of Lowland"] for n in range(3)], False),
        ([["1", ASK, "Peru"], ["2", ASK, "Togo"], ["3", ASK, "the lands of the coast and of the sea"
           " all"]], False),
        ([["1", ASK, "Peru"], ["", ASK, "Togo"], ["3", ASK, "Fiji"]], False),
    ],
    ids=["a table", "two rows", "two columns", "names beside them",
         "notes beside them", "no long column", "two long columns",
         "a long cell of a short column", "an empty cell"],
)  # fmt: skip
def test_rows_have_words_in_all_cells_and_long_ones_in_one_column(
    rows: list[list[str]], told: bool
) -> None:
    assert are_rows(rows) is told
