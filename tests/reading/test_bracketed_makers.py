"""Who made the proposals of a meeting stands in brackets behind them."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from reading.test_documents import asked, read, said

SHORT = ["Ask the Labour Office (LO)", "Help the World Care Fund (WOCAF)"]
ITEMS = ["Train border guards (Togo, IOM)", "Pay all nurses (Chile*)", "Open new homes"]


def makers(front: str, lead: str, items: Sequence[str] = ITEMS, sign: str = "-") -> list[str]:
    lines = "\n".join(f"{sign} {item};" for item in items)
    document = read(f"{front}\n\n# Recommendations\n\n{lead}\n\n{lines}\n", "general").document
    assert asked(document) == [f"{item};" for item in items]
    return said(document, "recommendedBy")


@pytest.mark.parametrize(
    ("front", "lead"),
    [
        ("Report of the second regional meeting on work", "The following was recommended:"),
        ("Workshop report", "The following was recommended:"),
        ("Regional Consultation on Ports\nSummary report", "The following was recommended:"),
        ("Work at sea", "The following recommendations were made in the working groups:"),
        ("Work at sea", "Participants recommended the following:"),
        ("Work at sea", "The following recommendations were made by delegations:"),
    ],
)
@pytest.mark.parametrize("sign", ["-", "(a)"])
def test_names_behind_most_items_are_those_who_made_them(front: str, lead: str, sign: str) -> None:
    lines = "\n".join(f"{sign} {item};" for item in ITEMS)
    if sign == "(a)":
        lines = "\n".join(f"({a}) {item};" for a, item in zip("abc", ITEMS, strict=True))
    text = f"{front}\n\n# Recommendations\n\n{lead}\n\n{lines}\n"
    assert said(read(text, "general").document, "recommendedBy") == ["Togo, IOM", "Chile*"]


@pytest.mark.parametrize(
    ("front", "lead", "items"),
    [
        ("Evaluation of work at sea", "The following is recommended:", ITEMS),
        ("Evaluation of a workshop\nFinal report", "The following is recommended:", ITEMS),
        ("Workshop report", "The following was recommended (responsible actors):", ITEMS),
        ("Workshop report", "It was recommended to:", [ITEMS[0], *["Open homes"] * 3]),
        ("Workshop report", "It was recommended to:", ["Do all (Annex A)", "Go (see Togo)"]),
        (
            "Workshop report",
            "It was recommended to:",
            ["Ask the Labour Office (LO)", "Help the World Care Fund (WOCAF)"],
        ),
    ],
)
def test_other_brackets_name_no_makers(front: str, lead: str, items: Sequence[str]) -> None:
    assert makers(front, lead, items) == []
