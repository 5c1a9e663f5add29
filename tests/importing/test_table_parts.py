"""What stands above the head of a table, and what of it is kept."""

from __future__ import annotations

from gcm_kg.importing.columns import OF_ONE
from gcm_kg.importing.converted import Grid, GridCell
from gcm_kg.importing.table_parts import lines_above, moved_below, titles_above
from gcm_kg.model.original import Place


def test_titles_stand_alone_in_their_rows_above_the_head() -> None:
    rows = (["Answers of Lowland"], ["Contact", "Ann Doe"], ["No", "Recommendation"], ["Work"])
    cells = [GridCell(w, r, c) for r, row in enumerate(rows, 1) for c, w in enumerate(row, 1)]
    assert list(titles_above(Grid("t", cells), 3)) == ["Answers of Lowland"]


def test_of_many_lines_above_a_table_the_nearest_are_kept() -> None:
    grid = Grid("t", [], above=[f"Line {at}" for at in range(20)])
    assert lines_above(grid) == [f"Line {at}" for at in range(8, 20)]


def test_places_of_cells_move_behind_the_lines_above_them() -> None:
    above, places = moved_below(["Answers  of\nall", "in May"], [Place(0, 5, "page=1")])
    assert above == "Answers of all\nin May\n"
    assert places == (Place(22, 27, "page=1"),)


def test_the_first_row_of_a_form_for_one_recommendation_is_no_head() -> None:
    for words in ("Recommendation 1", "Evaluation recommendation No. 2: Train all"):
        assert OF_ONE.match(words)
    for words in ("Recommendation", "Recommendations of 2031", "Text of recommendation"):
        assert not OF_ONE.match(words)
