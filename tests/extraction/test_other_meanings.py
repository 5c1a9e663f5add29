"""An acronym means what the document spells out, where that is something else than we know."""

from __future__ import annotations

import pytest
from extraction.sentences import asked


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
