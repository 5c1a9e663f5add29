"""How right the linker is, and how fast: precision, recall, calibration, time and memory.

For each vocabulary of others the curated links to it are hidden, the linker is run, and its
proposals are compared with them. A proposal for which there is no curated row was read and judged
in ``linking_judged.tsv``. The vocabularies lie beside the project, in ``../shared/targets``;
without them this says so and measures the rest. The headings of other vocabularies, as far as they
stand in our tables, were tried late: years in brackets and towns behind their States come from
them, the other rules do not.
"""

from __future__ import annotations

import csv
import json
import random
import subprocess
import sys
import tempfile
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from measures import say

from gcm_kg.linking.names import load_other_names
from gcm_kg.linking.proposals import linked
from gcm_kg.linking.subjects import SAME, subjects_of
from gcm_kg.mappings.curated import load_curated
from gcm_kg.mappings.sssom import Mapping, load_mapping_set
from gcm_kg.project import this_project
from gcm_kg.rdf.parsing import parse_file
from gcm_kg.reading.vocabulary import load_vocabulary

HERE = Path(__file__).resolve().parent
TARGETS = HERE.parents[1] / "shared" / "targets"
JUDGED = HERE / "linking_judged.tsv"
GRAPHS = {
    "unbis.tsv": "http://metadata.un.org/thesaurus/",
    "eurovoc.ttl": "http://eurovoc.europa.eu/",
    "sdg.ttl": "http://metadata.un.org/sdg/",
}
"""The files, and the namespaces of what they hold."""
HEADINGS = ("fast", "lcsh", "yso", "stw", "wikidata")
"""Tables whose objects have labels: these are linked as if they were a vocabulary."""
BINS = (0.55, 0.65, 0.78, 0.88, 0.92, 1.0)
"""Upper ends of the ranges of confidence that are compared with what was right."""
NAMES = 500_000
MEGABYTES = 1024


def main(arguments: list[str]) -> None:
    """Measures; with ``--unjudged``, prints the proposals that nobody judged yet."""
    judged = _judged()
    outcomes: list[tuple[float, bool]] = []
    for file, space in GRAPHS.items():
        if not (TARGETS / file).is_file():
            print(f"{file} does not lie in {TARGETS}: not measured")
            continue
        proposed, gold = proposals(file, space)
        if "--unjudged" in arguments:
            _print_unjudged(proposed, gold, judged)
        else:
            outcomes += _report(file, proposed, gold, judged)
    if "--unjudged" in arguments:
        return
    if outcomes:
        _calibration(outcomes)
    _headings()
    _speed()


def _judged() -> dict[tuple[str, str, str], bool]:
    with JUDGED.open(encoding="utf-8", newline="") as file:
        return {
            (row["subject"], row["predicate"], row["object"]): row["verdict"] == "right"
            for row in csv.DictReader(file, delimiter="\t")
        }


def proposals(file: str, space: str) -> tuple[list[Mapping], list[Mapping]]:
    """What is proposed for a vocabulary without the curated links to it, and those links."""
    project = this_project()
    curated = load_curated(project.mappings)
    hidden = [match for match in curated if match.object.startswith(space)]
    rest = [match for match in curated if not match.object.startswith(space)]
    others = load_other_names(project.vocabulary)
    ours = subjects_of(load_vocabulary(project.ontology, project.vocabulary), rest, others)
    with tempfile.TemporaryDirectory() as folder:
        path = _as_rdf(TARGETS / file, Path(folder))
        found = linked(str(path), ours)
        there = {str(quad.subject)[1:-1] for quad in parse_file(path)}
    gold = [m for m in hidden if m.subject in ours.things and m.object in there]
    return found.proposals.matches, gold


def _as_rdf(path: Path, folder: Path) -> Path:
    """The file itself, or, for a table of IRIs and labels, the same as N-Triples."""
    if path.suffix != ".tsv":
        return path
    rdf = folder / f"{path.stem}.nt"
    rows = [line.split("\t") for line in path.read_text("utf-8").splitlines()[1:]]
    pref = "<http://www.w3.org/2004/02/skos/core#prefLabel>"
    rdf.write_text("".join(f"<{iri}> {pref} {json.dumps(label)}@en .\n" for iri, label in rows))
    return rdf


def _kind(predicate: str) -> str:
    return "same" if predicate in SAME else predicate.rsplit("#", 1)[-1]


def _report(
    file: str,
    proposed: list[Mapping],
    gold: list[Mapping],
    judged: dict[tuple[str, str, str], bool],
) -> list[tuple[float, bool]]:
    """Precision and recall for each kind of match; returns confidences with what was right."""
    truth = {(m.subject, m.object): _kind(m.predicate) for m in gold}
    right, wrong, unknown = Counter[str](), Counter[str](), Counter[str]()
    found, outcomes = Counter[str](), []
    curated = Counter[str]()
    for match in proposed:
        kind, pair = _kind(match.predicate), (match.subject, match.object)
        verdict = truth[pair] == kind if pair in truth else judged.get((*_row(match),))
        found[kind] += truth.get(pair) == kind
        curated[kind] += pair in truth
        if verdict is None:
            unknown[kind] += 1
            continue
        (right if verdict else wrong)[kind] += 1
        outcomes.append((float(match.confidence), verdict))
    wanted = Counter(truth.values())
    print(f"\n{file}: {len(proposed)} proposals, {len(gold)} curated links")
    print(f"{'':14}{'proposed':>9}{'right':>7}{'wrong':>7}{'unjudged':>9}{'precision':>11}"
          f"{'curated':>9}{'found':>7}{'recall':>8}")  # fmt: skip
    for kind in ("same", "closeMatch", "broadMatch", "narrowMatch"):
        known = right[kind] + wrong[kind]
        precision = f"{right[kind] / known:.3f}" if known else "-"
        recall = f"{found[kind] / wanted[kind]:.3f}" if wanted[kind] else "-"
        print(f"{kind:14}{known + unknown[kind]:9}{right[kind]:7}{wrong[kind]:7}{unknown[kind]:9}"
              f"{precision:>11}{wanted[kind]:9}{found[kind]:7}{recall:>8}")  # fmt: skip
    if curated["same"]:
        say(f"{file}: precision of same", right["same"] / (right["same"] + wrong["same"]), 0.98,
            "", least=True)  # fmt: skip
        say(f"{file}: recall of same", found["same"] / wanted["same"], 0.85, "", least=True)
    return outcomes


