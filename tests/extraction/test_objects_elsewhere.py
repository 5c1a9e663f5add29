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
