"""The built graph as it is served, without a server."""

from __future__ import annotations

import pytest

from gcm_kg.serving.served import Served


@pytest.fixture(scope="session")
def served() -> Served:
    return Served("")
