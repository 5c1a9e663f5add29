"""Numbers are followed through lists within paragraphs, as a reader follows them."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from gcm_kg.reading.running_numbers import numbered

LISTS = st.lists(st.sampled_from([0, 2, 3, 12, 25]), min_size=2, max_size=6)
ENDS = st.sampled_from(["(Peru); ", "(Peru) ", "well. ", "(Chad, Mali);  ", "(Togo), "])
SIGNS = st.sampled_from([". ", ". \t", ".  "])


@given(LISTS, ENDS, SIGNS, st.integers(30, 90), st.booleans())
def test_each_paragraph_and_each_item_of_its_list_is_found(
    lists: list[int], end: str, sign: str, first: int, dotted: bool
) -> None:
    text, places = "The talks went on. ", []
    for number, items in enumerate(lists, first):
        places.append(len(text))
        text += f"{number}{sign}The State said all{': ' if items else '. '}"
        for item in range(1, items + 1):
            places.append(len(text))
            text += f"{number}.{item} Train {end}" if dotted else f"{item}{sign}Train {end}"
    assert numbered([(text, True)]) == [places]
    assert numbered([(text, False)]) == [[]]


def test_numbers_go_on_from_line_to_line_and_a_number_alone_is_none() -> None:
    assert numbered([("7. Ports.", False), ("It is old. 8. Nets. In May. 12. Act.", True)]) == [
        [0],
        [11],
    ]
    assert numbered([("It is old. 8. Nets.", True)]) == [[]]


def test_one_item_of_the_number_of_its_paragraph_is_a_list() -> None:
    text = "It is. 8. Ports are: 8.1 Train. 9. Nets are: 9.1 Mend. 10. That is all."
    assert numbered([(text, True)]) == [[text.index(n) for n in ("8.", "8.1", "9.", "9.1", "10.")]]


def test_a_list_may_begin_behind_words_without_an_end_if_its_second_number_follows() -> None:
    text = "All. 7. It is. 8. These have the support of Togo 1. Train (Peru) 2. Pay (Chad) 9. End."
    assert numbered([(text, True)]) == [[text.index(n) for n in ("7.", "8.", "1.", "2.", "9.")]]


def test_numbers_from_which_none_goes_on_give_way_to_those_from_which_others_do() -> None:
    text = "It is. 50. May. 30. June. 12. Ports. 13. Nets. 14. End."
    assert numbered([(text, True)]) == [[text.index(n) for n in ("12.", "13.", "14.")]]
