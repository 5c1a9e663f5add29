"""Properties of reading that hold for every text, made up or arbitrary."""

from __future__ import annotations

from dataclasses import dataclass, field

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from reading.test_summary import check_tree

from gcm_kg.errors import InputError
from gcm_kg.reading.outline import ROMAN
from gcm_kg.reading.summary import read

pytestmark = pytest.mark.slow

ALPHABET = "abyzÅéß漢字\u0301\U0001f6a2\U00020000'’"
WORD = st.text(ALPHABET, min_size=1, max_size=6).map(lambda text: f"w{text}")
MARKERS = ("-", "•", "–", "*", "▪")
SERIES = ("123456789", "abcdefghi", "ABCDEFGHI")


@dataclass
class Made:
    """A document that was made up, and what it holds: the words of its items, by area."""

    text: str = ""
    items: dict[str, list[str]] = field(default_factory=dict)
    sections: list[str] = field(default_factory=list)


@st.composite
def paragraphs(draw: st.DrawFn) -> str:
    """Lines of words that end as a sentence does."""
    lines = draw(st.lists(st.lists(WORD, min_size=1, max_size=6), min_size=1, max_size=3))
    return "\n".join(" ".join(line) for line in lines) + "."


@st.composite
def items(draw: st.DrawFn) -> tuple[str, str]:
    """An item as it stands in the text, and its words.

    It begins with a capital, as items do, and may wrap and go on behind a page number.
    """
    words = ["W" + draw(WORD), *draw(st.lists(WORD, max_size=5))]
    wraps = st.sampled_from([" "] * 4 + ["\n  ", "\n", "\n\n   ", "\n\n12\n\n", "\n\n- 7 -\n\n "])
    text = words[0] + "".join(draw(wraps) + word for word in words[1:])
    marker = draw(st.sampled_from(MARKERS)) + draw(st.sampled_from([" ", "\t", "  "]))
    return draw(st.sampled_from(["", "  "])) + marker + text, " ".join(words)


@st.composite
def areas(draw: st.DrawFn, label: str, section: str, made: Made) -> str:
    lead_in = "Recommendations of the group:\n\n" if label.isdigit() or draw(st.booleans()) else ""
    listed = draw(st.lists(items(), min_size=1, max_size=4))
    made.items[f"{section}.{label}"] = [words for _, words in listed]
    gaps = st.sampled_from(["\n", "\n\n", "\n\n3\n\n", "\n \n\n"])
    listing = "".join(text + draw(gaps) for text, _ in listed)
    narrative = draw(paragraphs())
    return f"{label}. {draw(WORD)}\n\n{narrative}\n\n{lead_in}{listing}\n"


@st.composite
def documents(draw: st.DrawFn) -> Made:
    """A document of the kind, with everything that may differ between two of them."""
    made = Made()
    number = draw(st.integers(2, 6))
    body = ""
    for section in ROMAN[:number]:
        made.sections.append(section)
        body += f"{section}. {draw(WORD)}\n\n{draw(paragraphs())}\n\n"
        labels = draw(st.sampled_from(SERIES))[: draw(st.integers(0, 3))]
        if section == ROMAN[number - 1] and not made.items:
            labels = "a"
        for label in labels:
            made.sections.append(f"{section}.{label}")
            body += draw(areas(label, section, made))
    title = draw(st.sampled_from(["", "wtitle\n\n", "\ufeff\n\nwtitle\n\n", "Dear w,\n\nwe.\n\n"]))
    annex = draw(st.sampled_from(["", "ANNEX\n\nw\n\n- w\n", "Annex I: w\n"]))
    end = draw(st.sampled_from(["\n", "\r\n"]))
    made.text = (title + body + annex).replace("\n", end)
    return made


@settings(max_examples=50, deadline=None)
@given(documents())
def test_a_made_up_document_has_exactly_the_items_that_were_put_into_it(made: Made) -> None:
    document = read(made.text)
    found: dict[str, list[str]] = {}
    for item in document.recommendations():
        words = " ".join(document.text_of(item).split())
        for page in (" 12 ", " - 7 - "):
            words = words.replace(page, " ")
        found.setdefault(item.parent or "", []).append(words)
    assert found == made.items
    assert [p.identifier for p in document.parts if p.kind == "Section"] == made.sections


@settings(max_examples=50, deadline=None)
@given(documents())
def test_a_made_up_document_is_read_without_loss(made: Made) -> None:
    document = read(made.text)
    assert document.reassembled() == made.text
    check_tree(document)


PIECES = st.sampled_from(
    ["I. ", "II. ", "III. ", "V. ", "a. ", "b. ", "c. ", "A. ", "1. ", "2. ", "- ", "-", "•", "* "]
    + [
        "\n",
        "\n\n",
        "\r\n",
        "\r",
        "\t",
        " ",
        "\f",
        "\u2028",
        "\x1c",
        "\ufeff",
        "12",
        "7 of 9",
        "---",
    ]
    + ["Contents", "ANNEX", "Annex: x", "Excellency,", "sincerely", "recommendations:", "of", "x"]
    + ["X.", "Permanent Missions", "<u>", "\u0301", "\U0001f6a2", "é", ":", "/", "_"]
)
HOSTILE = st.lists(PIECES, max_size=40).map("".join) | st.text(max_size=60)
FRAMED = HOSTILE.map(lambda text: f"I. X\n\nII. X\n\na. X\n\n- X\n{text}")


@settings(max_examples=250, deadline=None)
@given(HOSTILE | FRAMED)
@example("I. x\nII. x\na. x\n- x\n-\n")
@example("I. x\nII. x\na. x\n- x:\n  - \n  - y\n\n12\n")
def test_arbitrary_text_is_refused_or_read_without_loss(text: str) -> None:
    try:
        document = read(text)
    except InputError as error:
        assert len(str(error).splitlines()) == 1
        return
    assert document.reassembled() == text
    check_tree(document)
    assert any(document.recommendations())
