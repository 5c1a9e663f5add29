"""Fits the weights of the linker's two models from judged pairs; tries them on targets left out.

    python benchmarks/linking_fit.py            # prints how sure and how right, by targets left out
    python benchmarks/linking_fit.py --write    # and writes src/gcm_kg/linking/model.toml

``linking_pairs.tsv`` has the pairs: which target, which two things, which model, whether a reader
found the match right, and the features (``gcm_kg.linking.evidence``). Weights are those that make
the judgements likeliest, drawn towards 0 (RIDGE), so that a feature seen rarely says
little. A target left out is judged by weights that never saw it.
"""

from __future__ import annotations

import csv
import math
import sys
from collections import Counter
from collections.abc import Iterable, Sequence
from pathlib import Path

import numpy as np

HERE = Path(__file__).resolve().parent
PAIRS = HERE / "linking_pairs.tsv"
MODEL = HERE.parent / "src" / "gcm_kg" / "linking" / "model.toml"
RIDGE = {"same": 0.35, "near": 1.0}
STEPS, RATE = 4000, 0.05
"""Of the descent, and how far each goes at most."""
FOR = frozenset(
    "ours_pref identifier fits dated to_the_day typed noted placed near_ours several".split()
)
AGAINST = frozenset(
    "ours_alt ours_hidden ours_other theirs_alt inflected one_word demoted away strange_note"
    " strange_place odd unsaid number loose human".split()
)
"""Features that may only speak for a match, and only against it."""
SELDOM = 3
"""Pairs that a feature must be seen in to be weighed."""
BANDS = (0.6, 0.8, 0.9, 0.95, 1.0)
"""Upper ends of ranges of confidence."""
MODELS = {"same": "that two things are the same", "near": "that another relation is right"}

Row = tuple[str, dict[str, float], int, str]
"""The target, the features, 1 where the match is right, and the thing."""


def main(arguments: Sequence[str]) -> None:
    """Fits both models; with ``--write``, writes them down."""
    fitted = {}
    for model, what in MODELS.items():
        rows = list(_rows(model))
        print(f"\n{model} ({what}): {len(rows)} pairs of {len({r[0] for r in rows})} targets")
        _cross_validated(rows, model)
        fitted[model] = fit(rows, model)
    if "--write" in arguments:
        MODEL.write_text(_toml(fitted), encoding="utf-8")


def _rows(model: str) -> Iterable[Row]:
    with PAIRS.open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file, delimiter="\t"):
            if row["model"] == model:
                pairs = (item.split("=") for item in row["features"].split())
                features = {name: float(value) for name, value in pairs}
                yield row["target"], features, int(row["right"]), row["thing"]


def fit(rows: Sequence[Row], model: str) -> dict[str, float]:
    """The weights of the features, and of "bias", by gradient descent with momentum (Adam)."""
    seen = Counter(name for _, features, _, _ in rows for name in features)
    names = ["bias", *sorted(name for name, count in seen.items() if count >= SELDOM)]
    table = np.array([[1.0, *(f.get(name, 0.0) for name in names[1:])] for _, f, _, _ in rows])
    right = np.array([row[2] for row in rows])
    ridge = np.array([0.0, *[RIDGE[model]] * (len(names) - 1)])
    lowest = np.array([0.0 if name in FOR else -np.inf for name in names])
    highest = np.array([0.0 if name in AGAINST else np.inf for name in names])
    groups = _groups(rows, model)
    weights, first, second = (np.zeros(len(names)) for _ in range(3))
    for step in range(1, STEPS + 1):
        slope = table.T @ _errors(table @ weights, right, groups) + ridge * weights
        first = 0.9 * first + 0.1 * slope
        second = 0.99 * second + 0.01 * slope * slope
        moved = first / (1 - 0.9**step) / (np.sqrt(second / (1 - 0.99**step)) + 1e-9)
        weights = weights - RATE / math.sqrt(1 + step / 200) * moved
        weights = np.clip(weights, lowest, highest)
    return dict(zip(names, map(float, weights), strict=True))


def _groups(rows: Sequence[Row], model: str) -> np.ndarray:
    """Which pairs compete, by a number for each: those of one thing with one target."""
    if model != "same":
        return np.arange(len(rows))
    number = {key: i for i, key in enumerate(dict.fromkeys((t, thing) for t, _, _, thing in rows))}
    return np.array([number[t, thing] for t, _, _, thing in rows])


def _errors(weights: np.ndarray, right: np.ndarray, groups: np.ndarray) -> np.ndarray:
    """How far each pair's share is off, where of a group one is right, or none."""
    odds = np.exp(weights)
    said = odds / (1 + np.bincount(groups, odds))[groups]
    good = np.bincount(groups, odds * right)[groups]
    off: np.ndarray = said - np.where(good > 0, odds * right / np.where(good > 0, good, 1), 0)
    return off


def predicted(weights: dict[str, float], features: dict[str, float]) -> float:
    """The odds that a match is right."""
    return math.exp(weights["bias"] + sum(weights.get(k, 0) * v for k, v in features.items()))


def _cross_validated(rows: Sequence[Row], model: str) -> None:
    """Prints confidence and truth for each target, by weights from all the others.

    Of the pairs of a thing with a target only the surest counts, as it does in the linker.
    """
    outcomes = []
    for target in sorted({row[0] for row in rows}):
        weights = fit([row for row in rows if row[0] != target], model)
        left_out = [row for row in rows if row[0] == target]
        odds = [predicted(weights, row[1]) for row in left_out]
        groups = _groups(left_out, model)
        total = 1 + np.bincount(groups, odds)
        found = list(zip(odds, left_out, groups, strict=True))
        for group in range(len(total)):
            best = max((o, row[2]) for o, row, g in found if g == group)
            outcomes.append((best[0] / total[group], best[1]))
    low = 0.0
    for high in BANDS:
        band = [(p, right) for p, right in outcomes if low < p <= high]
        if band:
            mean, share = (sum(x[i] for x in band) / len(band) for i in (0, 1))
            print(f"  {low:.2f} to {high:.2f}: n={len(band):4}, sure {mean:.3f}, right {share:.3f}")
        low = high


def _toml(fitted: dict[str, dict[str, float]]) -> str:
    lines = ["# Weights of what speaks for and against a match (natural logarithms of odds).",
             "# Read by model.py; made by benchmarks/linking_fit.py."]  # fmt: skip
    for model, weights in fitted.items():
        lines += ["", f"[{model}] # {MODELS[model]}"]
        lines += [f"{name} = {weight:.2f}" for name, weight in weights.items()]
    return "\n".join(lines) + "\n"


if __name__ == "__main__":
    main(sys.argv[1:])
