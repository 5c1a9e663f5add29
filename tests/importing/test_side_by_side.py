"""Text columns that stand side by side in plain text are read one after the other."""

from __future__ import annotations

from pathlib import Path
from textwrap import wrap

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gcm_kg.importing.addition import Importer
from gcm_kg.importing.side_by_side import has_wide_gaps, one_below_the_other
from gcm_kg.project import this_project

SENTENCES = [
    "Governments should open a centre where workers who return home find advice, and a place to"
    " stay until they have found work or a school in the town from which they came.",
    "Employers should pay all costs of the recruitment of those whom they hire in another country,"
    " and should give them a contract in a language that they read.",
    "Courts should hear claims for wages that were not paid within ninety days, free of charge, and"
    " whether or not the worker is still in the country.",
    "Consuls should visit workers in distress within two days of a call, in whatever town they are,"
    " and should tell their families where they can be reached.",
]


def folded(left: list[str], right: list[str], width: int = 34, gap: int = 4) -> str:
    """Two columns of paragraphs on one page."""
    sides = [[line for text in side for line in (*wrap(text, width), "")] for side in (left, right)]
    length = max(map(len, sides))
    rows = [(*side, *[""] * (length - len(side))) for side in sides]
    return "".join((a.ljust(width + gap) + b).rstrip() + "\n" for a, b in zip(*rows, strict=True))


def words(text: str) -> str:
    return " ".join(text.split())


@pytest.mark.parametrize(("width", "gap"), [(34, 4), (30, 2), (45, 12), (60, 3)])
def test_the_left_column_goes_before_the_right_one(width: int, gap: int) -> None:
    page = folded(SENTENCES[:2], SENTENCES[2:], width, gap)
    text, count = one_below_the_other(page)
    assert count == 1 and words(text) == words(" ".join(SENTENCES))


def test_a_sentence_goes_on_in_the_next_column() -> None:
    whole = wrap(" ".join(SENTENCES), 40)
    half = len(whole) // 2
    rows = zip(whole[:half], whole[half:], strict=False)
    text, _ = one_below_the_other("".join(f"{a:44}{b}\n" for a, b in rows))
    assert "\n\n" not in text.strip("\n")


def test_lines_across_both_columns_stay_where_they_are() -> None:
    across = (
        "A title that stands over the two columns of the page, from the left side to the right\n"
    )
    page = across + "\n" + folded(SENTENCES[:2], SENTENCES[2:]) + "\n" + across
    text, count = one_below_the_other(page + "\f" + page)
    assert count == 2 and text.startswith(across) and text.endswith(across)
    assert text.count(across) == 4


@pytest.mark.parametrize(
    "text",
    [
        "\n".join(f"{n}. Ratify the treaty (Peru)      Accepted" for n in range(9)),
        "\n".join(
            ["Name                    Country", *[f"Delegate {n}     Peru" for n in range(9)]]
        ),
        "\n".join(wrap(" ".join(SENTENCES), 70)),
        "\n".join(" " * 20 + line for line in wrap(" ".join(SENTENCES), 50)),
    ],
)
def test_what_is_no_two_columns_of_sentences_stays_as_it_is(text: str) -> None:
    assert one_below_the_other(text) == (text, 0)


def test_what_is_done_is_told(tmp_path: Path) -> None:
    path = tmp_path / "page.txt"
    path.write_text(folded(["Recommendations", *SENTENCES[:2]], SENTENCES[2:]))
    (addition,) = Importer(this_project()).additions(path)
    assert any("one after the other" in note for note in addition.notes)
    path.write_text("\n".join(f"Delegate {n} of the South      Minister {n}" for n in range(9)))
    (addition,) = Importer(this_project()).additions(path)
    assert any("line by line" in note for note in addition.notes)


@given(st.text(alphabet="ab .\n\t\f", max_size=200))
def test_no_word_is_lost(text: str) -> None:
    unfolded, _ = one_below_the_other(text)
    assert sorted(unfolded.split()) == sorted(text.split()) and has_wide_gaps(text) in (True, False)


def test_a_gap_behind_the_number_of_an_item_is_none_between_columns() -> None:
    items = "".join(f"{n}.\t    Train the judges of town {n}.\n" for n in range(1, 12))
    assert not has_wide_gaps(items)
    assert has_wide_gaps(items.replace("judges", "judges      at once"))
