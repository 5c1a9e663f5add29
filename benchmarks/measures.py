"""Takes times, and says them beside what was promised."""

from __future__ import annotations

import argparse
import time
from collections.abc import Callable
from statistics import median

RUNS = 5


def seconds(work: Callable[[], object], runs: int = RUNS) -> float:
    """The median of some runs."""
    times = []
    for _ in range(runs):
        start = time.perf_counter()
        work()
        times.append(time.perf_counter() - start)
    return median(times)


def number_of_documents(default: int) -> int:
    """How many documents the command line asks for."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--documents", type=int, default=default, help=f"by default {default}")
    return int(parser.parse_args().documents)


def say(what: str, value: float, promise: float, unit: str = "s", least: bool = False) -> None:
    """One measure beside its promise: at most so much, or at least."""
    kept = value >= promise if least else value <= promise
    bound = "least" if least else "most"
    verdict = "kept" if kept else "NOT KEPT"
    print(f"{what:68} {value:9.3f} {unit:2} promised at {bound} {promise:g}: {verdict}", flush=True)
