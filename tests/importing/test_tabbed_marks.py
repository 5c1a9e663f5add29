"""Tabs behind the marks of paragraphs and items part no cells."""

from __future__ import annotations

from pathlib import Path

from importing.test_tables import added, only, texts

LETTERED = """The State party should:
\t(a)\tGuarantee that those who are arrested see a lawyer within a day;
\t(b)\tInstall cameras in all places of interrogation of the police.
"""
REPORT = f"""Committee against Torture
Concluding observations on the second report of Togo
C.\tPrincipal subjects of concern and recommendations
8.\tThe Committee is concerned that persons in custody are not told of their rights (art. 2).
9.\t{LETTERED}10.\tThe Committee requests the State party to provide information within a year.
"""
NUMBERED = """163.\tThe recommendations listed below enjoy the support of Togo:
163.1\tRatify the Convention against Torture and its Optional
Protocol (Peru);
163.2\tTrain the judges of all courts in the rights of
migrants (Chile).
"""


def test_a_report_whose_marks_stand_before_tabs_is_no_table(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text(REPORT)
    assert [text[:9] for text in texts(only(path))] == ["Guarantee", "Install c", "The Commi"]


def test_lines_without_tabs_tell_numbers_of_items_from_numbers_of_rows(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text(f"Conclusions and/or recommendations\n{NUMBERED}")
    assert [text.split()[-1] for text in texts(only(path))] == ["(Peru);", "(Chile)."]
    assert not added(path)[0].columns


def test_numbers_that_are_the_first_cells_of_rows_stay_such(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    rows = ("Train all judges of the land", "Pay all nurses", "Free all whom it detains")
    path.write_text("No.\tRecommendation\n" + "".join(f"{n}.\t{r}\n" for n, r in enumerate(rows)))
    assert added(path)[0].columns and texts(only(path)) == [*rows]
