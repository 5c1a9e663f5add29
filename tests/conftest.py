"""What all tests share: how many examples a property is tried on, no width of a terminal, that
Python looks for garbage seldom (as in gcm_kg.publishing.collection: a tenth of the time of all),
and that no pattern and no module is compiled twice."""

from __future__ import annotations

import atexit
import gc
import os
import re
import sys

import pytest
from hypothesis import settings

# what the command prints is not folded to the width of whoever runs the tests
os.environ.pop("COLUMNS", None)
gc.set_threshold(100_000, 50, 100)
# those of several projects and vocabularies are the same, and Python remembers 512
re._MAXCACHE = 50_000  # type: ignore[attr-defined]
# hundreds of processes are started, whatever the caller's environment says (as in the Makefile)
os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
sys.dont_write_bytecode = False


@pytest.fixture(scope="session", autouse=True)
def _shared(tmp_path_factory: pytest.TempPathFactory) -> None:
    """Where the processes of pytest-xdist find what one of them has made."""
    base = tmp_path_factory.getbasetemp()
    own = "PYTEST_XDIST_WORKER" not in os.environ
    os.environ["GCM_KG_DRAFTED"] = str(base if own else base.parent)


def pytest_sessionfinish() -> None:
    """Nothing is looked through for garbage that ends with the process: pytest would do it six
    times, and Python again."""
    gc.freeze()


if "PYTEST_XDIST_WORKER" in os.environ:
    # the first that is registered is called last; what it spares is the freeing of all graphs
    atexit.register(os._exit, 0)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Files with slow tests come first, so that at the end no process waits for one of them."""
    slow = {item.path for item in items if item.get_closest_marker("slow")}
    items.sort(key=lambda item: item.path not in slow)


settings.register_profile("suite", max_examples=25)
settings.register_profile("thorough", max_examples=1000)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "suite"))
