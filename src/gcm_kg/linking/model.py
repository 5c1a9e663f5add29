"""How sure a match is: weights of what speaks for and against it, fitted from judged pairs.

Two small logistic models, in ``model.toml`` as tables that can be read: one for whether two things
are the same, one for whether another relation between them is right. A confidence is that
probability; ``benchmarks/linking_fit.py`` fits the weights and tries them on targets left out.
"""

from __future__ import annotations

import math
import tomllib
from collections.abc import Iterable, Mapping
from pathlib import Path

WEIGHTS: dict[str, dict[str, float]] = tomllib.loads(
    Path(__file__).with_suffix(".toml").read_text("utf-8")
)
"""By model and feature."""
SAME, NEAR = "same", "near"
"""The models: the same, and another relation."""
BIAS = "bias"
HIGHEST = 0.99
"""No match that nobody has looked at is surer."""


def weight(model: str, features: Mapping[str, float]) -> float:
    """What speaks for a match, less what speaks against it; features without a weight are nothing.

    It is the natural logarithm of the odds that the match is right.
    """
    weights = WEIGHTS[model]
    return weights[BIAS] + sum(weights.get(name, 0) * value for name, value in features.items())


def among(weighed: float, rivals: Iterable[float]) -> float:
    """The weight of a match of which at most one of several, with their weights, can be right."""
    return weighed - math.log1p(sum(map(math.exp, rivals)))


def probability(weighed: float) -> float:
    """How likely a match of a weight is right, from 0 to 0.99."""
    return min(HIGHEST, 1 / (1 + math.exp(-weighed)))
