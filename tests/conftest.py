"""What all tests share: how many examples a property is tried on, and no width of a terminal."""

from __future__ import annotations

import os

from hypothesis import settings

# what the command prints is not folded to the width of whoever runs the tests
os.environ.pop("COLUMNS", None)

settings.register_profile("suite", max_examples=25)
settings.register_profile("thorough", max_examples=1000)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "suite"))
