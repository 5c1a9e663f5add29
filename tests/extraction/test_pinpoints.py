"""The place within an instrument stands in the part that names it."""

from __future__ import annotations

import pytest

from gcm_kg.extraction.pinpoints import pinpoint
from gcm_kg.model.document import Part
from gcm_kg.model.statements import Mention


@pytest.mark.parametrize(
    ("before", "words", "behind", "place"),
    [
        ("", "They relied on article 6 of the Pact", " then.", "article 6"),
        ("", "They relied on the Pact", ", article 7, then.", "article 7"),
        ("They left out article 6 of\n\n", "the Pact", " then.", None),
        ("", "They relied on the Pact", ".\n\n, article 7", None),
    ],
)
def test_a_place_is_read_in_the_part_alone(
    before: str, words: str, behind: str, place: str | None
) -> None:
    text = f"{before}{words}{behind}"
    end = text.find("\n\n", len(before))
    part = Part(
        "Paragraph", "I.p1", "main", "p1", None, 1, len(before), end if end > 0 else len(text)
    )
    start = text.index("Pact")
    found = pinpoint(text, Mention(start, start + 4, ("urn:pact",), "names", "urn:rule", part))
    assert (found[0] if found else None) == place
    assert not found or text[slice(*found[1])] == place
