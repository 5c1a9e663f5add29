"""A long document is made in portions, by several processes, and is the same then."""

from __future__ import annotations

from pathlib import Path

import pytest
from publishing.small import RECOMMENDATIONS, small

from gcm_kg.publishing import portion_maker, portions
from gcm_kg.publishing.build import building

SHORT = 5
"""Recommendations of a portion, so that the document of the tests has several."""


@pytest.fixture(name="processes")
def counted_processes(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """In how many processes each document was made whose portions are short."""
    jobs: list[int] = []
    make = portion_maker.PortionMaker._in_processes

    def counting(*given: object) -> object:
        jobs.append(int(str(given[-1])))
        return make(*given)  # type: ignore[arg-type]

    monkeypatch.setattr(portions, "MOST", SHORT)
    monkeypatch.setattr(portions, "ROWS", SHORT)
    monkeypatch.setattr(portion_maker.PortionMaker, "_in_processes", counting)
    return jobs


def test_a_long_document_made_by_two_processes_is_what_one_makes(
    tmp_path: Path, processes: list[int]
) -> None:
    assert RECOMMENDATIONS > 2 * SHORT
    made = []
    for jobs in (1, 2):
        project = small(tmp_path / str(jobs))
        with building(project, None, keep=False, jobs=jobs) as built:
            built.put_in_place()
        files = [path for path in project.graph.iterdir() if path.suffix in (".ttl", ".trig")]
        made.append({path.name: path.read_bytes() for path in files})
    assert processes == [2]
    assert len(made[0]) > 1 and made[0] == made[1]
