"""What "the Convention" means all over a document: by a definition in it, or by whose it is."""

from __future__ import annotations

import pytest
from extraction.sentences import Case

from gcm_kg.model.annotations import Annotations
from gcm_kg.project import this_project
from gcm_kg.reading.documents import read_as
from gcm_kg.reading.sources import profiles_of

OBSERVATIONS = """Committee on the Rights of the Child

Concluding observations on the second report of Testland

1. The State party signed the Refugee Convention. The State party should apply the Convention.

2. The State party should apply the Convention in all courts.

3. The State party should implement the Protocol.

4. The Convention against Torture (hereinafter “the Convention”) is old.

5. The State party should apply the Convention by law.
"""


def cited_in_observations(identifier: str) -> list[tuple[str, ...]]:
    document = read_as(OBSERVATIONS, profiles_of(this_project())).document
    return Case(document, identifier, Annotations()).said("cites")


@pytest.mark.parametrize(
    ("identifier", "cited"),
    [
        ("1.r1", [("refugee-convention", "apply")]),
        ("2", [("crc", "apply")]),
        ("3", []),
        ("5", [("cat", "apply")]),
    ],
    ids=[
        "named in the sentence before",
        "the treaty of the committee",
        "of another noun",
        "defined in brackets",
    ],
)
def test_the_convention_is_that_of_the_committee_or_of_a_definition(
    identifier: str, cited: list[tuple[str, ...]]
) -> None:
    assert cited_in_observations(identifier) == cited
