"""Who made a recommendation, to whom, and what the addressee answered, as the structure says."""

from __future__ import annotations

import pytest
from extraction.sentences import reader, short

from gcm_kg.extraction.attributions import Attributions
from gcm_kg.extraction.positions import Positions
from gcm_kg.model.annotations import Annotations
from gcm_kg.model.document import Attribute, Document, Part, Source
from gcm_kg.model.statements import Statement

BEFORE = "The recommendations below {}:"


def said(before: str, item: str, makers: str) -> dict[str, list[str]]:
    """What is said of an item with its makers in brackets, below a sentence, by edge."""
    edges: dict[str, list[str]] = {}
    for statement in stated(before, item, makers):
        edges.setdefault(statement.relation, []).append(short(statement.entity))
    return edges


def stated(before: str, item: str, makers: str) -> list[Statement]:
    """The statements about the item, with their places in the text."""
    lead = BEFORE.format(before)
    text = f"{lead}\n{item} ({makers})"
    start = len(lead) + 1
    attributes = (
        Attribute("position", 0, len(lead)),
        Attribute("recommendedBy", start + len(item) + 1, len(text)),
    )
    parts = (
        Part("Document", "document", "", "", None, 1, 0, len(text)),
        Part("Paragraph", "p1", "main", "para_1", "document", 1, 0, len(lead)),
        Part("Recommendation", "1", "main", "item_1", "document", 1, start, len(text), attributes),
    )
    source = Source("s", "doc/s", "S", "en", "0" * 64, "", "event/s", {}, {}, Document(text, parts))
    found = reader().extract(source, Annotations())
    return [statement for statement in found.statements if statement.part.identifier == "1"]


@pytest.mark.parametrize(
    ("makers", "states"),
    [
        ("Mexico", ["mx"]),
        ("Mexico; Austria", ["mx", "at"]),
        ("Mexico, Austria and Switzerland", ["mx", "at", "ch"]),
        ("Mexico) (Austria", ["mx", "at"]),
        ("IOM Mexico, UNICEF", ["iom", "unicef"]),
        ("UNICEF, Mexico", ["unicef", "mx"]),
        ("Attorney-General's Department", []),
        ("legislative bodies of the United Nations system", ["un-agencies"]),
        ("Mexico Commission on Work", []),
        ("AUSTRIA HUMAN RIGHTS COMMISSION", []),
        ("National Council of Mexico", []),
        ("Government of Mexico", ["mx"]),
        ("Independent Expert on human rights in Mexico", []),
        ("Working Group on detention; Mexico", ["mx"]),
        ("International Organisation of Employers", ["international-organization-of-employers"]),
        ("International Organisation of Shippers", []),
        ("Mayors Forum", []),
        ("Federation of trade unions", []),
        ("Representatives of employers", ["employers"]),
        ("trade unions of Mexico", ["unions", "mx"]),
    ],
)
def test_the_names_in_brackets_behind_an_item_made_it(makers: str, states: list[str]) -> None:
    edges = said("enjoy the support of the State", "Train the border police", makers)
    assert edges.get("recommendedBy", []) == states
    assert "namesActor" not in edges


def test_the_evidence_is_the_name_or_the_word_of_the_position_where_it_stands() -> None:
    lead, item = BEFORE.format("were noted by the State"), "Train the border police"
    text = f"{lead}\n{item} (Mexico; Austria)"
    found = stated("were noted by the State", item, "Mexico; Austria")
    quoted = [
        (statement.relation, [text[start:end] for start, end in statement.evidence])
        for statement in found
        if statement.relation in ("recommendedBy", "position")
    ]
    assert quoted == [
        *(("recommendedBy", ["Mexico"]), ("recommendedBy", ["Austria"]), ("position", ["noted"]))
    ]
    assert found[0].evidence and text.index("Mexico") in [s.evidence[0][0] for s in found]


@pytest.mark.parametrize(
    ("before", "position"),
    [
        ("enjoy the support of the State", ["accepted"]),
        ("were accepted by the State", ["accepted"]),
        ("did not enjoy the support of the State", ["rejected"]),
        ("were not accepted", ["rejected"]),
        ("were noted by the State", ["noted"]),
        ("will be examined by the State, which will provide responses", ["under-examination"]),
        (
            "are noted by the State, which will provide the response in due time",
            ["under-examination"],
        ),
        ("were noted by the State, and others will be examined", []),
        ("were accepted in part", ["partly-accepted"]),
        ("are those that the State partially accepts", ["partly-accepted"]),
        ("were read out", []),
        ("were accepted or noted", []),
        ("Supported/Noted", ["partly-accepted"]),
        ("cannot be supported by the State", ["rejected"]),
        ("did not enjoy support from the State", ["rejected"]),
        ("did not, after careful thought, find acceptance", []),
        ("were neither accepted by the cabinet", []),
        ("have not been noted", []),
        ("were not all read out, but were accepted", ["accepted"]),
    ],
)
def test_the_sentence_before_a_list_says_what_was_answered(
    before: str, position: list[str]
) -> None:
    edges = said(before, "Train the border police", "Mexico")
    assert edges.get("position", []) == position


