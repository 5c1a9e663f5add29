"""What several polarities of one thing come to."""

from __future__ import annotations

import pytest

from gcm_kg.extraction.polarities import common_polarity
from gcm_kg.extraction.polarity_contexts import AVOID, PRESERVE, PREVENT, PROMOTE


@pytest.mark.parametrize(
    ("polarities", "common"),
    [
        ([PROMOTE], PROMOTE),
        ([AVOID, AVOID], AVOID),
        ([AVOID, PREVENT], PREVENT),
        ([PROMOTE, PRESERVE], PROMOTE),
        ([PROMOTE, PREVENT], ""),
        ([PRESERVE, AVOID], ""),
        ([AVOID, PREVENT, PROMOTE], ""),
        ([], ""),
    ],
)
def test_the_wider_of_two_that_agree_holds_and_none_of_others(
    polarities: list[str], common: str
) -> None:
    assert common_polarity(polarities) == common
