"""The page to review proposals on, and precision and recall against judgements."""

from __future__ import annotations

import json
import re
from pathlib import Path

from linking.linked import ID, PREFIXES, X, ours

from gcm_kg.linking.gold import scores
from gcm_kg.linking.proposals import linked
from gcm_kg.linking.review_page import review_page
from gcm_kg.mappings.sssom import Mapping

EXACT = "http://www.w3.org/2004/02/skos/core#exactMatch"
CLOSE = "http://www.w3.org/2004/02/skos/core#closeMatch"
TURTLE = """
x:1 skos:prefLabel "impunity"@en ; skos:definition "</script> freedom from punishment"@en ;
    skos:broader x:9 . x:9 skos:prefLabel "crime"@en .
x:2 skos:prefLabel "Slavery (Roman law)"@en .
"""


def page(tmp_path: Path) -> str:
    path = tmp_path / "target.ttl"
    path.write_text(PREFIXES + TURTLE, encoding="utf-8")
    found = linked(str(path), ours())
    return review_page(found.proposals, ours(), found.target, "target.ttl")


def data_of(text: str) -> dict[str, object]:
    found = re.search(r"const data = (.*);\n", text)
    assert found is not None
    data: dict[str, object] = json.loads(found[1])
    return data


def test_a_page_shows_what_both_sides_say_of_each_pair(tmp_path: Path) -> None:
    data = data_of(page(tmp_path))
    theirs = data["theirs"]
    assert isinstance(theirs, dict)
    assert theirs[X + "1"]["in"] == ["crime"]
    mine = data["ours"]
    assert isinstance(mine, dict)
    assert mine[ID + "theme/impunity"]["notes"]
    pairs = data["pairs"]
    assert isinstance(pairs, list)
    assert {(p["o"], p["p"]) for p in pairs} >= {(X + "1", "skos:exactMatch"), (X + "2", "")}


def test_a_page_asks_no_host_and_no_text_of_others_ends_its_script(tmp_path: Path) -> None:
    text = page(tmp_path)
    assert text.count("</script>") == 1
    assert "default-src 'none'" in text
    assert not re.search(r"(?:src|href)=[\"']?http", text)


def row(subject: str, predicate: str, other: str, modifier: str = "") -> Mapping:
    return Mapping(ID + subject, predicate, other, "", modifier=modifier)


def test_precision_counts_what_was_judged_and_recall_what_was_wanted() -> None:
    proposed = [
        row("theme/slavery", EXACT, "http://t.example/1"),
        row("theme/health", EXACT, "http://t.example/2"),
        row("theme/asylum", EXACT, "http://t.example/3"),
        row("theme/visas", CLOSE, "http://t.example/4"),
    ]
    gold = [
        row("theme/slavery", EXACT, "https://t.example/1"),
        row("theme/health", EXACT, "http://t.example/2", "Not"),
        row("theme/impunity", EXACT, "http://t.example/5"),
        row("theme/visas", CLOSE, "http://t.example/4"),
    ]
    exact, other = scores(proposed, gold)
    assert (exact.right, exact.judged, exact.unjudged, exact.found, exact.wanted) == (1, 2, 1, 1, 2)
    assert (other.right, other.judged, other.found, other.wanted) == (1, 1, 1, 1)
    assert "precision 0.50" in str(exact)