def test_a_maker_that_is_not_known_is_none() -> None:
    assert "recommendedBy" not in said("were accepted", "Train the border police", "Examplia")


def test_a_name_in_a_line_that_is_skipped_within_the_part_is_read_all_the_same() -> None:
    text = "Lawyers\nAddressed to: IOM\nSend lawyers"
    place = (text.index("IOM"), text.index("IOM") + 3)
    asked = (Attribute("addressedTo", *place),)
    part = Part("Recommendation", "1", "main", "rec_1", None, 1, 0, len(text), asked)
    document = Document(text, (part,), ((8, place[1]),))
    source = Source("s", "doc/s", "S", "en", "0" * 64, "", "", {}, {}, document)
    statements = reader().extract(source, Annotations()).statements
    found = [s.evidence for s in statements if s.relation in ("addressedTo", "callsOn")]
    assert found == [(place,), (place,)]


@pytest.mark.parametrize(
    ("cell", "told"),
    [
        ("Supported/No ted", "partly-accepted"),
        ("Under exami-nation", "under-examination"),
        ("Noted*", "noted"),
        ("Supported; no position", "accepted"),
        ("Accep ted, no ted", ""),
    ],
)
def test_a_word_that_a_narrow_cell_breaks_is_read_whole(cell: str, told: str) -> None:
    found = Positions(reader().vocabulary).said(cell)
    assert [short(entity) for entity, *_ in found] == ([told] if told else [])


def test_the_words_of_a_position_are_quoted_without_the_signs_around_them() -> None:
    ((_, *place),) = Positions(reader().vocabulary).said("(Noted).")
    assert place == [1, 6]


@pytest.mark.parametrize(
    ("heading", "told"), [("Agreed (Y/N/P)", ["partly-accepted"]), ("Agreed", [])]
)
def test_a_letter_in_a_cell_is_the_answer_that_its_heading_says(
    heading: str, told: list[str]
) -> None:
    text = "Train the border police\nP"
    cell = Attribute("position", 24, 25, heading)
    parts = (
        Part("Document", "document", "", "", None, 1, 0, 25),
        Part("Recommendation", "1", "main", "item_1", "document", 1, 0, 23, (cell,)),
    )
    document = Document(text, parts, outside=((24, 25),))
    source = Source("s", "doc/s", "S", "en", "0" * 64, "", "event/s", {}, {}, document)
    found = reader().extract(source, Annotations()).statements
    said = [s for s in found if s.relation == "position"]
    assert [short(s.entity) for s in said] == told
    assert all(s.evidence == ((24, 25),) for s in said)


@pytest.mark.parametrize(
    ("words", "actors"),
    [
        ("member States of the African Union", ["states"]),
        ("parliaments of the member States of the European Union", ["parliaments"]),
        ("the African Union and the European Union", ["african-union", "european-union"]),
        ("governments", ["states"]),
        ("authorities of Mexico", ["mx"]),
        ("employers of Mexico", ["employers", "mx"]),
        ("maldives", []),
        ("Ministère de la Défense", ["government-ministries"]),
        ("le ministère public", []),
    ],
)
def test_whose_members_are_asked_is_not_asked(words: str, actors: list[str]) -> None:
    text = f"{words}: Train judges."
    given = (Attribute("addressedTo", 0, len(words)),)
    parts = (
        Part("Document", "document", "", "", None, 1, 0, len(text)),
        Part("Recommendation", "1", "main", "i", "document", 1, len(words), len(text), given),
    )
    read = Attributions(reader().vocabulary).read(Document(text, parts))
    assert [short(s.entity) for s in read if s.relation == "addressedTo"] == actors


@pytest.mark.parametrize(
    ("written", "state"),
    [("Guinea Bissau", "gw"), ("Timor Leste", "tl"), ("Sri-Lanka", "lk"), ("Cote d'Ivoire", "ci")],
)
def test_states_are_known_with_and_without_their_hyphens_and_accents(
    written: str, state: str
) -> None:
    assert said("enjoy the support of Chad", "Train judges", written)["recommendedBy"] == [state]


@pytest.mark.parametrize(
    ("makers", "unknown"),
    [
        ("Azerbeijan, Chad", ["Azerbeijan"]),
        ("Chad and Sweeden; Togo", ["Sweeden"]),
        ("Bosnia and Herzegovina, Trinidad and Tobago", []),
        ("Korea, Republic of; Chad on behalf of the African Group", []),
        ("Examplia", ["Examplia"]),
    ],
)
def test_a_name_among_makers_that_is_not_known_is_told(makers: str, unknown: list[str]) -> None:
    text = f"Train judges ({makers})"
    attribute = Attribute("recommendedBy", text.index("(") + 1, len(text) - 1)
    part = Part("Recommendation", "1", "main", "r_1", None, 1, 0, len(text), (attribute,))
    found = Attributions(reader().vocabulary).unresolved(Document(text, (part,)))
    assert [words for _, words in found] == unknown
