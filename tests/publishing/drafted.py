"""The graph as the sources give it now, drafted once for the processes of a test run."""

from __future__ import annotations

import atexit
import json
import os
import pickle
import shutil
import time
from contextlib import AbstractContextManager, ExitStack
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import Any

from pyoxigraph import Quad, RdfFormat, Store, Triple, parse

from gcm_kg.project import TRIG, this_project
from gcm_kg.publishing.build import CONTEXT, Built, building
from gcm_kg.store.graph import LocalGraph
from gcm_kg.store.loading import load

SHARED = "GCM_KG_DRAFTED"
"""The folder that the processes of a test run share (tests/conftest.py)."""


@cache
def drafted() -> Built:
    """What a build gives, not yet in place: by the process of a test run that asks first."""
    if SHARED not in os.environ:
        resources = ExitStack()
        atexit.register(resources.close)
        return resources.enter_context(_building())
    made = Path(os.environ[SHARED], "drafted")
    whole = made / "whole"
    while not whole.exists():
        try:
            made.mkdir()
        except FileExistsError:
            time.sleep(0.1)
            continue
        try:
            with _building() as built:
                folder = shutil.copytree(built.folder, made / "graph")
            (made / "part").write_bytes(pickle.dumps(replace(built, folder=folder)))
            (made / "part").rename(whole)
        except BaseException:
            shutil.rmtree(made)
            raise
    built = pickle.loads(whole.read_bytes())
    assert isinstance(built, Built)
    return built


def _building() -> AbstractContextManager[Built]:
    return building(this_project(), engine=None, keep=False, fresh=True)


def path(name: str) -> Path:
    """A drafted file."""
    return drafted().folder / name


@cache
def text(name: str) -> str:
    """The text of a drafted file."""
    return path(name).read_text("utf-8")


@cache
def quads() -> frozenset[Quad]:
    """The quads of the drafted TriG file."""
    return frozenset(parse(path=str(path(TRIG)), format=RdfFormat.TRIG))


@cache
def triples() -> frozenset[Triple]:
    """The same, whatever graph they are in."""
    return frozenset(quad.triple for quad in quads())


@cache
def graph() -> LocalGraph:
    """A graph of the drafted files, in memory."""
    made = Store()
    load(made, drafted().folder)
    return LocalGraph(made)


@cache
def context() -> dict[str, Any]:
    """The content of "@context" in the drafted context."""
    return dict(json.loads(text(CONTEXT))["@context"])
