"""The quote of a statement is what its evidence says, in the order of the text."""

from __future__ import annotations

from publishing import several

from gcm_kg.rdf.namespaces import GCM, OA

WORDS = f"""SELECT ?statement ?quote ?start ?words {{
  ?statement <{GCM}quote> ?quote ; <{GCM}evidence> ?span .
  ?span <{OA}hasSelector> ?placed, ?quoted .
  ?placed <{OA}start> ?start . ?quoted <{OA}exact> ?words
}}"""


def test_a_quote_has_the_words_of_all_evidence_in_order_and_the_same_ones_once() -> None:
    found: dict[str, tuple[str, list[tuple[int, str]]]] = {}
    for row in several.of_all_kinds().select(WORDS):
        place = (int(row["start"].value), row["words"].value)
        found.setdefault(row["statement"].value, (row["quote"].value, []))[1].append(place)
    assert any(" … " in quote for quote, _ in found.values())
    for quote, places in found.values():
        assert quote == " … ".join(dict.fromkeys(words for _, words in sorted(places)))
