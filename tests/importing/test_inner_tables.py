"""Lists and notes of a document that look like tables are none of its tables."""

from __future__ import annotations

from pathlib import Path

from importing.test_tables import added, read, texts


def test_lines_with_bullets_and_wide_gaps_are_no_table(tmp_path: Path) -> None:
    path = tmp_path / "t.txt"
    items = ["Train the police of all ports", "Open a home for guests; and", "Pay all of the cooks"]
    lines = "\n".join(f"•  {item}" for item in items)
    path.write_text(f"Report on work\n\nSummary\n\nThe Office has to:\n\n{lines}\n\nIt rained.\n")
    assert [each.columns for each in added(path)] == [None]


def test_a_table_of_notes_to_which_the_text_refers_holds_no_recommendations(tmp_path: Path) -> None:
    path = tmp_path / "t.html"
    note = (
        "<table><tr><td>(1)</td><td>Parties should write to the Office of Ports.</td></tr></table>"
    )
    body = '<p>States should pay them<sup><a href="#n">(1)</a></sup>.</p>'
    path.write_text(f"<html><body><h1>Recommendations on work</h1>{body}{note}</body></html>")
    (addition,) = added(path)
    (words,) = texts(read(addition))
    assert words == "States should pay them¹."