def _row(match: Mapping) -> tuple[str, str, str]:
    return match.subject.split("/id/")[-1], _kind(match.predicate), match.object


def _print_unjudged(
    proposed: list[Mapping], gold: list[Mapping], judged: dict[tuple[str, str, str], bool]
) -> None:
    pairs = {(m.subject, m.object) for m in gold}
    for match in proposed:
        if (match.subject, match.object) not in pairs and _row(match) not in judged:
            print(*_row(match), match.subject_label, match.object_label, "", "", sep="\t")


def _calibration(outcomes: list[tuple[float, bool]]) -> None:
    print("\nconfidence      proposals   mean of it   right")
    low = 0.0
    for high in BINS:
        inside = [(c, ok) for c, ok in outcomes if low < c <= high]
        if inside:
            mean = sum(c for c, _ in inside) / len(inside)
            share = sum(ok for _, ok in inside) / len(inside)
            print(f"{low:.2f} to {high:.2f} {len(inside):12} {mean:12.2f} {share:7.2f}")
        low = high
    print()


def _headings() -> None:
    """Precision and recall of same for vocabularies of which our tables have the headings."""
    project = this_project()
    others = load_other_names(project.vocabulary)
    ours = subjects_of(load_vocabulary(project.ontology, project.vocabulary), (), others)
    print("headings of our tables:  proposed  also curated as same  curated as same")
    for name in HEADINGS:
        rows = load_mapping_set(project.mappings / f"{name}.sssom.tsv").matches
        rows = [row for row in rows if row.object_label and row.subject in ours.things]
        with tempfile.TemporaryDirectory() as folder:
            path = Path(folder) / "headings.nt"
            pref = "<http://www.w3.org/2004/02/skos/core#prefLabel>"
            lines = {f"<{m.object}> {pref} {json.dumps(m.object_label)}@en .\n" for m in rows}
            path.write_text("".join(sorted(lines)))
            found = linked(str(path), ours).proposals.matches
        same = {(m.subject, m.object) for m in found if m.predicate in SAME}
        gold = {(m.subject, m.object) for m in rows if m.predicate in SAME}
        print(f"{name:22}{len(same):11}{len(same & gold):22}{len(gold):17}")
    print()


def _speed() -> None:
    """Time and memory for vocabularies of two sizes, each in a process of its own."""
    peaks = {}
    with tempfile.TemporaryDirectory() as folder:
        for names in (NAMES // 10, NAMES):
            path = Path(folder) / f"{names}.ttl"
            with path.open("w", encoding="utf-8") as file:
                file.writelines(_vocabulary(names))
            seconds, peaks[names] = _run(path)
            if names == NAMES:
                say(f"linking {names:,} names", seconds, 20)
    say("memory for ten times the names", peaks[NAMES] / peaks[NAMES // 10], 1.2, "x")
    print(f"peak: {peaks[NAMES // 10]:.0f} MB and {peaks[NAMES]:.0f} MB")


def _run(path: Path) -> tuple[float, float]:
    """Seconds, and megabytes at the peak, of the linker on a file."""
    code = (
        "import resource, sys, time; from gcm_kg.linking.proposals import linked, our_side;"
        "from gcm_kg.project import this_project; start = time.perf_counter();"
        "linked(sys.argv[1], our_side(this_project(), known=False));"
        "print(time.perf_counter() - start,"
        " resource.getrusage(resource.RUSAGE_SELF).ru_maxrss)"
    )
    command = [sys.executable, "-c", code, str(path)]
    done = subprocess.run(command, check=True, capture_output=True, text=True).stdout
    seconds, kilobytes = map(float, done.split())
    return seconds, kilobytes / MEGABYTES


def _vocabulary(names: int) -> Iterator[str]:
    """A thesaurus with two labels for each concept, made of words of ours and others."""
    chance = random.Random(1)
    words = [a + b + c for a in ("mi", "tra", "so", "eco", "pla", "ver", "lin", "gra")
             for b in ("gra", "ffi", "cia", "ced", "nom", "net", "tic", "gui", "man")
             for c in ("tion", "cking", "ls", "ment", "ics", "ary", "ing", "or")]  # fmt: skip
    yield "@prefix skos: <http://www.w3.org/2004/02/skos/core#> .\n"
    for number in range(names // 2):
        label = " ".join(chance.choices(words, k=chance.randint(1, 4)))
        concept = f"<http://example.org/c/{number}>"
        yield (
            f'{concept} a skos:Concept ; skos:prefLabel "{label}"@en ;'
            f' skos:altLabel "{label} of {chance.choice(words)}"@en ;'
            f" skos:broader <http://example.org/c/{number // 10}> .\n"
        )


if __name__ == "__main__":
    main(sys.argv[1:])
