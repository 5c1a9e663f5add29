"""An acronym means what the document spells out, where that is something else than we know."""

from __future__ import annotations

import pytest
from extraction.sentences import asked, reader

from gcm_kg.extraction.recognition import find_mentions
from gcm_kg.model.document import Document, Part


def meant(context: str, acronym: str) -> set[tuple[str, ...]]:
    read = asked(f"Pay for {acronym} soon", context)
    return {tuple(things) for words, *things in read.named() if words == acronym}


@pytest.mark.parametrize(
    ("context", "acronym"),
    [
        ("The Community Resource Centre (CRC) opened.", "CRC"),
        ("Children run the Child Rights Club (CRC) there.", "CRC"),
        ("The Inland Lakes Office (“ILO”) spoke.", "ILO"),
        ("The International Chamber of Commerce (ICC) spoke.", "ICC"),
        ("The International Commission of Jurists (the ICJ) spoke.", "ICJ"),
        ("The Gender and Crime Movement (hereinafter GCM) spoke.", "GCM"),
    ],
)
def test_what_is_spelt_out_otherwise_is_not_ours(context: str, acronym: str) -> None:
    assert meant(context, acronym) == {()}, "it stays, unresolved"


@pytest.mark.parametrize(
    ("context", "acronym", "thing"),
    [
        ("The Convention on the Right of the Children (CRC) was read.", "CRC", "crc"),
        ("The Convention on Civil and Political Rights (CCPR) is old.", "CCPR", "iccpr"),
        ("The World Health Organisation (WHO) spoke.", "WHO", "who"),
        ("The International Organisation of Migration (IOM) spoke.", "IOM", "iom"),
        ("The International Court of Justice (ICJ) spoke.", "ICJ", "icj"),
        ("Lawyers of all kinds (WHO) spoke.", "WHO", "who"),
        ("Opening words.", "IOM", "iom"),
    ],
)  # fmt: skip
def test_other_forms_of_its_name_and_words_without_its_letters_change_nothing(
    context: str, acronym: str, thing: str
) -> None:
    assert meant(context, acronym) == {(thing,)}


@pytest.mark.parametrize(("is_table", "known"), [(True, True), (False, False)])
def test_in_a_table_it_is_said_of_its_row_alone(*, is_table: bool, known: bool) -> None:
    rows = ("Fund the Community Resource Centre (CRC)", "Ratify the CRC")
    text = "\n".join((*rows, "Ghana"))
    ends = len(rows[0]), len(text) - len("\nGhana")
    parts = tuple(
        Part("Recommendation", f"{number}", "main", f"rec_{number}", None, number, start, end)
        for number, start, end in ((1, 0, ends[0]), (2, ends[0] + 1, ends[1]))
    )
    outside = ((ends[1] + 1, len(text)),) if is_table else ()
    document = Document(text, parts, outside=outside)
    found = find_mentions(document, reader().vocabulary, reader().finder, [])
    named = [m.entities for m in found if m.part.identifier == "2" and m.layer == "names"]
    assert any(named) is known
