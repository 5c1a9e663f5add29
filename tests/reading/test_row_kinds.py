"""A column may say of which rows the words recommend something."""

from __future__ import annotations

from pathlib import Path

import pytest
from importing.test_tables import PROJECT, added, only, said, texts

from gcm_kg.importing.addition import Importer

HEAD = "AnnotationId,Text,AnnotationType,Countries,AffectedPersons,Body"


def written(tmp_path: Path, *rows: str, head: str = HEAD) -> Path:
    path = tmp_path / "t.csv"
    path.write_text("\n".join((head, *rows)))
    return path


ASKING = "a1,The State should train all of its judges,- Recommendations,- Peru,- Women,- CAT"
TELLING = "a2,The Committee is concerned about the fees,{},- Peru,- Women,- CAT"


@pytest.mark.parametrize("kind", ["- Concerns/Observations", "Positive aspects", "Finding"])
def test_words_that_are_of_another_kind_are_a_paragraph_and_it_is_told(
    tmp_path: Path, kind: str
) -> None:
    (addition,) = added(written(tmp_path, ASKING, TELLING.format(kind)))
    reading = Importer(PROJECT).read(addition)
    assert texts(reading.document) == ["The State should train all of its judges"]
    told = [p for p in reading.document.parts if p.kind == "Paragraph"]
    assert [reading.document.text_of(p) for p in told] == [
        "The Committee is concerned about the fees"
    ]
    named = kind.strip("- ")
    assert reading.warnings == (
        f"1 row is no recommendation by their kind, and read as paragraphs: {named} (1)",
    )
    reading.document.reassembled()


@pytest.mark.parametrize(
    "kind",
    [
        "- Concerns/Observations - Recommendations",
        "Concluding observations",
        "",
        "Policy",
        "As the findings of the mission to the ports of the south in the year 2031 say",
    ],
)
def test_words_of_a_kind_that_asks_or_that_is_not_known_are_a_recommendation(
    tmp_path: Path, kind: str
) -> None:
    assert len(texts(only(written(tmp_path, ASKING, TELLING.format(kind))))) == 2


@pytest.mark.parametrize("other", ["Finding", "Law", ""])
def test_a_column_that_says_of_no_row_that_it_recommends_speaks_of_something_else(
    tmp_path: Path, other: str
) -> None:
    rows = [TELLING.format("Information"), ASKING.replace("- Recommendations", other)]
    assert len(texts(only(written(tmp_path, *rows)))) == 2


def test_headings_in_camel_case_are_known(tmp_path: Path) -> None:
    document = only(written(tmp_path, ASKING, ASKING.replace("a1", "a3")))
    first = next(document.recommendations())
    assert first.identifier == "a1"
    expected = {"addressedTo": ["- Peru"], "recommendedBy": ["- CAT"], "labelledWith": ["Women"]}
    assert said(document, first) == expected


@pytest.mark.parametrize("body", ["- UPR", "Universal Periodic Review"])
def test_in_a_review_those_in_brackets_recommend(tmp_path: Path, body: str) -> None:
    asked = f"a1,Train all of the judges (Chile),- Recommendations,- Peru,,{body}"
    document = only(written(tmp_path, asked, ASKING))
    makers = [said(document, part)["recommendedBy"] for part in document.recommendations()]
    assert makers == [["(Chile)"], ["- CAT"]]


def test_of_several_columns_of_words_the_one_without_tags_is_read(tmp_path: Path) -> None:
    head = "Text,TextPlainRaw,TextPlainCleaned,Countries"
    row = "<p>12. Train all judges</p>,12. Train all judges,Train all judges of the land,Peru"
    other = row.replace("Train", "Pay")
    assert texts(only(written(tmp_path, row, other, head=head)))[0] == (
        "Train all judges of the land"
    )
