"""What the labels of experts mean, by the table of meanings and by the names of things."""

from __future__ import annotations

import pytest
from extraction.sentences import iri, reader

from gcm_kg.extraction.expert_labels import ExpertLabels
from gcm_kg.model.document import Attribute, Document, Part

WORK = iri("theme/labour-rights")


def meant(words: str, meanings: dict[str, tuple[str, ...]]) -> tuple[str, ...]:
    """What a label means that stands beside a recommendation."""
    said = "Train the police"
    text = f"{said}\n{words}"
    label = Attribute("labelledWith", len(said) + 1, len(text), "Theme")
    parts = (
        Part("Document", "document", "", "", None, 1, 0, len(text)),
        Part("Recommendation", "1", "main", "1", "document", 1, 0, len(text), (label,)),
    )
    labels = ExpertLabels(reader().vocabulary, meanings)
    (found,) = labels.read_of(Document(text, parts))
    return found.label.meanings


@pytest.mark.parametrize(
    ("words", "meanings", "expected"),
    [
        ("Detention", {}, (iri("theme/detention"),)),
        ("detention", {"Detention": (WORK,)}, (WORK,)),
        ("Detention", {"Sailing": (WORK,)}, (iri("theme/detention"),)),
        ("Sailing", {"Sailing": (WORK,)}, (WORK,)),
        ("D26 Sailing", {"Sailing": (WORK,)}, (WORK,)),
        ("15.2. Detention", {}, (iri("theme/detention"),)),
        ("Rest and sailing", {"Rest & sailing": (WORK,)}, (WORK,)),
        ("4 Sailing", {"Sailing": (WORK,)}, ()),
    ],
)
def test_the_table_of_meanings_goes_before_the_thing_of_that_name(
    words: str, meanings: dict[str, tuple[str, ...]], expected: tuple[str, ...]
) -> None:
    assert meant(words, meanings) == expected
