"""The title of a convention ends with the words that it stands in: the next cell is none of it."""

from __future__ import annotations

from extraction.sentences import reader

from gcm_kg.model.annotations import Annotations
from gcm_kg.model.document import Document, Part, Source

WORDS = "Ratify ILO Convention No. 169 concerning Indigenous and Tribal Peoples"


def test_the_title_of_a_labour_convention_does_not_go_on_in_the_next_cell() -> None:
    text = f"{WORDS}\tMexico"
    parts = (
        Part("Document", "document", "", "", None, 1, 0, len(WORDS)),
        Part("Recommendation", "1", "main", "tr_1", "document", 1, 0, len(WORDS)),
    )
    document = Document(text, parts, outside=((len(WORDS) + 1, len(text)),))
    source = Source("s", "doc/s", "S", "en", "0" * 64, "", "event/s", {}, {}, document)
    found = reader().extract(source, Annotations())
    (cited,) = (s for s in found.statements if s.relation == "cites")
    assert max(end for _, end in cited.evidence) == len(WORDS)
    assert all(mention.end <= len(WORDS) for mention in found.mentions)
