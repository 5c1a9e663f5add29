"""What is asked for that is not the object of the verb: what replaces something, and the like."""

from __future__ import annotations

import pytest
from extraction.sentences import asked


@pytest.mark.parametrize(
    ("sentence", "measures"),
    [
        ("Write these words into port agreements", ["partnership"]),
        ("Write these words in chalk", []),
        ("Open the kitchens to inspection", ["enforcement"]),
        ("Invite cooks to open the kitchens to inspection", ["enforcement"]),
        ("Make sailing conditional upon independent monitoring", ["review"]),
        ("End the carriage of boys and replace it with shelters", ["body"]),
        ("Phase out cells in favour of shelters", ["body"]),
        ("Bring those who steal boats to court", ["enforcement"]),
        ("Bring those who steal boats to the port", []),
        ("Withdraw the licences of carriers", ["enforcement"]),
        ("Withdraw the lamps of carriers", []),
        ("Explore whether port rules could be drafted as law", []),
        ("Explore whether national law should be amended", ["law"]),
        ("Find out whether post offices could lend boats", []),
        ("Prevail upon the offices to write a code", ["law"]),
        ("Not make food or cash assistance dependent on a scan", []),
        ("Assist cooks", ["service"]),
        ("Assist other States in painting boats", []),
        ("Assist States, upon request, in drawing up plans", ["policy"]),
        ("Inform the persons concerned", []),
        ("Inform the public", ["campaign"]),
        ("Ensure that boats are clean and that legal aid is at hand", ["service"]),
        ("Ensure that boats are clean and that no legal aid is cut", []),
        ("Say that boats are clean and the shelters full", []),
        ("Set out the criminal record of crews", []),
    ],
)
def test_what_is_asked_for_may_stand_elsewhere(sentence: str, measures: list[str]) -> None:
    assert asked(sentence).said("requestsMeasure") == [(measure,) for measure in measures]


@pytest.mark.parametrize(
    ("sentence", "measure"),
    [
        ("Seize boats and channel what they fetch into a fund", "finance"),
        ("Pursue smugglers, and pay what is seized into a fund", "finance"),
        ("Ratify it, and write it into bilateral agreements", "partnership"),
        ("Bring cooks within the labour code", "law"),
        ("Complete without further delay the accession to it", "law"),
        ("Review progress every year", "review"),
        ("Report on the headway made", "review"),
    ],
)
def test_what_further_verbs_and_longer_cues_ask_for(sentence: str, measure: str) -> None:
    assert (measure,) in asked(sentence).said("requestsMeasure")


@pytest.mark.parametrize(
    "sentence", ["Watch goats and turns into funds", "Review maps", "Bring cooks within the city"]
)
def test_what_sounds_like_them_asks_for_nothing(sentence: str) -> None:
    assert asked(sentence).said("requestsMeasure") == []
