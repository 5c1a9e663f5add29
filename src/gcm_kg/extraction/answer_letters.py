"""Tells what letters in a column of answers stand for, where its heading lists them."""

from __future__ import annotations

import re

# Matches “Y/N/P” in “Agreed (Y/N/P)” and “A / PA / NA”, not “and/or”.
LISTED = re.compile(r"(?<![\w/])[A-Z]{1,2}(?:\s?/\s?[A-Z]{1,2}){2}(?![\w/])")
MEANINGS = (
    {"Y": "accepted", "N": "rejected", "P": "partly accepted"},
    {"A": "accepted", "NA": "rejected", "PA": "partly accepted"},
    {"A": "accepted", "R": "rejected", "PA": "partly accepted"},
    {"A": "accepted", "R": "rejected", "P": "partly accepted"},
)
"""Answers by letters; of two letters alone (“Y/N”) no stands for what is noted as well."""


def spelt_out(heading: str, words: str) -> str:
    """The answer that a letter in a cell stands for by the heading of its column; other words as
    they are."""
    listed = LISTED.search(heading)
    letters = set(re.split(r"\s?/\s?", listed[0])) if listed else set()
    meant = next((each for each in MEANINGS if each.keys() == letters), {})
    return meant.get(words.strip(" ."), words)
