"""The labels of a cell are told apart, however they are parted."""

from __future__ import annotations

import pytest

from gcm_kg.reading.labels import separator_of, stretches


def labels(cell: str, *others: str) -> list[str]:
    separator = separator_of([cell, *others])
    return [cell[a:b] for a, b in stretches(cell, 0, len(cell), separator)]


@pytest.mark.parametrize(
    ("cell", "expected"),
    [
        ("Women\n- Work", ["Women", "Work"]),
        ("Women; Work", ["Women", "Work"]),
        ("- Women - Work", ["Women", "Work"]),
        ("- 16 - Rest, work and play", ["16 - Rest, work and play"]),
        ("- Women - general - Work", ["Women - general", "Work"]),
        ("- women - children", ["women", "children"]),
        ("A1 Women at work D23 Rest", ["A1 Women at work", "D23 Rest"]),
        ("2.1 Women 15.2 Rest", ["2.1 Women", "15.2 Rest"]),
        ("A1 Women SDG 16 - rest for all", ["A1 Women", "SDG 16 - rest for all"]),
        (
            "A1 Women Affected persons: - persons at sea - girls",
            ["A1 Women", "persons at sea", "girls"],
        ),
        ("Women D23 at rest", ["Women D23 at rest"]),
    ],
)
def test_labels_are_parted_by_what_stands_between_them(cell: str, expected: list[str]) -> None:
    assert labels(cell) == expected


def test_codes_part_labels_only_where_all_cells_begin_with_one() -> None:
    assert labels("A1 Women D23 Rest", "Work") == ["A1 Women D23 Rest"]
