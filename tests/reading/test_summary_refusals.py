"""What is not a whole document of the kind is refused in one line, with the place."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from gcm_kg import files as reading
from gcm_kg.errors import InputError, shown
from gcm_kg.files import load_text
from gcm_kg.reading.summary import read

ROOT = Path(__file__).resolve().parents[2]
REAL = ROOT / "data" / "source" / "gcm-thematic-session-5-summary.txt"
DOCUMENTS = Path(__file__).parent / "documents"
RETURN = (DOCUMENTS / "return.txt").read_text("utf-8")

WHOLE = """I. Start

A word.

II. Middle

a. Sea

- Rescue

b. Land

- Settle

III. More

1. Air

A word.

2. Rail

A word.

IV. Last

A word.

V. End

A word.
"""


def refusal(text: str) -> str:
    """The message that a text is refused with; it is one line that names the place."""
    with pytest.raises(InputError) as caught:
        read(text, "place.txt")
    message = str(caught.value)
    assert message.splitlines() == [message]
    assert re.match(r"place\.txt:\d+: expected .+, found .+; .+", message)
    return message


def line_of(message: str) -> int:
    return int(message.split(":")[1])


def test_the_text_that_the_refused_ones_are_made_of_is_not_refused() -> None:
    assert len(list(read(WHOLE).recommendations())) == 2


@pytest.mark.parametrize("text", ["", " ", "\n\n", "\t\r\n\f\n"])
def test_an_empty_or_blank_text_is_refused(text: str) -> None:
    assert refusal(text).startswith("place.txt:1: expected a text, found nothing")


@pytest.mark.parametrize("text", ["word", "-", "\ufeff", "12", "- one\n- two", "---\n\n7\n\n---"])
def test_a_text_without_sections_is_refused(text: str) -> None:
    assert refusal(text).startswith("place.txt:1: expected sections headed I., II., …")


def test_a_text_of_one_section_is_refused() -> None:
    assert "found none" in refusal("I. Start\n\na. Sea\n\n- Rescue\n")


def test_a_second_section_without_a_first_is_refused_with_its_line() -> None:
    message = refusal(WHOLE.replace("I. Start", "Start", 1))
    assert "found “II. Middle” without “I.” before it" in message
    assert line_of(message) == 5


@pytest.mark.parametrize(
    ("lost", "missing", "following"),
    [("III. More", "III", "IV. Last"), ("IV. Last", "IV", "V. End")],
)
def test_a_missing_section_is_refused_at_the_next_one(
    lost: str, missing: str, following: str
) -> None:
    message = refusal(WHOLE.replace(lost + "\n", "\n", 1))
    assert f"expected a heading “{missing}.” before" in message
    assert line_of(message) == WHOLE.split("\n").index(following) + 1


def test_a_missing_second_section_is_refused() -> None:
    assert "expected sections headed I., II." in refusal(WHOLE.replace("II. Middle", "", 1))


@pytest.mark.parametrize("labels", ["abc", "ABC", "123"])
@pytest.mark.parametrize("lost", [0, 1])
def test_a_missing_area_is_refused_at_the_next_one(labels: str, lost: int) -> None:
    missing, following = labels[lost], labels[lost + 1]
    areas = "".join(f"{label}. Area\n\n- Go\n\n" for label in labels)
    text = "I. A\n\nII. B\n\n" + areas
    message = refusal(text.replace(f"{missing}. ", ""))
    assert f"expected a heading “{missing}.” before “{following}.”" in message
    assert line_of(message) == (9, 13)[lost]


def test_a_skipped_number_far_ahead_is_refused_unless_it_may_be_an_initial() -> None:
    assert "expected a heading “VI.”" in refusal(WHOLE + "\nXII. Far\n\nA word.\n")
    assert "expected a heading “VI.”" in refusal(WHOLE + "\nVIII. Near\n\nA word.\n")
    assert list(read(WHOLE + "\nX. Verde thanked all\n").recommendations())


@pytest.mark.parametrize("line", ["9. Far", "1. Again", "b. Inner", "- 4. Item", "A. Verde, chair"])
@pytest.mark.parametrize("areas", [2, 11])
def test_other_short_lines_with_a_number_are_no_sign_of_a_gap(line: str, areas: int) -> None:
    text = "".join(f"{number}. Area\n\nA word.\n\n" for number in range(1, areas + 1))
    document = read(f"{WHOLE}\n{text}{line}\n")
    found = [part.identifier for part in document.parts if part.parent == "V"]
    assert found == ["V.heading", "V.p1", *(f"V.{number}" for number in range(1, areas + 1))]


def numbered(labels: str) -> str:
    """A document whose second section has areas and points with these numbers."""
    lines = "".join(f"{label}. Word\n\n- Go\n\n" for label in labels)
    return f"I. A\n\nII. B\n\n{lines}1. End\n\nRecommendations:\n\n- Go\n"


@pytest.mark.parametrize(
    "labels", ["abab[c]", "aa[b]", "ABAB[C]", "1212[3]", "a1b2ab[c]", "a12a[b]", "aAa[b]"]
)
def test_points_that_run_into_the_numbers_of_areas_are_refused(labels: str) -> None:
    message = refusal(numbered(re.sub(r"[][]", "", labels)))
    assert "expected one series of areas, with “" in message
    assert line_of(message) == 5 + 4 * labels.index("[")


@pytest.mark.parametrize(
    ("labels", "expected"),
    [
        ("abac", "abc"),
        ("abcabd", "abcd"),
        ("12131", "123"),
        ("a12b12c", "abc"),
        ("ab1Ac", "abc"),
        ("abbc", "abc"),
    ],
)
def test_points_that_end_before_the_number_of_the_next_area_are_no_matter(
    labels: str, expected: str
) -> None:
    document = read(numbered(labels))
    found = [p.identifier for p in document.parts if p.parent == "II" and p.kind == "Section"]
    assert found == [f"II.{label}" for label in expected]


def test_a_text_cut_off_before_an_announced_heading_is_refused() -> None:
    cut = RETURN[: RETURN.index("d. Children", RETURN.index("Open public works"))]
    message = refusal(cut)
    assert "expected a heading “d. Children”, announced on line 59, found none" in message
    assert line_of(message) == len(cut.rstrip().split("\n"))


def test_a_text_cut_off_behind_its_contents_is_refused() -> None:
    cut = RETURN[: RETURN.index("ANNEX: Timetable")]
    assert "found fewer than two of them" in refusal(cut)


def test_contents_are_not_read_as_the_body_when_the_first_heading_is_lost() -> None:
    before, heading, after = RETURN.rpartition("I. Opening\n")
    assert "II. Panels" in after and heading
    assert "found fewer than two of them" in refusal(before + after)


def test_an_announced_annex_that_is_missing_is_refused() -> None:
    message = refusal(RETURN[: RETURN.index("ANNEX –")])
    assert "expected the annex that the contents announce, found none" in message


@pytest.mark.parametrize(
    "heading", ["II. Panels", "b. Identification", "g. Data", "IV. Conclusions"]
)
def test_the_real_document_is_refused_without_one_of_its_headings(heading: str) -> None:
    before, _, after = REAL.read_text("utf-8").rpartition(heading + "\n")
    assert "expected" in refusal(before + after)


def test_a_text_without_list_items_is_refused() -> None:
    message = refusal(WHOLE.replace("- ", ""))
    assert "expected list items" in message
    assert line_of(message) == len(WHOLE.rstrip().split("\n"))


def test_list_items_outside_areas_and_without_a_lead_in_are_refused() -> None:
    assert "expected list items" in refusal("I. Start\n\n- one\n\nII. End\n\n1. Sea\n\n- two\n")


def test_two_summaries_in_one_text_are_refused_at_the_second() -> None:
    message = refusal(WHOLE + "\n" + WHOLE)
    assert "expected one summary, which begins on line 1, found a second “I. Start”" in message
    assert line_of(message) == len(WHOLE.split("\n")) + 1


def test_a_text_on_a_single_line_is_refused() -> None:
    assert "expected sections" in refusal(WHOLE.replace("\n", " "))
    assert "expected sections" in refusal(WHOLE.replace("\n", "\r"))


# --- files


def file_refusal(path: Path) -> str:
    with pytest.raises(InputError) as caught:
        read(load_text(path), str(path))
    message = str(caught.value)
    assert message.startswith(str(path))
    assert message.splitlines() == [message]
    return message.removeprefix(str(path))


def test_a_missing_file_and_a_folder_are_refused(tmp_path: Path) -> None:
    assert file_refusal(tmp_path / "none.txt").startswith(": expected a text file, found none")
    assert file_refusal(tmp_path).startswith(": expected a text file, found none")


def test_a_name_that_no_file_can_have_is_refused(tmp_path: Path) -> None:
    assert "File name too long" in file_refusal(tmp_path / ("x" * 300))


def test_a_file_that_cannot_be_read_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def denied(*_: object) -> None:
        raise PermissionError(13, "Permission denied")

    (tmp_path / "text.txt").write_text(WHOLE)
    monkeypatch.setattr(Path, "open", denied)
    assert "found Permission denied" in file_refusal(tmp_path / "text.txt")


@pytest.mark.parametrize(
    ("data", "line", "byte"),
    [(b"a\nb\xff\n", 2, "0xff"), ("Fl\u00fcchtling".encode("latin-1"), 1, "0xfc")],
)
def test_text_that_is_not_utf_8_is_refused_with_line_and_byte(
    tmp_path: Path, data: bytes, line: int, byte: str
) -> None:
    path = tmp_path / "text.txt"
    path.write_bytes(data)
    assert file_refusal(path).startswith(f":{line}: expected UTF-8, found byte {byte}; convert")


def test_utf_16_is_refused(tmp_path: Path) -> None:
    (tmp_path / "text.txt").write_bytes(WHOLE.encode("utf-16"))
    assert ":1: expected UTF-8, found byte 0xff" in file_refusal(tmp_path / "text.txt")


def test_a_nul_character_is_refused_with_its_line(tmp_path: Path) -> None:
    (tmp_path / "text.txt").write_text("a\nb\n\0", encoding="utf-8")
    assert ":3: expected text, found a NUL character" in file_refusal(tmp_path / "text.txt")


def test_a_file_that_is_too_large_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "text.txt"
    path.write_bytes(WHOLE.encode())
    monkeypatch.setattr(reading, "LARGEST_SOURCE", len(WHOLE))
    assert load_text(path) == WHOLE
    monkeypatch.setattr(reading, "LARGEST_SOURCE", len(WHOLE) - 1)
    expected = f": expected at most {len(WHOLE) - 1} bytes, found more; split the text"
    assert file_refusal(path) == expected


def test_line_ends_of_a_file_are_kept(tmp_path: Path) -> None:
    (tmp_path / "text.txt").write_bytes(WHOLE.replace("\n", "\r\n").encode())
    assert load_text(tmp_path / "text.txt") == WHOLE.replace("\n", "\r\n")


# --- messages


def test_a_message_is_one_line_and_cannot_steer_a_terminal() -> None:
    error = InputError("a\nb", "x\u2028y", "\x1b[2J\ud800", "do it", line=3)
    assert str(error) == "a b:3: expected x y, found \ufffd[2J\ufffd; do it"


def test_a_long_text_is_shown_cut_and_on_one_line() -> None:
    assert shown("a\n b") == "“a b”"
    assert shown("x" * 60) == f"“{'x' * 60}”"
    assert shown("x" * 61) == f"“{'x' * 59}…”"
