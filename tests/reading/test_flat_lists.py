"""Cells that stand one below the other, lists within items, and items that ask for nothing."""

from __future__ import annotations

import pytest
from reading.test_documents import read, said

from gcm_kg.model.document import Document


def asked(document: Document) -> list[str]:
    return [part.identifier for part in document.recommendations()]


THEMATIC = """# UPR 9th Session - Testland - List of Recommendations

Recommendation and recommending State
Position of the State under review
Theme: Work & homes
7.12 Train all the judges (Peru) (Chile);
Source of Position: X/1/Add.1 - Para.3
Supported
- Work & homes
Groups of Persons:
- Judges
7.3 End the detention of children (Fiji);
Source of Position: X/1/Add.1 - Para.4
Noted
- Children
Theme: Guests
7.20 Open homes for guests (Togo).
Supported
- Guests
"""


def test_cells_one_below_the_other_are_recommendations_with_the_answer_below_each() -> None:
    document = read(THEMATIC, "universal-periodic-review").document
    assert asked(document) == ["7.12", "7.3", "7.20"]
    assert said(document, "position") == ["Supported", "Noted", "Supported"]
    assert said(document, "recommendedBy") == ["Peru", "Chile", "Fiji", "Togo"]
    assert set(said(document, "addressedTo")) == {"Testland"}


def test_lines_that_head_groups_are_answers_to_what_is_below_them() -> None:
    text = (
        "The following recommendations have been examined by Testland:\n\nSupported\n\n"
        "7.1 Train all the judges (Peru);\n\nNoted\n\n7.2 Open homes for guests (Togo);\n"
    )
    document = read(text, "universal-periodic-review").document
    assert said(document, "position") == ["Supported", "Noted"]


@pytest.mark.parametrize("sign", ["-", "•", "*"])
def test_a_list_within_an_item_that_is_open_goes_on_with_it(sign: str) -> None:
    text = f"""# Our asks

We call on the Government to:

{sign} Train all the judges;
{sign} Open homes for guests, together with
    {sign} towns and ports;
    {sign} the Board of Homes.
{sign} End the detention of children.
"""
    document = read(text, "general").document
    parts = list(document.recommendations())
    words = [" ".join(document.words_of(part).split()) for part in parts]
    assert len(words) == 3
    assert words[1].endswith("the Board of Homes.")


def test_items_that_stand_further_in_are_their_own_where_the_one_above_is_whole() -> None:
    text = """# Our asks

We call on the Government to:

- Train all the judges;
    - Open homes for guests;
- End the detention of children.
"""
    assert len(asked(read(text, "general").document)) == 3


def test_what_only_says_which_answers_follow_is_no_recommendation() -> None:
    text = """Report of the Working Group on the Universal Periodic Review

Testland

1. This is the response of Testland.

2. Testland received 10 recommendations, 7 of which are supported. Its response has three parts:

1. Accepted recommendations; 2. Accepted recommendations that it has carried out;
3. Noted recommendations.

Accepted recommendations

3. The Government accepts the following recommendations: 7.1, 7.3.

4. For the time being, the Government notes recommendations 7.2, 7.4.
"""
    assert asked(read(text, "universal-periodic-review").document) == []


def test_things_for_which_provisions_are_asked_are_no_recommendations_of_their_own() -> None:
    text = """Recommendations

1. The Board recommends that Testland make provisions for the following: (a) cost of return;
(b) reception of guests; and (c) food and shelter.

2. The Board recommends the following: (a) train judges; (b) open homes for guests.
"""
    assert asked(read(text, "general").document) == ["1", "2.a", "2.b"]


def test_the_functions_of_a_mandate_are_asked_of_nobody() -> None:
    text = """The Human Rights Council,

Recalling its resolutions,

1. Decides to extend the mandate of the Expert for three years, with the following functions:

(a) To examine obstacles;

(b) To request information from all sources;

2. Requests all States to help the Expert.
"""
    assert asked(read(text, "resolution").document) == ["2"]


def test_a_list_that_says_upr_and_has_makers_in_brackets_is_one_of_a_review() -> None:
    text = """# UPR 4th Cycle (2031) - Testland - All Recommendations

### Work

7.1 Train all the judges (Peru) (Chile);

7.2 Open homes for guests (Togo);
"""
    document = read(text).document
    assert said(document, "recommendedBy") == ["Peru", "Chile", "Togo"]
    assert set(said(document, "addressedTo")) == {"Testland"}


def test_letters_may_stand_right_before_their_words_as_pages_glue_them() -> None:
    text = """Recommendations

12.The Board recommends that the State party:

a)Train all the judges;

b)Étudier les ports.

13.The Board recommends that the State party e)mail it.
"""
    document = read(text, "general").document
    assert asked(document)[:2] == ["12.a", "12.b"]
