"""What all tests share: how many examples a property is tried on."""

from __future__ import annotations

import os

from hypothesis import settings

settings.register_profile("suite", max_examples=25)
settings.register_profile("thorough", max_examples=1000)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "suite"))
