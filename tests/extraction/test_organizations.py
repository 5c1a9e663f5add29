"""Bodies are found by their names, and things that hold their names are not them."""

from __future__ import annotations

import pytest
from extraction.sentences import told


@pytest.mark.parametrize(
    ("words", "actor"),
    [
        ("Committee on the Elimination of Discrimination against Women", "committee-on-the-eli"),
        ("CEDAW Committee", "committee-on-the-elimination-of-discrimination-against-women"),
        ("Human Rights Committee", "human-rights-committee"),
        ("Committee on Economic, Social and Cultural Rights", "cescr"),
        ("Working Group on Arbitrary Detention", "working-group-on-arbitrary-detention"),
        ("Special Rapporteur on the independence of judges and lawyers", "special-rapporteur-on-i"),
        ("Special Rapporteur on torture", "special-rapporteur-on-torture"),
        (
            "Special Rapporteur on the rights and fundamental freedoms of indigenous peoples",
            "special-rapporteur-on-i",
        ),
        ("independent expert on water and sanitation", "special-rapporteur-on-water"),
        ("ESCAP", "escap"),
        ("WHO", "who"),
        ("FAO", "fao"),
        ("UN-Habitat", "un-habitat"),
        ("African Commission on Human and Peoples’ Rights", "african-commission"),
        ("European Committee for the Prevention of Torture", "cpt"),
        ("Organisation of Islamic Cooperation", "oic"),
        ("Colombo Process", "colombo-process"),
        ("International Criminal Tribunal for Rwanda", "ictr"),
    ],
)
def test_a_body_is_found_by_its_name(words: str, actor: str) -> None:
    named, *_ = told(f"This was said by the {words} in May.").named()
    assert named[1].startswith(actor)


@pytest.mark.parametrize(
    ("words", "actor"),
    [
        ("National Commission on Human Rights", "commission-on-human-rights"),
        ("International Criminal Tribunal for Rwanda", "rw"),
        ("HELP FOR PEOPLE WHO FLEE and others", "who"),
        ("cooks, as it judges fit or whom it judges able, and guards", "judiciary"),
        ("rapporteurs on torture and on the independence of judges and lawyers", "lawyers"),
        ("units with law enforcement functions", "law-enforcement"),
    ],
)
def test_a_part_of_another_name_is_not_the_body(words: str, actor: str) -> None:
    named = told(f"This was said by the {words} in May.").named()
    assert actor not in [entity for _, *entities in named for entity in entities]
