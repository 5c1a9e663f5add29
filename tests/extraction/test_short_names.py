"""A short name in brackets behind the name of a body stands for it in that document."""

from __future__ import annotations

import pytest
from extraction.sentences import Case, asked, reader

from gcm_kg.extraction.attributions import Attributions
from gcm_kg.extraction.short_names import short_names
from gcm_kg.model.annotations import Annotations
from gcm_kg.model.document import Attribute, Document, Part
from gcm_kg.project import this_project
from gcm_kg.reading.documents import read_as
from gcm_kg.reading.sources import profiles_of

CPT = "European Committee for the Prevention of Torture"


@pytest.mark.parametrize(
    ("context", "named"),
    [
        (f"The {CPT} (CPT) came.", ["cpt"]),
        (f"The {CPT} (the “CPT”) came.", ["cpt"]),
        (f"The {CPT} (ABC) came.", []),
        (f"The {CPT} (TPC) came.", []),
        (f"The {CPT} came. The CPT came.", []),
        ("Togo (CPT) came.", []),
        (f"The {CPT} (CPT) and the Conference of Parties on Torture (CPT) came.", ["cpt"]),
    ],
)
def test_a_short_name_stands_for_the_body_before_its_bracket(
    context: str, named: list[str]
) -> None:
    case = asked("Inform the CPT of it.", context)
    found = [n for n in case.named() if n and n[0] == "CPT"]
    assert [entity for _, *entities in found for entity in entities][-1:] == named


def test_a_short_name_of_two_bodies_names_none_and_that_of_a_state_none_either() -> None:
    text = "The Board of Ports (BP) met the Bank of Peru (BP), and the Port Fund (PF)."
    names = [("Board of Ports", "a"), ("Bank of Peru", "b"), ("Port Fund", "c")]
    places = [(text.index(name), text.index(name) + len(name), iri) for name, iri in names]
    assert short_names(text, places) == {"PF": "c"}
    case = asked("Inform the TT of it.", "It came to Trinidad and Tobago (TT).")
    assert not [n for n in case.named() if n[0] == "TT" and len(n) > 1]


def attributed(text: str, words: str) -> tuple[list[str], list[str]]:
    """Who made a recommendation by a stretch of words, and what stays unresolved."""
    text = f"{text} {words}: Train judges."
    start = text.index(f"{words}: Train")
    given = (Attribute("recommendedBy", start, start + len(words)),)
    parts = (
        Part("Document", "document", "", "", None, 1, 0, len(text)),
        Part(
            "Recommendation", "1", "main", "i", "document", 1, text.index("Train"), len(text), given
        ),
    )
    document, read = Document(text, parts), Attributions(reader().vocabulary)
    made = [s.entity.rsplit("/", 1)[-1] for s in read.read(document)]
    return made, [word for _, word in read.unresolved(document)]


def test_a_maker_may_be_named_by_the_short_name_that_the_document_spells_out() -> None:
    assert attributed(f"It met the {CPT} (CPT).", "the CPT") == (["cpt"], [])
    assert attributed(f"It met the {CPT}.", "the CPT") == ([], ["the CPT"])
    assert attributed("Nurses of Ports (JS2) wrote.", "JS2") == ([], ["JS2"])


VISIT = f"""Report on the visit to Togo carried out by the {CPT} (CPT)

1. A delegation came to Togo.

The CPT recommends that the authorities renovate all the cells.
"""


def test_a_visit_of_a_committee_against_torture_says_who_asks_whom() -> None:
    document = read_as(VISIT, profiles_of(this_project())).document
    (part,) = document.recommendations()
    case = Case(document, part.identifier, Annotations())
    assert case.said("recommendedBy") == [("cpt",)] and case.said("addressedTo") == [("tg",)]
