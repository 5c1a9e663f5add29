"""Has Python look for garbage seldom, while graphs are made.

Millions of terms and strings are made, and hardly any that refer to each other in a circle: to look
for those as often as usual takes a tenth of the time of a build.
"""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager

SELDOM = (100_000, 50, 100)
"""Objects, and rounds, after which the generations are looked through."""


def collect_seldom() -> None:
    """From now on in this process; what there is already is not looked through again."""
    gc.freeze()
    gc.set_threshold(*SELDOM)


@contextmanager
def collected_seldom() -> Iterator[None]:
    """As long as this lasts."""
    before = gc.get_threshold()
    collect_seldom()
    try:
        yield
    finally:
        gc.set_threshold(*before)
        gc.unfreeze()
